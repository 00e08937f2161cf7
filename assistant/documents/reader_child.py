"""One reading process, watched: how long it takes, and how much memory."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from enum import Enum
from types import TracebackType
from typing import BinaryIO, Self

from assistant.documents.protocol import Order
from assistant.errors import QT_TRANSLATE_NOOP, DocumentError
from assistant.processes.guest import after_start, popen_options
from assistant.processes.limits import ran_out_of_time
from assistant.processes.messages import write_message

_WATCH_SECONDS = 0.2
_NEARLY = 0.5
"""Of the memory that it may have: a process that failed beyond it did so for want of more, since buffers double."""


class Ending(Enum):
    """Why a process ended before it was done."""

    TOO_SLOW = "too slow"
    TOO_MUCH_MEMORY = "too much memory"
    FAILED = "failed"


class ReaderChild:
    """A process that reads, and the thread that watches it. A context manager: the process ends with it.

    Attributes:
        output: What it reports.
    """

    def __init__(self, command: Sequence[str], *, resident_bytes: int, memory_bytes: int) -> None:
        """Start it.

        Args:
            command: How.
            resident_bytes: With more memory in use it is ended.
            memory_bytes: How much address space it is told to limit itself to.

        Raises:
            DocumentError: It can't be started.
        """
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                **popen_options(),
            )
        except OSError as error:
            raise DocumentError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The part of Thimble that reads documents could not be started. Close other programs and try "
                    "again; if that does not help, install Thimble again.",
                ),
                details=str(error),
            ) from error
        self._tie = after_start(self._process)
        assert self._process.stdin and self._process.stdout  # noqa: S101, PT018 - pipes asked for above
        self._input: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self.output: BinaryIO = self._process.stdout  # type: ignore[assignment]
        self._resident_bytes = resident_bytes
        self._memory_bytes = memory_bytes
        self._deadline = float("inf")
        self._ending = Ending.FAILED
        self._done = threading.Event()
        self._watcher = threading.Thread(target=self._watch, name="reader-watch", daemon=True)
        self._watcher.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._done.set()
        self.kill()
        self._process.wait()
        self._watcher.join()
        with contextlib.suppress(OSError):
            self._input.close()
        self.output.close()

    def order(self, order: Order) -> None:
        """Say what to read. A process that is gone already is noticed when nothing is reported."""
        with contextlib.suppress(OSError):
            write_message(self._input, order)

    def allow(self, seconds: float) -> None:
        """End the process when it is not given more time within so many seconds."""
        self._deadline = time.monotonic() + seconds

    def kill(self) -> None:
        """End the process at once, from any thread."""
        with contextlib.suppress(OSError):
            self._process.kill()

    def ending(self) -> Ending:
        """Return why the process ended by itself, or was ended by the watch."""
        code, peak_bytes = self._wait()
        if ran_out_of_time(code):
            return Ending.TOO_SLOW
        if self._ending is Ending.FAILED and code != 0 and peak_bytes > _NEARLY * self._memory_bytes:
            # A library that gets no memory ends the process.
            return Ending.TOO_MUCH_MEMORY
        return self._ending

    def death(self) -> str:
        """Return how the process ended, in a few words."""
        return f"exit code {self._process.wait()}"

    def _wait(self) -> tuple[int, int]:
        """Return the exit code of the process and the most memory that it used, where the system tells."""
        if sys.platform == "win32" or self._process.returncode is not None:
            return self._process.wait(), 0
        try:
            _, status, usage = os.wait4(self._process.pid, 0)
        except ChildProcessError:
            return self._process.wait(), 0
        self._process.returncode = os.waitstatus_to_exitcode(status)
        unit = 1 if sys.platform == "darwin" else 1024
        return self._process.returncode, usage.ru_maxrss * unit

    def _watch(self) -> None:
        import psutil

        try:
            process = psutil.Process(self._process.pid)
        except psutil.Error:
            return
        while not self._done.wait(_WATCH_SECONDS):
            try:
                resident = process.memory_info().rss
            except psutil.Error:
                return
            if time.monotonic() > self._deadline:
                self._ending = Ending.TOO_SLOW
            elif resident > self._resident_bytes:
                self._ending = Ending.TOO_MUCH_MEMORY
            else:
                continue
            self.kill()
            return
