"""Answer a question about a document from its passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.engine.base import Engine, LoadOptions
from assistant.errors import QT_TRANSLATE_NOOP, DocumentError
from assistant.events import AnswerStats, Cancelled, Event, Finished, StopReason, Text
from assistant.jobs import CancelToken
from assistant.summaries.checks import Evidence, written_sentences
from assistant.summaries.digest import Digest
from assistant.summaries.profiles import Profile, profile_for
from assistant.summaries.summary import Source
from assistant.text.words import content_words

_MOST_PASSAGES = 5
_PASSAGE_CHARACTERS = 600


class PassagesFound(Event, frozen=True):
    """The passages a question is about, best first; said before the model begins."""

    sources: tuple[Source, ...]


class AnswerChecked(Event, frozen=True):
    """The answer given as `Text` just before was held against the document.

    Attributes:
        sources: The passages it comes from, best first.
        supported: Whether they bear it out. If not, the text is the sentence of the document that is nearest to the
            question, word for word.
    """

    sources: tuple[Source, ...]
    supported: bool


@dataclass(frozen=True, slots=True)
class DocumentQuestion:
    """A question about a document.

    Attributes:
        model: The model file.
        options: How to load it.
        digest: The document.
        question: The question.
        languages: Codes of the languages the model knows, where the catalogue says so.
    """

    model: Path
    options: LoadOptions
    digest: Digest
    question: str
    languages: tuple[str, ...] = ()


def ask_document(engine: Engine, request: DocumentQuestion, cancel: CancelToken) -> Iterator[Event]:
    """Answer from the passages that share most with the question.

    What the model writes is shown only as far as the passages bear it out; where they don't, the nearest sentence of
    the document is the answer.

    Yields:
        `PassagesFound`, `Progress`, `ModelReady`, `Text` with the whole answer, `AnswerChecked`, then `Finished` or
        `Cancelled`.

    Raises:
        DocumentError: No passage shares a word with the question.
        ModelError, EngineError: As `Engine.load` and `Engine.generate`.
    """
    index = request.digest.index
    found = index.sources(request.question, _MOST_PASSAGES, characters=_PASSAGE_CHARACTERS)
    if not found:
        raise DocumentError(
            QT_TRANSLATE_NOOP(
                "errors",
                "No passage of the document has a word of this question. Ask in the document's language and words.",
            )
        )
    yield PassagesFound(tuple(found))
    yield from engine.load(request.model, request.options, cancel)
    cancel.raise_if_cancelled()
    info = engine.status().model
    assert info is not None  # noqa: S101 - it was just loaded
    profile = profile_for(info, request.languages)
    read = found[: profile.passages_read]
    pieces: list[str] = []
    end: Event = Cancelled()
    if profile.writes(request.digest.language):
        generation = profile.answer_from("\n".join(source.text for source in read), request.question)
        for event in engine.generate(generation, cancel):
            if isinstance(event, Text):
                pieces.append(event.text)
            elif isinstance(event, Finished | Cancelled):
                end = event
    if isinstance(end, Cancelled) and cancel.cancelled:
        yield end
        return
    answer, sources = _borne_out("".join(pieces), request, read, profile)
    if answer:
        yield Text(answer)
        yield AnswerChecked(sources, supported=True)
    else:
        yield Text(index.nearest_sentence(request.question, found[0]))
        yield AnswerChecked(tuple(found), supported=False)
    yield end if isinstance(end, Finished) else Finished(StopReason.STOP, AnswerStats(0, 0, 0.0, 0.0, 0.0))


def _borne_out(
    answer: str, request: DocumentQuestion, read: list[Source], profile: Profile
) -> tuple[str, tuple[Source, ...]]:
    """Return the sentences at the answer's beginning that the passages bear out, and the passages."""
    evidence = Evidence([source.text for source in read], language=request.digest.language, neighbours=len(read))
    kept: list[str] = []
    used: list[int] = []
    for sentence in written_sentences(answer):
        verdict = evidence.check(sentence, least_overlap=profile.least_answer_overlap, given=request.question)
        if not verdict.passed or not verdict.sources:
            break
        kept.append(sentence)
        used += verdict.sources
    language = request.digest.language
    asked = set(content_words(request.question, language))
    if not asked & set(content_words(" ".join(kept), language)):
        return "", ()  # True perhaps, but about something else.
    return " ".join(kept), tuple(read[index] for index in dict.fromkeys(used))
