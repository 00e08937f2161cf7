"""A program killed while it removes conversations for good."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store import Store

CHILD = Path(__file__).with_name("deleting_child.py")
ROOT = Path(__file__).resolve().parents[2]


def told_before_kill(path, lines_before_kill):
    """Kill the child after so many lines; return everything it had told, in order."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(path)],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    with child.stdout as output:
        lines = [output.readline() for _ in range(lines_before_kill)]
        child.kill()
        lines += output.readlines()
    child.wait()
    return [line.decode().split() for line in lines if line.endswith(b"\n")]


def kill_and_check(path, seeds):
    for seed in seeds:
        told = told_before_kill(path, random.Random(seed).randrange(2, 120))
        kept = {int(number) for word, number in told if word == "kept"}
        gone = {int(number) for word, number in told if word == "gone"}
        assert kept
        with Store.open(path) as store:
            assert store.notices == []
            shown = {one.id for one in store.conversations()}
            assert kept <= shown
            assert not gone & (shown | {one.id for one in store.binned()})
            for number in kept:
                assert [message.text.split()[1] for message in store.path_messages(number)] == [
                    str(place) for place in range(40)
                ]
            # The next start goes on with what was begun.
            store.purge_deleted(3600)
            assert not store._database.query("SELECT 1 FROM conversation WHERE deleted_at = 0")
            assert store._database.query("PRAGMA integrity_check") == [("ok",)]
            # What the killed program made and neither kept nor removed is not needed for the next round.
            store.delete_conversations(one.id for one in store.conversations())
            store.purge_deleted(0)
            assert store.erase_leftovers()
            assert b"gone 1 gone 1" not in path.read_bytes()


def test_nothing_kept_is_lost_and_nothing_removed_comes_back(path):
    kill_and_check(path, range(3))


@pytest.mark.soak
def test_nothing_kept_is_lost_in_many_kills(path):
    kill_and_check(path, range(100, 250))
