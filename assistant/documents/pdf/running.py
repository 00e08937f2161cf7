"""Running headers, footers and page numbers: what stands at the same place of several pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from assistant.documents.pdf.columns import rows_of
from assistant.documents.pdf.lines import Line

_ROWS = 3
"""Rows from the top and from the bottom that may be such."""

_HEIGHT = 4.0
"""Points: how finely places are compared."""

_LEAST_PAGES = 3
_LARGE = 1.15
"""Sizes of the body's font: what is larger is a heading, though it stands there on every page (of slides, say)."""

_SHORT = 60
"""Characters: two pages that begin with the same short line do so because it runs."""

_APART = 1.6
"""In sizes of the font: lines of a text are nearer to each other."""

_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"^[\W_]*(?:(?:page|p\.|seite|s\.|página|pág\.|strona|стр\.|第)\s*)?(?:\d{1,5}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|de|sur|из)\s*\d{1,5})?(?:\s*[页頁])?[\W_]*$",
    re.I,
)

_Key = tuple[bool, int, str]


class RunningLines:
    """Finds them: first `look` at all pages, then ask for each page."""

    def __init__(self) -> None:
        self._pages = 0
        self._seen: Counter[_Key] = Counter()

    def look(self, lines: list[Line]) -> None:
        """Take the lines of the next page."""
        self._pages += 1
        keys = {key for at_top in (True, False) for row in _outer(lines, at_top=at_top) for key in _keys(row, at_top)}
        self._seen.update(keys)

    def without(self, lines: list[Line], *, body_size: float) -> list[Line]:
        """Return a page's lines without them.

        Args:
            lines: All.
            body_size: Of the document's font, in points.
        """
        gone: set[int] = set()
        for at_top in (True, False):
            rows = _outer(lines, at_top=at_top)
            running = [self._running(row, at_top, body_size, outermost=not number) for number, row in enumerate(rows)]
            taken = next((number for number, row in enumerate(rows) if len(running[number]) < len(row)), len(rows))
            taken = min(taken, _ROWS)
            # Text that begins alike on several pages goes on without a gap; what runs stands apart.
            while 0 < taken < len(rows) and not _apart(rows[taken - 1], rows[taken]):
                taken -= 1
            gone.update(id(line) for line in chain.from_iterable(running[:taken]))
        return [line for line in lines if id(line) not in gone]

    def _running(self, row: list[Line], at_top: bool, body_size: float, *, outermost: bool) -> list[Line]:
        found = [line for line in row if self._is_running(line, at_top, body_size, outermost=outermost)]
        if outermost and any(_PAGE_NUMBER.match(line.text) for line in found):
            # What stands beside the page's number is the chapter's title.
            return row
        return found

    def _is_running(self, line: Line, at_top: bool, body_size: float, *, outermost: bool) -> bool:
        number = _PAGE_NUMBER.match(line.text)
        if line.size > _LARGE * body_size and not number:
            return False
        top, place, text = _key(line, at_top)
        # Counted together with its neighbours: a header of two lines may stand a little higher.
        pages = sum(self._seen[top, place + step, text] for step in (-1, 0, 1))
        if pages >= min(_LEAST_PAGES, max(2, self._pages)) or (outermost and pages >= 2 and len(text) < _SHORT):
            return True
        return number is not None and any(int(found) == line.page for found in _NUMBER.findall(line.text)[:1])


def _apart(outer: list[Line], inner: list[Line]) -> bool:
    return abs(outer[0].y - inner[0].y) > _APART * max(line.size for line in (*outer, *inner))


def _outer(lines: list[Line], *, at_top: bool) -> list[list[Line]]:
    """Return the outermost rows, the outermost first."""
    if len(lines) > 4 * _ROWS:
        # Sorting thousands of lines for six is a waste.
        heights = sorted({round(line.y, 1) for line in lines}, reverse=at_top)
        reach = heights[min(len(heights) - 1, 4 * _ROWS)]
        lines = [line for line in lines if (line.y >= reach if at_top else line.y <= reach)]
    rows = rows_of(lines)
    return rows[: _ROWS + 1] if at_top else rows[: -_ROWS - 2 : -1]


def _keys(row: Sequence[Line], at_top: bool) -> Iterable[_Key]:
    return (_key(line, at_top) for line in row)


def _key(line: Line, at_top: bool) -> _Key:
    text = _NUMBER.sub("#", line.text.casefold())
    if _PAGE_NUMBER.match(line.text):
        text = "#"
    return at_top, round(line.y / _HEIGHT), text
