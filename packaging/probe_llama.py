"""Read a few words with a model and the environment's own llama.cpp: run as a program, it ends with 0 if that works.

A library that was compiled on another processor loads and then dies at its first instruction this one does not know;
so loading is not enough.
"""

from __future__ import annotations

import ctypes
import sys


def main(model_file: str) -> int:
    """Load `model_file` and decode a short prompt; return the exit status."""
    import llama_cpp

    @llama_cpp.llama_log_callback  # type: ignore[untyped-decorator]
    def silent(level: int, text: bytes, data: ctypes.c_void_p) -> None:
        """Keep llama.cpp's own messages off the screen."""

    llama_cpp.llama_log_set(silent, ctypes.c_void_p(0))
    llama_cpp.llama_backend_init()
    model_options = llama_cpp.llama_model_default_params()
    model_options.n_gpu_layers = 0
    model = llama_cpp.llama_model_load_from_file(model_file.encode(), model_options)
    if not model:
        print("llama.cpp refuses the built-in model", file=sys.stderr)
        return 1
    context_options = llama_cpp.llama_context_default_params()
    context_options.n_ctx = 128
    context_options.n_threads = context_options.n_threads_batch = 1
    context = llama_cpp.llama_init_from_model(model, context_options)
    if not context:
        print("llama.cpp makes no context for the built-in model", file=sys.stderr)
        return 1
    # A long batch and a single token take different kernels.
    for count in (33, 1):
        tokens = (llama_cpp.llama_token * count)(*range(1000, 1000 + count))
        if llama_cpp.llama_decode(context, llama_cpp.llama_batch_get_one(tokens, count)) != 0:
            print("llama.cpp cannot decode with the built-in model", file=sys.stderr)
            return 1
    llama_cpp.llama_free(context)
    llama_cpp.llama_model_free(model)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
