"""The pieces of a line as one row, and rows as those of tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.documents.joining import BULLETS, written_without_spaces
from assistant.documents.pdf.lines import Line

_CELL_GAP = 2.0
_SAME_COLUMN = 0.8
"""In sizes of the font."""

_NEAR = 6
"""Rows within which a table shows by cells that begin at the same place."""

_LONE_LABEL = re.compile(rf"^(?:[{re.escape(BULLETS)}–—*o-]|\(?(?:\d{{1,3}}|[a-zA-Z]|[ivx]{{1,5}})[.)]|\[\d{{1,3}}\])$")
_DOTS = re.compile(r"(?:\s*\.){4,}\s*(\S{1,6})?$")


@dataclass(slots=True)
class Row:
    """A line of a column.

    Attributes:
        text: All of it.
        cells: The same, apart where there are wide gaps.
        starts: Where the cells begin, in points.
        left: Where it begins.
        right: Where it ends.
        y: Its baseline; of several lines in a table's row that of the last.
        size: Of its font.
        bold: Whether all of it is.
        fixed: Whether all of its letters are equally wide.
        hyphen: It ended with a hyphen, which is not in `text`.
        page: From 1.
        in_table: It is a row of a table.
    """

    text: str
    cells: list[str]
    starts: list[float]
    left: float
    right: float
    y: float
    size: float
    bold: bool
    fixed: bool
    hyphen: bool
    page: int
    in_table: bool = False

    @property
    def first_word_width(self) -> float:
        """About how wide its first word is, in points."""
        first = 1 if written_without_spaces(self.text[0]) else len(self.text.split(maxsplit=1)[0])
        return (self.right - self.left) * first / len(self.text)


def row_of(pieces: list[Line]) -> Row:
    """Return the pieces of a line, from the left, as one row."""
    cells, starts = [pieces[0].text], [pieces[0].left]
    for before, piece in pairwise(pieces):
        near = piece.left - before.right < _CELL_GAP * max(piece.size, before.size)
        if near or _LONE_LABEL.match(before.text):
            cells[-1] += f" {piece.text}"
        else:
            cells.append(piece.text)
            starts.append(piece.left)
    longest = max(pieces, key=lambda piece: len(piece.text))
    return Row(
        " ".join(piece.text for piece in pieces),
        cells,
        starts,
        pieces[0].left,
        max(piece.right for piece in pieces),
        longest.y,
        longest.size,
        all(piece.bold for piece in pieces),
        all(piece.fixed for piece in pieces),
        pieces[-1].hyphen,
        longest.page,
    )


def with_tables(rows: list[Row], *, step: float) -> list[Row]:
    """Return rows with those of tables marked, and the further lines of their cells put into them.

    Args:
        rows: Of a column, from the top.
        step: How far apart the lines of a cell are at most, in sizes of the font.
    """
    several = [len(row.cells) > 1 and dots_of(row.text) is None for row in rows]
    found: list[Row] = []
    for number, row in enumerate(rows):
        near = range(max(0, number - _NEAR), min(len(rows), number + _NEAR + 1))
        row.in_table = several[number] and (
            len(row.cells) > 2
            or any(other != number and several[other] and _shares_column(row, rows[other]) for other in near)
        )
        if not (found and found[-1].in_table and not row.in_table and _continues(found[-1], row, step)):
            found.append(row)
    return found


def dots_of(text: str) -> re.Match[str] | None:
    """Find the dots between an entry of a table of contents and its page, which is the first group."""
    # The search is slow, and the entries are few.
    return _DOTS.search(text) if ".." in text or ". ." in text else None


def _shares_column(row: Row, other: Row) -> bool:
    reach = _SAME_COLUMN * row.size
    return any(abs(start - place) < reach for start in row.starts[1:] for place in other.starts[1:])


def _continues(table_row: Row, row: Row, step: float) -> bool:
    """Put a row into the cell under which it stands; False when it stands under none but the first."""
    if len(row.cells) > 1 or table_row.y - row.y > step * row.size or row.bold != table_row.bold:
        return False
    for column, start in enumerate(table_row.starts):
        if column and abs(row.left - start) < _SAME_COLUMN * row.size:
            table_row.cells[column] += f"{'' if table_row.hyphen else ' '}{row.text}"
            table_row.y, table_row.hyphen = row.y, row.hyphen
            return True
    return False
