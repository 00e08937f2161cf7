from __future__ import annotations

import contextlib
import shutil
import subprocess
import types

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import MessageState, Role, Store
from assistant.store.reserve import RESERVE_BYTES, Reserve


@pytest.fixture
def answer(store):
    conversation_id = store.create_conversation(title="Bread").id
    return store.add_message(
        conversation_id, parent_id=None, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
    )


def fill_up(faults, reserve):
    """Let every write fail until the reserve is given up."""
    give_up = reserve.give_up

    def with_room():
        give_up()
        faults.on_write = None

    reserve.give_up = with_room
    faults.on_write = apsw.FullError


def test_the_reserve_takes_its_room_and_is_made_once(store, path):
    reserve = Reserve(path)
    assert reserve.make()
    assert reserve.path.stat().st_size == RESERVE_BYTES
    before = reserve.path.stat().st_mtime_ns
    assert Reserve(path).make()
    assert reserve.path.stat().st_mtime_ns == before
    assert len(set(reserve.path.read_bytes()[:4096])) > 200


def test_no_reserve_is_made_on_a_disk_that_is_rather_full(store, path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: types.SimpleNamespace(free=RESERVE_BYTES + 1))
    assert not Reserve(path).make()
    assert not list(path.parent.glob("*.reserve*"))


def test_a_reserve_that_can_not_be_written_leaves_nothing(store, path, monkeypatch):
    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    assert not Reserve(path).make()
    assert not list(path.parent.glob("*.reserve*"))


@pytest.mark.parametrize(
    "write",
    [
        lambda store, answer: store.update_streaming(answer.id, "words"),
        lambda store, answer: store.finish_message(answer.id, text="words", state=MessageState.COMPLETE),
        lambda store, answer: store.set_draft(answer.conversation_id, "words"),
        lambda store, answer: store.delete_conversation(answer.conversation_id),
    ],
    ids=["update_streaming", "finish_message", "set_draft", "delete_conversation"],
)
def test_on_a_full_disk_the_reserve_makes_room_and_nobody_notices(faults, store, answer, path, write):
    Reserve(path).make()
    fill_up(faults, store._database.reserve)
    write(store, answer)
    assert not Reserve(path).path.exists()


def test_once_the_reserve_is_used_up_a_full_disk_is_told(faults, store, answer, path):
    Reserve(path).make()
    faults.on_write = apsw.FullError
    for _ in range(2):
        with pytest.raises(StoreError, match="The disk is full"):
            store.update_streaming(answer.id, "words")
    faults.on_write = None
    store.update_streaming(answer.id, "words")


def test_a_disk_that_is_all_but_full_gets_the_reserve_before_a_write_fails(store, answer, path, monkeypatch):
    reserve = Reserve(path)
    reserve.make()
    monkeypatch.setattr(shutil, "disk_usage", lambda _: types.SimpleNamespace(free=1_000))
    store._database.reserve._looked = -10.0
    store.update_streaming(answer.id, "words")
    assert not reserve.path.exists()


@pytest.fixture
def small_disk(tmp_path):
    """A file system of 24 MB; only root can mount one."""
    mounted = tmp_path / "disk"
    mounted.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(mounted)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    yield mounted
    subprocess.run(["umount", "-l", mounted], check=True)


def test_on_a_disk_that_is_really_full_an_answer_is_saved_and_a_conversation_deleted(small_disk, monkeypatch):
    monkeypatch.setattr("assistant.store.reserve._PLENTY_BYTES", RESERVE_BYTES)
    path = small_disk / "conversations.db"
    with Store.open(path) as store:
        one = store.create_conversation(title="Bread")
        answer = store.add_message(one.id, parent_id=None, role=Role.ASSISTANT, text="", state=MessageState.STREAMING)
        assert Reserve(path).make()
        with (small_disk / "others").open("wb", buffering=0) as file, contextlib.suppress(OSError):
            while True:
                file.write(bytes(4096))
        assert shutil.disk_usage(small_disk).free == 0
        store.finish_message(answer.id, text="words " * 20_000, state=MessageState.COMPLETE)
        store.delete_conversation(one.id)
        assert store.purge_deleted(0) == 1
        (small_disk / "others").unlink()
    with Store.open(path) as store:
        assert store.notices == []
        assert store.conversations() == []
