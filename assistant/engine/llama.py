"""Answers with a GGUF model that llama.cpp has loaded, inside the engine process."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from assistant.engine.base import Generation, ModelInfo
from assistant.engine.bindings import AbortFlag
from assistant.engine.prompt import PromptBuilder
from assistant.engine.sampler import Sampler
from assistant.engine.text_stream import TextStream
from assistant.engine.vocabulary import Vocabulary
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError
from assistant.events import AnswerStats, StopReason

_ABORTED = 2
_NO_ROOM = 1
_READ_CHUNKS = ((1_000_000_000, 128), (4_000_000_000, 64))
_SMALLEST_READ_CHUNK = 32
"""Prompt tokens per step, by the model's weights: small enough for a live progress, fixed so that the same seed gives
the same answer on a slow and a fast computer (sums differ with the size of a batch)."""


@dataclass(slots=True)
class Answering:
    """The course of one answer.

    Attributes:
        prompt_tokens: Length of the prompt.
        reused_tokens: Prompt tokens found in the KV cache.
        left_out: Oldest turns that were left out.
        answer_tokens: Tokens generated so far.
    """

    prompt_tokens: int
    reused_tokens: int
    left_out: int
    started: float
    reading_seconds: float = 0.0
    first_token: float = 0.0
    last_token: float = 0.0
    answer_tokens: int = 0

    def stats(self) -> AnswerStats:
        """Return the speeds so far."""
        read = self.prompt_tokens - self.reused_tokens
        answering = self.last_token - self.first_token
        return AnswerStats(
            prompt_tokens=self.prompt_tokens,
            answer_tokens=self.answer_tokens,
            prompt_tokens_per_second=read / self.reading_seconds if self.reading_seconds > 0 else 0.0,
            answer_tokens_per_second=(self.answer_tokens - 1) / answering if answering > 0 else 0.0,
            seconds_to_first_token=self.first_token - self.started if self.first_token else 0.0,
            reused_tokens=self.reused_tokens,
        )


@dataclass(frozen=True, slots=True)
class Read:
    """More of the prompt is read: `fraction` from 0 to 1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class Token:
    """One more token; `text` may be empty."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The answer ended; `text` is what had been held back."""

    reason: StopReason
    text: str


class LlamaModel:
    """A loaded model with one context.

    Attributes:
        info: What is known about the model.
        flag: Raise it from any thread to make the current work end.
    """

    def __init__(self, llama: Any, model: Any, context: Any, info: ModelInfo, builder: PromptBuilder) -> None:
        """Take over what the loader made; `close` frees it."""
        self._llama = llama
        self._model = model
        self._context = context
        self._memory = llama.llama_get_memory(context)
        self._vocabulary = Vocabulary(llama, llama.llama_model_get_vocab(model))
        self._builder = builder
        self._cached: list[int] = []
        self._chunk = next((size for below, size in _READ_CHUNKS if info.parameters < below), _SMALLEST_READ_CHUNK)
        self.info = info
        self.flag = AbortFlag(llama)
        llama.llama_set_abort_callback(context, self.flag.callback, self.flag.data)

    @property
    def cached_tokens(self) -> int:
        """Tokens in the KV cache."""
        return len(self._cached)

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens."""
        return len(self._vocabulary.tokenize(text))

    def prepare(self, request: Generation) -> tuple[list[int], Answering]:
        """Build the prompt and rewind the KV cache to what it shares with it.

        Raises:
            PromptTooLongError: It does not fit.
        """
        started = time.perf_counter()
        prompt = self._builder.build(request)
        shared = self._rewind(prompt.tokens)
        return prompt.tokens[shared:], Answering(len(prompt.tokens), shared, prompt.left_out, started)

    def answer(self, request: Generation, unread: list[int], course: Answering) -> Iterator[Read | Token | End]:
        """Read the prompt and generate, keeping `course` up to date.

        Raises:
            EngineError: llama.cpp failed.
            CancelledError: The flag was raised before the first token.
        """
        reading_started = time.perf_counter()
        for done in self._read(unread):
            yield Read(done / len(unread))
        course.reading_seconds = time.perf_counter() - reading_started
        yield from self._generate(request, course)

    def close(self) -> None:
        """Free the context and the model."""
        self._llama.llama_free(self._context)
        self._llama.llama_model_free(self._model)

    def _rewind(self, tokens: list[int]) -> int:
        """Keep the longest beginning of the KV cache that `tokens` shares, at most all but their last."""
        shared = 0
        for cached, wanted in zip(self._cached, tokens[:-1], strict=False):
            if cached != wanted:
                break
            shared += 1
        if shared < len(self._cached) and not self._llama.llama_memory_seq_rm(self._memory, 0, shared, -1):
            # A state that can't be rewound part-way (hybrid attention) is read again.
            self._llama.llama_memory_clear(self._memory, True)
            shared = 0
        del self._cached[shared:]
        return shared

    def _read(self, tokens: list[int]) -> Iterator[int]:
        """Decode `tokens` in pieces small enough to report progress; yields how many are done."""
        for start in range(0, len(tokens), self._chunk):
            self._decode(tokens[start : start + self._chunk])
            yield min(start + self._chunk, len(tokens))

    def _decode(self, tokens: list[int]) -> None:
        if self.flag.raised:
            raise CancelledError
        batch = (self._llama.llama_token * len(tokens))(*tokens)
        code = self._llama.llama_decode(self._context, self._llama.llama_batch_get_one(batch, len(tokens)))
        if code == 0:
            self._cached += tokens
            return
        # After a failure the cache may hold part of the batch.
        if not self._llama.llama_memory_seq_rm(self._memory, 0, len(self._cached), -1):
            self._llama.llama_memory_clear(self._memory, True)
            self._cached.clear()
        if code == _ABORTED:
            raise CancelledError
        raise EngineError(
            QT_TRANSLATE_NOOP(
                "errors", "The model could not go on with this conversation. Try again, or start a new conversation."
            ),
            details=f"llama_decode returned {code}" + (" (no room in the KV cache)" if code == _NO_ROOM else ""),
        )

    def _generate(self, request: Generation, course: Answering) -> Iterator[Token | End]:
        room = self.info.context_length - len(self._cached)
        stream = TextStream((*request.stop, *self._builder.stop))
        with Sampler(self._llama, self._context, self._vocabulary.size, request.sampling) as sample:
            while True:
                token = sample()
                course.last_token = time.perf_counter()
                course.first_token = course.first_token or course.last_token
                if self._vocabulary.is_end(token):
                    yield End(StopReason.STOP, stream.finish())
                    return
                course.answer_tokens += 1
                text = stream.feed(self._vocabulary.piece(token))
                if stream.stopped:
                    yield End(StopReason.STOP, text)
                    return
                yield Token(text)
                if course.answer_tokens >= request.max_tokens:
                    yield End(StopReason.LENGTH, stream.finish())
                    return
                if course.answer_tokens >= room:
                    yield End(StopReason.CONTEXT, stream.finish())
                    return
                try:
                    self._decode([token])
                except CancelledError:
                    yield End(StopReason.CANCELLED, stream.finish())
                    return
