"""How a document comes to the page: read from files or a text, or brought back from the store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.app import App
from assistant.documents.reader import ReadingProgress
from assistant.errors import StoreError, ThimbleError
from assistant.store import Conversation
from assistant.store.documents import KeptSummary
from assistant.store.records import Kind
from assistant.summaries.summary import Summary
from assistant.text.titles import LONGEST_TITLE, shortened, title_from
from ui.sentences import sentence
from ui.summaries.kept import Kept, Options
from ui.summaries.reading import Prepared, Reading
from ui.summaries.sheet import Sheet, open_sheet
from ui.summaries.words import reading_words


class Opening(QObject):
    """Opens one document at a time: the newest wish ends the one before."""

    told = Signal(str)
    """How far it is."""
    opened = Signal(object, bool)
    """A `Sheet`, and whether its document was never here before."""
    failed = Signal(str)
    """A sentence; there is no document."""
    stopped = Signal()
    """The user stopped it."""
    keys_found = Signal(object)
    """A `Sheet` whose key sentences are there now."""

    def __init__(self, app: App, reading: Reading, parent: QObject | None = None) -> None:
        """Open documents with `reading`."""
        super().__init__(parent)
        self._app = app
        self._reading = reading
        self._request = 0
        self._options = Options()
        self._keys: dict[int, tuple[Sheet, Options]] = {}
        self.conversation: Conversation | None = None
        """The conversation being opened; None while a document is read for the first time, and at rest."""
        reading.progressed.connect(self._progressed)
        reading.prepared.connect(self._prepared)
        reading.keys_found.connect(self._keys_found)
        reading.failed.connect(self._failed)
        reading.stopped.connect(self._stopped)

    @property
    def busy(self) -> bool:
        """Whether a document is being opened."""
        return bool(self._request)

    def read(self, paths: Sequence[Path], options: Options) -> None:
        """Read files and folders as one document."""
        self._begin(self._reading.read(list(paths), options), options)
        self.told.emit(reading_words(None))

    def take(self, text: str, options: Options) -> None:
        """Make a document of a text."""
        self._begin(self._reading.take(text, title_from(text) or self.tr("Pasted text"), options), options)
        self.told.emit(reading_words(None))

    def restore(self, conversation: Conversation, row: KeptSummary) -> None:
        """Bring back the document of a conversation."""
        options = Kept.read(row.options).options
        self._begin(self._reading.restore(row.content, row.document, options), options)
        self.conversation = conversation
        self.told.emit(self.tr("Opening the document…"))

    def find_keys(self, sheet: Sheet) -> None:
        """Find the key sentences of a document as its options say."""
        self._keys[self._reading.find_keys(sheet.digest, sheet.options)] = (sheet, sheet.options)

    def stop(self) -> None:
        """Stop opening: that is told by `stopped`."""
        self._reading.cancel(self._request)

    def drop(self) -> None:
        """Stop opening without a word: something else is shown."""
        self._reading.cancel(self._request)
        self._request, self.conversation = 0, None

    def _begin(self, request: int, options: Options) -> None:
        self.drop()
        self._request, self._options = request, options

    def _progressed(self, request: int, progress: ReadingProgress) -> None:
        if request == self._request:
            self.told.emit(reading_words(progress))

    def _prepared(self, request: int, prepared: Prepared) -> None:
        if request != self._request:
            return
        conversation, options = self.conversation, self._options
        self._request, self.conversation = 0, None
        new = False
        try:
            if conversation is None:
                known = self._app.store.summary_of(prepared.hash)
                new = known is None
                conversation = self._create(prepared) if known is None else self._app.store.conversation(known)
            sheet = open_sheet(self._app.store, conversation, prepared)
        except StoreError as error:
            self.failed.emit(sentence(error))
            return
        if (sheet.options.style, sheet.options.length) == (options.style, options.length):
            sheet.keys = prepared.keys
        self.opened.emit(sheet, new)
        if sheet.keys is None:
            self.find_keys(sheet)

    def _create(self, prepared: Prepared) -> Conversation:
        title = shortened(" ".join(prepared.digest.document.title.split()), LONGEST_TITLE)
        conversation = self._app.store.create_conversation(title=title, kind=Kind.SUMMARY)
        self._app.store.keep_summary(
            conversation.id, document=prepared.hash, content=prepared.content, options=Kept(self._options).text()
        )
        return conversation

    def _keys_found(self, request: int, keys: Summary) -> None:
        sheet, options = self._keys.pop(request, (None, None))
        if sheet is not None and options == sheet.options:
            sheet.keys = keys
            self.keys_found.emit(sheet)

    def _failed(self, request: int, error: ThimbleError) -> None:
        if request == self._request:
            self._request, self.conversation = 0, None
            self.failed.emit(sentence(error))

    def _stopped(self, request: int) -> None:
        if request == self._request:
            self._request, self.conversation = 0, None
            self.stopped.emit()
