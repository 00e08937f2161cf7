from __future__ import annotations

import pytest

from assistant.app import build
from assistant.engine.base import Turn
from assistant.events import Finished, Text
from assistant.jobs import run_job
from assistant.tasks.title import title_request
from assistant.text.titles import usable_title

QUESTION = "Can you help me plan a weekend in Lisbon with two kids?"


def test_only_the_beginning_of_a_long_question_is_read():
    (turn, begun) = title_request("word " * 10_000).turns
    assert len(turn.text) < 800
    assert (begun.role, begun.text) == ("assistant", "Topic:")


def test_nothing_of_it_is_kept_for_later():
    request = title_request(QUESTION)
    assert not request.keep
    assert not request.owner


@pytest.mark.model
def test_the_built_in_model_names_the_topic_once_it_is_loaded(tmp_path):
    app = build(tmp_path / "data")
    events = []
    try:
        app.settings.update(seed=1, max_answer_tokens=8, context_length=1024)
        run_job(app.title_job(QUESTION), lambda _, event: events.append(event))
        assert not any(isinstance(event, Text) for event in events)
        run_job(app.chat_job((Turn("user", QUESTION),), model=app.library.find("")), lambda *_: None)
        run_job(app.title_job(QUESTION), lambda _, event: events.append(event))
    finally:
        app.close()
    assert isinstance(events[-1], Finished)
    written = "".join(event.text for event in events if isinstance(event, Text))
    assert "Lisbon" in usable_title(written, question=QUESTION, answer="")


def test_a_token_that_was_cancelled_before_ends_it_at_once(tmp_path):
    app = build(tmp_path / "data")
    try:
        job = app.title_job(QUESTION)
        job.cancel.cancel()
        events = []
        run_job(job, lambda _, event: events.append(type(event).__name__))
    finally:
        app.close()
    assert events == ["Cancelled"]
