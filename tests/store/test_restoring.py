from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.errors import StoreError
from assistant.store import Role, Store
from assistant.store.backups import listed
from assistant.store.cipher import Form, form_of
from assistant.store.database import connect
from assistant.store.migrations import MIGRATIONS, Migration
from assistant.store.restoring import refuse_in_use, restore_to

KEY = bytes(range(32))


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request):
    return request.param


def titles(store):
    return sorted(one.title for one in store.conversations())


def test_a_restored_backup_is_what_the_store_holds_and_what_was_there_is_kept(path, key):
    with Store.open(path, key=key) as store:
        store.create_conversation(title="Bread")
        backup = store.back_up()
        store.create_conversation(title="Soup")
        before = store.restore(backup)
        assert titles(store) == ["Bread"]
        store.create_conversation(title="and on")
    with Store.open(path, key=key) as store:
        assert store.notices == []
        assert titles(store) == ["Bread", "and on"]
        assert [one.path for one in listed(path) if one.replaced] == [before]
        store.restore(before)
        assert titles(store) == ["Bread", "Soup"]


def test_other_connections_see_the_restored_content_at_once(path):
    with Store.open(path) as store, Store.open(path) as other, Store.open(path, read_only=True) as reader:
        backup = store.back_up()
        other.create_conversation(title="Soup")
        store.restore(backup)
        assert titles(other) == titles(reader) == []
        other.create_conversation(title="after")
        assert titles(reader) == ["after"]


def test_restoring_leaves_nothing_but_the_store_and_the_backups(path):
    with Store.open(path) as store:
        store.restore(store.back_up())
    assert sorted(one.name for one in path.parent.iterdir()) == ["backups", "conversations.db"]


def test_a_backup_of_an_earlier_schema_is_brought_up_to_date(path, tmp_path):
    old = tmp_path / "conversations-old.db"
    Store.open(old, migrations=MIGRATIONS[:1]).close()
    connection = connect(old)
    connection.execute(
        "INSERT INTO conversation (id, title, system_text, created_at, updated_at) VALUES (1, 'Bread', '', 5, 5)"
    )
    connection.close()
    before = old.read_bytes()
    with Store.open(path) as store:
        store.restore(old)
        assert titles(store) == ["Bread"]
        store.move_to_folder(1, store.create_folder("Work").id)
    assert old.read_bytes() == before


def test_a_plain_backup_restored_into_an_encrypted_store_is_encrypted(path, tmp_path):
    plain = tmp_path / "plain.db"
    with Store.open(plain) as store:
        store.create_conversation(title="Bread")
    with Store.open(path, key=KEY) as store:
        store.restore(plain)
        assert titles(store) == ["Bread"]
    for file in path.parent.rglob("*.db*"):
        assert b"Bread" not in file.read_bytes()


def test_a_backup_of_another_passphrase_is_refused(path, tmp_path):
    other = tmp_path / "other.db"
    Store.open(other, key=bytes(32)).close()
    for key in (None, KEY):
        own = tmp_path / f"{key}" / path.name
        with Store.open(own, key=key) as store, pytest.raises(StoreError, match="encrypted with another passphrase"):
            store.restore(other)


def test_a_backup_of_a_newer_thimble_is_refused(path, tmp_path):
    newer = tmp_path / "newer.db"
    Store.open(newer, migrations=(*MIGRATIONS, Migration("2099-01 mood", "CREATE TABLE mood (x TEXT) STRICT"))).close()
    with Store.open(path) as store:
        store.create_conversation(title="Bread")
        with pytest.raises(StoreError, match="newer Thimble"):
            store.restore(newer)
        assert titles(store) == ["Bread"]


@pytest.mark.parametrize("content", [b"", b"Dear diary" * 900, bytes(40_000)], ids=["empty", "text", "zeros"])
def test_what_is_no_backup_is_refused_and_nothing_changes(path, tmp_path, content):
    file = tmp_path / "diary.db"
    file.write_bytes(content)
    with Store.open(path) as store:
        store.create_conversation(title="Bread")
        with pytest.raises(StoreError, match="is damaged or is no backup of Thimble"):
            store.restore(file)
        assert titles(store) == ["Bread"]
    assert listed(path) == []
    assert file.read_bytes() == content


def test_a_damaged_backup_is_refused(path, key):
    with Store.open(path, key=key) as store:
        one = store.create_conversation(title="Bread")
        for _ in range(60):
            store.add_message(one.id, parent_id=None, role=Role.USER, text="words " * 200)
        backup = store.back_up()
        content = bytearray(backup.read_bytes())
        content[len(content) // 2 :] = bytes(len(content) - len(content) // 2)
        backup.write_bytes(content)
        with pytest.raises(StoreError, match="is damaged or is no backup"):
            store.restore(backup)
        assert titles(store) == ["Bread"]


def test_a_backup_that_is_gone_is_one_sentence(store, tmp_path):
    with pytest.raises(StoreError, match="is not there; look whether the drive"):
        store.restore(tmp_path / "gone.db")


@pytest.mark.parametrize("writes_left", [0, 3, 20, 45, 70, 100, 140])
def test_a_disk_that_fills_up_while_restoring_leaves_all_as_it_was(path, faults, writes_left):
    with Store.open(path) as store:
        one = store.create_conversation(title="Bread")
        for _ in range(30):
            store.add_message(one.id, parent_id=None, role=Role.USER, text="words " * 200)
        backup = store.back_up()
        store.create_conversation(title="Soup")
        faults.writes_left = writes_left
        failed = False
        try:
            store.restore(backup)
        except StoreError:
            failed = True
        faults.writes_left = None
        assert titles(store) == (["Bread", "Soup"] if failed else ["Bread"])
        assert failed or writes_left > 50
        store.create_conversation(title="after")
    with Store.open(path) as store:
        assert store.notices == []


def test_a_backup_becomes_a_file_of_its_own(path, tmp_path, key):
    new = tmp_path / "new.db"
    with Store.open(path, key=key) as store:
        store.create_conversation(title="Bread")
        backup = store.back_up()
    restore_to(backup, new, key=key, migrations=MIGRATIONS)
    with Store.open(new, key=key) as store:
        assert titles(store) == ["Bread"]
    with pytest.raises(StoreError, match="exists already"):
        restore_to(backup, new, key=key, migrations=MIGRATIONS)


def test_a_store_that_another_program_has_open_is_told_apart(path, key):
    with Store.open(path, key=key) as store:
        store.create_conversation()
        with pytest.raises(StoreError, match="open in another program"):
            refuse_in_use(path, key=key)
    refuse_in_use(path, key=key)
    with Store.open(path, key=key) as store:
        assert len(store.conversations()) == 1
    refuse_in_use(path.with_name("none.db"), key=key)
    assert not path.with_name("none.db").exists()


def test_looking_at_a_file_leaves_the_locks_of_this_program_alone(path):
    # On POSIX, opening and closing a file takes away the locks that other connections of the same process hold on it.
    program = """if True:
        import sys
        from pathlib import Path
        from assistant.errors import StoreError
        from assistant.store.restoring import refuse_in_use
        try:
            refuse_in_use(Path(sys.argv[1]), key=None)
        except StoreError:
            print("in use")"""
    with Store.open(path) as store:
        store.create_conversation()
        assert form_of(path) is Form.PLAIN
        root = Path(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", program, str(path)], cwd=root, capture_output=True, text=True, check=True
        )
    assert done.stdout == "in use\n"
