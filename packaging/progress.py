"""What pip's output means, and one line on the screen that shows it."""

from __future__ import annotations

import re
import shutil
import sys
import time
from dataclasses import dataclass
from enum import Enum, auto
from typing import TextIO

_COLLECTING = re.compile(r"Collecting ([A-Za-z0-9._-]+)==(\S+)")
_BYTES = re.compile(r"Progress (\d+) of (\d+)")
_COMPILING = re.compile(r"\[(\d+)/(\d+)\]")
_BUILDING = re.compile(r"Building wheel for ([A-Za-z0-9._-]+) .*: started")


class Phase(Enum):
    """What the installer is busy with."""

    DOWNLOADING = auto()
    TRANSFER = auto()
    BUILDING = auto()
    COMPILING = auto()
    INSTALLING = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One thing read from the installer's output.

    Attributes:
        phase: What it is busy with.
        subject: The package, where the line names one.
        done: Bytes or files done, of `total`; both 0 where the line counts nothing.
        total: Bytes or files in all.
    """

    phase: Phase
    subject: str = ""
    done: int = 0
    total: int = 0


def read_step(line: str) -> Step | None:
    """Return what a line of `pip install -v --progress-bar raw` says, or None for the many that say nothing."""
    text = line.strip()
    if found := _COMPILING.match(text):
        return Step(Phase.COMPILING, done=int(found[1]), total=int(found[2]))
    if found := _BYTES.fullmatch(text):
        return Step(Phase.TRANSFER, done=int(found[1]), total=int(found[2]))
    if found := _BUILDING.match(text):
        return Step(Phase.BUILDING, subject=found[1])
    # Other indented lines come from the throw-away environment a package is built in.
    if line.startswith(" "):
        return None
    if found := _COLLECTING.match(text):
        return Step(Phase.DOWNLOADING, subject=found[1])
    if text.startswith("Installing collected packages"):
        return Step(Phase.INSTALLING)
    return None


class ProgressLine:
    """One line that is rewritten on a terminal; elsewhere, a line now and then.

    Attributes:
        every: Seconds between two lines where the line cannot be rewritten.
    """

    def __init__(self, stream: TextIO = sys.stderr, *, every: float = 20.0) -> None:
        self.every = every
        self._stream = stream
        self._rewrites = stream.isatty()
        self._shown = ""
        self._last = float("-inf")
        self._subject = ""
        self._build_began = 0.0

    def say(self, text: str) -> None:
        """Write a line that stays."""
        self.clear()
        print(text, file=self._stream, flush=True)
        self._last = time.monotonic()

    def show(self, text: str) -> None:
        """Show what is going on now, in place of what was shown before."""
        now = time.monotonic()
        if self._rewrites:
            width = shutil.get_terminal_size().columns - 1
            self._stream.write("\r\x1b[K" + text[:width])
            self._stream.flush()
            self._shown = text
        elif now - self._last >= self.every:
            print(text, file=self._stream, flush=True)
            self._last = now

    def clear(self) -> None:
        """Take away what `show` wrote."""
        if self._rewrites and self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
        self._shown = ""

    def show_step(self, step: Step) -> None:
        """Put a step of the installer into words."""
        match step.phase:
            case Phase.DOWNLOADING:
                self._subject = step.subject
                self.show(f"Fetching {step.subject} …")
            case Phase.TRANSFER if step.total:
                self.show(f"Fetching {self._subject}: {megabytes(step.done)} of {megabytes(step.total)}")
            case Phase.TRANSFER:
                self.show(f"Fetching {self._subject}: {megabytes(step.done)}")
            case Phase.BUILDING:
                self._build_began = time.monotonic()
                self.say(
                    f"Compiling {step.subject} for this computer's processor: about 4 minutes on 2 cores, only once."
                )
            case Phase.COMPILING:
                self.show(compiling_text(step, time.monotonic() - self._build_began))
            case Phase.INSTALLING:
                self.show("Installing …")


def compiling_text(step: Step, seconds: float) -> str:
    """Say how far compiling is, with the minutes left once they can be guessed.

    Args:
        step: Files compiled so far and in all.
        seconds: Time since compiling began.
    """
    text = f"Compiling: {step.done} of {step.total} ({100 * step.done // max(step.total, 1)} %)"
    if step.done >= 10 and seconds > 0:
        left = seconds / step.done * (step.total - step.done)
        text += f", about {round(left / 60)} min left" if left >= 90 else ", about a minute left"
    return text


def megabytes(size: int) -> str:
    """Return a size in bytes as text for people."""
    return f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{size / 1e6:.1f} MB"
