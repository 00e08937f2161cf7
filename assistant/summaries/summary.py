"""What a summary is: points, each with the passages it comes from, and how much of the document was read."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from assistant.documents.blocks import Place


class Style(StrEnum):
    """What a summary looks like."""

    KEY_POINTS = "key-points"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    OUTLINE = "outline"
    """Each section's heading with what it says."""
    ACTIONS = "actions"
    """What is to be done, and dates."""
    QUESTIONS = "questions"
    """Questions with their answers."""


class Length(StrEnum):
    """How long a summary is."""

    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Origin(StrEnum):
    """Who wrote a point."""

    MODEL = "model"
    """The language model; the point passed the checks against its sources."""
    EXTRACTED = "extracted"
    """The document: the point is a sentence of it, word for word."""
    UNSURE = "unsure"
    """The model, in a language the document is not in: only its names and numbers could be checked."""


class Source(msgspec.Struct, frozen=True):
    """A passage that a point comes from.

    Attributes:
        place: Its place in the document.
        start: Where it begins in its block's text, in characters.
        end: Where it ends.
        text: The passage.
    """

    place: Place
    start: int
    end: int
    text: str


class Point(msgspec.Struct, frozen=True):
    """One statement of a summary.

    Attributes:
        text: A sentence.
        origin: Who wrote it.
        sources: What it comes from, in reading order; never empty.
        section: Number of the section it belongs to, as in `Place`.
        question: Of questions with answers: the question that `text` answers; empty where none could be made.
    """

    text: str
    origin: Origin
    sources: tuple[Source, ...]
    section: int = 0
    question: str = ""


class Heading(msgspec.Struct, frozen=True):
    """A section's heading in an outline, for the points after it.

    Attributes:
        text: The heading; empty for what stands before the first one.
        level: From 1 for the highest.
        section: Number of the section.
        points: Its points.
    """

    text: str
    level: int
    section: int
    points: tuple[Point, ...]


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """A summary, or as much of it as there is yet.

    Attributes:
        title: The document's title.
        style: What it looks like.
        length: How long it is.
        language: Code of the language it is written in; "" where it is not known.
        points: What it says, in reading order; in an outline those of all headings.
        outline: Headings with their points, for that style.
        parts_total: Parts that the document was cut into for reading.
        parts_covered: Parts that were read for this summary.
        model: Name of the model that wrote; empty for key sentences alone.
        declined: Whether the model was not asked because it can't write the document's language.
        finished: Whether nothing more is to come.
        seconds: How long it took.
        prompt_tokens: Tokens the model had to read, those known already included.
        answer_tokens: Tokens it wrote.
    """

    title: str
    style: Style
    length: Length
    language: str
    points: tuple[Point, ...]
    parts_total: int
    parts_covered: int
    outline: tuple[Heading, ...] = ()
    model: str = ""
    declined: bool = False
    finished: bool = True
    seconds: float = 0.0
    prompt_tokens: int = 0
    answer_tokens: int = 0

    @property
    def complete(self) -> bool:
        """Whether every part of the document was read."""
        return self.parts_covered == self.parts_total
