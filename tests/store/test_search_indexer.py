import shutil

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import Kind, Role, Store
from assistant.store.search import Filters, Searcher
from assistant.store.search_index import search_path
from assistant.store.search_indexer import Indexer

KEY = bytes(range(32))


@pytest.fixture
def indexer(path, store):
    made = Indexer(path)
    yield made
    made.close()


def learn(indexer):
    while indexer.step():
        pass


def found(path, query, **filters):
    searcher = Searcher(path)
    hits = searcher.search(query, Filters(**filters)).hits
    searcher.release()
    return [hit.message_id for hit in hits]


def ask(store, text, conversation_id=None):
    conversation_id = conversation_id or store.create_conversation().id
    return store.add_message(conversation_id, parent_id=None, role=Role.USER, text=text)


def vocabulary(path):
    """Every word the index's own tables still have."""
    connection = apsw.Connection(str(search_path(path)))
    words = set()
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE sql LIKE '%USING fts5(%'").fetchall():
        connection.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {name}, row)")
        words |= {word for (word,) in connection.execute("SELECT term FROM temp.words")}
        connection.execute("DROP TABLE temp.words")
    connection.close()
    return words


def content(path):
    """Every byte of the index and what SQLite keeps beside it."""
    return b"".join(one.read_bytes() for one in path.parent.glob(f"{search_path(path).name}*"))


def test_nothing_waits_when_all_is_learnt(indexer, store):
    ask(store, "pear")
    assert indexer.waiting() == 2
    learn(indexer)
    assert indexer.waiting() == 0


def test_the_newest_messages_are_learnt_first(indexer, store, path):
    conversation = store.create_conversation().id
    for number in range(1_500):
        ask(store, f"pear{number}", conversation)
    indexer.step()
    indexer.step()
    assert found(path, "pear1499 ")
    assert not found(path, "pear3 ")
    learn(indexer)
    assert found(path, "pear3 ")


def test_a_step_that_was_cut_off_is_done_again(indexer, store, path, monkeypatch):
    message = ask(store, "pear")
    learn(indexer)
    ask(store, "apple")
    store.delete_conversation(message.conversation_id)
    store.purge_deleted(-1)

    def killed(*_args, **_more):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Indexer, "_settle", killed)
        with pytest.raises(KeyboardInterrupt):
            indexer.step()
    indexer.close()
    again = Indexer(path)
    assert again.waiting() > 0
    learn(again)
    again.close()
    assert found(path, "apple")
    assert not found(path, "pear")


def test_what_changes_while_a_step_runs_is_learnt_by_the_next(indexer, store, path, monkeypatch):
    message = ask(store, "pear")
    indexer.step()
    settle = Indexer._settle

    def change_first(self, *args, **more):
        with store._database.transaction() as database:
            database.write("UPDATE message SET text = 'apple' WHERE id = ?", (message.id,))
        monkeypatch.undo()
        settle(self, *args, **more)

    monkeypatch.setattr(Indexer, "_settle", change_first)
    learn(indexer)
    assert found(path, "apple") == [message.id]
    assert "pear" not in " ".join(map(str, found(path, "pear")))


def test_a_second_program_may_learn_at_the_same_time(indexer, store, path):
    other = Indexer(path)
    for number in range(50):
        ask(store, f"pear{number}")
        (indexer, other)[number % 2].step()
    learn(indexer)
    learn(other)
    other.close()
    assert all(found(path, f"pear{number} ") for number in range(50))


@pytest.mark.parametrize("damage", ["missing", "empty", "noise", "flipped", "older", "foreign"])
def test_an_index_that_can_not_be_used_is_made_anew(indexer, store, path, damage):
    ask(store, "pear")
    learn(indexer)
    indexer.close()
    file = search_path(path)
    data = bytearray(file.read_bytes())
    if damage == "missing":
        file.unlink()
    elif damage == "empty":
        file.write_bytes(b"")
    elif damage == "noise":
        file.write_bytes(bytes(range(256)) * 64)
    elif damage == "flipped":
        for at in range(4096, len(data), 7):
            data[at] ^= 0xFF
        file.write_bytes(data)
    else:
        connection = apsw.Connection(str(file))
        connection.execute("PRAGMA user_version = 0" if damage == "older" else "DROP TABLE about")
        connection.close()
    ask(store, "apple")
    again = Indexer(path)
    learn(again)
    again.close()
    assert found(path, "pear")
    assert found(path, "apple")


def test_an_index_damaged_while_it_is_open_is_made_anew(indexer, store, path):
    ask(store, "pear")
    learn(indexer)
    connection = apsw.Connection(str(search_path(path)))
    connection.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 0)
    connection.execute("DELETE FROM part_0_data")
    connection.close()
    ask(store, "apple")
    learn(indexer)
    assert found(path, "pear")
    assert found(path, "apple")


def test_after_a_backup_was_restored_the_index_fits_it_again(path):
    with Store.open(path) as store:
        message = ask(store, "pear")
        indexer = Indexer(path)
        learn(indexer)
        indexer.close()
        backup = store.back_up()
        store.delete_conversation(message.conversation_id)
        store.purge_deleted(-1)
        ask(store, "apple")
        indexer = Indexer(path)
        learn(indexer)
        indexer.close()
    assert not found(path, "pear")
    shutil.copyfile(backup, path)
    indexer = Indexer(path)
    learn(indexer)
    indexer.close()
    assert found(path, "pear") == [message.id]
    assert not found(path, "apple")


def test_words_of_a_removed_conversation_leave_the_file(indexer, store, path):
    ask(store, "something that stays " * 20)
    secret = store.create_conversation(title="Xylophonist quokka").id
    for number in range(200):
        ask(store, f"zyzzyva{number} flabbergast {number}", secret)
    learn(indexer)
    assert {"quokka", "flabbergast", "zyzzyva7"} <= vocabulary(path)
    assert b"labbergas" in content(path)
    store.delete_conversation(secret)
    store.purge_deleted(-1)
    learn(indexer)
    assert not {word for word in vocabulary(path) if word.startswith(("zyzz", "flab", "quok", "xylo"))}
    assert b"labbergas" not in content(path)
    assert b"quokk" not in content(path)
    assert found(path, "stays")


def test_the_words_of_an_old_title_leave_the_file(indexer, store, path):
    conversation = store.create_conversation(title="Xylophonist quokka")
    learn(indexer)
    store.rename(conversation.id, "Soup")
    learn(indexer)
    assert "quokka" not in vocabulary(path)
    assert b"quokk" not in content(path)


def test_a_conversation_of_another_kind_is_found_as_that(indexer, store, path):
    message = ask(store, "pear")
    learn(indexer)
    with store._database.transaction() as database:
        database.write("UPDATE conversation SET kind = 'summary' WHERE id = ?", (message.conversation_id,))
    learn(indexer)
    assert found(path, "pear", kind=Kind.SUMMARY) == [message.id]
    assert found(path, "pear", kind=Kind.CHAT) == []


def test_messages_in_several_parts_of_the_index_are_found(indexer, store, path):
    first = ask(store, "pear one")
    with store._database.transaction() as database:
        database.write("UPDATE sqlite_sequence SET seq = 100000 WHERE name = 'message'")
    second = ask(store, "pear two")
    learn(indexer)
    assert set(found(path, "pear")) == {first.id, second.id}


def test_the_index_of_an_encrypted_store_is_encrypted(path):
    with Store.open(path, key=KEY) as store:
        message = ask(store, "flabbergasted pear")
        indexer = Indexer(path, key=KEY)
        learn(indexer)
        assert b"labbergas" not in content(path)
        assert b"SQLite format" not in content(path)
        indexer.close()
        searcher = Searcher(path, key=KEY)
        assert [hit.message_id for hit in searcher.search("pear").hits] == [message.id]
        searcher.release()


def test_an_index_under_another_key_is_made_anew(path):
    with Store.open(path) as store:
        ask(store, "pear")
        indexer = Indexer(path)
        learn(indexer)
        indexer.close()
        search_path(path).write_bytes(b"\x5a" * 8192)
        indexer = Indexer(path)
        learn(indexer)
        indexer.close()
    assert found(path, "pear")


def test_whoever_reads_the_index_is_told_before_it_is_removed(path, store):
    told = []
    indexer = Indexer(path, before_removal=lambda: told.append(search_path(path).exists()))
    ask(store, "pear")
    learn(indexer)
    indexer.close()
    assert told == [False]


@pytest.mark.parametrize("writes_left", range(6))
def test_a_full_disk_is_one_sentence_and_nothing_is_lost(faults, path, writes_left):
    with Store.open(path) as store:
        ask(store, "pear")
        indexer = Indexer(path)
        indexer.waiting()
        faults.writes_left = writes_left
        with pytest.raises(StoreError):
            for _ in range(4):
                indexer.step()
        faults.writes_left = None
        learn(indexer)
        assert found(path, "pear")
        indexer.close()


def test_it_does_not_make_a_store_that_is_missing(tmp_path):
    indexer = Indexer(tmp_path / "none.db")
    with pytest.raises(StoreError):
        indexer.step()
    assert list(tmp_path.iterdir()) == []
