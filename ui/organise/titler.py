"""Titles by the model, while nothing is asked of it."""

from __future__ import annotations

import logging
from collections import deque
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from assistant.app import App
from assistant.errors import StoreError, ThimbleError
from assistant.events import FINAL_EVENTS, Event, Finished, StopReason, Text
from assistant.store import Message, MessageState, Role
from assistant.text.titles import title_can_be_made, title_from, usable_title
from ui.worker import EngineThread

IDLE_MS = 5_000
"""So long nothing was answered before the model is asked."""

_MOST_WAITING = 20

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Attempt:
    """One title being looked for: for which conversation, in the place of which title, and what came so far."""

    job_id: int
    conversation_id: int
    old: str
    question: str
    answer: str
    pieces: list[str] = field(default_factory=list)


class Titler(QObject):
    """Gives conversations whose title is the beginning of their first message a better one, once.

    A title the user wrote is never touched, nothing is loaded for it, and nothing happens on battery while battery is
    saved. A question that is sent ends the attempt (see `App.chat_job`), so that no answer waits for it.
    """

    titled = Signal(int)
    """A conversation has another title."""

    def __init__(self, app: App, worker: EngineThread, parent: QObject | None = None) -> None:
        """Listen to `worker`, which runs `app.jobs`; `answered` tells what may get a title."""
        super().__init__(parent)
        self._app = app
        self._waiting: deque[int] = deque(maxlen=_MOST_WAITING)
        self._attempt: _Attempt | None = None
        self._tried: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(IDLE_MS)
        self._timer.timeout.connect(self._next)
        worker.job_event.connect(self._on_event)

    @Slot(object)
    def answered(self, message: Message) -> None:
        """Take note of an answer that has ended; its conversation's turn comes when nothing else is to be done."""
        known = message.conversation_id in self._waiting or message.conversation_id in self._tried
        if message.state is MessageState.COMPLETE and not known:
            self._waiting.append(message.conversation_id)
        if self._waiting:
            self._timer.start()

    @Slot(bool)
    def busy_changed(self, busy: bool) -> None:
        """Wait for the end of what was just asked."""
        if busy:
            self._timer.stop()

    def stop(self) -> None:
        """Look for no more titles."""
        self._timer.stop()
        self._waiting.clear()
        if self._attempt is not None:
            self._app.jobs.cancel(self._attempt.job_id)

    def _next(self) -> None:
        if self._attempt is not None or not self._waiting:
            return
        attempt = None
        if self._app.settings.current.automatic_titles and not self._saves_battery():
            try:
                attempt = self._begin(self._waiting.popleft())
            except ThimbleError as error:
                _log.info("no title was looked for: %s", type(error).__name__)
        else:
            self._waiting.clear()
        if attempt is None and self._waiting:
            self._timer.start()

    def _begin(self, conversation_id: int) -> _Attempt | None:
        store = self._app.store
        conversation = store.conversation(conversation_id)
        heads = store.path(conversation_id)[:2]
        if conversation.titled_by_user or [head.role for head in heads] != [Role.USER, Role.ASSISTANT]:
            return None
        question, answer = (message.text for message in store.messages([head.id for head in heads]))
        if conversation.title != title_from(question) or not title_can_be_made(question):
            return None
        job = self._app.title_job(question)
        self._attempt = _Attempt(job.id, conversation_id, conversation.title, question, answer)
        self._app.jobs.submit(job)
        return self._attempt

    def _saves_battery(self) -> bool:
        from assistant.processes.guest import on_battery

        return self._app.settings.current.save_battery and on_battery()

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        attempt = self._attempt
        if attempt is None or job_id != attempt.job_id:
            return
        if isinstance(event, Text):
            attempt.pieces.append(event.text)
        if not isinstance(event, FINAL_EVENTS):
            return
        self._attempt = None
        if isinstance(event, Finished):
            self._tried.add(attempt.conversation_id)
        # A sentence that was cut off is no title.
        if isinstance(event, Finished) and event.stop_reason is StopReason.STOP:
            self._use(attempt)
        if self._waiting:
            self._timer.start()

    def _use(self, attempt: _Attempt) -> None:
        title = usable_title("".join(attempt.pieces), question=attempt.question, answer=attempt.answer)
        if not title or title == attempt.old:
            return
        try:
            if self._app.store.replace_title(attempt.conversation_id, attempt.old, title):
                self.titled.emit(attempt.conversation_id)
        except StoreError as error:
            _log.info("a title was not saved: %s", type(error).__name__)
