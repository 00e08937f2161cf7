"""Windows: its libraries through ctypes, and their errors."""

from __future__ import annotations

import ctypes
import errno
import sys
from typing import Any


def open_library(name: str) -> Any:
    """Return a library of Windows, such as "kernel32".

    Raises:
        OSError: This is not Windows, or it has no such library.
    """
    if sys.platform == "win32":
        return ctypes.WinDLL(name, use_last_error=True)
    else:
        raise OSError(errno.ENOSYS, "not Windows")


def last_error() -> OSError:
    """Return the error of the last call that failed in this thread."""
    if sys.platform == "win32":
        return ctypes.WinError(ctypes.get_last_error())
    else:
        return OSError(errno.ENOSYS, "not Windows")


def checked(result: int | None) -> int:
    """Return a call's result.

    Raises:
        OSError: It is 0, by which most calls tell that they failed.
    """
    if not result:
        raise last_error()
    return result
