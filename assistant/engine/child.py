"""One engine process and the threads that read its pipes."""

from __future__ import annotations

import contextlib
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from typing import BinaryIO

from assistant.engine.openmp import openmp_environment
from assistant.engine.protocol import Close, Reply, Request, read_reply
from assistant.errors import QT_TRANSLATE_NOOP, EngineError
from assistant.paths import program_folder
from assistant.processes.guest import after_start, popen_options
from assistant.processes.messages import ProtocolError, write_message

_CLOSE_PATIENCE_SECONDS = 2.0
_STDERR_LINES = 60

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wake:
    """Put among the replies by a cancel, to wake who waits for one: which request, or all when it is 0."""

    number: int = 0


Inbox = queue.SimpleQueue[Reply | ProtocolError | Wake | None]
"""Replies in order; a `ProtocolError` for nonsense, None when the pipe has ended."""


def engine_command() -> list[str]:
    """Return the command that starts the engine process of this very program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--engine"]
    return [sys.executable, str(program_folder() / "main.py"), "--engine"]


class EngineChild:
    """One engine process and the threads that read its pipes.

    Attributes:
        pid: Its process id.
        inbox: What it says, and who waits for it is woken through it.
    """

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                # When it gives up, ggml would start a debugger to print where it was.
                env={**os.environ, "GGML_NO_BACKTRACE": "1", **openmp_environment()},
                **popen_options(),
            )
        except OSError as error:
            raise EngineError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The engine could not be started. Close other programs and try again; if that does not help, "
                    "install Thimble again.",
                ),
                details=str(error),
            ) from error
        self.pid = self._process.pid
        self._tie = after_start(self._process)
        self.inbox: Inbox = queue.SimpleQueue()
        self._stderr: deque[str] = deque(maxlen=_STDERR_LINES)
        assert self._process.stdin and self._process.stdout and self._process.stderr  # noqa: S101, PT018 - pipes asked for above
        self._sink: BinaryIO = self._process.stdin  # type: ignore[assignment]
        self._send_lock = threading.Lock()
        self._readers = [
            threading.Thread(target=self._read_replies, args=(self._process.stdout,), name="engine-out", daemon=True),
            threading.Thread(target=self._read_stderr, args=(self._process.stderr,), name="engine-err", daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    @property
    def running(self) -> bool:
        """Whether the process has not ended."""
        return self._process.poll() is None

    def send(self, request: Request) -> bool:
        """Write a request; False when the process is gone."""
        try:
            with self._send_lock:
                write_message(self._sink, request)
        except (OSError, ValueError):
            return False
        return True

    def close(self) -> None:
        """Ask the process to end, and end it when it does not."""
        self.send(Request(0, Close()))
        try:
            self._process.wait(_CLOSE_PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            _log.warning("the engine did not end when asked; it is killed")
        self.kill()

    def kill(self) -> None:
        """End the process at once and wait for the readers of its pipes."""
        self._process.kill()
        self._process.wait()
        with contextlib.suppress(OSError):
            self._sink.close()
        for reader in self._readers:
            reader.join()

    def death(self) -> str:
        """Return how the process ended, in a few words."""
        code = self._process.returncode
        if code is None:
            return "unknown"
        if code < 0:
            try:
                return signal.Signals(-code).name
            except ValueError:
                return f"signal {-code}"
        return f"exit code {code}"

    def last_words(self) -> str:
        """Return the end of what the process wrote to standard error."""
        return "\n".join(self._stderr)

    def _read_replies(self, source: BinaryIO) -> None:
        with source:
            try:
                while (reply := read_reply(source)) is not None:
                    self.inbox.put(reply)
            except ProtocolError as error:
                self.inbox.put(error)
            except OSError as error:
                _log.info("reading from the engine ended: %s", error)
        self.inbox.put(None)

    def _read_stderr(self, source: BinaryIO) -> None:
        with source:
            for line in source:
                self._stderr.append(line[:500].decode("utf-8", "replace").rstrip())
