"""Answers that are being made, and getting every word of them into the store."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from assistant.errors import StoreError
from assistant.events import AnswerStats
from assistant.store import Message, MessageHead, MessageState, Store
from assistant.store.failures import GONE
from ui.chat.turns import Prompt

SAVE_INTERVAL_MS = 250


@dataclass(slots=True)
class Answer:
    """One answer from its request until its end is in the store.

    Attributes:
        message: The row as it is to be: the text so far, and state, stats, stop reason and error once it has ended.
        job_id: The job that makes it; 0 before and after.
        prompt: What was sent.
        model_id: The model that makes it.
        progress: What it is doing before the first word; empty afterwards.
        pieces: Text that arrived and is not in `message` yet.
        saved: Whether the store has it like this.
        began_with: The message it goes on from; without text when it is a new one.
    """

    message: Message
    began_with: Message
    job_id: int = 0
    prompt: Prompt | None = None
    model_id: str = ""
    progress: str = ""
    pieces: list[str] = field(default_factory=list)
    saved: bool = True

    @property
    def running(self) -> bool:
        """Whether more of it is to come."""
        return self.message.state is MessageState.STREAMING

    def current(self) -> Message:
        """Return the message with all text that has arrived."""
        if self.pieces:
            self.message = replace(self.message, text=self.message.text + "".join(self.pieces))
            self.pieces.clear()
        return self.message


class AnswerKeeper(QObject):
    """Keeps running answers in memory and writes them to the store four times a second while they change.

    When the store fails, what is in memory stays, is shown, and is tried again until it is saved.
    """

    save_failed = Signal(object)
    """The `StoreError`; once for each series of failures."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Begin with none."""
        super().__init__(parent)
        self._store = store
        self._answers: dict[int, Answer] = {}
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_INTERVAL_MS)
        self._timer.timeout.connect(self.save)

    def begin(self, message: Message) -> Answer:
        """Take over a message whose row in the store is streaming."""
        answer = self._answers[message.id] = Answer(message, message)
        self._timer.start()
        return answer

    def append(self, answer: Answer, text: str) -> None:
        """Add words to an answer."""
        answer.pieces.append(text)
        answer.progress = ""
        answer.saved = False

    def end(
        self,
        answer: Answer,
        state: MessageState,
        *,
        stats: AnswerStats | None = None,
        stop_reason: str = "",
        error: str = "",
    ) -> Message:
        """Set how an answer ended and save it; return the message as it is now."""
        if stats is not None and answer.began_with.text:
            stats = added(answer.began_with.stats, stats)
        message = answer.message = replace(
            answer.current(), state=state, stats=stats, stop_reason=stop_reason, error=error
        )
        answer.progress = ""
        answer.job_id = 0
        answer.saved = False
        self.save()
        return message

    def find(self, message_id: int) -> Answer | None:
        """Return an answer that runs, or has ended but is not saved yet."""
        return self._answers.get(message_id)

    def of_job(self, job_id: int) -> Answer | None:
        """Return the running answer of a job."""
        return next((answer for answer in self._answers.values() if answer.job_id == job_id), None)

    def running(self, conversation_id: int | None = None) -> list[Answer]:
        """Return the answers still to come, in the order they were asked for; of one conversation if given."""
        return [
            answer
            for answer in self._answers.values()
            if answer.running and conversation_id in (None, answer.message.conversation_id)
        ]

    def unsaved(self) -> list[str]:
        """Return the texts of which the store does not have every word."""
        return [answer.current().text for answer in self._answers.values() if not answer.saved]

    def overlaid(self, messages: Iterable[Message]) -> list[Message]:
        """Return messages as they are now, which the store may be up to 250 ms behind of."""
        return [
            answer.current() if (answer := self._answers.get(message.id)) is not None else message
            for message in messages
        ]

    def overlaid_heads(self, heads: list[MessageHead]) -> list[MessageHead]:
        """Return heads as they are now."""
        if not self._answers:
            return heads
        return [
            msgspec.structs.replace(head, state=answer.message.state, length=len(answer.current().text))
            if (answer := self._answers.get(head.id)) is not None
            else head
            for head in heads
        ]

    def save(self) -> None:
        """Write what has changed since the last time."""
        for message_id, answer in list(self._answers.items()):
            if not answer.saved and not self._save(answer):
                break
            if not answer.running:
                del self._answers[message_id]
        if not self._answers:
            self._timer.stop()

    def _save(self, answer: Answer) -> bool:
        message = answer.current()
        try:
            if answer.running:
                self._store.update_streaming(message.id, message.text)
            else:
                self._store.finish_message(
                    message.id,
                    text=message.text,
                    state=message.state,
                    stats=message.stats,
                    stop_reason=message.stop_reason,
                    error=message.error,
                )
        except StoreError as error:
            if error.template != GONE:
                if not self._failing:
                    self._failing = True
                    self.save_failed.emit(error)
                return False
            # Its conversation was removed for good meanwhile: nobody can ever look for it.
        else:
            self._failing = False
        answer.saved = True
        return True


def added(before: AnswerStats | None, more: AnswerStats) -> AnswerStats:
    """Return size and speed of a whole answer that was continued.

    Args:
        before: Of its first part; None when a crash ended that: the speed of the whole is then unknown, 0.
        more: Of what was added.
    """
    if before is None:
        return msgspec.structs.replace(more, answer_tokens_per_second=0.0)
    tokens = before.answer_tokens + more.answer_tokens
    seconds = sum(
        part.answer_tokens / part.answer_tokens_per_second
        for part in (before, more)
        if part.answer_tokens_per_second > 0
    )
    return msgspec.structs.replace(
        before, answer_tokens=tokens, answer_tokens_per_second=tokens / seconds if seconds else 0.0
    )
