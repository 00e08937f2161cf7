from __future__ import annotations

import pytest

from assistant.events import Finished, StopReason
from assistant.store import MessageState
from tests.engine.scripted import Gate, ScriptedEngine, stats
from ui.organise.titler import Titler

QUESTION = "Can you help me plan a weekend in Lisbon with two kids?"
TITLE = "Weekend in Lisbon"
ANSWER = ("Gladly: take the tram.",)


@pytest.fixture
def make_titler(make_desk, monkeypatch):
    """Returns a function that begins with the engine's script: an answer, then what it writes as a title."""
    monkeypatch.setattr("ui.organise.titler.IDLE_MS", 10)

    def make(*script):
        desk = make_desk(engine=ScriptedEngine(ANSWER, *script))
        titler = Titler(desk.app, desk.worker, desk.controller)
        titler.seen = []
        titler.titled.connect(titler.seen.append)
        titler.titled.connect(desk.controller.reload)
        desk.controller.any_answer_ended.connect(titler.answered)
        desk.controller.busy_changed.connect(titler.busy_changed)
        return desk, titler

    return make


def wait_for_requests(desk, count):
    desk.wait(lambda: len(desk.engine.requests) == count)


def wait_for_end(desk, titler):
    """Wait until nothing is waiting and nothing runs."""
    desk.wait(lambda: titler._attempt is None and not titler._waiting)


def test_a_conversation_gets_a_title_after_its_first_answer(make_titler):
    desk, titler = make_titler((" Weekend ", "in Lisbon"))
    desk.ask(QUESTION)
    desk.wait(lambda: bool(titler.seen))
    assert desk.conversation.title == TITLE
    assert not desk.conversation.titled_by_user
    assert desk.controller.title == TITLE


def test_what_is_of_no_use_leaves_the_beginning_of_the_question(make_titler):
    desk, titler = make_titler(("The Art of Persuasion",))
    desk.ask(QUESTION)
    before = desk.conversation.title
    wait_for_requests(desk, 2)
    wait_for_end(desk, titler)
    assert desk.conversation.title == before
    assert titler.seen == []


def test_a_title_that_was_cut_off_is_not_used(make_titler):
    desk, titler = make_titler((TITLE, Finished(StopReason.LENGTH, stats(14))))
    desk.ask(QUESTION)
    wait_for_requests(desk, 2)
    wait_for_end(desk, titler)
    assert desk.conversation.title != TITLE


def test_what_failed_once_is_not_tried_again_after_the_next_answer(make_titler):
    desk, titler = make_titler(("Nonsense",), ANSWER, (TITLE,))
    desk.ask(QUESTION)
    wait_for_requests(desk, 2)
    wait_for_end(desk, titler)
    desk.ask("And on Sunday?")
    assert not titler._waiting
    assert len(desk.engine.requests) == 3


def test_a_title_the_user_wrote_stays_also_while_one_is_looked_for(make_titler):
    gate = Gate()
    desk, titler = make_titler((gate, TITLE))
    desk.ask(QUESTION)
    desk.wait(gate.reached.is_set)
    desk.store.rename(desk.controller.conversation_id, "Mine")
    gate.open()
    wait_for_end(desk, titler)
    assert desk.conversation.title == "Mine"


@pytest.mark.parametrize("question", ["hi", "Why is the sky blue?"])
def test_a_question_of_a_few_words_stays_the_title(make_titler, question):
    desk, titler = make_titler((TITLE,))
    desk.ask(question)
    wait_for_end(desk, titler)
    assert desk.conversation.title == question
    assert len(desk.engine.requests) == 1


def test_a_question_ends_the_search_and_is_answered_at_once(make_titler):
    gate = Gate()
    desk, titler = make_titler((gate, TITLE), ANSWER, (TITLE,))
    desk.ask(QUESTION)
    desk.wait(gate.reached.is_set)
    # The gate stays closed: only cancelling lets the next answer begin.
    path = desk.ask("And on Sunday?")
    assert path[-1].text == ANSWER[0]
    desk.wait(lambda: bool(titler.seen))
    assert desk.conversation.title == TITLE


def test_nothing_is_looked_for_when_the_user_wants_no_titles(make_titler):
    desk, titler = make_titler((TITLE,))
    desk.app.settings.update(automatic_titles=False)
    desk.ask(QUESTION)
    wait_for_end(desk, titler)
    assert len(desk.engine.requests) == 1


@pytest.mark.parametrize(("save_battery", "requests"), [(True, 1), (False, 2)])
def test_nothing_is_looked_for_on_battery_while_it_is_saved(make_titler, monkeypatch, save_battery, requests):
    monkeypatch.setattr("assistant.processes.guest.on_battery", lambda: True)
    desk, titler = make_titler((TITLE,))
    desk.app.settings.update(save_battery=save_battery)
    desk.ask(QUESTION)
    wait_for_requests(desk, requests)
    wait_for_end(desk, titler)
    assert len(desk.engine.requests) == requests


def test_an_answer_that_was_stopped_gives_no_title(make_titler):
    gate = Gate()
    desk, titler = make_titler()
    desk.engine._answers[:] = [("Glad", gate)]
    desk.controller.send(QUESTION)
    desk.wait(gate.reached.is_set)
    desk.controller.stop()
    desk.wait_idle()
    assert desk.path()[-1].state is MessageState.CANCELLED
    assert not titler._waiting


def test_a_conversation_deleted_meanwhile_gets_no_title(make_titler):
    gate = Gate()
    desk, titler = make_titler((gate, TITLE))
    desk.ask(QUESTION)
    desk.wait(gate.reached.is_set)
    desk.store.delete_conversation(desk.controller.conversation_id)
    gate.open()
    wait_for_end(desk, titler)
    assert titler.seen == []
    assert desk.store.binned()[0].title != TITLE


def test_several_conversations_get_their_titles_one_after_the_other(make_titler):
    desk, titler = make_titler(ANSWER)
    titler._timer.setInterval(100_000)
    desk.ask(QUESTION)
    first = desk.controller.conversation_id
    desk.controller.open(None)
    desk.ask("Please explain what a heat pump is good for.")
    desk.engine._answers[:] = [(TITLE,), ("Heat Pump",)]
    titler._timer.start(0)
    titler._timer.setInterval(10)
    desk.wait(lambda: len(titler.seen) == 2)
    assert desk.store.conversation(first).title == TITLE
    assert desk.conversation.title == "Heat Pump"


def test_nothing_is_looked_for_after_the_end(make_titler):
    desk, titler = make_titler((TITLE,))
    titler._timer.setInterval(100_000)
    desk.ask(QUESTION)
    titler.stop()
    titler._next()
    assert len(desk.engine.requests) == 1
