"""A program killed while it imports."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.store import IncomingConversation, IncomingMessage, Role, Store
from tests.exchange.conftest import content
from tests.exchange.test_own_json import exported, imported

CHILD = Path(__file__).with_name("importing_child.py")
ROOT = Path(__file__).resolve().parents[2]
MANY = 150


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    """What is imported: the file, and what a store holds that has taken it in whole."""
    folder = tmp_path_factory.mktemp("original")
    chance = random.Random(7)
    with Store.open(folder / "one.db") as store:
        for number in range(MANY):
            messages = [
                IncomingMessage(
                    parent=place - 1 if place else None,
                    role=Role.ASSISTANT if place % 2 else Role.USER,
                    text=chance.choice("aé€😀") * chance.randrange(4_000),
                    created_at=1e9 + place,
                )
                for place in range(chance.randrange(1, 60))
            ]
            store.import_conversation(
                IncomingConversation(f"{number}", f"Number {number}", messages, created_at=1e9, updated_at=1e9)
            )
        whole = content(store)
    exported(folder / "one.db", folder / "export.json")
    return folder / "export.json", whole


def kill_while_importing(path, file, chance):
    """Kill the child at a random moment and return how many conversations it had said to be saved."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path), str(file)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with child.stdout as output:
        lines = [output.readline() for _ in range(chance.randrange(1, MANY))]
        time.sleep(chance.random() * 0.004)
        child.kill()
        lines += output.readlines()
    child.wait()
    return int(max((line for line in lines if line.endswith(b"\n")), key=int))


def kill_and_check(folder, original, seeds):
    file, (_, conversations) = original
    whole = dict(conversations)
    for seed in seeds:
        path = folder / f"{seed}.db"
        with Store.open(path) as store:
            mine = store.create_conversation(title="Mine")
        said = kill_while_importing(path, file, random.Random(seed))
        with Store.open(path) as store:
            assert store.notices == []
            assert store._database.query("PRAGMA integrity_check") == [("ok",)]
            found = dict(content(store)[1])
            assert found.pop(mine.uid)[0][0] == "Mine"
            assert len(found) >= said
            # No conversation is there in part.
            assert found == {uid: whole[uid] for uid in found}
        # Importing again brings the rest.
        imported(path, file)
        with Store.open(path) as store:
            found = dict(content(store)[1])
            assert {uid: one for uid, one in found.items() if uid != mine.uid} == whole
        path.unlink()


def test_a_killed_import_loses_nothing_and_leaves_no_half_conversation(tmp_path, original):
    kill_and_check(tmp_path, original, range(6))


@pytest.mark.soak
def test_no_killed_import_among_hundreds_loses_anything(tmp_path, original):
    kill_and_check(tmp_path, original, range(100, 300))
