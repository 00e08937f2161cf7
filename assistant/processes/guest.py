"""How the engine process behaves on a computer that is also used for other things.

The child calls `be_a_good_guest` when it starts; the parent starts it with `popen_options` and calls `after_start`.

A child ends with its parent because its input closes then. Linux could also send it a signal (PR_SET_PDEATHSIG), but
that comes when the *thread* ends that started the child, and the engine is started by a thread of its own.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import subprocess

NICENESS = 5
"""How far the engine steps back for others (POSIX: 0 is usual, 19 most): a third of the share of a usual process. At
10 it is a tenth, and an answer stands still while something else computes."""

OUT_OF_MEMORY_SCORE = 800
"""What Linux adds to the engine's badness, in thousandths of the memory: it goes before programs with unsaved work."""

_PR_SET_DUMPABLE = 4
_NO_ERROR_WINDOWS = 0x0001 | 0x0002 | 0x8000  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SEM_NOOPENFILEERRORBOX
_BELOW_NORMAL_PRIORITY_CLASS = 0x4000
_PROCESS_MEMORY_PRIORITY = 0
_MEMORY_PRIORITY_BELOW_NORMAL = 4


def be_a_good_guest() -> None:
    """Step back for other programs, and leave no memory image behind; called by the engine process at its start.

    What the system does not have or forbids is passed over: none of it is needed for an answer.
    """
    if sys.platform == "win32":
        _step_back_on_windows()
        return
    if sys.platform == "linux":
        # Before the process becomes undumpable: from then on its files in /proc belong to root.
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(str(OUT_OF_MEMORY_SCORE))
        _step_back_as_a_group()
    with contextlib.suppress(OSError):
        os.nice(max(0, NICENESS - os.getpriority(os.PRIO_PROCESS, 0)))
    _leave_no_core()


def popen_options() -> dict[str, Any]:
    """Return the keyword arguments with which the parent starts the engine process (`subprocess.Popen`)."""
    if sys.platform == "win32":
        import subprocess

        return {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS}
    # A group of its own, so that Ctrl+C in a terminal is the parent's to understand.
    return {"start_new_session": True}


def after_start(process: subprocess.Popen[bytes]) -> object:
    """Tie a started engine process to this one.

    Returns:
        What the caller keeps as long as the process may live: on Windows the job that ends it when the last handle is
        closed, even if this process is killed. Elsewhere nothing.
    """
    if sys.platform == "win32":
        from assistant.processes.windows_jobs import Job

        try:
            job = Job()
            job.limit(kill_on_close=True)
            job.add(int(process._handle))
        except OSError:
            # A job around this program forbids it; the child still ends when its input closes.
            return None
        return job
    return None


def on_battery() -> bool:
    """Return whether the computer runs on its battery; False when it has none or does not tell."""
    import psutil

    try:
        battery = psutil.sensors_battery()
    except (AttributeError, NotImplementedError, OSError):
        # Missing where psutil knows no way to ask.
        return False
    return battery is not None and battery.power_plugged is False


def threads_on_power(most: int, *, save_battery: bool) -> int:
    """Return how many threads to use at most.

    Args:
        most: The number on mains.
        save_battery: Use half of them on battery.
    """
    return max(1, (most + 1) // 2) if save_battery and on_battery() else most


def _step_back_as_a_group() -> None:
    """Lower the priority of this process's session where Linux shares processor time among sessions first.

    With "autogroup", usual on desktops, niceness only counts inside a session, and the engine has its own.
    """
    own_sessions = {os.getpid()}
    if getattr(sys, "frozen", False):
        own_sessions.add(os.getppid())  # a one-file program's first process, which unpacked this one
    if os.getsid(0) in own_sessions:
        with contextlib.suppress(OSError):
            Path("/proc/self/autogroup").write_text(str(NICENESS))


def _leave_no_core() -> None:
    """Keep conversations out of core files."""
    import resource

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit does not bind a program that the kernel pipes cores into; this does.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, *[ctypes.c_ulong(0)] * 4)


def _step_back_on_windows() -> None:
    """Lower the priority of this process and of its memory; no error report, which would hold its memory."""
    from assistant.processes.windows_library import checked, open_library

    kernel = open_library("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    this = ctypes.c_void_p(kernel.GetCurrentProcess())
    priority = ctypes.c_uint32(_MEMORY_PRIORITY_BELOW_NORMAL)
    with contextlib.suppress(OSError, AttributeError):
        checked(kernel.SetPriorityClass(this, _BELOW_NORMAL_PRIORITY_CLASS))
    with contextlib.suppress(OSError, AttributeError):
        size = ctypes.sizeof(priority)
        checked(kernel.SetProcessInformation(this, _PROCESS_MEMORY_PRIORITY, ctypes.byref(priority), size))
    kernel.SetErrorMode(_NO_ERROR_WINDOWS)
