"""Runs one job in the terminal, which obeys Ctrl+C meanwhile."""

from __future__ import annotations

import sys
import threading

from assistant.jobs import Deliver, Job, run_job

_WAIT_SECONDS = 0.2


def run_to_end(job: Job, deliver: Deliver) -> None:
    """Run `job` on a thread of its own and return when it has ended; Ctrl+C cancels it.

    Args:
        job: The job.
        deliver: Takes its events, on that thread. What it raises is raised here.
    """
    failure: list[BaseException] = []

    def work() -> None:
        try:
            run_job(job, deliver)
        except BaseException as error:
            failure.append(error)
        finally:
            done.set()

    done = threading.Event()
    worker = threading.Thread(target=work, name="job", daemon=True)
    worker.start()
    while not done.is_set():
        try:
            # An event and a limit: Ctrl+C must come through on every system, and a `join` that it interrupts takes
            # the thread for ended (Python 3.11).
            done.wait(_WAIT_SECONDS)
        except KeyboardInterrupt:
            job.cancel.cancel()
    worker.join()
    if failure:
        raise failure[0]


class StatusLine:
    """One line on standard error that overwrites itself."""

    def __init__(self, *, enabled: bool) -> None:
        """Show nothing at all unless `enabled`."""
        self._enabled = enabled
        self._shown = ""

    def show(self, text: str) -> None:
        """Replace the line."""
        if self._enabled and text != self._shown:
            sys.stderr.write(f"\r\033[K{text}")
            sys.stderr.flush()
            self._shown = text

    def clear(self) -> None:
        """Remove the line."""
        if self._shown:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._shown = ""
