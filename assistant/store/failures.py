"""Turns what SQLite and the file system report into sentences for the user."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, StoreError

FULL = QT_TRANSLATE_NOOP(
    "errors",
    "The disk is full, so the last change to your conversations was not saved; free some space and try again.",
)
READ_ONLY = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations can't be saved because {path} can't be written to; allow writing there or choose another "
    "data folder.",
)
BUSY = QT_TRANSLATE_NOOP(
    "errors", "Another program is using your conversations right now; close it or try again in a moment."
)
DAMAGED = QT_TRANSLATE_NOOP(
    "errors",
    "The file with your conversations is damaged; close Thimble and start it again to repair it, nothing will be "
    "deleted.",
)
CANT_OPEN = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations in {path} can't be opened; check that the folder exists and that you may read and write it.",
)
DISK_FAILED = QT_TRANSLATE_NOOP(
    "errors",
    "The disk failed while your conversations were read or saved; check the disk, then try again.",
)
NO_MEMORY = QT_TRANSLATE_NOOP(
    "errors", "There is not enough memory to read or save your conversations; close other programs and try again."
)
TOO_BIG = QT_TRANSLATE_NOOP("errors", "This text is too long to be saved; split it into several messages.")
GONE = QT_TRANSLATE_NOOP("errors", "This message or conversation no longer exists; choose another one from the list.")
CLOSED = QT_TRANSLATE_NOOP("errors", "Your conversations have been closed; start Thimble again to use them.")
UNKNOWN = QT_TRANSLATE_NOOP(
    "errors", "Your conversations could not be read or saved; try again, and restart Thimble if it happens again."
)

_NO_SPACE = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}

DAMAGE = (apsw.CorruptError, apsw.NotADBError)
"""What SQLite raises when the bytes of the file are wrong, as opposed to the disk or another program."""


def damage_mark(path: Path) -> Path:
    """Return the file whose existence tells the next start that a store is to be looked at thoroughly."""
    return path.with_suffix(".repair")


def mark_damaged(path: Path, reason: str) -> None:
    """Have the next start look at a store thoroughly and repair it; best effort.

    Args:
        path: The store.
        reason: What was found, for a person who looks; never anything of a conversation.
    """
    with contextlib.suppress(OSError):
        damage_mark(path).write_text(f"{reason[:1_000]}\n", encoding="utf-8")


_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (apsw.FullError, FULL),
    (apsw.ReadOnlyError, READ_ONLY),
    (apsw.PermissionsError, READ_ONLY),
    (apsw.BusyError, BUSY),
    (apsw.LockedError, BUSY),
    (apsw.CorruptError, DAMAGED),
    (apsw.NotADBError, DAMAGED),
    (apsw.CantOpenError, CANT_OPEN),
    (apsw.IOError, DISK_FAILED),
    (apsw.NoMemError, NO_MEMORY),
    (apsw.TooBigError, TOO_BIG),
    (apsw.ConstraintError, GONE),
    (apsw.ConnectionClosedError, CLOSED),
)


def store_error(error: Exception, *, path: object) -> StoreError:
    """Return the sentence for an error of SQLite or the file system.

    Args:
        error: What was raised.
        path: The file the user is told about.
    """
    details = f"{type(error).__name__}: {error}"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return StoreError(CANT_OPEN, details=details, path=path)
    if isinstance(error, OSError):
        return StoreError(FULL if error.errno in _NO_SPACE else READ_ONLY, details=details, path=path)
    if isinstance(error, MemoryError):
        return StoreError(NO_MEMORY, details=details)
    for kind, template in _SENTENCES:
        if isinstance(error, kind):
            return StoreError(template, details=details, path=path)
    return StoreError(UNKNOWN, details=details)


@contextmanager
def told_to_user(path: object) -> Iterator[None]:
    """Raise every error of SQLite or the file system in the block as a `StoreError`.

    Args:
        path: The file the user is told about.
    """
    try:
        yield
    except OverflowError as error:
        # An id typed in the terminal that is wider than 64 bits can't belong to anything.
        raise StoreError(GONE, details=str(error)) from error
    except (apsw.Error, OSError, MemoryError) as error:
        raise store_error(error, path=path) from error
