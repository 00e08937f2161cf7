"""Editing a message in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.theme import SPACE, ThemeManager
from ui.transcript.actions import shortcut_hint

MAX_LINES = 12
LONGEST_EDITED = 200_000
"""Longer texts are not edited in place: laying them out would hold up the window."""


class MessageEditor(QWidget):
    """A text edit with what sends and what cancels it."""

    submitted = Signal(str)
    cancelled = Signal()
    height_changed = Signal()

    def __init__(self, theme: ThemeManager, text: str, parent: QWidget) -> None:
        """Begin with the text of the message."""
        super().__init__(parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setFont(theme.reading_font())
        self.edit.setPlainText(text)
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(self.tr("Edit your message"))
        self.edit.setStyleSheet(
            f"QPlainTextEdit {{ background: {theme.palette.raised}; border: 1px solid {theme.palette.line};"
            f" border-radius: 8px; padding: 4px; }}"
            f"QPlainTextEdit:focus {{ border: 2px solid {theme.palette.focus}; padding: 3px; }}"
        )
        hint = QLabel(self.tr("The old version is kept."), self)
        hint.setProperty("role", "muted")
        hint.setWordWrap(True)
        self._send = QPushButton(self.tr("Send again"), self)
        self._send.setProperty("role", "primary")
        self._send.setToolTip(self.tr("Send again ({0})").format(shortcut_hint("Ctrl+Return")))
        self._send.clicked.connect(self._submit)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.setToolTip(self.tr("Cancel ({0})").format(shortcut_hint("Esc")))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self._cancel)
        row.addWidget(self._send)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.edit)
        column.addLayout(row)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._grow)
        for widget in self.focusables():
            widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the transcript leads Tab through its messages
        self._grow()

    def focusables(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [self.edit, self._cancel, self._send]

    def set_busy(self, busy: bool) -> None:
        """Sending starts an answer: not while another is being written."""
        self._send.setEnabled(not busy)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter sends, Esc cancels."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()  # Esc ends the editing here, not the answer elsewhere.
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.cancelled.emit()
                return True
            if (
                event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
                and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            ):
                self._submit()
                return True
        return super().eventFilter(watched, event)

    def _submit(self) -> None:
        text = self.edit.toPlainText()
        if text.strip() and self._send.isEnabled():
            self.submitted.emit(text)

    def _grow(self) -> None:
        lines = min(MAX_LINES, max(2, int(self.edit.document().size().height())))
        height = lines * self.edit.fontMetrics().lineSpacing() + 24
        if height != self.edit.height():
            self.edit.setFixedHeight(height)
            self.height_changed.emit()
