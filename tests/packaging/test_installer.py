from __future__ import annotations

import io
import os
import sys

import compiler
import pytest
from failure import SetupError
from installer import Installer, check_space, pip_environment, sentence_for
from progress import ProgressLine

posix = pytest.mark.skipif(os.name == "nt", reason="the scripted pip is a shell script")


@pytest.fixture
def pip_that(tmp_path):
    """Return a maker of installers whose pip writes given lines and ends with a given status."""

    def make(output, status):
        (tmp_path / "output").write_text(output)
        program = tmp_path / "python"
        program.write_text(f'#!/bin/sh\necho "$@" >> "{tmp_path}/calls"\ncat "{tmp_path}/output"\nexit {status}\n')
        program.chmod(0o755)
        return Installer(program, ProgressLine(io.StringIO()), log=tmp_path / "log")

    return make


@posix
def test_every_download_is_checked_against_its_hash(pip_that, tmp_path):
    pip_that("", 0).install([tmp_path / "a.txt"], before_writing=lambda: None)
    assert "--require-hashes" in (tmp_path / "calls").read_text()
    assert "--build-constraint" in (tmp_path / "calls").read_text()


@posix
def test_the_moment_before_files_change_is_announced_once(pip_that, tmp_path):
    calls = []
    output = "Collecting a==1\n  Installing collected packages: build-tool\nInstalling collected packages: a\n"
    pip_that(output, 0).install([tmp_path / "a.txt"], before_writing=lambda: calls.append("now"))
    assert calls == ["now"]


@posix
def test_a_failure_before_that_moment_changes_nothing(pip_that, tmp_path):
    calls = []
    with pytest.raises(SetupError):
        pip_that("Collecting a==1\nERROR: broken\n", 1).install([], before_writing=lambda: calls.append("now"))
    assert calls == []


@posix
def test_what_pip_wrote_is_kept_in_the_log(pip_that, tmp_path):
    pip_that("Collecting a==1\nsomething rare\n", 0).install([], before_writing=lambda: None)
    assert "something rare" in (tmp_path / "log").read_text()


@posix
@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("WARNING: Retrying ... NewConnectionError('...: Failed to establish a new connection')\n", "no network"),
        ("ERROR: ... [Errno -3] Temporary failure in name resolution\n", "no network"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n", "disk is full"),
        ("fatal error: error writing to /tmp/x.s: No space left on device\n", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.\n", "differs from the recorded"),
        ("CMake Error: No CMAKE_CXX_COMPILER could be found.\nERROR: Failed to build x\n", r"C\+\+ compiler is needed"),
        ("g++: fatal error: Killed signal terminated program cc1plus\n", "ran out of memory"),
        ("ERROR: No matching distribution found for msgspec==0.22.0\n", "no ready-made package of msgspec"),
        ("ggml.c:1: error: x\nERROR: Failed to build llama-cpp-python\n", "could not be compiled"),
        ("ERROR: something new\n", "something new"),
        ("", "could not be installed"),
    ],
)
def test_each_failure_is_one_sentence(pip_that, output, words):
    with pytest.raises(SetupError, match=words) as caught:
        pip_that(output, 1).install([], before_writing=lambda: None)
    assert "\n" not in str(caught.value)


@posix
def test_a_pip_that_was_interrupted_is_an_interruption():
    with pytest.raises(KeyboardInterrupt):
        sentence_for(-2, "")


def test_too_little_space_is_said_with_figures(tmp_path):
    with pytest.raises(SetupError, match=r"needs 600\.0 MB in .* and 5\.0 MB are free"):
        check_space({tmp_path: 600_000_000}, free=lambda folder: 5_000_000)


def test_two_folders_on_one_disk_need_their_space_together(tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    check_space({tmp_path: 600}, free=lambda folder: 1000)
    with pytest.raises(SetupError, match="needs"):
        check_space({tmp_path: 600, inner: 600}, free=lambda folder: 1000)


def test_pip_is_kept_from_installing_elsewhere(monkeypatch):
    monkeypatch.setenv("PIP_TARGET", "/elsewhere")
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_CERT", "/etc/mine.pem")
    environment = pip_environment()
    assert "/elsewhere" not in environment.values()
    assert environment["PIP_CERT"] == "/etc/mine.pem"


def test_the_users_own_build_options_are_kept(monkeypatch):
    monkeypatch.setenv("CMAKE_ARGS", "-DGGML_NATIVE=OFF")
    assert pip_environment()["CMAKE_ARGS"].startswith("-DGGML_NATIVE=OFF -DLLAVA_BUILD=OFF")


@pytest.mark.skipif(sys.platform == "win32", reason="Visual Studio is found by CMake")
def test_a_compiler_is_only_believed_when_it_compiles(monkeypatch, tmp_path):
    broken = tmp_path / "c++"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setenv("CXX", str(broken))
    assert not compiler.works()


def test_no_compiler_is_said_with_what_to_do():
    assert "compiler is needed" in compiler.no_compiler()
    assert "run the command again" in compiler.no_compiler()


def test_llama_is_compiled_without_amx_beside_the_flags_of_the_user(monkeypatch):
    monkeypatch.setenv("CXXFLAGS", "-O1")
    monkeypatch.delenv("CFLAGS", raising=False)
    environment = pip_environment()
    assert environment["CXXFLAGS"] == "-O1 -U__AMX_INT8__"
    assert environment["CFLAGS"] == "-U__AMX_INT8__"
