"""What of a text can be shown: control characters made harmless, line ends made one, long lines cut.

Only what is displayed is changed; copying a message gives the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MAX_LINE = 6_000
"""Longest line laid out as one paragraph, in characters; a longer one is shown in pieces. Laying out a line without
spaces costs the square of its length: 6 ms at 10,000 characters, 380 ms at 100,000."""

# Qt reads U+FDD0, U+FDD1, U+FFFC, U+2028 and U+2029 inside a document as its own marks.
_UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffc\ufffe\uffff]")
_SEPARATORS = re.compile("\r\n|[\r\u2028\u2029]")


def shown_piece(text: str) -> str:
    """Return a piece of a streamed answer as it can be shown; pieces may be cut anywhere, also inside CR LF."""
    text = _UNSHOWABLE.sub("\ufffd", text)
    return text.replace("\r", "").replace("\u2028", "\n").replace("\u2029", "\n")


def shown_text(text: str) -> str:
    """Return a whole plain text as it can be shown."""
    return _SEPARATORS.sub("\n", _UNSHOWABLE.sub("\ufffd", text))


def cut_at(line: str, limit: int = MAX_LINE) -> int:
    """Return where a line longer than `limit` is cut: after the last space in reach, else at the limit."""
    space = line.rfind(" ", limit // 2, limit)
    return space + 1 if space >= 0 else limit


def pieces(line: str, limit: int = MAX_LINE) -> Iterator[str]:
    """Cut a line into pieces of at most `limit` characters that join to the line again."""
    start = 0
    while len(line) - start > limit:
        end = start + cut_at(line[start : start + limit + 1], limit)
        yield line[start:end]
        start = end
    yield line[start:]


def beginning(text: str, *, characters: int, lines: int) -> str:
    """Return the beginning of a text, at most so many characters and lines, cut at a line end or a space where near."""
    head = text[: characters + 1]
    end = -1
    for _ in range(lines):
        end = head.find("\n", end + 1)
        if end < 0:
            break
    if 0 <= end <= characters:
        return head[:end]
    if len(head) <= characters:
        return head
    return head[: cut_at(head, characters)]
