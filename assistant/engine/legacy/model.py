"""Answers with a model from before GGUF, inside the engine process."""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from assistant.engine.base import Generation, ModelInfo, Sampling
from assistant.engine.legacy.library import LibraryModel
from assistant.engine.legacy.words import LegacyVocabulary
from assistant.engine.prompt import PromptBuilder
from assistant.engine.steps import Answering, End, Read, Token
from assistant.engine.text_stream import TextStream
from assistant.engine.threads import ThreadGovernor, Work
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError
from assistant.events import StopReason

_STEP_SECONDS = 0.1
"""A step of the prompt is to take about this long: nothing ends one before its time."""

_PENALTY_WINDOW = 128
_SEED_BITS = 31
_LEAST_TOP_P = 1e-3


class StopFlag:
    """Ends the current work after its current step, from any thread."""

    def __init__(self) -> None:
        """Begin lowered."""
        self.raised = False

    def raise_(self) -> None:
        """End the current work soon."""
        self.raised = True

    def lower(self) -> None:
        """Let the next work run."""
        self.raised = False


class LegacyModel:
    """A loaded model, used through `assistant.engine.one_at_a_time.OneAtATime`.

    Attributes:
        info: What is known about the model.
        flag: Raise it from any thread to make the current work end.
    """

    def __init__(
        self,
        model: LibraryModel,
        vocabulary: LegacyVocabulary,
        builder: PromptBuilder,
        info: ModelInfo,
        *,
        governor: ThreadGovernor,
        most_step: int,
        rewinds: bool,
    ) -> None:
        """Take over a loaded model; `close` frees it.

        Args:
            model: The model, ready to read at position 0.
            vocabulary: Its tokens.
            builder: Its prompts; their context length is at most what the library can hold.
            info: What is known about it.
            governor: Chooses the threads of each step. The library's threads never sleep while they wait for each
                other, so that one too many on a busy computer costs more than with llama.cpp.
            most_step: Tokens in one call at most.
            rewinds: Whether reading may go on from the middle of what was read before.
        """
        self._model = model
        self._vocabulary = vocabulary
        self._builder = builder
        self._governor = governor
        self._most_step = most_step
        self._rewinds = rewinds
        self._token_seconds = _STEP_SECONDS
        self._cached: list[int] = []
        self.info = info
        self.flag = StopFlag()

    @property
    def cached_tokens(self) -> int:
        """Tokens whose keys and values are kept."""
        return len(self._cached)

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens."""
        return len(self._vocabulary.tokenize(text))

    def prepare(self, request: Generation) -> tuple[list[int], Answering]:
        """Build the prompt and go back to what it shares with what was read before.

        Raises:
            PromptTooLongError: It does not fit.
        """
        started = time.perf_counter()
        prompt = self._builder.build(request)
        # An empty conversation has to begin with something.
        tokens = prompt.tokens or [0]
        shared = self._rewind(tokens)
        return tokens[shared:], Answering(len(tokens), shared, prompt.left_out, started)

    def answer(self, request: Generation, unread: list[int], course: Answering) -> Iterator[Read | Token | End]:
        """Read the prompt and generate, keeping `course` up to date.

        Raises:
            EngineError: The library failed.
            CancelledError: The flag was raised before the first token.
        """
        started = time.perf_counter()
        done = 0
        while done < len(unread):
            done += self._read(unread[done : done + self._step()], Work.READ)
            yield Read(done / len(unread))
        course.reading_seconds = time.perf_counter() - started
        yield from self._generate(request, course)

    def close(self) -> None:
        """Free the model."""
        self._model.close()

    def _rewind(self, tokens: list[int]) -> int:
        """Keep the longest beginning of what was read that `tokens` shares, at most all but their last."""
        shared = 0
        for cached, wanted in zip(self._cached, tokens[:-1], strict=False):
            if cached != wanted:
                break
            shared += 1
        if shared < len(self._cached) and not self._rewinds:
            shared = 0
        del self._cached[shared:]
        return shared

    def _step(self) -> int:
        return max(1, min(self._most_step, int(_STEP_SECONDS / self._token_seconds)))

    def _read(self, tokens: list[int], work: Work) -> int:
        """Evaluate `tokens` in one call and return their number."""
        if self.flag.raised:
            raise CancelledError
        started = time.perf_counter()
        if not self._model.evaluate(tokens, len(self._cached), self._governor.threads(work)):
            self._cached.clear()
            raise EngineError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The model could not go on with this conversation. Try again, or start a new conversation.",
                ),
                details=f"ctransformers could not evaluate {len(tokens)} tokens",
            )
        self._cached += tokens
        seconds = max(1e-6, time.perf_counter() - started)
        self._governor.observe(work, tokens=len(tokens), seconds=seconds)
        self._token_seconds = seconds / len(tokens)
        return len(tokens)

    def _generate(self, request: Generation, course: Answering) -> Iterator[Token | End]:
        room = self.info.context_length - len(self._cached)
        stream = TextStream((*request.stop, *self._builder.stop))
        choose = _Chooser(self._model, request.sampling)
        while True:
            token = choose()
            course.last_token = time.perf_counter()
            course.first_token = course.first_token or course.last_token
            if self._vocabulary.is_end(token):
                yield End(StopReason.STOP, stream.finish(), course.stats())
                return
            course.answer_tokens += 1
            text = stream.feed(self._vocabulary.piece(token))
            if stream.stopped:
                yield End(StopReason.STOP, text, course.stats())
                return
            yield Token(text)
            if course.answer_tokens >= request.max_tokens:
                yield End(StopReason.LENGTH, stream.finish(), course.stats())
                return
            if course.answer_tokens >= room:
                yield End(StopReason.CONTEXT, stream.finish(), course.stats())
                return
            try:
                self._read([token], Work.ANSWER)
            except CancelledError:
                yield End(StopReason.CANCELLED, stream.finish(), course.stats())
                return


class _Chooser:
    """Chooses the tokens of one answer. The library knows no min-p; top-k, top-p and temperature it has."""

    def __init__(self, model: LibraryModel, sampling: Sampling) -> None:
        self._model = model
        self._recent: list[int] = []
        # The library starts its generator anew for each token: one seed for all would choose alike each time.
        self._seeds = random.Random(sampling.seed if sampling.seed >= 0 else None)  # noqa: S311 - not a secret
        self._greedy = sampling.temperature <= 0
        self._top_k = sampling.top_k if 0 < sampling.top_k < model.vocabulary_size else model.vocabulary_size
        self._sampling = sampling

    def __call__(self) -> int:
        """Return the token after what was read last."""
        sampling = self._sampling
        token = self._model.sample(
            self._recent[-_PENALTY_WINDOW:],
            top_k=1 if self._greedy else self._top_k,
            top_p=1.0 if self._greedy else min(1.0, max(_LEAST_TOP_P, sampling.top_p)),
            temperature=1.0 if self._greedy else sampling.temperature,
            repeat_penalty=sampling.repeat_penalty,
            seed=self._seeds.getrandbits(_SEED_BITS),
        )
        self._recent.append(token)
        return token
