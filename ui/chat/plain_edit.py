"""A field for plain text that nothing pasted into it can freeze."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.file_drops import local_paths
from ui.model_drops import model_files

LONGEST_TYPED = 200_000
"""Characters; more than this is attached instead of inserted."""
LONGEST_LINE = 10_000
"""Characters; Qt lays a paragraph out again at each key, and one of 100,000 letters takes it 0.2 s."""

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_CONTROL_TABLE = {code: None for code in range(128) if _CONTROL.match(chr(code))}
_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")


def plain(text: str) -> str:
    """Return pasted text with one kind of line end and without NUL and other control characters."""
    # One quick search each: a single expression takes ten times as long for 5 MB.
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    return text.translate(_CONTROL_TABLE) if text.isascii() else _CONTROL.sub("", text)


def fits_editor(text: str) -> bool:
    """Say whether text can be edited without the window stalling."""
    if len(text) > LONGEST_TYPED:
        return False
    return len(text) <= LONGEST_LINE or max(map(len, text.split("\n"))) <= LONGEST_LINE


class PlainEdit(QPlainTextEdit):
    """Takes plain text only, stays quick whatever is pasted, and aligns right-to-left text to the right."""

    too_long_pasted = Signal(object)
    """A `str`, not copied on its way: clean text that is too long to be edited here."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._right_to_left = False
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._follow_direction)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only. Model files are the window's, not their names as text."""
        return source.hasText() and not model_files(source)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window, which knows what to do with them; their names as text are wanted by nobody."""
        if local_paths(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Insert pasted or dropped text without its format, or hand it on when it is too long."""
        text = plain(source.text())
        if fits_editor(text) and self.document().characterCount() + len(text) <= LONGEST_TYPED:
            self.textCursor().insertText(text)
            self.ensureCursorVisible()
        elif text.strip():
            self.too_long_pasted.emit(text)

    def _follow_direction(self) -> None:
        # The plain text layout gives each paragraph its direction but aligns all of them to the left.
        right_to_left = self.document().firstBlock().textDirection() == Qt.LayoutDirection.RightToLeft
        if right_to_left != self._right_to_left:
            self._right_to_left = right_to_left
            option = QTextOption(self.document().defaultTextOption())
            option.setAlignment(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)
