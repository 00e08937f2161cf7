"""Jobs that need no model and may last for hours, such as a download: beside the answers, on a thread of their own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from assistant.jobs import Job, JobRunner
from ui.worker import EngineThread


class Background(QObject):
    """A job runner and its thread, both made when the first job comes: a window without downloads has neither."""

    job_event = Signal(int, object)
    """As `EngineThread.job_event`."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a thread."""
        super().__init__(parent)
        self._jobs = JobRunner()
        self._thread: EngineThread | None = None
        self._stopped = False

    def submit(self, job: Job) -> None:
        """Run a job after those that wait; ignored after `stop`."""
        if self._stopped:
            return
        if self._thread is None:
            self._thread = EngineThread(self._jobs, self)
            self._thread.job_event.connect(self.job_event)
            self._thread.start()
        self._jobs.submit(job)

    def cancel(self, job_id: int) -> None:
        """Cancel a job that waits or runs."""
        self._jobs.cancel(job_id)

    def stop(self) -> None:
        """Cancel everything and wait for the thread's end; may be called more than once."""
        self._stopped = True
        if self._thread is not None:
            self._thread.stop()
