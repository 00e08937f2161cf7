"""Finds the passages of a document that a question is about: Okapi BM25 over its blocks, no model."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from assistant.documents.blocks import BlockKind
from assistant.summaries.summary import Source
from assistant.text.words import content_words

if TYPE_CHECKING:
    from assistant.summaries.digest import Digest

_SATURATION = 1.2
_LENGTH_WEIGHT = 0.75
_HEADING_WEIGHT = 0.5
"""What a word of a section's heading counts for the blocks below it."""


class PassageIndex:
    """The words of a document's blocks, to be searched for the blocks that answer a question."""

    def __init__(self, digest: Digest) -> None:
        """Read all words; takes about a quarter of a second for 500 pages."""
        self._digest = digest
        self._language = digest.language
        self._postings: dict[str, list[tuple[int, float]]] = {}
        self._lengths: dict[int, int] = {}
        for place, block in zip(digest.places, digest.document.blocks, strict=True):
            if block.kind is BlockKind.HEADING:
                continue
            words = content_words(block.text, self._language)
            counted: dict[str, float] = {word: float(times) for word, times in Counter(words).items()}
            for word in content_words(place.heading, self._language):
                counted[word] = counted.get(word, 0.0) + _HEADING_WEIGHT
            self._lengths[place.block] = max(1, len(words))
            for word, weight in counted.items():
                self._postings.setdefault(word, []).append((place.block, weight))
        self._mean = sum(self._lengths.values()) / max(1, len(self._lengths))

    def blocks(self, question: str, count: int) -> list[int]:
        """Return the blocks that share most with a question, best first; none where no word is shared."""
        scores: dict[int, float] = {}
        total = len(self._lengths)
        for word in set(content_words(question, self._language)):
            found = self._postings.get(word, [])
            rarity = math.log(1 + (total - len(found) + 0.5) / (len(found) + 0.5))
            for block, weight in found:
                room = 1 - _LENGTH_WEIGHT + _LENGTH_WEIGHT * self._lengths[block] / self._mean
                score = rarity * weight * (_SATURATION + 1) / (weight + _SATURATION * room)
                scores[block] = scores.get(block, 0.0) + score
        return [block for block, _ in sorted(scores.items(), key=lambda entry: (-entry[1], entry[0]))[:count]]

    def sources(self, question: str, count: int, *, characters: int) -> list[Source]:
        """Return the passages a question is about, best first.

        Args:
            question: The question.
            count: How many at most.
            characters: Of a block that is longer only the sentences around the best one come, about so many.
        """
        return [self._excerpt(question, block, characters) for block in self.blocks(question, count)]

    def nearest_sentence(self, question: str, source: Source) -> str:
        """Return the sentence of a passage that shares most with a question."""
        wanted = set(content_words(question, self._language))
        passages = [
            passage
            for passage in self._digest.passages_of(source.place.block)
            if source.start <= passage.start and passage.end <= source.end
        ]
        if not passages:
            return source.text
        return max(passages, key=lambda passage: len(wanted & set(content_words(passage.text, self._language)))).text

    def _excerpt(self, question: str, block: int, characters: int) -> Source:
        text = self._digest.document.blocks[block].text
        place = self._digest.places[block]
        if len(text) <= characters:
            return Source(place, 0, len(text), text)
        wanted = set(content_words(question, self._language))
        passages = self._digest.passages_of(block)
        shared = [len(wanted & set(content_words(passage.text, self._language))) for passage in passages]
        first = last = shared.index(max(shared))
        while True:
            # Sentences before and after in turns, until it is long enough.
            grown = (max(0, first - 1), min(len(passages) - 1, last + 1))
            if grown == (first, last) or passages[grown[1]].end - passages[grown[0]].start > characters:
                break
            first, last = grown
        start, end = passages[first].start, passages[last].end
        return Source(place, start, end, text[start:end])
