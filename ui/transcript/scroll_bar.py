"""The scroll bar of the transcript."""

from __future__ import annotations

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QScrollBar


class QuietScrollBar(QScrollBar):
    """Keeps its room, empty, while there is nothing to scroll: no text moves aside when it is needed."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the handle only where it can be moved."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)
