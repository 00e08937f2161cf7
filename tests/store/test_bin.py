from __future__ import annotations

import time

import pytest

from assistant.errors import StoreError
from assistant.store import Store
from assistant.store.bin import KEEP_SECONDS

DAY = 24 * 3600


def fill(store, *titles):
    return [store.create_conversation(title=title).id for title in titles]


def shift_deletion(store, conversation_id, seconds):
    store._database.change(
        "UPDATE conversation SET deleted_at = deleted_at + ? WHERE id = ?", (seconds, conversation_id)
    )


def test_many_conversations_are_deleted_and_brought_back_together(store):
    ids = fill(store, "One", "Two", "Three")
    assert sorted(store.delete_conversations(ids[:2])) == ids[:2]
    assert [one.title for one in store.conversations()] == ["Three"]
    assert sorted(store.restore_conversations(ids[:2])) == ids[:2]
    assert len(store.conversations()) == 3


def test_deleting_tells_which_conversations_were_not_deleted_before(store):
    ids = fill(store, "One", "Two")
    store.delete_conversation(ids[0])
    assert store.delete_conversations([*ids, 999]) == [ids[1]]


def test_the_bin_lists_the_latest_deleted_first_with_the_number_of_messages(store, add_chain):
    first, second = fill(store, "First", "Second")
    add_chain(store, first, "a", "b", "c")
    store.delete_conversation(first)
    shift_deletion(store, first, -60)
    store.delete_conversation(second)
    assert [(one.id, one.title, one.messages) for one in store.binned()] == [(second, "Second", 0), (first, "First", 3)]
    assert store.binned_count() == 2
    assert store.binned()[0].deleted_at == pytest.approx(time.time(), abs=3600)


def test_a_conversation_comes_back_from_the_bin_as_it_was(store, add_chain):
    folder = store.create_folder("Work")
    (one,) = fill(store, "One")
    messages = add_chain(store, one, "a", "b")
    store.move_to_folder(one, folder.id)
    store.set_pinned(one, True)
    before = store.conversation(one)
    store.delete_conversation(one)
    store.restore_conversations([one])
    assert store.conversation(one) == before
    assert store.path_messages(one) == messages


def test_what_is_discarded_is_neither_in_the_list_nor_in_the_bin_and_never_comes_back(store, add_chain):
    (one,) = fill(store, "One")
    add_chain(store, one, "a", "b")
    store.delete_conversation(one)
    assert store.discard([one]) == [one]
    assert store.binned() == []
    assert store.binned_count() == 0
    assert store.conversations(archived=None) == []
    assert store.restore_conversations([one]) == []
    with pytest.raises(StoreError):
        store.restore_conversation(one)


def test_only_what_is_in_the_bin_can_be_discarded(store):
    (one,) = fill(store, "One")
    assert store.discard([one]) == []
    assert [kept.id for kept in store.conversations()] == [one]


def test_a_long_conversation_is_removed_in_small_steps(store, add_chain):
    one, two = fill(store, "One", "Two")
    chain = add_chain(store, one, *(str(number) for number in range(25)))
    add_chain(store, one, "branch", "another", parent_id=chain[3].id)
    add_chain(store, two, "a")
    store.delete_conversations([one, two])
    store.discard([one, two])
    steps = 0
    while store.purge_step(messages=10):
        steps += 1
    assert steps >= 3
    assert store._database.query("SELECT (SELECT count(*) FROM message), (SELECT count(*) FROM conversation)") == [
        (0, 0)
    ]


def test_a_program_that_ended_while_removing_goes_on_when_asked_again(path, add_chain):
    with Store.open(path) as store:
        (one,) = fill(store, "One")
        add_chain(store, one, *(str(number) for number in range(30)))
        store.delete_conversation(one)
        store.discard([one])
        assert store.purge_step(messages=10)
    with Store.open(path) as store:
        assert store.binned() == []
        store.purge_deleted(KEEP_SECONDS)
        assert store._database.query("SELECT count(*) FROM message") == [(0,)]


@pytest.mark.parametrize(
    ("days_ago", "goes"), [(0, False), (29.9, False), (30.1, True), (400, True), (-1, False), (-4000, False)]
)
def test_the_bin_keeps_thirty_days_also_when_the_clock_was_set_back(store, days_ago, goes):
    (one,) = fill(store, "One")
    store.delete_conversation(one)
    shift_deletion(store, one, -days_ago * DAY)
    assert store.discard_older() == ([one] if goes else [])


def test_what_is_restored_after_a_month_can_be_deleted_for_another_month(store):
    (one,) = fill(store, "One")
    store.delete_conversation(one)
    shift_deletion(store, one, -29 * DAY)
    store.restore_conversation(one)
    store.delete_conversation(one)
    assert store.discard_older(DAY) == []
