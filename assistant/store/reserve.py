"""Some room on the disk that is kept for the day it is full.

Then even deleting a conversation needs room, in SQLite's log. A file of a few megabytes holds it, and is given up as
soon as the disk is full: what is on the screen can still be written, and something can be deleted.
"""

from __future__ import annotations

import os
import secrets
import shutil
import time
from contextlib import suppress
from pathlib import Path

RESERVE_BYTES = 8_000_000
"""Twice what SQLite's log grows to."""

_LOW_BYTES = 500_000
_PLENTY_BYTES = 10 * RESERVE_BYTES
_PIECE_BYTES = 1_000_000
_SECONDS_BETWEEN_LOOKS = 1.0


class Reserve:
    """The reserve beside one store; any thread may use one of its own.

    Attributes:
        path: The file.
        is_given_up: Whether this object has made room with it.
    """

    def __init__(self, store: Path) -> None:
        """Begin without looking for the file.

        Args:
            store: The file with the conversations.
        """
        self.path = store.with_suffix(".reserve")
        self.is_given_up = False
        self._looked = 0.0

    def make(self) -> bool:
        """Write the file unless it is there or the disk is rather full; return whether it is there now."""
        if self.path.exists():
            return True
        new = self.path.with_name(f"{self.path.name}.{secrets.token_hex(4)}.new")
        try:
            if shutil.disk_usage(self.path.parent).free < _PLENTY_BYTES:
                return False
            with new.open("xb") as file:
                # Random, or a file system that compresses or leaves holes would keep next to nothing for us.
                for _ in range(0, RESERVE_BYTES, _PIECE_BYTES):
                    file.write(secrets.token_bytes(_PIECE_BYTES))
                file.flush()
                os.fsync(file.fileno())
            new.replace(self.path)
        except OSError:
            with suppress(OSError):
                new.unlink(missing_ok=True)
            return False
        self.is_given_up = False
        return True

    def look(self) -> None:
        """Give the file up when the disk is all but full; looks at most once a second, in some microseconds."""
        now = time.monotonic()
        if now - self._looked < _SECONDS_BETWEEN_LOOKS:
            return
        self._looked = now
        with suppress(OSError):
            if shutil.disk_usage(self.path.parent).free < _LOW_BYTES:
                self.give_up()

    def give_up(self) -> None:
        """Make room."""
        with suppress(OSError):
            self.path.unlink()
            self.is_given_up = True
