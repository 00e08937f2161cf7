from __future__ import annotations

from assistant.paths import Paths
from assistant.settings import SettingsFile
from assistant.store import Store
from assistant.store.backups import backups, listed
from assistant.store.cipher import Form, form_of
from assistant.store.protection import Protection
from assistant.store.safekeeping import chosen_folder, make_backup

PASSPHRASE = "a quiet horse drinks tea"


def test_turning_the_protection_on_encrypts_the_backups_in_the_users_folder_too(tmp_path):
    paths = Paths(tmp_path / "data", "option")
    stick = tmp_path / "stick"
    stick.mkdir()
    chosen = chosen_folder(str(stick))
    with Store.open(paths.conversations) as store:
        store.create_conversation(title="Bread and butter")
        make_backup(paths.conversations)
        make_backup(paths.conversations, chosen)
    SettingsFile(paths.settings).update(backup_folder=str(stick))
    key = Protection.of(paths).turn_on(PASSPHRASE)
    files = [*backups(paths.conversations), *(one.path for one in listed(paths.conversations, chosen))]
    assert len(files) == 2
    for file in files:
        assert form_of(file, key) is Form.ENCRYPTED
        assert b"Bread" not in file.read_bytes()
    with Store.open(paths.conversations, key=key) as store:
        store.restore(files[1])
        assert [one.title for one in store.conversations()] == ["Bread and butter"]


def test_without_the_stick_the_protection_is_turned_on_all_the_same(tmp_path):
    paths = Paths(tmp_path / "data", "option")
    Store.open(paths.conversations).close()
    SettingsFile(paths.settings).update(backup_folder=str(tmp_path / "gone"))
    key = Protection.of(paths).turn_on(PASSPHRASE)
    Store.open(paths.conversations, key=key).close()


def test_a_backup_made_under_the_protection_brings_its_key_along(tmp_path):
    paths = Paths(tmp_path / "data", "option")
    Store.open(paths.conversations).close()
    key = Protection.of(paths).turn_on(PASSPHRASE)
    made = make_backup(paths.conversations, chosen_folder(str(tmp_path)), key=key)
    moved = tmp_path / "other computer"
    moved.mkdir()
    made.rename(moved / "conversations.db")
    made.with_name("conversations.key").rename(moved / "conversations.key")
    unlocked = Protection(moved / "conversations.db").unlock(PASSPHRASE)
    Store.open(moved / "conversations.db", key=unlocked.key).close()
