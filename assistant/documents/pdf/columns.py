"""Reading order: columns found by the gutters between them."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from assistant.documents.pdf.lines import Line

_BIN = 3.0
"""Points: how finely gutters are looked for."""

_LEAST_LINES = 6
_LEAST_SIDE = 3
"""Lines that a column has at least."""

_NARROW = 0.62
"""Of the text's width: no line of a column is wider."""

_MARGIN = 0.15
"""Of the text's width, at both sides, where no gutter is looked for: labels of lists stand there."""

_CROSSING = 0.08
"""Of the narrow lines, how many may cross a gutter: titles and captions in the middle do."""

_FILLED, _HALF_FILLED = 0.5, 0.3
"""Of a column's width that half of its lines fill at least: one column this, all of them that; cells mostly don't."""

_LEAST_CHARACTERS = 12
"""Of a piece that counts as text; shorter ones are numbers, labels and the words in pictures."""

_BESIDE, _EVEN, _RARER = 0.8, 0.75, 0.6
_MOST_DEPTH = 4
_SAME_ROW = 0.4
"""Of the font's size: baselines that are less apart are one row."""


@dataclass(slots=True)
class Region:
    """Rows below each other, in one column.

    Attributes:
        rows: From the top; each has its pieces from the left.
        left: Where its lines begin, in points.
        right: Where they end at most.
    """

    rows: list[list[Line]]
    left: float
    right: float


def regions(lines: list[Line]) -> list[Region]:
    """Return the columns of a page in the order in which they are read."""
    found: list[Region] = []
    if lines:
        _cut(rows_of(lines), found, 0)
    return found


def rows_of(lines: list[Line]) -> list[list[Line]]:
    """Return lines by rows, from the top, each from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.y):
        if rows and rows[-1][0].y - line.y < _SAME_ROW * max(line.size, rows[-1][0].size):
            rows[-1].append(line)
        else:
            rows.append([line])
    for row in rows:
        row.sort(key=lambda line: line.left)
    return rows


def _cut(rows: list[list[Line]], found: list[Region], depth: int) -> None:
    lines = [line for row in rows for line in row]
    gutter = _gutter(lines) if depth < _MOST_DEPTH else None
    if gutter is None:
        found.append(_region(rows))
        return
    # A row that crosses the gutter ends the columns above it.
    band: list[list[Line]] = []
    across: list[list[Line]] = []
    for row in rows:
        if any(line.left < gutter < line.right for line in row):
            if band:
                across = _end_band(band, across, gutter, found, depth)
                band = []
            across.append(row)
        else:
            band.append(row)
    across = _end_band(band, across, gutter, found, depth)
    if across:
        found.append(_region(across))


def _end_band(
    band: list[list[Line]], across: list[list[Line]], gutter: float, found: list[Region], depth: int
) -> list[list[Line]]:
    """Add what stands between two rows that cross the gutter; returns the rows that are still to be added."""
    left = [side for row in band if (side := [line for line in row if line.right <= gutter])]
    right = [side for row in band if (side := [line for line in row if line.right > gutter])]
    if not any(map(_has_text, left)) or not any(map(_has_text, right)):
        # The short end of a paragraph across the page, or a word and a number in one row: no columns.
        return across + band
    if across:
        found.append(_region(across))
    for column in (left, right):
        _cut(column, found, depth + 1)
    return []


def _has_text(row: list[Line]) -> bool:
    return max(len(line.text) for line in row) >= _LEAST_CHARACTERS


def _region(rows: list[list[Line]]) -> Region:
    lefts = sorted(row[0].left for row in rows)
    rights = sorted(max(line.right for line in row) for row in rows)
    # A line or two may stick out.
    return Region(rows, lefts[len(lefts) // 10], rights[-1 - len(rights) // 10])


def _gutter(lines: list[Line]) -> float | None:
    """Return where a gutter goes down the page, in points; None when there is none."""
    if len(lines) < _LEAST_LINES:
        return None
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    width = right - left
    # The words in a picture say nothing about columns.
    texts = [line for line in lines if len(line.text) >= _LEAST_CHARACTERS]
    narrow = [line for line in texts if line.right - line.left < _NARROW * width]
    if width < 20 * _BIN or len(narrow) < max(2 * _LEAST_SIDE, 0.4 * len(texts)):
        return None
    bins = int(width / _BIN) + 2
    crossing = [0] * (bins + 1)
    for line in narrow:
        crossing[int((line.left - left) / _BIN)] += 1
        crossing[int((line.right - left) / _BIN) + 1] -= 1
    for number in range(1, bins):
        crossing[number] += crossing[number - 1]
    most = int(_CROSSING * len(narrow))
    candidates = []
    run: list[int] = []
    for number in range(int(_MARGIN * bins), int((1 - _MARGIN) * bins) + 1):
        if run and crossing[number] != crossing[run[-1]]:
            candidates.append(run)
            run = []
        if crossing[number] <= most:
            run.append(number)
    candidates.append(run)
    for run in sorted(filter(None, candidates), key=lambda run: (crossing[run[0]], -len(run))):
        place = left + (run[0] + run[-1] + 1) / 2 * _BIN
        sides = [line for line in narrow if line.right <= place], [line for line in narrow if line.left >= place]
        filled = [_filled(side) for side in sides]
        if min(filled) >= _HALF_FILLED and max(filled) >= _FILLED and not _in_step(*sides):
            return place
    return None


def _in_step(left: list[Line], right: list[Line]) -> bool:
    """Tell whether lines are cells of a table: rarer or of various lengths on one side, beside those of the other."""
    fewer, others = sorted((left, right), key=len)
    heights = [line.y for line in others]
    # Above and below there may be lines across both.
    fewer = [line for line in fewer if min(heights) - line.size < line.y < max(heights) + line.size]
    if not fewer:
        return False
    widths = sorted(line.right - line.left for line in fewer)
    low, high = min(line.y for line in fewer), max(line.y for line in fewer)
    rarer = len(fewer) < _RARER * len({round(y) for y in heights if low <= y <= high})
    if not rarer and median(widths) > _EVEN * widths[-1 - len(widths) // 10]:
        return False
    beside = sum(any(abs(line.y - y) < _SAME_ROW * line.size for y in heights) for line in fewer)
    return beside > _BESIDE * len(fewer)


def _filled(lines: list[Line]) -> float:
    """Return how much of a column's width the lines in its middle fill; 0 when it is no running text."""
    if len(lines) < _LEAST_SIDE:
        return 0.0
    width = max(line.right for line in lines) - min(line.left for line in lines)
    return median(line.right - line.left for line in lines) / max(width, 1.0)
