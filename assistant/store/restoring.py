"""Putting a backup in the place of the store, or into a file of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.store.backups import BackupError, back_up, copy, discard, verify
from assistant.store.cipher import Form, form_of, uri
from assistant.store.database import connect
from assistant.store.failures import DAMAGE, told_to_user
from assistant.store.migrations import ForeignFileError, Migration, applied, migrate
from assistant.store.recovery import put_in_place, temporary

BROKEN_BACKUP = QT_TRANSLATE_NOOP(
    "errors", "The backup {file} is damaged or is no backup of Thimble; choose another one, nothing was changed."
)
LOCKED_BACKUP = QT_TRANSLATE_NOOP(
    "errors",
    "The backup {file} is encrypted with another passphrase than your conversations; choose another one, nothing was "
    "changed.",
)
GONE_BACKUP = QT_TRANSLATE_NOOP(
    "errors", "The backup {file} is not there; look whether the drive it is on is connected, nothing was changed."
)
EXISTS = QT_TRANSLATE_NOOP("errors", "The file {file} exists already; choose another name, nothing was changed.")
OLD_NOT_KEPT = QT_TRANSLATE_NOOP(
    "errors",
    "Nothing was restored because your present conversations could not be backed up first; free some space in {folder} "
    "and try again.",
)
IN_USE = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations are open in another program; close Thimble's window and every “thimble chat”, then try again.",
)


def restore(
    connection: apsw.Connection,
    path: Path,
    backup: Path,
    *,
    key: bytes | None,
    migrations: tuple[Migration, ...],
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Replace the content of an open store by that of a backup, in one transaction: a kill leaves the old or the new.

    Other connections to the store stay open and see the new content.

    Args:
        connection: The open store, outside a transaction.
        path: Its file.
        backup: What is restored. An older schema is brought up to date, a plain file is encrypted with the key.
        key: What the store is encrypted with.
        migrations: The schema this program knows.
        cancelled: Asked several times a second whether to give up, until the store itself is written.

    Returns:
        A backup of what was there before.

    Raises:
        StoreError: The backup can't be used, or the old content could not be kept; nothing was changed.
        CancelledError: It was given up; nothing was changed.
    """
    with told_to_user(path):
        with _prepared(backup, path, key=key, migrations=migrations, cancelled=cancelled) as prepared:
            try:
                before = back_up(connection, path, key=key, replaced=True, cancelled=cancelled)
            except (apsw.Error, OSError, BackupError) as error:
                details = f"{type(error).__name__}: {error}"
                raise StoreError(OLD_NOT_KEPT, folder=path.parent, details=details) from error
            source = connect(prepared, key=key, read_only=True, immutable=True)
            try:
                with connection.backup("main", source, "main") as writing:
                    writing.step(-1)
            finally:
                source.close()
        with suppress(apsw.Error):
            # As large as the whole store by now; whoever reads it just now leaves that to the next time.
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return before


def restore_to(
    backup: Path,
    to: Path,
    *,
    key: bytes | None,
    migrations: tuple[Migration, ...],
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Make a new file of a backup, of the newest schema.

    Args:
        backup: What is restored.
        to: The new file.
        key: What the new file is encrypted with.
        migrations: The schema this program knows.
        cancelled: Asked several times a second whether to give up.

    Raises:
        StoreError: The backup can't be used, the file exists or can't be written.
        CancelledError: It was given up.
    """
    with told_to_user(to):
        if os.path.lexists(to):
            raise StoreError(EXISTS, file=to)
        with _prepared(backup, to, key=key, migrations=migrations, cancelled=cancelled) as prepared:
            put_in_place(prepared, to)


@contextmanager
def _prepared(
    backup: Path,
    beside: Path,
    *,
    key: bytes | None,
    migrations: tuple[Migration, ...],
    cancelled: Callable[[], bool],
) -> Iterator[Path]:
    """Give a whole copy of a backup, of the newest schema and encrypted with the key, that is removed afterwards."""
    new = temporary(beside)
    try:
        _copy(backup, new, key=key, cancelled=cancelled)
        connection = connect(new, key=key)
        try:
            migrate(connection, migrations, path=backup)
        finally:
            connection.close()
        verify(new, key=key, known=migrations, cancelled=cancelled)
    except (*DAMAGE, apsw.SQLError, BackupError, ForeignFileError, UnicodeDecodeError) as error:
        raise StoreError(BROKEN_BACKUP, file=backup, details=f"{type(error).__name__}: {error}") from error
    else:
        yield new
    finally:
        discard(new)


def _copy(backup: Path, to: Path, *, key: bytes | None, cancelled: Callable[[], bool]) -> None:
    if not backup.is_file():
        raise StoreError(GONE_BACKUP, file=backup)
    form = form_of(backup, key)
    if form is Form.OTHER_KEY:
        raise StoreError(LOCKED_BACKUP, file=backup)
    own_key = key if form is Form.ENCRYPTED else None
    # Of a file with a log, which is no finished backup, what is in the log counts as well.
    log = backup.with_name(backup.name + "-wal")
    source = connect(backup, key=own_key, read_only=True, immutable=not log.exists())
    try:
        findings = source.execute("PRAGMA integrity_check(1)").fetchall()
        if findings != [("ok",)] or not applied(source):
            raise BackupError(str(findings))
        if own_key == key:
            copy(source, to, key=key, cancelled=cancelled)
        else:
            source.execute("VACUUM INTO ?", (uri(to, key),))
            to.chmod(0o600)
    finally:
        source.close()


def refuse_in_use(path: Path, *, key: bytes | None) -> None:
    """Raise when another program has a store open.

    Raises:
        StoreError: One has.
    """
    if not path.is_file():
        return
    with told_to_user(path):
        connection = connect(path, key=key)
        try:
            connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
            connection.set_busy_timeout(0)
            # A connection that shares no memory with others only comes to be when there are none.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
        except (apsw.BusyError, apsw.LockedError) as error:
            raise StoreError(IN_USE, details=str(error)) from error
        except (*DAMAGE, apsw.SQLError, UnicodeDecodeError):
            return  # Damaged: that is for whoever opens it.
        finally:
            connection.close()
