"""What a window says while something is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.theme import SPACE


class DropHint(QFrame):
    """A card in the middle of the window; it never takes the mouse."""

    def __init__(self, words: str, window: QWidget) -> None:
        """Begin hidden over `window`."""
        super().__init__(window)
        self._window = window
        self.setProperty("role", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label = QLabel(words, self)
        label.setProperty("role", "title")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(label)
        self.hide()

    def show_over(self) -> None:
        """Show it in the middle."""
        width = min(320, self._window.width() - 8 * SPACE)
        height = 24 * SPACE
        self.setGeometry((self._window.width() - width) // 2, (self._window.height() - height) // 2, width, height)
        self.show()
        self.raise_()
