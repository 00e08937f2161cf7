"""Counts what is in the store and on the disk beside the window's thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal, Slot

from assistant.errors import StoreError
from assistant.jobs import unexpected
from assistant.paths import Paths
from assistant.store import Store
from assistant.store.backups import backup_folder
from assistant.store.statistics import Statistics, size_of

_log = logging.getLogger(__name__)


class DiskUse(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes on the disk.

    Attributes:
        conversations: The file of conversations.
        backups: Copies of it, and damaged files that were set aside.
        states: What models have read of conversations.
        models: Models, and their faster forms.
        rest: Everything else in the data folder, the search index and the settings among it.
    """

    conversations: int
    backups: int
    states: int
    models: int
    rest: int


class StatisticsReader(QObject):
    """Counts on a thread of its own; one count at a time."""

    read = Signal(object, object)
    """`Statistics` and `DiskUse`."""
    failed = Signal(object)
    """The `ThimbleError`."""
    _done = Signal(object, object)

    def __init__(self, store: Store, paths: Paths, parent: QObject | None = None) -> None:
        """Begin without a thread."""
        super().__init__(parent)
        self._store = store
        self._paths = paths
        self._thread: threading.Thread | None = None
        self._done.connect(self._finish)

    def start(self) -> None:
        """Count; `read` tells the result. Nothing happens while a count runs."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, args=(self._store.counter(),), name="statistics")
            self._thread.start()

    def stop(self) -> None:
        """Wait for a count that runs."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, count: Callable[[], Statistics]) -> None:
        try:
            found = count()
            self._done.emit(found, disk_use(self._paths, found.file_bytes))
        except StoreError as error:
            self._done.emit(None, error)
        except Exception as error:
            # The window waits for an answer; what went wrong is ours.
            _log.exception("the statistics were not counted")
            self._done.emit(None, unexpected(error))

    @Slot(object, object)
    def _finish(self, found: Statistics | None, rest: object) -> None:
        if self._thread is None:
            return
        self._thread.join()
        self._thread = None
        if found is None:
            self.failed.emit(rest)
        else:
            self.read.emit(found, rest)


def disk_use(paths: Paths, conversations: int) -> DiskUse:
    """Return what takes how much of the data folder.

    Args:
        paths: The data folder.
        conversations: Bytes of the file of conversations with its log.
    """
    store = paths.conversations
    aside = sum(size_of(file) for file in _beside(store))
    backups = size_of(backup_folder(store)) + aside
    states, models = size_of(paths.states), size_of(paths.models)
    rest = size_of(paths.data) - conversations - backups - states - models
    return DiskUse(conversations=conversations, backups=backups, states=states, models=models, rest=max(0, rest))


def _beside(store: Path) -> list[Path]:
    """Return the damaged files that were set aside."""
    return [file for file in store.parent.glob(f"{store.name}.damaged*") if file.is_file()]
