"""Setting a damaged store aside and putting its newest whole backup in its place."""

from __future__ import annotations

import os
import secrets
from datetime import UTC, datetime
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.store.backups import BackupError, backups, copy, verify
from assistant.store.database import connect
from assistant.store.failures import DAMAGE

RESTORED = QT_TRANSLATE_NOOP(
    "errors",
    "The file with your conversations was damaged. It was kept as {file}, and the backup of {date} was restored; "
    "conversations after that date are missing.",
)
STARTED_NEW = QT_TRANSLATE_NOOP(
    "errors",
    "The file with your conversations was damaged and there was no backup. It was kept as {file}, and an empty "
    "one was started.",
)

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; part of its content until it is closed."""


def recover(path: Path, *, reason: str) -> StoreError:
    """Move a damaged store out of the way and restore the newest backup that is whole, if there is one.

    Args:
        path: The damaged file, which may also be a folder.
        reason: What is wrong with it, for the details.

    Returns:
        The sentence that tells the user.

    Raises:
        OSError: The file can't be moved.
        apsw.Error: The backup can't be copied, for example because the disk is full.
    """
    for backup in backups(path):
        try:
            verify(backup)
        except (*DAMAGE, BackupError, UnicodeDecodeError) as error:
            reason = f"{reason}; {backup.name}: {error}"
            continue
        date = datetime.fromtimestamp(backup.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M")
        aside = _restore(backup, path)
        return StoreError(RESTORED, file=aside.name, date=date, details=reason)
    return StoreError(STARTED_NEW, file=set_aside(path).name, details=reason)


def set_aside(path: Path) -> Path:
    """Rename a file and its companions to `<name>.damaged-<date>`; nothing is ever overwritten or deleted.

    Raises:
        OSError: It can't be moved, for example because another program has it open on Windows.
    """
    date = datetime.now(UTC).strftime("%Y-%m-%d")
    number = 1
    aside = path.with_name(f"{path.stem}.damaged-{date}{path.suffix}")
    while any(os.path.lexists(f"{aside}{suffix}") for suffix in ("", *COMPANIONS)):
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{date}-{number}{path.suffix}")
    # The file goes first: a log without its file is moved by the next start, a file without its log loses content.
    for suffix in ("", *COMPANIONS):
        companion = Path(f"{path}{suffix}")
        if os.path.lexists(companion):
            companion.rename(f"{aside}{suffix}")
    return aside


def put_in_place(new: Path, path: Path) -> None:
    """Give a finished file its name unless another program was quicker; then it is dropped.

    Raises:
        OSError: It can't be renamed.
    """
    try:
        # rename would overwrite on POSIX; a link never does. Not every file system of a memory stick has links.
        os.link(new, path)
    except FileExistsError:
        pass
    except OSError:
        if not os.path.lexists(path):
            new.rename(path)
    new.unlink(missing_ok=True)


def temporary(path: Path) -> Path:
    """Return the name a store is built under before it gets its own."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")


def _restore(backup: Path, path: Path) -> Path:
    new = temporary(path)
    try:
        # The copy is whole before the damaged file moves: a full disk leaves everything for the next start.
        source = connect(backup, read_only=True, immutable=True)
        try:
            copy(source, new)
        finally:
            source.close()
        aside = set_aside(path)
        put_in_place(new, path)
    finally:
        new.unlink(missing_ok=True)
    return aside
