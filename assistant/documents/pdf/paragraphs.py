"""Rows of a column to headings, paragraphs, list items, rows of tables and captions."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from assistant.documents.blocks import BlockKind
from assistant.documents.formats.plain import is_shouted
from assistant.documents.joining import BULLETS, Hyphens, written_without_spaces
from assistant.documents.pdf.columns import Region
from assistant.documents.pdf.rows import Row, dots_of, row_of, with_tables
from assistant.documents.pdf.styles import Styles
from assistant.documents.reading import Reading

_LOOSE = 1.35
"""Times the usual distance of lines: a new paragraph begins."""

_USUAL_PITCH = 1.2
_OTHER_SIZE = 0.08
_INLINE = 0.85
"""Of the text's size: words of another font within it."""

_INDENT = 0.8
_SMALL = 0.93
"""Of the text's size: notes at the foot of a page are smaller."""

_FIXED_WIDTH = 0.6
"""Of the size: how wide the letters of Courier and most others of equal width are."""

_LONGEST_CAPTION = 600
_BULLET = re.compile(rf"^(?:[{re.escape(BULLETS)}–—*-]|o(?= [A-ZÀ-Þ]))\s*(?=\S)")
_NUMBER = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\([ivx]{1,5}\)|\[\d{1,3}\])\s+\S")
_CAPTION = re.compile(
    r"^(?:figure|fig\.|table|chart|plate|listing|abbildung|abb\.|tabelle|tab\.|tableau|figura|tabla|quadro|obr\.|rys\.|"
    r"рис\.|рисунок|таблица|图|表|図)\s*[A-Z]?\d{1,3}",
    re.I,
)
_ENDS = re.compile(r"[.!?:;。！？：；…।؟][\"'”’»)\]]*$")


class Paragraphs:
    """Puts rows together, also across columns and pages."""

    def __init__(self, reading: Reading, styles: Styles, hyphens: Hyphens) -> None:
        """Begin a document.

        Args:
            reading: Takes the blocks.
            styles: The document's sizes.
            hyphens: Decides about hyphens at the ends of lines.
        """
        self._reading = reading
        self._styles = styles
        self._hyphens = hyphens
        self._open: list[Row] = []
        # Notes wait for the end of the paragraph that goes on after them.
        self._notes: list[list[Row]] = []

    def region(self, region: Region) -> None:
        """Take the rows of the next column."""
        rows, notes = self._without_notes([row_of(pieces) for pieces in region.rows])
        pitch = _pitch(rows)
        rows = with_tables(self._without_caption(rows, pitch), step=_LOOSE * pitch)
        for number, row in enumerate(rows):
            if row.fixed and self._styles.fixed_tells:
                if not (self._open and self._open[-1].fixed):
                    self._flush()
                self._open.append(row)
                continue
            if row.in_table:
                self._flush()
                self._reading.add(BlockKind.TABLE_ROW, " | ".join(row.cells), page=row.page)
                continue
            if self._open:
                first = number == 0 or self._open[-1].page != row.page
                goes_on = (
                    self._goes_on_in_new_column(row, region) if first else self._goes_on(rows, number, region, pitch)
                )
                if not goes_on:
                    self._flush()
            self._open.append(row)
        for note in notes:
            if self._notes and not _starts_note(note) and self._notes[-1][-1].page == note.page:
                self._notes[-1].append(note)
            else:
                self._notes.append([note])

    def finish(self) -> None:
        """End the document."""
        self._flush()

    def _without_notes(self, rows: list[Row]) -> tuple[list[Row], list[Row]]:
        """Return the rows, and apart the notes at their foot: smaller, and below something that is not."""
        at = len(rows)
        while at and rows[at - 1].size < _SMALL * self._styles.body:
            at -= 1
        if 0 < at < len(rows) and _starts_note(rows[at]) and not _BULLET.match(rows[at].text):
            return rows[:at], rows[at:]
        return rows, []

    def _without_caption(self, rows: list[Row], pitch: float) -> list[Row]:
        """Return the rows of a column without the caption at their head, which interrupts what is open."""
        if not self._open or not rows or not _CAPTION.match(rows[0].text) or _ENDS.search(self._open[-1].text):
            return rows
        end = 1
        while end < len(rows) and rows[end - 1].y - rows[end].y <= _LOOSE * pitch * rows[end].size:
            end += 1
        self._notes.append(rows[:end])
        return rows[end:]

    def _goes_on(self, rows: list[Row], number: int, region: Region, pitch: float) -> bool:
        """Tell whether a row belongs to what is open, which ends with the row above it."""
        row, last = rows[number], self._open[-1]
        if not (self._alike(row) or self._bold_begins(row)) or dots_of(last.text) or dots_of(row.text):
            return False
        if last.y - row.y > _LOOSE * pitch * max(row.size, last.size):
            return False
        if last.hyphen:
            return True
        room = _right_edge(rows, number, region) - last.right
        ended = room > row.first_word_width + 1.5 * row.size
        numbered = ended or _ENDS.search(last.text) or _NUMBER.match(self._open[0].text)
        if _BULLET.match(row.text) or (_NUMBER.match(row.text) and numbered):
            return False
        middle = abs(row.left + row.right - last.left - last.right) < 2 * row.size
        if middle and (row.size > self._styles.body or row.bold):
            return True
        return not ended and self._same_margin(rows, number)

    def _same_margin(self, rows: list[Row], number: int) -> bool:
        row, last = rows[number], self._open[-1]
        step = row.left - last.left
        is_item = _is_item(self._open[0].text)
        if step > _INDENT * row.size:
            if is_item and len(self._open) == 1:
                return True
            # Indented as the first line of a paragraph is, or as all but the first line of an entry are?
            following = rows[number + 1] if number + 1 < len(rows) else None
            hanging = following is not None and abs(following.left - row.left) < _INDENT * row.size
            return hanging and len(self._open) == 1
        if step < -_INDENT * row.size:
            return len(self._open) == 1 and not is_item
        return True

    def _goes_on_in_new_column(self, row: Row, region: Region) -> bool:
        """Tell whether the first row of a column or page belongs to what is open."""
        last = self._open[-1]
        if not self._alike(row) or _is_item(row.text) or dots_of(last.text):
            return False
        if last.hyphen:
            return True
        if _ENDS.search(last.text) or row.bold or row.size > 1.1 * self._styles.body:
            return False
        return row.text[0].islower() or (
            row.left - region.left < _INDENT * row.size and not row.text[0].isdigit() and len(self._open) > 1
        )

    def _bold_begins(self, row: Row) -> bool:
        """Tell whether what is open is a bold beginning of the sentence that goes on in a row."""
        last = self._open[-1]
        return (
            last.bold
            and not row.bold
            and row.text[0].islower()
            and not _ENDS.search(last.text)
            and abs(row.size - last.size) <= _OTHER_SIZE * row.size
        )

    def _alike(self, row: Row) -> bool:
        last = self._open[-1]
        if last.fixed and self._styles.fixed_tells:
            return False
        if row.bold != last.bold:
            return False
        smaller, larger = sorted((row.size / self._styles.body, last.size / self._styles.body))
        # Program text within a sentence has another size; headings and notes are further off.
        return larger - smaller <= _OTHER_SIZE * larger or (smaller > _INLINE and larger < 1 + _OTHER_SIZE)

    def _flush(self) -> None:
        if self._open:
            rows, self._open = self._open, []
            self._add(rows)
        notes, self._notes = self._notes, []
        for note in notes:
            self._reading.add(BlockKind.CAPTION, self._text(note), page=note[0].page)

    def _add(self, rows: list[Row]) -> None:
        if rows[0].fixed and self._styles.fixed_tells and len(rows) > 1:
            left, step = min(row.left for row in rows), _FIXED_WIDTH * rows[0].size
            lines = [" " * min(80, max(0, round((row.left - left) / step))) + row.text for row in rows]
            self._reading.add(BlockKind.CODE, "\n".join(lines), page=rows[0].page)
            return
        text, first = self._text(rows), rows[0]
        page = first.page
        level = self._styles.level(text, size=first.size, bold=all(row.bold for row in rows), lines=len(rows))
        if found := dots_of(text):
            entry = f"{text[: found.start()]} {found.group(1) or ''}"
            self._reading.add(BlockKind.LIST_ITEM, entry, level=1, page=page)
        elif _CAPTION.match(text) and len(text) <= _LONGEST_CAPTION:
            self._reading.add(BlockKind.CAPTION, text, page=page)
        elif level:
            self._reading.add(BlockKind.HEADING, text, level=level, page=page)
        elif bullet := _BULLET.match(text):
            self._reading.add(BlockKind.LIST_ITEM, text[bullet.end() :], level=1, page=page)
        elif _NUMBER.match(text):
            self._reading.add(BlockKind.LIST_ITEM, text, level=1, page=page)
        elif len(rows) == 1 and is_shouted(text):
            self._reading.add(BlockKind.HEADING, text, level=1, page=page)
        else:
            self._reading.add(BlockKind.PARAGRAPH, text, page=page)

    def _text(self, rows: list[Row]) -> str:
        parts = [rows[0].text]
        for last, row in pairwise(rows):
            if last.hyphen:
                parts.append("-" if self._hyphens.kept(last.text, row.text) else "")
            elif not (written_without_spaces(last.text[-1]) and written_without_spaces(row.text[0])):
                parts.append(" ")
            parts.append(row.text)
        if rows[-1].hyphen:
            parts.append("-")
        return "".join(parts)


def _pitch(rows: list[Row]) -> float:
    """Return the usual distance of lines, in sizes of the font."""
    steps = [
        (above.y - row.y) / row.size
        for above, row in pairwise(rows)
        if 0.8 < (above.y - row.y) / row.size < 2.5 and abs(above.size - row.size) < _OTHER_SIZE * row.size
    ]
    return max(_USUAL_PITCH * 0.85, median(steps)) if len(steps) > 2 else min([*steps, _USUAL_PITCH * 1.25])


def _right_edge(rows: list[Row], number: int, region: Region) -> float:
    """Return where the lines around a row end at most: a quotation is narrower than its column."""
    row = rows[number]
    near = [
        other.right
        for other in rows[max(0, number - 4) : number + 5]
        if abs(other.left - row.left) < 3 * row.size
        and other.fixed == row.fixed
        and abs(other.size - row.size) <= _OTHER_SIZE * row.size
    ]
    return min(max(near), max(region.right, row.right))


def _is_item(text: str) -> bool:
    return _BULLET.match(text) is not None or _NUMBER.match(text) is not None


def _starts_note(row: Row) -> bool:
    return row.text[0].isdigit() or row.text[0] in "*†‡§[¹²³⁴⁵⁶⁷⁸⁹"
