"""The threads that search and that keep the search index: the window waits for neither."""

from __future__ import annotations

import itertools
import logging
import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QThread, Signal

from assistant.errors import CancelledError, ThimbleError
from assistant.jobs import CancelToken, unexpected
from assistant.store.search_indexer import Indexer

_log = logging.getLogger(__name__)

Work = Callable[[CancelToken], object]
LOOK_SECONDS = 60.0
"""How often the index looks for news that nobody told it of, such as another program's."""


class LatestThread(QThread):
    """Runs what was asked for last: a new request ends the one before, whose answer nobody wants any more."""

    done = Signal(int, object)
    """Number of a request, and what its work returned."""
    failed = Signal(int, object)
    """Number of a request, and a `ThimbleError`."""

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        """Prepare; the thread starts with the first request. `close` is called on it at the end."""
        super().__init__(parent)
        self._close = close
        self._numbers = itertools.count(1)
        self._changed = threading.Condition()
        self._next: tuple[int, Work, CancelToken] | None = None
        self._running: CancelToken | None = None
        self._stopped = False

    def ask(self, work: Work) -> int:
        """Run `work` as soon as possible and return the request's number; ignored after `stop`."""
        token = CancelToken()
        number = next(self._numbers)
        with self._changed:
            if self._stopped:
                return number
            self._next = (number, work, token)
            running = self._running
            self._changed.notify()
        if running is not None:
            running.cancel()
        if not self.isRunning():
            self.start()
        return number

    def run(self) -> None:
        """Work until `stop`; Qt calls this on the new thread."""
        while True:
            with self._changed:
                self._running = None
                self._changed.wait_for(lambda: self._next is not None or self._stopped)
                if self._stopped or self._next is None:
                    break
                (number, work, token), self._next = self._next, None
                self._running = token
            try:
                result = work(token)
            except CancelledError:
                continue
            except ThimbleError as error:
                self.failed.emit(number, error)
            except Exception as error:
                _log.exception("a search failed")
                self.failed.emit(number, unexpected(error))
            else:
                self.done.emit(number, result)
        self._close()

    def stop(self) -> None:
        """End what runs and wait for the thread's end; may be called more than once."""
        with self._changed:
            self._stopped = True
            running = self._running
            self._changed.notify()
        if running is not None:
            running.cancel()
        self.wait()


class IndexThread(QThread):
    """Keeps the index up to date: a step, a pause as long as the step, so that a core stays free for the rest."""

    learnt = Signal(int)
    """How many messages and titles still wait; told when it changes, at most once a step."""
    failed = Signal(object)
    """A `ThimbleError`: the index can't be written now; it is tried again."""

    def __init__(
        self, store: Path, *, key: bytes | None, release: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """Prepare; the first `wake` starts the thread.

        Args:
            store: The store's file.
            key: What it is encrypted with.
            release: Called on this thread before the index's file is removed: whoever reads it closes it.
            parent: Owns the thread.
        """
        super().__init__(parent)
        self._indexer = Indexer(store, key=key, before_removal=release)
        self._news = threading.Event()
        self._stopping = threading.Event()

    def wake(self) -> None:
        """Say that there is something new in the store."""
        self._news.set()
        if not self._stopping.is_set() and not self.isRunning():
            self.start()

    def run(self) -> None:
        """Work until `stop`; Qt calls this on the new thread."""
        try:
            while not self._stopping.is_set():
                self._news.clear()
                try:
                    self._catch_up()
                except ThimbleError as error:
                    _log.warning("%s (%s)", error.sentence, error.details)
                    self._indexer.close()
                    self.failed.emit(error)
                    # Tried again with the next look.
                    self._stopping.wait(LOOK_SECONDS)
                except Exception as error:
                    _log.exception("the search index could not be kept")
                    self.failed.emit(unexpected(error))
                    break
                self._news.wait(LOOK_SECONDS)
        finally:
            self._indexer.close()

    def stop(self) -> None:
        """End after the current step and wait for that; may be called more than once."""
        self._stopping.set()
        self._news.set()
        self.wait()

    def _catch_up(self) -> None:
        waiting = self._indexer.waiting()
        self.learnt.emit(waiting)
        clock = QElapsedTimer()
        while not self._stopping.is_set():
            clock.start()
            done = self._indexer.step()
            if not done:
                break
            waiting = max(0, waiting - done)
            self.learnt.emit(waiting)
            self._stopping.wait(min(0.2, clock.elapsed() / 1000))
        else:
            return
        self.learnt.emit(0)
