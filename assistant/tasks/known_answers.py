"""Asks a model what it has not been asked before: answers that are known already cost nothing."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence

from assistant.engine.base import Engine, Generation
from assistant.events import Event, Failed, Finished, Text
from assistant.jobs import CancelToken
from assistant.store.documents import KeptAnswer


class AnswerKept(Event, frozen=True):
    """An answer to keep, so that it need not be made again after a cancel, a restart or for another length."""

    written: KeptAnswer


class KnownAnswers:
    """A model together with what it answered before.

    Attributes:
        prompt_tokens: Tokens of all requests so far, the known ones included.
        answer_tokens: Tokens of all answers so far, the known ones included.
        seconds_each: How long a request takes at the speed so far; None while that is not known.
    """

    def __init__(self, engine: Engine, known: Mapping[str, KeptAnswer], *, model: str) -> None:
        """Begin.

        Args:
            engine: Has the model loaded.
            known: Answers by request.
            model: Tells the model, and the way it is asked, from others.
        """
        self._engine = engine
        self._known = known
        self._model = model
        self._fresh = 0
        self._seconds = 0.0
        self.prompt_tokens = 0
        self.answer_tokens = 0

    @property
    def seconds_each(self) -> float | None:
        """How long a request takes at the speed so far; None while that is not known."""
        return self._seconds / self._fresh if self._fresh else None

    def ask(self, wanted: Sequence[Generation], cancel: CancelToken) -> Iterator[tuple[int, str | AnswerKept]]:
        """Answer requests, those known at once and the others several at a time.

        What can't be answered for a reason of its own, such as its length, gives an empty answer; what is stopped
        gives none.

        Yields:
            The place of a request in `wanted` with its answer, after an `AnswerKept` where it is new.
        """
        keys = [self._key(generation) for generation in wanted]
        for index, key in enumerate(keys):
            if (known := self._known.get(key)) is not None:
                self._count(known)
                yield index, known.answer
        missing = [index for index, key in enumerate(keys) if key not in self._known]
        if not missing or cancel.cancelled:
            return
        texts: dict[int, list[str]] = {}
        began = time.monotonic()
        before = self._seconds
        for place, event in self._engine.generate_many((wanted[index] for index in missing), cancel):
            index = missing[place]
            match event:
                case Text(text):
                    texts.setdefault(index, []).append(text)
                case Finished(_, stats):
                    answer = "".join(texts.pop(index, []))
                    written = KeptAnswer(keys[index], answer, stats.prompt_tokens, stats.answer_tokens)
                    self._count(written)
                    self._fresh += 1
                    self._seconds = before + time.monotonic() - began
                    yield index, AnswerKept(written)
                    yield index, answer
                case Failed():
                    yield index, ""

    def _count(self, written: KeptAnswer) -> None:
        self.prompt_tokens += written.prompt_tokens
        self.answer_tokens += written.answer_tokens

    def _key(self, generation: Generation) -> str:
        turns = "\x1f".join(f"{turn.role}\x1e{turn.text}" for turn in generation.turns)
        whole = "\x1d".join((self._model, str(generation.max_tokens), *generation.stop, turns))
        return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
