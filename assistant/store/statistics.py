"""How many conversations there are and how large they are."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from assistant.store.database import Database, connect, stored
from assistant.store.failures import told_to_user

LARGEST = 5
"""So many of the largest conversations are named."""


class ConversationSize(msgspec.Struct, frozen=True):
    """One conversation's share.

    Attributes:
        id: The conversation.
        title: Its title; empty for none.
        messages: How many it has, on all branches.
        characters: Length of all of them.
    """

    id: int
    title: str
    messages: int
    characters: int


class Statistics(msgspec.Struct, frozen=True, kw_only=True):
    """The store in numbers.

    Attributes:
        conversations: Those not in the bin, the archived ones included.
        archived: Those in the archive.
        binned: Those in the bin.
        folders: Folders.
        messages: Messages outside the bin, on all branches.
        characters: Length of these messages.
        questions: Those of them that the user wrote.
        since: When the oldest conversation began, as Unix time in seconds; 0 without any.
        largest: The longest conversations, the longest first.
        file_bytes: Size of the file with its write-ahead log.
        free_bytes: Part of it that is empty and used for what comes next.
    """

    conversations: int
    archived: int
    binned: int
    folders: int
    messages: int
    characters: int
    questions: int
    since: float
    largest: tuple[ConversationSize, ...]
    file_bytes: int
    free_bytes: int


class Counting:
    """The part of the store that knows how to count it."""

    _database: Database

    def counter(self) -> Callable[[], Statistics]:
        """Return a function that counts what is in the store; it may be called on any thread, see `read_statistics`."""
        return partial(read_statistics, self._database.path, key=self._database.key)


def read_statistics(path: Path, *, key: bytes | None = None) -> Statistics:
    """Count what a store holds, on a connection of its own: a million messages take some tenths of a second.

    Args:
        path: The file.
        key: What it is encrypted with.

    Raises:
        StoreError: It can't be read.
    """
    with told_to_user(path):
        connection = connect(path, key=key, read_only=True)
        try:
            # One moment in time, whatever is written meanwhile.
            connection.execute("BEGIN")
            return _count(Database(connection, path, key=key))
        finally:
            connection.close()


def _count(database: Database) -> Statistics:
    sizes = {
        id_: (count, length, questions)
        for id_, count, length, questions in database.query(
            # Everything is in the index `message_tree`; no text is touched.
            "SELECT conversation_id, count(*), sum(length), sum(role = 'user') FROM message GROUP BY conversation_id"
        )
    }
    kept = database.query(
        "SELECT id, CAST(title AS BLOB), archived, created_at FROM conversation WHERE deleted_at IS NULL"
    )
    binned = database.query("SELECT count(*) FROM conversation WHERE deleted_at > 0")[0][0]
    folders = database.query("SELECT count(*) FROM folder")[0][0]
    page = database.query("PRAGMA page_size")[0][0]
    free = database.query("PRAGMA freelist_count")[0][0]
    none = (0, 0, 0)
    largest = sorted(kept, key=lambda row: sizes.get(row[0], none)[1], reverse=True)[:LARGEST]
    return Statistics(
        conversations=len(kept),
        archived=sum(row[2] for row in kept),
        binned=binned,
        folders=folders,
        messages=sum(sizes.get(row[0], none)[0] for row in kept),
        characters=sum(sizes.get(row[0], none)[1] for row in kept),
        questions=sum(sizes.get(row[0], none)[2] for row in kept),
        since=min((row[3] for row in kept), default=0.0),
        largest=tuple(
            ConversationSize(row[0], stored(row[1]), *sizes[row[0]][:2]) for row in largest if row[0] in sizes
        ),
        file_bytes=size_of(database.path) + size_of(database.path.with_name(f"{database.path.name}-wal")),
        free_bytes=page * free,
    )


def size_of(path: Path) -> int:
    """Return the bytes a file takes, or all files in a folder and below; 0 for what is not there."""
    try:
        if not path.is_dir():
            return path.stat().st_size
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file() and not file.is_symlink())
    except OSError:
        return 0
