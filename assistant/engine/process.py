"""The engine process: the same program started with `--engine`.

It speaks `assistant.engine.protocol` on its standard input and output and ends when the input closes, that is, with
its parent. Answers run together, everything else one after the other; a second thread reads the pipe so that a cancel
arrives while llama.cpp works.
"""

from __future__ import annotations

import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO

from assistant.engine.llama import LlamaModel
from assistant.engine.loader import LlamaLoader
from assistant.engine.one_at_a_time import OneAtATime
from assistant.engine.protocol import (
    Answer,
    Cancel,
    Close,
    Counted,
    CountTokens,
    Done,
    Fitted,
    Forget,
    Generate,
    Load,
    Loaded,
    Loading,
    Piece,
    Reading,
    Reply,
    Request,
    SaveStates,
    StateFile,
    Status,
    Stopped,
    read_request,
)
from assistant.engine.steps import LAST_STEPS, Begun, Broken, End, Read, Step, Token, Unmade
from assistant.engine.threads import ThreadGovernor
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError, ThimbleError
from assistant.model_files.ggml import ggml_kind
from assistant.model_files.gguf import part_paths
from assistant.processes.guest import be_a_good_guest
from assistant.processes.lockdown import Lockdown, lock_down
from assistant.processes.messages import Failure, ProtocolError, write_message
from assistant.processes.pipes import take_over_pipes

TEXT_INTERVAL_SECONDS = 0.025
"""Text goes over the pipe at most this often: every message wakes the window's process on a core the model needs."""


def main() -> int:
    """Serve requests until the input ends or `Close` arrives; returns the exit code."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_a_good_guest()
    source, sink = take_over_pipes()
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
        self._model: LlamaModel | OneAtATime | None = None
        self._lockdown = Lockdown()
        self._texts: dict[int, _TextGate] = {}

    def serve(self) -> None:
        """Work until the input ends or `Close` arrives."""
        # Before there is a second thread: Landlock binds only the calling one and those it starts later.
        if not self._take_first_request():
            return
        threading.Thread(target=self._read_pipe, name="pipe", daemon=True).start()
        try:
            while self._take_requests():
                self._step()
        except BrokenPipeError:
            os._exit(0)
        if self._model is not None:
            self._model.close()

    def _take_first_request(self) -> bool:
        """Read the first request and lock this process down to what it needs; False when there is none."""
        try:
            request = read_request(self._source)
        except (ProtocolError, OSError) as error:
            print(f"engine: {error}", file=sys.stderr)
            return False
        if request is None or isinstance(request.command, Close):
            return False
        if isinstance(request.command, Load):
            self._lockdown = lock_down(readable=_files_of(request.command))
        self._requests.put(request)
        return True

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
        if self._current or self._texts:
            # The parent is gone or gave up: nobody waits for what llama.cpp still computes.
            os._exit(0)
        self._requests.put(None)

    def _cancel(self, number: int) -> None:
        with self._lock:
            self._cancelled.add(number)
            model = self._model
        if model is not None:
            model.cancel(number)

    def _take_requests(self) -> bool:
        """Run what has arrived; waits while no answer is being made. False when there is nothing more to do."""
        while True:
            try:
                request = self._requests.get(block=not self._texts)
            except queue.Empty:
                return True
            if request is None:
                return False
            self._run(request)
            if self._texts and self._requests.empty():
                return True

    def _run(self, request: Request) -> None:
        with self._lock:
            self._current = request.number
        try:
            self._dispatch(request)
        except CancelledError:
            self._reply(request.number, Stopped())
        except ThimbleError as error:
            self._reply(request.number, Failure.of(error))
        except BrokenPipeError:
            raise
        except Exception as error:
            self._texts.pop(request.number, None)
            self._reply(request.number, Failure.of(_unexpected(error)))
        finally:
            with self._lock:
                self._current = 0
                if request.number not in self._texts:
                    self._cancelled.discard(request.number)

    def _reply(self, number: int, answer: Answer) -> None:
        write_message(self._sink, Reply(number, answer))

    def _dispatch(self, request: Request) -> None:
        number = request.number
        match request.command:
            case Load() as load:
                self._load(number, load)
            case Generate(generation, threads):
                model = self._loaded()
                if number in self._cancelled:
                    raise CancelledError
                if threads:
                    model.limit_threads(threads)
                model.add(number, generation)
                self._texts[number] = _TextGate()
            case CountTokens(text):
                self._reply(number, Counted(self._loaded().count_tokens(text)))
            case Status():
                self._reply(number, Counted(self._model.cached_tokens if self._model else 0))
            case SaveStates():
                count = 0
                for name, content in self._model.unsaved() if self._model else ():
                    if number in self._cancelled:
                        break
                    self._reply(number, StateFile(name, content))
                    count += 1
                self._reply(number, Counted(count))
            case Forget(owner):
                if self._model is not None:
                    self._model.forget(owner)
                self._reply(number, Counted(0))

    def _step(self) -> None:
        """Go on with the answers by one batch."""
        model = self._model
        if model is None or not self._texts:
            return
        try:
            for number, step in model.step():
                self._tell(number, step)
        except BrokenPipeError:
            raise
        except Exception as error:
            # What the model holds may be in any state now.
            failure = Failure.of(_unexpected(error))
            self._drop_model()
            for number in list(self._texts):
                self._end(number)
                self._reply(number, failure)

    def _tell(self, number: int, step: Step) -> None:
        """Send what came of a request."""
        gate = self._texts[number]
        match step:
            case Begun(left_out, prompt_tokens):
                self._reply(number, Fitted(left_out, prompt_tokens))
            case Read(fraction):
                self._reply(number, Reading(fraction))
            case Token(text):
                if ready := gate.add(text):
                    self._reply(number, Piece(ready))
            case End(reason, text, stats):
                if rest := gate.rest() + text:
                    self._reply(number, Piece(rest))
                self._reply(number, Done(reason, stats))
            case Unmade():
                self._reply(number, Stopped())
            case Broken(error):
                self._reply(number, Failure.of(error))
        if isinstance(step, LAST_STEPS):
            self._end(number)

    def _end(self, number: int) -> None:
        del self._texts[number]
        with self._lock:
            self._cancelled.discard(number)

    def _load(self, number: int, load: Load) -> None:
        self._drop_model()
        reported = -1

        def progress(fraction: float) -> bool:
            nonlocal reported
            if (percent := int(fraction * 100)) != reported:
                reported = percent
                self._reply(number, Loading(fraction))
            return number not in self._cancelled

        kind = ggml_kind(Path(load.path))
        if kind is not None:
            from assistant.engine.legacy.loader import load_legacy

            governor = ThreadGovernor(load.threads, fixed=load.threads if load.fixed_threads else 0)
            legacy = load_legacy(
                Path(load.path),
                kind=kind,
                context_length=load.context_length,
                governor=governor,
                available_bytes=load.available_bytes,
                progress=progress,
            )
            model: LlamaModel | OneAtATime = OneAtATime(legacy, governor)
        else:
            self._loader = self._loader or LlamaLoader()
            model = self._loader.load(load, progress)
        with self._lock:
            self._model = model
        self._reply(number, Loaded(model.info, self._lockdown))

    def _drop_model(self) -> None:
        with self._lock:
            model, self._model = self._model, None
        if model is not None:
            model.close()

    def _loaded(self) -> LlamaModel | OneAtATime:
        if self._model is None:
            raise EngineError(QT_TRANSLATE_NOOP("errors", "No model is loaded. Choose a model and try again."))
        return self._model


class _TextGate:
    """Gathers an answer's text for `TEXT_INTERVAL_SECONDS`."""

    def __init__(self) -> None:
        self._pending: list[str] = []
        self._sent = float("-inf")

    def add(self, text: str) -> str:
        """Return what is to be sent now, often nothing."""
        if text:
            self._pending.append(text)
        now = time.perf_counter()
        if not self._pending or now - self._sent < TEXT_INTERVAL_SECONDS:
            return ""
        self._sent = now
        return self.rest()

    def rest(self) -> str:
        """Return what was not sent yet."""
        text = "".join(self._pending)
        self._pending.clear()
        return text


def _files_of(load: Load) -> list[Path]:
    """Return what a model is read from: its file or files, and the states saved for it."""
    states = [Path(load.states)] if load.states else []
    return [*part_paths(Path(load.path)), *states]


def _unexpected(error: Exception) -> EngineError:
    return EngineError(
        QT_TRANSLATE_NOOP("errors", "The engine failed ({kind}). What was written is kept; please try again."),
        kind=type(error).__name__,
        details=repr(error),
    )
