from __future__ import annotations

import os
import stat
import sys

import pytest

from assistant.errors import StoreError
from assistant.store import Role, Store

HOSTILE_TEXTS = {
    "empty": "",
    "nul": "a\0b\0",
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈" * 1000,
    "right to left": "שלום \u202eعالم\u202c abc",
    "byte order mark": "\ufeffhello",
    "five megabytes": "Ünïcödé" * 750_000,
    "quotes": "'; DROP TABLE message; --\"",
    "new lines": "\r\n\n\r\u2028",
    "end of unicode": "\U0010ffff\uffff",
}


@pytest.fixture(params=HOSTILE_TEXTS.values(), ids=HOSTILE_TEXTS.keys())
def hostile_text(request):
    return request.param


def test_a_new_conversation_is_empty_and_its_title_is_not_the_users(store):
    made = store.create_conversation(title="Bread", system_text="Be brief.")
    assert store.conversation(made.id) == made
    assert (made.title, made.titled_by_user, made.system_text) == ("Bread", False, "Be brief.")
    assert (made.pinned, made.draft, made.context_start) == (False, "", None)
    assert made.created_at == made.updated_at > 1_700_000_000
    assert store.path(made.id) == []


def test_conversations_are_listed_pinned_first_then_latest_used_first(store):
    first, second, third = (store.create_conversation(title=title).id for title in "abc")
    store.set_pinned(second, True)
    store.add_message(first, parent_id=None, role=Role.USER, text="hi")
    assert [one.id for one in store.conversations()] == [second, first, third]
    store.set_pinned(second, False)
    assert [one.id for one in store.conversations()] == [first, third, second]


def test_everything_about_a_conversation_is_there_after_opening_again(path, hostile_text):
    with Store.open(path) as store:
        one = store.create_conversation()
        store.rename(one.id, hostile_text)
        store.set_system_text(one.id, hostile_text)
        store.set_draft(one.id, hostile_text)
    with Store.open(path) as store:
        found = store.conversation(one.id)
        assert (found.title, found.system_text, found.draft) == (hostile_text,) * 3
        assert found.titled_by_user


def test_a_title_given_by_the_program_is_marked_so(store):
    one = store.create_conversation()
    store.rename(one.id, "Typed")
    store.rename(one.id, "Generated", by_user=False)
    assert not store.conversation(one.id).titled_by_user


@pytest.mark.parametrize(
    ("given", "kept"),
    [("\ud800", "\ufffd"), ("a\udc00b", "a\ufffdb"), ("\ud83d\ude00", "😀"), ("\ufeff\udfff", "\ufeff\ufffd")],
)
def test_lone_surrogates_become_replacement_characters_and_pairs_become_one(store, given, kept):
    one = store.create_conversation(title=given, system_text=given)
    store.set_draft(one.id, given)
    message = store.add_message(one.id, parent_id=None, role=Role.USER, text=given)
    found = store.conversation(one.id)
    assert (found.title, found.system_text, found.draft, message.text) == (kept,) * 4
    assert store.path(one.id)[0].length == len(kept)


def test_editing_does_not_move_a_conversation_in_the_list(store):
    old, new = store.create_conversation(), store.create_conversation()
    store.rename(old.id, "x")
    store.set_draft(old.id, "x")
    store.set_system_text(old.id, "x")
    assert [one.id for one in store.conversations()] == [new.id, old.id]


def test_a_deleted_conversation_is_gone_from_the_list_and_comes_back_whole(store, add_chain):
    one = store.create_conversation(title="Bread")
    add_chain(store, one.id, "question", "answer")
    before = store.conversation(one.id)
    store.delete_conversation(one.id)
    assert store.conversations() == []
    with pytest.raises(StoreError, match="no longer exists"):
        store.conversation(one.id)
    store.restore_conversation(one.id)
    assert store.conversations() == [before]
    assert [message.text for message in store.path_messages(one.id)] == ["question", "answer"]


def test_an_answer_that_streams_into_a_deleted_conversation_is_still_saved(store):
    one = store.create_conversation()
    store.delete_conversation(one.id)
    store.add_message(one.id, parent_id=None, role=Role.ASSISTANT, text="kept")
    store.restore_conversation(one.id)
    assert [message.text for message in store.path_messages(one.id)] == ["kept"]


def test_purging_removes_only_what_was_deleted_long_enough_ago(store, add_chain):
    kept, deleted = store.create_conversation(), store.create_conversation()
    add_chain(store, kept.id, "a", "b")
    messages = add_chain(store, deleted.id, "c", "d")
    store.delete_conversation(deleted.id)
    assert store.purge_deleted(older_than_seconds=3600) == 0
    store.restore_conversation(deleted.id)
    store.delete_conversation(deleted.id)
    assert store.purge_deleted(older_than_seconds=0) == 1
    with pytest.raises(StoreError, match="no longer exists"):
        store.restore_conversation(deleted.id)
    assert store.messages([message.id for message in messages]) == []
    assert [message.text for message in store.path_messages(kept.id)] == ["a", "b"]


def test_a_conversation_of_thousands_of_messages_can_be_purged(store):
    one = store.create_conversation()
    parent_id = None
    for number in range(3000):
        parent_id = store.add_message(one.id, parent_id=parent_id, role=Role.USER, text=str(number)).id
    store.set_context_start(one.id, parent_id)
    store.delete_conversation(one.id)
    assert store.purge_deleted(0) == 1
    assert store.path(one.id) == []


def test_ids_are_never_used_again(store):
    one = store.create_conversation()
    message = store.add_message(one.id, parent_id=None, role=Role.USER, text="x")
    store.delete_conversation(one.id)
    store.purge_deleted(0)
    other = store.create_conversation()
    assert other.id > one.id
    assert store.add_message(other.id, parent_id=None, role=Role.USER, text="y").id > message.id


def test_the_first_message_the_model_reads_is_kept_and_can_be_cleared(store, add_chain):
    one = store.create_conversation()
    _, second = add_chain(store, one.id, "a", "b")
    store.set_context_start(one.id, second.id)
    assert store.conversation(one.id).context_start == second.id
    store.set_context_start(one.id, None)
    assert store.conversation(one.id).context_start is None


def test_the_first_message_the_model_reads_must_be_in_the_conversation(store, add_chain):
    one, other = store.create_conversation(), store.create_conversation()
    (foreign,) = add_chain(store, other.id, "a")
    with pytest.raises(StoreError):
        store.set_context_start(one.id, foreign.id)
    assert store.conversation(one.id).context_start is None


@pytest.mark.parametrize("conversation_id", [0, -1, 7, 2**63 - 1, 2**63, 10**30])
def test_an_unknown_conversation_is_one_sentence(store, conversation_id):
    calls = [
        lambda: store.conversation(conversation_id),
        lambda: store.rename(conversation_id, "x"),
        lambda: store.set_pinned(conversation_id, True),
        lambda: store.set_draft(conversation_id, "x"),
        lambda: store.set_system_text(conversation_id, "x"),
        lambda: store.set_context_start(conversation_id, None),
        lambda: store.delete_conversation(conversation_id),
        lambda: store.restore_conversation(conversation_id),
        lambda: store.add_message(conversation_id, parent_id=None, role=Role.USER, text="x"),
    ]
    for call in calls:
        with pytest.raises(StoreError, match="no longer exists"):
            call()


def test_window_state_is_kept_under_its_key(path, hostile_text):
    with Store.open(path) as store:
        assert store.get_state("draft") == ""
        assert store.get_state("draft", "none") == "none"
        store.set_state("draft", "first")
        store.set_state("draft", hostile_text)
        store.set_state("other", "x")
    with Store.open(path) as store:
        assert store.get_state("draft", "none") == hostile_text


def test_the_file_is_one_in_wal_mode_with_full_references_and_strict_tables(store, path):
    connection = store._database.connection
    assert connection.pragma("journal_mode") == "wal"
    assert connection.pragma("synchronous") == 1
    assert connection.pragma("foreign_keys") == 1
    assert connection.pragma("busy_timeout") > 0
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert {name for name, strict in tables if not strict and not name.startswith("sqlite_")} == set()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere; the user's folder is private")
def test_nobody_else_can_read_the_file_its_log_or_its_folder(path):
    before = os.umask(0)
    try:
        with Store.open(path) as store:
            store.create_conversation()
            backup = store.back_up()
            modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
            assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert modes == {
        "conversations.db": 0o600,
        "conversations.db-wal": 0o600,
        "conversations.db-shm": 0o600,
        "backups": 0o700,
    }


def test_closing_leaves_one_whole_file_and_twice_is_harmless(path):
    store = Store.open(path)
    store.create_conversation(title="x")
    store.close()
    store.close()
    assert [file.name for file in path.parent.iterdir()] == ["conversations.db"]


def test_a_closed_store_says_so(path):
    store = Store.open(path)
    store.close()
    with pytest.raises(StoreError, match="closed"):
        store.conversations()


def test_archived_conversations_are_only_listed_when_asked_for(store):
    shown, archived = store.create_conversation(title="Shown"), store.create_conversation(title="Archived")
    store.set_archived(archived.id, True)
    assert [one.title for one in store.conversations()] == ["Shown"]
    assert [one.title for one in store.conversations(archived=True)] == ["Archived"]
    assert {one.id for one in store.conversations(archived=None)} == {shown.id, archived.id}


def test_many_are_archived_and_pinned_together_and_the_changed_ones_are_told(store):
    ids = [store.create_conversation(title=title).id for title in ("One", "Two", "Three")]
    store.set_archived(ids[0], True)
    store.set_pinned(ids[1], True)
    assert sorted(store.archive_conversations(ids, True)) == ids[1:]
    assert sorted(store.pin_conversations([*ids, 999], True)) == [ids[0], ids[2]]
    assert all(one.archived and one.pinned for one in store.conversations(archived=None))
    assert store.archive_conversations([], False) == []


def test_a_generated_title_only_takes_the_place_of_the_one_it_was_made_for(store):
    one = store.create_conversation(title="How tall was")
    assert store.replace_title(one.id, "How tall was", "Lighthouse")
    assert store.conversation(one.id).title == "Lighthouse"
    assert not store.conversation(one.id).titled_by_user
    assert not store.replace_title(one.id, "How tall was", "Tower")
    assert store.conversation(one.id).title == "Lighthouse"


def test_a_generated_title_never_replaces_one_the_user_wrote(store):
    one = store.create_conversation(title="Same")
    store.rename(one.id, "Same")
    assert not store.replace_title(one.id, "Same", "Other")
    assert store.conversation(one.id).title == "Same"


def test_a_deleted_conversation_gets_no_generated_title(store):
    one = store.create_conversation(title="Same")
    store.delete_conversation(one.id)
    assert not store.replace_title(one.id, "Same", "Other")
