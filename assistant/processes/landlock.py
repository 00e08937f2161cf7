"""Linux: Landlock, which lets a process give up access to files, TCP ports and other processes.

Source: the kernel's Documentation/userspace-api/landlock.rst. What is asked for depends on the version (ABI) that the
kernel reports. A ruleset binds the thread that applies it and the threads and processes it starts afterwards, not
threads that exist already.
"""

from __future__ import annotations

import ctypes
import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

# The same numbers on every processor.
_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION = 1
_RULE_PATH_BENEATH = 1

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _REMOVE_FILE, _MAKE_REGULAR = 1, 2, 4, 8, 1 << 5, 1 << 8
_TRUNCATE = 1 << 14
_FILE_RIGHTS = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_WRITING_RIGHTS = _READ_FILE | _READ_DIR | _WRITE_FILE | _TRUNCATE | _REMOVE_FILE | _MAKE_REGULAR

_FILE_SYSTEM = {1: (1 << 13) - 1, 2: 1 << 13, 3: _TRUNCATE, 5: 1 << 15}
"""ABI to the file system rights it brought: everything of the first, refer, truncate, ioctl on devices."""

_NETWORK = {4: 0b11}
"""TCP bind and connect."""

_SCOPES = {6: 0b11}
"""Abstract local sockets and signals of processes outside."""


class _Ruleset(ctypes.Structure):
    _fields_ = (("file_system", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scoped", ctypes.c_uint64))


class _PathBeneath(ctypes.Structure):
    _pack_ = 1
    _layout_ = "ms"
    _fields_ = (("allowed", ctypes.c_uint64), ("parent", ctypes.c_int32))


def version() -> int:
    """Return the kernel's Landlock ABI; 0 when it has none, it is switched off or a filter hides it."""
    try:
        return _call(_CREATE_RULESET, None, 0, _ASK_VERSION)
    except OSError:
        return 0


def restrict(*, readable: Iterable[Path], writable: Iterable[Path] = ()) -> int:
    """Take every right from this thread but reading and, where told, writing; needs no_new_privs.

    Args:
        readable: Files and folders that may be read; those that are missing are passed over.
        writable: Folders in which files may also be made, changed and removed.

    Returns:
        The kernel's ABI.

    Raises:
        OSError: The kernel does not have Landlock.
    """
    abi = version()
    if abi == 0:
        raise OSError(errno.EOPNOTSUPP, "no Landlock")
    handled = _known(_FILE_SYSTEM, abi)
    attributes = _Ruleset(handled, _known(_NETWORK, abi), _known(_SCOPES, abi))
    ruleset = _call(_CREATE_RULESET, ctypes.byref(attributes), ctypes.sizeof(attributes), 0)
    try:
        for path in readable:
            _allow(ruleset, path, (_READ_FILE | _READ_DIR) & handled)
        for path in writable:
            _allow(ruleset, path, _WRITING_RIGHTS & handled)
        _call(_RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)
    return abi


def _known(rights: dict[int, int], abi: int) -> int:
    return sum(bits for since, bits in rights.items() if since <= abi)


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not stat.S_ISDIR(os.fstat(descriptor).st_mode):
            rights &= _FILE_RIGHTS
        rule = _PathBeneath(rights, descriptor)
        _call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, ctypes.byref(rule), 0)
    finally:
        os.close(descriptor)


def _call(number: int, *arguments: object) -> int:
    """Make a system call.

    Raises:
        OSError: It failed.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    wide = [ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments]
    result: int = libc.syscall(ctypes.c_long(number), *wide)
    if result < 0:
        raise OSError(ctypes.get_errno(), "Landlock")
    return result
