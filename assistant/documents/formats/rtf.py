"""Rich text (RTF), through striprtf."""

from __future__ import annotations

import re
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from assistant.documents.blocks import BlockKind
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.plain import is_heading
from assistant.documents.formats.whole import whole
from assistant.documents.reading import Reading

_PICTURE = re.compile(r"[0-9a-fA-F\s]{2000,}")


def read(path: Path, reading: Reading) -> None:
    """Read the text; each of its lines is a paragraph.

    Raises:
        BadDocumentError: It can't be read.
    """
    # Pictures are most of many files, and most of the time that they take.
    content = _PICTURE.sub("", whole(path).decode("latin-1"))
    try:
        text: str = rtf_to_text(content, errors="replace")  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, KeyError, TypeError, AttributeError, OverflowError) as error:
        raise BadDocumentError(DAMAGED, details=repr(error)) from error
    for line in text.splitlines():
        if "|" in line and line.count("|") > 1 and line.rstrip().endswith("|"):
            reading.add(BlockKind.TABLE_ROW, " | ".join(cell for cell in map(str.strip, line.split("|")) if cell))
        elif is_heading(line):
            reading.add(BlockKind.HEADING, line, level=1)
        else:
            reading.add(BlockKind.PARAGRAPH, line)
