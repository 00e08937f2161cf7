"""Importing files: every conversation is taken in by itself, so that whatever happens leaves whole ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.errors import CancelledError, StoreError, ThimbleError
from assistant.events import Event, Exchanging, TakenIn
from assistant.exchange.reading import Found, Reader
from assistant.exchange.thimble_json import FolderRecord
from assistant.jobs import CancelToken
from assistant.store import Store
from assistant.store.failures import GONE, TOO_BIG

_SAY_SECONDS = 0.1


def import_files(
    open_store: Callable[[], Store], paths: Sequence[Path], cancel: CancelToken, *, pause_seconds: float = 0.0
) -> Iterator[Event]:
    """Import the conversations in files, zip archives and folders; ends in `TakenIn`, also when it is cancelled.

    Args:
        open_store: Opens the store for the thread that this runs on; it is closed at the end.
        paths: What to import.
        cancel: Read between conversations, and while there are none.
        pause_seconds: How long the store is left to others after each conversation.

    Raises:
        StoreError: The store can't be opened.
    """
    reader = Reader(paths, cancel)
    counts = {"new": 0, "grown": 0, "known": 0, "messages": 0}
    failure: ThimbleError | None = None
    said_at = float("-inf")
    with open_store() as store:
        shelves = _Shelves(store)
        try:
            for found in reader:
                shelves.fill(reader.folders)
                _take(store, shelves, found, reader, counts)
                if time.monotonic() - said_at >= _SAY_SECONDS:
                    said_at = time.monotonic()
                    yield Exchanging(counts["new"] + counts["grown"] + counts["known"], reader.fraction)
                if pause_seconds:
                    time.sleep(pause_seconds)
            shelves.fill(reader.folders)
        except CancelledError:
            pass
        except StoreError as error:
            failure = error
    yield TakenIn(
        **counts,
        left_out=reader.findings.left_out,
        unreadable=reader.findings.unreadable,
        foreign=tuple(reader.findings.foreign),
        failure=failure or reader.failure,
        cancelled=cancel.cancelled,
    )


def _take(store: Store, shelves: _Shelves, found: Found, reader: Reader, counts: dict[str, int]) -> None:
    folder_id = shelves.find(found.folder) if found.folder is not None else None
    try:
        taken = store.import_conversation(found.conversation, folder_id=folder_id)
    except StoreError as error:
        if error.template not in (GONE, TOO_BIG):
            raise
        reader.findings.unreadable += 1
        return
    counts["messages"] += taken.added
    if taken.is_new:
        counts["new"] += 1
    elif taken.added:
        counts["grown"] += 1
    else:
        counts["known"] += 1


class _Shelves:
    """Finds the folder of this store for one named in a file, making it where there is none."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._filled = 0
        self._exact = {(folder.name, folder.created_at): folder.id for folder in store.folders()}
        self._before = {name: id_ for (name, _), id_ in reversed(self._exact.items())}

    def fill(self, records: list[FolderRecord]) -> None:
        """Make those that are named for the first time, in their order, also those that stay empty."""
        for record in records[self._filled :]:
            self.find(record)
        self._filled = len(records)

    def find(self, record: FolderRecord) -> int:
        """Return the folder of this name and age, else one of this name that was here before, else a new one."""
        key = (record.name, record.created_at)
        found = self._exact.get(key) or self._before.get(record.name)
        if found is None:
            found = self._exact[key] = self._store.import_folder(*key).id
        return found
