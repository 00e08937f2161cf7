"""A process that is locked down (or not), and then tries everything it should no longer be able to do.

Started by `test_lockdown.py` with a JSON object as its argument; prints a JSON object: attempt to "done" or the error.
"""

from __future__ import annotations

import ctypes
import errno
import json
import mmap
import os
import signal
import socket
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from assistant.engine.base import Generation, Sampling, Turn
from assistant.engine.loader import LlamaLoader
from assistant.engine.protocol import Load
from assistant.processes import landlock, lockdown_linux, seccomp
from assistant.processes.lockdown import lock_down

LIBC = ctypes.CDLL(None, use_errno=True)
ASKED = json.loads(sys.argv[1])
FOLDER = Path(ASKED["folder"])
OUTSIDE = Path(ASKED["outside"])
FOLDER_DESCRIPTOR = os.open(FOLDER, os.O_RDONLY | os.O_DIRECTORY)
SYSTEM = Turn("system", "You are a helpful AI assistant. Answer clearly and correctly.")
QUESTION = Turn("user", "What is the capital of France?")
PROGRAM = [sys.executable, "-I", "-S", "-c", ""]


def connect(family, address):
    with socket.socket(family, socket.SOCK_STREAM) as it:
        it.connect(address)


def send_datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as it:
        it.sendto(b"x", tuple(ASKED["datagrams"]))


def listen():
    with socket.socket() as it:
        it.bind(("127.0.0.1", 0))
        it.listen()


def write_with(flags, name, **options):
    descriptor = os.open(name, flags, 0o600, **options)
    try:
        if not flags & os.O_TRUNC:
            os.write(descriptor, b"x")
    finally:
        os.close(descriptor)


def truncate_while_reading():
    os.close(os.open(FOLDER / "truncated", os.O_RDONLY | os.O_TRUNC))


def fork():
    if (child := os.fork()) == 0:
        os._exit(0)
    os.waitpid(child, 0)


def spawn():
    os.waitpid(os.posix_spawn(PROGRAM[0], PROGRAM, {}), 0)


def shell():
    if status := os.system("exit 0"):  # noqa: S605 - whether it can be started is the question
        raise OSError(errno.EPERM, f"status {status}")


def system_call(number, *arguments):
    wide = [ctypes.c_long(argument) if isinstance(argument, int) else argument for argument in arguments]
    if (result := LIBC.syscall(ctypes.c_long(number), *wide)) < 0:
        raise OSError(ctypes.get_errno(), f"system call {number}")
    return result


def new_fork():
    """fork, as clone3 spells it (struct clone_args: only the signal at the child's end is set)."""
    arguments = (ctypes.c_uint64 * 11)(0, 0, 0, 0, signal.SIGCHLD)
    if (child := system_call(435, arguments, ctypes.sizeof(arguments))) == 0:
        os._exit(0)
    os.waitpid(child, 0)


def new_open():
    how = (ctypes.c_uint64 * 3)(os.O_WRONLY | os.O_CREAT, 0o600, 0)
    os.close(system_call(437, -100, os.fsencode(FOLDER / "openat2"), how, ctypes.sizeof(how)))


def ring():
    os.close(system_call(425, 2, (ctypes.c_byte * 120)()))


def copy_memory():
    """Read eight bytes of the victim's memory: at 0, where nothing is, so that EFAULT says it was allowed."""
    local, remote = (ctypes.c_uint64 * 2)(FOLDER_DESCRIPTOR, 0), (ctypes.c_uint64 * 2)(0, 8)
    try:
        system_call(310 if os.uname().machine == "x86_64" else 270, ASKED["victim"], local, 1, remote, 1, 0)
    except OSError as error:
        if error.errno != errno.EFAULT:
            raise


ATTEMPTS = {
    "connect over IPv4": lambda: connect(socket.AF_INET, tuple(ASKED["ipv4"])),
    "connect over IPv6": lambda: connect(socket.AF_INET6, tuple(ASKED["ipv6"])),
    "connect to a local socket": lambda: connect(socket.AF_UNIX, ASKED["local"]),
    "send a datagram": send_datagram,
    "wait for connections": listen,
    "ask the kernel about the network": lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close(),
    "create a file": lambda: (FOLDER / "created").write_text("x"),
    "overwrite a file": lambda: (FOLDER / "overwritten").write_text("x"),
    "append to a file": lambda: write_with(os.O_WRONLY | os.O_APPEND, FOLDER / "appended"),
    "update a file": lambda: write_with(os.O_RDWR, FOLDER / "updated"),
    "truncate a file": lambda: os.truncate(FOLDER / "cut", 0),
    "truncate a file opened for reading": truncate_while_reading,
    "create a file without a name": lambda: write_with(os.O_WRONLY | os.O_TMPFILE, FOLDER),
    "create a file with openat2": new_open,
    "create through a folder opened before": lambda: write_with(
        os.O_WRONLY | os.O_CREAT, "through", dir_fd=FOLDER_DESCRIPTOR
    ),
    "delete a file": (FOLDER / "deleted").unlink,
    "rename a file": lambda: (FOLDER / "renamed").rename(FOLDER / "new name"),
    "make a folder": (FOLDER / "made").mkdir,
    "remove a folder": (FOLDER / "empty").rmdir,
    "link a file": lambda: (FOLDER / "hard").hardlink_to(FOLDER / "overwritten"),
    "link a name": lambda: (FOLDER / "soft").symlink_to(FOLDER / "overwritten"),
    "make a pipe": lambda: os.mkfifo(FOLDER / "pipe"),
    "change permissions": lambda: (FOLDER / "overwritten").chmod(0o640),
    "change permissions through a folder opened before": lambda: os.fchmod(FOLDER_DESCRIPTOR, 0o750),
    "set times": lambda: os.utime(FOLDER / "overwritten", (0, 0)),
    "fork": fork,
    "fork with clone3": new_fork,
    "start a program": lambda: subprocess.run(PROGRAM, check=True),
    "spawn a program": spawn,
    "start a shell": shell,
    "signal another process": lambda: os.kill(ASKED["victim"], 0),
    "read another process": copy_memory,
    "queue to the kernel": ring,
    "read another file": OUTSIDE.read_text,
    "read another file through /proc": lambda: Path(f"/proc/self/root{OUTSIDE}").read_text(),
    "list another folder": lambda: list(OUTSIDE.parent.iterdir()),
}


def attempt(action):
    try:
        action()
    except OSError as error:
        return errno.errorcode[error.errno]
    return "done"


def lock(means):
    """Lock down by all means, or by one of them to see what it does alone."""
    model = Path(ASKED["model"])
    match means:
        case "all":
            return lock_down(readable=[model])
        case "writable":
            return lock_down(readable=[model], writable=[FOLDER])
        case "seccomp":
            lockdown_linux.give_up_new_privileges()
            seccomp.install(files=True)
        case "landlock":
            lockdown_linux.give_up_new_privileges()
            landlock.restrict(readable=[model])
    return None


def load():
    load = Load(path=ASKED["model"], context_length=512, threads=2, fixed_threads=True, available_bytes=2**30)
    return LlamaLoader().load(load, lambda _: True)


def answer(model):
    request = Generation(turns=(SYSTEM, QUESTION), max_tokens=24, sampling=Sampling(seed=1))
    model.add(1, request)
    steps = []
    while model.busy:
        steps += [step for _, step in model.step()]
    return "".join(getattr(step, "text", "") for step in steps)


def in_a_new_thread(action):
    results = []
    thread = threading.Thread(target=lambda: results.append(action()))
    thread.start()
    thread.join()
    return results[0]


def try_foreign_calls():
    """Make a 32-bit system call (getpid), which the kernel knows under another number."""
    code = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")  # mov eax, 20; int 0x80; ret
    address = ctypes.addressof(ctypes.c_char.from_buffer(code))
    print(ctypes.CFUNCTYPE(ctypes.c_int)(address)() == os.getpid())


def main():
    old_thread = ThreadPoolExecutor(1)
    report = {}
    match ASKED["course"]:
        case "lock, then load":
            report["lockdown"] = repr(lock(ASKED["means"]))
            model = load()
        case "load, then lock":
            model = load()
            report["answer before"] = answer(model)  # OpenMP's threads exist from here on
            old_thread.submit(int).result()
            report["lockdown"] = repr(lock(ASKED["means"]))
        case "lock only":
            report["lockdown"] = repr(lock(ASKED["means"]))
            model = None
        case "become another program":
            lock(ASKED["means"])
            os.execv(PROGRAM[0], [*PROGRAM[:-1], "print('replaced')"])  # noqa: S606 - the question is whether it can be
        case "foreign calls":
            lock(ASKED["means"])
            return try_foreign_calls()
    skipped = ASKED["skipped"]
    attempts = {name: action for name, action in ATTEMPTS.items() if name not in skipped}
    where = old_thread.submit if ASKED["thread"] == "old" else None
    for name, action in attempts.items():
        report[name] = where(attempt, action).result() if where else attempt(action)
    if model is not None:
        report["answer"] = answer(model)
        report["model"] = attempt(lambda: os.close(os.open(ASKED["model"], os.O_RDONLY)))
    report["thread"] = in_a_new_thread(lambda: "done")
    report["late import"] = attempt(lambda: __import__("wave"))
    report["time zone"] = attempt(lambda: __import__("zoneinfo").ZoneInfo("Europe/Berlin"))
    report["own process"] = attempt(lambda: os.kill(os.getpid(), 0))
    print("what is open stays open", file=sys.stderr)
    print(json.dumps(report))
    return None


if __name__ == "__main__":
    main()
