"""The folder of saved states: bounded, private, and nothing in it is believed unchecked."""

from __future__ import annotations

import os
import stat

import pytest

from assistant.engine import state_files
from assistant.engine.saved_states import SavedStates
from assistant.engine.state_files import StateFolder, file_name, model_key, pack, read_state, read_tokens

TOKENS = list(range(300))
MODEL = "0123456789abcdef"


@pytest.fixture(params=[b"", b"s" * 32], ids=["plain", "encrypted"])
def folder(tmp_path, request):
    return StateFolder(tmp_path / "states", secret=request.param)


def write(folder, owner="7", tokens=TOKENS, state=b"state" * 100):
    name = file_name(MODEL, owner)
    assert folder.write(name, pack(MODEL, owner, tokens, state, key=folder.key()))
    return folder.path / name


def test_what_is_written_is_read_back(folder):
    file = write(folder)
    saved = read_tokens(file, MODEL, key=folder.key())
    assert saved.owner == "7"
    assert saved.tokens == TOKENS
    assert read_state(saved, key=folder.key()) == b"state" * 100


def test_the_secret_of_plain_files_stays_the_same_and_is_the_users_alone(tmp_path):
    folder = StateFolder(tmp_path / "states")
    secret = folder.key().secret
    assert len(secret) == 32
    assert StateFolder(folder.path).key().secret == secret
    if os.name == "posix":
        assert stat.S_IMODE((folder.path / "secret").stat().st_mode) == 0o600


def test_no_single_changed_bit_is_believed(folder):
    file = write(folder, state=b"s" * 40)
    whole = file.read_bytes()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        saved = read_tokens(file, MODEL, key=folder.key())
        assert saved is None or read_state(saved, key=folder.key()) is None, place


def test_no_truncated_file_is_believed(folder):
    file = write(folder, state=b"s" * 40)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        saved = read_tokens(file, MODEL, key=folder.key())
        assert saved is None or read_state(saved, key=folder.key()) is None, length


def test_a_file_of_another_model_is_passed_over(folder):
    assert read_tokens(write(folder), "f" * 16, key=folder.key()) is None


def test_an_owner_has_one_file_for_a_model(folder):
    write(folder)
    write(folder, tokens=TOKENS * 2)
    assert len(list(folder.path.glob("*.state"))) == 1


def test_forgetting_an_owner_leaves_the_others(folder):
    write(folder, "7")
    other = write(folder, "8")
    folder.forget("7")
    assert list(folder.path.glob("*.state")) == [other]


def test_the_oldest_goes_when_there_are_too_many(folder, monkeypatch):
    monkeypatch.setattr(state_files, "MAX_FILES", 3)
    files = [write(folder, str(number)) for number in range(3)]
    for age, file in enumerate(files):
        os.utime(file, (1_000 + age, 1_000 + age))
    newest = write(folder, "new")
    assert {file.name for file in folder.path.glob("*.state")} == {files[1].name, files[2].name, newest.name}


def test_the_folder_keeps_within_its_size(folder, monkeypatch):
    monkeypatch.setattr(state_files, "MAX_FOLDER_BYTES", 5_000)
    for number in range(6):
        write(folder, str(number), state=b"x" * 1_000)
    assert sum(file.stat().st_size for file in folder.path.glob("*.state")) <= 5_000


def test_nothing_is_written_to_a_full_disk(folder, monkeypatch):
    folder.key()
    monkeypatch.setattr(state_files, "_free_bytes", lambda _: state_files.LEAST_FREE_BYTES)
    assert not folder.write(file_name(MODEL, "7"), b"content")
    assert not list(folder.path.glob("*.state*"))


@pytest.mark.parametrize("name", ["../evil.state", "evil.state", "", "a" * 16 + "-" + "b" * 16 + ".state/x"])
def test_only_names_of_states_are_written(folder, name):
    folder.key()
    assert not folder.write(name, b"content")


def test_a_folder_that_cannot_be_made_means_that_nothing_is_saved(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    folder = StateFolder(tmp_path / "file" / "states")
    assert folder.key().secret == b""
    assert not folder.write(file_name(MODEL, "7"), b"content")


def test_short_conversations_and_small_additions_are_not_worth_a_file(folder):
    states = SavedStates(folder.path, model=MODEL, key=folder.key())
    assert not states.wanted("7", TOKENS[:100])
    assert states.wanted("7", TOKENS)
    states.pack("7", TOKENS, b"state")
    assert not states.wanted("7", [*TOKENS, 1, 2, 3])
    assert states.wanted("7", TOKENS * 2)


def test_a_state_is_found_by_what_it_begins_with(folder):
    write(folder, "7")
    states = SavedStates(folder.path, model=MODEL, key=folder.key())
    assert states.find([*TOKENS, 1, 2], known=0, whole=True, other=None).tokens == TOKENS
    assert states.find([*TOKENS[:250], 9], known=0, whole=False, other=None).tokens == TOKENS
    assert states.find([*TOKENS[:250], 9], known=0, whole=True, other=None) is None
    assert states.find([*TOKENS[:250], 9], known=240, whole=False, other=None) is None


def test_the_key_of_a_model_changes_with_its_content_and_the_engine(tmp_path):
    file = tmp_path / "model.gguf"
    file.write_bytes(b"a" * 100)
    os.utime(file, (1, 1))
    first = model_key(file, "1")
    assert model_key(file, "2") != first
    file.write_bytes(b"b" * 100)
    os.utime(file, (1, 1))
    assert model_key(file, "1") != first


STATE = b"a state with words in it " * 100_000


def test_nothing_of_an_encrypted_file_can_be_read(tmp_path):
    folder = StateFolder(tmp_path / "states", secret=b"s" * 32)
    content = write(folder, "owner-name", state=STATE).read_bytes()
    for readable in (b"words", b"owner-name", MODEL.encode(), (77).to_bytes(4, "little") + (78).to_bytes(4, "little")):
        assert readable not in content
    assert [file.name for file in folder.path.iterdir()] == [file_name(MODEL, "owner-name")]


def test_an_encrypted_state_of_several_pieces_is_read_back(tmp_path):
    folder = StateFolder(tmp_path / "states", secret=b"s" * 32)
    saved = read_tokens(write(folder, state=STATE), MODEL, key=folder.key())
    assert read_state(saved, key=folder.key()) == STATE


def test_two_files_of_the_same_state_have_nothing_in_common(tmp_path):
    folder = StateFolder(tmp_path / "states", secret=b"s" * 32)
    first = write(folder, state=STATE).read_bytes()
    second = write(folder, state=STATE).read_bytes()
    same = sum(a == b for a, b in zip(first[8:100_000], second[8:100_000], strict=True))
    assert same < 1_000  # one in 256 by chance


@pytest.mark.parametrize(("written", "read"), [(b"", b"s" * 32), (b"s" * 32, b""), (b"s" * 32, b"t" * 32)])
def test_files_of_another_key_are_passed_over(tmp_path, written, read):
    file = write(StateFolder(tmp_path / "states", secret=written))
    assert read_tokens(file, MODEL, key=StateFolder(tmp_path / "states", secret=read).key()) is None


def test_tokens_beyond_the_head_are_read_back(tmp_path):
    folder = StateFolder(tmp_path / "states", secret=b"s" * 32)
    tokens = list(range(9_000))
    assert read_tokens(write(folder, tokens=tokens), MODEL, key=folder.key()).tokens == tokens
