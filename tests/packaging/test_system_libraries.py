from __future__ import annotations

import ctypes
import io
import subprocess
import sys
from pathlib import Path

import apt
import pytest
import system_libraries
from failure import SetupError
from progress import ProgressLine
from system_libraries import missing_library, packages_for, platform_plugins, repeat_until_loaded

linux = pytest.mark.skipif(sys.platform != "linux", reason="the linker's messages are those of Linux")


@pytest.fixture
def progress():
    return ProgressLine(io.StringIO())


@linux
def test_the_name_is_read_from_what_the_linker_really_says():
    with pytest.raises(OSError) as caught:
        ctypes.CDLL("libxcb-nowhere.so.0")
    assert missing_library(str(caught.value)) == "libxcb-nowhere.so.0"


def test_a_message_about_something_else_names_no_library():
    assert missing_library("libEGL.so.1: undefined symbol: eglWait") is None


def test_a_missing_library_leads_to_its_package():
    assert packages_for(["libxcb-cursor.so.0", "libEGL.so.1"]) == ({"libxcb-cursor0", "libegl1"}, set())


def test_two_libraries_of_one_package_install_it_once():
    assert packages_for(["libgthread-2.0.so.0", "libglib-2.0.so.0"]) == ({"libglib2.0-0"}, set())


def test_a_library_nobody_knows_is_named(progress):
    with pytest.raises(SetupError, match=r"libstrange\.so\.7"):
        system_libraries.provide_libraries(["libstrange.so.7", "libEGL.so.1"], progress)


def test_where_nothing_may_be_installed_the_command_to_type_is_printed(progress, monkeypatch):
    monkeypatch.setattr(apt, "has_apt", lambda: True)
    monkeypatch.setattr(apt, "install", lambda packages, progress: False)
    monkeypatch.setattr(apt, "_is_root", lambda: False)
    with pytest.raises(SetupError, match=r"sudo apt-get install libegl1 libxcb-cursor0 "):
        system_libraries.provide_libraries(["libxcb-cursor.so.0", "libEGL.so.1"], progress)


def test_loading_is_repeated_until_nothing_is_missing(progress, monkeypatch):
    installed = []
    monkeypatch.setattr(apt, "has_apt", lambda: True)
    monkeypatch.setattr(apt, "install", lambda packages, progress: installed.append(set(packages)) or True)
    answers = [["library libEGL.so.1"], ["library libxcb-cursor.so.0"], ["font"], []]
    repeat_until_loaded(lambda: answers.pop(0), progress)
    assert installed == [{"libegl1"}, {"libxcb-cursor0"}, {"fontconfig", "fonts-dejavu-core"}]


def test_a_library_that_is_still_missing_after_its_package_came_ends_in_a_sentence(progress, monkeypatch):
    monkeypatch.setattr(apt, "has_apt", lambda: True)
    monkeypatch.setattr(apt, "install", lambda packages, progress: True)
    with pytest.raises(SetupError, match=r"Qt cannot be loaded.*libEGL\.so\.1"):
        repeat_until_loaded(lambda: ["library libEGL.so.1"], progress)


def test_anything_else_that_keeps_qt_from_loading_is_told(progress):
    with pytest.raises(SetupError, match="wrong ELF class"):
        repeat_until_loaded(lambda: ["other libfoo.so: wrong ELF class"], progress)


@linux
def test_a_plugin_that_cannot_be_found_is_reported_by_the_real_probe():
    script = Path(system_libraries.__file__).with_name("probe_qt.py")
    result = subprocess.run(
        [sys.executable, script, "nowhere", "libEGL.so.1"], capture_output=True, text=True, check=False
    )
    assert "library" in result.stdout
    assert "libqnowhere.so" in result.stdout


@linux
def test_qt_draws_into_memory_with_what_is_installed_here():
    script = Path(system_libraries.__file__).with_name("probe_qt.py")
    result = subprocess.run(
        [sys.executable, script, "offscreen", "libEGL.so.1"], capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize(
    ("environment", "plugins"),
    [
        ({"DISPLAY": ":0"}, ["xcb"]),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ["xcb"]),
        ({"WAYLAND_DISPLAY": "wayland-0"}, ["wayland"]),
        ({"QT_QPA_PLATFORM": "offscreen:fontpath=/x"}, ["offscreen"]),
        ({"QT_QPA_PLATFORM": "wayland;xcb"}, ["wayland", "xcb"]),
    ],
)
def test_the_plugins_that_are_tried_are_those_a_window_would_use(environment, plugins):
    assert platform_plugins(environment) == plugins
