"""Runs one job in the terminal: shows its text as it comes, obeys Ctrl+C."""

from __future__ import annotations

import sys
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
from assistant.jobs import Job
from assistant.terminal.running import StatusLine, run_to_end

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
    status = StatusLine(enabled=show and sys.stderr.isatty())

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

    run_to_end(job, deliver)
    status.clear()
    if failure:
        raise failure[0]
    result.text = "".join(result._parts)
    return result


def printable(text: str) -> str:
    """Return `text` without control characters: a model must not be able to steer the terminal."""
    return "".join(char for char in text if char in "\n\t" or (char.isprintable() or ord(char) > 0x9F))
