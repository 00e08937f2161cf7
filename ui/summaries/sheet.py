"""A document on the summary page, with everything that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from assistant.errors import StoreError
from assistant.store import Conversation, Message, Role, Store
from assistant.store.documents import KeptAnswer
from assistant.summaries.keeping import packed_summary, unpacked_summary
from assistant.summaries.rendering import markdown, plain
from assistant.summaries.summary import Summary
from ui.chat.failures import Failure
from ui.sentences import sentence
from ui.summaries.kept import Answered, Kept, Options, Question, source_at, span_of
from ui.summaries.words import labels, nothing_words, places_words

if TYPE_CHECKING:
    from array import array

    from assistant.summaries.digest import Digest
    from ui.summaries.reading import Prepared


@dataclass(slots=True)
class Sheet:
    """A document, its summary and the questions about it.

    Attributes:
        conversation: Where it is kept.
        hash: Tells the document from all others.
        digest: The document.
        starts: Where its blocks begin, as `ui.summaries.text_window.starts_of`.
        kept: How it is summarised, and which messages are what.
        keys: Its key sentences as `kept` says; None while they are being found.
        summary: What the model has made of it so far; None before the first of it.
        questions: In the order they were asked.
        job_id: The job that summarises; 0 when none does.
        message_id: The message the summary goes into; 0 for none.
        status: What is being done before the first of the summary is there.
        seconds_left: How long summarising will still take; None while that is not known.
        failure: Why the summary failed.
        again: Summarise once more as soon as the job has ended: something else is wanted by now.
        unsaved: Answers of the model that the store does not have yet.
        changed: Whether the store lacks something of the summary.
    """

    conversation: Conversation
    hash: str
    digest: Digest
    starts: array[int]
    kept: Kept
    keys: Summary | None = None
    summary: Summary | None = None
    questions: list[Question] = field(default_factory=list)
    job_id: int = 0
    message_id: int = 0
    status: str = ""
    seconds_left: float | None = None
    failure: Failure | None = None
    again: bool = False
    unsaved: list[KeptAnswer] = field(default_factory=list)
    changed: bool = False

    @property
    def id(self) -> int:
        """The conversation."""
        return self.conversation.id

    @property
    def options(self) -> Options:
        """How the document is to be summarised."""
        return self.kept.options

    @property
    def running(self) -> bool:
        """Whether the model is summarising."""
        return bool(self.job_id)

    @property
    def asking(self) -> bool:
        """Whether a question is being answered."""
        return any(question.running for question in self.questions)

    @property
    def resumable(self) -> bool:
        """Whether a summary was begun and not ended."""
        return not self.running and self.summary is not None and not self.summary.finished

    @property
    def finished(self) -> bool:
        """Whether the summary is there, and nothing of it is being made."""
        return not self.running and self.summary is not None and self.summary.finished

    @property
    def shown(self) -> Summary | None:
        """The best summary there is: the model's when it is finished or stopped with something in it, else the keys."""
        if self.summary is not None and (self.summary.finished or self.summary.points):
            return self.summary
        return self.keys or self.summary

    def plain_text(self) -> str:
        """Return the summary's words."""
        shown = self.shown
        return plain(shown, nothing_words(shown.style)) if shown is not None else ""

    def message_text(self) -> str:
        """Return the summary as a message: while it grows its words, then with its sources."""
        shown = self.shown
        if shown is None or self.running:
            return self.plain_text()
        return markdown(shown, labels(shown))

    def keep_options(self, options: Options) -> None:
        """Note how the document is to be summarised."""
        self.kept = msgspec.structs.replace(self.kept, options=options)

    def keep_messages(self, *ids: int) -> None:
        """Note which messages are a summary and the request for it."""
        self.kept = msgspec.structs.replace(self.kept, summaries=(*self.kept.summaries, *ids))

    def keep_answer(self, question: Question) -> str:
        """Note what belongs to an answer; returns the text of its message."""
        spans = tuple(span_of(source) for source in question.sources)
        answered = Answered(len(question.answer), spans, question.supported)
        self.kept = msgspec.structs.replace(self.kept, answers={**self.kept.answers, question.answer_id: answered})
        where = places_words(question.sources)
        return f"{question.answer}\n\n*{where}*" if where else question.answer

    def save(self, store: Store) -> None:
        """Write options and summary to the store.

        Raises:
            StoreError: They can't be written.
        """
        if self.unsaved:
            store.keep_answers(self.hash, self.unsaved)
            self.unsaved.clear()
        result = packed_summary(self.summary) if self.summary is not None else b""
        store.set_summary(self.id, options=self.kept.text(), result=result)
        self.changed = False


def open_sheet(store: Store, conversation: Conversation, prepared: Prepared) -> Sheet:
    """Return the sheet of a conversation as the store has it.

    Args:
        store: The store.
        conversation: The conversation.
        prepared: Its document.

    Raises:
        StoreError: It can't be read.
    """
    row = store.summary(conversation.id)
    kept = Kept.read(row.options) if row is not None else Kept()
    summary = unpacked_summary(row.result) if row is not None else None
    digest = prepared.digest
    sheet = Sheet(conversation, prepared.hash, digest, prepared.starts, kept, summary=summary)
    messages = store.path_messages(conversation.id)
    answers = [message for message in messages if message.role is Role.ASSISTANT and message.id in kept.summaries]
    sheet.message_id = answers[-1].id if answers else 0
    sheet.questions = _questions(messages, kept, digest)
    return sheet


def _questions(messages: Sequence[Message], kept: Kept, digest: Digest) -> list[Question]:
    found: list[Question] = []
    for message in messages:
        if message.id in kept.summaries:
            continue
        if message.role is Role.USER:
            found.append(Question(message.text, message.id))
        elif found:
            question = found[-1]
            question.answer_id, question.answer, question.error = message.id, message.text, message.error
            if (answered := kept.answers.get(message.id)) is not None:
                question.answer = message.text[: answered.length]
                sources = (source_at(digest, span) for span in answered.spans)
                question.sources = tuple(source for source in sources if source is not None)
                question.supported = answered.supported
    return found


def saved(sheet: Sheet, store: Store) -> str:
    """Save a sheet; returns a sentence when that fails, else nothing. What is in memory stays."""
    try:
        sheet.save(store)
    except StoreError as error:
        return sentence(error)
    return ""
