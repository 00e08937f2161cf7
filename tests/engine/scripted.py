"""An engine that says exactly what a test wrote down: for timing and failures that must be exact."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from assistant.engine.base import EngineStatus, Generation, LoadOptions, ModelInfo
from assistant.events import (
    FINAL_EVENTS,
    AnswerStats,
    Cancelled,
    ContextFitted,
    Event,
    Finished,
    ModelReady,
    Progress,
    Stage,
    StopReason,
    Text,
)
from assistant.jobs import CancelToken


class Gate:
    """A place in a script where the engine waits until the test opens it, or the job is cancelled."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self.reached = threading.Event()

    def open(self) -> None:
        self._open.set()

    def wait(self, cancel: CancelToken) -> None:
        self.reached.set()
        with cancel.listening(self._open.set):
            self._open.wait()


Step = str | Event | Gate | Exception
"""A word becomes text, an event is passed on, a gate waits, an exception is raised."""

DEFAULT_ANSWER: tuple[Step, ...] = ("Between 100 ", "and 140 ", "metres.")


class ScriptedEngine:
    """Implements `assistant.engine.base.Engine`.

    Attributes:
        requests: Every generation asked for, oldest first.
        loads: Every file and its options that were asked for.
        load_steps: What happens at each load before the model is ready.
        forgiven: Model files that may be loaded although the engine ended twice with them.
    """

    def __init__(self, *answers: Sequence[Step], context_length: int = 2048) -> None:
        """Answer with each script in turn; afterwards with `DEFAULT_ANSWER`."""
        self._answers = list(answers)
        self._context_length = context_length
        self._loaded: Path | None = None
        self.requests: list[Generation] = []
        self.loads: list[tuple[Path, LoadOptions]] = []
        self.load_steps: Sequence[Step] = ()
        self.forgiven: list[Path] = []
        self.closed = False
        self.idle_seconds = 0.0
        self.save_battery = False
        self.forgotten: list[str] = []
        self.states_saved = 0

    def load(self, path: Path, options: LoadOptions, cancel: CancelToken) -> Iterator[Event]:
        self.loads.append((path, options))
        if self._loaded != path:
            yield Progress(Stage.STARTING, 0.6)
            for step in self.load_steps:
                yield from _play(step, cancel)
                cancel.raise_if_cancelled()
        self._loaded = path
        yield ModelReady(path.stem, options.context_length or self._context_length)

    def generate(self, request: Generation, cancel: CancelToken) -> Iterator[Event]:
        self.requests.append(request)
        steps = self._answers.pop(0) if self._answers else DEFAULT_ANSWER
        words = 0
        if not any(isinstance(step, ContextFitted) for step in steps):
            prompt = sum(len(turn.text.split()) for turn in request.turns)
            yield ContextFitted(request.first_turn, prompt, self._context_length)
        for step in steps:
            for event in _play(step, cancel):
                if cancel.cancelled:
                    yield Cancelled(stats(words) if words else None)
                    return
                yield event
                if isinstance(event, FINAL_EVENTS):
                    return
                words += isinstance(event, Text)
            if cancel.cancelled:
                yield Cancelled(stats(words) if words else None)
                return
        yield Finished(StopReason.STOP, stats(words))

    def generate_many(
        self,
        requests: Iterable[Generation],
        cancel: CancelToken,
        *,
        cancels: Mapping[int, CancelToken] | None = None,
    ) -> Iterator[tuple[int, Event]]:
        for index, request in enumerate(requests):
            for event in self.generate(request, (cancels or {}).get(index, cancel)):
                yield index, event

    def save_states(self) -> int:
        self.states_saved += 1
        return 0

    def forget(self, owner: str) -> None:
        self.forgotten.append(owner)

    def forgive(self, path: Path) -> None:
        self.forgiven.append(path)

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def status(self) -> EngineStatus:
        if self._loaded is None:
            return EngineStatus(None, 0, 0, 0)
        info = ModelInfo(self._loaded.stem, "scripted", self._context_length, self._context_length, 1, 1, 1, "file", "")
        return EngineStatus(info, 1_000_000, 0, 0)

    def close(self) -> None:
        self._loaded = None
        self.closed = True


def stats(answer_tokens: int) -> AnswerStats:
    """Return made-up, plausible numbers for an answer of this length."""
    return AnswerStats(
        prompt_tokens=100,
        answer_tokens=answer_tokens,
        prompt_tokens_per_second=500.0,
        answer_tokens_per_second=50.0,
        seconds_to_first_token=0.2,
    )


def _play(step: Step, cancel: CancelToken) -> Iterator[Event]:
    if isinstance(step, str):
        yield Text(step)
    elif isinstance(step, Gate):
        step.wait(cancel)
    elif isinstance(step, Exception):
        raise step
    else:
        yield step
