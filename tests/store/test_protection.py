from __future__ import annotations

import hashlib

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import Store, keys
from assistant.store import protection as protection_module
from assistant.store.backups import backups, verify
from assistant.store.cipher import Form, form_of
from assistant.store.conversion import NotWholeError, convert, seal, unseal
from assistant.store.database import connect
from assistant.store.keys import KeyState, WrongPassphraseError, copy_path, key_path, new_key, set_state, wrap
from assistant.store.protection import Protection
from tests.store.protected_folder import PASSPHRASE, SECRETS, add, fill, readable, texts


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch):
    monkeypatch.setattr(keys, "_COST", 1 << 8)


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def protection(data):
    return fill(data)


def digests(data):
    return {
        str(file.relative_to(data)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in data.rglob("*")
        if file.is_file() and ".damaged-" in file.name
    }


def test_nothing_can_be_read_on_disk_once_protection_is_on(protection, data):
    assert {secret for _, secret in readable(data)} == set(SECRETS)
    protection.turn_on(PASSPHRASE)
    assert readable(data) == []


def test_all_conversations_are_there_with_the_key_also_those_of_the_log(protection, data):
    key = protection.turn_on(PASSPHRASE)
    assert sorted(texts(protection.store, key)) == sorted([*SECRETS[:3], SECRETS[0] * 3_000])
    with Store.open(protection.store, key=key) as store:
        assert store.get_state("new-chat-draft") == SECRETS[3]


def test_the_passphrase_gives_the_same_key_at_the_next_start(protection):
    key = protection.turn_on(PASSPHRASE)
    unlocked = protection.unlock(PASSPHRASE)
    assert (unlocked.key, unlocked.state, unlocked.waiting) == (key, KeyState.ON, False)
    assert protection.finish(unlocked) == key


def test_whole_backups_are_whole_and_encrypted(protection):
    whole = []
    for backup in backups(protection.store):
        try:
            verify(backup)
        except (apsw.Error, apsw.CorruptError):
            continue
        whole.append(backup)
    assert len(whole) == 2
    key = protection.turn_on(PASSPHRASE)
    for backup in whole:
        assert form_of(backup, key) is Form.ENCRYPTED
        verify(backup, key=key)


def test_turning_off_gives_every_file_its_bytes_or_rows_back(protection, data):
    before = digests(data)
    assert len(before) == 3
    with_log = sorted([*SECRETS[:3], SECRETS[0] * 3_000])
    protection.turn_on(PASSPHRASE)
    assert digests(data).keys().isdisjoint(before)
    protection.turn_off(PASSPHRASE)
    assert not protection.is_on
    assert not key_path(protection.store).exists()
    assert not copy_path(protection.store).exists()
    assert digests(data) == before
    assert sorted(texts(protection.store, None)) == with_log
    assert protection.notices == []


def test_progress_only_goes_forward_and_ends_at_one(protection):
    with Store.open(protection.store) as store:
        for _ in range(40):
            add(store, "x" * 200_000)
    told = []
    protection.turn_on(PASSPHRASE, report=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert len([share for share in told if 0 < share < 1]) > 5
    told.clear()
    protection.turn_off(PASSPHRASE, report=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_an_empty_data_folder_can_be_protected_before_its_first_conversation(data):
    data.mkdir()
    protection = Protection(data / "conversations.db")
    key = protection.turn_on(PASSPHRASE)
    with Store.open(protection.store, key=key) as store:
        add(store, SECRETS[0])
    assert readable(data) == []


def test_a_short_passphrase_is_refused_and_nothing_is_changed(protection, data):
    with pytest.raises(StoreError, match="too short"):
        protection.turn_on("seven77")
    assert not protection.is_on
    assert form_of(protection.store) is Form.PLAIN


def test_protection_is_set_only_once(protection):
    protection.turn_on(PASSPHRASE)
    with pytest.raises(StoreError, match="protected already"):
        protection.turn_on("another passphrase")
    assert protection.unlock(PASSPHRASE)


def test_changing_the_passphrase_writes_no_conversation_again(protection):
    key = protection.turn_on(PASSPHRASE)
    before = protection.store.read_bytes()
    protection.change(PASSPHRASE, "another passphrase")
    assert protection.store.read_bytes() == before
    assert protection.unlock("another passphrase").key == key
    with pytest.raises(WrongPassphraseError):
        protection.unlock(PASSPHRASE)


@pytest.mark.parametrize(
    "change", [lambda one: one.change("wrong wrong", "another passphrase"), lambda one: one.turn_off("wrong")]
)
def test_the_wrong_passphrase_changes_nothing(protection, data, change):
    key = protection.turn_on(PASSPHRASE)
    with pytest.raises(WrongPassphraseError):
        change(protection)
    assert protection.unlock(PASSPHRASE).key == key
    assert readable(data) == []


def test_a_store_in_use_elsewhere_is_not_converted(protection, data):
    with Store.open(protection.store), pytest.raises(StoreError, match="Another program"):
        protection.turn_on(PASSPHRASE)
    assert not protection.is_on
    assert len(texts(protection.store, None)) == 4


def test_two_programs_never_convert_at_once(protection):
    with protection._alone(), pytest.raises(StoreError, match="Another program"):
        Protection(protection.store).turn_on(PASSPHRASE)
    assert not protection.is_on


def test_a_store_open_with_the_key_is_not_made_plain(protection):
    key = protection.turn_on(PASSPHRASE)
    with Store.open(protection.store, key=key), pytest.raises(StoreError, match="Another program"):
        protection.turn_off(PASSPHRASE)
    unlocked = protection.unlock(PASSPHRASE)
    assert (unlocked.state, form_of(protection.store, key)) == (KeyState.ON, Form.ENCRYPTED)


def test_a_damaged_store_is_not_converted_and_stays_for_the_repair(protection):
    content = bytearray(protection.store.read_bytes())
    content[4096:12_000] = bytes(12_000 - 4096)
    protection.store.write_bytes(content)
    log = protection.store.with_name("conversations.db-wal").read_bytes()
    with pytest.raises(StoreError, match="damaged"):
        protection.turn_on(PASSPHRASE)
    assert not protection.is_on
    assert protection.store.read_bytes() == content
    assert protection.store.with_name("conversations.db-wal").read_bytes() == log


def test_a_plain_backup_that_comes_in_later_is_encrypted_at_the_next_start(protection, data):
    key = protection.turn_on(PASSPHRASE)
    plain = data / "plain" / "conversations.db"
    with Store.open(plain) as store:
        add(store, SECRETS[0])
    plain.rename(data / "backups" / "conversations-2027-01-01-000000.000000Z.db")
    unlocked = protection.unlock(PASSPHRASE)
    assert unlocked.waiting
    assert protection.finish(unlocked) == key
    assert readable(data) == []


def test_backups_in_another_folder_are_converted_too(protection, data, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    backups(protection.store)[0].rename(stick / "conversations-2027-01-01-000000.000000Z.db")
    protection.more_folders = (stick, tmp_path / "not plugged in")
    protection.turn_on(PASSPHRASE)
    assert readable(stick) == []


def test_an_encrypted_file_that_was_damaged_stays_and_its_key_is_kept(protection, data):
    key = protection.turn_on(PASSPHRASE)
    damaged = data / "conversations.damaged-2026-05-05.db"
    content = bytearray(protection.store.read_bytes())
    content[5_000:9_000] = bytes(4_000)
    damaged.write_bytes(content)
    protection.turn_off(PASSPHRASE)
    assert damaged.read_bytes() == content
    kept = data / "conversations.kept.key"
    assert [notice.values for notice in protection.notices] == [{"files": damaged.name, "key": kept.name}]
    assert not protection.is_on
    assert len(texts(protection.store, None)) == 4
    kept.rename(key_path(protection.store))
    assert protection.unlock(PASSPHRASE).key == key


def test_a_full_disk_changes_nothing(protection, monkeypatch):
    monkeypatch.setattr(protection_module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000})())
    with pytest.raises(StoreError, match="disk is full"):
        protection.turn_on(PASSPHRASE)
    assert not protection.is_on


def test_whatever_write_fails_the_store_opens_afterwards_and_nothing_is_lost(data, faults):
    """The disk is full from each write on in turn."""
    failed = 0
    for number in range(0, 400, 13):
        protection = fill(data / str(number))
        faults.writes_left = number
        try:
            protection.turn_on(PASSPHRASE)
        except StoreError:
            failed += 1
        faults.writes_left = None
        key = protection.finish(protection.unlock(PASSPHRASE)) if protection.is_on else None
        assert len(texts(protection.store, key)) == 4
        assert key is None or readable(data / str(number)) == []
    assert failed > 5


def test_reading_how_a_file_looks_keeps_its_locks(tmp_path):
    """A plain open and close would drop them, and another program would take the log away."""
    import subprocess
    import sys

    path = tmp_path / "conversations.db"
    with Store.open(path) as store:
        add(store, SECRETS[0])
        form_of(path)
        Store.open(path, read_only=True).close()
        code = "import apsw, sys; apsw.Connection(sys.argv[1]).execute('SELECT count(*) FROM message').fetchall()"
        subprocess.run([sys.executable, "-c", code, str(path)], check=True)
        assert path.with_name("conversations.db-wal").exists()
        add(store, SECRETS[1])
    assert len(texts(path, None)) == 2


def test_a_file_that_is_no_database_is_sealed_and_comes_back(tmp_path):
    key = new_key()
    file = tmp_path / "conversations.damaged-1.db"
    content = bytes(range(256)) * 10_000
    file.write_bytes(content)
    seal(file, key=key)
    sealed = tmp_path / "conversations.damaged-1.db.sealed"
    assert [one.name for one in tmp_path.iterdir()] == [sealed.name]
    assert form_of(sealed, key) is Form.ENCRYPTED
    unseal(sealed, key=key)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
    assert file.read_bytes() == content


def test_unsealing_overwrites_nothing(tmp_path):
    key = new_key()
    file = tmp_path / "conversations.damaged-1.db"
    file.write_bytes(b"first" * 1_000)
    seal(file, key=key)
    file.write_bytes(b"second")
    unseal(tmp_path / "conversations.damaged-1.db.sealed", key=key)
    assert {one.name: one.read_bytes()[:6] for one in tmp_path.iterdir()} == {
        "conversations.damaged-1.db": b"second",
        "conversations.damaged-1-2.db": b"firstf",
    }


def test_a_damaged_sealed_file_stays(tmp_path):
    key = new_key()
    file = tmp_path / "conversations.damaged-1.db"
    file.write_bytes(b"first" * 10_000)
    seal(file, key=key)
    sealed = tmp_path / "conversations.damaged-1.db.sealed"
    content = bytearray(sealed.read_bytes())
    content[20_000] ^= 1
    sealed.write_bytes(content)
    with pytest.raises(NotWholeError):
        unseal(sealed, key=key)
    assert sealed.read_bytes() == content


def test_converting_a_file_that_has_the_form_already_changes_nothing(tmp_path):
    path = tmp_path / "conversations.db"
    key = new_key()
    with Store.open(path, key=key) as store:
        add(store, SECRETS[0])
    before = path.read_bytes()
    convert(path, old=None, new=key)
    assert path.read_bytes() == before


def test_an_encrypted_file_reads_as_noise(tmp_path):
    """Every page differs from what it would be in plain, the first one from its first byte."""
    path = tmp_path / "conversations.db"
    key = new_key()
    with Store.open(path, key=key) as store:
        add(store, "a" * 100_000)
    content = path.read_bytes()
    counts = [content.count(bytes([value])) for value in range(256)]
    assert max(counts) < 2 * len(content) / 256
    connection = connect(path, key=key, read_only=True)
    assert connection.execute("SELECT count(*) FROM message").fetchall() == [(1,)]
    connection.close()


def test_turning_off_that_was_interrupted_ends_at_the_next_start(protection, data):
    key = protection.turn_on(PASSPHRASE)
    set_state(protection.store, key, KeyState.TURNING_OFF)
    unlocked = protection.unlock(PASSPHRASE)
    assert unlocked.waiting
    assert protection.finish(unlocked) is None
    assert not protection.is_on
    assert len(texts(protection.store, None)) == 4


def test_turning_on_that_was_interrupted_ends_at_the_next_start(protection, data):
    key = new_key()
    wrap(protection.store, key, PASSPHRASE, state=KeyState.TURNING_ON)
    unlocked = protection.unlock(PASSPHRASE)
    assert protection.finish(unlocked) == key
    assert readable(data) == []
    assert not protection.unlock(PASSPHRASE).waiting
