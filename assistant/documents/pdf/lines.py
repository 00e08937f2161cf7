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

_OTHER_LINE = 0.7
"""In sizes of the font: raised and lowered characters are nearer to their line."""

_BOLD_WEIGHT = 600
_BOLD_NAME = re.compile(rb"bold|black|heavy|demi", re.I)
_SPACES = re.compile(" +")
_UPRIGHT = 0.1
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
        self._flags_pointer = ctypes.byref(self._flags)
        self._fonts: dict[tuple[bytes, int, int], tuple[bool, bool]] = {}
        # Its address tells whether two characters have the same one; pypdfium2's own type can't be compared.
        address = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.c_void_p).value
        prototype = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
        self._object_of = prototype(address or 0)

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
        glyph = self._usual_glyph(stretch)
        if _is_right_to_left(stretch.text[stretch.start : stretch.end]):
            parts = [(stretch.start, stretch.end)]
        elif glyph.turn == 0:
            parts = self._parts(stretch, glyph.size)
        else:
            parts = self._turned_parts(stretch, _WIDE_GAP * glyph.size, glyph.turn)
        lines = []
        for first, last in parts:
            words = clean(stretch.text[first:last])
            if not words:
                continue
            if len(parts) > 1:
                glyph = self._usual_glyph(_Stretch(stretch.page, stretch.text, stretch.at, first, last))
            edges = (*self._edges(stretch, first, glyph.turn), *self._edges(stretch, last - 1, glyph.turn))
            y = {0: glyph.y, 1: -glyph.x, 2: -glyph.y, 3: glyph.x}.get(glyph.turn, 0.0)
            lines.append(Line(words, min(edges), max(edges), y, glyph.size, glyph.bold, glyph.fixed, False, number))
        return lines, glyph.turn

    def _parts(self, stretch: _Stretch, size: float) -> list[tuple[int, int]]:
        """Return the parts of a line between wide gaps, and between lines where PDFium took several for one.

        Nearly all of the time goes here: two calls for each word.
        """
        gap, step = _WIDE_GAP * size, _OTHER_LINE * size
        text, at, page, end = stretch.text, stretch.at, stretch.page, stretch.end
        box, pointer, get_box = self._box, self._box_pointer, pdfium.FPDFText_GetLooseCharBox
        parts = []
        begin = stretch.start
        space = text.find(" ", begin, end)
        while space > 0:
            after = space + 1
            while text[after].isspace():
                after += 1
            get_box(page, at(space - 1), pointer)
            right, bottom = box.right, box.bottom
            get_box(page, at(after), pointer)
            if box.left - right > gap or abs(box.bottom - bottom) > step:
                parts.append((begin, space))
                begin = after
            space = text.find(" ", after, end)
        return [*parts, (begin, end)]

    def _turned_parts(self, stretch: _Stretch, gap: float, turn: int) -> list[tuple[int, int]]:
        parts = []
        begin = stretch.start
        for found in _SPACES.finditer(stretch.text, stretch.start, stretch.end):
            _, right = self._edges(stretch, found.start() - 1, turn)
            left, _ = self._edges(stretch, found.end(), turn)
            if left - right > gap:
                parts.append((begin, found.start()))
                begin = found.end()
        return [*parts, (begin, stretch.end)]

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
        text, page = stretch.text, stretch.page
        middle = (stretch.start + stretch.end) // 2
        while text[middle].isspace():
            middle -= 1
        indices = [stretch.at(index) for index in (stretch.start, middle, stretch.end - 1)]
        if len({self._object_of(page, index) for index in indices}) == 1:
            # What the file draws at once has one font.
            return self._glyph(page, indices[1])
        glyphs = sorted((self._glyph(page, index) for index in indices), key=lambda glyph: glyph.size)
        usual = glyphs[1]
        usual.bold = all(glyph.bold for glyph in glyphs)
        usual.fixed = all(glyph.fixed for glyph in glyphs)
        return usual

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
        length = pdfium.FPDFText_GetFontInfo(text_page, index, self._name, _NAME_BYTES, self._flags_pointer)
        name = self._name.value if 0 < length <= _NAME_BYTES else b""
        key = (name, self._flags.value if length else 0, pdfium.FPDFText_GetFontWeight(text_page, index))
        known = self._fonts.get(key)
        if known is None:
            bold = bool(key[1] & _BOLD_FLAG) or key[2] >= _BOLD_WEIGHT or _BOLD_NAME.search(name) is not None
            fixed = bool(key[1] & _FIXED_FLAG) or _FIXED_NAME.search(name) is not None
            known = self._fonts[key] = bold, fixed
        return known


def _is_right_to_left(text: str) -> bool:
    return not text.isascii() and len(_RIGHT_TO_LEFT.findall(text)) * 3 > len(text)


def _turn(a: float, b: float) -> int:
    """Return by how many quarters text is turned, from its matrix; -1 for anything between."""
    length = math.hypot(a, b)
    if length == 0:
        return 0
    if abs(b) < _UPRIGHT * length:
        return 0 if a > 0 else 2
    if abs(a) < _UPRIGHT * length:
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
