from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from assistant.store import Message, Role, Store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "conversations.db"


@pytest.fixture
def store(path):
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def add_chain() -> Callable[..., list[Message]]:
    """Adds a conversation's worth of messages, each the answer to the one before."""

    def add(store: Store, conversation_id: int, *texts: str, parent_id: int | None = None) -> list[Message]:
        messages = []
        for number, text in enumerate(texts):
            role = Role.ASSISTANT if number % 2 else Role.USER
            message = store.add_message(conversation_id, parent_id=parent_id, role=role, text=text)
            parent_id = message.id
            messages.append(message)
        return messages

    return add


@pytest.fixture
def outsider_folder():
    """A folder for a test that runs without root's right to write everywhere; clean-up is root's again."""
    folder = Path(tempfile.mkdtemp(prefix="thimble-test-"))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    folder.chmod(0o700)
    shutil.rmtree(folder)


class Faults:
    """What the disk shall do wrong, decided while the test runs."""

    def __init__(self) -> None:
        self.on_write: type[apsw.Error] | None = None
        self.on_read: type[apsw.Error] | None = None
        self.on_sync: type[apsw.Error] | None = None
        self.on_open: type[apsw.Error] | None = None
        self.writes_left: int | None = None
        self.kind: type[apsw.Error] = apsw.FullError

    def writing(self) -> None:
        if self.writes_left is not None:
            if self.writes_left <= 0:
                raise self.kind("injected")
            self.writes_left -= 1
        if self.on_write:
            raise self.on_write("injected")


class FaultyFile(apsw.VFSFile):
    def __init__(self, base: str, name: str | apsw.URIFilename | None, flags: list[int], faults: Faults) -> None:
        self._faults = faults
        super().__init__(base, name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:  # noqa: N802 - SQLite's name
        self._faults.writing()
        super().xWrite(data, offset)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802 - SQLite's name
        if self._faults.on_read:
            raise self._faults.on_read("injected")
        return super().xRead(amount, offset)

    def xSync(self, flags: int) -> None:  # noqa: N802 - SQLite's name
        if self._faults.on_sync:
            raise self._faults.on_sync("injected")
        super().xSync(flags)


class FaultyDisk(apsw.VFS):
    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._base = apsw.vfs_names()[0]
        super().__init__("thimble-faulty", self._base, makedefault=True)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> FaultyFile:  # noqa: N802 - SQLite's name
        if self._faults.on_open:
            raise self._faults.on_open("injected")
        return FaultyFile(self._base, name, flags, self._faults)


@pytest.fixture
def faults():
    """The disk under every file SQLite opens from here on, without faults until the test asks for some."""
    made = Faults()
    disk = FaultyDisk(made)
    yield made
    disk.unregister()
