"""The text field messages are typed into."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.chat.plain_edit import PlainEdit

_MOST_LINES = 8
_SLACK = 2
"""Pixels that Qt wants to see below the last line before it takes it for visible."""


class ComposerEdit(PlainEdit):
    """Grows from one line to eight; Enter asks to send, Shift+Enter breaks the line."""

    send_wanted = Signal()
    edit_last_wanted = Signal()
    """Up was pressed in the empty field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty, one line high."""
        super().__init__(parent)
        self._preedit = ""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self.updateGeometry)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self._resized)

    @property
    def composing(self) -> bool:
        """Whether an input method holds an unfinished word."""
        return bool(self._preedit)

    def sizeHint(self) -> QSize:
        """Ask for as many lines as there are, up to eight."""
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Never be squeezed below what is asked for."""
        return QSize(80, self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send, break the line, or edit as usual."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.composing:
            if modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier):
                self.send_wanted.emit()
                return
            if modifiers == Qt.KeyboardModifier.ShiftModifier:
                # Qt's own line separator would keep both lines in one paragraph, with one direction.
                self.textCursor().insertBlock()
                self.ensureCursorVisible()
                return
        if event.key() == Qt.Key.Key_Up and not modifiers and self.document().isEmpty() and not self.composing:
            self.edit_last_wanted.emit()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember whether a word is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Input methods drop or commit their word when the focus leaves."""
        self._preedit = ""
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask again for what is needed: a scroll bar that comes or goes breaks the lines anew, untold."""
        super().resizeEvent(event)
        if self.height() != self._wanted_height():
            self._again.start()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the font's height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def _wanted_height(self) -> int:
        lines = min(max(1, round(self.document().size().height())), _MOST_LINES)
        margins = self.contentsMargins()
        edges = margins.top() + margins.bottom() + 2 * round(self.document().documentMargin())
        line = self.document().firstBlock().layout().lineAt(0)
        height = line.height() if line.isValid() else QFontMetrics(self.font()).lineSpacing()
        return math.ceil(lines * height) + edges + _SLACK

    def _resized(self) -> None:
        self.updateGeometry()
