import threading

import pytest

from assistant.errors import StoreError
from assistant.store import Role
from assistant.store.search import Searcher
from ui.search.threads import IndexThread, LatestThread


@pytest.fixture
def closed():
    return []


@pytest.fixture
def thread(qapp, closed):
    made = LatestThread(lambda: closed.append(threading.get_ident()))
    yield made
    made.stop()


def test_a_request_is_answered_on_another_thread(thread, qtbot):
    with qtbot.waitSignal(thread.done) as answer:
        number = thread.ask(lambda _cancel: threading.get_ident())
    assert answer.args[0] == number
    assert answer.args[1] != threading.get_ident()


def test_a_new_request_ends_the_one_before(thread, qtbot):
    started = threading.Event()
    answers = []
    thread.done.connect(lambda number, _result: answers.append(number))

    def endless(cancel):
        started.set()
        while True:
            cancel.raise_if_cancelled()

    thread.ask(endless)
    started.wait()
    thread.ask(lambda _cancel: "passed over")
    last = thread.ask(lambda _cancel: "wanted")
    qtbot.waitUntil(lambda: last in answers)
    assert len(answers) <= 2


def test_an_error_is_told_and_the_next_request_is_answered(thread, qtbot):
    def fail(_cancel):
        raise StoreError("A sentence.")

    with qtbot.waitSignal(thread.failed) as failure:
        thread.ask(fail)
    assert failure.args[1].sentence == "A sentence."
    with qtbot.waitSignal(thread.done):
        thread.ask(lambda _cancel: None)


def test_stopping_ends_what_runs_and_closes_on_the_thread(thread, qtbot, closed):
    started = threading.Event()

    def endless(cancel):
        started.set()
        while True:
            cancel.raise_if_cancelled()

    thread.ask(endless)
    started.wait()
    thread.stop()
    thread.stop()
    assert len(closed) == 1
    assert closed[0] != threading.get_ident()


def test_the_index_follows_when_it_is_woken(qtbot, store):
    searcher = Searcher(store.file)
    index = IndexThread(store.file, key=None, release=searcher.release)
    waiting = []
    index.learnt.connect(waiting.append)
    conversation = store.create_conversation()
    for text in ("pear", "apple"):
        store.add_message(conversation.id, parent_id=None, role=Role.USER, text=text)
        waiting.clear()
        index.wake()
        qtbot.waitUntil(lambda: waiting[-1:] == [0], timeout=60_000)
        assert searcher.search(text).hits
    index.stop()
    searcher.release()


def test_an_index_that_can_not_be_written_is_told(qtbot, store):
    index = IndexThread(store.file, key=None, release=lambda: None)
    store.file.with_name("search.db").mkdir()
    with qtbot.waitSignal(index.failed) as failure:
        index.wake()
    assert "search index" in failure.args[0].sentence
    index.stop()
