"""Downloads as the user sees them: asked for, agreed to, running, at rest, failed. One runs at a time."""

from __future__ import annotations

import logging
import shutil
from dataclasses import dataclass, replace
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from assistant.errors import ThimbleError
from assistant.events import Cancelled, Connecting, Event, Failed, Installed, Transfer, Transferred, Waiting
from assistant.models.catalogue import CatalogueEntry
from assistant.models.manager import ModelManager
from ui.models_dialog.background import Background
from ui.models_dialog.words import ModelWords
from ui.sentences import file_size, sentence

_log = logging.getLogger(__name__)


class Phase(Enum):
    """Where a download is between the first press and the file."""

    OFFERED = auto()
    """Nothing was pressed yet."""
    ASKING = auto()
    """Host and licence are shown; nothing is connected."""
    RUNNING = auto()
    HELD = auto()
    """Paused, now or in an earlier run of the program; what came is kept."""
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class Download:
    """The state of one catalogue entry's download.

    Attributes:
        phase: Where it is.
        words: What is said about it: how far it is, or why it failed.
        fraction: How much is here, from 0 to 1.
        details: Technical text of a failure.
    """

    phase: Phase = Phase.OFFERED
    words: str = ""
    fraction: float = 0.0
    details: str = ""


class Downloads(QObject):
    """What may be done with downloads and when."""

    changed = Signal(str)
    """Id of a catalogue entry whose state is another one now."""
    arrived = Signal(object)
    """The `Model` that can be used from now on; None when it is there and something else went wrong."""
    broken = Signal(str)
    """A sentence: why a download ended before its file was here."""
    undo_offered = Signal(str, object)
    """A sentence, and the function that takes it back."""
    failed = Signal(str)
    """A sentence about something else than the download itself."""

    def __init__(self, models: ModelManager, folder: Path, parent: QObject | None = None) -> None:
        """Begin with nothing running; `folder` is where the files go."""
        super().__init__(parent)
        self._models = models
        self._folder = folder
        self._words = ModelWords(self)
        self._background = Background(self)
        self._background.job_event.connect(self._on_event)
        self._states: dict[str, Download] = {}
        self._running: CatalogueEntry | None = None
        self._job_id = 0
        self._stopping = self._giving_up = False
        self._given_up: dict[str, CatalogueEntry] = {}

    @property
    def running_id(self) -> str:
        """Id of the entry that is being downloaded; empty for none."""
        return self._running.id if self._running else ""

    def state(self, entry: CatalogueEntry) -> Download:
        """Return the state of an entry, found on the disk where nothing happened to it in this run."""
        known = self._states.get(entry.id)
        return known if known is not None else self._resting(entry)

    def ask(self, entry: CatalogueEntry) -> None:
        """Show what is to be known before a download; opens no connection."""
        if self.state(entry).phase in (Phase.OFFERED, Phase.FAILED):
            self._set(entry, Download(Phase.ASKING))

    def terms(self, entry: CatalogueEntry) -> str:
        """Return what is to be known before a download, in words."""
        try:
            # The folder itself comes with the first model.
            there = next(folder for folder in (self._folder, *self._folder.parents) if folder.exists())
            free = shutil.disk_usage(there).free
        except (OSError, StopIteration):
            free = -1
        return self._words.terms_text(entry, free_bytes=free)

    def start(self, entry: CatalogueEntry) -> None:
        """Connect and download, or go on; the user has agreed. Does nothing while another one runs."""
        if self._running is not None:
            return
        before = self.state(entry)
        self._running = entry
        self._given_up.pop(entry.id, None)
        job = self._models.download_job(entry)
        self._job_id = job.id
        words = self.tr("Connecting to {host}…").format(host=entry.host)
        self._set(entry, Download(Phase.RUNNING, words, before.fraction))
        self._background.submit(job)

    def pause(self) -> None:
        """Hold the download that runs; what came is kept."""
        if self._running is not None:
            self._stopping = True
            self._set(self._running, replace(self.state(self._running), words=self.tr("Pausing…")))
            self._background.cancel(self._job_id)

    def cancel(self, entry: CatalogueEntry) -> None:
        """Give a download up, or the question before it; what came is deleted, after an offer to take that back."""
        if self._running is entry:
            self._stopping = self._giving_up = True
            self._set(entry, replace(self.state(entry), words=self.tr("Cancelling…")))
            self._background.cancel(self._job_id)
            return
        if self.state(entry).phase is Phase.ASKING:
            self._forget(entry.id)
        else:
            self._give_up(entry)

    def forget(self, entry_id: str) -> None:
        """Offer an entry again whose model was removed."""
        if entry_id in self._states:
            self._forget(entry_id)

    def end_undo(self) -> None:
        """Delete what came of downloads that were given up."""
        given_up, self._given_up = self._given_up, {}
        for entry in given_up.values():
            try:
                self._models.discard_download(entry)
            except ThimbleError as error:
                self.failed.emit(sentence(error))
            except OSError as error:
                _log.warning("what came of a download was not deleted: %s", error)

    def stop(self) -> None:
        """Pause what runs and wait for the end of its thread."""
        self._background.stop()
        self.end_undo()

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        entry = self._running
        if entry is None or job_id != self._job_id:
            return
        match event:
            case Connecting() | Transferred() | Waiting() if self._stopping:
                pass  # "Pausing…" stays until it ends
            case Connecting():
                words = self.tr("Connecting to {host}…").format(host=event.host)
                self._set(entry, replace(self.state(entry), words=words))
            case Transferred():
                self._set(entry, self._progress(event))
            case Waiting():
                seconds = max(1, round(event.seconds))
                again = self.tr("Trying again in {seconds} s.").format(seconds=seconds)
                self._set(entry, replace(self.state(entry), words=f"{sentence(event.reason)} {again}"))
            case Installed():
                self._end(entry, Download())
                self._finish(event)
            case Cancelled():
                giving_up = self._giving_up
                self._end(entry, None)
                if giving_up:
                    self._give_up(entry)
            case Failed():
                failure = Download(
                    Phase.FAILED, sentence(event.error), self.state(entry).fraction, details=event.error.details
                )
                self._end(entry, failure)
                self.broken.emit(failure.words)

    def _progress(self, event: Transferred) -> Download:
        words = self._words.transfer_words(event.done_bytes, event.total_bytes, event.bytes_per_second)
        if event.transfer is Transfer.CHECKING:
            words = self.tr("Checking that the file is unharmed…")
        return Download(Phase.RUNNING, words, event.done_bytes / max(1, event.total_bytes))

    def _resting(self, entry: CatalogueEntry) -> Download:
        done = self._models.downloaded_bytes(entry)
        if not done:
            return Download()
        # The words name the host once more: the press may come days after the question.
        words = self.tr("Paused: {done} of {total} are here. Resume connects to {host}.").format(
            done=file_size(done), total=file_size(entry.bytes), host=entry.host
        )
        return Download(Phase.HELD, words, done / entry.bytes)

    def _finish(self, event: Installed) -> None:
        model = None
        try:
            model = self._models.finish_import(event)
        except ThimbleError as error:
            self.failed.emit(sentence(error))
        self.arrived.emit(model)

    def _give_up(self, entry: CatalogueEntry) -> None:
        done = self._models.downloaded_bytes(entry)
        if not done:
            self._forget(entry.id)
            return
        self._set(entry, Download())
        words = self.tr("The download of {name} was given up; {size} of it are deleted.")
        self.undo_offered.emit(words.format(name=entry.name, size=file_size(done)), lambda: self._take_back(entry))
        # After the offer, which ends the one before.
        self._given_up[entry.id] = entry

    def _take_back(self, entry: CatalogueEntry) -> None:
        if self._given_up.pop(entry.id, None) is not None:
            self._forget(entry.id)

    def _forget(self, entry_id: str) -> None:
        self._states.pop(entry_id, None)
        self.changed.emit(entry_id)

    def _end(self, entry: CatalogueEntry, state: Download | None) -> None:
        """Take the next download from now on; None for what the disk says."""
        self._running = None
        self._stopping = self._giving_up = False
        self._states.pop(entry.id, None)
        if state is not None and state.phase is Phase.FAILED:
            self._states[entry.id] = state
        self.changed.emit(entry.id)

    def _set(self, entry: CatalogueEntry, state: Download) -> None:
        self._states[entry.id] = state
        self.changed.emit(entry.id)
