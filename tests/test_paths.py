from __future__ import annotations

from pathlib import Path

from assistant import paths
from assistant.paths import find_paths


def test_the_option_goes_before_the_environment(monkeypatch, tmp_path):
    monkeypatch.setenv("THIMBLE_HOME", str(tmp_path / "environment"))
    found = find_paths(tmp_path / "option")
    assert (found.data, found.origin) == (tmp_path / "option", "option")


def test_the_environment_goes_before_a_portable_folder(monkeypatch, tmp_path):
    (tmp_path / "thimble-data").mkdir()
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    monkeypatch.setenv("THIMBLE_HOME", str(tmp_path / "environment"))
    assert find_paths().data == tmp_path / "environment"


def test_a_folder_beside_the_program_makes_it_portable(monkeypatch, tmp_path):
    (tmp_path / "thimble-data").mkdir()
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    monkeypatch.delenv("THIMBLE_HOME", raising=False)
    assert (find_paths().data, find_paths().origin) == (tmp_path / "thimble-data", "portable")


def test_otherwise_it_is_the_users_own_folder(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "program_folder", lambda: tmp_path)
    monkeypatch.delenv("THIMBLE_HOME", raising=False)
    assert find_paths().origin == "user"


def test_a_relative_folder_becomes_absolute_and_nothing_is_made(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = find_paths(Path("here"))
    assert found.data == tmp_path / "here"
    assert not found.data.exists()


def test_everything_lies_in_the_data_folder(tmp_path):
    found = find_paths(tmp_path)
    for file in (found.settings, found.conversations, found.models, found.log, found.instance_lock):
        assert file.parent == tmp_path
