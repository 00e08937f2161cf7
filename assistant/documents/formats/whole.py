"""Files that are read as a whole."""

from __future__ import annotations

from pathlib import Path

from assistant.documents.errors import TOO_LARGE, UNREADABLE, BadDocumentError
from assistant.documents.limits import MOST_TEXT_BYTES


def whole(path: Path) -> bytes:
    """Return the content of a file.

    Raises:
        BadDocumentError: It can't be read, or is too large.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_TEXT_BYTES + 1)
    except OSError as error:
        raise BadDocumentError(UNREADABLE, details=str(error)) from error
    if len(content) > MOST_TEXT_BYTES:
        raise BadDocumentError(TOO_LARGE)
    return content
