from __future__ import annotations

import pytest

from assistant.store import Kind, Store
from assistant.store.documents import KeptAnswer


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "conversations.db") as opened:
        yield opened


def summary_in(store, document="h1", content=b"text"):
    conversation = store.create_conversation(title="Report", kind=Kind.SUMMARY)
    store.keep_summary(conversation.id, document=document, content=content, options="{}")
    return conversation.id


def documents(store):
    return store._database.query("SELECT hash FROM document ORDER BY hash")


def test_a_summary_comes_back_with_its_document(store):
    conversation = summary_in(store)
    store.set_summary(conversation, options='{"a": 1}', result=b"\x00\x01")
    kept = store.summary(conversation)
    assert (kept.document, kept.content, kept.options, kept.result) == ("h1", b"text", '{"a": 1}', b"\x00\x01")


def test_a_chat_has_none(store):
    assert store.summary(store.create_conversation(title="Chat").id) is None
    assert store.summary(99) is None


def test_a_document_is_found_again_by_its_hash(store):
    first, second = summary_in(store), summary_in(store)
    assert store.summary_of("h1") == second
    store.delete_conversation(second)
    assert store.summary_of("h1") == first
    assert store.summary_of("h2") is None


def test_answers_are_kept_once(store):
    summary_in(store)
    store.keep_answers("h1", [KeptAnswer("r1", "One.", 10, 2), KeptAnswer("r1", "Other.", 1, 1)])
    store.keep_answers("h1", [KeptAnswer("r2", "Two \ud800.", 5, 3)])
    kept = store.kept_answers("h1")
    assert kept["r1"] == KeptAnswer("r1", "One.", 10, 2)
    assert set(kept) == {"r1", "r2"}
    assert store.kept_answers("h2") == {}


def test_answers_about_a_document_that_is_gone_are_not_kept(store):
    store.keep_answers("h9", [KeptAnswer("r1", "One.", 10, 2)])
    assert store.kept_answers("h9") == {}


def test_a_document_goes_with_its_last_summary(store):
    first, second = summary_in(store), summary_in(store)
    store.keep_answers("h1", [KeptAnswer("r1", "One.", 10, 2)])
    store.delete_conversation(first)
    store.purge_deleted(-1)
    assert documents(store) == [("h1",)]
    store.delete_conversation(second)
    assert documents(store) == [("h1",)]
    store.purge_deleted(-1)
    assert documents(store) == []
    assert store.kept_answers("h1") == {}


def test_another_document_takes_the_place_of_the_first(store):
    conversation = summary_in(store)
    store.set_summary(conversation, options="{}", result=b"old")
    store.keep_summary(conversation, document="h2", content=b"new", options="{}")
    assert documents(store) == [("h2",)]
    assert store.summary(conversation).result == b""
