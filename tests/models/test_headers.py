from __future__ import annotations

import json
import os

import pytest

from assistant.errors import ModelError
from assistant.model_files import gguf
from assistant.models import headers
from assistant.models.headers import HeaderCache
from tests.engine.tiny_models import write_llama, write_split_llama


@pytest.fixture
def cache(tmp_path):
    return HeaderCache(tmp_path / "headers.json")


@pytest.fixture
def reads(monkeypatch):
    """The files whose headers were read."""
    found = []
    real = gguf.read_header
    monkeypatch.setattr(gguf, "read_header", lambda path: found.append(path) or real(path))
    return found


def again(tmp_path):
    """The cache of the next start."""
    return HeaderCache(tmp_path / "headers.json")


def test_a_header_is_read_once_and_remembered_over_a_restart(tmp_path, cache, reads):
    model = write_llama(tmp_path / "a.gguf")
    first = cache.header([model])
    cache.header([model])
    cache.save()
    assert again(tmp_path).header([model]) == first == gguf.read_header(model)
    assert reads == [model, model]  # the last one is the test's own


def test_a_file_that_has_changed_is_read_again(tmp_path, cache):
    model = write_llama(tmp_path / "a.gguf", context_length=256)
    assert cache.header([model]).context_length == 256
    write_llama(model, context_length=1024)
    os.utime(model, ns=(0, 12345))
    assert cache.header([model]).context_length == 1024


def test_what_was_never_looked_at_is_not_known(tmp_path, cache, reads):
    assert cache.known_header([write_llama(tmp_path / "a.gguf")]) is None
    assert reads == []


def test_a_broken_file_keeps_its_sentence_while_the_program_runs(tmp_path, cache, reads):
    broken = tmp_path / "a.gguf"
    broken.write_bytes(b"GGUF")
    for _ in range(2):
        with pytest.raises(ModelError):
            cache.header([broken])
    with pytest.raises(ModelError):
        cache.known_header([broken])
    assert reads == [broken]


def test_a_split_model_is_remembered_with_all_its_parts(tmp_path, cache):
    parts = write_split_llama(tmp_path)
    cache.header(parts)
    cache.save()
    assert again(tmp_path).known_header(parts).parts == tuple(parts)
    os.utime(parts[1], ns=(0, 12345))
    assert again(tmp_path).known_header(parts) is None


def test_a_hash_is_remembered_until_the_file_changes(tmp_path, cache):
    model = write_llama(tmp_path / "a.gguf")
    cache.remember_sha256(model, "ab" * 32)
    cache.header([model])
    cache.save()
    assert again(tmp_path).sha256([model]) == "ab" * 32
    model.write_bytes(model.read_bytes() + b"more")
    assert again(tmp_path).sha256([model]) == ""


def test_another_version_of_the_program_reads_headers_anew_and_keeps_hashes(tmp_path, cache, monkeypatch):
    model = write_llama(tmp_path / "a.gguf")
    cache.header([model])
    cache.remember_sha256(model, "ab" * 32)
    monkeypatch.setattr(headers, "version", lambda: "99")
    assert again(tmp_path).known_header([model]) is None
    assert again(tmp_path).sha256([model]) == "ab" * 32


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"made_by": "0.1.0", "files": {"x": 1}}', b"[" * 100_000]
)
def test_a_broken_memory_is_an_empty_one(tmp_path, content):
    (tmp_path / "headers.json").write_bytes(content)
    model = write_llama(tmp_path / "a.gguf")
    assert again(tmp_path).header([model]).architecture == "llama"


def test_a_remembered_header_of_another_shape_is_read_anew(tmp_path, cache):
    model = write_llama(tmp_path / "a.gguf")
    cache.header([model])
    cache.save()
    file = tmp_path / "headers.json"
    content = json.loads(file.read_text())
    content["files"][str(model)]["header"] = {"colour": "red"}
    file.write_text(json.dumps(content))
    assert again(tmp_path).known_header([model]) is None
    assert again(tmp_path).header([model]).architecture == "llama"


def test_files_that_are_gone_are_forgotten(tmp_path, cache):
    for name in ("a.gguf", "b.gguf"):
        cache.header([write_llama(tmp_path / name)])
    (tmp_path / "a.gguf").unlink()
    cache.save()
    assert list(json.loads((tmp_path / "headers.json").read_text())["files"]) == [str(tmp_path / "b.gguf")]


def test_no_folder_is_made_to_remember(tmp_path):
    cache = HeaderCache(tmp_path / "models" / "headers.json")
    cache.header([write_llama(tmp_path / "a.gguf")])
    cache.save()
    assert not (tmp_path / "models").exists()


def test_a_file_name_that_is_no_text_does_no_harm(tmp_path, cache):
    model = tmp_path / os.fsdecode(b"caf\xe9.gguf")
    try:
        write_llama(model)
    except OSError:
        pytest.skip("this system's file names are text")
    cache.header([model])
    cache.save()
    assert again(tmp_path).header([model]).architecture == "llama"
