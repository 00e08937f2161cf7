"""One piece of work on a thread of its own, with its result brought back to the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from assistant.errors import CancelledError, ThimbleError
from assistant.jobs import CancelToken, unexpected

_log = logging.getLogger(__name__)


class Call(QObject):
    """Calls a function once."""

    progressed = Signal(float)
    """How far it is, from 0 to 1."""
    succeeded = Signal(object)
    """What it returned."""
    failed = Signal(object)
    """The `ThimbleError` it raised."""
    stopped = Signal()
    """It ended because of `stop`."""

    def __init__(self, work: Callable[[Callable[[float], None]], Any], parent: QObject | None = None) -> None:
        """Prepare; `start()` begins.

        Args:
            work: Called on the new thread, with a function that takes how far it is.
            parent: Owns it, if anything but Python; it must not go before `wait` has returned.
        """
        super().__init__(parent)
        self._work = work
        self._cancel = CancelToken()
        self._thread = threading.Thread(target=self._run, name="call", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask for the end; the work ends when it next tells how far it is."""
        self._cancel.cancel()

    def is_running(self) -> bool:
        """Tell whether it has begun and not ended."""
        return self._thread.is_alive()

    def wait(self) -> None:
        """Return when it has ended, at once where it never began. Call it before letting go of the object."""
        if self._thread.ident is not None:
            self._thread.join()
        # Often the only thing that still holds the parent: freed with this object, the parent would free it once more.
        self._work = _nothing

    def _run(self) -> None:
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


def _nothing(_report: Callable[[float], None]) -> None:
    """Do nothing."""
