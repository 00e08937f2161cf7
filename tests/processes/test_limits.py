from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assistant.processes.limits import ran_out_of_time

ROOT = str(Path(__file__).parents[2])


def run(program):
    begin = f"import sys; sys.path.insert(0, {ROOT!r}); from assistant.processes.limits import OwnLimits\n"
    return subprocess.run([sys.executable, "-c", begin + program], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "darwin", reason="the kernel does not enforce it")
def test_a_process_gets_no_more_memory_than_it_allowed_itself():
    done = run(
        "OwnLimits(memory_bytes=200_000_000)\ntry:\n    b'x' * 300_000_000\nexcept MemoryError:\n    print('none')"
    )
    assert done.stdout == "none\n"


def test_a_process_that_used_its_time_ends_and_tells_why():
    done = run("OwnLimits(memory_bytes=1_000_000_000).give_time(0)\nwhile True: pass")
    assert ran_out_of_time(done.returncode)
    assert not ran_out_of_time(0)
    assert not ran_out_of_time(-11)


def test_each_piece_of_work_gets_its_own_time():
    program = """
import time
limits = OwnLimits(memory_bytes=1_000_000_000)
for _ in range(3):
    limits.give_time(1)
    end = time.process_time() + 0.8
    while time.process_time() < end:
        pass
print("done")
"""
    assert run(program).stdout == "done\n"
