"""Running headers, footers and page numbers: what stands at the same place of several pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

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
            for number, row in enumerate(_outer(lines, at_top=at_top)):
                running = [line for line in row if self._is_running(line, at_top, body_size, outermost=number == 0)]
                if number == 0 and any(_PAGE_NUMBER.match(line.text) for line in running):
                    # What stands beside the page's number is the chapter's title.
                    running = row
                gone.update(map(id, running))
                # What stands further in than a line that stays is the page's own.
                if len(running) < len(row):
                    break
        return [line for line in lines if id(line) not in gone]

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


def _outer(lines: list[Line], *, at_top: bool) -> list[list[Line]]:
    """Return the outermost rows, the outermost first."""
    if len(lines) > 4 * _ROWS:
        # Sorting thousands of lines for six is a waste.
        heights = sorted({round(line.y, 1) for line in lines}, reverse=at_top)
        reach = heights[min(len(heights) - 1, 4 * _ROWS)]
        lines = [line for line in lines if (line.y >= reach if at_top else line.y <= reach)]
    rows = rows_of(lines)
    return rows[:_ROWS] if at_top else rows[: -_ROWS - 1 : -1]


def _keys(row: Sequence[Line], at_top: bool) -> Iterable[_Key]:
    return (_key(line, at_top) for line in row)


def _key(line: Line, at_top: bool) -> _Key:
    text = _NUMBER.sub("#", line.text.casefold())
    if _PAGE_NUMBER.match(line.text):
        text = "#"
    return at_top, round(line.y / _HEIGHT), text
