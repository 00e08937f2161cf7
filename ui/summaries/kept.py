"""What the store keeps of a summary page beside its document and its newest summary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from assistant.summaries.summary import Length, Source, Style

if TYPE_CHECKING:
    from assistant.summaries.digest import Digest


class Options(msgspec.Struct, frozen=True):
    """How a document is to be summarised.

    Attributes:
        style: What the summary looks like.
        length: How long it is.
        language: Code of the language to write; "" for the document's.
    """

    style: Style = Style.KEY_POINTS
    length: Length = Length.MEDIUM
    language: str = ""


class Span(msgspec.Struct, frozen=True, array_like=True):
    """A passage as a place in the document: block, first character, character after the last one."""

    block: int
    start: int
    end: int


class Answered(msgspec.Struct, frozen=True):
    """What belongs to the answer of a question besides its message.

    Attributes:
        length: Characters of the answer; what follows in its message says where it comes from.
        spans: The passages it comes from, best first.
        supported: Whether they bear it out; if not, it is the nearest sentence of the document.
    """

    length: int
    spans: tuple[Span, ...]
    supported: bool


class Kept(msgspec.Struct, frozen=True):
    """All of it, as one text.

    Attributes:
        options: How the document is to be summarised.
        summaries: The messages that are summaries, and the requests for them.
        answers: By the message of the answer.
    """

    options: Options = Options()
    summaries: tuple[int, ...] = ()
    answers: dict[int, Answered] = {}

    def text(self) -> str:
        """Return it for the store."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def read(cls, text: str) -> Kept:
        """Return what `text` says; the usual options where it says nothing that can be used."""
        try:
            return msgspec.json.decode(text, type=cls)
        except (msgspec.DecodeError, UnicodeEncodeError):
            return cls()


def span_of(source: Source) -> Span:
    """Return the place of a source."""
    return Span(source.place.block, source.start, source.end)


def source_at(digest: Digest, span: Span) -> Source | None:
    """Return the source at a place; None when the document has no such place."""
    blocks = digest.document.blocks
    if not 0 <= span.block < len(blocks):
        return None
    text = blocks[span.block].text[span.start : span.end]
    return Source(digest.places[span.block], span.start, span.end, text) if text else None


@dataclass(slots=True)
class Question:
    """A question about a document, and its answer as far as there is one.

    Attributes:
        text: The question.
        answer: The answer; empty until it is there.
        sources: The passages found, then those that the answer comes from.
        supported: Whether they bear the answer out.
        status: What is being done; empty at the end.
        error: Why there is no answer, one sentence.
        job_id: The job that answers; 0 before and after.
        question_id: Its message.
        answer_id: The answer's message; 0 for none.
    """

    text: str
    question_id: int
    answer: str = ""
    sources: tuple[Source, ...] = ()
    supported: bool = True
    status: str = ""
    error: str = ""
    job_id: int = 0
    answer_id: int = 0

    @property
    def running(self) -> bool:
        """Whether its answer is still to come."""
        return bool(self.job_id)
