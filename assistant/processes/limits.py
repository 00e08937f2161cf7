"""What a process may take at most of memory and processor time; it says so itself, before it looks at foreign data."""

from __future__ import annotations

import contextlib
import sys
import time

_WINDOWS_QUOTA = 1816
"""ERROR_NOT_ENOUGH_QUOTA: how a process ends that has used up the time its job gives it."""


class OwnLimits:
    """Limits of this process, for the rest of its life but for the time, which is given anew for each piece of work.

    On macOS the kernel does not enforce the limit of memory: there the parent has to watch.
    """

    def __init__(self, *, memory_bytes: int) -> None:
        """Limit the memory.

        Args:
            memory_bytes: Of address space; on Windows of memory that is committed.
        """
        self._memory_bytes = memory_bytes
        if sys.platform == "win32":
            from assistant.processes.windows_jobs import Job

            self._job: Job | None = None
            # Where a job around this program forbids it, the parent's watch is left.
            with contextlib.suppress(OSError):
                job = Job()
                job.limit(memory_bytes=memory_bytes)
                job.add_current_process()
                self._job = job
        else:
            import resource

            # macOS knows the constant and may refuse the value.
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))

    def give_time(self, seconds: int) -> None:
        """End this process when it has used so much more processor time."""
        used = int(time.process_time()) + 1
        if sys.platform == "win32":
            if self._job is not None:
                with contextlib.suppress(OSError):
                    self._job.limit(memory_bytes=self._memory_bytes, seconds=used + seconds)
        else:
            import resource

            with contextlib.suppress(OSError, ValueError):
                _, hardest = resource.getrlimit(resource.RLIMIT_CPU)
                resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hardest))


def ran_out_of_time(code: int | None) -> bool:
    """Return whether an exit code (as `subprocess` gives it) is that of a process that used up its time."""
    if sys.platform == "win32":
        return code == _WINDOWS_QUOTA
    import signal

    return code == -signal.SIGXCPU
