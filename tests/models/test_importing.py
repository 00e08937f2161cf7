from __future__ import annotations

import os
import time
from collections import namedtuple

import pytest

from assistant.errors import CancelledError, ModelError, TransferError
from assistant.events import Installed, Transfer, Transferred
from assistant.jobs import CancelToken
from assistant.models.importing import import_model, remove_left_copies
from tests.engine.tiny_ggml import write_model
from tests.engine.tiny_models import write_llama, write_split_llama


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def outside(tmp_path):
    (tmp_path / "outside").mkdir()
    return tmp_path / "outside"


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def bring(path, folder, cancel=None, **options):
    return list(import_model(path, folder, cancel or CancelToken(), **options))


def test_a_model_is_copied_into_the_models_folder(folder, outside):
    model = write_llama(outside / "Tiny.gguf")
    events = bring(model, folder)
    size = model.stat().st_size
    assert events[-1] == Installed(str(folder / "Tiny.gguf"))
    assert any(
        isinstance(event, Transferred) and (event.transfer, event.done_bytes) == (Transfer.COPYING, size)
        for event in events
    )
    assert (folder / "Tiny.gguf").read_bytes() == model.read_bytes()
    assert names(folder) == ["Tiny.gguf"]


def test_a_model_can_stay_where_it_is(folder, outside):
    model = write_llama(outside / "Tiny.gguf")
    assert bring(model, folder, in_place=True) == [Installed(str(model), in_place=True)]
    assert not folder.exists()


def test_a_model_that_lies_in_the_models_folder_needs_no_copy(folder):
    folder.mkdir()
    model = write_llama(folder / "Tiny.gguf")
    assert bring(model, folder) == [Installed(str(model))]
    assert bring(model, folder, in_place=True) == [Installed(str(model))]


def test_a_model_from_before_gguf_is_copied(folder, outside):
    model = outside / "old.bin"
    write_model(model, "gpt2")
    bring(model, folder)
    assert (folder / "old.bin").read_bytes() == model.read_bytes()


def test_a_damaged_model_from_before_gguf_is_refused(folder, outside):
    model = outside / "old.bin"
    write_model(model, "gpt2")
    model.write_bytes(model.read_bytes()[:-100])
    with pytest.raises(ModelError, match=r"old\.bin"):
        bring(model, folder)
    assert not folder.exists()


@pytest.mark.parametrize("given", [0, 2])
def test_all_parts_of_a_split_model_come_along(folder, outside, given):
    parts = write_split_llama(outside)
    assert bring(parts[given], folder)[-1] == Installed(str(folder / parts[0].name))
    assert names(folder) == [part.name for part in parts]


def test_a_split_model_with_a_missing_part_is_refused(folder, outside):
    parts = write_split_llama(outside)
    parts[1].unlink()
    with pytest.raises(ModelError, match=parts[1].name):
        bring(parts[0], folder)
    assert not folder.exists()


@pytest.mark.parametrize(
    "content", [b"", b"Dear diary,\n", b"GGUF", b"GGUF\x03" + bytes(40), b"PK\x03\x04" + bytes(99)]
)
@pytest.mark.parametrize("in_place", [False, True])
def test_what_is_no_model_is_refused_with_a_sentence(folder, outside, content, in_place):
    file = outside / "x.gguf"
    file.write_bytes(content)
    with pytest.raises(ModelError, match=r"x\.gguf"):
        bring(file, folder, in_place=in_place)
    assert not folder.exists()


def test_a_folder_and_a_file_that_is_gone_are_refused_with_a_sentence(folder, outside):
    for path in (outside, outside / "gone.gguf", outside / "gone" / "gone.gguf"):
        with pytest.raises(ModelError):
            bring(path, folder)


def test_a_name_that_is_taken_is_said_and_the_file_there_stays(folder, outside):
    folder.mkdir()
    (folder / "Tiny.gguf").write_bytes(b"mine")
    with pytest.raises(TransferError, match=r"Tiny\.gguf.*already"):
        bring(write_llama(outside / "Tiny.gguf"), folder)
    assert (folder / "Tiny.gguf").read_bytes() == b"mine"


def test_a_cancelled_copy_leaves_nothing_behind(folder, outside):
    cancel = CancelToken()
    steps = import_model(write_split_llama(outside)[0], folder, cancel)
    next(steps)
    cancel.cancel()
    with pytest.raises(CancelledError):
        list(steps)
    assert names(folder) == []


def test_too_little_room_is_said_with_both_figures(folder, outside, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(10**9, 10**9 - 50_000_000, 50_000_000))
    with pytest.raises(TransferError, match=r"200 MB is needed, 50 MB is free"):
        bring(write_llama(outside / "Tiny.gguf"), folder)
    assert not folder.exists()


def test_a_models_folder_that_cannot_be_made_is_a_sentence(folder, outside):
    folder.write_bytes(b"a file in the way")
    with pytest.raises(TransferError, match="can't be written"):
        bring(write_llama(outside / "Tiny.gguf"), folder)


def test_a_name_that_is_no_text_can_only_be_copied(folder, outside):
    model = outside / os.fsdecode(b"caf\xe9.gguf")
    try:
        write_llama(model)
    except OSError:
        pytest.skip("this system's file names are text")
    with pytest.raises(ModelError, match="Rename the file"):
        bring(model, folder, in_place=True)


def test_what_a_killed_copy_left_is_removed_once_it_is_old(folder):
    folder.mkdir()
    for name in ("old.gguf.copying", "new.gguf.copying"):
        (folder / name).write_bytes(b"GGUF")
    long_ago = time.time() - 86_400
    os.utime(folder / "old.gguf.copying", (long_ago, long_ago))
    remove_left_copies(folder)
    assert names(folder) == ["new.gguf.copying"]
