"""A document as a row of sentences, each with its place."""

from __future__ import annotations

import msgspec

from assistant.documents.blocks import BlockKind, Document, Place, places
from assistant.text.sentences import sentence_spans

_WHOLE = (BlockKind.TABLE_ROW, BlockKind.CAPTION)
_LONGEST = 2_000
"""Characters; what goes on for longer without an end is cut at a space."""


class Passage(msgspec.Struct, frozen=True, gc=False):
    """A sentence, table row or caption.

    Attributes:
        block: Index of its block in the document.
        start: Where it begins in the block's text, in characters.
        end: Where it ends.
        text: The passage itself.
        kind: Kind of its block.
        section: Number of its section, as in `Place`.
        opens: Whether it is the first of its block.
    """

    block: int
    start: int
    end: int
    text: str
    kind: BlockKind
    section: int
    opens: bool


def passages(document: Document, found: list[Place] | None = None) -> list[Passage]:
    """Return the passages of a document in reading order. Headings and code are none.

    Args:
        document: What was read.
        found: Its places, if they are known already.
    """
    result = []
    for place in found if found is not None else places(document):
        block = document.blocks[place.block]
        if block.kind in (BlockKind.HEADING, BlockKind.CODE):
            continue
        spans = [(0, len(block.text))] if block.kind in _WHOLE else sentence_spans(block.text)
        opens = True
        for whole in spans:
            for start, end in _bounded(block.text, *whole):
                text = block.text[start:end]
                result.append(Passage(place.block, start, end, text, block.kind, place.section, opens))
                opens = False
    return result


def _bounded(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        pieces.append((start, cut))
        start = cut + (text[cut] == " ")
    pieces.append((start, end))
    return pieces
