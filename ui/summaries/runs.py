"""Summaries on their way: jobs, what they tell, and getting every word of it into the store."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal, Slot

from assistant.app import App
from assistant.errors import DocumentError, ModelError, StoreError, ThimbleError
from assistant.events import Cancelled, Event, Failed, Finished, ModelReady, Progress, Stage
from assistant.models.library import BUILT_IN_ID
from assistant.store import MessageState, Role
from assistant.store.failures import GONE
from ui.chat.failures import Failure, Remedy, failure_of
from ui.chat.words import stage_words
from ui.sentences import sentence
from ui.summaries.sheet import Sheet
from ui.summaries.words import request_words
from ui.worker import EngineThread

SAVE_INTERVAL_MS = 500


class Runs(QObject):
    """Lets the model summarise, one document after the other. On the window's thread, which alone writes the store."""

    changed = Signal(int)
    """Conversation: its summary grew, or what is being done changed."""
    ended = Signal(int)
    """Conversation: its job has ended, one way or another."""
    listed = Signal()
    """A message was added: the list of conversations is to be read again."""
    failed = Signal(str)
    """A sentence: the store can't be written; what is in memory is tried again."""

    def __init__(self, app: App, worker: EngineThread, parent: QObject | None = None) -> None:
        """Listen to `worker`."""
        super().__init__(parent)
        self._app = app
        self._worker = worker
        self._sheets: dict[int, Sheet] = {}
        self._closing = False
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_INTERVAL_MS)
        self._timer.timeout.connect(self.save)
        worker.job_event.connect(self._on_event)

    @property
    def running(self) -> list[Sheet]:
        """The sheets being summarised or waiting for it, in the order they were asked for."""
        return [sheet for sheet in self._sheets.values() if sheet.running]

    def find(self, conversation_id: int) -> Sheet | None:
        """Return a sheet that is being summarised, or was and is not saved yet."""
        return self._sheets.get(conversation_id)

    def begin(self, sheet: Sheet, *, same_message: bool = False) -> None:
        """Summarise a document as its options say; what the model answered about it before is used again.

        Args:
            sheet: The document.
            same_message: Go on in the message that is being written.
        """
        sheet.failure, sheet.again = None, False
        try:
            model = self._app.library.find(self._app.settings.current.model)
        except ModelError as error:
            sheet.failure = failure_of(error, model_is_built_in=not self._app.settings.current.model)
            self.changed.emit(sheet.id)
            return
        options = sheet.options
        try:
            known = {**self._app.store.kept_answers(sheet.hash), **{one.request: one for one in sheet.unsaved}}
            if not same_message:
                self._take_message(sheet, model.id)
        except StoreError as error:
            self.failed.emit(sentence(error))
            return

        job = self._app.summary_job(
            sheet.digest,
            style=options.style,
            length=options.length,
            model=model,
            language=options.language,
            known=known,
        )
        before = next((other for other in self.running if other is not sheet), None)
        if before is not None:
            sheet.status = self.tr("Waiting for “{title}”…").format(title=before.conversation.title)
        elif self._app.jobs.busy:
            sheet.status = self.tr("Waiting for the model…")
        else:
            sheet.status = stage_words(Stage.STARTING)
        sheet.job_id, sheet.seconds_left = job.id, None
        self._sheets[sheet.id] = sheet
        self._timer.start()
        self._app.jobs.submit(job)
        self.changed.emit(sheet.id)
        self.listed.emit()

    def stop(self, sheet: Sheet) -> None:
        """Stop summarising; what there is of it stays."""
        if not sheet.running:
            return
        sheet.again = False
        sheet.status = self.tr("Stopping…")
        waits = self._app.jobs.waits(sheet.job_id)
        self._app.jobs.cancel(sheet.job_id)
        if waits:
            # The queue would report its end only after that of the job before it.
            self._end(sheet, MessageState.CANCELLED)
        self.changed.emit(sheet.id)

    def restart(self, sheet: Sheet) -> None:
        """Summarise anew as soon as the job that runs has ended: something else is wanted by now."""
        if sheet.running:
            sheet.again = True
            sheet.status = stage_words(Stage.STARTING)
            waits = self._app.jobs.waits(sheet.job_id)
            self._app.jobs.cancel(sheet.job_id)
            if waits:
                self._end(sheet, MessageState.CANCELLED)
            self.changed.emit(sheet.id)
        else:
            self.begin(sheet)

    def let_go(self) -> None:
        """Stop everything, save it, and forget it."""
        for sheet in self.running:
            self._app.jobs.cancel(sheet.job_id)
            sheet.again = False
            self._end(sheet, MessageState.CANCELLED)
        self.save()
        self._sheets.clear()

    def save(self) -> None:
        """Write what has changed since the last time to the store."""
        for sheet in list(self._sheets.values()):
            if (sheet.changed or sheet.unsaved) and not self._save(sheet):
                return
            if not sheet.running:
                del self._sheets[sheet.id]
        if not self._sheets:
            self._timer.stop()

    def shutdown(self) -> None:
        """Stop the worker and keep every word it had reported; may be called more than once."""
        self._closing = True
        self._worker.stop()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        for sheet in self.running:
            self._end(sheet, MessageState.INTERRUPTED)
        self.save()

    def _take_message(self, sheet: Sheet, model_id: str) -> None:
        """Choose the message the summary goes into: the one begun before, one beside it, or one at the end."""
        store = self._app.store
        heads = store.path(sheet.id)
        last = heads[-1] if heads else None
        if last is not None and last.id == sheet.message_id:
            if sheet.resumable:
                store.reopen_streaming(last.id)
                return
            parent_id = last.parent_id
        else:
            request = store.add_message(
                sheet.id,
                parent_id=last.id if last is not None else None,
                role=Role.USER,
                text=request_words(sheet.digest.document.title),
            )
            sheet.keep_messages(request.id)
            parent_id = request.id
        answer = store.add_message(
            sheet.id,
            parent_id=parent_id,
            role=Role.ASSISTANT,
            text="",
            state=MessageState.STREAMING,
            model=model_id,
        )
        sheet.keep_messages(answer.id)
        sheet.message_id, sheet.changed = answer.id, True

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        sheet = next((one for one in self._sheets.values() if one.job_id == job_id), None)
        if sheet is None:
            return
        # Here: they bring numpy, and are loaded by the time there is a job.
        from assistant.tasks.known_answers import AnswerKept
        from assistant.tasks.summarise import SummaryGrew

        match event:
            case AnswerKept(written):
                sheet.unsaved.append(written)
                return
            case SummaryGrew(summary, _, left) if not sheet.again:
                sheet.summary, sheet.seconds_left = summary, left
                sheet.status, sheet.changed = "", True
            case Progress(Stage.STARTING, fraction) if not sheet.again:
                sheet.status = stage_words(Stage.STARTING, fraction)
            case ModelReady() if not sheet.again:
                sheet.status = self.tr("The model begins to read…")
            case Finished():
                self._end(sheet, MessageState.COMPLETE)
            case Cancelled():
                self._end(sheet, MessageState.INTERRUPTED if self._closing else MessageState.CANCELLED)
            case Failed(error):
                self._fail(sheet, error)
        self.changed.emit(sheet.id)

    def _fail(self, sheet: Sheet, error: ThimbleError) -> None:
        wanted = self._app.settings.current.model or BUILT_IN_ID
        if isinstance(error, DocumentError):
            # The model can't write the language that is wanted.
            sheet.failure = Failure(sentence(error), (Remedy.CHOOSE_MODEL,), error.details)
        else:
            sheet.failure = failure_of(error, model_is_built_in=wanted == BUILT_IN_ID)
        self._end(sheet, MessageState.FAILED, error=sheet.failure.sentence)

    def _end(self, sheet: Sheet, state: MessageState, *, error: str = "") -> None:
        sheet.job_id, sheet.status, sheet.seconds_left, sheet.changed = 0, "", None, True
        if sheet.again and not self._closing:
            self.begin(sheet, same_message=True)
            return
        self._write_end(sheet, state, error)
        self.save()
        self.ended.emit(sheet.id)

    def _write_end(self, sheet: Sheet, state: MessageState, error: str) -> None:
        # A store that can't be written gets it with the next save; only how it ended would be missing.
        with contextlib.suppress(StoreError):
            self._app.store.finish_message(sheet.message_id, text=sheet.message_text(), state=state, error=error)

    def _save(self, sheet: Sheet) -> bool:
        try:
            sheet.save(self._app.store)
            if sheet.running and sheet.message_id:
                self._app.store.update_streaming(sheet.message_id, sheet.message_text())
        except StoreError as error:
            if error.template != GONE:
                if not self._failing:
                    self._failing = True
                    self.failed.emit(sentence(error))
                return False
            # Its conversation was removed for good meanwhile: nobody can ever look for it.
            sheet.changed = False
            sheet.unsaved.clear()
        self._failing = False
        return True
