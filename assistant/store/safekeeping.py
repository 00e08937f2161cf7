"""When backups are made, where, and which of them stay."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, Bytes, StoreError, ThimbleError
from assistant.store.backups import BackupError, back_up_file, backup_folder, listed
from assistant.store.keys import copy_key
from assistant.store.thinning import superseded

FOLDER_NAME = "Thimble backups"
"""Made within the folder the user chose, which may be the root of a memory stick."""

NOT_THERE = QT_TRANSLATE_NOOP(
    "errors",
    "The folder {folder} is not there, so no backup was made in it; connect the drive it is on or choose another "
    "folder.",
)
NO_ROOM = QT_TRANSLATE_NOOP(
    "errors", "There is no room for a backup in {folder}; free {size} there or choose another folder."
)
FAILED = QT_TRANSLATE_NOOP(
    "errors", "No backup could be made in {folder}; look whether files can be written there, then try again."
)

_ROOM_LEFT = 100_000_000
"""Bytes of a disk that automatic backups leave free."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a look after the backups has done.

    Attributes:
        made: New backups.
        problems: Why others are missing, as sentences for the user.
    """

    made: list[Path] = field(default_factory=list)
    problems: list[ThimbleError] = field(default_factory=list)


def chosen_folder(setting: str) -> Path | None:
    """Return the folder for backups within the one the user chose; `None` when none was chosen."""
    if not setting:
        return None
    chosen = Path(setting)
    return chosen if chosen.name == FOLDER_NAME else chosen / FOLDER_NAME


def is_due(path: Path, folder: Path, *, now: datetime | None = None) -> bool:
    """Tell whether a folder has no backup of today yet.

    Args:
        path: The store.
        folder: The folder.
        now: What the clock says; the present by default.
    """
    today = (now or datetime.now(UTC)).astimezone().date()
    return not any(one.made_at.astimezone().date() == today for one in listed(path, folder) if not one.replaced)


def keep_safe(
    path: Path,
    *,
    key: bytes | None = None,
    chosen: Path | None = None,
    now: datetime | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Outcome:
    """Make today's backups where there are none yet, and remove those that are superseded.

    Args:
        path: The store.
        key: What it is encrypted with.
        chosen: A second folder (`chosen_folder`), for example on a memory stick.
        now: What the clock says; the present by default.
        cancelled: Asked several times a second whether to give up.

    Raises:
        CancelledError: It was given up.
    """
    outcome = Outcome()
    if not path.is_file():
        return outcome
    for folder in filter(None, (backup_folder(path), chosen)):
        if not is_due(path, folder, now=now):
            continue
        try:
            outcome.made.append(make_backup(path, folder, key=key, now=now, room_left=_ROOM_LEFT, cancelled=cancelled))
        except StoreError as error:
            outcome.problems.append(error)
    return outcome


def make_backup(
    path: Path,
    folder: Path | None = None,
    *,
    key: bytes | None = None,
    now: datetime | None = None,
    room_left: int = 0,
    cancelled: Callable[[], bool] = lambda: False,
) -> Path:
    """Make a backup and remove those that it supersedes.

    Args:
        path: The store.
        folder: Where it goes; the folder beside the store by default.
        key: What the store is encrypted with.
        now: What the clock says; the present by default.
        room_left: Bytes that have to be free afterwards.
        cancelled: Asked several times a second whether to give up.

    Returns:
        The backup.

    Raises:
        StoreError: It can't be made; a sentence that names the folder.
        CancelledError: It was given up.
    """
    own = folder is None or folder == backup_folder(path)
    folder = folder or backup_folder(path)
    if not own and not folder.parent.is_dir():
        raise StoreError(NOT_THERE, folder=folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        size = path.stat().st_size
        missing = size + room_left - shutil.disk_usage(folder).free
        if missing > 0:
            raise StoreError(NO_ROOM, folder=folder, size=Bytes(missing))
        made = back_up_file(path, key=key, folder=folder, cancelled=cancelled)
        if not own and key is not None:
            copy_key(path, folder)
        thin(path, folder, now=now)
    except apsw.FullError as error:
        raise StoreError(NO_ROOM, folder=folder, size=Bytes(path.stat().st_size), details=str(error)) from error
    except (apsw.Error, OSError, BackupError) as error:
        raise StoreError(FAILED, folder=folder, details=f"{type(error).__name__}: {error}") from error
    return made


def thin(path: Path, folder: Path | None = None, *, now: datetime | None = None) -> list[Path]:
    """Remove the superseded backups of a folder and return them; one that can't be removed stays."""
    removed = []
    for backup in superseded(listed(path, folder), now=now or datetime.now(UTC)):
        with suppress(OSError):
            backup.path.unlink()
            removed.append(backup.path)
    return removed
