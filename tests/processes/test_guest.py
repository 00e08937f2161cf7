"""How the engine process behaves on a computer that is also used for other things."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from assistant.processes import guest

linux = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells this in /proc")
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither niceness nor core files")

STATE = """
import json, os, sys, resource, ctypes
from pathlib import Path
from assistant.processes.guest import be_a_good_guest
autogroup = Path("/proc/self/autogroup")
def state():
    return {
        "niceness": os.getpriority(os.PRIO_PROCESS, 0),
        "score": Path("/proc/self/oom_score_adj").read_text().strip() if sys.platform == "linux" else "",
        "core": resource.getrlimit(resource.RLIMIT_CORE)[0],
        "dumpable": ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == "linux" else 0,
        "group": autogroup.read_text().split()[-1] if autogroup.exists() else "",
    }
before = state()
be_a_good_guest()
after = state()
"""


def is_there(process):
    """Whether a process lives; what only waits to be buried does not."""
    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.fixture
def start(monkeypatch):
    """Start programs of the test as the client starts the engine."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    started = []

    def start(program, **options):
        options = {**guest.popen_options(), "stdin": subprocess.PIPE, "stdout": subprocess.PIPE, **options}
        process = subprocess.Popen([sys.executable, "-c", program], **options)
        started.append((process, guest.after_start(process)))
        return process

    yield start
    for process, _ in started:
        process.kill()
        process.communicate()


@pytest.fixture
def states(start):
    process = start(STATE + "print(json.dumps([before, after]))")
    return json.loads(process.communicate()[0])


@posix
def test_the_engine_steps_back_for_other_programs(states):
    before, after = states
    assert after["niceness"] == max(before["niceness"], guest.NICENESS)


@posix
def test_an_engine_started_by_a_program_that_stepped_back_further_does_not_come_forward(start):
    process = start("import os; os.nice(12)\n" + STATE + "print(json.dumps([before, after]))")
    assert json.loads(process.communicate()[0])[1]["niceness"] >= 12


@linux
def test_the_engine_steps_back_as_a_session_where_linux_shares_time_among_sessions(states):
    before, after = states
    if not before["group"]:
        pytest.skip("this kernel has no autogroups")
    assert int(after["group"]) == guest.NICENESS


@linux
def test_an_engine_started_by_hand_leaves_its_shells_session_alone(start):
    inner = STATE + "print(json.dumps([before, after]))"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
    before, after = json.loads(start(outer).communicate()[0])
    assert after["group"] == before["group"]
    assert after["niceness"] == max(before["niceness"], guest.NICENESS)


@linux
def test_the_engine_is_the_first_to_go_when_memory_runs_out(states, start):
    before, after = states
    assert int(after["score"]) == guest.OUT_OF_MEMORY_SCORE > int(before["score"])
    process = start(STATE + "print('ready', flush=True); sys.stdin.read()")
    process.stdout.readline()
    badness = int(Path(f"/proc/{process.pid}/oom_score").read_text())
    assert badness > int(Path("/proc/self/oom_score").read_text())


@posix
@pytest.mark.parametrize("limits", ["", "resource.setrlimit = lambda *_: None"], ids=["files", "pipe"])
def test_an_engine_that_crashes_leaves_no_memory_image_behind(limits, start, tmp_path):
    """A kernel that pipes cores into a program does not look at the limit: the second case goes without it."""
    if limits and sys.platform != "linux":
        pytest.skip("only Linux pipes cores into a program")
    dumping = "resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)"
    program = STATE.replace("before = state()", f"before = state()\n{dumping}\n{limits}") + "os.abort()"
    control = start(program.replace("\nbe_a_good_guest()", ""), cwd=tmp_path)
    guested = start(program, cwd=tmp_path)
    endings = [os.waitpid(process.pid, 0)[1] for process in (control, guested)]
    for core in tmp_path.glob("core*"):
        core.unlink()
    assert [os.WTERMSIG(ending) for ending in endings] == [signal.SIGABRT] * 2
    if not os.WCOREDUMP(endings[0]):
        pytest.skip("this computer writes no core files anyway")
    assert not os.WCOREDUMP(endings[1])


@posix
def test_core_files_are_limited_to_nothing(states):
    assert states[1]["core"] == 0


@linux
def test_the_parent_still_sees_the_memory_of_the_engine(start):
    process = start(STATE + "print('ready', flush=True); sys.stdin.read()")
    process.stdout.readline()
    assert psutil.Process(process.pid).memory_info().rss > 0


@pytest.mark.model
def test_the_engine_ends_in_mid_answer_when_its_parent_is_killed(start, model_file):
    parent = start(f"""
import sys
from pathlib import Path
from assistant.engine.base import Generation, LoadOptions, Turn
from assistant.engine.client import EngineClient
from assistant.events import Text
from assistant.jobs import CancelToken
engine = EngineClient()
list(engine.load(Path({str(model_file)!r}), LoadOptions(context_length=4096), CancelToken()))
asked = Generation(turns=(Turn("user", "Count to one million, and write every number."),), max_tokens=4000)
for event in engine.generate(asked, CancelToken()):
    if isinstance(event, Text):
        print(engine._child.pid, flush=True)
        sys.stdin.read()
""")
    engine = psutil.Process(int(parent.stdout.readline()))
    assert is_there(engine)
    parent.kill()
    while is_there(engine):
        time.sleep(0.01)


@pytest.mark.parametrize("after_start", [True, False], ids=["tied", "not tied"])
def test_a_child_that_waits_for_its_input_ends_when_its_parent_is_killed(start, after_start):
    tie = "guest.after_start(process)" if after_start else "None"
    parent = start(f"""
import subprocess, sys
from assistant.processes import guest
program = [sys.executable, "-c", "import sys; sys.stdin.read()"]
process = subprocess.Popen(program, stdin=subprocess.PIPE, **guest.popen_options())
kept = {tie}
print(process.pid, flush=True)
sys.stdin.read()
""")
    child = psutil.Process(int(parent.stdout.readline()))
    assert is_there(child)
    parent.kill()
    while is_there(child):
        time.sleep(0.01)


@linux
@pytest.mark.parametrize(
    ("supplies", "expected"),
    [
        ({"BAT0": ("Battery", "Discharging"), "AC": ("Mains", "0")}, True),
        ({"BAT0": ("Battery", "Charging"), "AC": ("Mains", "1")}, False),
        ({"BAT0": ("Battery", "Discharging")}, True),
        ({"BAT0": ("Battery", "Full")}, False),
        ({}, False),
    ],
)
def test_the_battery_is_read_from_the_system(supplies, expected, tmp_path, monkeypatch):
    for name, (kind, state) in supplies.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "type").write_text(kind)
        if kind == "Mains":
            (folder / "online").write_text(state)
        else:
            for file, text in {"status": state, "energy_now": "500", "energy_full": "1000", "capacity": "50"}.items():
                (folder / file).write_text(text)
    monkeypatch.setattr("psutil._pslinux.POWER_SUPPLY_PATH", str(tmp_path))
    assert guest.on_battery() is expected


def test_a_system_that_does_not_tell_is_not_on_battery(monkeypatch):
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert guest.on_battery() is False


@pytest.mark.parametrize(
    ("most", "save", "battery", "expected"),
    [(8, True, True, 4), (3, True, True, 2), (1, True, True, 1), (8, False, True, 8), (8, True, False, 8)],
)
def test_on_battery_half_of_the_threads_work_unless_told_otherwise(most, save, battery, expected, monkeypatch):
    monkeypatch.setattr(guest, "on_battery", lambda: battery)
    assert guest.threads_on_power(most, save_battery=save) == expected
