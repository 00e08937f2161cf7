from __future__ import annotations

import os

import pytest

from assistant.app import build
from assistant.documents.text import document_from_text
from assistant.engine.base import Turn
from assistant.events import Finished, Tidied
from assistant.jobs import run_job
from assistant.store import Store
from assistant.summaries.digest import Digest
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


@pytest.fixture
def scripted(app):
    """The services with a scripted engine and one small model, which has answered once."""
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Tiny.gguf")
    app.engine = ScriptedEngine()
    app.settings.update(model="tiny")
    run_job(app.chat_job((Turn("user", "Count."),), model=app.library.find("tiny")), lambda *_: None)
    return app


def run(job):
    events = []
    run_job(job, lambda _, event: events.append(event))
    return events


def test_a_title_is_found_by_the_model_that_is_loaded(scripted):
    assert isinstance(run(scripted.title_job("How tall is it?"))[-1], Finished)
    assert scripted.engine.requests[-1].turns[-1] == Turn("assistant", "Topic:")


def test_nothing_is_loaded_for_a_title(scripted):
    scripted.engine.close()
    assert isinstance(run(scripted.title_job("How tall is it?"))[-1], Tidied)
    assert len(scripted.engine.requests) == 1


@pytest.mark.parametrize("change", [{"context_length": 4096}, {"model": ""}])
def test_a_model_that_would_have_to_be_loaded_anew_finds_no_title(scripted, change):
    scripted.settings.update(**change)
    assert isinstance(run(scripted.title_job("How tall is it?"))[-1], Tidied)
    assert len(scripted.engine.requests) == 1


def test_after_a_document_was_read_by_another_model_it_is_not_loaded_back_for_a_title(scripted):
    digest = Digest(document_from_text("The ferry leaves at nine from the old pier.", name="Note"))
    run(scripted.ask_job(digest, "When does the ferry leave?", model=scripted.library.find("")))
    asked = len(scripted.engine.requests)
    assert isinstance(run(scripted.title_job("How tall is it?"))[-1], Tidied)
    assert len(scripted.engine.requests) == asked > 1


def test_an_answer_that_is_wanted_ends_the_search_for_a_title(scripted):
    job = scripted.title_job("How tall is it?")
    scripted.chat_job((Turn("user", "Count."),), model=scripted.library.find("tiny"))
    assert job.cancel.cancelled


def test_what_was_read_for_deleted_conversations_is_forgotten(scripted):
    scripted.forget([3, 5])
    scripted.forget([])
    (job,) = scripted.jobs._waiting.values()
    run(job)
    assert scripted.engine.forgotten == ["3", "5"]


def test_text_removed_for_good_is_nowhere_after_the_program_ended(tmp_path):
    app = build(tmp_path / "data")
    conversation = app.store.create_conversation(title="geheim")
    app.store.delete_conversation(conversation.id)
    app.store.purge_deleted(0)
    assert app.store.has_leftovers
    app.close()
    assert all(b"geheim" not in file.read_bytes() for file in (tmp_path / "data").rglob("*") if file.is_file())
    with Store.open(tmp_path / "data" / "conversations.db") as store:
        assert not store.has_leftovers
