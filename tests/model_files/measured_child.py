"""Loads a model with llama.cpp as the engine does, reads a prompt, and prints by how many bytes the process grew.

Arguments: the model file, the context in tokens, tokens of the prompt.
"""

from __future__ import annotations

import os
import sys

import psutil

from assistant.engine.bindings import load_llama_cpp

_BATCH = 512


def main(path, context_length, prompt):
    llama = load_llama_cpp()
    silent = llama.llama_log_callback(lambda *_: None)
    llama.llama_log_set(silent, None)
    llama.llama_backend_init()
    process = psutil.Process()
    before = process.memory_info().rss
    model_parameters = llama.llama_model_default_params()
    model_parameters.n_gpu_layers = 0
    model = llama.llama_model_load_from_file(os.fsencode(path), model_parameters)
    parameters = llama.llama_context_default_params()
    parameters.n_ctx = context_length
    parameters.n_batch = parameters.n_ubatch = _BATCH
    parameters.n_threads = parameters.n_threads_batch = 1
    context = llama.llama_init_from_model(model, parameters)
    for start in range(0, prompt, _BATCH):
        length = min(_BATCH, prompt - start)
        tokens = (llama.llama_token * length)(*range(300, 300 + length))
        assert llama.llama_decode(context, llama.llama_batch_get_one(tokens, length)) == 0
    print(process.memory_info().rss - before)
    llama.llama_free(context)
    llama.llama_model_free(model)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
