"""Runs one job in the terminal: shows its text as it comes, obeys Ctrl+C."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.errors import ThimbleError
from assistant.events import (
    AnswerStats,
    Cancelled,
    ContextFitted,
    Event,
    Failed,
    Finished,
    ModelReady,
    Progress,
    Stage,
    StopReason,
    Text,
)
from assistant.jobs import Job, run_job

_WAIT_SECONDS = 0.2
_STAGES = {Stage.STARTING: "Starting the model", Stage.READING: "Reading your message"}


@dataclass(slots=True)
class Answered:
    """What came of a job.

    Attributes:
        model: The model's name as the engine tells it.
        left_out: Oldest messages that did not fit.
        error: Set when the job failed.
    """

    text: str = ""
    model: str = ""
    stop_reason: StopReason | None = None
    stats: AnswerStats | None = None
    left_out: int = 0
    error: ThimbleError | None = None
    _parts: list[str] = field(default_factory=list)


def answer(job: Job, *, show: bool, on_text: Callable[[str], None] | None = None) -> Answered:
    """Run `job` to its end; Ctrl+C cancels it.

    Args:
        job: The job.
        show: Print the text to standard output as it comes, and progress to standard error when it is a terminal.
        on_text: Called with each piece of the text.
    """
    result = Answered()
    failure: list[BaseException] = []
    status = _StatusLine(enabled=show and sys.stderr.isatty())

    def deliver(_: int, event: Event) -> None:
        match event:
            case Progress(stage, fraction):
                status.show(f"{_STAGES[stage]} … {fraction:.0%}")
            case ModelReady(name):
                result.model = name
            case ContextFitted(left_out):
                result.left_out = left_out
            case Text(text):
                status.clear()
                result._parts.append(text)
                if show and not failure:
                    try:
                        print(printable(text), end="", flush=True)
                    except BrokenPipeError as broken:
                        failure.append(broken)
                        job.cancel.cancel()
                if on_text is not None:
                    on_text(text)
            case Finished(reason, stats):
                result.stop_reason, result.stats = reason, stats
            case Cancelled(stats):
                result.stop_reason, result.stats = StopReason.CANCELLED, stats
            case Failed(error):
                result.error = error

    def work() -> None:
        try:
            run_job(job, deliver)
        except BaseException as error:
            failure.append(error)
        finally:
            done.set()

    done = threading.Event()
    worker = threading.Thread(target=work, name="job", daemon=True)
    worker.start()
    while not done.is_set():
        try:
            # An event and a limit: Ctrl+C must come through on every system, and a `join` that it interrupts takes
            # the thread for ended (Python 3.11).
            done.wait(_WAIT_SECONDS)
        except KeyboardInterrupt:
            job.cancel.cancel()
    worker.join()
    status.clear()
    if failure:
        raise failure[0]
    result.text = "".join(result._parts)
    return result


def printable(text: str) -> str:
    """Return `text` without control characters: a model must not be able to steer the terminal."""
    return "".join(char for char in text if char in "\n\t" or (char.isprintable() or ord(char) > 0x9F))


class _StatusLine:
    """One line on standard error that overwrites itself."""

    def __init__(self, *, enabled: bool) -> None:
        self._enabled = enabled
        self._shown = ""

    def show(self, text: str) -> None:
        if self._enabled and text != self._shown:
            sys.stderr.write(f"\r\033[K{text}")
            sys.stderr.flush()
            self._shown = text

    def clear(self) -> None:
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._shown = ""
