"""One download at a time, also with a window and a terminal at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, TransferError
from assistant.models.part_file import unwritable

_LOCK_FILE = ".download.lock"


@contextmanager
def download_lock(folder: Path) -> Iterator[None]:
    """Hold the folder's lock. The system frees it when its holder ends, however it ends.

    Raises:
        TransferError: Another download holds it, or the folder can't be written.
    """
    path = folder / _LOCK_FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        if not _try_lock(descriptor):
            raise TransferError(
                QT_TRANSLATE_NOOP("errors", "Another model is being fetched. Wait until it is here, or stop it first.")
            )
        yield
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
