"""How the structure of a GGUF file is read: with little memory and little time."""

from __future__ import annotations

import io
import struct
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import ModelError
from assistant.model_files import gguf_structure
from assistant.model_files.gguf_structure import Array, read_structure
from tests.engine.tiny_models import Typed, llama, write_gguf, write_llama


def test_a_large_vocabulary_is_stepped_over_without_being_kept(tmp_path):
    metadata, tensors = llama()
    metadata["tokenizer.ggml.tokens"] = [f"token {number}" for number in range(100_000)]
    path = write_gguf(tmp_path / "large.gguf", metadata, tensors)
    tracemalloc.start()
    structure = read_structure(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert structure.metadata["tokenizer.ggml.tokens"] == Array(gguf_structure.STRING, 100_000)
    assert most < 4 * 1024 * 1024


@pytest.mark.parametrize("chunk", [8, 9, 13, 64, 1_000])
def test_the_size_of_a_read_makes_no_difference(tmp_path, monkeypatch, chunk):
    path = write_llama(tmp_path / "tiny.gguf")
    whole = read_structure(path)
    monkeypatch.setattr(gguf_structure, "_CHUNK", chunk)
    assert read_structure(path) == whole


def test_a_read_that_returns_less_than_asked_for_makes_no_difference(tmp_path, monkeypatch):
    path = write_llama(tmp_path / "tiny.gguf")
    whole = read_structure(path)
    read = io.FileIO.read

    class Hesitant(io.FileIO):
        def read(self, size=-1):
            return read(self, min(size, 5))

    monkeypatch.setattr(type(path), "open", lambda self, *_, **__: Hesitant(self))
    assert read_structure(path) == whole


@pytest.mark.parametrize("kind", ["u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64", "bool"])
def test_numbers_of_all_types_are_read(tmp_path, kind):
    metadata, tensors = llama()
    metadata |= {"one": Typed(kind, 1), "some": Typed(kind, [0, 1, 1])}
    read = read_structure(write_gguf(tmp_path / "a.gguf", metadata, tensors)).metadata
    assert read["one"] == 1
    assert read["some"].items == (0, 1, 1)


def test_a_list_of_lists_is_refused(tmp_path):
    content = write_llama(tmp_path / "a.gguf").read_bytes()
    key = b"tokenizer.ggml.tokens"
    at = content.index(key) + len(key) + 4
    path = tmp_path / "b.gguf"
    path.write_bytes(content[:at] + struct.pack("<I", 9) + content[at + 4 :])
    with pytest.raises(ModelError):
        read_structure(path)


def test_long_texts_are_cut(tmp_path):
    metadata, tensors = llama()
    structure = read_structure(write_gguf(tmp_path / "a.gguf", metadata | {"long": "x" * 1_000_000}, tensors))
    assert structure.metadata["long"] == "x" * 4_096


@given(st.data())
@settings(max_examples=200)
def test_whatever_is_changed_it_is_read_or_refused(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    path = folder / "changed.gguf"
    content = bytearray(write_llama(path, layers=1, embedding=8).read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(content) - 9))
        value = data.draw(st.binary(min_size=1, max_size=8))
        content[position : position + len(value)] = value
    path.write_bytes(content)
    try:
        read = sum(tensor.bytes for tensor in read_structure(path).tensors)
    except ModelError:
        return
    assert read <= len(content)
