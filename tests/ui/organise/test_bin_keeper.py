from __future__ import annotations

import pytest

from assistant.store import Role, Store
from ui.organise.bin_keeper import BinKeeper

MONTH = 31 * 24 * 3600


@pytest.fixture
def keeper(qtbot, store):
    keeper = BinKeeper(store)
    yield keeper
    keeper.stop()


def deleted(store, *, days_ago=0, messages=0):
    conversation = store.create_conversation(title="Old")
    parent = None
    for _ in range(messages):
        parent = store.add_message(conversation.id, parent_id=parent, role=Role.USER, text="x").id
    store.delete_conversation(conversation.id)
    store._database.change(
        "UPDATE conversation SET deleted_at = deleted_at - ? WHERE id = ?", (days_ago * 24 * 3600, conversation.id)
    )
    return conversation.id


def rows(store):
    return store._database.query("SELECT (SELECT count(*) FROM conversation), (SELECT count(*) FROM message)")[0]


def test_what_was_deleted_a_month_ago_goes_and_the_rest_stays(keeper, store, qtbot):
    deleted(store, days_ago=31, messages=3)
    kept = deleted(store, days_ago=29, messages=2)
    with qtbot.waitSignals([keeper.discarded, keeper.purged]):
        keeper.remove_old()
    assert [one.id for one in store.binned()] == [kept]
    assert rows(store) == (1, 2)


def test_a_long_conversation_goes_in_steps_between_which_the_window_lives(keeper, store, qtbot, monkeypatch):
    deleted(store, messages=450)
    lived = []
    step = store.purge_step
    monkeypatch.setattr(store, "purge_step", lambda: lived.append(rows(store)[1]) or step())
    with qtbot.waitSignal(keeper.purged):
        keeper.remove([one.id for one in store.binned()])
    assert lived == [450, 250, 50]
    assert rows(store) == (0, 0)


def test_an_interrupted_removal_goes_on_at_the_next_start(keeper, store, qtbot):
    one = deleted(store, messages=300)
    keeper.remove([one])
    store.purge_step()
    keeper.stop()
    assert rows(store)[1] == 100
    again = BinKeeper(store)
    with qtbot.waitSignal(again.purged):
        again.remove_old()
    assert rows(store) == (0, 0)
    again.stop()


def test_what_the_user_asked_for_and_could_not_be_done_is_said(keeper, store, qtbot):
    one = deleted(store)
    store.close()
    with qtbot.waitSignal(keeper.failed) as failed:
        keeper.remove([one])
    assert "closed" in failed.args[0]


def test_a_store_that_fails_at_the_start_is_no_reason_to_stop(keeper, store):
    store.close()
    keeper.remove_old()
    assert not keeper._steps.isActive()


def test_a_store_that_fails_halfway_is_tried_again_at_the_next_start(keeper, store, tmp_path, qtbot):
    one = deleted(store, messages=300)
    keeper.remove([one])
    store.purge_step()
    store.close()
    with qtbot.waitSignal(keeper.purged):
        pass
    with Store.open(tmp_path / "conversations.db") as again:
        assert again.binned() == []
        again.purge_deleted(MONTH)
        assert rows(again) == (0, 0)


def test_a_small_file_holds_nothing_of_it_at_once(keeper, store, tmp_path, qtbot):
    one = store.create_conversation(title="geheim").id
    store.delete_conversation(one)
    with qtbot.waitSignal(keeper.purged):
        keeper.remove([one])
    assert not store.has_leftovers
    assert all(b"geheim" not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())


def test_a_large_file_waits_for_the_end_of_the_program(keeper, store, qtbot):
    kept = store.create_conversation(title="Kept").id
    store.add_message(kept, parent_id=None, role=Role.USER, text="x" * 5_000_000)
    with qtbot.waitSignal(keeper.purged):
        keeper.remove([deleted(store)])
    assert store.has_leftovers
