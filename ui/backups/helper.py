"""A thread beside the window's for what reads and writes whole files: one piece of work after the other."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from assistant.errors import CancelledError, ThimbleError
from assistant.jobs import unexpected

_log = logging.getLogger(__name__)

Cancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Work:
    """One piece of work.

    Attributes:
        do: Runs on the thread; asks now and then whether to give up, by raising `CancelledError`.
        done: Takes the result, on the window's thread.
        failed: Takes the sentence of what went wrong, on the window's thread.
        in_background: Whether nobody waits for it, so that it may be given up at any time.
    """

    do: Callable[[Cancelled], Any]
    done: Callable[[Any], None]
    failed: Callable[[ThimbleError], None]
    in_background: bool = False


class Helper(QObject):
    """Does pieces of work in order; its thread lives only while there is some."""

    busy_changed = Signal(bool)
    """Whether work that somebody waits for is being done."""
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a thread."""
        super().__init__(parent)
        self._waiting: deque[Work] = deque()
        self._current: Work | None = None
        self._thread: threading.Thread | None = None
        self._give_up = threading.Event()
        self._stopped = False
        self._busy = False
        self._ended.connect(self._finish)

    @property
    def busy(self) -> bool:
        """Whether work that somebody waits for is being done."""
        return self._busy

    @property
    def idle(self) -> bool:
        """Whether there is no work at all."""
        return self._current is None and not self._waiting

    def submit(self, work: Work) -> None:
        """Do a piece of work after those that wait; what nobody waits for makes way for it."""
        if self._stopped:
            return
        if not work.in_background:
            self.give_up_background()
        self._waiting.append(work)
        self._next()

    def give_up_background(self) -> None:
        """End what nobody waits for."""
        self._waiting = deque(work for work in self._waiting if not work.in_background)
        if self._current is not None and self._current.in_background:
            self._give_up.set()

    def stop(self) -> None:
        """Give everything up and wait for the thread; may be called more than once."""
        self._stopped = True
        self._waiting.clear()
        self._give_up.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _next(self) -> None:
        if self._current is None and self._waiting and not self._stopped:
            work = self._current = self._waiting.popleft()
            self._give_up.clear()
            self._thread = threading.Thread(target=self._run, args=(work,), name="backups")
            self._thread.start()
        busy = any(not work.in_background for work in (self._current, *self._waiting) if work is not None)
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    def _run(self, work: Work) -> None:
        outcome: Any = None
        try:
            outcome = work.do(self._give_up.is_set)
        except (CancelledError, ThimbleError) as error:
            outcome = error
        except Exception as error:
            _log.exception("work on backups failed")
            outcome = unexpected(error)
        self._ended.emit(work, outcome)

    @Slot(object, object)
    def _finish(self, work: Work, outcome: object) -> None:
        if self._stopped or self._thread is None:
            return
        self._thread.join()
        self._thread = None
        self._current = None
        if isinstance(outcome, ThimbleError):
            work.failed(outcome)
        elif not isinstance(outcome, CancelledError):
            work.done(outcome)
        self._next()
