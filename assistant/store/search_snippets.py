"""The part of a text that is shown for a hit, with the words found in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.store.search_words import Phrase, Span, find_words, merged

LENGTH = 200
"""Characters of a snippet, about."""
_BEFORE = 40
"""Characters shown before the first word found, about."""
_BLOCK = 4_000
_MOST_READ = 400_000
_MOST_TRIED = 100
_LONGEST_PLAIN = 50_000
_MARKUP = re.compile(r"\*+(?!\w)|(?<!\w)\*+|`+|^#{1,6} ", re.MULTILINE)
_BLANK = re.compile(r"[\s\x00-\x1f\x7f]+")


@dataclass(frozen=True, slots=True)
class Snippet:
    """A line of a text.

    Attributes:
        text: One line, with an ellipsis where the text goes on.
        marks: What was found in it, in characters (code points), in order and without overlaps.
    """

    text: str
    marks: tuple[Span, ...] = ()


def snippet(text: str, phrases: tuple[Phrase, ...], *, length: int = LENGTH) -> Snippet:
    """Return the part of a text that holds most of what was searched for; its beginning when nothing is found."""
    start, spans = _found(text, phrases)
    if not spans:
        return _cut(text, 0, min(len(text), length), [])
    first = _best(spans, length - _BEFORE)
    begin = _word_edge(text, max(start, first.start - _BEFORE), first.start)
    return _cut(text, begin, min(len(text), begin + length), [one for one in spans if one.start >= begin])


def without_markup(text: str) -> str:
    """Return an answer without the stars, ticks and heading signs of Markdown, which make a snippet harder to read.

    Very long texts stay as they are.
    """
    return _MARKUP.sub("", text) if len(text) <= _LONGEST_PLAIN else text


def _found(text: str, phrases: tuple[Phrase, ...]) -> tuple[int, list[Span]]:
    """Return the block of a text with the most phrases: where it begins, and what is where in the whole text."""
    best: tuple[int, list[Span]] = (0, [])
    most = 0
    start = 0
    while start < min(len(text), _MOST_READ):
        end = _block_end(text, start)
        spans = [Span(one.start + start, one.end + start, one.phrase) for one in find_words(text[start:end], phrases)]
        different = len({one.phrase for one in spans})
        if different > most:
            best, most = (start, spans), different
        if most == len(phrases):
            break
        start = end
    return best


def _block_end(text: str, start: int) -> int:
    end = start + _BLOCK
    if end >= len(text):
        return len(text)
    space = max(text.rfind(" ", start + _BLOCK // 2, end), text.rfind("\n", start + _BLOCK // 2, end))
    return space + 1 if space >= 0 else end


def _best(spans: list[Span], reach: int) -> Span:
    """Return the first span of the window with the most different phrases."""
    best, most = spans[0], 0
    for place, span in enumerate(spans[:_MOST_TRIED]):
        phrases = {span.phrase}
        for other in spans[place + 1 : place + _MOST_TRIED]:
            if other.end > span.start + reach:
                break
            phrases.add(other.phrase)
        if len(phrases) > most:
            best, most = span, len(phrases)
    return best


def _word_edge(text: str, start: int, before: int) -> int:
    """Return where a word begins behind `start`, at most at `before`."""
    if start == 0:
        return 0
    blank = _BLANK.search(text, start, before)
    return blank.end() if blank else start


def _cut(text: str, start: int, end: int, spans: list[Span]) -> Snippet:
    """Return a part of a text on one line; what is found moves with its words."""
    if end < len(text):
        space = text.rfind(" ", start + (end - start) * 3 // 4, end)
        end = space if space >= 0 else end
    parts = ["… "] if text[:start].strip() else []
    length = sum(map(len, parts))
    marks = []
    at = start
    for span in merged([one for one in spans if one.start < end]):
        between = _BLANK.sub(" ", text[at : span.start])
        between = between.lstrip() if at == start else between
        found = _BLANK.sub(" ", text[span.start : min(span.end, end)])
        marks.append(Span(length + len(between), length + len(between) + len(found), span.phrase))
        parts += [between, found]
        length += len(between) + len(found)
        at = min(span.end, end)
    rest = _BLANK.sub(" ", text[at:end]).rstrip()
    parts.append(rest.lstrip() if at == start else rest)
    if text[end:].strip():
        parts.append("…")
    return Snippet("".join(parts), tuple(marks))
