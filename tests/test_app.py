from __future__ import annotations

import os

import pytest

from assistant.app import build
from assistant.engine.base import Turn
from assistant.events import Finished
from assistant.jobs import run_job
from tests.engine.scripted import ScriptedEngine
from tests.engine.tiny_models import write_llama


@pytest.fixture
def app(tmp_path):
    app = build(tmp_path / "data")
    yield app
    app.close()


def test_an_answer_leaves_its_speed_with_the_model(app):
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Tiny.gguf")
    app.engine = ScriptedEngine(["word "] * 20)
    model = app.library.find("tiny")
    events = []
    run_job(app.chat_job((Turn("user", "Count."),), model=model), lambda _, event: events.append(event))
    assert isinstance(events[-1], Finished)
    (tiny,) = (one for one in app.models.installed() if one.model.id == "tiny")
    assert tiny.speed.answer == 50.0


def test_what_was_removed_long_ago_is_deleted_when_the_program_ends(tmp_path):
    app = build(tmp_path / "data")
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Tiny.gguf")
    removed = app.models.remove(app.library.find("tiny"))
    os.utime(removed.folder, (0, 0))
    app.close()
    assert not removed.folder.exists()


@pytest.mark.parametrize(("question", "copies"), [("Count.", False), ("Correct this: " + "a word " * 100, True)])
def test_a_question_that_brings_a_text_lets_its_words_be_guessed(app, question, copies):
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Tiny.gguf")
    app.engine = engine = ScriptedEngine(["word"])
    run_job(app.chat_job((Turn("user", question),), model=app.library.find("tiny")), lambda *_: None)
    assert engine.requests[0].copies is copies
