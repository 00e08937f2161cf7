"""Commands on conversations that a passphrase protects."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from assistant.paths import Paths
from assistant.store import Store
from assistant.store.cipher import Form, form_of
from assistant.store.keys import KeyState, set_state
from assistant.store.protection import Protection
from assistant.terminal.unlocking import VARIABLE
from tests.terminal.conftest import ROOT

PASSPHRASE = "correct horse battery"


@pytest.fixture
def protection(data):
    paths = Paths(data, "option")
    with Store.open(paths.conversations) as store:
        store.create_conversation(title="A secret")
    return Protection.of(paths)


@pytest.fixture
def key(protection):
    return protection.turn_on(PASSPHRASE)


@pytest.fixture
def detached(data):
    """Runs the program where nobody sits at a terminal."""

    def run(*arguments, **env):
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            env={**os.environ, "THIMBLE_HOME": str(data), **env},
            start_new_session=True,
            check=False,
        )

    return run


def test_the_variable_opens_them(detached, key):
    result = detached("history", "list", **{VARIABLE: PASSPHRASE})
    assert "A secret" in result.stdout
    assert (result.returncode, result.stderr) == (0, "")


def test_a_wrong_passphrase_is_one_sentence(detached, key):
    result = detached("history", "list", **{VARIABLE: "wrong"})
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "This is not the passphrase of your conversations; type it again.\n"


@pytest.mark.parametrize("command", [("history", "list"), ("chat", "Hello")])
def test_where_nobody_can_be_asked_the_sentence_names_the_variable(detached, key, command):
    result = detached(*command)
    assert (result.returncode, result.stdout) == (1, "")
    assert VARIABLE in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_what_was_interrupted_is_finished_first(detached, protection, key):
    set_state(protection.store, key, KeyState.TURNING_OFF)
    result = detached("history", "list", "--json", **{VARIABLE: PASSPHRASE})
    assert [one["title"] for one in json.loads(result.stdout)] == ["A secret"]
    assert form_of(protection.store) is Form.PLAIN
    assert json.loads(detached("history", "list", "--json").stdout)


@pytest.mark.model
def test_doctor_finds_no_fault_in_protection_and_asks_nobody(detached, key):
    result = detached("doctor", "--json")
    assert result.returncode == 0, result.stderr
    assert "passphrase" in json.loads(result.stdout)["conversations"]["protected"]
    told = json.loads(detached("doctor", "--json", **{VARIABLE: PASSPHRASE}).stdout)
    assert told["conversations"]["kept"] == 1


@pytest.mark.skipif(os.name != "posix", reason="pseudo-terminals are POSIX's")
def test_the_passphrase_is_asked_for_and_never_shown(data, key):
    import pty

    pid, terminal = pty.fork()
    if pid == 0:
        os.environ["THIMBLE_HOME"] = str(data)
        os.execv(sys.executable, [sys.executable, str(ROOT / "main.py"), "history", "list"])  # noqa: S606 - no shell
    output = b""
    for typed in (b"wrong one\n", PASSPHRASE.encode() + b"\n"):
        output = read_until(terminal, output, b"Passphrase: ")
        os.write(terminal, typed)
        output += b"|"
    output = read_until(terminal, output, None)
    assert os.waitpid(pid, 0)[1] == 0
    assert b"not the passphrase" in output
    assert b"A secret" in output
    assert PASSPHRASE.encode() not in output
    assert b"wrong one" not in output


def read_until(terminal, output, text):
    """Read until a text comes behind the last `|`, or to the end."""
    while text is None or text not in output.rpartition(b"|")[2]:
        try:
            piece = os.read(terminal, 1024)
        except OSError:
            return output
        if not piece:
            return output
        output += piece
    return output
