"""Whether what a model wrote is borne out by the text it read.

A small model writes fluent sentences that mix up who did what. What can be checked without understanding is checked:
every number and name of a sentence must stand in the passages it is based on, nearly all of its words must, and those
passages must be one or two neighbours – a sentence whose words come from all over a text has usually been made up of
pieces that don't belong together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

import msgspec

from assistant.text.sentences import sentences
from assistant.text.words import content_words, folded, names, numbers

LEAST_OVERLAP = 0.8
"""Share of a sentence's content words that its sources must hold."""

_FEWEST_WORDS = 3
_QUESTION_OVERLAP = 0.6
_LONGEST_QUESTION = 200
_MARKUP = re.compile(r"^(?:\s*(?:[-*•‣–]|\(?\d{1,2}[.):]|#+)\s+)+|\*\*|__|`")
# A small model that talks about the text instead of saying what it says, or about itself.
_TALK = re.compile(
    r"^(?:sure\b|certainly|of course|here(?:'s| is| are)|okay|note:|summary:|in summary[,:]?$|the (?:text|passage|"
    r"document|article|author|summary|above|following|given|provided)\b|this (?:text|passage|document|article)\b|"
    r"as an ai|i (?:am|can|cannot|will|have)\b|i'm\b|let me|you asked|please\b|der text\b|ce texte\b|el texto\b)|"
    r"<\|?\w|\|>|\[/?inst|### |\bkey points?:|main points? (?:of|from) (?:the|this) text",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_ENDS = ".!?…。！？।۔։"
_CLOSERS = "\"'”’»)]」』"
_LONGEST_LOOP_LOOKED_FOR = 12


_NEGATION = re.compile(
    r"\b(?:not?|never|none|neither|nor|cannot|without|unless|except|only|nicht|kein\w*|nie|niemals|ohne|nur|außer|ne|pas|"
    r"jamais|aucun\w*|sans|sauf|seulement|nunca|sin|salvo|solo|sólo|ningun\w*|non|mai|senza|não|sem|niet|geen|nooit)\b|"
    r"n[’']t\b",
    re.IGNORECASE,
)


class Fault(StrEnum):
    """Why a sentence is not taken."""

    NUMBER = "number"
    """It has a number that its sources lack."""
    NAME = "name"
    """It has a name that its sources lack."""
    WORDS = "words"
    """Too many of its words are not in any one or two neighbouring passages."""
    NEGATION = "negation"
    """It says yes where its sources say no, or lost their "only" or "unless"."""
    FRAGMENT = "fragment"
    """It is the beginning of a sentence that goes on."""
    LOOP = "loop"
    """It repeats itself."""
    TALK = "talk"
    """It is about the task, not what the text says."""
    UNFINISHED = "unfinished"
    """It breaks off."""
    EMPTY = "empty"
    """It says next to nothing."""


class Verdict(msgspec.Struct, frozen=True):
    """What a check found.

    Attributes:
        sources: Indices of the passages it is based on, in order; empty where there are none.
        fault: Why it is not borne out; absent when it is.
        overlap: Share of its content words that the sources hold, from 0 to 1.
    """

    sources: tuple[int, ...] = ()
    fault: Fault | None = None
    overlap: float = 0.0

    @property
    def passed(self) -> bool:
        """Whether the sentence is borne out."""
        return self.fault is None


class Evidence:
    """The passages that a model read, ready to be searched for what it wrote."""

    def __init__(self, texts: Sequence[str], *, language: str = "", neighbours: int = 2) -> None:
        """Prepare.

        Args:
            texts: The passages in reading order.
            language: Their language.
            neighbours: Over how many neighbouring passages a sentence may stretch.
        """
        self._language = language
        self._neighbours = neighbours
        self._texts = texts
        self._words = [frozenset(content_words(text, language)) for text in texts]
        self._numbers = [frozenset(numbers(text)) for text in texts]
        self._all = [frozenset(folded(found.group()) for found in _WORDS.finditer(text)) for text in texts]
        self._flat = ["".join(char for char in folded(text) if char.isalnum()) for text in texts]

    def check(
        self, sentence: str, *, least_overlap: float = LEAST_OVERLAP, given: str = "", language: str = ""
    ) -> Verdict:
        """Look for the passages a sentence is based on, and whether they bear it out.

        Args:
            sentence: One sentence that a model wrote.
            least_overlap: Share of content words that the sources must hold; 0 where it is in another language.
            language: The sentence's language, where it is another one.
            given: A question it answers, whose words, names and numbers it may use.
        """
        fault = form_fault(sentence)
        words = Counter(content_words(sentence, self._language))
        for word in content_words(given, self._language):
            words.pop(word, None)
        if fault is not None or not words:
            return Verdict((), fault or Fault.EMPTY)
        best = Verdict((), Fault.WORDS)
        windows = self._windows(words) if least_overlap > 0 else self._foreign_windows(sentence, language)
        for window in windows:
            verdict = self._against(
                sentence, words, window, least_overlap=least_overlap, given=given, language=language
            )
            better = (verdict.passed, verdict.overlap, -len(verdict.sources))
            if not best.sources or better > (best.passed, best.overlap, -len(best.sources)):
                best = verdict
        return best

    def holds_names_of(self, text: str) -> bool:
        """Tell whether every number and name of `text` stands in the passages."""
        everything = range(len(self._words))
        known = frozenset().union(*self._numbers)
        return all(number in known for number in numbers(text)) and all(
            self._named(name, everything) for name in names(text, self._language)
        )

    def _windows(self, words: Counter[str]) -> list[tuple[int, ...]]:
        """Return the passages, and rows of neighbours, that share a word with a sentence."""
        touching = [bool(words.keys() & found) for found in self._words]
        windows: list[tuple[int, ...]] = []
        for width in range(1, self._neighbours + 1):
            for first in range(len(touching) - width + 1):
                # Each end must contribute, or the narrower window says the same.
                if touching[first] and touching[first + width - 1]:
                    windows.append(tuple(range(first, first + width)))
        return windows

    def _foreign_windows(self, sentence: str, language: str) -> list[tuple[int, ...]]:
        """Return where a sentence in another language may come from: what has its names and numbers, or all of it."""
        everything = tuple(range(len(self._texts)))
        if not names(sentence, language) and not numbers(sentence):
            return [everything]
        return [*((index,) for index in everything), everything]

    def _against(
        self,
        sentence: str,
        words: Counter[str],
        window: tuple[int, ...],
        *,
        least_overlap: float,
        given: str,
        language: str,
    ) -> Verdict:
        held = frozenset().union(*(self._words[index] for index in window))
        total = sum(words.values())
        overlap = sum(times for word, times in words.items() if word in held) / total
        known_numbers = frozenset(numbers(given)).union(*(self._numbers[index] for index in window))
        given_names = {folded(found.group()) for found in _WORDS.finditer(given)}
        fault = None
        if any(number not in known_numbers for number in numbers(sentence)):
            fault = Fault.NUMBER
        elif any(
            name not in given_names and not self._named(name, window)
            for name in names(sentence, language or self._language)
        ):
            fault = Fault.NAME
        elif overlap < least_overlap:
            fault = Fault.WORDS
        elif least_overlap > 0 and not given:
            fault = self._twisted(sentence, window)
        return Verdict(window, fault, overlap)

    def _twisted(self, sentence: str, window: tuple[int, ...]) -> Fault | None:
        """Return what a sentence made of its sources' words does to their sense, as far as that can be seen."""
        sources = " ".join(self._texts[index] for index in window)
        if bool(_NEGATION.search(sentence)) != bool(_NEGATION.search(sources)):
            return Fault.NEGATION
        bare = sentence.rstrip(_ENDS + " ")
        at = sources.find(bare)
        if at >= 0 and sources[at + len(bare) : at + len(bare) + 1] in (",", ":", ";"):
            return Fault.FRAGMENT
        return None

    def _named(self, name: str, window: Sequence[int]) -> bool:
        """Tell whether a name stands in the passages, whatever its spelling with dots and hyphens."""
        bare = "".join(char for char in name if char.isalnum())
        return any(name in self._all[index] or (len(bare) > 3 and bare in self._flat[index]) for index in window)


def form_fault(sentence: str) -> Fault | None:
    """Return what is wrong with a sentence whatever it is about."""
    text = sentence.strip()
    if _TALK.search(text):
        return Fault.TALK
    words = [found.group().casefold() for found in _WORDS.finditer(text)]
    if not words or (len(words) < _FEWEST_WORDS and " " in text):
        return Fault.EMPTY
    if not text.rstrip(_CLOSERS).endswith(tuple(_ENDS)):
        return Fault.UNFINISHED
    if loops(words):
        return Fault.LOOP
    return None


def loops(words: Sequence[str]) -> bool:
    """Tell whether a row of words repeats itself as small models do: the same few words again and again."""
    for length in range(1, min(_LONGEST_LOOP_LOOKED_FOR, len(words) // 2) + 1):
        times = 4 if length == 1 else 3 if length == 2 else 2
        for start in range(len(words) - length * times + 1):
            first = words[start : start + length]
            if all(words[start + length * n : start + length * (n + 1)] == first for n in range(1, times)):
                return True
    grams = Counter(tuple(words[at : at + 4]) for at in range(len(words) - 3))
    return bool(grams) and max(grams.values()) >= 3


def written_sentences(answer: str) -> list[str]:
    """Return the sentences of an answer without list marks, bold and the like; a repeated one only once."""
    found: list[str] = []
    seen: set[str] = set()
    for line in answer.splitlines():
        for sentence in sentences(_MARKUP.sub("", line).strip()):
            bare = sentence.strip()
            key = folded(bare)
            if bare and key not in seen:
                seen.add(key)
                found.append(bare)
    return found


def question_in(answer: str, sentence: str, *, language: str = "") -> str:
    """Return the question in an answer if it is one that `sentence` answers, else "".

    Args:
        answer: What a model wrote when asked for a question.
        sentence: The sentence it is about.
        language: Their language.
    """
    question = answer.strip().strip('"“”').split("\n")[0].strip()
    if (
        not question.endswith(("?", "？", "؟"))
        or len(question) > _LONGEST_QUESTION
        or "question" in question.casefold()
    ):
        return ""
    asked = set(content_words(question, language))
    told = set(content_words(sentence, language))
    # Its words are the sentence's, but it must leave something to be answered.
    if len(asked & told) < _QUESTION_OVERLAP * len(asked) or len(told - asked) < max(1, len(told) // 4):
        return ""
    return question if asked and Evidence([sentence], language=language).holds_names_of(question) else ""
