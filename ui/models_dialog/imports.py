"""Model files that the user brings: what to do with them is asked once, then they come one after the other."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from assistant.errors import ThimbleError
from assistant.events import Cancelled, Event, Failed, Installed, Transfer, Transferred
from assistant.models.manager import ModelManager
from ui.models_dialog.background import Background
from ui.models_dialog.words import ModelWords
from ui.sentences import sentence


class Imports(QObject):
    """What may be done with files that were brought, and when."""

    asked = Signal(object)
    """Files, as `list[Path]`, about which the user has to choose; empty when the choice was made."""
    progressed = Signal(str, float)
    """Words and fraction of what is being copied; empty words for nothing any more."""
    arrived = Signal(object)
    """The `Model` that can be used from now on; None when it is there and something else went wrong."""
    failed = Signal(str)
    """A sentence: a file could not be added."""

    def __init__(self, models: ModelManager, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._models = models
        self._words = ModelWords(self)
        self._background = Background(self)
        self._background.job_event.connect(self._on_event)
        self._asking: list[Path] = []
        self._waiting: deque[tuple[Path, bool]] = deque()
        self._current: Path | None = None
        self._job_id = 0

    @property
    def asking(self) -> list[Path]:
        """The files about which the user has to choose."""
        return self._asking

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask what to do with files that were chosen or dropped."""
        new = [path for path in paths if path not in self._asking]
        if new:
            self._asking = [*self._asking, *new]
            self.asked.emit(self._asking)

    def choose(self, *, in_place: bool) -> None:
        """Copy the files asked about into the models folder, or use them where they are."""
        paths, self._asking = self._asking, []
        self.asked.emit([])
        self._waiting.extend((path, in_place) for path in paths)
        self._next()

    def dismiss(self) -> None:
        """Do nothing with the files asked about."""
        self._asking = []
        self.asked.emit([])

    def cancel(self) -> None:
        """End the copying; nothing is left behind of the file it was at."""
        self._waiting.clear()
        self._background.cancel(self._job_id)

    def stop(self) -> None:
        """Cancel what runs and wait for the end of its thread."""
        self._waiting.clear()
        self._background.stop()

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        if self._current is None or job_id != self._job_id:
            return
        match event:
            case Transferred():
                words = self._words.transfer_words(event.done_bytes, event.total_bytes, event.bytes_per_second)
                if event.transfer is Transfer.CHECKING:
                    words = self.tr("checking the file")
                self._say(words, event.done_bytes / max(1, event.total_bytes))
            case Installed():
                self._finish(event)
                self._next_after_end()
            case Cancelled():
                self._next_after_end()
            case Failed():
                self.failed.emit(sentence(event.error))
                self._next_after_end()

    def _finish(self, event: Installed) -> None:
        model = None
        try:
            model = self._models.finish_import(event)
        except ThimbleError as error:
            self.failed.emit(sentence(error))
        self.arrived.emit(model)

    def _next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        self._current, in_place = self._waiting.popleft()
        job = self._models.import_job(self._current, in_place=in_place)
        self._job_id = job.id
        self._say(self.tr("looking at the file"), 0.0)
        self._background.submit(job)

    def _next_after_end(self) -> None:
        self._current = None
        self._next()
        if self._current is None:
            self.progressed.emit("", 0.0)

    def _say(self, words: str, fraction: float) -> None:
        if self._current is not None:
            text = self.tr("{file}: {progress}").format(file=self._current.name, progress=words)
            self.progressed.emit(text, fraction)
