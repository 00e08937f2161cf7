"""From a request for an answer to its last word: jobs, their events, and what they mean."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

from assistant.app import App
from assistant.errors import ModelError, StoreError, ThimbleError
from assistant.events import (
    Cancelled,
    ContextFitted,
    Event,
    Failed,
    Finished,
    ModelReady,
    Progress,
    Stage,
    StopReason,
    Text,
)
from assistant.models.library import BUILT_IN_ID
from assistant.store import Conversation, Message, MessageHead, MessageState
from ui.chat.answers import Answer, AnswerKeeper
from ui.chat.failures import Failure, Remedy, failure_of, nothing_said
from ui.chat.turns import make_prompt
from ui.chat.words import ContextUse, stage_words, stopping_words, waiting_words
from ui.worker import EngineThread

_CHARACTERS_PER_TOKEN = 4
"""A guess for the meter while an answer streams; its end brings the number."""

_log = logging.getLogger(__name__)


class Answering(QObject):
    """Runs answers of all conversations, one after the other, whichever is on the screen."""

    text_added = Signal(int, str)
    """Message, more text."""
    progress_changed = Signal(int, str)
    """Message, what it is doing before its first word; empty for nothing more to say."""
    ended = Signal(object)
    """The `Message` as it stays."""
    context_changed = Signal(int)
    """Conversation whose use of the context has changed."""
    context_start_moved = Signal(int, object)
    """Conversation, first message the model reads; None when it reads all."""
    store_failed = Signal(object)
    """A `StoreError` the user should know of."""

    def __init__(self, app: App, worker: EngineThread, parent: QObject | None = None) -> None:
        """Listen to `worker`, which runs `app.jobs`."""
        super().__init__(parent)
        self._app = app
        self._worker = worker
        self._keeper = AnswerKeeper(app.store, self)
        self._keeper.save_failed.connect(self.store_failed)
        self._failures: dict[int, Failure] = {}
        self._context_lengths: dict[str, int] = {}
        self._uses: dict[int, ContextUse] = {}
        self._fitted: dict[int, tuple[str, int]] = {}
        self._ready_model = ""
        self._closing = False
        worker.job_event.connect(self._on_event)

    def begin(self, message: Message) -> Answer:
        """Take over an answer whose row in the store is streaming; `run` has to follow."""
        known = self._keeper.find(message.id)
        if known is not None:
            message = replace(message, text=known.current().text)
        self._failures.pop(message.id, None)
        return self._keeper.begin(message)

    def run(
        self,
        answer: Answer,
        heads: Sequence[MessageHead],
        conversation: Conversation,
        *,
        continue_last: bool = False,
    ) -> None:
        """Ask the engine.

        Args:
            answer: From `begin`.
            heads: The path up to the last message the model shall read; the answer itself when it is continued.
            conversation: Whose system text and first message read are used.
            continue_last: As `assistant.engine.base.Generation.continue_last`.
        """
        settings = self._app.settings.current
        try:
            model = self._app.library.find(settings.model)
            answer.model_id = model.id
            # What was left out for one model, or in an earlier run whose KV cache is gone, may fit now.
            sticky = self._fitted.get(conversation.id) == (model.id, settings.context_length)
            answer.prompt = make_prompt(
                heads,
                self.fetch,
                system_text=conversation.system_text,
                context_start=conversation.context_start if sticky else None,
                context_length=self._context_lengths.get(model.id) or settings.context_length or None,
            )
        except ThimbleError as error:
            self._fail(answer, error)
            return
        job = self._app.chat_job(
            answer.prompt.turns,
            model=model,
            continue_last=continue_last,
            first_turn=answer.prompt.first_turn,
            conversation_id=conversation.id,
        )
        answer.job_id = job.id
        others = len(self._keeper.running()) > 1
        ready = self._ready_model == model.id
        self._say(answer, waiting_words() if others else stage_words(Stage.READING if ready else Stage.STARTING))
        self._app.jobs.submit(job)

    def stop(self, conversation_id: int) -> None:
        """Stop the answers of a conversation; what there is of them stays."""
        for answer in self._keeper.running(conversation_id):
            self._app.jobs.cancel(answer.job_id)
            if answer is self._keeper.running()[0]:
                if not answer.current().text:
                    self._say(answer, stopping_words())
            else:
                # The queue would report its end only after the answer before it.
                self._end(answer, MessageState.CANCELLED, stop_reason=StopReason.CANCELLED)

    def running(self, conversation_id: int) -> list[Answer]:
        """Return the answers of a conversation that are still to come."""
        return self._keeper.running(conversation_id)

    def fetch(self, ids: Sequence[int]) -> list[Message]:
        """Return messages as they are at this moment, of which the store may be a little behind.

        Raises:
            StoreError: They can't be read.
        """
        return self._keeper.overlaid(self._app.store.messages(ids))

    def path(self, conversation_id: int) -> list[MessageHead]:
        """Return the heads of a conversation as they are at this moment.

        Raises:
            StoreError: They can't be read.
        """
        return self._keeper.overlaid_heads(self._app.store.path(conversation_id))

    def failure(self, message_id: int) -> Failure | None:
        """Return why an answer failed in this run of the program."""
        return self._failures.get(message_id)

    def model_chosen(self) -> None:
        """Offer to try again where choosing a model was the advice."""
        for message_id, failure in self._failures.items():
            if Remedy.TRY_AGAIN not in failure.remedies:
                self._failures[message_id] = replace(failure, remedies=(Remedy.TRY_AGAIN,))

    def forgive_model(self) -> None:
        """Let the engine load the model in use once more, although it ended twice in a row with it."""
        # A model that is gone by now gets its sentence when the answer is asked for.
        with contextlib.suppress(ModelError):
            self._app.forgive(self._app.library.find(self._app.settings.current.model))

    def context_use(self, conversation_id: int, last_answer: Message | None = None) -> ContextUse | None:
        """Return how full the context is; `None` when nobody knows yet.

        Args:
            conversation_id: The conversation.
            last_answer: Its newest answer, to go by when none was made in this run of the program.
        """
        known = self._uses.get(conversation_id)
        if known is not None or last_answer is None or last_answer.stats is None:
            return known
        length = self._context_lengths.get(last_answer.model) or self._app.settings.current.context_length
        return ContextUse(last_answer.stats.prompt_tokens + last_answer.stats.answer_tokens, length) if length else None

    @property
    def at_work(self) -> bool:
        """Whether an answer is still to come, or has not been saved yet."""
        return bool(self._keeper.running() or self._keeper.unsaved())

    def unsaved(self) -> list[str]:
        """Return the texts of which the store does not have every word."""
        return self._keeper.unsaved()

    def save(self) -> None:
        """Write what has changed to the store now."""
        self._keeper.save()

    def shutdown(self) -> None:
        """Stop the worker and save every word it had reported."""
        self._closing = True
        self._worker.stop()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        for answer in self._keeper.running():
            self._end(answer, MessageState.INTERRUPTED)
        self._keeper.save()

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        answer = self._keeper.of_job(job_id)
        if answer is None:
            return
        match event:
            case Text():
                self._keeper.append(answer, event.text)
                self._grow_use(answer, len(event.text))
                self.text_added.emit(answer.message.id, event.text)
            case Progress():
                self._say(answer, stage_words(event.stage, event.fraction))
            case ModelReady():
                self._ready_model = answer.model_id
                self._context_lengths[answer.model_id] = event.context_length
                self._say(answer, stage_words(Stage.READING))
            case ContextFitted():
                self._fit(answer, event)
            case Finished():
                self._use_from(answer, event)
                if answer.current().text.strip():
                    self._end(answer, MessageState.COMPLETE, event)
                else:
                    self._fail(answer, nothing_said())
            case Cancelled():
                self._use_from(answer, event)
                state = MessageState.INTERRUPTED if self._closing else MessageState.CANCELLED
                self._end(answer, state, event, stop_reason=StopReason.CANCELLED)
            case Failed():
                self._ready_model = ""
                self._fail(answer, event.error)

    def _say(self, answer: Answer, words: str) -> None:
        if words != answer.progress:
            answer.progress = words
            self.progress_changed.emit(answer.message.id, words)

    def _fit(self, answer: Answer, event: ContextFitted) -> None:
        conversation_id = answer.message.conversation_id
        self._uses[conversation_id] = ContextUse(event.prompt_tokens, event.context_length)
        self._fitted[conversation_id] = (answer.model_id, self._app.settings.current.context_length)
        if answer.prompt is not None:
            first = answer.prompt.first_read(event.left_out)
            try:
                if self._app.store.conversation(conversation_id).context_start != first:
                    self._app.store.set_context_start(conversation_id, first)
                    self.context_start_moved.emit(conversation_id, first)
            except StoreError as error:
                # Only the mark in the transcript; the next answer sets it again.
                _log.warning("the start of the context was not saved: %s", error)
        self.context_changed.emit(conversation_id)

    def _grow_use(self, answer: Answer, characters: int) -> None:
        use = self._uses.get(answer.message.conversation_id)
        if use is not None:
            tokens = max(1, characters // _CHARACTERS_PER_TOKEN)
            self._uses[answer.message.conversation_id] = ContextUse(use.used + tokens, use.length)
            self.context_changed.emit(answer.message.conversation_id)

    def _use_from(self, answer: Answer, event: Finished | Cancelled) -> None:
        use = self._uses.get(answer.message.conversation_id)
        if use is not None and event.stats is not None:
            used = event.stats.prompt_tokens + event.stats.answer_tokens
            self._uses[answer.message.conversation_id] = ContextUse(used, use.length)
            self.context_changed.emit(answer.message.conversation_id)

    def _fail(self, answer: Answer, error: ThimbleError) -> None:
        wanted = answer.model_id or self._app.settings.current.model or BUILT_IN_ID
        failure = failure_of(error, model_is_built_in=wanted == BUILT_IN_ID)
        self._failures[answer.message.id] = failure
        self._end(answer, MessageState.FAILED, error=failure.sentence)

    def _end(
        self,
        answer: Answer,
        state: MessageState,
        event: Finished | Cancelled | None = None,
        *,
        stop_reason: str = "",
        error: str = "",
    ) -> None:
        if isinstance(event, Finished):
            stop_reason = event.stop_reason
        stats = event.stats if event is not None else None
        message = self._keeper.end(answer, state, stats=stats, stop_reason=stop_reason, error=error)
        self.ended.emit(message)
