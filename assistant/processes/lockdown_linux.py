"""The lock-down on Linux: no_new_privs, Landlock and seccomp."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from pathlib import Path

from assistant.processes import landlock, seccomp

_PR_SET_NO_NEW_PRIVS = 38

_SYSTEM = (
    # Libraries that are loaded late: libgcc_s when a thread ends, character sets, a processor's own variants.
    "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/nix/store", "/gnu/store", "/etc/ld.so.cache",
    # Times in chat templates.
    "/etc/localtime", "/usr/share/zoneinfo",
    # What OpenMP and llama.cpp ask about processors and memory; nothing of the user's is there.
    "/proc/self", "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/sys/devices/system",
    "/dev/null", "/dev/urandom",
)  # fmt: skip


def lock_down(*, readable: Sequence[Path], writable: Sequence[Path]) -> tuple[bool, bool, bool, tuple[str, ...]]:
    """Lock this process down; see `assistant.processes.lockdown.lock_down`.

    Returns:
        Whether network, files and programs are locked, and by what.
    """
    means = ["no_new_privs"]
    alone = len(list(Path("/proc/self/task").iterdir())) == 1
    try:
        give_up_new_privileges()
    except OSError:
        return False, False, False, ()
    files = filtered = False
    try:
        abi = landlock.restrict(readable=[*map(Path, _SYSTEM), *readable], writable=writable)
    except OSError:
        pass
    else:
        # A thread from before goes on with all its rights.
        files = alone
        means.append(f"Landlock ABI {abi}" if alone else f"Landlock ABI {abi} (new threads)")
    try:
        seccomp.install(files=not writable)
    except OSError:
        pass
    else:
        filtered = True
        files = files or not writable
        means.append("seccomp")
    # Landlock alone leaves UDP, and the session's D-Bus, which starts programs for anybody who asks.
    return filtered, files, filtered, tuple(means)


def give_up_new_privileges() -> None:
    """Without this a set-uid program could be started with more rights; Landlock and seccomp ask for it.

    Raises:
        OSError: The kernel is older than 3.5.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    arguments = [ctypes.c_ulong(value) for value in (1, 0, 0, 0)]
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, *arguments) != 0:
        raise OSError(ctypes.get_errno(), "no_new_privs")
