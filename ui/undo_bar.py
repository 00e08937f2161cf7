"""The bar that offers to take back what was just done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import ICON_SIZE, icon
from ui.shortcuts import tip
from ui.theme import SPACE, ThemeManager

SHOWN_MS = 10_000


class UndoBar(QFrame):
    """Shows a sentence and "Undo" for 10 seconds; a second use replaces the first, which then stays done."""

    closed = Signal()
    expired = Signal()
    """What was offered can no longer be taken back."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._theme = theme
        self._undo: Callable[[], object] | None = None
        self.setProperty("role", "raised")
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.button = QPushButton(self.tr("Undo"), self)
        self.button.setToolTip(tip(self.tr("Take back what was just done"), "undo"))
        self.button.clicked.connect(self.undo)
        self._close = QToolButton(self)
        self._close.setIconSize(ICON_SIZE)
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self._end)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addWidget(self._label)
        layout.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self._end)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def offer(self, text: str, undo: Callable[[], object]) -> None:
        """Show `text` and take it back with `undo` when asked to within 10 seconds."""
        if self._undo is not None:
            self.expired.emit()
        self._undo = undo
        self._label.setText(text)
        self.setAccessibleName(text)
        self.show()
        self._timer.start()

    def undo(self) -> bool:
        """Take back what the bar offers; False when it offers nothing."""
        undo, self._undo = self._undo, None
        self._end()
        if undo is None:
            return False
        undo()
        return True

    def withdraw(self) -> None:
        """Offer nothing any more; what was offered stays done."""
        if self._undo is not None or not self.isHidden():
            self._end()

    def _end(self) -> None:
        expired, self._undo = self._undo is not None, None
        self._timer.stop()
        self.hide()
        self.closed.emit()
        if expired:
            self.expired.emit()

    def _restyle(self) -> None:
        self._close.setIcon(icon("x", self._theme, "muted"))
