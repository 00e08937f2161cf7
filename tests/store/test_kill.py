"""A program killed while it streams."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store import MessageState, Store

CHILD = Path(__file__).with_name("streaming_child.py")
ROOT = Path(__file__).resolve().parents[2]


def acknowledged_before_kill(path, lines_before_kill):
    """Kill the child after so many acknowledged writes; return the last of each message: state and length."""
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
    saved = {}
    for line in lines:
        if line.endswith(b"\n"):
            message_id, state, length = line.split()
            saved[int(message_id)] = (MessageState(state.decode()), int(length))
    assert saved, "the child saved nothing"
    return saved


def kill_and_check(path, seeds):
    writes = 0
    for seed in seeds:
        saved = acknowledged_before_kill(path, random.Random(seed).randrange(1, 3000))
        writes += len(saved)
        with Store.open(path) as store:
            assert store.notices == []
            last = max(saved)
            # The child may have been killed after saving more than it could print.
            closed = store.close_interrupted()
            assert closed <= 1
            for message in store.messages(sorted(saved)):
                state, length = saved[message.id]
                assert len(message.text) >= length
                assert message.text == ("aé€😀" * 1250)[: len(message.text)]
                if state == MessageState.COMPLETE:
                    assert message.state == MessageState.COMPLETE
                elif message.id == last:
                    assert message.state in {MessageState.INTERRUPTED, MessageState.COMPLETE}
            assert len(store.messages(sorted(saved))) == len(saved)
            assert store._database.query("PRAGMA integrity_check") == [("ok",)]
    return writes


def test_no_acknowledged_write_is_lost_when_the_program_is_killed(path):
    assert kill_and_check(path, range(6)) >= 6


@pytest.mark.soak
def test_no_acknowledged_write_is_lost_in_hundreds_of_kills(path):
    assert kill_and_check(path, range(100, 500)) >= 400


def test_the_rest_of_a_killed_answer_can_be_added(path):
    saved = acknowledged_before_kill(path, 50)
    with Store.open(path) as store:
        store.close_interrupted()
        (message,) = store.messages([min(saved)])
        assert message.state == MessageState.INTERRUPTED
        store.reopen_streaming(message.id)
        store.finish_message(message.id, text=message.text + " and so on", state=MessageState.COMPLETE)
        (found,) = store.messages([message.id])
        assert (found.text, found.state) == (message.text + " and so on", MessageState.COMPLETE)
