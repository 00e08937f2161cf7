"""Exports and imports on a thread of their own, beside the answers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.app import App
from assistant.events import Cancelled, Event, Exchanging, Exported, Failed, TakenIn
from assistant.exchange.exporting import Format, Selection, export_file
from assistant.exchange.importing import import_files
from assistant.jobs import Job
from assistant.store import Store
from ui.exchange.pdf import write_pdf
from ui.exchange.words import ExchangeWords
from ui.models_dialog.background import Background
from ui.sentences import sentence

_PAUSE_SECONDS = 0.001
"""How long the store is left to the window after each imported conversation: it may be writing an answer."""


class ExchangeController(QObject):
    """Runs one export or import at a time; each ends in exactly one of `exported`, `taken_in` and `failed`."""

    progressed = Signal(int, float)
    """How many conversations are dealt with, and how much of the whole work is, from 0 to 1."""
    exported = Signal(object)
    """An `Exported`."""
    taken_in = Signal(object)
    """A `TakenIn`."""
    failed = Signal(str)
    """A sentence; empty when the user ended it."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        """Begin without a thread."""
        super().__init__(parent)
        self._path = app.paths.conversations
        self._store = app.store
        self._words = ExchangeWords(self)
        self._background = Background(self)
        self._background.job_event.connect(self._hear)
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether something is being exported or imported."""
        return self._job is not None

    def export(self, selection: Selection, format_: Format, file: Path) -> None:
        """Begin to export; ignored while busy."""
        key, path, words = self._store.key, self._path, self._words.within()
        self._submit(
            Job(
                lambda cancel: export_file(
                    lambda: Store.beside(path, key=key, read_only=True),
                    selection,
                    format_=format_,
                    path=file,
                    cancel=cancel,
                    write_pdf=write_pdf,
                    words=words,
                )
            )
        )

    def take_in(self, files: Sequence[Path]) -> None:
        """Begin to import; ignored while busy."""
        key, path, files = self._store.key, self._path, list(files)
        self._submit(
            Job(
                lambda cancel: import_files(
                    lambda: Store.beside(path, key=key), files, cancel, pause_seconds=_PAUSE_SECONDS
                )
            )
        )

    def cancel(self) -> None:
        """End what runs: an import keeps what it has, of an export nothing stays."""
        if self._job is not None:
            self._job.cancel.cancel()

    def shut_down(self) -> None:
        """End what runs and wait for it; may be called more than once."""
        self._background.stop()

    def _submit(self, job: Job) -> None:
        if self._job is None:
            self._job = job
            self._background.submit(job)

    def _hear(self, job_id: int, event: Event) -> None:
        if self._job is None or job_id != self._job.id:
            return
        if isinstance(event, Exchanging):
            self.progressed.emit(event.done, event.fraction)
            return
        self._job = None
        match event:
            case Exported():
                self.exported.emit(event)
            case TakenIn():
                self.taken_in.emit(event)
            case Failed(error):
                self.failed.emit(sentence(error))
            case Cancelled():
                self.failed.emit("")
