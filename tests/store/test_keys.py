from __future__ import annotations

import json

import pytest

from assistant.errors import StoreError
from assistant.store import Store
from assistant.store.cipher import Form, form_of
from assistant.store.keys import (
    KeyState,
    LockedError,
    WrongPassphraseError,
    copy_key,
    copy_path,
    key_path,
    new_key,
    renew_copy,
    set_state,
    unlock,
    wrap,
)

PASSPHRASE = "correct horse battery"


@pytest.fixture
def key(path):
    path.parent.mkdir()
    made = new_key()
    wrap(path, made, PASSPHRASE, state=KeyState.ON)
    return made


@pytest.fixture
def encrypted(path, key):
    with Store.open(path, key=key) as store:
        store.create_conversation(title="A secret")
    return path


def edited(path, **changes):
    content = json.loads(path.read_text())
    path.write_text(json.dumps({**content, **changes}))


def test_the_passphrase_gives_the_key_back(path, key):
    assert unlock(path, PASSPHRASE) == (key, KeyState.ON)


@pytest.mark.parametrize("wrong", ["", "correct horse batterz", "Correct horse battery", PASSPHRASE + " ", "\ud800"])
def test_any_other_passphrase_is_refused(path, key, wrong):
    with pytest.raises(WrongPassphraseError, match="not the passphrase"):
        unlock(path, wrong)


def test_a_passphrase_is_the_same_however_its_accents_are_typed(path):
    path.parent.mkdir()
    made = new_key()
    wrap(path, made, "Cafe\u0301 au lait", state=KeyState.ON)
    assert unlock(path, "Caf\u00e9 au lait")[0] == made


def test_each_wrapping_has_a_salt_of_its_own(path, key):
    first = json.loads(key_path(path).read_text())
    wrap(path, key, PASSPHRASE, state=KeyState.ON)
    second = json.loads(key_path(path).read_text())
    assert first["salt"] != second["salt"]
    assert first["wrapped"] != second["wrapped"]


def test_the_key_file_holds_neither_key_nor_passphrase(path, key):
    content = key_path(path).read_text()
    assert key.hex() not in content
    assert PASSPHRASE not in content


@pytest.mark.parametrize("name", ["salt", "wrapped", "tag", "state_tag"])
def test_a_changed_key_file_never_gives_another_key(path, key, name):
    for file in (key_path(path), copy_path(path)):
        content = json.loads(file.read_text())
        edited(file, **{name: f"{int(content[name], 16) ^ 1:064x}"})
    with pytest.raises(StoreError):
        unlock(path, PASSPHRASE)


def test_nobody_without_the_key_can_have_the_files_decrypted(path, key):
    for file in (key_path(path), copy_path(path)):
        edited(file, state="turning off")
    with pytest.raises(StoreError, match="key file"):
        unlock(path, PASSPHRASE)


@pytest.mark.parametrize("hostile", [{"n": 1 << 22, "r": 64}, {"n": 1 << 40}, {"n": 65_537}, {"p": 0}, {"salt": "ff"}])
def test_a_key_file_can_not_make_the_program_use_up_memory(path, key, hostile):
    for file in (key_path(path), copy_path(path)):
        edited(file, **hostile)
    with pytest.raises(StoreError, match="key file"):
        unlock(path, PASSPHRASE)


def test_the_state_is_kept_without_the_passphrase(path, key):
    set_state(path, key, KeyState.TURNING_OFF)
    assert unlock(path, PASSPHRASE) == (key, KeyState.TURNING_OFF)


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff\xfe", b"[" * 9_000])
def test_a_missing_or_broken_key_file_is_made_up_for_by_its_copy(path, key, content):
    if content is None:
        key_path(path).unlink()
    else:
        key_path(path).write_bytes(content)
    assert unlock(path, PASSPHRASE)[0] == key
    renew_copy(path)
    assert key_path(path).read_bytes() == copy_path(path).read_bytes()


def test_an_old_passphrase_does_not_live_on_in_the_copy(path, key):
    old = copy_path(path).read_bytes()
    wrap(path, key, "another passphrase", state=KeyState.ON)
    copy_path(path).write_bytes(old)
    renew_copy(path)
    key_path(path).unlink()
    with pytest.raises(WrongPassphraseError):
        unlock(path, PASSPHRASE)


def test_backups_elsewhere_get_the_key_as_it_is_now(path, key, tmp_path):
    stick = tmp_path / "stick"
    copy_key(path, stick)
    assert (stick / "conversations.key").read_bytes() == key_path(path).read_bytes()
    wrap(path, key, "another passphrase", state=KeyState.ON)
    copy_key(path, stick)
    assert (stick / "conversations.key").read_bytes() == key_path(path).read_bytes()


def test_backups_elsewhere_of_plain_conversations_get_no_key(path, tmp_path):
    copy_key(path, tmp_path / "stick")
    assert not (tmp_path / "stick").exists()


def test_files_are_for_their_owner_only(path, key):
    assert key_path(path).stat().st_mode & 0o077 == 0
    assert copy_path(path).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("read_only", [True, False])
def test_without_a_key_an_encrypted_store_is_locked_and_stays_as_it_is(encrypted, read_only):
    before = encrypted.read_bytes()
    with pytest.raises(LockedError, match="passphrase"):
        Store.open(encrypted, read_only=read_only)
    assert encrypted.read_bytes() == before
    assert not list(encrypted.parent.glob("*damaged*"))


@pytest.mark.parametrize("read_only", [True, False])
def test_without_its_key_file_an_encrypted_store_is_not_taken_for_damaged(encrypted, read_only):
    key_path(encrypted).unlink()
    copy_path(encrypted).unlink()
    with pytest.raises(StoreError, match=r"key file conversations\.key is missing"):
        Store.open(encrypted, read_only=read_only)
    assert not list(encrypted.parent.glob("*damaged*"))


@pytest.mark.parametrize("read_only", [True, False])
def test_a_store_of_another_key_is_not_taken_for_damaged(encrypted, read_only):
    with pytest.raises(StoreError, match="another key"):
        Store.open(encrypted, key=new_key(), read_only=read_only)
    assert not list(encrypted.parent.glob("*damaged*"))


@pytest.mark.parametrize("read_only", [True, False])
def test_a_plain_store_is_not_taken_for_damaged_when_there_is_a_key(path, read_only):
    with Store.open(path) as store:
        store.create_conversation(title="Plain")
    with pytest.raises(StoreError, match="interrupted"):
        Store.open(path, key=new_key(), read_only=read_only)
    assert not list(path.parent.glob("*damaged*"))


def test_no_store_is_begun_in_plain_while_a_key_lies_there(path, key):
    with pytest.raises(LockedError):
        Store.open(path)
    assert not path.exists()


def test_a_damaged_fingerprint_is_damage_and_not_another_key(encrypted, key):
    content = bytearray(encrypted.read_bytes())
    content[5] ^= 0x14
    encrypted.write_bytes(content)
    assert form_of(encrypted, key) is Form.ENCRYPTED
    with Store.open(encrypted, key=key) as store:
        assert store.notices
    (aside,) = encrypted.parent.glob("*damaged*")
    assert aside.read_bytes() == content


@pytest.mark.parametrize("offset", [0, 3, 15, 18, 20, 22, 40, 100])
def test_a_damaged_plain_store_is_never_taken_for_an_encrypted_one(path, offset):
    with Store.open(path) as store:
        store.create_conversation(title="Plain")
    content = bytearray(path.read_bytes())
    content[offset] ^= 0x20
    path.write_bytes(content)
    assert form_of(path) is not Form.OTHER_KEY
