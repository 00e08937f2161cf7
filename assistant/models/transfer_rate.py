"""The speed of a transfer as people want to see it: of the last seconds, and not ten figures a second."""

from __future__ import annotations

import time
from collections import deque

WINDOW_SECONDS = 5.0
REPORT_SECONDS = 0.1


class TransferRate:
    """Bytes per second over the last seconds."""

    def __init__(self, done: int) -> None:
        """Begin with `done` bytes, which don't count."""
        self._points: deque[tuple[float, int]] = deque([(time.monotonic(), done)])
        self._reported = float("-inf")

    def due(self, done: int) -> bool:
        """Note that `done` bytes are here, and answer whether that is worth a report."""
        now = time.monotonic()
        if now - self._reported < REPORT_SECONDS:
            return False
        self._reported = now
        self._points.append((now, done))
        while len(self._points) > 2 and now - self._points[0][0] > WINDOW_SECONDS:
            self._points.popleft()
        return True

    @property
    def bytes_per_second(self) -> float:
        """The speed; 0 while it is not known."""
        (start, before), (end, done) = self._points[0], self._points[-1]
        return (done - before) / (end - start) if end > start else 0.0
