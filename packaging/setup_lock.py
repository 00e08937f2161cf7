"""One set-up at a time: a second one waits for the first."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

WAIT_STEP = 0.2


@contextmanager
def setup_lock(path: Path) -> Iterator[int]:
    """Hold the lock file `path`, waiting for whoever has it.

    The operating system frees the lock when its holder dies, however it dies.

    Yields:
        The open file descriptor. A child that inherits it keeps the lock until it has ended as well.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if not _try_lock(descriptor):
            print("Another set-up is under way in this folder; waiting for it …", file=sys.stderr, flush=True)
            while not _try_lock(descriptor):
                time.sleep(WAIT_STEP)
        yield descriptor
    finally:
        # Closing frees the lock, except where an inherited copy of the descriptor is still open: that is meant.
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    """Take the lock if it is free."""
    with suppress(OSError):
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False
