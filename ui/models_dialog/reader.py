"""Looks into model files beside the window's thread: a folder of many big files takes seconds the first time."""

from __future__ import annotations

import logging
import threading

from PySide6.QtCore import QObject, Signal, Slot

from assistant.models.library import InstalledModel
from assistant.models.manager import ModelManager

_log = logging.getLogger(__name__)


class LibraryReader(QObject):
    """Reads the installed models; one reading at a time, and one more after it when it was asked for meanwhile."""

    read = Signal(object)
    """The `InstalledModel`s, as a list; on the window's thread."""
    _done = Signal(object)

    def __init__(self, models: ModelManager, parent: QObject | None = None) -> None:
        """Begin without a thread."""
        super().__init__(parent)
        self._models = models
        self._thread: threading.Thread | None = None
        self._again = False
        self._stopped = False
        self._done.connect(self._finish)

    def start(self) -> None:
        """Read everything; `read` tells the result."""
        if self._thread is not None:
            self._again = True
        elif not self._stopped:
            self._thread = threading.Thread(target=self._run, name="read models")
            self._thread.start()

    def stop(self) -> None:
        """Wait for a reading that runs; nothing is read afterwards."""
        self._stopped = True
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        found: list[InstalledModel] | None = None
        try:
            found = self._models.installed()
        except OSError as error:
            _log.warning("the models can't be read: %s", error)
        self._done.emit(found)

    @Slot(object)
    def _finish(self, found: list[InstalledModel] | None) -> None:
        if self._stopped or self._thread is None:
            return
        self._thread.join()
        self._thread = None
        if found is not None and not self._again:
            self.read.emit(found)
        if self._again:
            self._again = False
            self.start()
