"""The program's side of the engine process: starts it, talks to it, survives it."""

from __future__ import annotations

import contextlib
import itertools
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from assistant.engine.base import EngineStatus, Generation, LoadOptions, ModelInfo
from assistant.engine.protocol import (
    Answer,
    Cancel,
    Close,
    Command,
    Counted,
    CountTokens,
    Done,
    Failure,
    Fitted,
    Generate,
    Load,
    Loaded,
    Loading,
    Piece,
    ProtocolError,
    Reading,
    Reply,
    Request,
    Status,
    Stopped,
    read_reply,
    write_message,
)
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError, ModelError
from assistant.events import Cancelled, ContextFitted, Event, Finished, ModelReady, Progress, Stage, StopReason, Text
from assistant.jobs import CancelToken
from assistant.paths import program_folder

CANCEL_PATIENCE_SECONDS = 5.0
"""How long the engine may take to obey a cancel before it is ended."""

LOAD_CANCEL_PATIENCE_SECONDS = 0.1
"""The same while it loads, when ending it loses nothing."""

_CLOSE_PATIENCE_SECONDS = 2.0
_STDERR_LINES = 60
_NO_CONSOLE: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # exists on Windows only

_log = logging.getLogger(__name__)
_CANCELLED = "cancelled"
"""Put into the replies by a cancel, to wake who waits for one."""

_Inbox = queue.SimpleQueue[Reply | ProtocolError | str | None]


def engine_command() -> list[str]:
    """Return the command that starts the engine process of this very program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--engine"]
    return [sys.executable, str(program_folder() / "main.py"), "--engine"]


class EngineClient:
    """An engine whose work is done by a child process, started when it is first needed and again after a crash."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """Prepare; nothing is started.

        Args:
            command: How to start the engine process; by default this program with `--engine`.
        """
        self._command = list(command or engine_command())
        self._child: _Child | None = None
        self._numbers = itertools.count(1)
        self._loaded: tuple[object, ModelInfo] | None = None

    def load(self, path: Path, options: LoadOptions, cancel: CancelToken) -> Iterator[Event]:
        """Load a model; see `assistant.engine.base.Engine.load`."""
        key = (*_fingerprint(path), options)
        if self._loaded is not None and self._loaded[0] == key and self._child is not None and self._child.running:
            yield ModelReady(self._loaded[1].name, self._loaded[1].context_length)
            return
        self._loaded = None
        yield Progress(Stage.STARTING, 0.0)
        import psutil  # here: its 10 ms and its sockets are no part of the window's start

        command = Load(
            path=str(path.absolute()),
            context_length=options.context_length,
            threads=options.threads or automatic_threads(),
            available_bytes=psutil.virtual_memory().available,
        )
        for answer in self._ask(command, cancel, patience=LOAD_CANCEL_PATIENCE_SECONDS):
            match answer:
                case Loading(fraction):
                    yield Progress(Stage.STARTING, fraction)
                case Loaded(info):
                    self._loaded = (key, info)
                    yield ModelReady(info.name, info.context_length)
                    return
                case _:
                    self._reject(answer)

    def generate(self, request: Generation, cancel: CancelToken) -> Iterator[Event]:
        """Answer; see `assistant.engine.base.Engine.generate`."""
        for answer in self._ask(Generate(request), cancel):
            match answer:
                case Fitted(left_out, prompt_tokens):
                    yield ContextFitted(left_out, prompt_tokens, self._loaded[1].context_length if self._loaded else 0)
                case Reading(fraction):
                    yield Progress(Stage.READING, fraction)
                case Piece(text):
                    yield Text(text)
                case Done(StopReason.CANCELLED, stats):
                    yield Cancelled(stats)
                    return
                case Done(reason, stats):
                    yield Finished(reason, stats)
                    return
                case _:
                    self._reject(answer)

    def count_tokens(self, text: str) -> int:
        """Return the length of `text` in tokens of the loaded model.

        Raises:
            EngineError: No model is loaded, or the engine failed.
        """
        return self._ask_number(CountTokens(text))

    def status(self) -> EngineStatus:
        """Return what is loaded and how much memory it takes; starts nothing."""
        child = self._child
        if child is None or not child.running or self._loaded is None:
            return EngineStatus(None, 0, 0, child.pid if child is not None and child.running else 0)
        used = self._ask_number(Status())
        import psutil

        try:
            resident = psutil.Process(child.pid).memory_info().rss
        except psutil.Error:
            resident = 0
        return EngineStatus(self._loaded[1], resident, used, child.pid)

    def close(self) -> None:
        """End the engine process; all its memory is given back. The next `load` starts a new one."""
        self._loaded = None
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def _ask_number(self, command: Command) -> int:
        for answer in self._ask(command, CancelToken()):
            match answer:
                case Counted(tokens):
                    return tokens
                case _:
                    self._reject(answer)
        raise AssertionError("unreachable: the answers end with one of the cases or an error")

    def _ask(
        self, command: Command, cancel: CancelToken, *, patience: float = CANCEL_PATIENCE_SECONDS
    ) -> Iterator[Answer]:
        """Send a command and yield its answers without end; the caller stops at the last one.

        Args:
            command: What to ask.
            cancel: Ends it.
            patience: Seconds the engine may take to obey a cancel before it is ended.

        Raises:
            CancelledError: Cancelled before anything was made, or the engine did not obey and was ended.
            EngineError: The process died, or answered nonsense, or failed.
        """
        child = self._running_child()
        number = next(self._numbers)
        if not child.send(Request(number, command)):
            self._fail_dead(child)
        waiting: float | None = None
        with cancel.listening(lambda: child.inbox.put(_CANCELLED)):
            while True:
                try:
                    reply = child.inbox.get(timeout=waiting)
                except queue.Empty:
                    _log.info("the engine did not stop when asked; it is ended")
                    self._drop(child)
                    raise CancelledError from None
                match reply:
                    case Reply(answered, answer) if answered == number:
                        if isinstance(answer, Stopped):
                            raise CancelledError
                        yield answer
                    case Reply():
                        continue  # the rest of a request whose listener went away
                    case str():
                        child.send(Request(0, Cancel(number)))
                        waiting = patience
                    case None:
                        self._fail_dead(child)
                    case ProtocolError() as error:
                        self._drop(child)
                        raise EngineError(
                            QT_TRANSLATE_NOOP(
                                "errors",
                                "The engine answered something Thimble does not understand and was ended. "
                                "What was written is kept; please try again.",
                            ),
                            details=str(error),
                        )

    def _reject(self, answer: Answer) -> NoReturn:
        if isinstance(answer, Failure):
            raise answer.error()
        if self._child is not None:
            self._drop(self._child)
        raise EngineError(
            QT_TRANSLATE_NOOP("errors", "The engine gave an unexpected reply and was ended. Please try again."),
            details=type(answer).__name__,
        )

    def _running_child(self) -> _Child:
        if self._child is None or not self._child.running:
            if self._child is not None:
                self._drop(self._child)
            self._child = _Child(self._command)
        return self._child

    def _drop(self, child: _Child) -> None:
        self._loaded = None
        self._child = None
        child.kill()

    def _fail_dead(self, child: _Child) -> NoReturn:
        self._drop(child)
        raise EngineError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The engine stopped unexpectedly ({reason}). What was written is kept; please try again.",
            ),
            reason=child.death(),
            details=child.last_words(),
        )


class _Child:
    """One engine process and the threads that read its pipes."""

    def __init__(self, command: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=sys.platform != "win32",
                creationflags=_NO_CONSOLE,
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
        self.inbox: _Inbox = queue.SimpleQueue()
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


def automatic_threads() -> int:
    """Return how many threads the engine uses by itself: the physical cores this process may run on."""
    import psutil

    physical = psutil.cpu_count(logical=False) or os.cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        physical = min(physical, len(os.sched_getaffinity(0)))
    return max(1, physical)


def _fingerprint(path: Path) -> tuple[Path, int, int]:
    """Return what tells a model file from one that replaced it.

    Raises:
        ModelError: The file is gone.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise ModelError.unreadable(path.name, error) from error
    return path, stat.st_size, stat.st_mtime_ns
