"""Opening the file of a store: made if missing, checked, migrated, and recovered if it is damaged."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, StoreError, ThimbleError
from assistant.store.backups import BackupError, back_up, discard, make_private
from assistant.store.checking import NOT_WHOLE, DamagedError, check, for_a_start, is_marked, unmark
from assistant.store.database import Database, connect
from assistant.store.failures import BUSY, DAMAGE, DAMAGED, READ_ONLY, told_to_user
from assistant.store.keys import refuse_other_key
from assistant.store.migrations import Migration, migrate
from assistant.store.recovery import (
    COMPANIONS,
    finish_interrupted,
    forget_repaired,
    put_in_place,
    recover,
    repairing,
    set_aside,
    temporary,
)

OLDER = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations were saved by an older Thimble; start the window once so that they can be brought up to date.",
)
BACKUP_FAILED = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations could not be brought up to date because no backup could be made in {path}; free some space "
    "there or allow writing, then start Thimble again. Nothing was changed.",
)

_ATTEMPTS = 3
"""What was just repaired may be damaged again by a disk that fails."""


def open_read_only(path: Path, migrations: tuple[Migration, ...], *, key: bytes | None = None) -> Database:
    """Open a store that is never written to, also while another program writes it. A missing one is empty.

    Raises:
        StoreError: It can't be opened, is damaged, or needs migrating first.
    """
    with told_to_user(path):
        refuse_other_key(path, key)
        if not os.path.lexists(path):
            return Database(_empty(migrations), path)
        try:
            connection = _connect_read_only(path, key)
        except DamagedError as error:
            raise StoreError(DAMAGED, details=str(error)) from error
        try:
            missing = check(connection, migrations, path=path, ended=for_a_start()).missing
        except NOT_WHOLE as error:
            connection.close()
            raise StoreError(DAMAGED, details=str(error)) from error
        except BaseException:
            connection.close()
            raise
        if missing:
            connection.close()
            raise StoreError(OLDER)
        return Database(connection, path, key=key)


def open_beside(path: Path, *, key: bytes | None = None, read_only: bool = False) -> Database:
    """Open once more, for another thread, a store that this program has open: it was checked and migrated then.

    Raises:
        StoreError: It can't be opened.
    """
    with told_to_user(path):
        connection = connect(path, key=key, read_only=read_only)
        try:
            if not read_only:
                _prepare(connection)
        except BaseException:
            connection.close()
            raise
        return Database(connection, path, key=key)


def open_for_writing(
    path: Path,
    migrations: tuple[Migration, ...],
    *,
    key: bytes | None = None,
    report: Callable[[float], None] = lambda share: None,
) -> tuple[Database, list[ThimbleError]]:
    """Open a store, making, migrating and recovering it as needed.

    Args:
        path: The file.
        migrations: The schema this program knows.
        key: What it is encrypted with.
        report: Told the share that is done, from 0 to 1, while a damaged file is read.

    Returns:
        The database, and sentences for the user about what was recovered.

    Raises:
        StoreError: It can't be opened or was saved by a newer program; nothing was changed then.
    """
    notices: list[ThimbleError] = []
    with told_to_user(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for _ in range(_ATTEMPTS):
            if (notice := finish_interrupted(path)) is not None:
                notices.append(notice)
            refuse_other_key(path, key)
            if not os.path.lexists(path):
                _create(path, migrations, key)
            try:
                return _open_existing(path, migrations, key), notices
            except NOT_WHOLE:
                # Another program may have encrypted it just now.
                refuse_other_key(path, key)
                # Two programs may find the same damaged file; the slower one opens what the quicker one made.
                with repairing(path):
                    # Another program may have encrypted it just now.
                    refuse_other_key(path, key)
                    try:
                        return _open_existing(path, migrations, key), notices
                    except FileNotFoundError:
                        continue
                    except NOT_WHOLE as error:
                        reason = f"{type(error).__name__}: {error}"
                        notices.append(recover(path, migrations, key=key, reason=reason, report=report))
    raise StoreError(DAMAGED, details=notices[-1].details if notices else "")


def _open_existing(path: Path, migrations: tuple[Migration, ...], key: bytes | None) -> Database:
    # A new store only gets its name when it is whole, so an empty file was cut off by something else.
    if path.is_dir() or path.stat().st_size == 0:
        raise DamagedError("a folder" if path.is_dir() else "an empty file")
    connection = connect(path, key=key)
    try:
        # If the file turns out to be damaged, closing it must not touch it or remove its log.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        marked = is_marked(path)
        found = check(connection, migrations, path=path, ended=None if marked else for_a_start())
        missing = found.missing
        if marked:
            unmark(path)
        forget_repaired(path)
        if connection.readonly("main"):
            # SQLite falls back to reading when it may not write, or when a damaged header asks for a newer SQLite.
            if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
                raise DamagedError("marked read-only")
            raise StoreError(READ_ONLY, path=path)
        if missing:
            # Nothing to keep in a file without any table.
            if len(missing) < len(migrations):
                _back_up_first(connection, path, key)
            migrate(connection, migrations, path=path)
        _prepare(connection)
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0)
    except BaseException:
        connection.close()
        raise
    return Database(connection, path, key=key, checked=found.thoroughly)


def _back_up_first(connection: apsw.Connection, path: Path, key: bytes | None) -> None:
    try:
        back_up(connection, path, key=key)
    except (apsw.Error, OSError, BackupError) as error:
        details = f"{type(error).__name__}: {error}"
        raise StoreError(BACKUP_FAILED, path=path.parent, details=details) from error


def _prepare(connection: apsw.Connection) -> None:
    mode = connection.execute("PRAGMA journal_mode = WAL").fetchall()
    if mode != [("wal",)]:
        # Some network folders can't share memory between programs; a rollback journal works there.
        connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        connection.execute("PRAGMA synchronous = FULL")
        return
    connection.execute("PRAGMA synchronous = NORMAL")
    # From its first read on a connection can be seen by other programs: nobody converts the file under it.
    connection.execute("SELECT 1 FROM sqlite_schema").fetchall()


def _create(path: Path, migrations: tuple[Migration, ...], key: bytes | None) -> None:
    # A log without its file would be replayed into the new one.
    if any(os.path.lexists(f"{path}{suffix}") for suffix in COMPANIONS):
        set_aside(path)
    new = temporary(path)
    try:
        make_private(new)
        connection = connect(new, key=key)
        try:
            migrate(connection, migrations, path=path)
        finally:
            connection.close()
        put_in_place(new, path)
    finally:
        discard(new)


def _connect_read_only(path: Path, key: bytes | None) -> apsw.Connection:
    if path.is_dir() or path.stat().st_size == 0:
        raise DamagedError("a folder" if path.is_dir() else "an empty file")
    connection = connect(path, key=key, read_only=True)
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchall()
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        connection.close()
        if os.path.lexists(f"{path}-wal"):
            raise
        # On a medium that can't be written to SQLite can't make its lock files, and nobody else can write either.
        return connect(path, key=key, read_only=True, immutable=True)
    except apsw.BusyError as error:
        connection.close()
        raise StoreError(BUSY, details=str(error)) from error
    except (*DAMAGE, apsw.SQLError, UnicodeDecodeError) as error:
        connection.close()
        raise DamagedError(str(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _empty(migrations: tuple[Migration, ...]) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    migrate(connection, migrations, path=":memory:")
    connection.execute("PRAGMA query_only = ON")
    return connection
