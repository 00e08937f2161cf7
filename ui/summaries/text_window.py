"""Which part of a long document is laid out, and how its blocks become paragraphs."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence

from assistant.documents.blocks import Block, BlockKind, Document

WINDOW = 40_000
"""Characters that are laid out at a time: some tens of milliseconds."""
MARGIN = 8_000
"""Characters; when fewer are left before or after what is seen, the window moves on."""
BULLET = "•\u00a0"

# Qt would take them for the ends of paragraphs or frames. Each becomes one character, so that places stay right.
_TABLE = str.maketrans(
    {"\n": "\u2028", "\u2029": "\u2028", "\r": " ", "\x00": " ", "\ufdd0": " ", "\ufdd1": " ", "\ufffc": " "}
)


def starts_of(document: Document) -> array[int]:
    """Return where each block begins, in characters of the whole document; one more entry for its end."""
    starts = array("q", [0])
    at = 0
    for block in document.blocks:
        at += len(block.text) + 1
        starts.append(at)
    return starts


def window_around(starts: Sequence[int], character: int, size: int = WINDOW) -> tuple[int, int]:
    """Return the first block, and the one after the last, of the window with a character in its middle.

    Args:
        starts: As `starts_of`.
        character: Of the whole document.
        size: Characters wanted.
    """
    blocks = len(starts) - 1
    total = starts[-1]
    begin = max(0, min(character - size // 2, total - size))
    first = max(0, min(bisect_right(starts, begin) - 1, blocks - 1)) if blocks else 0
    end = min(blocks, max(first + 1, bisect_right(starts, begin + size)))
    return first, end


def block_at(starts: Sequence[int], character: int) -> int:
    """Return the block that holds a character of the whole document."""
    return max(0, min(bisect_right(starts, character) - 1, len(starts) - 2))


def paragraph(block: Block) -> str:
    """Return a block as the text of one paragraph of Qt's; each character stands for one of the block's."""
    text = block.text.translate(_TABLE)
    return BULLET + text if block.kind is BlockKind.LIST_ITEM else text


def qt_offset(block: Block, offset: int) -> int:
    """Return where a character of a block stands in its paragraph, in UTF-16 units as Qt counts."""
    before = block.text[:offset]
    beyond = 0 if before.isascii() else sum(character > "\uffff" for character in before)
    return len(before) + beyond + (len(BULLET) if block.kind is BlockKind.LIST_ITEM else 0)
