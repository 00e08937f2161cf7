"""Marks what was searched for in the text of a message."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from assistant.store.search_words import Span, merged
from ui.theme import ThemeManager
from ui.transcript.body import MessageBody

Find = Callable[[str], list[Span]]
"""Returns where a text holds what is searched for."""
_MOST = 500
"""Marks in one message."""


class BodyMarks(QObject):
    """Keeps the marks of one message's text right while the text is written, rendered anew or exchanged."""

    changed = Signal()
    """The whole text is there, and its marks are set."""

    def __init__(self, body: MessageBody, theme: ThemeManager) -> None:
        """Begin without marks."""
        super().__init__(body)
        self._body = body
        self._theme = theme
        self._find: Find | None = None
        self._current: int | None = None
        self._spans: list[tuple[int, int]] = []
        body.written.connect(self._refresh)

    @property
    def count(self) -> int:
        """How many marks the text has."""
        return len(self._spans)

    @property
    def is_ready(self) -> bool:
        """Whether the whole text is there."""
        return self._body.is_written

    def set(self, find: Find | None, current: int | None = None) -> None:
        """Mark what `find` finds.

        Args:
            find: Looks through the text as it is shown; None for no marks.
            current: Number of the mark the reader is at, which stands out; the last one when there are fewer.
        """
        if (find, current) == (self._find, self._current):
            return
        self._find, self._current = find, current
        if self._body.is_written:
            self._refresh()

    def height_of(self, number: int) -> int | None:
        """Return how far below the body's upper edge a mark is, in pixels; None when there is no mark."""
        if not self._spans:
            return None
        cursor = QTextCursor(self._body.document())
        cursor.setPosition(self._spans[min(number, len(self._spans) - 1)][0])
        return self._body.cursorRect(cursor).center().y()

    def _refresh(self) -> None:
        before = bool(self._spans)
        self._spans = []
        if self._find is not None:
            text = self._body.document().toPlainText()
            self._spans = utf16(text, merged(self._find(text))[:_MOST])
        if before or self._spans:
            self._body.setExtraSelections([self._selection(number) for number in range(len(self._spans))])
        self.changed.emit()

    def _selection(self, number: int) -> QTextEdit.ExtraSelection:
        colors = self._theme.palette
        is_current = self._current is not None and number == min(self._current, len(self._spans) - 1)
        look = QTextCharFormat()
        look.setBackground(QColor(colors.accent if is_current else colors.selected_text))
        look.setForeground(QColor(colors.on_accent if is_current else colors.text))
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._body.document())
        start, end = self._spans[number]
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = look
        return selection


def utf16(text: str, spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return start and end of spans (in order, without overlaps) as Qt counts, in UTF-16 units."""
    if text.isascii():
        return [(span.start, span.end) for span in spans]
    edges = [0, *(edge for span in spans for edge in (span.start, span.end))]
    places = [0]
    for first, last in pairwise(edges):
        places.append(places[-1] + len(text[first:last].encode("utf-16-le", "surrogatepass")) // 2)
    return list(zip(places[1::2], places[2::2], strict=True))
