"""A GGUF model that llama.cpp has loaded, inside the engine process."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.engine.base import Generation, ModelInfo
from assistant.engine.decoder import Decoder
from assistant.engine.prompt import PromptBuilder
from assistant.engine.prompt_cache import PromptCache
from assistant.engine.saved_states import SavedStates
from assistant.engine.scheduler import Scheduler
from assistant.engine.steps import Step
from assistant.engine.vocabulary import Vocabulary

_READ_CHUNKS = ((1_000_000_000, 128), (4_000_000_000, 64))
_SMALLEST_READ_CHUNK = 32
"""Prompt tokens per step, by the model's weights: small enough for a live progress, fixed so that the same seed gives
the same answer on a slow and a fast computer (sums differ with the size of a batch)."""


class LlamaModel:
    """A loaded model with one context.

    Attributes:
        info: What is known about the model.
    """

    def __init__(
        self,
        llama: Any,
        model: Any,
        decoder: Decoder,
        info: ModelInfo,
        *,
        vocabulary: Vocabulary,
        builder: PromptBuilder,
        cache: PromptCache,
        saved: SavedStates,
    ) -> None:
        """Take over what the loader made; `close` frees it."""
        self._llama = llama
        self._model = model
        self._decoder = decoder
        self._vocabulary = vocabulary
        chunk = next((size for below, size in _READ_CHUNKS if info.parameters < below), _SMALLEST_READ_CHUNK)
        self._scheduler = Scheduler(llama, decoder, vocabulary, builder, chunk=chunk, cache=cache, saved=saved)
        self.info = info

    @property
    def busy(self) -> bool:
        """Whether requests run or wait."""
        return self._scheduler.busy

    @property
    def cached_tokens(self) -> int:
        """Tokens in the KV cache."""
        return self._scheduler.cached_tokens

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens."""
        return len(self._vocabulary.tokenize(text))

    def add(self, number: int, request: Generation) -> None:
        """Take a request; what comes of it comes from `step`."""
        self._scheduler.add(number, request)

    def cancel(self, number: int) -> None:
        """End a request soon; may be called from any thread."""
        self._scheduler.cancel(number)

    def step(self) -> Iterator[tuple[int, Step]]:
        """Go on with all requests; yields the numbers of requests with what came of it."""
        return self._scheduler.step()

    def limit_threads(self, most: int) -> None:
        """Use at most so many threads from now on."""
        self._decoder.limit_threads(most)

    def unsaved(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the files that would save what is not on disk yet."""
        return self._scheduler.unsaved()

    def forget(self, owner: str) -> None:
        """Drop what is kept of an owner."""
        self._scheduler.forget(owner)

    def close(self) -> None:
        """Free the context and the model."""
        self._scheduler.close()
        self._decoder.close()
        self._llama.llama_model_free(self._model)
