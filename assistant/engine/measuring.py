"""How fast a model reads and answers and how surprised it is by a text; in the tuner's process."""

from __future__ import annotations

import ctypes
import math
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from assistant.engine.vocabulary import Vocabulary
from assistant.errors import QT_TRANSLATE_NOOP, ModelError

WINDOW = 256
"""Tokens that are looked at together. Short, so that a slow model too gets through several kinds of text."""

BATCH = 128
"""Tokens of one step. As the engine reads; and the successors' numbers of 128 tokens fit into memory."""

_UNJUDGED = 16
"""First tokens of a window, which any model can only guess."""

Watch = Callable[[Any, bool, Any], bool]
"""llama.cpp's callback for the nodes of its graph (`cb_eval`)."""


class MeasuredModel:
    """An open model with a context for `WINDOW` tokens. A context manager that closes it."""

    def __init__(self, llama: Any, path: Path, *, threads: int, watch: Watch | None = None) -> None:
        """Open a model file.

        Args:
            llama: llama-cpp-python's low-level module.
            path: The file.
            threads: Threads for reading and answering.
            watch: Called with the nodes of the graph; keep a reference to it.

        Raises:
            ModelError: It can't be opened, or there is not enough memory.
        """
        self._llama = llama
        parameters = llama.llama_model_default_params()
        parameters.n_gpu_layers = 0
        self._model = llama.llama_model_load_from_file(os.fsencode(path), parameters)
        if not self._model:
            raise unusable(path)
        settings = llama.llama_context_default_params()
        settings.n_ctx = WINDOW + BATCH
        settings.n_batch = settings.n_ubatch = BATCH
        settings.n_threads = settings.n_threads_batch = threads
        if watch is not None:
            settings.cb_eval = watch
        self._context = llama.llama_init_from_model(self._model, settings)
        if not self._context:
            llama.llama_model_free(self._model)
            raise unusable(path)
        self._memory = llama.llama_get_memory(self._context)
        self._batch = llama.llama_batch_init(BATCH, 0, 1)
        self.path = path
        self.vocabulary = Vocabulary(llama, llama.llama_model_get_vocab(self._model))

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the model."""
        self.close()

    def close(self) -> None:
        """Free everything."""
        self._llama.llama_batch_free(self._batch)
        self._llama.llama_free(self._context)
        self._llama.llama_model_free(self._model)

    def use_threads(self, threads: int) -> None:
        """Read and answer with so many threads from now on."""
        self._llama.llama_set_n_threads(self._context, threads, threads)

    def read(self, tokens: Sequence[int], *, start: int = 0, judged: bool = False) -> None:
        """Decode up to `BATCH` tokens, of which the first stands at `start` of the window; 0 begins a new window.

        Args:
            tokens: The tokens.
            start: Their place.
            judged: Compute the successors' logits of all tokens, not of the last only.

        Raises:
            ModelError: llama.cpp failed.
        """
        if start == 0:
            self._llama.llama_memory_clear(self._memory, True)
        batch = self._batch
        batch.n_tokens = len(tokens)
        for index, token in enumerate(tokens):
            batch.token[index] = token
            batch.pos[index] = start + index
            batch.n_seq_id[index] = 1
            batch.seq_id[index][0] = 0
            batch.logits[index] = judged or index == len(tokens) - 1
        code = self._llama.llama_decode(self._context, batch)
        if code != 0:
            raise unusable(self.path, f"llama_decode returned {code}")
        self._llama.llama_synchronize(self._context)

    def reading_speed(self, tokens: Sequence[int]) -> float:
        """Return the tokens/s at which `tokens` are read, at most `WINDOW` of them."""
        started = time.perf_counter()
        for start in range(0, len(tokens), BATCH):
            self.read(tokens[start : start + BATCH], start=start)
        return len(tokens) / (time.perf_counter() - started)

    def answering_speed(self, tokens: Sequence[int], *, start: int) -> float:
        """Return the tokens/s at which `tokens` pass one by one, as in an answer, behind `start` others."""
        started = time.perf_counter()
        for index, token in enumerate(tokens):
            self.read((token,), start=start + index)
        return len(tokens) / (time.perf_counter() - started)

    def surprises(self, tokens: Sequence[int]) -> Iterator[list[float]]:
        """Yield, window by window, the negative logarithm of the probability of each token but the first ones.

        Args:
            tokens: A text of at least `WINDOW` tokens; what does not fill a window is left out.
        """
        for begin in range(0, len(tokens) - WINDOW + 1, WINDOW):
            window = tokens[begin : begin + WINDOW]
            found: list[float] = []
            for start in range(0, WINDOW, BATCH):
                self.read(window[start : start + BATCH], start=start, judged=True)
                for index in range(BATCH):
                    place = start + index + 1
                    if _UNJUDGED <= place < WINDOW:
                        found.append(self._surprise(index, window[place]))
            yield found

    def _surprise(self, index: int, token: int) -> float:
        pointer = self._llama.llama_get_logits_ith(self._context, index)
        logits = ctypes.cast(pointer, ctypes.POINTER(ctypes.c_float * self.vocabulary.size)).contents
        values = memoryview(logits).cast("B").cast("f")
        try:
            return math.log(sum(map(math.exp, values))) - values[token]
        except (OverflowError, ValueError):
            # Beyond what a double holds; with the largest taken off it can't be.
            largest = max(values)
            return math.log(sum(math.exp(value - largest) for value in values)) - (values[token] - largest)


def unusable(path: Path, details: str = "") -> ModelError:
    """Return the error for a model that llama.cpp could not open or run for the measurement."""
    return ModelError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{file} could not be measured: it can't be opened, or there is not enough memory. Close other programs and "
            "try again.",
        ),
        file=path.name,
        details=details,
    )
