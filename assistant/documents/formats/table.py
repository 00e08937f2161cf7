"""Tables as text (CSV, TSV): one block for each row, with the names of its columns."""

from __future__ import annotations

import csv
import io
from collections import Counter
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.whole import whole
from assistant.documents.reading import Reading

_SAMPLE = 16_384
_LONGEST_CELL = 1_000_000


def read(path: Path, reading: Reading) -> None:
    """Read the rows.

    Raises:
        BadDocumentError: It can't be read.
    """
    text = decoded(whole(path)).replace("\0", "")
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text[:_SAMPLE]))
        names: list[str] = []
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not names:
                names = cells
                reading.add(BlockKind.TABLE_ROW, " | ".join(cell for cell in cells if cell))
                continue
            reading.add(BlockKind.TABLE_ROW, "; ".join(_named(names, cells)))
    except csv.Error as error:
        raise BadDocumentError(DAMAGED, details=str(error)) from error


def _delimiter(sample: str) -> str:
    """Return what separates the cells: what gives the most rows the same number of them, of several the most cells."""
    best, delimiter = (0.0, 0), ","
    for candidate in ",;\t|":
        # The last line may be cut off.
        lines = sample.splitlines(keepends=True)
        rows = [len(row) for row in csv.reader(lines[:-1] or lines, delimiter=candidate) if row]
        width, count = Counter(rows).most_common(1)[0] if rows else (1, 0)
        if width > 1 and (found := (count / len(rows), width)) > best:
            best, delimiter = found, candidate
    return delimiter


def _named(names: list[str], cells: list[str]) -> list[str]:
    return [
        f"{names[number]}: {cell}" if number < len(names) and names[number] else cell
        for number, cell in enumerate(cells)
        if cell
    ]
