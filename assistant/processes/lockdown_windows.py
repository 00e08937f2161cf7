"""The lock-down on Windows: a job that holds no second process, mitigation policies and the low integrity level.

Windows has nothing that takes the network from a running process: that is decided when it is made (AppContainer), and
an AppContainer reads only what its own group was given access to. `Lockdown` says so.
Source: learn.microsoft.com on SetInformationJobObject, SetProcessMitigationPolicy, Mandatory Integrity Control.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.processes.windows_jobs import Job
from assistant.processes.windows_library import checked, open_library

_CHILD_PROCESS_POLICY, _EXTENSION_POINT_POLICY, _IMAGE_LOAD_POLICY = 13, 6, 10
_TOKEN_QUERY, _TOKEN_ADJUST_DEFAULT = 0x08, 0x80
_TOKEN_INTEGRITY_LEVEL = 25
_SE_GROUP_INTEGRITY = 0x20
_LOW_INTEGRITY = "S-1-16-4096"


class _SidAndAttributes(ctypes.Structure):
    _fields_ = (("sid", ctypes.c_void_p), ("attributes", ctypes.c_uint32))


def lock_down(*, readable: Sequence[Path], writable: Sequence[Path]) -> tuple[bool, bool, bool, tuple[str, ...]]:
    """Lock this process down; see `assistant.processes.lockdown.lock_down`.

    The low integrity level keeps a process from changing what belongs to the user, but for the folders made for
    programs of that level (AppData/LocalLow): so "files" is never claimed. A process that has folders to write in
    keeps its level. Reading is not limited.

    Returns:
        Whether network, files and programs are locked, and by what.
    """
    del readable
    means = []
    single = _done(_hold_alone)
    if single:
        means.append("job of one process")
    no_children = _done(lambda: _set_policy(_CHILD_PROCESS_POLICY, 0b1))
    if no_children:
        means.append("no child processes")
    if _done(lambda: _set_policy(_EXTENSION_POINT_POLICY, 0b1)) and _done(
        lambda: _set_policy(_IMAGE_LOAD_POLICY, 0b10)
    ):
        means.append("no foreign libraries")
    if not writable and _done(_lower_integrity):
        means.append("low integrity level")
    return False, False, single or no_children, tuple(means)


def _done(step: Callable[[], None]) -> bool:
    try:
        step()
    except (OSError, AttributeError):
        # The Windows is too old for it, or a surrounding job forbids it.
        return False
    return True


def _hold_alone() -> None:
    """Put this process into a job whose only member it stays."""
    job = Job()
    job.limit(processes=1)
    job.forbid_desktop()
    job.add_current_process()
    job.keep_until_exit()


def _set_policy(policy: int, flags: int) -> None:
    value = ctypes.c_uint32(flags)
    size = ctypes.c_size_t(ctypes.sizeof(value))
    checked(open_library("kernel32").SetProcessMitigationPolicy(policy, ctypes.byref(value), size))


def _lower_integrity() -> None:
    """Lower the integrity level of this process to what browsers open web pages with."""
    kernel, security = open_library("kernel32"), open_library("advapi32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    this, token, sid = ctypes.c_void_p(kernel.GetCurrentProcess()), ctypes.c_void_p(), ctypes.c_void_p()
    checked(security.OpenProcessToken(this, _TOKEN_ADJUST_DEFAULT | _TOKEN_QUERY, ctypes.byref(token)))
    try:
        checked(security.ConvertStringSidToSidW(_LOW_INTEGRITY, ctypes.byref(sid)))
        try:
            label = _SidAndAttributes(sid, _SE_GROUP_INTEGRITY)
            size = ctypes.sizeof(label) + security.GetLengthSid(sid)
            checked(security.SetTokenInformation(token, _TOKEN_INTEGRITY_LEVEL, ctypes.byref(label), size))
        finally:
            kernel.LocalFree(sid)
    finally:
        kernel.CloseHandle(token)
