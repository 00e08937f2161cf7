"""Windows: job objects, which hold processes together and limit them.

Source: learn.microsoft.com on job objects (winnt.h: JOBOBJECT_EXTENDED_LIMIT_INFORMATION).
"""

from __future__ import annotations

import ctypes

from assistant.processes.windows_library import checked, open_library

_BASIC_UI_RESTRICTIONS, _EXTENDED_LIMIT_INFORMATION = 4, 9
_LIMIT_ACTIVE_PROCESS, _LIMIT_DIE_ON_UNHANDLED_EXCEPTION, _LIMIT_KILL_ON_JOB_CLOSE = 0x8, 0x400, 0x2000
_LIMIT_PROCESS_TIME, _LIMIT_PROCESS_MEMORY = 0x2, 0x100
_TICKS_PER_SECOND = 10_000_000
_ALL_UI_RESTRICTIONS = 0xFF


class _ExtendedLimits(ctypes.Structure):
    # JOBOBJECT_BASIC_LIMIT_INFORMATION, IO_COUNTERS (six counters), then four sizes.
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", ctypes.c_uint32),
        ("smallest_working_set", ctypes.c_size_t),
        ("largest_working_set", ctypes.c_size_t),
        ("active_processes", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
        ("counters", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


class Job:
    """A job object; its handle is closed with the object, and so is what `kill_on_close` says."""

    def __init__(self) -> None:
        """Make an empty job.

        Raises:
            OSError: Windows refused.
        """
        self._handle: ctypes.c_void_p | None = None
        self._kernel = open_library("kernel32")
        self._kernel.CreateJobObjectW.restype = ctypes.c_void_p
        self._kernel.GetCurrentProcess.restype = ctypes.c_void_p
        self._handle = ctypes.c_void_p(checked(self._kernel.CreateJobObjectW(None, None)))

    def limit(
        self, *, processes: int = 0, kill_on_close: bool = False, memory_bytes: int = 0, seconds: int = 0
    ) -> None:
        """Limit the members; replaces what was said before.

        Args:
            processes: How many there may be at a time; 0 for any number.
            kill_on_close: They end when the last handle to this job is closed, also by the end of its holder.
            memory_bytes: How much each may commit; 0 for any amount.
            seconds: Processor time after which each is ended; 0 for never.

        Raises:
            OSError: Windows refused.
        """
        flags = _LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        flags |= _LIMIT_ACTIVE_PROCESS if processes else 0
        flags |= _LIMIT_KILL_ON_JOB_CLOSE if kill_on_close else 0
        flags |= _LIMIT_PROCESS_MEMORY if memory_bytes else 0
        flags |= _LIMIT_PROCESS_TIME if seconds else 0
        self._set(
            _EXTENDED_LIMIT_INFORMATION,
            _ExtendedLimits(
                process_time=seconds * _TICKS_PER_SECOND,
                flags=flags,
                active_processes=processes,
                process_memory=memory_bytes,
            ),
        )

    def forbid_desktop(self) -> None:
        """Keep the members from the clipboard, from other programs' windows and from ending the session.

        Raises:
            OSError: Windows refused.
        """
        self._set(_BASIC_UI_RESTRICTIONS, ctypes.c_uint32(_ALL_UI_RESTRICTIONS))

    def add(self, process_handle: int) -> None:
        """Make a process, and what it starts from now on, members.

        Raises:
            OSError: A job around this one forbids it.
        """
        checked(self._kernel.AssignProcessToJobObject(self._handle, ctypes.c_void_p(process_handle)))

    def add_current_process(self) -> None:
        """Make this process a member.

        Raises:
            OSError: A job around this one forbids it.
        """
        self.add(self._kernel.GetCurrentProcess())

    def keep_until_exit(self) -> None:
        """Leave the handle to the end of the process."""
        self._handle = None

    def close(self) -> None:
        """Close the handle."""
        if self._handle is not None:
            self._kernel.CloseHandle(self._handle)
            self._handle = None

    def __del__(self) -> None:
        """Close the handle with the object."""
        self.close()

    def _set(self, kind: int, value: ctypes.Structure | ctypes.c_uint32) -> None:
        size = ctypes.sizeof(value)
        checked(self._kernel.SetInformationJobObject(self._handle, kind, ctypes.byref(value), size))
