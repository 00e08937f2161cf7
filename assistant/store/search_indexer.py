"""Keeps the search index up to date, in small steps beside everything else.

What the index does not know yet is in the store's table `search_pending`. One step takes some of it, the newest first,
writes it into the index, and only then takes it out of that table; a step that was cut off is done again. A stamp in
both files says which index belongs to which store: after a store was restored from a backup, or its index was copied
from elsewhere, the two differ and the index is made anew.
"""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.store.database import Database, connect, stored
from assistant.store.failures import DAMAGE, store_error
from assistant.store.search_index import Document, IndexUnusableError, SearchIndex, marks, part_of, remove, search_path

UNWRITABLE = QT_TRANSLATE_NOOP(
    "errors",
    "Not everything can be found now, because the search index {path} can't be written; free some space or allow "
    "writing there. The conversations themselves are safe.",
)

STAMP = "search_index"
"""Where the store's table `state` keeps the stamp of its index."""
MOST_MESSAGES = 1_000
MOST_CHARACTERS = 400_000
"""How much one step takes at most, except for a single message that is longer."""
_REFILL = 20_000
"""Ids that are put back into `search_pending` at a time: about 10 ms during which nobody else can write."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one step takes: rows as read from the store, by the id in `search_pending`; None for what is gone."""

    rows: dict[int, tuple[Any, ...] | None]
    seen: int
    stamp: str


class Indexer:
    """Writes the search index of a store. It has connections of its own and belongs to one thread.

    Every method raises `StoreError` when the store or the index can't be read or written.
    """

    def __init__(
        self, store: Path, *, key: bytes | None = None, before_removal: Callable[[], None] = lambda: None
    ) -> None:
        """Open nothing yet.

        Args:
            store: The store's file, which exists.
            key: What it is encrypted with, and the index then too.
            before_removal: Called before the index's file is removed: whoever reads it closes it, as Windows wants.
        """
        self._path = store
        self._file = search_path(store)
        self._key = key
        self._before_removal = before_removal
        self._store: Database | None = None
        self._index: SearchIndex | None = None
        # Whether a program that ended has left old words is not known.
        self._old_titles = self._old_log = True

    def close(self) -> None:
        """Close both files. Closing twice is harmless."""
        index, self._index = self._index, None
        if index is not None:
            index.close()
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def waiting(self) -> int:
        """Return how many messages and titles the index does not know yet."""
        with self._errors_told():
            store = self._opened_store()
            self._matching_index(store)
            return int(store.query("SELECT count(*) FROM search_pending")[0][0])

    def step(self) -> int:
        """Bring a part of what is waiting into the index; return how much that was, 0 when nothing waits.

        Words of what was removed leave the file with the step that finds nothing else to do.
        """
        with self._errors_told():
            store = self._opened_store()
            index = self._matching_index(store)
            try:
                done = self._step(store, index)
                if not done:
                    self._clear(index)
                return done
            except (*DAMAGE, IndexUnusableError, apsw.SQLError) as error:
                # Errors of the store are sentences already: these are the index's.
                _log.warning("the search index is made anew: %s", error)
                self._make_anew(store)
                return 1

    @contextmanager
    def _errors_told(self) -> Iterator[None]:
        try:
            yield
        except FileNotFoundError as error:
            raise store_error(error, path=self._path) from error
        except (apsw.Error, OSError) as error:
            raise StoreError(UNWRITABLE, path=self._file, details=f"{type(error).__name__}: {error}") from error

    def _opened_store(self) -> Database:
        if self._store is None:
            if not self._path.is_file():
                raise FileNotFoundError(self._path)
            self._store = Database(connect(self._path, key=self._key), self._path, key=self._key)
            self._store.connection.execute("PRAGMA synchronous = NORMAL")
        return self._store

    def _matching_index(self, store: Database) -> SearchIndex:
        if self._index is not None:
            return self._index
        try:
            index = SearchIndex.open(self._file, key=self._key)
        except IndexUnusableError as error:
            _log.info("a search index is made: %s", error)
            return self._make_anew(store)
        try:
            done, before, batch = index.stamps()
        except (*DAMAGE, IndexUnusableError, apsw.SQLError):
            index.close()
            return self._make_anew(store)
        stamp = _stamp(store)
        if not stamp or stamp not in (done, before):
            index.close()
            return self._make_anew(store)
        if stamp != done:
            # The step was cut off before the store knew of it, or the store was restored from a backup since.
            with store.transaction():
                _put_back(store, batch)
        self._index = index
        return index

    def _make_anew(self, store: Database) -> SearchIndex:
        index, self._index = self._index, None
        if index is not None:
            index.close()
        self._before_removal()
        # First of all: where that fails nothing else is begun.
        remove(self._file)
        # Until the new file is there no stamp fits, so being cut off here means beginning again.
        with store.transaction():
            _set_stamp(store, "")
        newest = int(store.query("SELECT ifnull(max(id), 0) FROM message")[0][0])
        for first in range(1, newest + 1, _REFILL):
            with store.transaction():
                store.write(
                    """INSERT OR IGNORE INTO search_pending
                       SELECT id FROM message WHERE id >= ? AND id < ? AND state <> 'streaming'""",
                    (first, first + _REFILL),
                )
        with store.transaction():
            store.write("INSERT OR IGNORE INTO search_pending SELECT -id FROM conversation")
        stamp = secrets.token_hex(8)
        self._index = SearchIndex.create(self._file, key=self._key, stamp=stamp)
        with store.transaction():
            _set_stamp(store, stamp)
        return self._index

    def _step(self, store: Database, index: SearchIndex) -> int:
        # Held from reading to writing: of two programs that index, the later one has the newer text.
        with index.transaction():
            batch = self._read(store)
            if not batch.rows:
                return 0
            again = self._apply(index, batch)
            stamp = secrets.token_hex(8)
            previous, _, _ = index.stamps()
            index.set_stamps(stamp, batch.stamp, list(batch.rows))
        self._settle(store, batch, again, stamps=(batch.stamp, previous), stamp=stamp)
        return len(batch.rows)

    def _read(self, store: Database) -> _Batch:
        connection = store.connection
        connection.execute("BEGIN")
        try:
            seen = _data_version(store)
            stamp = _stamp(store)
            titles = store.query("SELECT id FROM search_pending WHERE id < 0 ORDER BY id LIMIT ?", (MOST_MESSAGES,))
            if titles:
                return _Batch(_title_rows(store, [id_ for (id_,) in titles]), seen, stamp)
            # From the newest to the oldest, and never over the edge of a part: a part is written once and left.
            ids: list[int] = []
            characters = 0
            for id_, length in store.query(
                """SELECT search_pending.id, length FROM search_pending LEFT JOIN message USING (id)
                   ORDER BY search_pending.id DESC LIMIT ?""",
                (MOST_MESSAGES,),
            ):
                characters += length or 0
                if ids and (characters > MOST_CHARACTERS or part_of(id_) != part_of(ids[0])):
                    break
                ids.append(id_)
            return _Batch(_message_rows(store, ids), seen, stamp)
        finally:
            connection.execute("COMMIT")

    def _apply(self, index: SearchIndex, batch: _Batch) -> list[int]:
        """Write a batch into the index; return the conversations whose messages have to be marked anew."""
        if min(batch.rows) >= 0:
            # An answer that is being written counts once it has ended.
            documents = [
                _message(id_, row) for id_, row in batch.rows.items() if row is not None and row[1] != "streaming"
            ]
            index.write_messages(documents, [id_ for id_, row in batch.rows.items() if row is None])
            return []
        again = []
        titles = []
        for id_, row in batch.rows.items():
            kind: str | None = row[1] if row is not None else None
            before = index.kind_of(-id_)
            if before is not None and kind is not None and before != kind:
                again.append(-id_)
            index.set_kind(-id_, kind)
            if row is not None:
                marking = marks(conversation_id=-id_, kind=kind or "")
                titles.append(Document(-id_, -id_, stored(row[0]), marking))
        if index.write_titles(titles, [-id_ for id_, row in batch.rows.items() if row is None]):
            self._old_titles = self._old_log = True
        return again

    def _settle(
        self, store: Database, batch: _Batch, again: Sequence[int], *, stamps: tuple[str, ...], stamp: str
    ) -> None:
        """Take what is in the index now out of `search_pending`, apart from what changed meanwhile."""
        with store.transaction():
            done = list(batch.rows)
            if _data_version(store) != batch.seen:
                read = _title_rows if done[0] < 0 else _message_rows
                now = read(store, done)
                changed = [id_ for id_ in done if now[id_] != batch.rows[id_]]
                # Another program's indexer may have taken them out before they changed for this one.
                _put_back(store, changed)
                done = [id_ for id_ in done if now[id_] == batch.rows[id_]]
            store.write("DELETE FROM search_pending WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(done),))
            for conversation_id in again:
                store.write(
                    "INSERT OR IGNORE INTO search_pending SELECT id FROM message WHERE conversation_id = ?",
                    (conversation_id,),
                )
            if _stamp(store) in stamps:
                _set_stamp(store, stamp)

    def _clear(self, index: SearchIndex) -> None:
        """Let the words of removed messages and titles leave the file."""
        for part in index.parts_with_removed():
            with index.transaction():
                index.clear_removed(part)
            self._old_log = True
        if self._old_titles:
            with index.transaction():
                index.clear_titles()
            self._old_titles = False
        if self._old_log:
            self._old_log = not index.forget_log()


def _stamp(store: Database) -> str:
    rows = store.query("SELECT CAST(value AS BLOB) FROM state WHERE key = ?", (STAMP,))
    return stored(rows[0][0]) if rows else ""


def _set_stamp(store: Database, stamp: str) -> None:
    store.write(
        "INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", (STAMP, stamp)
    )


def _put_back(store: Database, ids: Sequence[int]) -> None:
    store.write("INSERT OR IGNORE INTO search_pending SELECT value FROM json_each(?)", (json.dumps(list(ids)),))


def _data_version(store: Database) -> int:
    """Return a number that is another one after somebody else has written the store."""
    return int(store.query("PRAGMA data_version")[0][0])


def _message_rows(store: Database, ids: Sequence[int]) -> dict[int, tuple[Any, ...] | None]:
    rows: dict[int, tuple[Any, ...] | None] = dict.fromkeys(ids)
    for id_, *rest in store.query(
        """SELECT message.id, CAST(text AS BLOB), state, role, message.created_at, conversation_id, kind
           FROM message JOIN conversation ON conversation.id = conversation_id
           WHERE message.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(ids)),),
    ):
        rows[id_] = tuple(rest)
    return rows


def _title_rows(store: Database, ids: Sequence[int]) -> dict[int, tuple[Any, ...] | None]:
    rows: dict[int, tuple[Any, ...] | None] = dict.fromkeys(ids)
    for id_, *rest in store.query(
        "SELECT -id, CAST(title AS BLOB), kind FROM conversation WHERE id IN (SELECT -value FROM json_each(?))",
        (json.dumps(list(ids)),),
    ):
        rows[id_] = tuple(rest)
    return rows


def _message(id_: int, row: tuple[Any, ...]) -> Document:
    text, _, role, created_at, conversation_id, kind = row
    marking = marks(
        conversation_id=conversation_id,
        kind=kind,
        role=role,
        created_at=created_at,
    )
    return Document(id_, conversation_id, stored(text), marking, created_at)
