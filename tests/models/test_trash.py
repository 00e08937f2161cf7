from __future__ import annotations

import os

import pytest

from assistant.errors import ModelError, TransferError
from assistant.models.trash import Trash


@pytest.fixture
def trash(tmp_path):
    return Trash(tmp_path)


@pytest.fixture
def files(tmp_path):
    found = [tmp_path / "a-1.gguf", tmp_path / "a-2.gguf"]
    for file in found:
        file.write_bytes(file.name.encode())
    return found


def test_files_come_back_as_they_were(trash, files, tmp_path):
    place = trash.take(files)
    assert not any(file.exists() for file in files)
    trash.give_back(place, files)
    assert [file.read_bytes() for file in files] == [b"a-1.gguf", b"a-2.gguf"]
    trash.empty()
    assert sorted(tmp_path.iterdir()) == files


def test_all_files_go_or_none(trash, files):
    with pytest.raises(ModelError, match="can't be removed"):
        trash.take([*files, files[0].with_name("gone.gguf")])
    assert all(file.exists() for file in files)


def test_all_files_come_back_or_none(trash, files):
    place = trash.take(files)
    (place / files[1].name).unlink()
    with pytest.raises(ModelError, match="no longer in the trash"):
        trash.give_back(place, files)
    assert not files[0].exists()
    assert (place / files[0].name).exists()


def test_a_new_file_of_the_same_name_is_not_overwritten(trash, files):
    place = trash.take(files)
    files[1].write_bytes(b"new")
    with pytest.raises(TransferError, match=r"a-2\.gguf.*already"):
        trash.give_back(place, files)
    assert files[1].read_bytes() == b"new"


def test_one_model_is_deleted_for_good_and_the_others_wait(trash, files):
    first, second = trash.take(files[:1]), trash.take(files[1:])
    trash.empty(first)
    assert not first.exists()
    trash.give_back(second, files[1:])
    assert files[1].exists()


def test_what_came_a_moment_ago_is_safe_and_what_is_old_is_deleted(trash, files):
    old, new = trash.take(files[:1]), trash.take(files[1:])
    os.utime(old, (0, 0))
    trash.empty()
    assert not old.exists()
    trash.give_back(new, files[1:])
    assert files[1].exists()


def test_an_empty_trash_can_be_emptied(trash):
    trash.empty()
