from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import environment
import pytest
from environment import Profile, Stamp, installed_packages, read_stamp, wanted_stamp, write_stamp


@pytest.fixture
def stamp():
    return Stamp(Profile.RUN, locked="abc", python="/usr/bin/python3.11", processor="avx2", qt=("xcb",))


def test_a_stamp_is_read_as_it_was_written(tmp_path, stamp):
    write_stamp(tmp_path, stamp)
    assert read_stamp(tmp_path) == stamp


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b'{"profile": "other"}', b"\xff\xfe"])
def test_a_damaged_stamp_counts_as_none(tmp_path, stamp, content):
    write_stamp(tmp_path, stamp)
    (tmp_path / "thimble-setup.json").write_bytes(content)
    assert read_stamp(tmp_path) is None


def test_an_up_to_date_environment_satisfies(stamp):
    assert stamp.satisfies(stamp)
    assert stamp.satisfies(replace(stamp, qt=()))


def test_an_environment_for_development_also_runs_the_program(stamp):
    assert replace(stamp, profile=Profile.DEVELOP).satisfies(stamp)
    assert not stamp.satisfies(replace(stamp, profile=Profile.DEVELOP))


@pytest.mark.parametrize(
    "change",
    [
        {"locked": "other"},
        {"python": "/usr/bin/python3.13"},
        {"processor": "sse4"},
        {"qt": ("offscreen", "xcb")},
    ],
)
def test_an_environment_made_for_something_else_does_not_satisfy(stamp, change):
    assert not stamp.satisfies(replace(stamp, **change))


def test_a_changed_lock_file_is_noticed(tmp_path, monkeypatch):
    for name in ("pip.txt", "runtime.txt", "dev.txt", "model.txt"):
        (tmp_path / name).write_text("a==1\n")
    monkeypatch.setattr(environment, "REQUIREMENTS", tmp_path)
    before = wanted_stamp(Profile.RUN)
    (tmp_path / "dev.txt").write_bytes(b"a==1\r\n")
    assert wanted_stamp(Profile.RUN) == before
    (tmp_path / "runtime.txt").write_text("a==2\n")
    assert wanted_stamp(Profile.RUN) != before


def test_the_processor_is_always_the_same_one_here():
    assert environment.processor() == environment.processor() != ""


@pytest.fixture
def venv(tmp_path):
    folder = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
    return folder


def test_a_finished_environment_is_built_on(venv):
    assert environment._is_sound(venv)


def test_an_interrupted_installation_is_made_anew(venv):
    (venv / "thimble-incomplete").touch()
    assert not environment._is_sound(venv)


def test_an_environment_without_pip_is_made_anew(venv):
    for package in environment.site_packages(venv).glob("pip*"):
        package.rename(package.with_name("gone-" + package.name))
    assert not environment._is_sound(venv)


@pytest.mark.skipif(os.name == "nt", reason="Windows copies the interpreter")
def test_an_environment_whose_interpreter_is_gone_is_made_anew(venv):
    python = venv / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert not environment._is_sound(venv)


def test_an_empty_folder_is_made_anew(tmp_path):
    assert not environment._is_sound(tmp_path)


def test_installed_packages_are_found_whatever_their_spelling(tmp_path):
    for name in ("PySide6_Essentials-6.11.3", "import_linter-2.16", "msgspec-0.22.0"):
        (tmp_path / f"{name}.dist-info").mkdir()
    expected = {"pyside6-essentials": "6.11.3", "import-linter": "2.16", "msgspec": "0.22.0"}
    assert installed_packages(tmp_path) == expected


@pytest.mark.model
def test_the_model_that_came_with_the_package_is_intact_and_llama_cpp_reads_it():
    site = Path(sys.prefix)
    model = environment.builtin_model.check(environment.site_packages(site))
    probe = Path(environment.__file__).with_name("probe_llama.py")
    assert subprocess.run([sys.executable, probe, model], check=False).returncode == 0


def test_a_damaged_model_is_refused(tmp_path):
    file = tmp_path / environment.builtin_model.FILE
    file.parent.mkdir()
    with file.open("wb") as out:
        out.truncate(environment.builtin_model.SIZE)
    with pytest.raises(environment.SetupError, match="damaged"):
        environment.builtin_model.check(tmp_path)


def test_a_missing_model_is_said(tmp_path):
    with pytest.raises(environment.SetupError, match="missing"):
        environment.builtin_model.check(tmp_path)
