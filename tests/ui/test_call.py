from __future__ import annotations

import gc
import threading

import pytest
from PySide6.QtCore import QEvent, QObject

from assistant.errors import ThimbleError
from ui.call import Call


def test_the_result_comes_back_to_the_thread_of_the_window(qtbot):
    threads = []
    call = Call(lambda report: threads.append(threading.current_thread()) or report(0.5) or "result")
    seen = []
    call.progressed.connect(seen.append)
    with qtbot.waitSignal(call.succeeded) as succeeded:
        call.start()
    call.wait()
    assert succeeded.args == ["result"]
    assert seen == [0.5]
    assert threads != [threading.main_thread()]


def fail_for_the_user(_):
    raise ThimbleError("A sentence.")


def fail(_):
    return 1 / 0


@pytest.mark.parametrize(("work", "said"), [(fail_for_the_user, "A sentence."), (fail, "ZeroDivisionError")])
def test_a_failure_is_a_sentence(qtbot, work, said):
    call = Call(work)
    with qtbot.waitSignal(call.failed) as failed:
        call.start()
    call.wait()
    assert said in failed.args[0].sentence


def test_stopped_work_ends_when_it_next_tells_how_far_it_is(qtbot):
    goes_on = threading.Event()

    def work(report):
        goes_on.wait()
        report(0.5)

    call = Call(work)
    with qtbot.waitSignal(call.stopped):
        call.start()
        call.stop()
        goes_on.set()
    call.wait()


def test_it_can_go_together_with_the_parent_that_only_its_work_held(qtbot, qapp):
    def begin():
        parent = QObject()
        call = Call(lambda _: parent.objectName(), parent)
        with qtbot.waitSignal(call.succeeded):
            call.start()
        call.wait()
        call.deleteLater()

    begin()
    gc.collect()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
