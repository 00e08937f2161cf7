"""One piece of work on a thread of its own, with its result brought back to the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QThread, Signal

from assistant.errors import CancelledError, ThimbleError
from assistant.jobs import CancelToken, unexpected

_log = logging.getLogger(__name__)


class Call(QThread):
    """Calls a function once."""

    progressed = Signal(float)
    """How far it is, from 0 to 1."""
    succeeded = Signal(object)
    """What it returned."""
    failed = Signal(object)
    """The `ThimbleError` it raised."""
    stopped = Signal()
    """It ended because of `stop`."""

    def __init__(self, work: Callable[[Callable[[float], None]], Any]) -> None:
        """Prepare; `start()` begins. Keep it until it has ended: without a parent it is Python's alone.

        Args:
            work: Called on the new thread, with a function that takes how far it is.
        """
        super().__init__()
        self._work = work
        self._cancel = CancelToken()

    def stop(self) -> None:
        """Ask for the end; the work ends when it next tells how far it is."""
        self._cancel.cancel()

    def run(self) -> None:
        """Call it; Qt calls this on the new thread."""
        try:
            result = self._work(self._report)
        except CancelledError:
            self.stopped.emit()
        except ThimbleError as error:
            self.failed.emit(error)
        except Exception as error:
            _log.exception("work beside the window failed")
            self.failed.emit(unexpected(error))
        else:
            self.succeeded.emit(result)

    def _report(self, share: float) -> None:
        self._cancel.raise_if_cancelled()
        self.progressed.emit(share)
