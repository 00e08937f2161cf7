"""Linux: a seccomp filter that refuses the system calls an engine process has no use for.

Source: the kernel's Documentation/userspace-api/seccomp_filter.rst and the system call numbers of its headers. A list
of what is refused, not of what is allowed: glibc, OpenMP and Python change what they call from one version to the
next, and a missing entry in an allow list ends the process on somebody else's computer.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys

_NETWORK = "socket 41/198 socketpair 53/199 connect 42/203 bind 49/200 listen 50/201 accept 43/202 accept4 288/242"
"""All sockets, also local ones: over D-Bus a process can ask the session to start a program."""

_PROGRAMS = """
    execve 59/221 execveat 322/281 fork 57/- vfork 58/- ptrace 101/117 process_vm_readv 310/270
    process_vm_writev 311/271 process_madvise 440/440 kcmp 312/272 pidfd_open 434/434 pidfd_getfd 438/438
    pidfd_send_signal 424/424 rt_sigqueueinfo 129/138 rt_tgsigqueueinfo 297/240 tkill 200/130 personality 135/92
    shmget 29/194 shmat 30/196 shmctl 31/195 msgget 68/186 semget 64/190 mq_open 240/180
"""
"""New processes, and reaching into other ones."""

_FILES = """
    creat 85/- truncate 76/45 unlink 87/- unlinkat 263/35 rename 82/- renameat 264/38 renameat2 316/276 mkdir 83/-
    mkdirat 258/34 rmdir 84/-
"""
"""Changes of the file system; opening a file for writing is told by the flags of open and openat."""

_ATTRIBUTES = """
    link 86/- linkat 265/37 symlink 88/- symlinkat 266/36 mknod 133/- mknodat 259/33 chmod 90/- fchmod 91/52
    fchmodat 268/53 fchmodat2 452/452 chown 92/- fchown 93/55 lchown 94/- fchownat 260/54 utime 132/- utimes 235/-
    futimesat 261/- utimensat 280/88 setxattr 188/5 lsetxattr 189/6 fsetxattr 190/7 removexattr 197/14
    lremovexattr 198/15 fremovexattr 199/16 setxattrat 463/463 removexattrat 466/466 file_setattr 469/469
    mq_unlink 241/181
"""
"""What not even a process needs that writes a converted model; Landlock does not know most of it."""

_SYSTEM = """
    mount 165/40 umount2 166/39 pivot_root 155/41 chroot 161/51 mount_setattr 442/442 move_mount 429/429
    open_tree 428/428 open_tree_attr 467/467 fsopen 430/430 fsconfig 431/431 fsmount 432/432 fspick 433/433
    unshare 272/97 setns 308/268 swapon 167/224 swapoff 168/225 acct 163/89 quotactl 179/60 quotactl_fd 443/443
    bpf 321/280 perf_event_open 298/241 userfaultfd 323/282 io_uring_setup 425/425 io_uring_enter 426/426
    io_uring_register 427/427 io_setup 206/0 io_submit 209/2 add_key 248/217 request_key 249/218 keyctl 250/219
    fanotify_init 300/262 open_by_handle_at 304/265 init_module 175/105 finit_module 313/273 delete_module 176/106
    kexec_load 246/104 kexec_file_load 320/294 reboot 169/142 sethostname 170/161 setdomainname 171/162
    settimeofday 164/170 clock_settime 227/112 clock_adjtime 305/266 adjtimex 159/171 syslog 103/116 ioperm 173/-
    iopl 172/- modify_ldt 154/- vhangup 153/58 uselib 134/- sysfs 139/-
"""
"""What changes the system, goes around this filter (io_uring), or is known for holes in the kernel."""

_BY_ARGUMENTS = "clone 56/220 clone3 435/435 open 2/- openat 257/56 openat2 437/437 kill 62/129 tgkill 234/131"
"""Calls that threads, reading and a process's own signals need."""

_INSTALL = "seccomp 317/277"

_CLONE_THREAD = 0x10000
_WRITING = 0o1103  # O_WRONLY, O_RDWR, O_CREAT, O_TRUNC

_X32_BIT = 0x40000000
"""Set in the numbers of x86-64's second, rarely used set of system calls; they would slip past the list."""

_SECCOMP_SET_MODE_FILTER = 1
_SECCOMP_FILTER_FLAG_TSYNC = 1
_ALLOW = 0x7FFF0000
_ERRNO = 0x00050000
_KILL_PROCESS = 0x80000000

_LOAD = 0x20  # BPF_LD | BPF_W | BPF_ABS
_EQUAL = 0x15  # BPF_JMP | BPF_JEQ | BPF_K
_AT_LEAST = 0x35  # BPF_JMP | BPF_JGE | BPF_K
_ANY_BIT = 0x45  # BPF_JMP | BPF_JSET | BPF_K
_RETURN = 0x06  # BPF_RET | BPF_K
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET, _ARGUMENTS_OFFSET = 0, 4, 16  # struct seccomp_data

_Instruction = tuple[int, int, int, int]
"""Code, where to go on true, where to go on false (in instructions from the next one), value."""


PROCESSORS = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1), "riscv64": (0xC00000F3, 1)}
"""The kernel's name of a processor to its AUDIT_ARCH_… and the column of the tables above."""


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_void_p))


def install(*, files: bool) -> None:
    """Refuse network, processes and changes of the system, in all threads and for good; needs no_new_privs.

    Args:
        files: Also refuse to open a file for writing, to rename and to remove one.

    Raises:
        OSError: The kernel, the processor or a stricter filter around this process does not have it.
    """
    processor = os.uname().machine
    if processor not in PROCESSORS or sys.maxsize < 2**32:
        raise OSError(errno.ENOSYS, "no filter for this processor")
    code = b"".join(struct.pack("=HBBI", *step) for step in _filter(processor, files=files))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.addressof(buffer))
    libc = ctypes.CDLL(None, use_errno=True)
    result = libc.syscall(
        ctypes.c_long(_numbers(_INSTALL, processor)["seccomp"]),
        ctypes.c_long(_SECCOMP_SET_MODE_FILTER),
        ctypes.c_long(_SECCOMP_FILTER_FLAG_TSYNC),
        ctypes.byref(program),
    )
    if result < 0:
        raise OSError(ctypes.get_errno(), "seccomp")
    if result > 0:
        raise OSError(errno.EBUSY, f"thread {result} has a filter of its own")


def system_calls(processor: str, *, files: bool = True) -> dict[str, int]:
    """Return the calls that are refused whatever their arguments, with their numbers on a processor."""
    return _numbers(" ".join((_NETWORK, _PROGRAMS, _ATTRIBUTES, _SYSTEM, _FILES if files else "")), processor)


def _filter(processor: str, *, files: bool) -> list[_Instruction]:
    """Return the program: each block compares the number of the system call and answers when it is its own."""
    refuse, unknown, allow = _return(_ERRNO | errno.EPERM), _return(_ERRNO | errno.ENOSYS), _return(_ALLOW)
    own_process = [_argument(0), (_EQUAL, 1, 0, os.getpid()), refuse, allow]
    blocks = {
        "clone": [_argument(0), (_ANY_BIT, 1, 0, _CLONE_THREAD), refuse, allow],
        # glibc tries this one first, whose flags lie in memory where no filter sees them, and falls back to clone.
        "clone3": [unknown],
        "kill": own_process,
        "tgkill": own_process,
    }
    if files:
        blocks["open"] = [_argument(1), (_ANY_BIT, 0, 1, _WRITING), refuse, allow]
        blocks["openat"] = [_argument(2), (_ANY_BIT, 0, 1, _WRITING), refuse, allow]
        blocks["openat2"] = [unknown]  # its flags lie in memory, too
    steps = [
        (_LOAD, 0, 0, _ARCHITECTURE_OFFSET),
        (_EQUAL, 1, 0, PROCESSORS[processor][0]),
        _return(_KILL_PROCESS),
        (_LOAD, 0, 0, _NUMBER_OFFSET),
    ]
    if processor == "x86_64":
        steps += [(_AT_LEAST, 0, 1, _X32_BIT), refuse]
    for name, number in _numbers(_BY_ARGUMENTS, processor).items():
        if name in blocks:
            steps += _when(number, blocks[name])
    for number in system_calls(processor, files=files).values():
        steps += _when(number, [refuse])
    return [*steps, allow]


def _numbers(table: str, processor: str) -> dict[str, int]:
    column, words = PROCESSORS[processor][1], table.split()
    numbers = {name: pair.split("/")[column] for name, pair in zip(words[::2], words[1::2], strict=True)}
    return {name: int(number) for name, number in numbers.items() if number != "-"}


def _when(number: int, block: list[_Instruction]) -> list[_Instruction]:
    return [(_EQUAL, 0, len(block), number), *block]


def _argument(index: int) -> _Instruction:
    """Load the lower half of an argument; all processors listed are little-endian."""
    return (_LOAD, 0, 0, _ARGUMENTS_OFFSET + 8 * index)


def _return(value: int) -> _Instruction:
    return (_RETURN, 0, 0, value)
