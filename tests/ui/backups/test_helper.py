from __future__ import annotations

import threading

import pytest

from assistant.errors import CancelledError, StoreError
from assistant.store.failures import FULL
from ui.backups.helper import Helper, Work


@pytest.fixture
def helper(qtbot):
    made = Helper()
    yield made
    made.stop()


def waiting_for(go_on, order, name, *, background=False):
    def do(cancelled):
        while not go_on.wait(0.01):
            if cancelled():
                raise CancelledError
        order.append(name)
        return name

    return Work(do, order.append, order.append, in_background=background)


def test_results_arrive_on_the_windows_thread_in_order(helper, qtbot):
    threads, results = [], []

    def arrived(result):
        threads.append(threading.current_thread())
        results.append(result)

    for number in range(3):
        helper.submit(Work(lambda _, number=number: number, arrived, arrived))
    qtbot.waitUntil(lambda: len(results) == 3)
    assert results == [0, 1, 2]
    assert set(threads) == {threading.main_thread()}


def test_an_error_for_the_user_is_handed_over_and_the_next_work_is_done(helper, qtbot):
    errors, results = [], []

    def fail(_):
        raise StoreError(FULL)

    helper.submit(Work(fail, results.append, errors.append))
    helper.submit(Work(lambda _: "fine", results.append, errors.append))
    qtbot.waitUntil(lambda: results == ["fine"])
    assert [error.template for error in errors] == [FULL]


def test_a_fault_of_our_own_becomes_a_sentence(helper, qtbot, caplog):
    errors = []
    helper.submit(Work(lambda _: 1 / 0, errors.append, errors.append))
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert "Something in Thimble went wrong" in errors[0].sentence
    assert "ZeroDivisionError" in caplog.text


def test_what_nobody_waits_for_makes_way_for_what_the_user_asks_for(helper, qtbot):
    order, go_on, never = [], threading.Event(), threading.Event()
    go_on.set()
    helper.submit(waiting_for(never, order, "background", background=True))
    assert not helper.busy
    helper.submit(waiting_for(go_on, order, "asked for"))
    assert helper.busy
    qtbot.waitUntil(lambda: helper.idle)
    assert order == ["asked for", "asked for"]
    assert not helper.busy


def test_being_busy_is_told(helper, qtbot):
    told, go_on, order = [], threading.Event(), []
    helper.busy_changed.connect(told.append)
    helper.submit(waiting_for(go_on, order, "work"))
    assert told == [True]
    go_on.set()
    qtbot.waitUntil(lambda: told == [True, False])


def test_stopping_gives_up_what_runs_and_what_waits(qtbot):
    helper, order, never = Helper(), [], threading.Event()
    for name in "ab":
        helper.submit(waiting_for(never, order, name))
    helper.stop()
    helper.stop()
    helper.submit(waiting_for(never, order, "c"))
    assert order == []
    assert not any(thread.name == "backups" for thread in threading.enumerate())
