"""A document cut into the parts that a model reads one by one: on section and sentence boundaries, nothing left out."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from assistant.summaries.passages import Passage

_FULL_ENOUGH = 0.6
"""A part that is so full ends where a section ends."""

_LEFTOVER = 0.25
"""A last part shorter than this joins the one before."""


class Part(msgspec.Struct, frozen=True, gc=False):
    """Consecutive passages that are read together.

    Attributes:
        first: Index of the first passage.
        end: Index after the last one.
        text: Their text, paragraphs on lines of their own.
    """

    first: int
    end: int
    text: str


def parts(found: Sequence[Passage], *, characters: int) -> list[Part]:
    """Cut a document into parts.

    Args:
        found: All passages of the document.
        characters: About how long a part may be; a single passage may be longer.
    """
    if not found:
        return []
    starts = [0]
    filled = 0
    for index, passage in enumerate(found):
        length = len(passage.text) + 1
        new_section = index > 0 and passage.section != found[index - 1].section
        new_paragraph = passage.opens
        full = filled + length > characters
        # Rather between sections or paragraphs than in the middle of one.
        ends = full or (new_section and filled > _FULL_ENOUGH * characters)
        if ends and index > starts[-1]:
            if full and not new_paragraph:
                start = _paragraph_before(found, starts[-1], index)
                filled = sum(len(found[at].text) + 1 for at in range(start, index))
                starts.append(start)
            else:
                starts.append(index)
                filled = 0
        filled += length
    ends_at = [*starts[1:], len(found)]
    pieces = [_part(found, start, end) for start, end in zip(starts, ends_at, strict=True)]
    if len(pieces) > 1 and len(pieces[-1].text) < _LEFTOVER * characters:
        last = pieces.pop()
        pieces[-1] = _part(found, pieces[-1].first, last.end)
    return pieces


def _paragraph_before(found: Sequence[Passage], start: int, index: int) -> int:
    """Return where the paragraph of passage `index` begins, unless that would leave the part before half empty."""
    at = index
    while at > start and not found[at].opens:
        at -= 1
    before = sum(len(found[place].text) for place in range(start, at))
    inside = sum(len(found[place].text) for place in range(at, index))
    return at if at > start and before > inside else index


def _part(found: Sequence[Passage], first: int, end: int) -> Part:
    pieces: list[str] = []
    for index in range(first, end):
        joint = "" if index == first else "\n" if found[index].opens else " "
        pieces.append(joint + found[index].text)
    return Part(first, end, "".join(pieces))
