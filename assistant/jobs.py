"""One job at a time: the model is the shared resource.

`JobRunner.run` is called on a thread of the front end's choosing and hands every event to the front end's
`deliver`. Text and progress are handed over at most 30 times a second each, so a quick model can't flood a window.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, ThimbleError
from assistant.events import FINAL_EVENTS, Cancelled, Event, Failed, Progress, Stage, Text

DELIVERY_INTERVAL_SECONDS = 1 / 30

_log = logging.getLogger(__name__)
_job_ids = itertools.count(1)


class CancelToken:
    """Says that the user wants a job to end. Set from any thread, read between tokens."""

    def __init__(self) -> None:
        """Begin not cancelled."""
        self._lock = threading.Lock()
        self._cancelled = False
        self._listener: Callable[[], None] | None = None

    def cancel(self) -> None:
        """Ask for the end; may be called any number of times."""
        with self._lock:
            first, self._cancelled = not self._cancelled, True
            listener = self._listener if first else None
        if listener is not None:
            listener()

    @property
    def cancelled(self) -> bool:
        """Whether the end was asked for."""
        return self._cancelled

    def raise_if_cancelled(self) -> None:
        """Raise `CancelledError` once the end was asked for."""
        if self._cancelled:
            raise CancelledError

    @contextmanager
    def listening(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call `listener` when the end is asked for, at once when it was already; saves waiters from polling.

        Args:
            listener: Called at most once, on the thread that cancels.
        """
        with self._lock:
            self._listener = listener
            already = self._cancelled
        if already:
            listener()
        try:
            yield
        finally:
            with self._lock:
                self._listener = None


@dataclass(frozen=True, slots=True)
class Job:
    """Work for the runner.

    Attributes:
        steps: Starts the task: takes the job's cancel token, returns the generator of its events.
        cancel: The job's own cancel token.
        id: Unique within the program's run.
    """

    steps: Callable[[CancelToken], Iterator[Event]]
    cancel: CancelToken = field(default_factory=CancelToken)
    id: int = field(default_factory=lambda: next(_job_ids))


Deliver = Callable[[int, Event], None]
"""Takes a job's id and an event."""


class JobRunner:
    """Runs submitted jobs in order, one at a time."""

    def __init__(self) -> None:
        """Begin with an empty queue."""
        self._queue: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._waiting: dict[int, Job] = {}
        self._current = 0
        self._stopped = False

    def submit(self, job: Job) -> None:
        """Add a job to the queue. After `stop`, jobs are ignored."""
        with self._lock:
            if self._stopped:
                return
            self._waiting[job.id] = job
        self._queue.put(job)

    @property
    def busy(self) -> bool:
        """Whether a job waits or runs."""
        with self._lock:
            return bool(self._waiting)

    def waits(self, job_id: int) -> bool:
        """Tell whether a job was submitted and others are still before it."""
        with self._lock:
            return job_id in self._waiting and job_id != self._current

    def cancel(self, job_id: int) -> None:
        """Cancel a job that waits or runs; unknown and ended jobs are ignored."""
        with self._lock:
            job = self._waiting.get(job_id)
        if job is not None:
            job.cancel.cancel()

    def stop(self) -> None:
        """Cancel everything and make `run` return after the current job has ended."""
        with self._lock:
            self._stopped = True
            jobs = list(self._waiting.values())
        for job in jobs:
            job.cancel.cancel()
        self._queue.put(None)

    def run(self, deliver: Deliver) -> None:
        """Run jobs until `stop`. Blocks; every submitted job ends in exactly one final event."""
        while (job := self._queue.get()) is not None:
            with self._lock:
                self._current = job.id
            run_job(job, deliver)
            with self._lock:
                del self._waiting[job.id]


def run_job(job: Job, deliver: Deliver) -> None:
    """Run one job to its single final event."""
    pending: list[str] = []
    text_at = progress_at = float("-inf")
    stage: Stage | None = None

    def flush() -> None:
        if pending:
            deliver(job.id, Text("".join(pending)))
            pending.clear()

    final: Event | None = None
    try:
        job.cancel.raise_if_cancelled()
        for event in job.steps(job.cancel):
            now = time.monotonic()
            if isinstance(event, Text):
                pending.append(event.text)
                if now - text_at >= DELIVERY_INTERVAL_SECONDS:
                    flush()
                    text_at = now
                continue
            if isinstance(event, Progress):
                if event.stage is stage and event.fraction < 1 and now - progress_at < DELIVERY_INTERVAL_SECONDS:
                    continue
                stage, progress_at = event.stage, now
            if isinstance(event, FINAL_EVENTS):
                final = event
                break
            flush()
            deliver(job.id, event)
        else:
            raise RuntimeError("the task ended without a final event")
    except CancelledError:
        final = Cancelled()
    except ThimbleError as error:
        final = Failed(error)
    except Exception as error:
        _log.exception("a job failed")
        final = Failed(unexpected(error))
    flush()
    deliver(job.id, final)


def unexpected(error: BaseException) -> ThimbleError:
    """Return the sentence for a fault of our own."""
    return ThimbleError(
        QT_TRANSLATE_NOOP("errors", "Something in Thimble went wrong ({kind}). Nothing was lost; please try again."),
        kind=type(error).__name__,
        details=repr(error),
    )
