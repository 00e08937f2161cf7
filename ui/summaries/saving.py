"""Saves a summary as a file: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import tempfile
from enum import Enum
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError
from assistant.summaries.rendering import markdown, web_page, word_document
from assistant.summaries.summary import Summary
from ui.summaries.words import labels

_UNWANTED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)
"""Windows takes these for devices, whatever their ending."""
_LONGEST_NAME = 80


class Format(Enum):
    """What a summary can be saved as; the value is the file's ending."""

    MARKDOWN = ".md"
    WORD = ".docx"
    WEB_PAGE = ".html"


def file_name(title: str) -> str:
    """Return a name that every system takes for a file, without an ending."""
    name = " ".join(_UNWANTED.sub(" ", title).split())[:_LONGEST_NAME].strip(" .")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or "summary"


def content(summary: Summary, wanted: Format) -> bytes:
    """Return a summary as the bytes of a file."""
    words = labels(summary)
    match wanted:
        case Format.MARKDOWN:
            return markdown(summary, words).encode("utf-8", "replace")
        case Format.WEB_PAGE:
            return web_page(summary, words).encode("utf-8", "replace")
        case Format.WORD:
            return word_document(summary, words)


def save(path: Path, data: bytes) -> None:
    """Write a file beside its place and put it there at the end.

    Raises:
        ThimbleError: It can't be written; what was there before is still there.
    """
    made: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=".thimble-", dir=path.parent)
        made = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        mask = os.umask(0)
        os.umask(mask)
        made.chmod(0o666 & ~mask)  # as any other new file: the temporary one was for its owner alone
        made.replace(path)
    except OSError as error:
        if made is not None:
            with contextlib.suppress(OSError):
                made.unlink(missing_ok=True)
        raise ThimbleError(
            QT_TRANSLATE_NOOP(
                "errors", "{file} can't be written. Check that there is space and that you may write there."
            ),
            file=str(path),
            details=str(error),
        ) from error
