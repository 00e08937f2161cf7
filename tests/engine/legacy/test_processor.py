"""Which of the library's builds runs where."""

from __future__ import annotations

import importlib.util
import platform
from pathlib import Path

import pytest

from assistant.engine.legacy import processor
from assistant.engine.legacy.library import LegacyLibrary
from assistant.engine.legacy.processor import best_build, machine, machines_of
from assistant.errors import ModelError

LIBRARIES = Path(importlib.util.find_spec("ctransformers").submodule_search_locations[0]) / "lib"


@pytest.mark.parametrize(
    ("name", "machines"),
    [
        ("avx2/libctransformers.so", {"x86_64"}),
        ("basic/libctransformers.so", {"x86_64"}),
        ("avx2/ctransformers.dll", {"x86_64"}),
        ("avx/libctransformers.dylib", {"x86_64"}),
        ("basic/libctransformers.dylib", {"x86_64", "arm64"}),
    ],
)
def test_a_librarys_header_tells_the_machines_it_is_for(name, machines):
    assert machines_of(LIBRARIES / name) == machines


@pytest.mark.parametrize("data", [b"", b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe\xff\xff\xff\xff", b"text and more text"])
def test_what_is_no_library_is_for_no_machine(tmp_path, data):
    file = tmp_path / "library"
    file.write_bytes(data)
    assert machines_of(file) == frozenset()


@pytest.mark.parametrize(
    ("found", "build"),
    [
        ({"avx", "avx2", "fma", "f16c"}, "avx2"),
        ({"avx", "avx2", "fma"}, "basic"),
        ({"avx", "f16c"}, "avx"),
        ({"avx"}, "basic"),
        (set(), "basic"),
    ],
)
def test_the_fastest_build_whose_instructions_the_processor_has_is_taken(monkeypatch, found, build):
    monkeypatch.setattr(processor, "_instruction_sets", lambda: frozenset(found))
    monkeypatch.setattr(platform, "machine", lambda: "AMD64")
    assert best_build() == build


def test_a_computer_without_a_build_gets_a_sentence(monkeypatch):
    monkeypatch.setattr(platform, "machine", lambda: "riscv64")
    with pytest.raises(ModelError, match="can't be used on this computer"):
        LegacyLibrary()


def test_the_build_for_this_computer_loads():
    assert LegacyLibrary().build == best_build()
    assert machine() == "x86_64" or best_build() == "basic"


@pytest.mark.skipif(machine() != "x86_64", reason="other processors have the basic build only")
@pytest.mark.parametrize("build", ["avx2", "avx", "basic"])
def test_no_build_for_graphics_cards_is_ever_chosen(monkeypatch, build):
    opened = []
    monkeypatch.setattr("assistant.engine.legacy.library.best_build", lambda: build)
    monkeypatch.setattr("assistant.engine.legacy.library.ctypes.CDLL", lambda path: opened.append(path) or DUMMY)
    LegacyLibrary()
    assert Path(opened[0]).parent == LIBRARIES / build


class Dummy:
    def __getattr__(self, name):
        function = type("Function", (), {})()
        setattr(self, name, function)
        return function


DUMMY = Dummy()
