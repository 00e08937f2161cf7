"""Which build of a library runs on this computer: instruction sets of the processor, and machines a file is for."""

from __future__ import annotations

import ctypes
import platform
import re
import struct
import sys
from pathlib import Path

_AVX2_BUILD = frozenset({"avx2", "fma", "f16c"})
_AVX_BUILD = frozenset({"avx", "f16c"})
_WINDOWS_AVX2 = 40
_HEAD_BYTES = 4_096
_ELF_MACHINES = {62: "x86_64", 183: "arm64"}
_PE_MACHINES = {0x8664: "x86_64", 0xAA64: "arm64"}
_MACH_MACHINES = {0x0100_0007: "x86_64", 0x0100_000C: "arm64"}
_MACH_64 = 0xFEEDFACF
_MACH_FAT = 0xCAFEBABE
_MOST_FAT_PARTS = 8


def machine() -> str:
    """Return "x86_64", "arm64" or the system's own name for another machine."""
    name = platform.machine().lower()
    return {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}.get(name, name)


def best_build() -> str:
    """Return the fastest of ctransformers' builds that this processor runs: "avx2", "avx" or "basic"."""
    if machine() != "x86_64":
        return "basic"
    found = _instruction_sets()
    if found >= _AVX2_BUILD:
        return "avx2"
    return "avx" if found >= _AVX_BUILD else "basic"


def machines_of(library: Path) -> frozenset[str]:
    """Return the machines that a shared library is for, from its header; empty when it is none.

    Raises:
        OSError: It can't be read.
    """
    with library.open("rb") as stream:
        head = stream.read(_HEAD_BYTES)
    try:
        return frozenset(_machines(head))
    except struct.error:
        return frozenset()


def _machines(head: bytes) -> set[str]:
    if head.startswith(b"\x7fELF"):
        return {_ELF_MACHINES.get(struct.unpack_from("<H", head, 18)[0], "")}
    if head.startswith(b"MZ"):
        (start,) = struct.unpack_from("<I", head, 0x3C)
        return {_PE_MACHINES.get(struct.unpack_from("<H", head, start + 4)[0], "")}
    if struct.unpack_from(">I", head)[0] == _MACH_FAT:
        (count,) = struct.unpack_from(">I", head, 4)
        parts = [struct.unpack_from(">I", head, 8 + 20 * index)[0] for index in range(min(count, _MOST_FAT_PARTS))]
        return {_MACH_MACHINES.get(part, "") for part in parts}
    if struct.unpack_from("<I", head)[0] == _MACH_64:
        return {_MACH_MACHINES.get(struct.unpack_from("<I", head, 4)[0], "")}
    return set()


def _instruction_sets() -> frozenset[str]:
    """Return those of avx, avx2, fma and f16c that processor and system have."""
    if sys.platform == "win32":
        # Windows tells AVX2 but neither FMA nor F16C; every processor of Intel and AMD with the first has the others.
        # With AVX alone F16C may be missing, so that only the basic build is safe.
        return _AVX2_BUILD if ctypes.windll.kernel32.IsProcessorFeaturePresent(_WINDOWS_AVX2) else frozenset()
    if sys.platform == "darwin":
        return frozenset(
            name
            for name, key in (
                ("avx", b"hw.optional.avx1_0"),
                ("avx2", b"hw.optional.avx2_0"),
                ("fma", b"hw.optional.fma"),
                ("f16c", b"hw.optional.f16c"),
            )
            if _sysctl(key)
        )
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return frozenset()
    flags = re.search(r"^flags\s*:(.*)$", text, re.MULTILINE)
    return frozenset(flags.group(1).split()) if flags else frozenset()


def _sysctl(key: bytes) -> int:
    """Return a whole number that macOS knows about the machine; 0 where it does not know it."""
    value = ctypes.c_int32(0)
    size = ctypes.c_size_t(ctypes.sizeof(value))
    code = ctypes.CDLL(None).sysctlbyname(key, ctypes.byref(value), ctypes.byref(size), None, ctypes.c_size_t(0))
    return value.value if code == 0 else 0
