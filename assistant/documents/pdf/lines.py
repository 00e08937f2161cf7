"""The pieces of lines on a page, with where they stand.

PDFium gives a page's characters in the order in which the file draws them, with line breaks where the baseline
changes. It is asked for the place of each word, not of each character: that is what takes the time.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass

import pypdfium2_raw as pdfium

from assistant.documents.reading import clean

_MOST_CHARACTERS = 2_000_000
"""Of one page; the rest is passed over."""

_LINE = re.compile("[^\r\n\ufffe\x02]+")
_HYPHENS = "\ufffe\x02"
"""What PDFium puts for a hyphen at the end of a line, in place of the line break."""

_WIDE_GAP = 1.5
"""In sizes of the font: between two words of a line there is less, between columns and cells more."""

_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.I)
_UPRIGHT = 0.02
_NAME_BYTES = 128
_BOLD_FLAG = 1 << 18  # ForceBold, in a font descriptor's flags


@dataclass(slots=True)
class Line:
    """A line of text, or the part of it that stands in one column or cell.

    Attributes:
        text: What it says.
        left: Where it begins, in points from the left edge.
        right: Where it ends.
        y: Its baseline, in points from the bottom.
        size: Of its font, in points.
        bold: Whether all of it is.
        hyphen: It ended with a hyphen, which is not in `text`.
        page: From 1.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    hyphen: bool
    page: int


@dataclass(slots=True)
class _Glyph:
    x: float
    y: float
    size: float
    turn: int
    """In quarters against the clock; -1 for anything between."""
    bold: bool


class PageText:
    """Reads pages one after the other, with buffers that are kept."""

    def __init__(self) -> None:
        self._box = pdfium.FS_RECTF()
        self._box_pointer = ctypes.byref(self._box)
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(_NAME_BYTES)
        self._flags = ctypes.c_int()

    def lines(self, page: object, number: int) -> list[Line]:
        """Return the lines of a page in the order of the file; text that is turned against the rest is left out.

        Args:
            page: PDFium's page.
            number: From 1.
        """
        text_page = pdfium.FPDFText_LoadPage(page)
        if not text_page:
            return []
        try:
            return self._lines(text_page, number)
        finally:
            pdfium.FPDFText_ClosePage(text_page)

    def _lines(self, text_page: object, number: int) -> list[Line]:
        count = min(_MOST_CHARACTERS, pdfium.FPDFText_CountChars(text_page))
        if count <= 0:
            return []
        buffer = (ctypes.c_ushort * (count + 1))()
        length = pdfium.FPDFText_GetText(text_page, 0, count, buffer) - 1
        if length <= 0:
            return []
        text = bytes(memoryview(buffer).cast("B")[: 2 * length]).decode("utf-16-le", "replace")
        indices = _character_indices(text_page, text) if len(text) != count else None
        found: dict[int, list[Line]] = {}
        for match in _LINE.finditer(text):
            if not match.group().strip():
                continue
            hyphen = text[match.end() : match.end() + 1] in (*_HYPHENS,)
            self._split(text_page, text, indices, match.span(), number, hyphen=hyphen, found=found)
        if not found:
            return []
        turn = max(found, key=lambda turn: sum(len(line.text) for line in found[turn]))
        return found[turn] if turn >= 0 else []

    def _split(
        self,
        text_page: object,
        text: str,
        indices: list[int] | None,
        span: tuple[int, int],
        number: int,
        *,
        hyphen: bool,
        found: dict[int, list[Line]],
    ) -> None:
        """Add a line to what was found, as several where there are wide gaps in it."""
        start, end = span
        while text[start].isspace():
            start += 1
        while text[end - 1].isspace():
            end -= 1
        middle = (start + end) // 2
        while text[middle].isspace():
            middle -= 1
        at = indices.__getitem__ if indices is not None else int
        glyph = self._glyph(text_page, at(middle))
        gap = _WIDE_GAP * glyph.size
        turned = glyph.turn in (1, 3)
        backwards = glyph.turn in (2, 3)
        box, pointer, get_box = self._box, self._box_pointer, pdfium.FPDFText_GetLooseCharBox

        def edges(position: int) -> tuple[float, float]:
            get_box(text_page, at(position), pointer)
            low, high = (box.bottom, box.top) if turned else (box.left, box.right)
            return (-high, -low) if backwards else (low, high)

        parts = []
        begin = start
        left, _ = edges(start)
        space = text.find(" ", start, end)
        while space > 0:
            after = space + 1
            while text[after].isspace():
                after += 1
            following, _ = edges(after)
            _, right = edges(space - 1)
            # Text that runs from right to left goes down.
            if following - right > gap or (left - following > gap > 0 and following < left):
                parts.append((begin, space, left, right))
                begin, left = after, following
            space = text.find(" ", after, end)
        parts.append((begin, end, left, edges(end - 1)[1]))
        for first, last, left, right in parts:
            if len(parts) > 1:
                glyph = self._glyph(
                    text_page, at((first + last) // 2 if not text[(first + last) // 2].isspace() else first)
                )
            words = clean(text[first:last])
            if not words:
                continue
            bold = glyph.bold and self._bold(text_page, at(first)) and self._bold(text_page, at(last - 1))
            y = {0: glyph.y, 1: -glyph.x, 2: -glyph.y, 3: glyph.x}.get(glyph.turn, 0.0)
            line = Line(words, min(left, right), max(left, right), y, glyph.size, bold, hyphen and last == end, number)
            found.setdefault(glyph.turn, []).append(line)

    def _glyph(self, text_page: object, index: int) -> _Glyph:
        matrix = self._matrix
        size = float(pdfium.FPDFText_GetFontSize(text_page, index))
        turn = 0
        if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
            turn = _turn(matrix.a, matrix.b)
        pdfium.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(self._x), ctypes.byref(self._y))
        return _Glyph(self._x.value, self._y.value, abs(size) or 1.0, turn, self._bold(text_page, index))

    def _bold(self, text_page: object, index: int) -> bool:
        if pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT:
            return True
        length = pdfium.FPDFText_GetFontInfo(text_page, index, self._name, _NAME_BYTES, ctypes.byref(self._flags))
        if self._flags.value & _BOLD_FLAG:
            return True
        return 0 < length <= _NAME_BYTES and _BOLD_NAME.search(self._name.value) is not None


def _turn(a: float, b: float) -> int:
    """Return by how many quarters text is turned, from its matrix; -1 for anything between."""
    length = math.hypot(a, b)
    if length == 0:
        return 0
    if abs(b) < _UPRIGHT * length * 5:
        return 0 if a > 0 else 2
    if abs(a) < _UPRIGHT * length * 5:
        return 1 if b > 0 else 3
    return -1


def _character_indices(text_page: object, text: str) -> list[int]:
    """Return PDFium's index of each character of a page whose text holds characters of two UTF-16 units."""
    indices = []
    unit = 0
    for character in text:
        indices.append(max(0, pdfium.FPDFText_GetCharIndexFromTextIndex(text_page, unit)))
        unit += 2 if ord(character) > 0xFFFF else 1
    return indices
