from __future__ import annotations

import json
import subprocess
import sys

import pytest

from assistant.settings import SettingsFile
from assistant.store import Role, Store
from assistant.store.backups import listed
from assistant.store.safekeeping import FOLDER_NAME


@pytest.fixture
def path(data):
    """A store with a conversation of 60 messages."""
    path = data / "conversations.db"
    with Store.open(path) as store:
        one = store.create_conversation(title="Bread")
        for number in range(60):
            store.add_message(one.id, parent_id=None, role=Role.USER, text=f"{number} " * 200)
    return path


def titles(path):
    with Store.open(path, read_only=True) as store:
        return [one.title for one in store.conversations()]


def damage(path):
    content = bytearray(path.read_bytes())
    content[5 * 4096 : 6 * 4096] = bytes(4096)
    path.write_bytes(content)


def test_a_whole_store_is_said_to_be_whole(thimble, path):
    done = thimble("history", "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "The file is whole. Conversations: 1, messages: 60, backups: 0.\n"


def test_check_as_json(thimble, path):
    done = thimble("history", "check", "--json")
    facts = json.loads(done.stdout)
    assert (facts["whole"], facts["messages"], facts["damaged_backups"]) == (True, 60, [])


def test_damage_is_told_and_nothing_is_changed_without_a_yes(thimble, path):
    damage(path)
    before = path.read_bytes()
    done = thimble("history", "check")
    assert done.returncode == 1
    assert "The file is damaged" in done.stdout
    assert "Nobody can be asked here" in done.stderr
    asked = thimble("history", "check", "--json")
    assert asked.returncode == 1
    assert json.loads(asked.stdout)["repaired"] is False
    assert path.read_bytes() == before


def test_damage_is_repaired_with_a_yes_and_the_damaged_file_is_kept(thimble, path):
    damage(path)
    before = path.read_bytes()
    done = thimble("history", "check", "--yes")
    assert done.returncode == 0
    assert "All that could still be read was saved into a new one (conversations: 1, messages:" in done.stdout
    assert thimble("history", "check").returncode == 0
    (aside,) = path.parent.glob("*.damaged-*.db")
    assert aside.read_bytes() == before
    assert titles(path) == ["Bread"]


def test_damage_is_not_repaired_below_an_open_window(thimble, path):
    with Store.open(path):
        # In another process: one that opens and closes the file here would take the lock of this store with it.
        program = "import sys; file = open(sys.argv[1], 'r+b'); file.seek(5 * 4096); file.write(bytes(4096))"
        subprocess.run([sys.executable, "-c", program, str(path)], check=True)
        done = thimble("history", "check", "--yes")
    assert done.returncode == 1
    assert "open in another program" in done.stderr


def test_a_damaged_backup_is_named(thimble, path):
    thimble("history", "backup")
    (backup,) = listed(path)
    damage(backup.path)
    done = thimble("history", "check")
    assert done.returncode == 1
    assert f"Damaged backups: {backup.path.name}" in done.stdout


def test_a_backup_goes_beside_the_store_or_into_a_folder(thimble, path, tmp_path):
    done = thimble("history", "backup", "--json")
    (own,) = listed(path)
    assert json.loads(done.stdout) == {"backup": str(own.path), "bytes": own.size}
    done = thimble("history", "backup", str(tmp_path / "stick"))
    assert done.returncode == 0
    (there,) = listed(path, tmp_path / "stick")
    assert titles(there.path) == ["Bread"]
    assert str(there.path) in done.stdout


def test_a_folder_that_is_not_there_is_one_sentence(thimble, path, tmp_path):
    done = thimble("history", "backup", str(tmp_path / "gone" / "deeper"))
    assert done.returncode == 1
    assert "is not there, so no backup was made" in done.stderr


def test_a_backup_is_made_while_the_window_is_open(thimble, path):
    with Store.open(path) as store:
        store.create_conversation(title="Soup")
        assert thimble("history", "backup").returncode == 0
        (backup,) = listed(path)
        assert titles(backup.path) == ["Soup", "Bread"]


def test_backups_are_listed_with_numbers_the_chosen_folder_included(thimble, path, tmp_path):
    assert "There are no backups yet" in thimble("history", "restore").stdout
    SettingsFile(path.with_name("settings.json")).update(backup_folder=str(tmp_path))
    thimble("history", "backup", str(tmp_path / FOLDER_NAME))
    thimble("history", "backup")
    lines = thimble("history", "restore").stdout.splitlines()
    assert [line.split()[0] for line in lines] == ["1", "2"]
    assert FOLDER_NAME in lines[1]
    (first, second) = json.loads(thimble("history", "restore", "--json").stdout)
    assert first["number"] == 1
    assert second["replaced"] is False


def test_a_restored_backup_takes_the_place_and_what_was_there_is_kept(thimble, path):
    thimble("history", "backup")
    with Store.open(path) as store:
        store.create_conversation(title="Soup")
    done = thimble("history", "restore", "1", "--yes")
    assert done.returncode == 0
    assert titles(path) == ["Bread"]
    (before,) = (one for one in listed(path) if one.replaced)
    assert str(before.path) in done.stdout
    assert thimble("history", "restore", before.path.name, "--yes").returncode == 0
    assert titles(path) == ["Soup", "Bread"]


def test_a_damaged_store_is_repaired_before_a_backup_is_restored(thimble, path):
    thimble("history", "backup")
    damage(path)
    done = thimble("history", "restore", "1", "--yes")
    assert done.returncode == 0
    assert "was damaged and kept as" in done.stderr
    assert titles(path) == ["Bread"]


def test_a_backup_becomes_a_new_file(thimble, path, tmp_path):
    thimble("history", "backup")
    done = thimble("history", "restore", "1", "--to", str(tmp_path / "new.db"))
    assert done.returncode == 0
    assert titles(tmp_path / "new.db") == ["Bread"]
    again = thimble("history", "restore", "1", "--to", str(tmp_path / "new.db"))
    assert again.returncode == 1
    assert "exists already" in again.stderr


@pytest.mark.parametrize("wanted", ["7", "gone.db", "0"])
def test_a_backup_that_is_not_there_is_one_sentence(thimble, path, wanted):
    done = thimble("history", "restore", wanted, "--yes")
    assert done.returncode == 1
    assert done.stderr == f"There is no backup {wanted}; “history restore” lists the backups there are.\n"


def test_nothing_is_restored_below_an_open_window(thimble, path):
    thimble("history", "backup")
    with Store.open(path) as store:
        done = thimble("history", "restore", "1", "--yes")
        assert done.returncode == 1
        assert "open in another program" in done.stderr
        assert len(store.conversations()) == 1
