from __future__ import annotations

import random

import pytest

from assistant.store import Role, Store
from assistant.store.migrations import MIGRATIONS


def on_disk(path):
    """Every byte beside the store and in it."""
    return b"".join(file.read_bytes() for file in sorted(path.parent.rglob("*")) if file.is_file())


@pytest.mark.parametrize("seed", [3, 6])
def test_deleted_text_is_nowhere_in_the_folder_after_it_was_removed_for_good(path, seed):
    """Many sizes and neighbours: pages are split, merged and moved, answers grow and titles change in between."""
    chance = random.Random(seed)

    def secret():
        return " ".join(f"geheim{chance.randrange(10**9)}" for _ in range(chance.choice([1, 3, 30, 300, 3000])))

    with Store.open(path) as store:
        kept = [store.create_conversation(title=f"Kept {number}").id for number in range(8)]
        going = [store.create_conversation(title=f"geheim {number}", system_text="geheim").id for number in range(8)]
        for number in range(300):
            own = chance.choice(going)
            stays = "bleibt " * chance.randrange(90)
            store.add_message(chance.choice(kept), parent_id=None, role=Role.USER, text=stays)
            message = store.add_message(own, parent_id=None, role=Role.ASSISTANT, text=secret())
            for _ in range(chance.randrange(3)):
                store.finish_message(message.id, text=secret(), state=message.state)
            if number % 10 == 0:
                store.rename(own, secret()[:300])
                store.set_draft(own, secret())
        store.delete_conversations(going)
        assert b"geheim" in on_disk(path)
        assert store.purge_deleted(0) == len(going)
        assert store.has_leftovers
        assert store.erase_leftovers()
        assert not store.has_leftovers
        left = on_disk(path)
        assert b"geheim" not in left
        assert b"bleibt" in left


def test_nothing_is_left_while_nothing_was_removed_for_good(store):
    one = store.create_conversation(title="One")
    store.delete_conversation(one.id)
    store.restore_conversation(one.id)
    assert not store.has_leftovers


def test_erasing_waits_for_nobody_and_is_done_later(store, path):
    one = store.create_conversation(title="geheim")
    store.delete_conversation(one.id)
    store.purge_deleted(0)
    with Store.open(path, read_only=True) as reader:
        reader._database.connection.execute("BEGIN")
        reader.conversations()
        store.create_conversation(title="More")
        assert not store.erase_leftovers()
        assert store.has_leftovers
        reader._database.connection.execute("COMMIT")
    assert store.erase_leftovers()
    assert b"geheim" not in on_disk(path)


def test_without_room_for_a_second_copy_the_store_stays_as_it_is(path, faults):
    with Store.open(path) as store:
        store.create_conversation(title="Kept" * 5_000)
        one = store.create_conversation(title="geheim")
        store.delete_conversation(one.id)
        store.purge_deleted(0)
        faults.writes_left = 2
        assert not store.erase_leftovers()
        faults.writes_left = None
        assert store.has_leftovers
        assert len(store.conversations()) == 1
        assert store.erase_leftovers()


def test_what_earlier_versions_left_of_deleted_text_is_erased_too(path):
    with Store.open(path, migrations=MIGRATIONS[:2]) as store:
        connection = store._database.connection
        connection.execute("PRAGMA secure_delete = OFF").fetchall()
        connection.execute(
            """INSERT INTO conversation (title, system_text, created_at, updated_at) VALUES ('geheim' || ?, '', 1, 1),
               ('bleibt', '', 1, 1)""",
            ("x" * 20_000,),
        )
        connection.execute("DELETE FROM conversation WHERE title LIKE 'geheim%'")
    assert b"geheim" in path.read_bytes()
    with Store.open(path) as store:
        assert store.has_leftovers
        assert store.erase_leftovers()
        assert [one.title for one in store.conversations()] == ["bleibt"]
        assert b"geheim" not in path.read_bytes()


def test_a_new_store_has_no_leftovers(store):
    assert not store.has_leftovers


def test_an_encrypted_store_stays_encrypted(tmp_path):
    path, key = tmp_path / "secret.db", bytes(range(32))
    with Store.open(path, key=key) as store:
        store.create_conversation(title="bleibt")
        store.delete_conversation(store.create_conversation(title="geheim").id)
        store.purge_deleted(0)
        assert store.erase_leftovers()
        assert b"bleibt" not in on_disk(path)
    with Store.open(path, key=key) as store:
        assert [one.title for one in store.conversations()] == ["bleibt"]


@pytest.mark.parametrize("how", ["asked", "memory"])
def test_a_file_too_large_is_left_for_later(store, monkeypatch, how):
    store.delete_conversation(store.create_conversation(title="x" * 100_000).id)
    store.purge_deleted(0)
    if how == "memory":
        monkeypatch.setattr("assistant.store.erasing._room_in_memory", lambda: 1_000)
    assert not store.erase_leftovers(at_most_bytes=50_000 if how == "asked" else None)
    assert store.has_leftovers
    monkeypatch.undo()
    assert store.erase_leftovers()
