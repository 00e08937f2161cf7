"""The pieces of lines on a page, with where they stand.

PDFium gives a page's characters in the order in which the file draws them, with line breaks where the baseline
changes. It is asked for the place of each word, not of each character: that is what takes the time.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import pypdfium2_raw as pdfium

from assistant.documents.reading import clean

_MOST_CHARACTERS = 2_000_000
"""Of one page; the rest is passed over."""

_LINE = re.compile("[^\r\n\ufffe\x02]+")
_HYPHENS = "\ufffe\x02"
"""What PDFium puts for a hyphen at the end of a line, in place of the line break."""

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

_WIDE_GAP = 1.5
"""In sizes of the font: between two words of a line there is less, between columns and cells more."""

_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.I)
_UPRIGHT = 0.02
_NAME_BYTES = 128
_BOLD_FLAG, _FIXED_FLAG = 1 << 18, 1  # ForceBold and FixedPitch, in a font descriptor's flags
_FIXED_NAME = re.compile(rb"courier|mono|consol|typewriter|cmtt", re.I)


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
        fixed: Whether its letters are equally wide, as those of program text.
        hyphen: It ended with a hyphen, which is not in `text`.
        page: From 1.
    """

    text: str
    left: float
    right: float
    y: float
    size: float
    bold: bool
    fixed: bool
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
    fixed: bool


@dataclass(slots=True)
class _Stretch:
    """Part of a page's text: from `start` to before `end`, neither of them a space."""

    page: object
    text: str
    at: Callable[[int], int]
    """PDFium's index of a character."""
    start: int
    end: int


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
        if len(text) == count:
            at: Callable[[int], int] = int
        else:
            at = _character_indices(text_page, text).__getitem__
        found: dict[int, list[Line]] = {}
        for match in _LINE.finditer(text):
            words = match.group().strip()
            if not words:
                continue
            start = match.start() + match.group().index(words[0])
            stretch = _Stretch(text_page, text, at, start, start + len(words))
            lines, turn = self._pieces(stretch, number)
            if lines:
                lines[-1].hyphen = text[match.end() : match.end() + 1] in tuple(_HYPHENS)
                found.setdefault(turn, []).extend(lines)
        if not found:
            return []
        turn = max(found, key=lambda turn: sum(len(line.text) for line in found[turn]))
        lines = found[turn] if turn >= 0 else []
        if _is_right_to_left(text):
            # Seen in a mirror, everything that follows is as in other scripts: the right column comes first.
            for line in lines:
                line.left, line.right = -line.right, -line.left
        return lines

    def _pieces(self, stretch: _Stretch, number: int) -> tuple[list[Line], int]:
        """Return a line, as several where there are wide gaps in it, and how it is turned."""
        text, start, end = stretch.text, stretch.start, stretch.end
        glyph = self._usual_glyph(stretch)
        gap = _WIDE_GAP * glyph.size
        left, first_right = self._edges(stretch, start, glyph.turn)
        parts = []
        begin = start
        if not _is_right_to_left(text[start:end]):
            space = text.find(" ", start, end)
            while space > 0:
                after = space + 1
                while text[after].isspace():
                    after += 1
                following, _ = self._edges(stretch, after, glyph.turn)
                _, right = self._edges(stretch, space - 1, glyph.turn)
                if following - right > gap:
                    parts.append((begin, space, left, right))
                    begin, left = after, following
                space = text.find(" ", after, end)
        last_left, right = self._edges(stretch, end - 1, glyph.turn)
        parts.append((begin, end, min(left, last_left), max(right, first_right if begin == start else right)))
        lines = []
        for first, last, left, right in parts:
            words = clean(text[first:last])
            if not words:
                continue
            if len(parts) > 1:
                glyph = self._usual_glyph(_Stretch(stretch.page, text, stretch.at, first, last))
            fonts = [self._font(stretch.page, stretch.at(index)) for index in (first, last - 1)]
            bold = glyph.bold and all(font[0] for font in fonts)
            fixed = glyph.fixed and all(font[1] for font in fonts)
            y = {0: glyph.y, 1: -glyph.x, 2: -glyph.y, 3: glyph.x}.get(glyph.turn, 0.0)
            lines.append(Line(words, left, right, y, glyph.size, bold, fixed, False, number))
        return lines, glyph.turn

    def _edges(self, stretch: _Stretch, index: int, turn: int) -> tuple[float, float]:
        """Return where a character begins and ends, along the line."""
        box = self._box
        pdfium.FPDFText_GetLooseCharBox(stretch.page, stretch.at(index), self._box_pointer)
        if turn == 0:
            return box.left, box.right
        low, high = (box.bottom, box.top) if turn in (1, 3) else (box.left, box.right)
        return (-high, -low) if turn in (2, 3) else (low, high)

    def _usual_glyph(self, stretch: _Stretch) -> _Glyph:
        """Return one of three characters, that of the middle size: notes' numbers and program text are smaller."""
        text, start, end = stretch.text, stretch.start, stretch.end
        glyphs = []
        for index in (start, (start + end) // 2, end - 1):
            while text[index].isspace():
                index -= 1  # noqa: PLW2901 - the start is no space
            glyphs.append(self._glyph(stretch.page, stretch.at(index)))
        return sorted(glyphs, key=lambda glyph: glyph.size)[1]

    def _glyph(self, text_page: object, index: int) -> _Glyph:
        matrix = self._matrix
        size = float(pdfium.FPDFText_GetFontSize(text_page, index))
        turn = 0
        if pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
            size *= math.hypot(matrix.c, matrix.d)
            turn = _turn(matrix.a, matrix.b)
        pdfium.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(self._x), ctypes.byref(self._y))
        return _Glyph(self._x.value, self._y.value, abs(size) or 1.0, turn, *self._font(text_page, index))

    def _font(self, text_page: object, index: int) -> tuple[bool, bool]:
        """Return whether a character's font is bold, and whether its letters are equally wide."""
        length = pdfium.FPDFText_GetFontInfo(text_page, index, self._name, _NAME_BYTES, ctypes.byref(self._flags))
        name = self._name.value if 0 < length <= _NAME_BYTES else b""
        flags = self._flags.value if length else 0
        bold = (
            bool(flags & _BOLD_FLAG)
            or _BOLD_NAME.search(name) is not None
            or pdfium.FPDFText_GetFontWeight(text_page, index) >= _BOLD_WEIGHT
        )
        return bold, bool(flags & _FIXED_FLAG) or _FIXED_NAME.search(name) is not None


def _is_right_to_left(text: str) -> bool:
    return len(_RIGHT_TO_LEFT.findall(text)) * 3 > len(text)


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
