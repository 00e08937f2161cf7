"""Questions about a document: jobs, what they tell, and keeping the answers with their places."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal, Slot

from assistant.app import App
from assistant.errors import ModelError, StoreError
from assistant.events import Cancelled, Event, Failed, Finished, ModelReady, Progress, Stage, Text
from assistant.store import MessageState, Role
from assistant.summaries.summary import Source
from ui.chat.words import stage_words
from ui.sentences import sentence
from ui.summaries.kept import Question
from ui.summaries.reading import Reading
from ui.summaries.sheet import Sheet, saved
from ui.worker import EngineThread


class Asking(QObject):
    """Answers questions one after the other, behind what else the model has to do."""

    changed = Signal(int)
    """Conversation: something about its questions changed."""
    ended = Signal(int)
    """Conversation: a question of it is answered, or will not be."""
    listed = Signal()
    """A message was added: the list of conversations is to be read again."""
    failed = Signal(str)
    """A sentence: the store can't be written."""

    def __init__(self, app: App, worker: EngineThread, reading: Reading, parent: QObject | None = None) -> None:
        """Listen to `worker`; passages are found by `reading` at once, while the model may be busy."""
        super().__init__(parent)
        self._app = app
        self._worker = worker
        self._reading = reading
        self._running: dict[int, tuple[Sheet, Question]] = {}
        self._finding: dict[int, tuple[Sheet, Question]] = {}
        self._closing = False
        worker.job_event.connect(self._on_event)
        reading.sources_found.connect(self._sources_found)

    def running(self, conversation_id: int) -> list[Question]:
        """Return the questions of a conversation whose answers are still to come."""
        return [question for sheet, question in self._running.values() if sheet.id == conversation_id]

    def find(self, conversation_id: int) -> Sheet | None:
        """Return the sheet of a conversation with a question to be answered."""
        return next((sheet for sheet, _ in self._running.values() if sheet.id == conversation_id), None)

    def ask(self, sheet: Sheet, text: str) -> bool:
        """Ask; returns whether the question was taken, so that it may leave the input."""
        store = self._app.store
        try:
            model = self._app.library.find(self._app.settings.current.model)
            heads = store.path(sheet.id)
            parent_id = heads[-1].id if heads else None
            asked = store.add_message(sheet.id, parent_id=parent_id, role=Role.USER, text=text)
            answer = store.add_message(
                sheet.id,
                parent_id=asked.id,
                role=Role.ASSISTANT,
                text="",
                state=MessageState.STREAMING,
                model=model.id,
            )
        except (ModelError, StoreError) as error:
            self.failed.emit(sentence(error))
            return False
        question = Question(text, asked.id, answer_id=answer.id)
        question.status = self.tr("Waiting for the model…") if self._app.jobs.busy else stage_words(Stage.STARTING)
        sheet.questions.append(question)
        job = self._app.ask_job(sheet.digest, text, model=model)
        question.job_id = job.id
        self._running[job.id] = (sheet, question)
        self._finding[self._reading.find_sources(sheet.digest, text)] = (sheet, question)
        self._app.jobs.submit(job)
        self.changed.emit(sheet.id)
        self.listed.emit()
        return True

    def stop(self, sheet: Sheet) -> None:
        """Stop answering the questions about a document."""
        for question in self.running(sheet.id):
            waits = self._app.jobs.waits(question.job_id)
            self._app.jobs.cancel(question.job_id)
            if not waits:
                question.status = self.tr("Stopping…")
            else:
                # The queue would report its end only after that of the job before it.
                self._end(sheet, question, MessageState.CANCELLED)
        self.changed.emit(sheet.id)

    @property
    def at_work(self) -> bool:
        """Whether a question is still to be answered."""
        return bool(self._running)

    def let_go(self) -> None:
        """Stop everything and save it."""
        for sheet, question in list(self._running.values()):
            self._app.jobs.cancel(question.job_id)
            self._end(sheet, question, MessageState.CANCELLED)

    def shutdown(self) -> None:
        """Stop the worker and keep what was answered; may be called more than once."""
        self._closing = True
        self._worker.stop()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        for sheet, question in list(self._running.values()):
            self._end(sheet, question, MessageState.INTERRUPTED)

    def _sources_found(self, request: int, sources: tuple[Source, ...]) -> None:
        sheet, question = self._finding.pop(request, (None, None))
        if sheet is not None and question is not None and question.running and not question.sources:
            question.sources = sources
            self.changed.emit(sheet.id)

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        if job_id not in self._running:
            return
        sheet, question = self._running[job_id]
        # Here: they bring numpy, and are loaded by the time there is a job.
        from assistant.tasks.ask_document import AnswerChecked, PassagesFound

        match event:
            case PassagesFound(sources):
                question.sources = sources
            case Progress(Stage.STARTING, fraction):
                question.status = stage_words(Stage.STARTING, fraction)
            case Progress() | ModelReady():
                question.status = self.tr("The model reads these passages…")
            case Text(text):
                question.answer += text
            case AnswerChecked(sources, supported):
                question.sources, question.supported = sources, supported
            case Finished():
                self._end(sheet, question, MessageState.COMPLETE)
            case Cancelled():
                self._end(sheet, question, MessageState.INTERRUPTED if self._closing else MessageState.CANCELLED)
            case Failed(error):
                question.error = sentence(error)
                question.sources = ()
                self._end(sheet, question, MessageState.FAILED)
        self.changed.emit(sheet.id)

    def _end(self, sheet: Sheet, question: Question, state: MessageState) -> None:
        self._running.pop(question.job_id, None)
        question.job_id, question.status = 0, ""
        text = sheet.keep_answer(question) if question.answer else ""
        # What can't be written is closed as interrupted by the next start; here it stays on the page.
        with contextlib.suppress(StoreError):
            self._app.store.finish_message(question.answer_id, text=text, state=state, error=question.error)
        if words := saved(sheet, self._app.store):
            self.failed.emit(words)
        self.ended.emit(sheet.id)
