"""Tables as text (CSV, TSV): one block for each row, with the names of its columns."""

from __future__ import annotations

import csv
import io
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
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:_SAMPLE], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = csv.reader(io.StringIO(text, newline=""), dialect)
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


def _named(names: list[str], cells: list[str]) -> list[str]:
    return [
        f"{names[number]}: {cell}" if number < len(names) and names[number] else cell
        for number, cell in enumerate(cells)
        if cell
    ]
