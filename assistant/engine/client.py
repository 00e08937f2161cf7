"""The program's side of the engine process: starts it, talks to it, survives it, and ends it when nobody needs it."""

from __future__ import annotations

import contextlib
import itertools
import logging
import queue
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from assistant.engine.base import EngineStatus, Generation, LoadOptions, ModelInfo
from assistant.engine.child import EngineChild, Wake, engine_command
from assistant.engine.idle import IdleTimer
from assistant.engine.load_plan import fingerprint, plan_load
from assistant.engine.protocol import (
    Answer,
    Cancel,
    Command,
    Counted,
    CountTokens,
    Done,
    Fitted,
    Forget,
    Generate,
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
)
from assistant.engine.state_files import StateFolder
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError, RepeatedCrashError
from assistant.events import (
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
from assistant.jobs import CancelToken
from assistant.processes.guest import threads_on_power
from assistant.processes.lockdown import Lockdown
from assistant.processes.messages import Failure, ProtocolError

CANCEL_PATIENCE_SECONDS = 5.0
"""How long the engine may take to obey a cancel before it is ended."""

LOAD_CANCEL_PATIENCE_SECONDS = 0.1
"""The same while it loads, when ending it loses nothing."""

CRASHES_BEFORE_ASKING = 2
PARALLEL_REQUESTS = 16
"""Requests sent before the first is done: twice what runs at once, so that the next one is there when one ends."""

_log = logging.getLogger(__name__)


class EngineClient:
    """An engine whose work is done by a child process, started when it is first needed and again after a crash.

    Attributes:
        idle_seconds: After so long without work the process ends and all its memory is given back; 0 for never.
        save_battery: Use half the threads while the computer runs on its battery.
    """

    def __init__(self, command: Sequence[str] | None = None, *, states: StateFolder | None = None) -> None:
        """Prepare; nothing is started.

        Args:
            command: How to start the engine process; by default this program with `--engine`.
            states: Where what was read may be kept for the next start.
        """
        self._command = list(command or engine_command())
        self._states = states
        self._child: EngineChild | None = None
        self._numbers = itertools.count(1)
        self._loaded: tuple[object, ModelInfo] | None = None
        self._lockdown = Lockdown()
        self._model: Path | None = None
        self._crashes: dict[Path, int] = {}
        self._most_threads = 1
        self._use = threading.Lock()
        self._idle = IdleTimer(self._retire)
        self.idle_seconds = 0.0
        self.save_battery = False

    def load(self, path: Path, options: LoadOptions, cancel: CancelToken) -> Iterator[Event]:
        """Load a model; see `assistant.engine.base.Engine.load`.

        Raises:
            RepeatedCrashError: The engine crashed twice in a row with this model; `forgive` lets it be tried again.
        """
        key = (*fingerprint(path), options)
        self._idle.stop()
        if self._loaded is not None and self._loaded[0] == key and self._child is not None and self._child.running:
            self._idle.start(self.idle_seconds)
            yield ModelReady(self._loaded[1].name, self._loaded[1].context_length)
            return
        if self._crashes.get(path, 0) >= CRASHES_BEFORE_ASKING:
            raise RepeatedCrashError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The engine crashed twice in a row with the model {file}, so it is not loaded again by itself. "
                    "Choose another model, or try again all the same.",
                ),
                file=path.name,
            )
        # A locked-down process can't open another model, and only its end gives all memory back.
        self._retire()
        yield Progress(Stage.STARTING, 0.0)
        self._model = path
        load = plan_load(path, options, self._states)
        self._most_threads = load.threads
        for answer in self._ask(load, cancel, patience=LOAD_CANCEL_PATIENCE_SECONDS):
            match answer:
                case Loading(fraction):
                    yield Progress(Stage.STARTING, fraction)
                case Loaded(info, lockdown):
                    self._loaded = (key, info)
                    self._lockdown = lockdown
                    yield ModelReady(info.name, info.context_length)
                    return
                case _:
                    self._reject(answer)

    def generate(self, request: Generation, cancel: CancelToken) -> Iterator[Event]:
        """Answer; see `assistant.engine.base.Engine.generate`."""
        for answer in self._ask(self._generate_command(request), cancel):
            event = self._event(answer)
            yield event
            if isinstance(event, Finished | Cancelled):
                return

    def generate_many(
        self,
        requests: Iterable[Generation],
        cancel: CancelToken,
        *,
        cancels: Mapping[int, CancelToken] | None = None,
        parallel: int = PARALLEL_REQUESTS,
    ) -> Iterator[tuple[int, Event]]:
        """Answer several requests together; see `assistant.engine.base.Engine.generate_many`."""
        source = enumerate(requests)
        running: dict[int, int] = {}
        with self._using() as child, contextlib.ExitStack() as listeners:

            def send_more() -> None:
                while len(running) < parallel and not cancel.cancelled and (entry := next(source, None)) is not None:
                    index, request = entry
                    number = self._send(child, self._generate_command(request))
                    running[number] = index
                    if cancels is not None and index in cancels:
                        wake = partial(child.inbox.put, Wake(number))
                        listeners.enter_context(cancels[index].listening(wake))

            send_more()
            if not running:
                return
            for number, answer in self._replies(child, running, cancel):
                if isinstance(answer, Failure):
                    event: Event = Failed(answer.error())
                elif isinstance(answer, Stopped):
                    event = Cancelled()
                else:
                    event = self._event(answer)
                yield running[number], event
                if isinstance(event, Finished | Cancelled | Failed):
                    del running[number]
                    send_more()
                    if not running:
                        return

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
        return EngineStatus(self._loaded[1], resident, used, child.pid, self._lockdown)

    def save_states(self) -> int:
        """Keep on disk what was read for conversations, as far as it is worth it; returns the number of files.

        Raises:
            EngineError: The engine failed.
        """
        if self._states is None or self._loaded is None or self._child is None or not self._child.running:
            return 0
        written = 0
        for answer in self._ask(SaveStates(), CancelToken()):
            match answer:
                case StateFile(name, content):
                    written += self._states.write(name, content)
                case Counted():
                    break
                case _:
                    self._reject(answer)
        return written

    def forget(self, owner: str) -> None:
        """Drop what was read for a conversation, in memory and on disk."""
        if self._states is not None:
            self._states.forget(owner)
        if self._loaded is not None and self._child is not None and self._child.running:
            self._ask_number(Forget(owner))

    def forgive(self, path: Path) -> None:
        """Let a model be loaded again after it crashed the engine twice in a row."""
        self._crashes.pop(path, None)

    def close(self) -> None:
        """End the engine process; all its memory is given back. The next `load` starts a new one."""
        self._idle.stop()
        self._retire()

    def _generate_command(self, request: Generation) -> Generate:
        return Generate(request, threads=threads_on_power(self._most_threads, save_battery=self.save_battery))

    def _event(self, answer: Answer) -> Event:
        """Return what an answer to `Generate` means."""
        match answer:
            case Fitted(left_out, prompt_tokens):
                return ContextFitted(left_out, prompt_tokens, self._loaded[1].context_length if self._loaded else 0)
            case Reading(fraction):
                return Progress(Stage.READING, fraction)
            case Piece(text):
                return Text(text)
            case Done(reason, stats):
                if self._model is not None:
                    self._crashes.pop(self._model, None)
                return Cancelled(stats) if reason is StopReason.CANCELLED else Finished(reason, stats)
        return self._reject(answer)

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
        with self._using() as child:
            number = self._send(child, command)
            for _, answer in self._replies(child, {number: 0}, cancel, patience=patience):
                if isinstance(answer, Stopped):
                    raise CancelledError
                yield answer

    def _send(self, child: EngineChild, command: Command) -> int:
        number = next(self._numbers)
        if not child.send(Request(number, command)):
            self._fail_dead(child)
        return number

    def _replies(
        self,
        child: EngineChild,
        running: Mapping[int, int],
        cancel: CancelToken,
        *,
        patience: float = CANCEL_PATIENCE_SECONDS,
    ) -> Iterator[tuple[int, Answer]]:
        """Yield the replies to the requests in `running`, which the caller may change in between."""
        waiting: float | None = None
        with cancel.listening(lambda: child.inbox.put(Wake())):
            while True:
                try:
                    reply = child.inbox.get(timeout=waiting)
                except queue.Empty:
                    _log.info("the engine did not stop when asked; it is ended")
                    self._drop(child)
                    raise CancelledError from None
                match reply:
                    case Reply(answered, answer) if answered in running:
                        yield answered, answer
                    case Reply():
                        continue  # the rest of a request whose listener went away
                    case Wake(number):
                        for wanted in [number] if number else list(running):
                            child.send(Request(0, Cancel(wanted)))
                        waiting = patience if not number else waiting
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

    @contextlib.contextmanager
    def _using(self) -> Iterator[EngineChild]:
        """Give the running process, started if need be; it does not end for being idle meanwhile."""
        self._idle.stop()
        try:
            with self._use:
                yield self._running_child()
        finally:
            if self._child is not None:
                self._idle.start(self.idle_seconds)

    def _retire(self) -> None:
        """End the process; what is worth keeping is kept."""
        if self._child is None:
            return
        with contextlib.suppress(EngineError):
            self.save_states()
        self._loaded = None
        child, self._child = self._child, None
        if child is not None:
            child.close()

    def _reject(self, answer: Answer) -> NoReturn:
        if isinstance(answer, Failure):
            raise answer.error()
        if self._child is not None:
            self._drop(self._child)
        raise EngineError(
            QT_TRANSLATE_NOOP("errors", "The engine gave an unexpected reply and was ended. Please try again."),
            details=type(answer).__name__,
        )

    def _running_child(self) -> EngineChild:
        if self._child is not None and not self._child.running:
            self._drop(self._child)
        if self._child is None:
            self._loaded = None
            self._child = EngineChild(self._command)
        return self._child

    def _drop(self, child: EngineChild) -> None:
        self._loaded = None
        self._child = None
        child.kill()

    def _fail_dead(self, child: EngineChild) -> NoReturn:
        self._drop(child)
        if self._model is not None:
            self._crashes[self._model] = self._crashes.get(self._model, 0) + 1
        raise EngineError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The engine stopped unexpectedly ({reason}). What was written is kept; please try again.",
            ),
            reason=child.death(),
            details=child.last_words(),
        )
