"""The points of a summary, one below the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assistant.summaries.summary import Heading, Point, Source, Style, Summary
from ui.summaries.rows import PlaceRow, TextRow
from ui.summaries.words import nothing_words, point_details
from ui.theme import SPACE, ThemeManager


@dataclass(frozen=True, slots=True)
class Line:
    """What a row shows.

    Attributes:
        text: Its words.
        level: Of a heading from 1; 0 for what is none.
        role: Look of a text that leads nowhere.
        details: Where a statement comes from.
        sources: Its passages; empty for a text that leads nowhere.
        question: The question it answers.
    """

    text: str
    level: int = 0
    role: str = ""
    details: str = ""
    sources: tuple[Source, ...] = ()
    question: str = ""


def lines(summary: Summary) -> list[Line]:
    """Return the rows of a summary."""
    if not summary.points and not summary.outline:
        return [Line(nothing_words(summary.style), role="muted")]
    if summary.style in (Style.PARAGRAPH, Style.SENTENCE) and not summary.declined:
        return _paragraph(summary)
    return list(_points(summary))


def _points(summary: Summary) -> Iterator[Line]:
    for heading in summary.outline or (Heading("", 1, 0, summary.points),):
        if heading.text:
            yield Line(heading.text, level=heading.level)
        for point in heading.points:
            yield _line(point, point.text, summary)


def _paragraph(summary: Summary) -> list[Line]:
    """Return one text with numbers, and where each sentence comes from below it."""
    if len(summary.points) == 1:
        return [_line(summary.points[0], summary.points[0].text, summary)]
    text = " ".join(f"{point.text} [{number}]" for number, point in enumerate(summary.points, start=1))
    return [
        Line(text),
        *(
            Line("", details=f"[{number}] {point_details(point, summary.model)}", sources=point.sources)
            for number, point in enumerate(summary.points, start=1)
        ),
    ]


def _line(point: Point, text: str, summary: Summary) -> Line:
    details = point_details(point, summary.model)
    return Line(text, details=details, sources=point.sources, question=point.question)


class PointList(QWidget):
    """Shows lines; rows are used again, so that a growing summary neither flickers nor loses the focus."""

    wanted = Signal(object)
    """A `Source` that is to be shown in the text."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._lines: list[Line] = []
        self._rows: list[PlaceRow | TextRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(SPACE // 2)
        theme.changed.connect(self._restyle)

    @property
    def rows(self) -> list[PlaceRow]:
        """The statements, in order."""
        return [row for row in self._rows if isinstance(row, PlaceRow)]

    def show_lines(self, wanted: list[Line]) -> None:
        """Show these lines instead of those before."""
        if wanted == self._lines:
            return
        for place, line in enumerate(wanted):
            row = self._row(place, leads=bool(line.sources))
            if isinstance(row, PlaceRow):
                row.show_point(words=line.text, details=line.details, sources=line.sources, question=line.question)
            else:
                row.show_text(line.text, level=line.level, role=line.role)
        while len(self._rows) > len(wanted):
            self._drop(len(self._rows) - 1)
        self._lines = list(wanted)

    def step_from(self, focused: QWidget | None, direction: int) -> QWidget | None:
        """Return the statement before or after the one with the focus; the first when none has it."""
        rows = self.rows
        if not rows:
            return None
        place = rows.index(focused) + direction if focused in rows else 0
        return rows[place] if 0 <= place < len(rows) else None

    def _row(self, place: int, *, leads: bool) -> PlaceRow | TextRow:
        if place < len(self._rows):
            row = self._rows[place]
            if isinstance(row, PlaceRow) == leads:
                return row
            self._drop(place)
        made: PlaceRow | TextRow
        if leads:
            made = PlaceRow(self._theme, self)
            made.wanted.connect(self.wanted)
        else:
            made = TextRow(self._theme, self)
        self._layout.insertWidget(place, made)
        self._rows.insert(place, made)
        before = self._rows[place - 1] if place else None
        if before is not None:
            QWidget.setTabOrder(before, made)
        made.show()
        return made

    def _drop(self, place: int) -> None:
        row = self._rows.pop(place)
        self._layout.removeWidget(row)
        if row.hasFocus() and self.parentWidget() is not None:
            self.parentWidget().setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        row.deleteLater()

    def _restyle(self) -> None:
        wanted, self._lines = self._lines, []
        self.show_lines(wanted)
