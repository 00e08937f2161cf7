from __future__ import annotations

import pytest

from assistant.errors import StoreError
from assistant.store import Role, Store
from assistant.store.statistics import LARGEST, read_statistics, size_of


def test_an_empty_store_has_nothing_but_a_file(store, path):
    found = read_statistics(path)
    assert (found.conversations, found.messages, found.characters, found.since, found.largest) == (0, 0, 0, 0.0, ())
    assert found.file_bytes > 0


def test_messages_and_characters_outside_the_bin_are_counted_on_all_branches(store, path, add_chain):
    one, two, gone = (store.create_conversation(title=title) for title in ("One", "Two", "Gone"))
    chain = add_chain(store, one.id, "12345", "123", "1")
    add_chain(store, one.id, "another way", parent_id=chain[0].id)
    add_chain(store, two.id, "ä€\N{GRINNING FACE}")
    add_chain(store, gone.id, "x" * 1000)
    store.delete_conversation(gone.id)
    store.set_archived(two.id, True)
    store.create_folder("Work")
    found = read_statistics(path)
    assert (found.conversations, found.archived, found.binned, found.folders) == (2, 1, 1, 1)
    assert (found.messages, found.questions, found.characters) == (5, 4, 5 + 3 + 1 + 11 + 3)
    assert [(size.title, size.messages, size.characters) for size in found.largest] == [("One", 4, 20), ("Two", 1, 3)]
    assert found.since == pytest.approx(one.created_at)


def test_only_the_largest_conversations_are_named(store, path, add_chain):
    for number in range(LARGEST + 3):
        add_chain(store, store.create_conversation(title=str(number)).id, "x" * (number + 1))
    assert [size.characters for size in read_statistics(path).largest] == [8, 7, 6, 5, 4]


def test_counting_does_not_hinder_who_writes(store, path, add_chain):
    one = store.create_conversation(title="One")
    add_chain(store, one.id, "first")
    with Store.open(path) as other:
        other.add_message(one.id, parent_id=None, role=Role.USER, text="second")
        assert read_statistics(path).messages == 2


def test_an_encrypted_store_is_counted_with_its_key(tmp_path):
    path, key = tmp_path / "secret.db", bytes(range(32))
    with Store.open(path, key=key) as store:
        store.create_conversation(title="One")
        assert read_statistics(path, key=key).conversations == 1
        with pytest.raises(StoreError):
            read_statistics(path)


def test_the_size_of_a_folder_is_that_of_all_files_in_it(tmp_path):
    (tmp_path / "inner").mkdir()
    (tmp_path / "one").write_bytes(b"x" * 10)
    (tmp_path / "inner" / "two").write_bytes(b"x" * 5)
    assert size_of(tmp_path) == 15
    assert size_of(tmp_path / "missing") == 0
