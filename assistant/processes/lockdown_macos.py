"""The lock-down on macOS: the sandbox of the system (Seatbelt).

`sandbox_init` has been called deprecated since 10.8 and is what browsers confine their processes with to this day.
Source: sandbox(7), sandbox_init(3), and the profiles in /System/Library/Sandbox/Profiles; in a profile the last rule
that matches wins.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from pathlib import Path

_ALWAYS = (
    "(version 1)",
    "(allow default)",
    "(deny network*)",
    "(deny process-exec*)",
    "(deny process-fork)",
    "(deny mach-priv*)",
    "(deny signal (target others))",
    "(deny file-write*)",
)
_PRIVATE = ("/Users", "/Volumes", "/private/var/folders", "/private/tmp")
"""Where people keep files; what the system itself reads elsewhere stays readable."""


def lock_down(*, readable: Sequence[Path], writable: Sequence[Path]) -> tuple[bool, bool, bool, tuple[str, ...]]:
    """Lock this process down; see `assistant.processes.lockdown.lock_down`.

    Returns:
        Whether network, files and programs are locked, and by what.
    """
    try:
        library = ctypes.CDLL("/usr/lib/libSystem.B.dylib")
        message = ctypes.c_char_p()
        result = library.sandbox_init(
            profile(readable=readable, writable=writable).encode(), ctypes.c_uint64(0), ctypes.byref(message)
        )
    except (OSError, AttributeError):
        return False, False, False, ()
    return (True, True, True, ("sandbox",)) if result == 0 else (False, False, False, ())


def profile(*, readable: Iterable[Path], writable: Iterable[Path]) -> str:
    """Return the sandbox profile: no network, no programs, no writing, and of private folders only `readable`."""
    written = list(writable)
    return "\n".join(
        (
            *_ALWAYS,
            *(f"(deny file-read-data (subpath {_quoted(place)}))" for place in _PRIVATE),
            *(f"(allow file-read-data (subpath {_quoted(path)}))" for path in (*readable, *written)),
            *(f"(allow file-write* (subpath {_quoted(path)}))" for path in written),
        )
    )


def _quoted(path: Path | str) -> str:
    """Return a path as a string of the profile's language (a Scheme): nothing in a file's name ends it early."""
    return '"' + str(path).replace("\\", "\\\\").replace('"', '\\"') + '"'
