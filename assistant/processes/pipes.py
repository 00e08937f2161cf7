"""The pipes between a child process and its parent."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO


def take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Return the pipes from and to the parent; whatever else prints goes to standard error from here on."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.setmode(0, os.O_BINARY)
        msvcrt.setmode(1, os.O_BINARY)
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    return source, sink
