"""What the summary page may do and when: the document on it, its summary, and the questions about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum, auto
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal

from assistant.app import App
from assistant.documents.reader import Reader
from assistant.errors import ModelError, StoreError
from assistant.summaries.profiles import LANGUAGE_NAMES
from ui.chat.drafts import DraftKeeper
from ui.chat.failures import Remedy
from ui.sentences import sentence
from ui.summaries.asking import Asking
from ui.summaries.kept import Options
from ui.summaries.opening import Opening
from ui.summaries.reading import Reading
from ui.summaries.runs import Runs
from ui.summaries.sheet import Sheet, saved
from ui.worker import EngineThread

OPTIONS = "summary_options"
"""Key of the options chosen last in the store's window state."""


class State(Enum):
    """What the page shows."""

    EMPTY = auto()
    READING = auto()
    OPEN = auto()


class SummaryController(QObject):
    """The conditions behind the summary page. On the window's thread, which alone writes the store."""

    state_changed = Signal()
    """Another `State`, another document, or another title of it."""
    reading_changed = Signal(str)
    """How far the reading is."""
    summary_changed = Signal()
    """The summary on the page, or what is being done for it."""
    questions_changed = Signal()
    """The questions on the page."""
    options_changed = Signal()
    """How is summarised, or what can be chosen."""
    error_changed = Signal(str)
    """What went wrong with the last document, one sentence; "" for nothing."""
    conversation_opened = Signal(object)
    """Id of the conversation on the page; None for none."""
    conversations_changed = Signal()
    """The list of conversations is to be read again."""
    draft_opened = Signal(str)
    """What is to be put into the field for questions."""
    summary_ended = Signal()
    """The summary on the page is there, or will not be."""
    question_ended = Signal()
    """The last question on the page is answered, or will not be."""
    notice = Signal(str)
    """A sentence about the whole program."""
    model_wanted = Signal()
    """The user asked to choose a model: show the choice."""
    built_in_wanted = Signal()
    """The user asked for the built-in model."""

    def __init__(
        self, app: App, worker: EngineThread, reader: Reader | None = None, parent: QObject | None = None
    ) -> None:
        """Begin without a document.

        Args:
            app: The services.
            worker: Runs the jobs.
            reader: Reads files; the usual one by default.
            parent: Owns it.
        """
        super().__init__(parent)
        self._app = app
        self._sheet: Sheet | None = None
        self._reading = Reading(reader, self)
        self._opening = Opening(app, self._reading, self)
        self._runs = Runs(app, worker, self)
        self._asking = Asking(app, worker, self._reading, self)
        self._drafts = DraftKeeper(app.store, self)
        self._options = self._last_options()
        self._connect()

    @property
    def state(self) -> State:
        """What the page shows."""
        return State.READING if self._opening.busy else State.OPEN if self._sheet is not None else State.EMPTY

    @property
    def sheet(self) -> Sheet | None:
        """The document on the page, or the one that is back there when the reading fails."""
        return self._sheet

    @property
    def conversation_id(self) -> int | None:
        """The conversation on the page, also while it is being opened; None for none."""
        if self._opening.conversation is not None:
            return self._opening.conversation.id
        return self._sheet.id if self._sheet is not None else None

    @property
    def options(self) -> Options:
        """How the document on the page, or the next one, is summarised."""
        return self._sheet.options if self._sheet is not None else self._options

    @property
    def drafts(self) -> DraftKeeper:
        """Looks after what is typed: the page gives it a `read` and calls `touch`."""
        return self._drafts

    @property
    def model_name(self) -> str:
        """Name of the model that would summarise now; empty for none."""
        try:
            return self._app.library.find(self._app.settings.current.model).name
        except ModelError:
            return ""

    def languages(self) -> list[str]:
        """Return the codes of the languages that the model may be asked for besides the document's own."""
        try:
            model = self._app.library.find(self._app.settings.current.model)
        except ModelError:
            return []
        entry = self._app.library.entry_of(model)
        if entry is not None and entry.languages:
            return [code for code in LANGUAGE_NAMES if code in entry.languages]
        return ["en"] if model.built_in else list(LANGUAGE_NAMES)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders as one document and summarise it; what runs for another one goes on."""
        if paths:
            self.error_changed.emit("")
            self._opening.read(paths, self._options)
            self.state_changed.emit()

    def take(self, text: str) -> None:
        """Summarise a text that was pasted."""
        if not text.strip():
            self.error_changed.emit(self.tr("There is no text in the clipboard. Copy some first."))
            return
        self.error_changed.emit("")
        self._opening.take(text, self._options)
        self.state_changed.emit()

    def open(self, conversation_id: int | None) -> None:
        """Show the document of a conversation, or the empty page. What runs goes on."""
        if conversation_id is not None and conversation_id == self.conversation_id:
            return
        self._drafts.save()
        self._opening.drop()
        self.error_changed.emit("")
        try:
            known, row = None, None
            if conversation_id is not None:
                conversation = self._app.store.conversation(conversation_id)
                known = self._runs.find(conversation_id) or self._asking.find(conversation_id)
                row = self._app.store.summary(conversation_id) if known is None else None
        except StoreError as error:
            self.notice.emit(sentence(error))
            self._show(None)
            return
        if known is not None:
            known.conversation = conversation
            self._show(known)
        elif row is not None:
            self._sheet = None
            self._opening.restore(conversation, row)
            self.conversation_opened.emit(conversation_id)
            self.state_changed.emit()
        else:
            self._show(None)

    def close_conversation(self, conversation_id: int) -> None:
        """Stop what runs for a conversation that is being deleted, and take it off the page."""
        sheet = self._runs.find(conversation_id) or self._asking.find(conversation_id)
        if sheet is not None:
            self._runs.stop(sheet)
            self._asking.stop(sheet)
        if self.conversation_id == conversation_id:
            self.open(None)

    @property
    def at_work(self) -> bool:
        """Whether the model summarises or answers a question about any document."""
        return bool(self._runs.running) or self._asking.at_work

    def let_go(self) -> None:
        """Stop everything and show no document: the store is about to be another one."""
        self._runs.let_go()
        self._asking.let_go()
        self.open(None)

    def reload(self) -> None:
        """Read the title again, after someone else changed it."""
        if self._sheet is None:
            return
        try:
            self._sheet.conversation = self._app.store.conversation(self._sheet.id)
        except StoreError:
            self.open(None)
        else:
            self.state_changed.emit()

    def set_options(self, options: Options) -> None:
        """Summarise in another way: key sentences at once, and the model's summary again if there was one."""
        if options == self.options:
            return
        # Another language is chosen for one document; the next one may be in that language.
        self._options = msgspec.structs.replace(options, language="")
        try:
            self._app.store.set_state(OPTIONS, msgspec.json.encode(self._options).decode())
        except StoreError as error:
            self.notice.emit(sentence(error))
        if (sheet := self._sheet) is not None:
            again = sheet.running or sheet.failure is not None or (sheet.summary is not None and sheet.summary.finished)
            sheet.keep_options(options)
            sheet.summary = sheet.keys = sheet.failure = None
            self._opening.find_keys(sheet)
            if again:
                self._runs.restart(sheet)
            elif words := saved(sheet, self._app.store):
                self.notice.emit(words)
        self.options_changed.emit()
        self.summary_changed.emit()

    def summarise(self) -> None:
        """Let the model summarise the document, or go on where it was stopped."""
        if self.state is State.OPEN and not self._sheet.running:
            self._runs.begin(self._sheet)

    def ask(self, text: str) -> bool:
        """Ask about the document; returns whether the question was taken."""
        if self.state is not State.OPEN or self._sheet.asking or not text.strip():
            return False
        if not self._asking.ask(self._sheet, text.strip()):
            return False
        self._drafts.sent()
        return True

    def stop(self) -> None:
        """Stop the reading, else the answer, else the summary."""
        if self._opening.busy:
            self._opening.stop()
        elif self._sheet is not None and self._sheet.asking:
            self._asking.stop(self._sheet)
        elif self._sheet is not None:
            self._runs.stop(self._sheet)

    def stop_summary(self) -> None:
        """Stop the summary; what there is of it stays."""
        if self._sheet is not None:
            self._runs.stop(self._sheet)

    def stop_asking(self) -> None:
        """Stop the answer to the last question."""
        if self._sheet is not None:
            self._asking.stop(self._sheet)

    def help_with(self, button: int) -> None:
        """Do what a button below a failed summary says; 0 for the first."""
        sheet = self._sheet
        if sheet is None or sheet.failure is None:
            return
        match sheet.failure.remedies[button]:
            case Remedy.CHOOSE_MODEL:
                self.model_wanted.emit()
                return
            case Remedy.USE_BUILT_IN:
                self.built_in_wanted.emit()
            case Remedy.LOAD_ANYWAY:
                try:
                    self._app.forgive(self._app.library.find(self._app.settings.current.model))
                except ModelError as error:
                    self.notice.emit(sentence(error))
        self._runs.begin(sheet)

    def model_changed(self) -> None:
        """Offer what another model can do."""
        if self._sheet is not None and self._sheet.failure is not None:
            self._sheet.failure = replace(self._sheet.failure, remedies=(Remedy.TRY_AGAIN,))
        self.options_changed.emit()
        self.summary_changed.emit()

    def folder(self, purpose: str) -> str:
        """Return the folder used last for a purpose; empty for none."""
        try:
            return self._app.store.get_state(f"summary_folder_{purpose}")
        except StoreError:
            return ""

    def remember_folder(self, purpose: str, folder: str) -> None:
        """Begin with this folder next time."""
        try:
            self._app.store.set_state(f"summary_folder_{purpose}", folder)
        except StoreError as error:
            self.notice.emit(sentence(error))

    def flush(self) -> None:
        """Write what is typed and what has arrived to the store now."""
        self._drafts.save()
        self._runs.save()

    def shutdown(self) -> None:
        """Stop everything and keep it; call before `App.close`. May be called more than once."""
        self._reading.stop()
        self._runs.shutdown()
        self._asking.shutdown()
        self._drafts.save()

    def _connect(self) -> None:
        opening, runs, asking = self._opening, self._runs, self._asking
        opening.told.connect(self.reading_changed)
        opening.opened.connect(self._opened)
        opening.failed.connect(self._opening_failed)
        opening.stopped.connect(self._back)
        opening.keys_found.connect(lambda sheet: self._for_page(sheet.id, self.summary_changed.emit))
        runs.changed.connect(lambda number: self._for_page(number, self.summary_changed.emit))
        runs.ended.connect(lambda number: self._for_page(number, self.summary_ended.emit))
        runs.listed.connect(self.conversations_changed)
        runs.failed.connect(self.notice)
        asking.changed.connect(lambda number: self._for_page(number, self.questions_changed.emit))
        asking.ended.connect(lambda number: self._for_page(number, self.question_ended.emit))
        asking.listed.connect(self.conversations_changed)
        asking.failed.connect(self.notice)
        self._drafts.save_failed.connect(lambda error: self.notice.emit(sentence(error)))

    def _opened(self, sheet: Sheet, new: bool) -> None:
        known = self._runs.find(sheet.id) or self._asking.find(sheet.id)
        self._show(known or sheet)
        if known is None and (new or (sheet.summary is None and not sheet.message_id)):
            self._runs.begin(sheet)

    def _opening_failed(self, words: str) -> None:
        self._back()
        self.error_changed.emit(words)

    def _back(self) -> None:
        """Show again what was there before the reading."""
        self._show(self._sheet)

    def _show(self, sheet: Sheet | None) -> None:
        self._drafts.save()
        self._sheet = sheet
        draft = ""
        if sheet is not None:
            try:
                self._drafts.open(sheet.id)
                draft = self._drafts.load()
            except StoreError as error:
                self.notice.emit(sentence(error))
        self.conversation_opened.emit(self.conversation_id)
        self.state_changed.emit()
        self.options_changed.emit()
        self.draft_opened.emit(draft)
        self.summary_changed.emit()
        self.questions_changed.emit()
        self.conversations_changed.emit()

    def _for_page(self, conversation_id: int, tell: object) -> None:
        if self._sheet is not None and self._sheet.id == conversation_id and callable(tell):
            tell()

    def _last_options(self) -> Options:
        try:
            return msgspec.json.decode(self._app.store.get_state(OPTIONS, "{}"), type=Options)
        except (StoreError, msgspec.DecodeError):
            return Options()
