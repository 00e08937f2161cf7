"""The only bridge between the job queue and the window: a thread that turns events into a signal."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from assistant.jobs import JobRunner


class EngineThread(QThread):
    """Runs the jobs of a `JobRunner` and reports each event on the window's thread.

    Subclassed rather than a worker object moved to a thread: a queued slot would not reach a busy worker, and
    lambdas connected to it would run on its thread. Cancelling goes through the job's own token instead.
    """

    job_event = Signal(int, object)
    """Id of a job and its `assistant.events.Event`. (Named `event`, it would stand in for `QObject.event`.)"""

    def __init__(self, jobs: JobRunner, parent: QObject | None = None) -> None:
        """Prepare to run `jobs`; `start()` begins."""
        super().__init__(parent)
        self._jobs = jobs

    def run(self) -> None:
        """Run jobs until `stop`; Qt calls this on the new thread."""
        self._jobs.run(self.job_event.emit)

    def stop(self) -> None:
        """Cancel everything and wait for the thread's end; may be called more than once.

        Events already reported lie in the receivers' event queues afterwards.
        """
        self._jobs.stop()
        self.wait()
