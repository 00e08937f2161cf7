from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import setup_lock as module
from setup_lock import setup_lock

HOLDER = """
import sys
sys.path.insert(0, sys.argv[2])
from pathlib import Path
from setup_lock import setup_lock
with setup_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def start(lock):
    command = [sys.executable, "-c", HOLDER, str(lock), str(Path(module.__file__).parent)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_second_set_up_says_that_it_waits_and_then_goes_on(tmp_path):
    with start(tmp_path / "lock") as first:
        assert first.stdout.readline() == "held\n"
        with start(tmp_path / "lock") as second:
            assert "waiting" in second.stderr.readline()
            first.communicate("")
            assert second.stdout.readline() == "held\n"
            second.communicate("")


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is a signal")
def test_a_killed_set_up_leaves_no_lock_behind(tmp_path):
    with start(tmp_path / "lock") as holder:
        assert holder.stdout.readline() == "held\n"
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with setup_lock(tmp_path / "lock"):
        pass


@pytest.mark.skipif(os.name == "nt", reason="descriptors are not inherited like that")
def test_an_installer_that_outlives_its_set_up_keeps_the_lock(tmp_path):
    with setup_lock(tmp_path / "lock") as held:
        orphan = subprocess.Popen(["/bin/sh", "-c", "read line"], stdin=subprocess.PIPE, pass_fds=(held,))
    with start(tmp_path / "lock") as second:
        assert "waiting" in second.stderr.readline()
        orphan.communicate(b"\n")
        assert second.stdout.readline() == "held\n"
        second.communicate("")
