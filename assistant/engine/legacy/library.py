"""ctransformers' C functions, through ctypes, without its Python package.

The package's own `__init__` imports huggingface_hub, a downloader that Thimble does not even install; of the package
only the shared library is used. Declarations: `ctransformers/llm.py` and `models/llm.cc` of version 0.2.27.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.engine.legacy.processor import best_build, machine, machines_of
from assistant.errors import QT_TRANSLATE_NOOP, EngineError, ModelError

_PACKAGE = "ctransformers"
_FILE_NAMES = {"win32": "ctransformers.dll", "darwin": "libctransformers.dylib"}
_LINUX_FILE_NAME = "libctransformers.so"
_KINDS = {"dolly": "dollyv2"}


class _Config(ctypes.Structure):
    _fields_ = (
        ("context_length", ctypes.c_int),
        ("gpu_layers", ctypes.c_int),
        ("mmap", ctypes.c_bool),
        ("mlock", ctypes.c_bool),
    )


class LegacyLibrary:
    """The loaded shared library.

    Attributes:
        build: Which of its builds: "avx2", "avx" or "basic".
    """

    def __init__(self) -> None:
        """Load the fastest build that runs here; never the one for graphics cards.

        Raises:
            ModelError: There is none for this computer.
            EngineError: It can't be loaded.
        """
        self.build = best_build()
        path = _library_file(self.build)
        if path is None or machine() not in machines_of(path):
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "Model files of this older kind can't be used on this computer. Get the same model as a GGUF file.",
                ),
                details=f"no {_PACKAGE} library for {sys.platform} on {machine()}",
            )
        try:
            self._functions: Any = _declared(ctypes.CDLL(str(path)))
        except (OSError, AttributeError) as error:
            raise EngineError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The engine for older model files can't be loaded on this computer. Install Thimble again, or get "
                    "the same model as a GGUF file.",
                ),
                details=str(error),
            ) from error

    def open(self, path: Path, kind: str, *, context_length: int, mapped: bool) -> LibraryModel | None:
        """Load a model file; None when the library refuses it. Blocks until the file is read.

        Args:
            path: The file, checked: what is malformed may end the process.
            kind: One of `assistant.model_files.ggml_layouts.LAYOUTS`.
            context_length: Context in tokens, for the kinds that do not have it in the file.
            mapped: Map the file into memory, for the kinds that can.
        """
        config = _Config(context_length=context_length, gpu_layers=0, mmap=mapped, mlock=False)
        pointer = self._functions.ctransformers_llm_create(_narrow(path), _KINDS.get(kind, kind).encode(), config)
        return LibraryModel(self._functions, pointer) if pointer else None


class LibraryModel:
    """A model the library has loaded. The library checks nothing: arguments must be within bounds.

    Attributes:
        vocabulary_size: Number of tokens.
        context_length: Tokens that fit.
    """

    def __init__(self, functions: Any, pointer: int) -> None:
        """Take over a model; `close` frees it."""
        self._functions = functions
        self._pointer = pointer
        self.vocabulary_size: int = functions.ctransformers_llm_vocab_size(pointer)
        self.context_length: int = functions.ctransformers_llm_context_length(pointer)

    def tokenize(self, text: bytes, *, add_beginning: bool = False) -> list[int]:
        """Return the tokens of `text`, which holds no zero byte."""
        output = (ctypes.c_int * (len(text) + 2))()
        count = self._functions.ctransformers_llm_tokenize(self._pointer, text, add_beginning, output)
        return output[:count]

    @property
    def beginning(self) -> int:
        """The token that begins a text."""
        return int(self._functions.ctransformers_llm_bos_token_id(self._pointer))

    @property
    def end(self) -> int:
        """The token that ends a text."""
        return int(self._functions.ctransformers_llm_eos_token_id(self._pointer))

    def evaluate(self, tokens: Sequence[int], position: int, threads: int) -> bool:
        """Read tokens at a position in one batch; answers whether that worked."""
        array = (ctypes.c_int * len(tokens))(*tokens)
        count = len(tokens)
        return bool(self._functions.ctransformers_llm_batch_eval(self._pointer, array, count, position, count, threads))

    def logits(self) -> list[float]:
        """Return the scores of all tokens after the last one that was read."""
        size = self._functions.ctransformers_llm_logits_size(self._pointer)
        return self._functions.ctransformers_llm_logits_data(self._pointer)[:size]  # type: ignore[no-any-return]

    def sample(
        self, recent: Sequence[int], *, top_k: int, top_p: float, temperature: float, repeat_penalty: float, seed: int
    ) -> int:
        """Choose the next token.

        Args:
            recent: Tokens that the penalty holds for.
            top_k: 1 to `vocabulary_size`.
            top_p: Above 0, at most 1.
            temperature: Above 0.
            repeat_penalty: 1 for none.
            seed: At least 0; one seed always gives one token.
        """
        array = (ctypes.c_int * len(recent))(*recent)
        return int(
            self._functions.ctransformers_llm_sample(
                self._pointer, array, len(recent), top_k, top_p, temperature, repeat_penalty, seed
            )
        )

    def close(self) -> None:
        """Free the model."""
        if self._pointer:
            self._functions.ctransformers_llm_delete(self._pointer)
            self._pointer = 0


def _library_file(build: str) -> Path | None:
    # Finding a package's place does not import it.
    spec = importlib.util.find_spec(_PACKAGE)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        file = Path(folder) / "lib" / build / _FILE_NAMES.get(sys.platform, _LINUX_FILE_NAME)
        if file.is_file():
            return file
    return None


def _declared(functions: Any) -> Any:
    model, integer, number = ctypes.c_void_p, ctypes.c_int, ctypes.c_float
    integers = ctypes.POINTER(integer)
    for name, result, arguments in (
        ("create", model, (ctypes.c_char_p, ctypes.c_char_p, _Config)),
        ("delete", None, (model,)),
        ("tokenize", integer, (model, ctypes.c_char_p, ctypes.c_bool, integers)),
        ("eos_token_id", integer, (model,)),
        ("bos_token_id", integer, (model,)),
        ("vocab_size", integer, (model,)),
        ("context_length", integer, (model,)),
        ("batch_eval", ctypes.c_bool, (model, integers, integer, integer, integer, integer)),
        ("logits_data", ctypes.POINTER(number), (model,)),
        ("logits_size", integer, (model,)),
        ("sample", integer, (model, integers, integer, integer, number, number, number, integer)),
    ):
        function = getattr(functions, f"ctransformers_llm_{name}")
        function.restype = result
        function.argtypes = list(arguments)
    return functions


def _narrow(path: Path) -> bytes:
    """Return a path as C's `fopen` takes it; on Windows that is the old code page, where a short name may help."""
    if sys.platform == "win32":
        try:
            return str(path).encode("mbcs", "strict")
        except UnicodeEncodeError:
            buffer = ctypes.create_unicode_buffer(32_768)
            ctypes.windll.kernel32.GetShortPathNameW(str(path), buffer, len(buffer))
            return (buffer.value or str(path)).encode("mbcs", "replace")
    return os.fsencode(path)
