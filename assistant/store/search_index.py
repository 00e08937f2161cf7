"""The file with the search index: which words are in which message and in which title.

It lies beside the store, holds nothing that the store does not hold, and is made anew when it is missing, damaged or of
another version. Messages are in parts of 32,768 ids each, so that the newest can be looked through first, a search for
a common word ends early, a word of one letter stays cheap, and removing words for good rewrites one part only.

The index has no copy of the texts (FTS5's `content=''`). Beside its words each document has marks, words of a second
column that filters ask for: its conversation, who wrote it, what kind of conversation it is in, its month and year.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from assistant.store.backups import make_private
from assistant.store.database import connect
from assistant.store.failures import DAMAGE
from assistant.store.recovery import COMPANIONS
from assistant.store.search_words import index_text

FILE = "search.db"
VERSION = 1
"""Another number means another form of the file, or other words for the same text: it is made anew then."""
PART_BITS = 15
"""A part of the index holds the messages whose ids agree in all but so many bits."""
TITLES = "titles"
_DONE = "done"
_BEFORE = "before"
_BATCH = "batch"

# The words are made in Python, for texts and queries alike: what is not ASCII is part of a word for this tokenizer.
_FTS = "USING fts5(text, marks, content = '', contentless_delete = 1, tokenize = 'ascii')"


class IndexUnusableError(Exception):
    """The file is not a search index of this version, or is damaged: it is to be made anew."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed.

    Attributes:
        id: Of the message, or of the conversation whose title it is.
        conversation_id: The conversation.
        text: As the user sees it.
        marks: See `marks`.
        created_at: When the message was written, Unix time in seconds; 0 for a title.
    """

    id: int
    conversation_id: int
    text: str
    marks: str
    created_at: float = 0.0


def search_path(store: Path) -> Path:
    """Return the file of the search index that belongs to a store."""
    return store.with_name(FILE)


def part_name(number: int) -> str:
    """Return the name of a part's table."""
    return f"part_{number}"


def part_of(message_id: int) -> int:
    """Return the number of the part a message is in."""
    return message_id >> PART_BITS


def marks(*, conversation_id: int, kind: str, role: str = "", created_at: float | None = None) -> str:
    """Return the marks of a document, for its second column and for filters that name all of them."""
    words = [f"c{conversation_id}", f"k{kind}"]
    if role:
        words.append(f"r{role}")
    if created_at is not None and (month := month_of(created_at)) is not None:
        words += [f"m{month}", f"y{month // 100}"]
    return " ".join(words)


def month_of(seconds: float) -> int | None:
    """Return year and month of a time as one number, 202611, in UTC; `None` for a time without a calendar."""
    try:
        when = time.gmtime(seconds)
    except (OverflowError, OSError, ValueError):
        return None
    return when.tm_year * 100 + when.tm_mon if 1 <= when.tm_year <= 9999 else None


class SearchIndex:
    """The index, open for writing. It belongs to one thread."""

    def __init__(self, connection: apsw.Connection) -> None:
        """Take over a connection; use `open` or `create`."""
        self.connection = connection
        self._parts = self._read_parts()

    @classmethod
    def open(cls, path: Path, *, key: bytes | None) -> SearchIndex:
        """Open the file.

        Raises:
            IndexUnusableError: It is missing, damaged, or of another version.
            apsw.Error: It can't be opened now.
        """
        if not path.is_file() or not path.stat().st_size:
            raise IndexUnusableError("missing or empty")
        connection = connect(path, key=key)
        try:
            if connection.execute("PRAGMA user_version").fetchall() != [(VERSION,)]:
                raise IndexUnusableError("another version")
            _prepare(connection)
            return cls(connection)
        except (*DAMAGE, apsw.SQLError, UnicodeDecodeError) as error:
            _abandon(connection)
            raise IndexUnusableError(str(error)) from error
        except BaseException:
            _abandon(connection)
            raise

    @classmethod
    def create(cls, path: Path, *, key: bytes | None, stamp: str) -> SearchIndex:
        """Make an empty index in the place of what is there.

        Raises:
            OSError: What is there can't be removed, or the file can't be made.
            apsw.Error: It can't be written.
        """
        remove(path)
        make_private(path)
        connection = connect(path, key=key)
        try:
            _prepare(connection)
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                f"""
                CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
                CREATE TABLE part (
                    number INTEGER PRIMARY KEY,
                    removed INTEGER NOT NULL DEFAULT 0,
                    oldest REAL NOT NULL,
                    newest REAL NOT NULL
                ) STRICT;
                CREATE TABLE place (
                    conversation_id INTEGER NOT NULL, part INTEGER NOT NULL, PRIMARY KEY (conversation_id, part)
                ) STRICT, WITHOUT ROWID;
                CREATE TABLE conversation (id INTEGER PRIMARY KEY, kind TEXT NOT NULL) STRICT;
                CREATE VIRTUAL TABLE {TITLES} {_FTS};
                PRAGMA user_version = {VERSION};
                """
            )
            index = cls(connection)
            index.set_stamps(stamp, stamp, [])
            connection.execute("COMMIT")
            return index
        except BaseException:
            _abandon(connection)
            raise

    def close(self) -> None:
        """Close the file. Closing twice is harmless."""
        with suppress(apsw.Error):
            self.connection.close()

    def stamps(self) -> tuple[str, str, list[int]]:
        """Return the stamp of the last batch, that of the one before, and the ids of the last batch."""
        rows = self.connection.execute("SELECT key, value FROM about").fetchall()
        values = {str(name): str(value) for name, value in rows}
        try:
            batch = [int(number) for number in json.loads(values.get(_BATCH, "[]"))]
        except (ValueError, TypeError) as error:
            raise IndexUnusableError(str(error)) from error
        return values.get(_DONE, ""), values.get(_BEFORE, ""), batch

    def set_stamps(self, done: str, before: str, batch: Sequence[int]) -> None:
        """Keep what `stamps` returns."""
        self.connection.executemany(
            "INSERT INTO about VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            ((_DONE, done), (_BEFORE, before), (_BATCH, json.dumps(list(batch), separators=(",", ":")))),
        )

    def kind_of(self, conversation_id: int) -> str | None:
        """Return the kind a conversation's messages are marked with; `None` when none is."""
        rows = self.connection.execute("SELECT kind FROM conversation WHERE id = ?", (conversation_id,)).fetchall()
        return str(rows[0][0]) if rows else None

    def set_kind(self, conversation_id: int, kind: str | None) -> None:
        """Keep the kind of a conversation, or forget the conversation."""
        if kind is None:
            self.connection.execute("DELETE FROM conversation WHERE id = ?", (conversation_id,))
            self.connection.execute("DELETE FROM place WHERE conversation_id = ?", (conversation_id,))
        else:
            self.connection.execute("INSERT OR REPLACE INTO conversation VALUES (?, ?)", (conversation_id, kind))

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything in the block or nothing; no other program writes meanwhile.

        Raises:
            apsw.Error: It can't be written.
        """
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.connection.execute("COMMIT")
        except BaseException:
            with suppress(apsw.Error):
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
            # A part that was made in the block is gone again.
            with suppress(apsw.Error):
                self._parts = self._read_parts()
            raise

    def write_titles(self, documents: Sequence[Document], gone: Sequence[int]) -> bool:
        """Put titles in the place of those known, and drop others; return whether any was known."""
        return self._write(TITLES, documents, gone) > 0

    def write_messages(self, documents: Iterable[Document], gone: Iterable[int]) -> None:
        """Put messages in the place of those known under their ids, and drop others."""
        parts: dict[int, tuple[list[Document], list[int]]] = {}
        for document in documents:
            parts.setdefault(part_of(document.id), ([], []))[0].append(document)
        for number in gone:
            parts.setdefault(part_of(number), ([], []))[1].append(number)
        for part, (new, old) in parts.items():
            if part not in self._parts:
                if not new:
                    continue
                self.connection.execute(f"CREATE VIRTUAL TABLE {part_name(part)} {_FTS}")
                self._parts.add(part)
            if new:
                self._tell_about(part, new)
                self._write(part_name(part), new, ())
            if removed := self._write(part_name(part), (), old):
                self.connection.execute("UPDATE part SET removed = removed + ? WHERE number = ?", (removed, part))

    def parts_with_removed(self) -> list[int]:
        """Return the parts that still have words of messages that are gone."""
        return [int(number) for (number,) in self.connection.execute("SELECT number FROM part WHERE removed")]

    def clear_removed(self, part: int) -> None:
        """Write a part anew without the words of what is gone: they leave the file."""
        self._optimize(part_name(part))
        self.connection.execute("UPDATE part SET removed = 0 WHERE number = ?", (part,))

    def clear_titles(self) -> None:
        """Write the titles anew without the words of what is gone."""
        self._optimize(TITLES)

    def forget_log(self) -> bool:
        """Move the log into the file and empty it, so that no old word is left there; False while it is read."""
        try:
            rows = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        except (apsw.BusyError, apsw.LockedError):
            return False
        return not rows[0][0]

    def _tell_about(self, part: int, new: Sequence[Document]) -> None:
        """Keep which times and conversations a part has messages of: a search with filters passes over the others."""
        times = [one.created_at for one in new]
        self.connection.execute(
            """INSERT INTO part (number, oldest, newest) VALUES (?, ?, ?) ON CONFLICT (number) DO UPDATE
               SET oldest = min(oldest, excluded.oldest), newest = max(newest, excluded.newest)""",
            (part, min(times), max(times)),
        )
        self.connection.executemany(
            "INSERT OR IGNORE INTO place VALUES (?, ?)", {(one.conversation_id, part) for one in new}
        )

    def _read_parts(self) -> set[int]:
        return {int(number) for (number,) in self.connection.execute("SELECT number FROM part")}

    def _write(self, table: str, documents: Sequence[Document], gone: Sequence[int]) -> int:
        new = sorted(documents, key=lambda one: one.id)
        known = self.connection.execute(
            f"SELECT id FROM {table}_docsize WHERE id IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own name
            (json.dumps([*(one.id for one in new), *gone]),),
        ).fetchall()
        self.connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", known)  # noqa: S608 - our own name
        self.connection.executemany(
            f"INSERT INTO {table} (rowid, text, marks) VALUES (?, ?, ?)",  # noqa: S608 - our own name
            ((one.id, index_text(one.text), one.marks) for one in new),
        )
        return len(known)

    def _optimize(self, table: str) -> None:
        self.connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")  # noqa: S608 - our own name


def remove(path: Path) -> None:
    """Remove an index and what SQLite keeps beside it; harmless when there is none.

    Raises:
        OSError: It is in use (on Windows), or may not be removed.
    """
    # The log last: without its file it is never read, a file without its log would be read.
    for suffix in ("", *COMPANIONS):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{suffix}")  # noqa: PTH108 - a name with a suffix behind its own


def _abandon(connection: apsw.Connection) -> None:
    """Close a connection that is of no use without writing anything."""
    with suppress(apsw.Error):
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        connection.close()


def _prepare(connection: apsw.Connection) -> None:
    if connection.execute("PRAGMA journal_mode = WAL").fetchall() != [("wal",)]:
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
    # After a power cut the index may be behind, which its stamp tells, or damaged: then it is made anew.
    connection.execute("PRAGMA synchronous = NORMAL")
    # What is removed is overwritten.
    connection.execute("PRAGMA secure_delete = ON").fetchall()
