"""A conversation at the terminal whose store fails, with a scripted engine."""

from __future__ import annotations

import pytest

from assistant.app import build
from assistant.errors import StoreError
from assistant.models.library import Model
from assistant.store import MessageState
from assistant.terminal import chat
from tests.engine.scripted import ScriptedEngine


@pytest.fixture
def app(tmp_path, monkeypatch):
    monkeypatch.setattr(chat, "_SAVE_SECONDS", 0.0)
    app = build(tmp_path / "data")
    app.engine = ScriptedEngine(["one ", "two ", "three"], ["four"])
    yield app
    app.close()


@pytest.fixture
def conversation(app, tmp_path):
    return chat._Conversation(app, Model("m", "M", tmp_path / "m.gguf", 1), "")


def failing(*_, **__):
    raise StoreError("The disk is full.")


def test_a_store_that_fails_in_mid_answer_costs_no_word_on_the_screen_and_is_said_once(
    app, conversation, monkeypatch, capsys
):
    monkeypatch.setattr(app.store, "update_streaming", failing)
    monkeypatch.setattr(app.store, "finish_message", failing)
    conversation._obey("Count.")
    conversation._obey("Go on.")
    shown = capsys.readouterr()
    assert "one two three" in shown.out
    assert "four" in shown.out
    assert shown.err.count("The disk is full.") == 1


def test_an_answer_whose_saving_failed_for_a_moment_is_whole_in_the_end(app, conversation, monkeypatch):
    monkeypatch.setattr(app.store, "update_streaming", failing)
    conversation._obey("Count.")
    (kept,) = app.store.conversations()
    answer = app.store.path_messages(kept.id)[-1]
    assert (answer.text, answer.state) == ("one two three", MessageState.COMPLETE)


def test_a_new_conversation_is_kept_again(app, conversation, monkeypatch):
    with monkeypatch.context() as full:
        full.setattr(app.store, "create_conversation", failing)
        conversation._obey("Count.")
    assert app.store.conversations() == []
    conversation._obey("/new")
    conversation._obey("Count again.")
    assert [one.title for one in app.store.conversations()] == ["Count again."]
