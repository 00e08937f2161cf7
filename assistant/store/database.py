"""One connection to the SQLite file, with transactions and errors meant for the user."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import apsw

from assistant.errors import StoreError
from assistant.store.cipher import file_uri, use_key
from assistant.store.failures import DAMAGE, FULL, GONE, mark_damaged, told_to_user
from assistant.store.reserve import Reserve

Value = None | int | float | str | bytes
"""What SQLite keeps in a column."""

BUSY_TIMEOUT_MS = 3000
"""How long a write waits for another program; one of ours holds the file for less than a millisecond."""


def connect(
    path: Path, *, key: bytes | None = None, read_only: bool = False, immutable: bool = False
) -> apsw.Connection:
    """Open a SQLite file and set what holds for a connection.

    Args:
        path: The file.
        key: The 32 bytes it is encrypted with; `None` for a plain file. A wrong one shows with the first statement
            that reads the file, as `apsw.NotADBError`.
        read_only: Whether nothing may be written.
        immutable: Whether the file is on a medium that nobody can write to, so that no lock files are needed.

    Raises:
        apsw.Error: It can't be opened.
    """
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
    # URIs are for `immutable`, and for what a statement names; an absolute path never looks like one.
    flags |= apsw.SQLITE_OPEN_URI
    name = f"{file_uri(path)}?immutable=1" if immutable else str(path.absolute())
    connection = apsw.Connection(name, flags=flags)
    try:
        if key is not None:
            # As the very first statement: nothing of the file may be read before.
            use_key(connection, key)
        connection.set_busy_timeout(BUSY_TIMEOUT_MS)
        # A hostile or damaged schema must not be able to call functions; see sqlite.org/security.html.
        connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
        connection.config(apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0)
        # A name in double quotes that doesn't exist is an error, never a string.
        connection.config(apsw.SQLITE_DBCONFIG_DQS_DML, 0)
        connection.config(apsw.SQLITE_DBCONFIG_DQS_DDL, 0)
        connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return connection


def storable(text: str) -> str:
    """Return text as SQLite can keep it: surrogate pairs joined, lone surrogates replaced by U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def stored(text: bytes) -> str:
    """Return the text of a column read as bytes; a damaged character becomes U+FFFD instead of an error."""
    return text.decode(errors="replace")


class Database:
    """A connection whose errors are sentences and whose transactions never stay half done.

    It belongs to one thread at a time.
    """

    def __init__(
        self, connection: apsw.Connection, path: Path, *, key: bytes | None = None, checked: bool = True
    ) -> None:
        """Take over an open connection.

        Args:
            connection: The open file.
            path: What the user is told about.
            key: What the file is encrypted with.
            checked: Whether all of the file was looked at when it was opened.
        """
        self.checked = checked
        self.reserve = Reserve(path)
        self.path = path
        self.key = key
        self.connection = connection

    def close(self) -> None:
        """Close the connection. Closing twice is harmless."""
        with told_to_user(self.path):
            self.connection.close()

    def query(self, sql: str, values: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """Return every row of a query.

        Raises:
            StoreError: It can't be read.
        """
        with self._telling():
            return self.connection.execute(sql, values).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[Database]:
        """Write everything in the block or nothing.

        Raises:
            StoreError: It can't be written; the file is as it was and can be used further.
        """
        self.reserve.look()
        with self._telling():
            # IMMEDIATE takes the write lock first, so that waiting for another program happens here and not halfway.
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self
                self.connection.execute("COMMIT")
            except BaseException:
                # SQLite has already rolled back by itself after some errors (full disk, failed disk).
                with suppress(apsw.Error):
                    if self.connection.in_transaction:
                        self.connection.execute("ROLLBACK")
                raise

    def write(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement within a transaction and return how many rows it changed."""
        self.connection.execute(sql, values)
        return self.connection.changes()

    def change(self, sql: str, values: Sequence[Value] = ()) -> None:
        """Change the one row a statement names, in a transaction of its own.

        Raises:
            StoreError: There is no such row, or it can't be written.
        """
        try:
            with self.transaction():
                changed = self.write(sql, values)
        except StoreError as error:
            # Giving up the reserve has made room.
            if error.template != FULL or not self.reserve.is_given_up:
                raise
            with self.transaction():
                changed = self.write(sql, values)
        if not changed:
            raise StoreError(GONE)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        with told_to_user(self.path):
            try:
                yield
            except DAMAGE as error:
                mark_damaged(self.path, type(error).__name__)
                raise
            except apsw.FullError:
                self.reserve.give_up()
                raise
