"""The engine process: the same program started with `--engine`.

It speaks `assistant.engine.protocol` on its standard input and output and ends when the input closes, that is, with
its parent. It runs one request at a time; a second thread reads the pipe so that a cancel arrives while llama.cpp
works.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from assistant.engine.llama import Answering, End, LlamaModel, Read, Token
from assistant.engine.loader import LlamaLoader
from assistant.engine.protocol import (
    Answer,
    Cancel,
    Close,
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
    read_request,
    write_message,
)
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError, ThimbleError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TEXT_INTERVAL_SECONDS = 0.025
"""Text goes over the pipe at most this often: every message wakes the window's process on a core the model needs."""


def main() -> int:
    """Serve requests until the input ends or `Close` arrives; returns the exit code."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    source, sink = _take_over_pipes()
    EngineProcess(source, sink).serve()
    return 0


class EngineProcess:
    """Serves the requests of one parent."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        """Read requests from `source`, write replies to `sink`."""
        self._source = source
        self._sink = sink
        self._requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._cancelled: set[int] = set()
        self._current = 0
        self._loader: LlamaLoader | None = None
        self._model: LlamaModel | None = None

    def serve(self) -> None:
        """Work until the input ends or `Close` arrives."""
        threading.Thread(target=self._read_pipe, name="pipe", daemon=True).start()
        while (request := self._requests.get()) is not None:
            self._run(request)
        if self._model is not None:
            self._model.close()

    def _read_pipe(self) -> None:
        try:
            while (request := read_request(self._source)) is not None:
                match request.command:
                    case Cancel(number):
                        self._cancel(number)
                    case Close():
                        break
                    case _:
                        self._requests.put(request)
        except (ProtocolError, OSError) as error:
            print(f"engine: {error}", file=sys.stderr)
        if self._current:
            # The parent is gone or gave up: nobody waits for what llama.cpp still computes.
            os._exit(0)
        self._requests.put(None)

    def _cancel(self, number: int) -> None:
        with self._lock:
            self._cancelled.add(number)
            if number == self._current and self._model is not None:
                self._model.flag.raise_()

    def _run(self, request: Request) -> None:
        with self._lock:
            self._current = request.number
            if self._model is not None:
                self._model.flag.lower()
                if request.number in self._cancelled:
                    self._model.flag.raise_()

        def reply(answer: Answer) -> None:
            write_message(self._sink, Reply(request.number, answer))

        try:
            self._dispatch(request, reply)
        except CancelledError:
            reply(Stopped())
        except ThimbleError as error:
            reply(Failure.of(error))
        except BrokenPipeError:
            os._exit(0)
        except Exception as error:
            reply(Failure.of(_unexpected(error)))
        finally:
            with self._lock:
                self._current = 0
                self._cancelled.discard(request.number)

    def _dispatch(self, request: Request, reply: Callable[[Answer], None]) -> None:
        match request.command:
            case Load() as load:
                self._load(request.number, load, reply)
            case Generate(generation):
                model = self._loaded()
                unread, course = model.prepare(generation)
                reply(Fitted(course.left_out, course.prompt_tokens))
                steps = model.answer(generation, unread, course)
                _stream(steps, course, reply)
            case CountTokens(text):
                reply(Counted(self._loaded().count_tokens(text)))
            case Status():
                reply(Counted(self._model.cached_tokens if self._model else 0))

    def _load(self, number: int, load: Load, reply: Callable[[Answer], None]) -> None:
        if self._model is not None:
            with self._lock:
                model, self._model = self._model, None
            model.close()
        self._loader = self._loader or LlamaLoader()
        reported = -1

        def progress(fraction: float) -> bool:
            nonlocal reported
            if (percent := int(fraction * 100)) != reported:
                reported = percent
                reply(Loading(fraction))
            return number not in self._cancelled

        model = self._loader.load(
            Path(load.path),
            context_length=load.context_length,
            threads=load.threads,
            available_bytes=load.available_bytes,
            progress=progress,
        )
        with self._lock:
            self._model = model
        reply(Loaded(model.info))

    def _loaded(self) -> LlamaModel:
        if self._model is None:
            raise EngineError(QT_TRANSLATE_NOOP("errors", "No model is loaded. Choose a model and try again."))
        return self._model


def _stream(steps: Iterator[Read | Token | End], course: Answering, reply: Callable[[Answer], None]) -> None:
    """Send an answer's steps, text gathered for `TEXT_INTERVAL_SECONDS`."""
    pending: list[str] = []
    sent = float("-inf")
    for step in steps:
        match step:
            case Read(fraction):
                reply(Reading(fraction))
            case Token(text):
                if text:
                    pending.append(text)
                now = time.perf_counter()
                if pending and now - sent >= TEXT_INTERVAL_SECONDS:
                    reply(Piece("".join(pending)))
                    pending.clear()
                    sent = now
            case End(reason, text):
                if pending or text:
                    reply(Piece("".join(pending) + text))
                reply(Done(reason, course.stats()))


def _unexpected(error: Exception) -> EngineError:
    return EngineError(
        QT_TRANSLATE_NOOP("errors", "The engine failed ({kind}). What was written is kept; please try again."),
        kind=type(error).__name__,
        details=repr(error),
    )


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes to the parent; whatever else prints goes to standard error from here on."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return source, sink
