"""The key sentences of a document, without a language model.

Each sentence is a vector of its words' weights (TF-IDF). Sentences that say what many others say too stand in the
centre of the graph of similarities; how central each is comes from a random walk over that graph (LexRank: Erkan and
Radev 2004, in its continuous form). The graph is never built: one step of the walk is a product with the sparse matrix
of vectors and one with its transpose, so a book of 1,000 pages takes no more memory than its words. Sentences are then
chosen one by one, each as central and as different from those chosen as possible (maximal marginal relevance: Carbonell
and Goldstein 1998).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.documents.blocks import BlockKind
from assistant.summaries.passages import Passage
from assistant.text.languages import WORD_LISTS, stop_words
from assistant.text.words import content_words

DAMPING = 0.85
STEPS = 40
"""Of the random walk; it has settled long before."""

SAMENESS = 0.8
"""How much being like a chosen sentence counts against a candidate, beside its centrality."""

CROWDING = 0.3
"""How much a chosen sentence counts against those around it, so that a summary is one of the whole text."""

_FEWEST_WORDS = 5
_MOST_WORDS = 45
_CANDIDATES = 400
_OPENING = 1.1
"""What stands at a paragraph's beginning is likelier to say what it is about."""

_EARLY = 2.0
_EARLY_SENTENCES = 2
"""So does the beginning of the whole text: its first sentences count up to 1 + `_EARLY` times."""

_CLOSED = '.!…。！।۔։"”’»)」』'
_OPENERS = "\"'“„«‘‹([¿¡「『"
_MOST_ODD = 0.25
_LEAST_STOPS = 0.15
_WORD = re.compile(r"[^\W\d_]+")
# Identifiers, abbreviations, tags and the like, as they are frequent in tables and code.
_ODD = re.compile(r"[_<>{}|=\\/]|[A-Z]{3}|\d[^\W\d_]|[^\W\d_]\d")
# Sentences that lean on the one before, which the summary may lack.
_LEANING = re.compile(
    r"(?:this|these|those|that|it|he|she|they|however|therefore|thus|hence|but|and|so|also|then|such|moreover|"
    r"furthermore|for example|for instance|in this|in that|er|sie|es|dies\w*|das|aber|doch|und|daher|deshalb|außerdem|"
    r"il|elle|ils|elles|ce|cet|cette|ces|cela|mais|et|donc|ainsi|él|ella|ellos|esto|este|esta|estos|estas|pero|y|"
    r"además|also|dabei|dazu|damit|hierzu)\b",
    re.IGNORECASE,
)


class KeySentences:
    """Ranks the passages of one document.

    Attributes:
        scores: How much each passage says about the whole, from 0 to 1; 0 for what can't stand alone.
    """

    def __init__(self, found: Sequence[Passage], *, language: str = "") -> None:
        """Rank.

        Args:
            found: The document's passages, in order.
            language: The text's language, whose commonest words count for nothing; "" where it is not known.
        """
        self._passages = found
        self._language = language
        bags = [Counter(content_words(passage.text, language)) for passage in found]
        self._rows, self._columns, self._values, self._words = _vectors(bags)
        self.scores = self._score(bags)

    def choose(self, count: int, *, among: Collection[int] | None = None) -> list[int]:
        """Return the indices of the `count` passages that together say most, in reading order.

        Args:
            count: How many; fewer come back where fewer can stand alone.
            among: Only these passages are looked at.
        """
        scores = self.scores
        candidates = (
            np.flatnonzero(scores > 0)
            if among is None
            else np.array(sorted(index for index in among if scores[index] > 0), dtype=np.intp)
        )
        if count <= 0 or not len(candidates):
            return []
        if len(candidates) > _CANDIDATES + count:
            candidates = candidates[np.argsort(-scores[candidates], kind="stable")[: _CANDIDATES + count]]
        vectors = self._dense(candidates)
        relevance = scores[candidates] / max(float(scores[candidates].max()), 1e-12)
        likeness = np.zeros(len(candidates))
        crowd = np.zeros(len(candidates))
        reach = max(2.0, (int(candidates.max()) - int(candidates.min())) / (2 * count))
        chosen: list[int] = []
        for _ in range(min(count, len(candidates))):
            worth = relevance - SAMENESS * likeness - CROWDING * crowd
            worth[chosen] = -np.inf
            best = int(np.argmax(worth))
            chosen.append(best)
            likeness = np.maximum(likeness, vectors @ vectors[best])
            crowd += np.maximum(0.0, 1.0 - np.abs(candidates - candidates[best]) / reach)
        return sorted(int(candidates[index]) for index in chosen)

    def _score(self, bags: list[Counter[str]]) -> NDArray[np.float64]:
        count = len(bags)
        if not count:
            return np.zeros(0)
        central = self._walk(count)
        factors = np.array(
            [_standing(passage, bag, self._language) for passage, bag in zip(self._passages, bags, strict=True)]
        )
        factors *= 1 + _EARLY / (1 + np.arange(count) / _EARLY_SENTENCES)
        scores = central * factors
        highest = float(scores.max())
        if highest <= 0:
            # Nothing stands alone well; then what there is must do.
            scores = np.array([float(bool(bag)) for bag in bags]) * (central + 1e-9)
            highest = float(scores.max())
        result: NDArray[np.float64] = scores / highest if highest > 0 else scores
        return result

    def _walk(self, count: int) -> NDArray[np.float64]:
        """Return how often a random walk from sentence to similar sentence comes to each."""
        rows, columns, values = self._rows, self._columns, self._values
        words = self._words

        def similar(weights: NDArray[np.float64]) -> NDArray[np.float64]:
            return _sums(rows, values * _sums(columns, values * weights[rows], words)[columns], count)

        # Each vector has length 1, so its likeness to itself is 1: it is taken out, or lonely sentences would win.
        own = _sums(rows, values * values, count)
        degree = similar(np.ones(count)) - own
        inverse = np.where(degree > 1e-9, 1.0 / np.maximum(degree, 1e-9), 0.0)
        rank: NDArray[np.float64] = np.full(count, 1.0 / count)
        for _ in range(STEPS):
            spread = rank * inverse
            moved = similar(spread) - own * spread
            moved = (1 - DAMPING) / count + DAMPING * moved
            before, rank = rank, moved / moved.sum()
            settled = float(np.abs(rank - before).sum()) < 1e-6
            if settled:
                break
        return rank

    def _dense(self, chosen: NDArray[np.intp]) -> NDArray[np.float32]:
        """Return the vectors of `chosen`, (passages, words of them) float32 of length 1."""
        place = np.full(len(self._passages), -1, dtype=np.intp)
        place[chosen] = np.arange(len(chosen))
        mine = place[self._rows] >= 0
        used, columns = np.unique(self._columns[mine], return_inverse=True)
        vectors = np.zeros((len(chosen), max(1, len(used))), dtype=np.float32)
        vectors[place[self._rows[mine]], columns] = self._values[mine]
        return vectors


def _sums(groups: NDArray[np.intp], values: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    """Return the sum of `values` of each of `count` groups."""
    return np.bincount(groups, weights=values, minlength=count).astype(np.float64, copy=False)


def _vectors(bags: list[Counter[str]]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float64], int]:
    """Return the TF-IDF vectors as (row, column, value) of their entries, each row of length 1, and the word count."""
    ids: dict[str, int] = {}
    rows: list[int] = []
    columns: list[int] = []
    counts: list[int] = []
    for row, bag in enumerate(bags):
        for word, times in bag.items():
            rows.append(row)
            columns.append(ids.setdefault(word, len(ids)))
            counts.append(times)
    row_array = np.array(rows, dtype=np.intp)
    column_array = np.array(columns, dtype=np.intp)
    spread = np.bincount(column_array, minlength=max(1, len(ids)))
    weights = np.log((1 + len(bags)) / (1 + spread)) + 1e-3
    values = (1 + np.log(np.array(counts, dtype=np.float64))) * weights[column_array] if rows else np.zeros(0)
    lengths = np.sqrt(_sums(row_array, values * values, len(bags)))
    if rows:
        values = values / lengths[row_array]
    return row_array, column_array, values, max(1, len(ids))


def _standing(passage: Passage, bag: Counter[str], language: str) -> float:
    """Return how well a passage stands alone: 0 for not at all."""
    text = passage.text
    if passage.kind in (BlockKind.TABLE_ROW, BlockKind.CAPTION):
        return 0.0
    words = len(_WORD.findall(text))
    spaced = " " in text.strip()
    length = words if spaced else len(text) // 3
    if length < _FEWEST_WORDS or len(bag) < 3:
        return 0.0
    letters = sum(char.isalpha() or char.isspace() for char in text)
    if letters < 0.7 * len(text) or "http://" in text or "https://" in text:
        return 0.0
    factor = 1.0
    if length > _MOST_WORDS:
        factor *= _MOST_WORDS / length
    elif length < 2 * _FEWEST_WORDS:
        factor *= 0.7
    if text[-1] in "?？؟:;,":
        factor *= 0.3
    elif text[-1] not in _CLOSED:
        factor *= 0.4
    if text[0].islower():
        factor *= 0.6
    elif not (text[0].isalpha() or text[0] in _OPENERS):
        factor *= 0.5
    factor *= _wording(text, language)
    if _LEANING.match(text):
        factor *= 0.6
    if passage.opens and passage.kind is BlockKind.PARAGRAPH:
        factor *= _OPENING
    return factor


def _wording(text: str, language: str) -> float:
    """Return how much the words of a text look like those of a sentence."""
    factor = 1.0
    tokens = text.split()
    if sum(bool(_ODD.search(token)) for token in tokens) > _MOST_ODD * len(tokens):
        factor *= 0.2
    stops = stop_words(language)
    if language in WORD_LISTS and sum(token.casefold() in stops for token in tokens) < _LEAST_STOPS * len(tokens):
        # Names and figures in a row: a sentence has small words.
        factor *= 0.3
    return factor
