"""A window for texts too long to be laid out inside the conversation."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QTextCursor, QTextOption
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui.theme import ThemeManager
from ui.transcript.display_text import pieces, shown_text

_BATCH = 60_000
_VIEW_LINE = 2_000
_JOINED = 1
"""User state of a block that goes on with the line of the block before."""


class TextViewer(QDialog):
    """Shows a text of any length, read-only; it is put in by small steps."""

    def __init__(self, text: str, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin to show `text`."""
        super().__init__(parent)
        self.setObjectName("text-viewer")
        self.setWindowTitle(self.tr("Whole message"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._original = text
        self._text = shown_text(text)
        self._at = 0
        self._in_line = False
        self.view = _LongTextView(self)
        self.view.setFont(theme.reading_font())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        copy_all = QPushButton(self.tr("Copy all"), self)
        copy_all.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._original))
        buttons.addButton(copy_all, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        column.addWidget(buttons)
        self.resize(760, 600)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        self._timer.start(0)
        self._step()

    @property
    def is_complete(self) -> bool:
        """Whether the whole text is in."""
        return self._at >= len(self._text)

    def _step(self) -> None:
        cursor = QTextCursor(self.view.document())
        cursor.beginEditBlock()
        budget = _BATCH
        while budget > 0 and not self.is_complete:
            end = self._text.find("\n", self._at, self._at + _VIEW_LINE)
            cursor.movePosition(QTextCursor.MoveOperation.End)
            if end >= 0:
                # Whole short lines go in together.
                last = self._text.rfind("\n", self._at, self._at + _VIEW_LINE)
                cursor.insertText(self._text[self._at : last + 1])
                budget -= last + 1 - self._at
                self._at = last + 1
                continue
            piece = next(pieces(self._text[self._at : self._at + _VIEW_LINE + 1], _VIEW_LINE))
            cursor.insertText(piece)
            self._at += len(piece)
            budget -= len(piece)
            if not self.is_complete and self._text[self._at] != "\n":
                cursor.insertBlock()
                cursor.block().setUserState(_JOINED)
        cursor.endEditBlock()
        if self.is_complete:
            self._timer.stop()


class _LongTextView(QPlainTextEdit):
    """A read-only plain text view whose selection is copied with cut lines whole again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(self.tr("Whole message"))
        document = self.document()
        option = QTextOption(document.defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(option)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection as it was written."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        parts: list[str] = []
        part = QTextCursor(self.document())
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            if parts and block.userState() != _JOINED:
                parts.append("\n")
            part.setPosition(max(start, block.position()))
            part.setPosition(min(end, block.position() + block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
            parts.append(part.selectedText())
            block = block.next()
        data = QMimeData()
        data.setText("".join(parts))
        return data
