"""A conversation at a real pseudo-terminal, with the real built-in model; and Ctrl+C."""

from __future__ import annotations

import json
import os
import re
import select
import signal
import subprocess
import sys
import time

import pytest

from assistant.store import MessageState, Store
from tests.terminal.conftest import ROOT

pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX's")
pytestmark = pytest.mark.model


def heed_ctrl_c():
    """Undo what a background shell does to its children: ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_stops_the_answer_and_the_exit_code_says_so(data):
    process = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "chat", "Write a very long story.", "--seed", "1"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "THIMBLE_HOME": str(data)},
        preexec_fn=heed_ctrl_c,
    )
    first = process.stdout.read(10)
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate()
    assert process.returncode == 130
    assert len(first + rest) >= 10
    assert errors == b""


class Terminal:
    """A conversation in a real pseudo-terminal."""

    def __init__(self, data, *options):
        self.master, slave = pty.openpty()
        environment = {**os.environ, "THIMBLE_HOME": str(data), "TERM": "dumb"}
        self.process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "chat", "--seed", "1", *options],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=heed_ctrl_c,
        )
        os.close(slave)
        self.seen = ""

    def expect(self, pattern):
        while not re.search(pattern, self.seen):
            ready, _, _ = select.select([self.master], [], [], 60)
            assert ready, f"{pattern!r} did not come; seen so far: {self.seen!r}"
            read = os.read(self.master, 4096).decode("utf-8", "replace")
            self.seen += read.replace("\x1b[K", "\n").replace("\r", "")
        found = re.search(pattern, self.seen)
        self.seen = self.seen[found.end() :]
        return found

    def close(self):
        self.process.kill()
        self.process.wait()
        if self.master >= 0:
            os.close(self.master)
            self.master = -1

    def type(self, text):
        os.write(self.master, text.encode() + b"\n")


@pytest.fixture
def terminal(data):
    opened = Terminal(data, "--max-tokens", "400")
    yield opened
    opened.close()


def test_a_conversation_is_kept_with_its_alternatives(data, thimble, terminal):
    terminal.expect("> ")
    terminal.type("What is the capital of France?")
    terminal.expect("Paris")
    terminal.expect("\n> ")
    terminal.type("/again")
    terminal.expect("Paris")
    terminal.expect("\n> ")
    terminal.type("/quit")
    assert terminal.process.wait() == 0
    (listed,) = json.loads(thimble("history", "list", "--json").stdout)
    assert listed["title"] == "What is the capital of France?"
    shown = thimble("history", "show", str(listed["id"])).stdout
    assert "You:\nWhat is the capital of France?" in shown
    assert "Paris" in shown
    with Store.open(data / "conversations.db", read_only=True) as store:
        assert [head.alternatives for head in store.path(listed["id"])] == [1, 2]


def test_ctrl_c_in_a_conversation_stops_the_answer_alone(terminal):
    terminal.expect("> ")
    terminal.type("Write a very long story about a ship.")
    terminal.expect(r"100%\n(\w+\s){3}")
    os.killpg(terminal.process.pid, signal.SIGINT)
    terminal.expect("\n> ")
    terminal.type("What is the capital of France?")
    terminal.expect("Paris")
    terminal.expect("\n> ")
    os.write(terminal.master, b"\x04")
    assert terminal.process.wait() == 0


def test_killing_the_program_in_mid_answer_loses_at_most_the_last_second(data, terminal):
    terminal.expect("> ")
    terminal.type("Write a very long story about a ship and its captain.")
    begun = terminal.expect(r"100%\n((\w+\s){4})").group(1)
    time.sleep(1.2)
    terminal.close()
    with Store.open(data / "conversations.db") as store:
        (conversation,) = store.conversations()
        question, answer = store.path_messages(conversation.id)
        assert answer.state is MessageState.STREAMING
        assert store.close_interrupted() == 1
        (kept,) = store.messages([answer.id])
    assert question.text == "Write a very long story about a ship and its captain."
    assert kept.state is MessageState.INTERRUPTED
    assert " ".join(begun.split()) in " ".join(kept.text.split())
