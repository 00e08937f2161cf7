"""A C++ compiler: found by compiling, installed where that is possible."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import apt
from failure import SetupError
from progress import ProgressLine

# Headers of the C and the C++ library, and linking: a compiler without them is of no use.
_PROGRAM = '#include <stdio.h>\n#include <thread>\nint main() { std::thread t([] { puts(""); }); t.join(); }\n'


def provide(progress: ProgressLine) -> None:
    """Make sure that a C++ program can be compiled.

    Raises:
        SetupError: It can't, and no compiler can be installed from here.
    """
    # CMake finds Visual Studio by itself, which is not in the PATH; its own message is read if that fails.
    if sys.platform == "win32" or works():
        return
    if apt.has_apt() and apt.install({"g++"}, progress) and works():
        return
    raise SetupError(no_compiler())


def works() -> bool:
    """Tell whether the system's C and C++ compilers can make a program."""
    cpp = os.environ.get("CXX") or _first("c++", "g++", "clang++")
    c = os.environ.get("CC") or _first("cc", "gcc", "clang")
    if not cpp or not c:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "probe.cpp"
        source.write_text(_PROGRAM)
        command = [*cpp.split(), "-std=c++17", "-pthread", str(source), "-o", str(source.with_suffix(""))]
        try:
            return subprocess.run(command, capture_output=True, check=False).returncode == 0
        except OSError:
            return False


def no_compiler() -> str:
    """Return the sentence for a system without a C++ compiler."""
    if sys.platform == "win32":
        how = 'install "Build Tools for Visual Studio" with "Desktop development with C++"'
    elif sys.platform == "darwin":
        how = "type: xcode-select --install"
    elif apt.has_apt():
        how = f"type: {apt.command_to_type(['g++'])}"
    else:
        how = "install g++ or clang++ with your system's package manager"
    return f"A C++ compiler is needed to build llama.cpp for this computer; {how} and run the command again."


def parallel_jobs() -> int:
    """Return how many files to compile at once: one per core, but each may take up to 1 GB of memory."""
    cores = os.cpu_count() or 1
    try:
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return cores
    return max(1, min(cores, memory // 1_000_000_000))


def _first(*names: str) -> str | None:
    return next((name for name in names if shutil.which(name)), None)
