"""Does something once nothing has happened for a while. Nothing polls: one sleeping thread, and only while it waits."""

from __future__ import annotations

import threading
from collections.abc import Callable


class IdleTimer:
    """Calls a function after a time without work, on a thread of its own."""

    def __init__(self, act: Callable[[], None]) -> None:
        """Prepare to call `act`, which may use `stop` and `start` itself."""
        self._act = act
        self._timer: threading.Timer | None = None

    def start(self, seconds: float) -> None:
        """Call the function after `seconds`, unless it is stopped; 0 for never."""
        if seconds > 0 and self._timer is None:
            self._timer = threading.Timer(seconds, self._run)
            self._timer.name = "idle"
            self._timer.daemon = True
            self._timer.start()

    def stop(self) -> None:
        """Do not call it, or wait until it has returned; afterwards it does not run."""
        timer = self._timer
        if timer is None or timer is threading.current_thread():
            return
        timer.cancel()
        timer.join()
        self._timer = None

    def _run(self) -> None:
        try:
            self._act()
        finally:
            self._timer = None
