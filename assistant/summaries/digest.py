"""A document prepared for being summarised: its passages, how central each is, and the summary of what is known."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

import msgspec

from assistant.documents.blocks import BlockKind, Document, places
from assistant.summaries.actions import urgency
from assistant.summaries.asking import PassageIndex
from assistant.summaries.key_sentences import KeySentences
from assistant.summaries.parts import Part
from assistant.summaries.passages import Passage, passages
from assistant.summaries.summary import Heading, Length, Origin, Point, Source, Style, Summary
from assistant.text.languages import language_of

# Fewest and most points of a length: a short text gets the fewest, one of `_MANY_PASSAGES` and more the most.
_POINTS = {
    Style.KEY_POINTS: {Length.SHORT: (3, 5), Length.MEDIUM: (5, 10), Length.LONG: (8, 24)},
    Style.PARAGRAPH: {Length.SHORT: (2, 3), Length.MEDIUM: (4, 6), Length.LONG: (6, 12)},
    Style.SENTENCE: dict.fromkeys(Length, (1, 1)),
    Style.ACTIONS: {Length.SHORT: (5, 5), Length.MEDIUM: (12, 12), Length.LONG: (40, 40)},
    Style.QUESTIONS: {Length.SHORT: (3, 4), Length.MEDIUM: (5, 8), Length.LONG: (8, 16)},
}
_MANY_PASSAGES = 600
_PER_HEADING = {Length.SHORT: 1, Length.MEDIUM: 2, Length.LONG: 3}
_MOST_HEADINGS = {Length.SHORT: 12, Length.MEDIUM: 30, Length.LONG: 80}
_LONGEST_SENTENCE = 300


class Fact(msgspec.Struct, frozen=True, gc=False):
    """A statement before it is chosen for a summary.

    Attributes:
        text: A sentence.
        origin: Who wrote it.
        passages: Indices of the passages it comes from, in order.
        question: The question it answers; empty while none was made.
    """

    text: str
    origin: Origin
    passages: tuple[int, ...]
    question: str = ""


class _Section(msgspec.Struct, frozen=True):
    """A section of an outline; `first` is the index of its first passage."""

    number: int
    heading: str
    level: int
    first: int


class Digest:
    """A document with what is needed to summarise it.

    Attributes:
        document: What was read.
        places: The place of every block.
        passages: Its sentences, table rows and captions.
        language: Code of its language; "" where it is not known.
    """

    def __init__(self, document: Document) -> None:
        """Prepare; takes about a tenth of a second for 100 pages."""
        self.document = document
        self.places = places(document)
        self.passages = passages(document, self.places)
        self.language = language_of("\n".join(passage.text for passage in self.passages[:4_000]))

    @cached_property
    def keys(self) -> KeySentences:
        """How central each passage is."""
        return KeySentences(self.passages, language=self.language)

    @cached_property
    def index(self) -> PassageIndex:
        """The passages by their words, for questions about the document."""
        return PassageIndex(self)

    def passages_of(self, block: int) -> list[Passage]:
        """Return the passages of a block."""
        first = bisect_left(self.passages, block, key=lambda passage: passage.block)
        end = bisect_right(self.passages, block, key=lambda passage: passage.block)
        return self.passages[first:end]

    def extracted(self, indices: Iterable[int]) -> list[Fact]:
        """Return passages as facts, word for word."""
        return [Fact(self.passages[index].text, Origin.EXTRACTED, (index,)) for index in indices]

    def best_of(self, part: Part, count: int) -> list[Fact]:
        """Return the key sentences of a part; none where nothing in it stands alone."""
        return self.extracted(self.keys.choose(count, among=range(part.first, part.end)))

    def key_sentences(self, style: Style, length: Length, *, parts: int) -> Summary:
        """Return the summary without a model: key sentences of the whole document."""
        scores = self.keys.scores
        return self.summary(
            self.extracted(index for index in range(len(self.passages)) if scores[index] > 0),
            style,
            length,
            parts_total=parts,
            parts_covered=parts,
        )

    def summary(
        self,
        facts: Sequence[Fact],
        style: Style,
        length: Length,
        *,
        parts_total: int,
        parts_covered: int,
        language: str = "",
        merged: Sequence[Fact] | None = None,
    ) -> Summary:
        """Return the summary that can be made of the facts found so far.

        Args:
            facts: Of the parts covered.
            style: What it is to look like.
            length: How long it is to be.
            parts_total: Parts of the document.
            parts_covered: Parts that were read.
            language: The language the facts are in, where it is not the document's.
            merged: What is to be said where that was chosen already, as when a model merged the facts.
        """
        outline: tuple[Heading, ...] = ()
        if style is Style.OUTLINE:
            outline = self._outline(facts, length)
            points = tuple(point for heading in outline for point in heading.points)
        else:
            whole = parts_covered == parts_total and not language
            chosen = merged if merged is not None else self.choose(facts, style, length, fill=whole)
            points = tuple(self.point(fact) for fact in chosen)
        return Summary(
            title=self.document.title,
            style=style,
            length=length,
            language=language or self.language,
            points=points,
            outline=outline,
            parts_total=parts_total,
            parts_covered=parts_covered,
        )

    def wanted(self, style: Style, length: Length) -> int:
        """Return how many points a summary has."""
        if style is Style.OUTLINE:
            return _PER_HEADING[length]
        fewest, most = _POINTS[style][length]
        count = round(fewest + (most - fewest) * min(1.0, len(self.passages) / _MANY_PASSAGES))
        return max(1, min(count, (len(self.passages) + 1) // 2))

    def choose(self, facts: Sequence[Fact], style: Style, length: Length, *, fill: bool = False) -> list[Fact]:
        """Return the facts that say most together, in reading order.

        Args:
            facts: To choose from.
            style: What the summary looks like.
            length: How long it is.
            fill: Add key sentences of the document where the facts are too few.
        """
        if style is Style.ACTIONS:
            return self._actions(self.wanted(style, length))
        if style is Style.SENTENCE:
            short = [fact for fact in facts if len(fact.text) <= _LONGEST_SENTENCE]
            return self.central(short or facts, 1)
        count = self.wanted(style, length)
        chosen = self.central(facts, count)
        if fill and len(chosen) < count:
            told = {index for fact in chosen for index in fact.passages}
            others = [index for index in self.keys.choose(2 * count) if index not in told]
            more = sorted(others, key=lambda index: -float(self.keys.scores[index]))[: count - len(chosen)]
            chosen = sorted([*chosen, *self.extracted(more)], key=lambda fact: fact.passages)
        return chosen

    def point(self, fact: Fact) -> Point:
        """Return a fact with its sources and their places."""
        sources = []
        for index in fact.passages:
            passage = self.passages[index]
            sources.append(Source(self.places[passage.block], passage.start, passage.end, passage.text))
        section = self.passages[fact.passages[0]].section
        return Point(fact.text, fact.origin, tuple(sources), section, fact.question)

    def central(self, facts: Sequence[Fact], count: int) -> list[Fact]:
        """Return the `count` facts that together say most, in reading order; of several on a passage the model's."""
        by_passage: dict[int, Fact] = {}
        for fact in facts:
            main = self._main_passage(fact)
            known = by_passage.get(main)
            if known is None or (known.origin is Origin.EXTRACTED and fact.origin is not Origin.EXTRACTED):
                by_passage[main] = fact
        chosen = self.keys.choose(count, among=by_passage.keys())
        if not chosen:
            # What the facts come from can't stand alone, as in tables; then the first ones must do.
            chosen = sorted(by_passage)[:count]
        return [by_passage[index] for index in chosen]

    def _main_passage(self, fact: Fact) -> int:
        return max(fact.passages, key=lambda index: float(self.keys.scores[index]))

    def _actions(self, count: int) -> list[Fact]:
        scored = []
        for index, passage in enumerate(self.passages):
            if passage.kind is BlockKind.CAPTION:
                continue
            urgent = urgency(passage.text)
            if urgent:
                scored.append((urgent + float(self.keys.scores[index]), index))
        best = sorted(scored, key=lambda entry: (-entry[0], entry[1]))[:count]
        return self.extracted(sorted(index for _, index in best))

    def _outline(self, facts: Sequence[Fact], length: Length) -> tuple[Heading, ...]:
        sections = self._sections(_MOST_HEADINGS[length])
        firsts = [section.first for section in sections]
        grouped: dict[int, list[Fact]] = {}
        for fact in facts:
            grouped.setdefault(bisect_right(firsts, self._main_passage(fact)) - 1, []).append(fact)
        count = _PER_HEADING[length] if len(sections) > 1 else self.wanted(Style.KEY_POINTS, length)
        result = []
        for index, section in enumerate(sections):
            points = tuple(self.point(fact) for fact in self.central(grouped.get(index, []), count))
            if section.heading or points:
                result.append(Heading(section.heading, section.level, section.number, points))
        return tuple(result)

    def _sections(self, most: int) -> list[_Section]:
        """Return the sections whose headings are shown, at most about `most` of them."""
        blocks = [passage.block for passage in self.passages]
        headings = [
            _Section(place.section, block.text, block.level, bisect_left(blocks, place.block))
            for place, block in zip(self.places, self.document.blocks, strict=True)
            if block.kind is BlockKind.HEADING
        ]
        deepest = max((heading.level for heading in headings), default=0)
        while deepest > 1 and sum(heading.level <= deepest for heading in headings) > most:
            deepest -= 1
        shown = [heading for heading in headings if heading.level <= deepest]
        if not shown or shown[0].first > 0:
            shown.insert(0, _Section(0, "", 1, 0))
        return shown
