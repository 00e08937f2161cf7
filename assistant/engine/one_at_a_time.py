"""Lets a model that makes one answer at a time be used like one that makes several."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from typing import Protocol

from assistant.engine.base import Generation, ModelInfo
from assistant.engine.steps import Answering, Begun, Broken, End, Read, Step, Token, Unmade
from assistant.engine.threads import ThreadGovernor
from assistant.errors import CancelledError, ThimbleError


class Flag(Protocol):
    """Makes the current work end; raised from any thread."""

    def raise_(self) -> None:
        """End the current work soon."""

    def lower(self) -> None:
        """Let the next work run."""


class SingleModel(Protocol):
    """A model with one sequence."""

    info: ModelInfo

    @property
    def flag(self) -> Flag:
        """Ends the current work."""

    @property
    def cached_tokens(self) -> int:
        """Tokens whose keys and values are kept."""

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens."""

    def prepare(self, request: Generation) -> tuple[list[int], Answering]:
        """Return what of the prompt is to be read, and the course of the answer."""

    def answer(self, request: Generation, unread: list[int], course: Answering) -> Iterator[Read | Token | End]:
        """Read and generate."""

    def close(self) -> None:
        """Free the model."""


class OneAtATime:
    """A single model's answers one after the other, in the shape of `assistant.engine.llama.LlamaModel`.

    Attributes:
        info: What is known about the model.
    """

    def __init__(self, model: SingleModel, governor: ThreadGovernor) -> None:
        """Take over the model, whose threads `governor` chooses; `close` frees it."""
        self._model = model
        self._governor = governor
        self._waiting: deque[tuple[int, Generation]] = deque()
        self._number = 0
        self._steps: Iterator[Read | Token | End] | None = None
        self._lock = threading.Lock()
        self._cancelled: set[int] = set()
        self.info = model.info

    @property
    def busy(self) -> bool:
        """Whether requests run or wait."""
        return self._steps is not None or bool(self._waiting)

    @property
    def cached_tokens(self) -> int:
        """Tokens whose keys and values are kept."""
        return self._model.cached_tokens

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens."""
        return self._model.count_tokens(text)

    def add(self, number: int, request: Generation) -> None:
        """Take a request; what comes of it comes from `step`."""
        self._waiting.append((number, request))

    def cancel(self, number: int) -> None:
        """End a request soon; may be called from any thread."""
        with self._lock:
            self._cancelled.add(number)
            if number == self._number:
                self._model.flag.raise_()

    def step(self) -> Iterator[tuple[int, Step]]:
        """Go on with the oldest request; yields its number with what came of it."""
        for number in [number for number, _ in self._waiting if number in self._cancelled]:
            self._waiting = deque(entry for entry in self._waiting if entry[0] != number)
            yield number, Unmade()
        if self._steps is None and not self._waiting:
            return
        try:
            if self._steps is None:
                yield self._number_of_next(), self._begin()
            elif (step := next(self._steps, None)) is not None:
                yield self._number, step
                if isinstance(step, End):
                    self._finish()
        except CancelledError:
            yield self._finish(), Unmade()
        except ThimbleError as error:
            yield self._finish(), Broken(error)

    def limit_threads(self, most: int) -> None:
        """Use at most so many threads from now on."""
        self._governor.limit(most)

    def unsaved(self) -> Iterator[tuple[str, bytes]]:
        """Yield nothing: this engine's states can't be saved."""
        return iter(())

    def forget(self, owner: str) -> None:
        """Do nothing: the next request overwrites what was read for the one before."""

    def close(self) -> None:
        """Free the model."""
        self._model.close()

    def _number_of_next(self) -> int:
        with self._lock:
            self._number = self._waiting[0][0]
            self._model.flag.lower()
            if self._number in self._cancelled:
                self._model.flag.raise_()
        return self._number

    def _begin(self) -> Begun:
        _, request = self._waiting.popleft()
        unread, course = self._model.prepare(request)
        self._steps = self._model.answer(request, unread, course)
        return Begun(course.left_out, course.prompt_tokens)

    def _finish(self) -> int:
        with self._lock:
            number, self._number = self._number, 0
            self._cancelled.discard(number)
        self._steps = None
        return number
