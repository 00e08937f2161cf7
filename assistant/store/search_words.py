"""Words as the search index knows them, what a query asks for, and where a text holds it.

Text is folded first: compatibility forms, case and diacritics go. Scripts written without spaces between words have no
words to be found by, so a run of them is indexed as overlapping pairs of characters, with its last character by itself:
"日本語" becomes 日本, 本語, 語. A query of two or more such characters is then a phrase of pairs, and one of a single
character is a prefix. (Trigrams, SQLite's own way, can't find fewer than three characters.) All this happens here, in
one place for texts and queries; the index itself only cuts at spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

LONGEST_QUERY = 1_000
"""Characters of a query that are read."""
MOST_PHRASES = 24
"""Words and phrases of a query that count."""

_SPACELESS = (
    # Thai and Lao, Myanmar, Hangul, Khmer, Tai Le and New Tai Lue, Tai Tham, Balinese.
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1100, 0x11FF), (0x1780, 0x17FF), (0x1950, 0x19FF), (0x1A20, 0x1AAF),
    (0x1B00, 0x1B7F),
    # Kana, bopomofo, Han.
    (0x3005, 0x31BF), (0x31F0, 0x31FF), (0x3400, 0x4DBF), (0x4E00, 0x9FFF),
    # Javanese, Myanmar, Cham, Tai Viet, Hangul, Han, kana, more Han.
    (0xA980, 0xA9FF), (0xAA00, 0xAADF), (0xAC00, 0xD7FF), (0xF900, 0xFAFF), (0x1AFF0, 0x1B16F), (0x20000, 0x323AF),
)  # fmt: skip
"""Scripts without spaces between words. Hangul has spaces, but particles stick to its words."""
# Accents of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic, and Arabic's stretcher; what is never seen:
# soft hyphen, joiners, variation selectors, directions, byte order mark.
_DROPPED = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u00ad\u200b\u200d-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_MARKS = ("Mn", "Mc", "Co")
_LETTERS = ("Lu", "Ll", "Lt", "Lm", "Lo", "Nd", "Nl", "No")
_VOICED = "\uff9e\uff9f"
"""Marks of half-width kana, which make one character with the one before."""
_QUOTES = '"“”„«»'
_PIECE = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)|([^\\s{_QUOTES}]+)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that have to follow one another.

    Attributes:
        units: The words as the index knows them, at least one.
        prefix: Whether the last one may go on.
    """

    units: tuple[str, ...]
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Span:
    """A part of a text, in characters (code points).

    Attributes:
        start: The first character.
        end: Behind the last one.
        phrase: Which phrase of the query it is.
    """

    start: int
    end: int
    phrase: int = 0


def fold(text: str) -> str:
    """Return a text without case, diacritics and compatibility forms; "Über" and "uber" become the same."""
    if text.isascii():
        return text.lower()
    text = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFC", _DROPPED.sub("", text)).casefold()


def index_text(text: str) -> str:
    """Return what is put into the index for a text: its words, each between spaces or ASCII punctuation."""
    text = fold(text)
    if text.isascii():
        return text
    patterns = _patterns()
    text = text.replace("_", " ")
    return patterns.gap.sub(" ", patterns.run.sub(lambda run: f" {_pairs(run.group())} ", text))


def phrases_of(query: str) -> tuple[Phrase, ...]:
    """Return what a query asks for: words, and phrases in double quotes; all have to be found.

    The last word may go on as long as nothing follows it, not even a space: it is still being typed. No text is an
    invalid query; one without any letter or digit asks for nothing.
    """
    query = query[:LONGEST_QUERY]
    found: list[Phrase] = []
    for piece in _PIECE.finditer(query):
        quoted, closed, word = piece.groups()
        units = _units(word if word is not None else quoted)
        if units:
            going_on = piece.end() == len(query) and not closed and _patterns().chunk.match(query[-1]) is not None
            found.append(_phrase(units, prefix=going_on))
    # The last one counts in any case: it is what is being typed.
    kept = found if len(found) <= MOST_PHRASES else [*found[: MOST_PHRASES - 1], found[-1]]
    return tuple(dict.fromkeys(kept))


def find_words(text: str, phrases: tuple[Phrase, ...]) -> list[Span]:
    """Return where a text holds phrases of a query, in order; spans may overlap."""
    words = list(_words(text))
    units = [unit for unit, _, _ in words]
    patterns = _patterns()
    spans = []
    for number, phrase in enumerate(phrases):
        last = len(phrase.units) - 1
        first = phrase.units[0]
        for at in range(len(units) - last):
            if not last and phrase.prefix:
                matches = units[at].startswith(first)
            else:
                matches = units[at] == first and _follows(units, at, phrase)
            if matches:
                end = words[at + last][2]
                if phrase.prefix and units[at + last] != phrase.units[last] and patterns.run.match(phrase.units[last]):
                    # Of the pair only the first character was asked for.
                    end = words[at + last][1] + 1
                spans.append(Span(words[at][1], end, number))
    return sorted(spans, key=lambda span: (span.start, -span.end))


def find_text(text: str, wanted: str) -> list[Span]:
    """Return where a text holds another as it is, apart from case and diacritics; spans don't overlap."""
    needle = fold(wanted)
    if not needle:
        return []
    folded = fold(text)
    at = folded.find(needle)
    if at < 0:
        return []
    edges: list[int] | None = None
    if len(folded) != len(text) or not text.isascii():
        folded, edges = _with_edges(text)
        at = folded.find(needle)
    spans = []
    while at >= 0:
        end = at + len(needle)
        if edges is None:
            spans.append(Span(at, end))
        else:
            # Edges hold where each folded character comes from; the last one also where that ends.
            spans.append(Span(edges[at], _end(edges, end)))
        at = folded.find(needle, end)
    return spans


def merged(spans: list[Span]) -> list[Span]:
    """Return spans in order without overlaps, for marking them."""
    result: list[Span] = []
    for span in sorted(spans, key=lambda one: one.start):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end), result[-1].phrase)
        else:
            result.append(span)
    return result


def _follows(units: list[str], at: int, phrase: Phrase) -> bool:
    last = len(phrase.units) - 1
    for offset in range(1, last + 1):
        unit = units[at + offset]
        if unit != phrase.units[offset] and not (
            offset == last and phrase.prefix and unit.startswith(phrase.units[offset])
        ):
            return False
    return True


def _phrase(units: list[tuple[str, bool]], *, prefix: bool) -> Phrase:
    """Make a phrase of words and runs; the last run may go on in the text, so its last character stands for nothing."""
    names: list[str] = []
    for number, (unit, is_run) in enumerate(units):
        if not is_run:
            names.append(unit)
        elif number < len(units) - 1:
            names += _pairs(unit).split(" ")
        else:
            names += _pairs(unit).split(" ")[:-1] or [unit]
    unit, is_run = units[-1]
    return Phrase(tuple(names), len(unit) == 1 if is_run else prefix)


def _units(text: str) -> list[tuple[str, bool]]:
    """Return the words of a text that is not folded, and whether each is a run without spaces."""
    return [
        (unit.group(), unit.group(1) is not None) for unit in _patterns().unit.finditer(fold(text).replace("_", " "))
    ]


def _pairs(run: str) -> str:
    return " ".join([*map("".join, pairwise(run)), run[-1]])


def _words(text: str) -> Iterator[tuple[str, int, int]]:
    """Return the words of a text as the index has them, with where each begins and ends in the text."""
    patterns = _patterns()
    for chunk in patterns.chunk.finditer(text.replace("_", " ")):
        raw, start = chunk.group(), chunk.start()
        if raw.isascii():
            yield raw.lower(), start, chunk.end()
            continue
        folded = fold(raw)
        if not patterns.run.search(folded):
            for unit in patterns.unit.finditer(folded):
                yield unit.group(), start, chunk.end()
            continue
        folded, edges = _with_edges(raw)
        for unit in patterns.unit.finditer(folded):
            first, end = unit.span()
            if unit.group(1) is None:
                yield unit.group(), start + edges[first], start + _end(edges, end)
                continue
            for at in range(first, end):
                yield folded[at : min(at + 2, end)], start + edges[at], start + _end(edges, min(at + 2, end))


def _with_edges(text: str) -> tuple[str, list[int]]:
    """Return a text folded, and for each character of that where it comes from; one more says where the text ends."""
    parts: list[str] = []
    edges: list[int] = []
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] in _VOICED):
            end += 1
        part = fold(text[at:end])
        parts.append(part)
        edges += [at] * len(part)
        at = end
    edges.append(len(text))
    return "".join(parts), edges


def _end(edges: list[int], end: int) -> int:
    # A character that became two ends where the next one begins.
    last = edges[end - 1]
    while edges[end] == last and end < len(edges) - 1:
        end += 1
    return edges[end]


@dataclass(frozen=True, slots=True)
class _Patterns:
    run: re.Pattern[str]
    unit: re.Pattern[str]
    gap: re.Pattern[str]
    chunk: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    """Return what tells words from gaps; made when first wanted, as it asks for the class of every character."""
    marks = "".join(_ranges(_MARKS, 0, 0x20000)) + "\U000e0100-\U000e01ef"
    runs = "".join(part for first, last in _SPACELESS for part in _ranges(_MARKS + _LETTERS, first, last + 1))
    dropped = _DROPPED.pattern[1:-1]
    return _Patterns(
        run=re.compile(f"[{runs}]+"),
        unit=re.compile(f"([{runs}]+)|(?:(?![{runs}])[\\w{marks}])+"),
        gap=re.compile(f"[^\\w{marks}\\x00-\\x7f]+"),
        chunk=re.compile(f"[\\w{marks}{dropped}]+"),
    )


def _ranges(categories: tuple[str, ...], first: int, end: int) -> Iterator[str]:
    """Yield the characters of some Unicode categories, as parts of a regular expression's set."""
    if first >= 0x20000:
        yield f"{chr(first)}-{chr(end - 1)}"
        return
    code = first
    for inside, group in groupby(map(unicodedata.category, map(chr, range(first, end))), categories.__contains__):
        following = code + sum(1 for _ in group)
        if inside:
            yield f"{chr(code)}-{chr(following - 1)}"
        code = following
