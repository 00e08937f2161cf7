"""Copies of the store beside it, each read back before it counts."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import apsw

from assistant.store.database import connect
from assistant.store.migrations import ForeignFileError, applied

FOLDER = "backups"


class BackupError(Exception):
    """A copy does not hold what it should."""


def backup_folder(path: Path) -> Path:
    """Return the folder that holds the backups of a store."""
    return path.parent / FOLDER


def backups(path: Path) -> list[Path]:
    """Return the backups of a store, the newest first."""
    return sorted(backup_folder(path).glob(f"{path.stem}-*{path.suffix}"), reverse=True)


def back_up(connection: apsw.Connection, path: Path, *, key: bytes | None = None) -> Path:
    """Copy an open store with SQLite's online backup and check the copy; others may write meanwhile.

    Args:
        connection: The open store.
        path: Its file.
        key: What the store is encrypted with, and the copy then too.

    Returns:
        The finished backup.

    Raises:
        BackupError: The copy is not whole; it has been removed.
        apsw.Error: It can't be read or written.
        OSError: The folder can't be made.
    """
    folder = backup_folder(path)
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S.%fZ")
    finished = folder / f"{path.stem}-{stamp}{path.suffix}"
    partial = finished.with_name(finished.name + ".partial")
    try:
        copy(connection, partial, key=key)
        verify(partial, key=key, expected=applied(connection))
        partial.replace(finished)
    finally:
        partial.unlink(missing_ok=True)
    return finished


def copy(connection: apsw.Connection, to: Path, *, key: bytes | None = None) -> None:
    """Copy an open store into a new file that is whole by itself, without a write-ahead log.

    Args:
        connection: The open store.
        to: The new file.
        key: What the store is encrypted with; SQLite copies pages, so the copy has the same.

    Raises:
        apsw.Error: It can't be read or written.
        OSError: The file can't be made.
    """
    make_private(to)
    target = connect(to, key=key)
    try:
        with target.backup("main", connection, "main") as backup:
            # All pages in one step: nobody can write in between, so the copy never starts over.
            backup.step(-1)
        target.execute("PRAGMA journal_mode = DELETE").fetchall()
    finally:
        target.close()


def make_private(path: Path) -> None:
    """Make an empty file that only its owner may read; SQLite gives its companions the same rights.

    Raises:
        OSError: It can't be made, or exists.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def verify(path: Path, *, key: bytes | None = None, expected: list[str] | None = None) -> None:
    """Check that a backup is whole.

    Args:
        path: The backup.
        key: What it is encrypted with.
        expected: The migrations it should have had; `None` for any.

    Raises:
        BackupError: It is not.
        apsw.Error: It can't be read.
    """
    connection = connect(path, key=key, read_only=True, immutable=True)
    try:
        findings = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if findings != [("ok",)]:
            raise BackupError(f"{path.name}: {findings}")
        names = applied(connection)
    except ForeignFileError as error:
        raise BackupError(f"{path.name}: {error}") from error
    finally:
        connection.close()
    if not names or (expected is not None and names != expected):
        raise BackupError(f"{path.name}: migrations {names}, expected {expected}")
