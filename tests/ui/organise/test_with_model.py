"""A title by the real engine process and the built-in model."""

from __future__ import annotations

import pytest

from assistant.engine.client import EngineClient
from ui.organise.titler import Titler

pytestmark = pytest.mark.model


def test_the_built_in_model_titles_a_conversation_and_the_next_answer_follows(make_desk, monkeypatch):
    monkeypatch.setattr("ui.organise.titler.IDLE_MS", 10)
    desk = make_desk(engine=EngineClient())
    desk.app.settings.update(seed=1, max_answer_tokens=24, context_length=1024)
    titler = Titler(desk.app, desk.worker, desk.controller)
    titled = []
    titler.titled.connect(titled.append)
    desk.controller.any_answer_ended.connect(titler.answered)
    desk.controller.busy_changed.connect(titler.busy_changed)
    desk.ask("Can you help me plan a weekend in Lisbon with two kids?")
    desk.wait(lambda: bool(titled))
    assert "Lisbon" in desk.conversation.title
    path = desk.ask("Which museum is best?")
    assert path[-1].text
    # The title's few tokens took nothing from what was read of the conversation.
    assert path[-1].stats.reused_tokens > 0
