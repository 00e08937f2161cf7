"""Copies of the store, each read back before it counts."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from assistant.errors import CancelledError
from assistant.store.database import connect
from assistant.store.migrations import ForeignFileError, Migration, applied, pending

FOLDER = "backups"

_STAMP = "%Y-%m-%d-%H%M%S.%f"
_NAME = re.compile(r"-(\d{4}-\d\d-\d\d-\d{6}\.\d{6})Z(-replaced)?")
_PARTIAL = ".partial"
_STEP_PAGES = 2_000
"""Pages copied until `cancelled` is asked again: 8 MB."""
_STEPS_BETWEEN_LOOKS = 20_000
_ABANDONED_SECONDS = 3_600
"""What was not written to for so long belongs to a program that was killed."""


class BackupError(Exception):
    """A copy does not hold what it should."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished copy of the store.

    Attributes:
        path: The file.
        made_at: When it was made, by the clock of that moment (UTC).
        size: Bytes.
        replaced: Whether it is what was there before another backup was restored.
    """

    path: Path
    made_at: datetime
    size: int
    replaced: bool


def backup_folder(path: Path) -> Path:
    """Return the folder that holds the backups of a store."""
    return path.parent / FOLDER


def listed(path: Path, folder: Path | None = None) -> list[Backup]:
    """Return the backups of a store, the newest first.

    Args:
        path: The store.
        folder: Where to look; the folder beside the store by default.
    """
    found = []
    folder = folder or backup_folder(path)
    for file in folder.glob(f"{path.stem}-*{path.suffix}"):
        match = _NAME.fullmatch(file.name[len(path.stem) : -len(path.suffix)])
        if match is None:
            continue
        with suppress(ValueError, OSError):
            made_at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(file, made_at, file.stat().st_size, replaced=match[2] is not None))
    return sorted(found, key=lambda backup: (backup.made_at, backup.path.name), reverse=True)


def backups(path: Path) -> list[Path]:
    """Return the files of the backups beside a store, the newest first."""
    return [backup.path for backup in listed(path)]


def back_up(
    connection: apsw.Connection,
    path: Path,
    *,
    key: bytes | None = None,
    folder: Path | None = None,
    replaced: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Copy an open store with SQLite's online backup and check the copy; others may write meanwhile.

    Args:
        connection: The open store, outside a transaction.
        path: Its file.
        key: What the store is encrypted with, and the copy then too.
        folder: Where the copy goes; the folder beside the store by default. It is made if it is missing.
        replaced: Whether the copy is kept because another one takes the store's place.
        cancelled: Asked several times a second whether to give up.

    Returns:
        The finished backup.

    Raises:
        BackupError: The copy is not whole; it has been removed.
        CancelledError: It was given up; nothing is left of it.
        apsw.Error: It can't be read or written.
        OSError: The folder can't be made.
    """
    folder = folder or backup_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    _remove_abandoned(path, folder)
    finished = _free_name(path, folder, replaced=replaced)
    partial = finished.with_name(finished.name + _PARTIAL)
    try:
        # One snapshot for what is copied and what it is compared with.
        connection.execute("BEGIN")
        try:
            names, counts = applied(connection), row_counts(connection)
            copy(connection, partial, key=key, cancelled=cancelled)
        finally:
            connection.execute("ROLLBACK")
        verify(partial, key=key, expected=names, counts=counts, cancelled=cancelled)
        partial.replace(finished)
    finally:
        discard(partial)
    return finished


def back_up_file(
    path: Path,
    *,
    key: bytes | None = None,
    folder: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Do as `back_up` on a connection of its own, so that any thread may call it. About a second for 200 MB.

    Raises:
        BackupError: As `back_up`.
        CancelledError: As `back_up`.
        apsw.Error: As `back_up`.
        OSError: As `back_up`.
    """
    connection = connect(path, key=key, read_only=True)
    try:
        return back_up(connection, path, key=key, folder=folder, cancelled=cancelled)
    finally:
        connection.close()


def copy(
    connection: apsw.Connection,
    to: Path,
    *,
    key: bytes | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Copy an open store into a new file that is whole by itself, without a write-ahead log.

    Args:
        connection: The open store. Within a transaction others may write meanwhile without the copy starting over.
        to: The new file.
        key: What the store is encrypted with; SQLite copies pages, so the copy has the same.
        cancelled: Asked several times a second whether to give up.

    Raises:
        CancelledError: It was given up.
        apsw.Error: It can't be read or written.
        OSError: The file can't be made.
    """
    make_private(to)
    target = connect(to, key=key)
    try:
        with target.backup("main", connection, "main") as backup:
            while not backup.done:
                if cancelled():
                    raise CancelledError
                backup.step(_STEP_PAGES)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        target.close()


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; SQLite gives its companions the same rights.

    Raises:
        OSError: It can't be made, or exists.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def discard(path: Path) -> None:
    """Remove a file that was being made, and what SQLite leaves beside one after an error.

    Raises:
        OSError: It can't be removed.
    """
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def verify(
    path: Path,
    *,
    key: bytes | None = None,
    expected: list[str] | None = None,
    known: tuple[Migration, ...] | None = None,
    counts: dict[str, int] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Check that a backup is whole.

    Args:
        path: The backup.
        key: What it is encrypted with.
        expected: The migrations it should have had; `None` for any.
        known: The schema this program knows, which the backup may not be newer than; `None` for any.
        counts: How many rows each table should have; `None` for any.
        cancelled: Asked several times a second whether to give up.

    Raises:
        BackupError: It is not.
        StoreError: It is newer than `known`.
        CancelledError: It was given up.
        apsw.Error: It can't be read.
    """
    connection = connect(path, key=key, read_only=True, immutable=True)
    try:
        connection.set_progress_handler(cancelled, _STEPS_BETWEEN_LOOKS)
        findings = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if findings != [("ok",)]:
            raise BackupError(f"{path.name}: {findings}")
        names = applied(connection)
        if known is not None:
            pending(connection, known, path=path)
        found = row_counts(connection) if counts is not None else None
    except ForeignFileError as error:
        raise BackupError(f"{path.name}: {error}") from error
    except apsw.InterruptError:
        raise CancelledError from None
    finally:
        connection.close()
    if not names or (expected is not None and names != expected):
        raise BackupError(f"{path.name}: migrations {names}, expected {expected}")
    if found != counts:
        raise BackupError(f"{path.name}: rows {found}, expected {counts}")


def row_counts(connection: apsw.Connection) -> dict[str, int]:
    """Return how many rows each table has.

    Raises:
        apsw.Error: It can't be read.
    """
    tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'")
    counts = {}
    for table in [str(name) for (name,) in tables]:
        quoted = table.replace('"', '""')
        ((count,),) = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchall()  # noqa: S608 - quoted
        counts[table] = int(str(count))
    return counts


def _free_name(path: Path, folder: Path, *, replaced: bool) -> Path:
    now = datetime.now(UTC)
    while True:
        finished = folder / f"{path.stem}-{now.strftime(_STAMP)}Z{'-replaced' if replaced else ''}{path.suffix}"
        if not os.path.lexists(finished):
            return finished
        # The clock was set back to a moment of which there is a backup.
        now += timedelta(microseconds=1)


def _remove_abandoned(path: Path, folder: Path) -> None:
    for file in folder.glob(f"{path.stem}-*{path.suffix}{_PARTIAL}*"):
        with suppress(OSError):
            if abs(time.time() - file.stat().st_mtime) > _ABANDONED_SECONDS:
                file.unlink()
