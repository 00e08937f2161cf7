"""Several connections to one file."""

from __future__ import annotations

import threading

import pytest

from assistant.errors import StoreError
from assistant.store import MessageState, Role, Store, database


def test_two_connections_see_each_others_changes_at_once(path):
    with Store.open(path) as window, Store.open(path) as terminal:
        one = terminal.create_conversation(title="From the terminal")
        assert window.conversations() == [one]
        window.rename(one.id, "Renamed")
        assert terminal.conversation(one.id).title == "Renamed"


def test_messages_added_by_two_connections_are_all_there(path):
    with Store.open(path) as store:
        conversation_id = store.create_conversation().id

    def add(name):
        with Store.open(path) as own:
            for number in range(100):
                own.add_message(conversation_id, parent_id=None, role=Role.USER, text=f"{name}{number}")

    threads = [threading.Thread(target=add, args=(name,)) for name in "abc"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with Store.open(path) as store:
        (head,) = store.path(conversation_id)
        assert head.alternatives == 300
        texts = [message.text for message in store.messages(store.siblings(head.id))]
        assert sorted(texts) == sorted(f"{name}{number}" for name in "abc" for number in range(100))


def test_a_new_store_is_made_once_when_several_open_it_together(path):
    stores, barrier = [], threading.Barrier(4)

    def opening():
        barrier.wait()
        stores.append(Store.open(path))

    threads = [threading.Thread(target=opening) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stores) == 4
    assert [store.notices for store in stores] == [[]] * 4
    stores[0].create_conversation(title="x")
    assert all(len(store.conversations()) == 1 for store in stores)
    for store in stores:
        store.close()


def test_a_store_another_program_holds_locked_is_one_sentence_and_works_afterwards(path, monkeypatch):
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 20)
    with Store.open(path) as window, Store.open(path) as other:
        with other._database.transaction(), pytest.raises(StoreError, match="Another program is using"):
            window.create_conversation()
        window.create_conversation(title="now")
        assert len(other.conversations()) == 1


def test_reading_goes_on_while_another_program_writes(path):
    with Store.open(path) as window:
        one = window.create_conversation(title="before")
        with Store.open(path, read_only=True) as history:
            with window._database.transaction() as writing:
                writing.write("UPDATE conversation SET title = 'half done'")
                assert history.conversation(one.id).title == "before"
                with Store.open(path, read_only=True) as another:
                    assert another.conversation(one.id).title == "before"
            assert history.conversation(one.id).title == "half done"


def test_a_read_only_store_refuses_every_write(path):
    with Store.open(path) as store:
        one = store.create_conversation(title="x")
    with Store.open(path, read_only=True) as history:
        for write in (
            history.create_conversation,
            lambda: history.rename(one.id, "y"),
            lambda: history.set_state("a", "b"),
            history.close_interrupted,
        ):
            with pytest.raises(StoreError, match="can't be"):
                write()
        assert history.conversation(one.id).title == "x"


def test_reading_a_store_that_does_not_exist_finds_nothing_and_makes_nothing(path):
    with Store.open(path, read_only=True) as history:
        assert history.conversations() == []
        with pytest.raises(StoreError):
            history.create_conversation()
    assert not path.parent.exists()


def test_a_reader_sees_what_streams_in_another_connection(path):
    with Store.open(path) as window, Store.open(path, read_only=True) as history:
        conversation_id = window.create_conversation().id
        message = window.add_message(
            conversation_id, parent_id=None, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
        )
        for text in ("a", "ab", "abc"):
            window.update_streaming(message.id, text)
            assert history.path(conversation_id)[0].length == len(text)
