"""What a locked engine process can no longer do; every attempt is also made without a lock, where it must work.

The means are those of Linux: macOS and Windows have no test machine yet.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("Landlock and seccomp are Linux's", allow_module_level=True)

from assistant.processes import landlock, seccomp

CHILD = Path(__file__).with_name("locked_child.py")
NETWORK = (
    "connect over IPv4",
    "connect over IPv6",
    "connect to a local socket",
    "send a datagram",
    "wait for connections",
    "ask the kernel about the network",
)
FILES = (
    "create a file",
    "overwrite a file",
    "append to a file",
    "update a file",
    "truncate a file",
    "truncate a file opened for reading",
    "create a file without a name",
    "create a file with openat2",
    "create through a folder opened before",
    "delete a file",
    "rename a file",
    "make a folder",
    "remove a folder",
    "link a file",
    "link a name",
    "make a pipe",
)
ATTRIBUTES = ("change permissions", "change permissions through a folder opened before", "set times")
PROGRAMS = ("fork", "fork with clone3", "start a program", "spawn a program", "start a shell")
OTHERS = ("signal another process", "read another process")
READING = ("read another file", "read another file through /proc", "list another folder")
ALL = (*NETWORK, *FILES, *ATTRIBUTES, *PROGRAMS, *OTHERS, "queue to the kernel", *READING)

needs_landlock = pytest.mark.skipif(landlock.version() == 0, reason="this kernel has no Landlock")
needs_seccomp = pytest.mark.skipif(
    not Path("/proc/sys/kernel/seccomp").exists() or os.uname().machine not in seccomp.PROCESSORS,
    reason="this kernel or processor has no seccomp filter",
)
pytestmark = [pytest.mark.model]


class World:
    """What the attempts are made on: sockets that listen, files, and another process."""

    def __init__(self, stack, folder):
        self._folders = folder
        self._count = 0
        self.skipped = []
        self._ipv4 = self._listening(stack, socket.AF_INET, ("127.0.0.1", 0))
        try:
            self._ipv6 = self._listening(stack, socket.AF_INET6, ("::1", 0))
        except OSError:
            self._ipv6 = None
            self.skipped.append("connect over IPv6")
        self._local = self._listening(stack, socket.AF_UNIX, str(folder / "socket"))
        self._datagrams = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
        self._datagrams.bind(("127.0.0.1", 0))
        self._victim = stack.enter_context(subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE))
        stack.callback(self._victim.kill)

    def _listening(self, stack, family, address):
        server = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        server.bind(address)
        server.listen(50)
        return server

    def files(self):
        """Return a new folder with what is changed in it."""
        self._count += 1
        folder = self._folders / f"files {self._count}"
        folder.mkdir()
        for name in ("overwritten", "appended", "updated", "cut", "truncated", "deleted", "renamed"):
            (folder / name).write_text("as it was")
        (folder / "empty").mkdir()
        return folder

    def run(self, model, *, folder=None, **asked):
        """Run a child; returns the finished process."""
        outside = self._folders / "outside"
        outside.mkdir(exist_ok=True)
        (outside / "diary.txt").write_text("private")
        asked = {
            "model": str(model),
            "folder": str(folder or self.files()),
            "outside": str(outside / "diary.txt"),
            "ipv4": self._ipv4.getsockname(),
            "ipv6": self._ipv6.getsockname()[:2] if self._ipv6 else None,
            "local": self._local.getsockname(),
            "datagrams": self._datagrams.getsockname(),
            "victim": self._victim.pid,
            "skipped": self.skipped,
            "thread": "main",
            **asked,
        }
        return subprocess.run(
            [sys.executable, str(CHILD), json.dumps(asked)],
            check=False,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        )

    def report(self, model, **asked):
        process = self.run(model, **asked)
        assert process.returncode == 0, process.stderr
        assert "what is open stays open" in process.stderr
        return json.loads(process.stdout)


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    with ExitStack() as stack:
        made = World(stack, tmp_path_factory.mktemp("lockdown"))
        yield made


@pytest.fixture(scope="module")
def free(world, model_file):
    """The control: nothing is locked."""
    return world.report(model_file, course="lock only", means="none")


@pytest.fixture(scope="module")
def locked_files(world):
    return world.files()


@pytest.fixture(scope="module")
def locked(world, model_file, locked_files):
    """Locked before the model is opened, as the engine process does it."""
    return world.report(model_file, course="lock, then load", means="all", folder=locked_files)


@pytest.fixture(scope="module")
def old_thread(world, model_file):
    """Locked late; the attempts come from a thread that was there before."""
    return world.report(model_file, course="load, then lock", means="all", thread="old")


@pytest.fixture(scope="module")
def only_seccomp(world, model_file):
    return world.report(model_file, course="lock, then load", means="seccomp")


@pytest.fixture(scope="module")
def only_landlock(world, model_file):
    return world.report(model_file, course="lock only", means="landlock")


@pytest.fixture(scope="module")
def converting(world, model_file):
    """Locked, with a folder to write in."""
    return world.report(model_file, course="lock only", means="writable")


def refused(attempt, free, report):
    """Whether the attempt works in a free process and is refused in the other one."""
    if attempt not in report:
        pytest.skip("this computer has no IPv6")
    if attempt == "queue to the kernel" and free[attempt] in ("ENOSYS", "EPERM"):
        pytest.skip("this kernel has no io_uring, or it is switched off")
    if attempt == "read another process" and free[attempt] == "EPERM":
        pytest.skip("here no process may read another one anyway")
    assert free[attempt] == "done", "the attempt is of no worth: it fails without a lock, too"
    return report[attempt] in ("EPERM", "EACCES", "ENOSYS", "EROFS")


@needs_landlock
@needs_seccomp
def test_everything_is_said_to_be_locked(locked):
    assert locked["lockdown"].startswith("Lockdown(network=True, files=True, programs=True")
    assert f"Landlock ABI {landlock.version()}'" in locked["lockdown"]
    assert "seccomp" in locked["lockdown"]


@needs_seccomp
@needs_landlock
@pytest.mark.parametrize("attempt", ALL)
def test_a_locked_process_cannot(attempt, free, locked):
    assert refused(attempt, free, locked)


@needs_seccomp
@pytest.mark.parametrize("attempt", [attempt for attempt in ALL if attempt not in READING])
def test_a_thread_from_before_the_lock_cannot(attempt, free, old_thread):
    assert refused(attempt, free, old_thread)


@needs_seccomp
@pytest.mark.parametrize("attempt", [attempt for attempt in ALL if attempt not in READING])
def test_where_the_kernel_has_no_landlock_a_process_cannot(attempt, free, only_seccomp):
    assert refused(attempt, free, only_seccomp)


@needs_landlock
@pytest.mark.parametrize("attempt", [*FILES, *READING, "start a program", "spawn a program", "start a shell"])
def test_where_the_kernel_has_no_seccomp_a_process_cannot(attempt, free, only_landlock):
    if attempt.startswith("truncate") and landlock.version() < 3:
        pytest.skip("this kernel's Landlock does not know truncation")
    assert refused(attempt, free, only_landlock)


@needs_landlock
@needs_seccomp
def test_nothing_on_the_disk_is_changed(locked, locked_files):
    assert {file.name: file.read_text() for file in locked_files.iterdir() if file.is_file()} == dict.fromkeys(
        ("overwritten", "appended", "updated", "cut", "truncated", "deleted", "renamed"), "as it was"
    )
    assert (locked_files / "empty").is_dir()


@needs_seccomp
@pytest.mark.parametrize("means", ["all", "seccomp"])
def test_a_locked_process_cannot_become_another_program(world, model_file, means):
    control = world.run(model_file, course="become another program", means="none")
    locked = world.run(model_file, course="become another program", means=means)
    assert control.stdout == "replaced\n"
    assert "PermissionError" in locked.stderr
    assert locked.stdout == ""


@needs_seccomp
@pytest.mark.skipif(os.uname().machine != "x86_64", reason="the 32-bit call is spelt in x86's machine code")
def test_a_system_call_by_another_processor_modes_numbers_ends_the_process(world, model_file):
    control = world.run(model_file, course="foreign calls", means="none")
    if control.stdout != "True\n":
        pytest.skip("this kernel has no 32-bit system calls")
    assert world.run(model_file, course="foreign calls", means="seccomp").returncode == -signal.SIGSYS


@needs_seccomp
@pytest.mark.parametrize("report", ["locked", "old_thread", "only_seccomp"])
def test_a_locked_process_still_answers(report, request):
    told = request.getfixturevalue(report)
    assert "Paris" in told["answer"]
    assert told["answer"] == told.get("answer before", told["answer"])


@needs_landlock
@needs_seccomp
@pytest.mark.parametrize("need", ["model", "thread", "late import", "time zone", "own process"])
def test_a_locked_process_keeps_what_it_needs(locked, need):
    assert locked[need] == "done"


@needs_landlock
@needs_seccomp
def test_a_process_that_converts_writes_in_its_folder_only(free, converting):
    assert converting["lockdown"].startswith("Lockdown(network=True, files=True, programs=True")
    assert converting["create a file"] == "done"
    assert converting["rename a file"] == "done"
    assert refused("read another file", free, converting)
    assert all(refused(attempt, free, converting) for attempt in (*PROGRAMS, *ATTRIBUTES, "connect over IPv4"))


@needs_seccomp
def test_the_numbers_of_the_filter_are_those_of_the_kernels_headers():
    header = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")
    if not header.is_file():
        pytest.skip("the kernel's headers are not installed")
    lines = (line.split() for line in header.read_text().splitlines() if line.startswith("#define __NR_"))
    numbers = {name.removeprefix("__NR_"): int(number) for _, name, number in lines}
    listed = seccomp.system_calls("x86_64")
    assert {name: number for name, number in listed.items() if numbers.get(name, number) != number} == {}
    assert len(set(listed.values())) == len(listed)
