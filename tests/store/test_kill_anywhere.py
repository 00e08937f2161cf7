"""A program killed at any moment of writing, backing up, migrating, restoring and repairing."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.store import Role, Store
from assistant.store.backups import listed, verify
from tests.store.killed_child import LATER

CHILD = Path(__file__).with_name("killed_child.py")
ROOT = Path(__file__).resolve().parents[2]

FEW = range(4)
MANY = [pytest.param(seed, marks=pytest.mark.soak) for seed in range(100, 160)]
seeds = pytest.mark.parametrize("seed", [*FEW, *MANY])


def kill(kind, path, seed, *, within):
    """Kill a child at a random moment, at most `within` seconds after it was ready; return what it had told."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), kind, str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with child.stdout as output:
        assert output.readline() == b"ready\n"
        time.sleep(random.Random(seed).uniform(0, within))
        child.kill()
        lines = output.readlines()
    child.wait()
    return [line.decode().split() for line in lines if line.endswith(b"\n")]


def texts(store):
    return dict(store._database.query("SELECT id, text FROM message"))


def is_whole(store):
    return store._database.query("PRAGMA integrity_check") == [("ok",)]


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A store with 2,000 messages in 20 conversations, and what they say."""
    path = tmp_path_factory.mktemp("filled") / "conversations.db"
    with Store.open(path) as store:
        with store._database.transaction() as database:
            for number in range(20):
                database.write(
                    """INSERT INTO conversation (title, system_text, created_at, updated_at, uid)
                       VALUES (?, '', 1, 1, ?)""",
                    (f"<c{number}>", str(number)),
                )
            for number in range(2_000):
                database.write(
                    """INSERT INTO message (conversation_id, chosen, role, state, length, created_at, model, text)
                       VALUES (?, ?, 'user', 'complete', 700, 1, '', ?)""",
                    (number % 20 + 1, number < 20, f"<m{number:04}>" * 100),
                )
        before = texts(store)
    return path, before


@pytest.fixture
def copy(filled, path):
    path.parent.mkdir()
    shutil.copyfile(filled[0], path)
    return path


@seeds
def test_killed_while_writing_nothing_that_was_saved_is_lost(path, seed):
    told = kill("write", path, seed, within=0.3)
    with Store.open(path) as store:
        assert store.notices == []
        assert is_whole(store)
        found = texts(store)
        for kind, number, *rest in told:
            if kind == "message":
                assert found[int(number)] == f"{rest[0]} " * 200
            else:
                assert store.conversation(int(number)).title == f"renamed {number}"


@seeds
def test_killed_while_backing_up_nothing_is_lost_and_every_backup_is_whole(copy, filled, seed):
    told = kill("back_up", copy, seed, within=0.5)
    with Store.open(copy) as store:
        assert store.notices == []
        assert texts(store) == filled[1]
        kept = {one.id for one in store.conversations()}
    assert {int(words[1]) for words in told if words[0] == "conversation"} <= kept
    backups = listed(copy)
    for backup in backups:
        verify(backup.path)
    if any(words[0] == "backup" for words in told):
        assert backups


@seeds
def test_killed_while_migrating_the_store_has_all_rows_before_and_after_the_next_start(copy, filled, seed):
    told = kill("migrate", copy, seed, within=0.12)
    with Store.open(copy, migrations=LATER) as store:
        assert store.notices == []
        assert is_whole(store)
        assert texts(store) == filled[1]
        assert store._database.query("SELECT count(*) FROM word") == [(2_000,)]
        assert store._database.query("SELECT count(*) FROM message WHERE mood = 'good'") == [(2_000,)]
    for backup in listed(copy):
        verify(backup.path)
    assert listed(copy) or told


@seeds
def test_killed_while_restoring_the_store_is_one_backup_or_the_other(copy, filled, seed):
    with Store.open(copy) as store:
        store.back_up()
        store.add_message(1, parent_id=None, role=Role.USER, text="second")
        store.rename(1, "second")
        store.back_up()
        second = texts(store)
    kill("restore", copy, seed, within=0.5)
    with Store.open(copy) as store:
        assert store.notices == []
        assert is_whole(store)
        title = store.conversation(1).title
        assert texts(store) == (second if title == "second" else filled[1])
        assert title in ("second", "<c0>")
    for backup in listed(copy):
        verify(backup.path)


@seeds
def test_killed_while_repairing_the_next_start_has_every_row_and_the_damaged_file(copy, filled, seed):
    with copy.open("r+b") as file:
        file.write(b"\xff" * 4096)
    damaged = copy.read_bytes()
    kill("repair", copy, seed, within=0.25)
    with Store.open(copy) as store:
        assert is_whole(store)
        assert texts(store) == filled[1]
        assert len(store.notices) <= 1
    (aside,) = copy.parent.glob("*.damaged-*.db")
    assert aside.read_bytes() == damaged
