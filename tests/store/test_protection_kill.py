"""A program killed while it turns protection on or off, before each step and at any moment."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.paths import Paths
from assistant.store import keys
from assistant.store.keys import WrongPassphraseError, copy_path, key_path
from assistant.store.protection import Protection
from tests.store.protected_folder import PASSPHRASE, fill, readable, texts

CHILD = Path(__file__).with_name("protecting_child.py")
ROOT = Path(__file__).resolve().parents[2]
NEVER = 1 << 30


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch):
    monkeypatch.setattr(keys, "_COST", 1 << 8)


@pytest.fixture(params=["on", "off"])
def action(request):
    return request.param


@pytest.fixture
def template(tmp_path, action):
    """A folder in which the action can begin."""
    folder = tmp_path / "template"
    protection = fill(folder)
    if action == "off":
        protection.turn_on(PASSPHRASE)
    return folder


def run_child(data, action, *, last=NEVER, kill_after=None):
    """Run the action, killed before step `last` or after so many seconds; returns its steps, None when killed."""
    child = subprocess.Popen(
        [sys.executable, str(CHILD), str(data), action, str(last)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        text=True,
    )
    assert child.stdout.readline() == "ready\n"
    child.stdin.write("\n")
    child.stdin.flush()
    if kill_after is not None:
        time.sleep(kill_after)
        child.kill()
    output, _ = child.communicate()
    return int(output) if output else None


def check(data):
    """Open what a kill has left, as the next start does; nothing may be missing, and nothing half done."""
    protection = Protection.of(Paths(data, "option"))
    key = None
    if protection.is_on:
        key = protection.finish(protection.unlock(PASSPHRASE))
    assert len(texts(protection.store, key)) == 4
    names = [file.name for folder in (data, data / "backups") for file in folder.iterdir()]
    assert not [name for name in names if name.endswith((".converting", ".converted", ".replaced", ".shredding"))]
    if key is None:
        assert not protection.is_on
        assert not [name for name in names if name.endswith(".sealed")]
    else:
        assert readable(data) == []
        assert not protection.unlock(PASSPHRASE).waiting, " ".join(names)
    assert len([name for name in names if "2026-01-01.db" in name]) == 2
    assert len([name for name in names if "2026-01-02.db" in name]) == 1
    return key


def kill_before_steps(template, action, chosen):
    data = template.parent / "data"
    shutil.copytree(template, data)
    total = run_child(data, action)
    check(data)
    killed = 0
    for step in chosen(total):
        shutil.rmtree(data)
        shutil.copytree(template, data)
        killed += run_child(data, action, last=step) is None
        check(data)
    return killed


def test_a_kill_before_any_step_leaves_the_old_or_the_new(template, action):
    assert kill_before_steps(template, action, lambda total: range(1, total, max(1, total // 9))) >= 9


@pytest.mark.soak
def test_a_kill_before_each_step_leaves_the_old_or_the_new(template, action):
    assert kill_before_steps(template, action, lambda total: range(1, total + 1)) > 50


@pytest.mark.soak
def test_a_kill_at_any_moment_leaves_the_old_or_the_new(template, action):
    data = template.parent / "data"
    for seed in range(60):
        shutil.copytree(template, data)
        run_child(data, action, kill_after=random.Random(seed).uniform(0, 0.4))
        check(data)
        shutil.rmtree(data)


@pytest.mark.parametrize("action", ["on"], indirect=True)
def test_what_a_kill_left_is_finished_also_when_that_is_killed_too(template, action):
    data = template.parent / "data"
    for step in (20, 60, 100):
        shutil.copytree(template, data)
        run_child(data, "on", last=step)
        run_child(data, "finish", last=step // 2)
        run_child(data, "finish", last=step // 3)
        check(data)
        shutil.rmtree(data)


@pytest.mark.parametrize("action", ["off"], indirect=True)
def test_a_kill_while_the_passphrase_changes_leaves_the_old_or_the_new_one(template, action):
    data = template.parent / "data"
    shutil.copytree(template, data)
    for step in range(1, run_child(data, "change") + 1):
        shutil.rmtree(data)
        shutil.copytree(template, data)
        run_child(data, "change", last=step)
        protection = Protection.of(Paths(data, "option"))
        try:
            unlocked = protection.unlock(PASSPHRASE)
        except WrongPassphraseError:
            unlocked = protection.unlock("another passphrase")
        assert len(texts(protection.store, protection.finish(unlocked))) == 4
        assert key_path(protection.store).read_bytes() == copy_path(protection.store).read_bytes()
