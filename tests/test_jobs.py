from __future__ import annotations

import threading
import time

import pytest

from assistant import jobs
from assistant.errors import CancelledError, EngineError
from assistant.events import (
    FINAL_EVENTS,
    AnswerStats,
    Cancelled,
    ContextFitted,
    Failed,
    Finished,
    Progress,
    Stage,
    StopReason,
    Text,
)
from assistant.jobs import CancelToken, Job, JobRunner, run_job

DONE = Finished(StopReason.STOP, AnswerStats(1, 1, 1.0, 1.0, 0.1))


def events_of(steps, *, cancel=None):
    events = []
    run_job(Job(steps, cancel=cancel or CancelToken()), lambda _, event: events.append(event))
    return events


def test_text_is_gathered_but_none_is_lost_and_the_end_comes_last():
    events = events_of(lambda _: iter([*(Text(str(i)) for i in range(1_000)), DONE]))
    texts = [event for event in events if isinstance(event, Text)]
    assert "".join(text.text for text in texts) == "".join(map(str, range(1_000)))
    assert len(texts) < 100
    assert events[-1] == DONE


def test_what_was_gathered_is_delivered_before_another_kind_of_event():
    fitted = ContextFitted(0, 1, 2)
    events = events_of(lambda _: iter([Text("a"), Text("b"), fitted, DONE]))
    assert events == [Text("a"), Text("b"), fitted, DONE]


def test_progress_is_thinned_but_its_end_arrives():
    steps = [Progress(Stage.READING, i / 500) for i in range(501)]
    events = events_of(lambda _: iter([Progress(Stage.STARTING, 0.0), *steps, DONE]))
    assert len(events) < 250
    assert events[0].stage is Stage.STARTING
    assert events[1] == steps[0]
    assert events[-2].fraction == 1.0


def test_a_sentence_raised_is_a_failure_with_the_text_kept():
    def steps(_):
        yield Text("partial")
        raise EngineError("It broke; try again.")

    events = events_of(steps)
    assert events[0] == Text("partial")
    assert isinstance(events[1], Failed)
    assert events[1].error.sentence == "It broke; try again."


def test_a_fault_of_our_own_is_a_failure_with_a_sentence(caplog):
    def steps(_):
        raise KeyError("oops")
        yield

    (event,) = events_of(steps)
    assert isinstance(event, Failed)
    assert "KeyError" in event.error.sentence
    assert "a job failed" in caplog.text


def test_a_task_without_an_end_is_a_fault_of_our_own(caplog):
    (text, final) = events_of(lambda _: iter([Text("a")]))
    assert isinstance(final, Failed)
    assert text == Text("a")


def test_being_cancelled_is_not_a_failure():
    def steps(cancel):
        yield Text("a")
        cancel.cancel()
        cancel.raise_if_cancelled()

    assert events_of(steps) == [Text("a"), Cancelled()]


def test_a_job_cancelled_while_waiting_never_starts():
    token = CancelToken()
    token.cancel()
    assert events_of(lambda _: pytest.fail("started"), cancel=token) == [Cancelled()]


def test_the_runner_runs_jobs_in_order_and_each_ends_once():
    runner, seen = JobRunner(), []
    submitted = [Job(lambda _, n=n: iter([Text(str(n)), DONE])) for n in range(20)]
    for job in submitted:
        runner.submit(job)
    runner_done = Job(lambda _: (runner.stop(), iter([DONE]))[1])
    runner.submit(runner_done)
    runner.run(lambda job_id, event: seen.append((job_id, event)))
    finals = [job_id for job_id, event in seen if isinstance(event, FINAL_EVENTS)]
    assert finals == [*(job.id for job in submitted), runner_done.id]


def test_stopping_cancels_the_running_and_the_waiting_jobs():
    runner, seen = JobRunner(), []
    started = threading.Event()

    def endless(cancel):
        started.set()
        while not cancel.cancelled:
            time.sleep(0.001)
            yield Text(".")
        yield Cancelled()

    first, second = Job(endless), Job(lambda _: pytest.fail("started"))
    runner.submit(first)
    runner.submit(second)
    thread = threading.Thread(target=runner.run, args=(lambda job_id, event: seen.append((job_id, event)),))
    thread.start()
    started.wait()
    runner.stop()
    thread.join()
    assert [(job_id, event) for job_id, event in seen if isinstance(event, FINAL_EVENTS)] == [
        (first.id, Cancelled()),
        (second.id, Cancelled()),
    ]


def test_after_stop_nothing_is_accepted():
    runner = JobRunner()
    runner.stop()
    runner.submit(Job(lambda _: pytest.fail("started")))
    runner.run(lambda *_: pytest.fail("delivered"))
    assert True, "run returned"


def test_cancelling_an_unknown_job_is_ignored():
    runner = JobRunner()
    runner.cancel(jobs.Job(lambda _: iter([])).id)
    assert runner._waiting == {}


def test_a_listener_hears_of_a_cancel_once():
    token, heard = CancelToken(), []
    with token.listening(lambda: heard.append(1)):
        token.cancel()
        token.cancel()
    assert heard == [1]


def test_a_listener_that_comes_late_hears_at_once():
    token, heard = CancelToken(), []
    token.cancel()
    with token.listening(lambda: heard.append(1)):
        assert heard == [1]


def test_a_listener_that_left_hears_nothing():
    token, heard = CancelToken(), []
    with token.listening(lambda: heard.append(1)):
        pass
    token.cancel()
    assert heard == []
    with pytest.raises(CancelledError):
        token.raise_if_cancelled()


def test_a_runner_knows_what_waits_and_what_runs():
    runner = JobRunner()
    reached, go_on = threading.Event(), threading.Event()

    def steps(_):
        reached.set()
        go_on.wait()
        yield DONE

    first, second = Job(steps), Job(lambda _: iter([DONE]))
    assert not runner.busy
    for job in (first, second):
        runner.submit(job)
    assert runner.waits(first.id)
    thread = threading.Thread(target=runner.run, args=(lambda *_: None,))
    thread.start()
    reached.wait()
    assert (runner.waits(first.id), runner.waits(second.id), runner.busy) == (False, True, True)
    go_on.set()
    while runner.busy:
        time.sleep(0.001)
    assert not runner.waits(second.id)
    runner.stop()
    thread.join()
