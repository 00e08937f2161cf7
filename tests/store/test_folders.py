from __future__ import annotations

import pytest

from assistant.errors import StoreError


def test_folders_come_in_the_order_they_were_made(store):
    names = ["Work", "Home", "Work"]
    made = [store.create_folder(name) for name in names]
    assert store.folders() == made
    assert [folder.name for folder in made] == names


def test_a_folder_can_be_renamed(store):
    folder = store.create_folder("Wrok")
    store.rename_folder(folder.id, "Work")
    assert [one.name for one in store.folders()] == ["Work"]


def test_a_conversation_lies_in_the_folder_it_was_moved_to(store):
    folder, conversation = store.create_folder("Work"), store.create_conversation()
    assert conversation.folder_id is None
    store.move_to_folder(conversation.id, folder.id)
    assert store.conversation(conversation.id).folder_id == folder.id
    store.move_to_folder(conversation.id, None)
    assert store.conversation(conversation.id).folder_id is None


def test_removing_a_folder_keeps_what_lay_in_it(store):
    folder, conversation = store.create_folder("Work"), store.create_conversation(title="Plans")
    store.move_to_folder(conversation.id, folder.id)
    store.remove_folder(folder.id)
    assert store.folders() == []
    assert store.conversation(conversation.id).folder_id is None
    assert store.conversation(conversation.id).title == "Plans"


def test_a_conversation_cannot_be_moved_to_a_folder_that_is_gone(store):
    folder, conversation = store.create_folder("Work"), store.create_conversation()
    store.remove_folder(folder.id)
    with pytest.raises(StoreError):
        store.move_to_folder(conversation.id, folder.id)
    assert store.conversation(conversation.id).folder_id is None


def test_each_conversation_is_known_by_its_own_uid(store):
    made = [store.create_conversation() for _ in range(3)]
    assert len({one.uid for one in made}) == 3
    assert all(one.uid for one in made)


def test_many_conversations_move_together_and_it_is_told_where_they_lay(store):
    work, home = store.create_folder("Work"), store.create_folder("Home")
    ids = [store.create_conversation().id for _ in range(3)]
    store.move_to_folder(ids[0], work.id)
    store.move_to_folder(ids[1], home.id)
    assert store.move_conversations([*ids, 999], home.id) == {ids[0]: work.id, ids[2]: None}
    assert {store.conversation(id_).folder_id for id_ in ids} == {home.id}
    assert store.move_conversations(ids, None) == dict.fromkeys(ids, home.id)


def test_moving_many_to_a_folder_that_is_gone_moves_none(store):
    folder, conversation = store.create_folder("Work"), store.create_conversation()
    store.remove_folder(folder.id)
    with pytest.raises(StoreError):
        store.move_conversations([conversation.id], folder.id)
    assert store.conversation(conversation.id).folder_id is None


def test_a_removed_folder_comes_back_with_what_lay_in_it_and_was_not_moved_since(store):
    work, home = store.create_folder("Work"), store.create_folder("Home")
    ids = [store.create_conversation().id for _ in range(2)]
    store.move_conversations(ids, work.id)
    assert store.remove_folder(work.id) == ids
    store.move_to_folder(ids[1], home.id)
    store.restore_folder(work, ids)
    assert store.folders() == [work, home]
    assert [store.conversation(id_).folder_id for id_ in ids] == [work.id, home.id]


def test_removing_a_folder_twice_is_an_error(store):
    folder = store.create_folder("Work")
    store.remove_folder(folder.id)
    with pytest.raises(StoreError):
        store.remove_folder(folder.id)
