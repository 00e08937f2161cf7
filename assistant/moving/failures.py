"""What can go wrong when everything moves, as sentences."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, Bytes
from assistant.moving.contents import MovingError
from assistant.store.failures import store_error

EXISTS = QT_TRANSLATE_NOOP("errors", "There is a file {file} already. Choose another name; nothing was written.")
NO_ROOM = QT_TRANSLATE_NOOP(
    "errors",
    "There is not enough room in {folder}: {needed} is needed, {free} is free. Free some space or choose another "
    "place.",
)
CANT_WRITE = QT_TRANSLATE_NOOP(
    "errors", "{file} can't be written. Check that the folder exists and that you may write there."
)
FULL = QT_TRANSLATE_NOOP("errors", "The disk became full while {file} was written. Free some space and try again.")
TOO_LARGE = QT_TRANSLATE_NOOP(
    "errors",
    "{file} is too large for this disk or memory stick, which can't hold files of 4 GB. Choose another one, or leave "
    "the models out.",
)
NOT_AS_WRITTEN = QT_TRANSLATE_NOOP(
    "errors", "{file} did not read back as it was written, so it was removed. The disk may be failing; use another one."
)
CANT_READ = QT_TRANSLATE_NOOP("errors", "{file} can't be read. Check that it is there and that you may read it.")
FOREIGN = QT_TRANSLATE_NOOP(
    "errors", "{file} is not a file that Thimble made to move everything. Choose one that was made by “move out”."
)
NEWER = QT_TRANSLATE_NOOP("errors", "{file} was made by a newer Thimble. Install that version here, then try again.")
DAMAGED = QT_TRANSLATE_NOOP(
    "errors", "{file} is damaged or was changed. Copy it from the other computer once more; nothing was changed here."
)
NOT_EMPTY = QT_TRANSLATE_NOOP(
    "errors",
    "There are conversations in {folder} already, and they are never overwritten. Start Thimble with --data-dir and an "
    "empty folder, or export the others and import them here. Nothing was changed.",
)
BUSY = QT_TRANSLATE_NOOP(
    "errors", "Thimble is open with the data folder {folder}. Close its window, then try again. Nothing was changed."
)

_LEFT_FREE_BYTES = 100_000_000


def check_room(folder: Path, needed: int) -> None:
    """Make sure that a disk has room.

    Raises:
        MovingError: It has not.
    """
    existing = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        free = shutil.disk_usage(existing).free
    except OSError:
        return  # a file system that doesn't tell; writing will show
    if free < needed + _LEFT_FREE_BYTES:
        raise MovingError(NO_ROOM, folder=str(folder), needed=Bytes(needed + _LEFT_FREE_BYTES), free=Bytes(free))


@contextmanager
def writing(file: Path) -> Iterator[None]:
    """Raise what goes wrong in the block, where a file is written, as a `MovingError`."""
    try:
        yield
    except OSError as error:
        full = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
        template = FULL if error.errno in full else TOO_LARGE if error.errno == errno.EFBIG else CANT_WRITE
        raise MovingError(template, file=file.name, details=f"{type(error).__name__}: {error}") from error
    except apsw.Error as error:
        raise store_error(error, path=file) from error
