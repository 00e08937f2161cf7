"""Smooth scrolling by distances, so that corrections of the position in between do no harm."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

_FRAME_MS = 8


class Glide(QObject):
    """Spreads a scroll distance over a short time."""

    moved = Signal(int)
    """A part of the distance, in pixels."""

    def __init__(self, parent: QObject) -> None:
        """Begin at rest."""
        super().__init__(parent)
        self._rest = 0.0
        self._ends = 0.0
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)

    def move(self, distance: int, *, duration_ms: int) -> None:
        """Scroll by `distance` pixels more; at once when `duration_ms` is 0."""
        if duration_ms <= 0:
            self.stop()
            self.moved.emit(distance)
            return
        now = time.monotonic()
        if self._rest * distance < 0:
            self._rest = 0.0  # Turning round must not first finish the old way.
        self._rest += distance
        self._ends = now + duration_ms / 1000
        if not self._timer.isActive():
            self._last = now
            self._timer.start(_FRAME_MS)

    def stop(self) -> None:
        """Forget what is left."""
        self._rest = 0.0
        self._timer.stop()

    def _step(self) -> None:
        now = time.monotonic()
        left = self._ends - self._last
        share = 1.0 if left <= 0 else min(1.0, (now - self._last) / left)
        self._last = now
        part = self._rest if share >= 1.0 else round(self._rest * share)
        self._rest -= part
        if share >= 1.0 or abs(self._rest) < 0.5:
            self.stop()
        if part:
            self.moved.emit(round(part))
