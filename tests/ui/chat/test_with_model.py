"""The chat with the real engine process and the built-in model."""

from __future__ import annotations

import psutil
import pytest

from assistant.engine.client import EngineClient
from assistant.store import MessageState

pytestmark = pytest.mark.model


@pytest.fixture
def desk(make_desk):
    desk = make_desk(engine=EngineClient())
    # The same answers each time, and none that goes on for minutes.
    desk.app.settings.update(seed=1, max_answer_tokens=120, context_length=2048)
    return desk


def engine_processes():
    """Engine processes of this test run, without asking the engine, which is busy on the worker's thread."""
    return [process for process in psutil.Process().children() if "--engine" in process.cmdline()]


def wait_for_words(desk):
    desk.wait(lambda: bool(desk.controller.busy and desk.texts.get(desk.path()[-1].id)))


def test_ask_stop_regenerate_edit_continue_and_find_it_all_after_a_restart(desk, make_desk):
    path = desk.ask("What is the capital of France?")
    assert "Paris" in path[1].text
    assert path[1].stats.answer_tokens > 0
    assert path[1].stats.answer_tokens_per_second > 0

    assert desk.controller.send("Write a long story about a lighthouse.")
    wait_for_words(desk)
    desk.controller.stop()
    desk.wait_idle()
    stopped = desk.path()[-1]
    assert stopped.state is MessageState.CANCELLED
    assert stopped.text.strip()

    desk.controller.continue_answer(stopped.id)
    desk.wait_idle()
    continued = desk.path()[-1]
    assert continued.id == stopped.id
    assert continued.text.startswith(stopped.text)
    assert len(continued.text) > len(stopped.text)

    desk.controller.regenerate(continued.id)
    desk.wait_idle()
    again = desk.path()[-1]
    assert desk.store.siblings(again.id) == [continued.id, again.id]

    desk.controller.edit(desk.path()[0].id, "What is the capital of Italy?")
    desk.wait_idle()
    assert "Rome" in desk.path()[1].text
    assert len(desk.path()) == 2

    before = desk.path()
    conversation_id = desk.controller.conversation_id
    desk.controller.shutdown()
    restarted = make_desk()
    restarted.controller.open(conversation_id)
    assert restarted.path() == before
    restarted.controller.choose(before[0].id, -1)
    assert [message.id for message in restarted.path()][-1] == again.id


def test_a_killed_engine_keeps_the_partial_answer_and_the_next_question_works(desk):
    desk.app.settings.update(max_answer_tokens=2_000, seed=2)
    killed = []

    def kill(*_text):
        if not killed:
            killed.extend(engine_processes())
            killed[0].kill()

    desk.controller.text_added.connect(kill)
    assert desk.controller.send("Write a very long story about a lighthouse and its keeper.")
    desk.wait_idle()
    desk.controller.text_added.disconnect(kill)
    answer = desk.path()[-1]
    assert answer.state is MessageState.FAILED
    assert answer.text == desk.texts[answer.id]
    assert answer.text.strip()
    assert desk.failures[-1][1].sentence == answer.error != ""
    desk.app.settings.update(max_answer_tokens=60)
    assert "Paris" in desk.ask("What is the capital of France?")[-1].text


def test_the_examples_of_the_first_screen_get_answers(desk, theme):
    from ui.chat.empty_state import EmptyState

    screen = EmptyState(theme)
    for _, prompt in screen.examples():
        desk.controller.open(None)
        answer = desk.ask(prompt)[-1]
        assert answer.state is MessageState.COMPLETE
        assert len(answer.text.split()) > 20
    screen.deleteLater()
