from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import QObject, Signal, Slot

from assistant.errors import EngineError
from assistant.events import (
    FINAL_EVENTS,
    AnswerStats,
    Cancelled,
    ContextFitted,
    Event,
    Failed,
    Finished,
    StopReason,
    Text,
)
from assistant.jobs import Job, JobRunner
from ui.worker import EngineThread

STATS = AnswerStats(1, 1, 1.0, 1.0, 0.1)


class Window(QObject):
    """Receives on the test's thread, as the window does."""

    poked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.events: list[tuple[int, Event]] = []
        self.threads: set[int] = set()
        self.pokes = 0

    @Slot(int, object)
    def receive(self, job_id: int, event: Event) -> None:
        self.threads.add(threading.get_ident())
        self.events.append((job_id, event))

    def poke(self, _value: bool) -> None:
        self.pokes += 1

    def of(self, job: Job) -> list[Event]:
        return [event for job_id, event in self.events if job_id == job.id]

    def finals(self, job: Job) -> list[Event]:
        return [event for event in self.of(job) if isinstance(event, FINAL_EVENTS)]


@pytest.fixture
def jobs():
    return JobRunner()


@pytest.fixture
def window(qtbot, jobs):
    window = Window()
    worker = EngineThread(jobs)
    worker.job_event.connect(window.receive)
    worker.start()
    yield window
    worker.stop()
    assert worker.isFinished()


def finished(*texts):
    def steps(_cancel):
        yield from (Text(text) for text in texts)
        yield Finished(StopReason.STOP, STATS)

    return Job(steps)


def test_events_arrive_in_order_on_the_windows_thread(qtbot, jobs, window):
    job = finished("one ", "two ", "three")
    jobs.submit(job)
    qtbot.waitUntil(lambda: bool(window.finals(job)))
    assert "".join(event.text for event in window.of(job) if isinstance(event, Text)) == "one two three"
    assert isinstance(window.of(job)[-1], Finished)
    assert window.threads == {threading.get_ident()}


def test_every_job_ends_in_exactly_one_final_event(qtbot, jobs, window):
    def fails(_cancel):
        yield Text("half")
        raise EngineError("The engine ended.")

    def breaks(_cancel):
        yield Text("half")
        raise KeyError("a fault of our own")

    def forgets(_cancel):
        yield Text("half")

    def goes_on(_cancel):
        yield Finished(StopReason.STOP, STATS)
        yield Finished(StopReason.STOP, STATS)

    submitted = [finished("a"), Job(fails), Job(breaks), Job(forgets), Job(goes_on), finished("b")]
    for job in submitted:
        jobs.submit(job)
    qtbot.waitUntil(lambda: bool(window.finals(submitted[-1])))
    assert [type(event) for job in submitted for event in window.finals(job)] == [
        Finished,
        Failed,
        Failed,
        Failed,
        Finished,
        Finished,
    ]


def test_a_job_cancelled_while_it_waits_never_begins(qtbot, jobs, window):
    started, go_on = threading.Event(), threading.Event()
    begun = []

    def slow(_cancel):
        started.set()
        go_on.wait()
        yield Finished(StopReason.STOP, STATS)

    def waiting(_cancel):
        begun.append(True)
        yield Finished(StopReason.STOP, STATS)

    first, second = Job(slow), Job(waiting)
    jobs.submit(first)
    jobs.submit(second)
    qtbot.waitUntil(started.is_set)
    jobs.cancel(second.id)
    go_on.set()
    qtbot.waitUntil(lambda: bool(window.finals(second)))
    assert [type(event) for event in window.of(second)] == [Cancelled]
    assert begun == []


def test_stop_cancels_what_runs_and_waits_for_the_thread(qtbot):
    jobs = JobRunner()
    worker = EngineThread(jobs)
    started, ended = threading.Event(), threading.Event()

    def endless(cancel):
        started.set()
        while not cancel.cancelled:
            yield Text("word ")
        ended.set()
        yield Cancelled()

    worker.start()
    jobs.submit(Job(endless))
    qtbot.waitUntil(started.is_set)
    worker.stop()
    worker.stop()
    assert ended.is_set()
    assert worker.isFinished()


def test_a_quick_model_reaches_the_window_at_most_30_times_a_second(qtbot, jobs, window):
    def quick(_cancel):
        until = time.monotonic() + 1.0
        while time.monotonic() < until:
            yield Text("x")
        yield Finished(StopReason.STOP, STATS)

    job = Job(quick)
    begun = time.monotonic()
    jobs.submit(job)
    qtbot.waitUntil(lambda: bool(window.finals(job)))
    seconds = time.monotonic() - begun
    texts = [event for event in window.of(job) if isinstance(event, Text)]
    # One more at the beginning and the rest at the end.
    assert len(texts) <= 30 * seconds + 2
    assert sum(len(text.text) for text in texts) > len(texts)


def test_20_000_emits_and_void_calls_leave_none_and_true_alive(qtbot):
    """PySide6 6.12.0 on Python 3.11 drops a reference of None and of True each time, and then aborts."""
    window = Window()
    window.poked.connect(window.poke)
    for _ in range(20_000):
        window.poked.emit(True)
        window.setObjectName("")
        window.blockSignals(False)
    assert window.pokes == 20_000
    assert (bool(1), window.setObjectName("")) == (True, None)


def test_20_000_events_of_a_job_arrive(qtbot, jobs, window):
    """As above, through the thread."""

    def many(_cancel):
        for count in range(20_000):
            yield ContextFitted(0, count, 20_000)
        yield Finished(StopReason.STOP, STATS)

    job = Job(many)
    jobs.submit(job)
    qtbot.waitUntil(lambda: bool(window.finals(job)), timeout=60_000)
    assert len(window.of(job)) == 20_001
