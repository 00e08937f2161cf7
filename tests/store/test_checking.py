"""The quick look of a start, the thorough one later, and what comes of them."""

from __future__ import annotations

import shutil

import pytest

from assistant.errors import StoreError
from assistant.store import Role, Store, checking, opening, recovery
from assistant.store.checking import check_thoroughly, is_marked
from assistant.store.database import connect
from assistant.store.failures import damage_mark, mark_damaged

KEY = bytes(range(32))


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request):
    return request.param


def fill(path, key=None, count=200):
    with Store.open(path, key=key) as store:
        one = store.create_conversation(title="Bread")
        parent_id = None
        for number in range(count):
            parent_id = store.add_message(one.id, parent_id=parent_id, role=Role.USER, text=f"{number} " * 200).id


def break_index(path, key=None):
    connection = connect(path, key=key)
    ((root,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'message_tree'").fetchall()
    connection.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * 4096)
        file.write(b"\xff" * 4096)


def files(path):
    """The names of all files beside a store, but the logs that are kept with a damaged one."""
    return sorted(one.name for one in path.parent.iterdir() if not one.name.endswith(("-wal", "-shm")))


@pytest.fixture
def large(monkeypatch):
    """Makes every file one that is too large to be looked at whole at a start."""
    monkeypatch.setattr(checking, "START_SECONDS", 0.0)
    monkeypatch.setattr(checking, "_STEPS_BETWEEN_LOOKS", 1)


def test_a_small_file_is_looked_at_whole_at_the_start(path, key):
    fill(path, key)
    with Store.open(path, key=key) as store:
        assert store.checked


def test_a_large_file_opens_before_all_of_it_was_looked_at(path, key, large):
    fill(path, key)
    with Store.open(path, key=key) as store:
        assert not store.checked
        assert store.notices == []
    with Store.open(path, key=key, read_only=True) as store:
        assert len(store.conversations()) == 1


def test_what_the_start_did_not_reach_is_found_later_and_repaired_by_the_next_start(path, key, large):
    fill(path, key)
    assert check_thoroughly(path, key=key, cancelled=lambda: False)
    assert not is_marked(path)
    break_index(path, key)
    with Store.open(path, key=key) as store:
        assert store.notices == []
        assert not check_thoroughly(path, key=key, cancelled=lambda: False)
        assert is_marked(path)
    with Store.open(path, key=key) as store:
        assert "was damaged and kept as" in store.notices[0].sentence
        assert len(store.path(1)) == 200
    assert not is_marked(path)


def test_a_thorough_look_that_is_given_up_says_nothing(path, large):
    fill(path)
    break_index(path)
    assert check_thoroughly(path, cancelled=lambda: True)
    assert not is_marked(path)


def test_damage_met_in_use_is_repaired_by_the_next_start(path, large):
    fill(path)
    break_index(path)
    with Store.open(path) as store:
        with pytest.raises(StoreError, match="close Thimble and start it again to repair it"):
            store.path(1)
        assert is_marked(path)
        assert "Bread" not in damage_mark(path).read_text()
    with Store.open(path) as store:
        assert len(store.path(1)) == 200


def test_a_store_that_was_marked_and_is_whole_is_left_as_it_is(path):
    fill(path)
    mark_damaged(path, "a cable was loose")
    with Store.open(path) as store:
        assert store.notices == []
        assert store.checked
    assert not is_marked(path)
    assert not list(path.parent.glob("*.damaged-*"))


def test_the_sentence_says_how_much_came_back(path):
    fill(path, count=60)
    break_index(path)
    with Store.open(path) as store:
        assert "(conversations: 1, messages: 60)" in store.notices[0].sentence
        store.back_up()
    break_index(path)
    with Store.open(path) as store:
        assert "The backup of" in store.notices[0].sentence
        assert "(conversations: 1, messages: 60)" in store.notices[0].sentence


@pytest.mark.parametrize("step", ["set_aside", "put_in_place"])
def test_a_repair_that_is_cut_off_is_finished_by_the_next_start(path, key, monkeypatch, step):
    fill(path, key)
    break_index(path, key)
    damaged = path.read_bytes()

    def killed(*_):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr(recovery, step, killed)
        with pytest.raises(SystemExit):
            Store.open(path, key=key)
    with Store.open(path, key=key) as store:
        assert len(store.path(1)) == 200
        assert len(store.notices) == 1
    (aside,) = path.parent.glob("*.damaged-*.db")
    assert aside.read_bytes() == damaged
    assert files(path) == sorted(["conversations.db", aside.name])


def test_what_a_finished_repair_has_left_never_takes_the_place_of_a_store(path):
    fill(path)
    other = path.with_name("conversations.db.repaired")
    Store.open(path.with_name("other.db")).close()
    path.with_name("other.db").rename(other)
    with Store.open(path) as store:
        assert len(store.conversations()) == 1
    assert not other.exists()


def test_two_programs_that_find_the_same_damage_repair_it_once(path):
    fill(path)
    break_index(path)
    with Store.open(path) as quick:
        quick.create_conversation(title="after the repair")
        with Store.open(path) as slow:
            assert slow.notices == []
            assert len(slow.conversations()) == 2
    assert len(list(path.parent.glob("*.damaged-*.db"))) == 1


def test_a_file_that_was_repaired_meanwhile_is_opened_and_not_repaired_again(path, monkeypatch):
    fill(path)
    whole = path.with_name("whole.db")
    shutil.copyfile(path, whole)
    break_index(path)
    real = opening.repairing

    def waits(store):
        whole.replace(store)
        return real(store)

    monkeypatch.setattr(opening, "repairing", waits)
    with Store.open(path) as store:
        assert store.notices == []
        assert len(store.path(1)) == 200
    assert not list(path.parent.glob("*.damaged-*"))
    assert not list(path.parent.glob("*.repairing*"))


@pytest.mark.parametrize("fault_at", range(0, 40, 3))
def test_a_disk_that_fills_up_while_repairing_leaves_the_damaged_file_for_the_next_start(path, faults, fault_at):
    fill(path, count=40)
    break_index(path)
    damaged = path.read_bytes()
    faults.writes_left = fault_at
    sentence = ""
    try:
        Store.open(path).close()
    except StoreError as error:
        sentence = error.sentence
    faults.writes_left = None
    if sentence:
        assert "The disk is full" in sentence
        assert path.read_bytes() == damaged
        assert files(path) == ["conversations.db"]
    with Store.open(path) as store:
        assert len(store.path(1)) == 40
