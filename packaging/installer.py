"""pip: run with its output turned into progress and, when it fails, into one sentence."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import compiler
from failure import SetupError
from layout import LOG, REQUIREMENTS
from progress import Phase, ProgressLine, Step, megabytes, read_step

# The parts of llama-cpp-python that Thimble does not use. In 0.3.36 the last four are off by themselves, as llama.cpp
# is not the outermost project; they are named so that a newer version cannot bring them back unnoticed.
LLAMA_OPTIONS = (
    "-DLLAVA_BUILD=OFF",
    "-DLLAMA_BUILD_TOOLS=OFF",
    "-DLLAMA_BUILD_SERVER=OFF",
    "-DLLAMA_BUILD_EXAMPLES=OFF",
    "-DLLAMA_BUILD_TESTS=OFF",
)
# GCC and Clang say that a processor has AMX by defining this. llama.cpp's AMX kernels are left out: on virtual machines
# that offer AMX its first instruction can end the program, and no small laptop has it.
WITHOUT_AMX = "-U__AMX_INT8__"
_NO_NETWORK = re.compile(
    r"NewConnectionError|NameResolutionError|Failed to establish a new connection|Temporary failure in name resolution"
    r"|Name or service not known|nodename nor servname|getaddrinfo failed|ConnectTimeoutError|ReadTimeoutError"
    r"|Network is unreachable|ProxyError|ConnectionResetError|Connection refused"
)
_NO_COMPILER = re.compile(
    r"No CMAKE_C(XX)?_COMPILER could be found|CMAKE_C(XX)?_COMPILER not set"
    r"|Could not find any instance of Visual Studio"
)
_NO_WHEEL = re.compile(r"No matching distribution found for ([A-Za-z0-9._-]+)")


class Installer:
    """Installs locked packages into one environment."""

    def __init__(self, python: Path, progress: ProgressLine, *, inherited: Sequence[int] = (), log: Path = LOG) -> None:
        """Use pip of the environment that `python` belongs to; `inherited` file descriptors stay open in it."""
        self._python = python
        self._progress = progress
        self._log = log
        self._inherited = tuple(inherited)

    def install(self, files: Sequence[Path], *, before_writing: Callable[[], object]) -> None:
        """Install what the lock files `files` say; every download is checked against its hash.

        Args:
            files: Lock files; they name every package, so nothing is resolved.
            before_writing: Called once everything has been fetched and built, before a file is changed.

        Raises:
            SetupError: It failed; the sentence says why.
        """
        command = [str(self._python), "-m", "pip", "install", "--require-hashes", "--no-deps", "-v"]
        # Only llama-cpp-python is compiled here; nothing else may run a build script.
        command += ["--only-binary", ":all:", "--no-binary", "llama-cpp-python"]
        command += ["--build-constraint", str(REQUIREMENTS / "build.txt")]
        command += ["--progress-bar", "raw", "--no-input", "--disable-pip-version-check", "--retries", "3"]
        for file in files:
            command += ["-r", str(file)]
        self._run(command, self._watch(before_writing))

    def install_pip(self, file: Path, *, before_writing: Callable[[], object]) -> None:
        """Replace pip by the locked one, using the pip that came with Python.

        Raises:
            SetupError: It failed.
        """
        command = [str(self._python), "-m", "pip", "install", "--require-hashes", "--no-deps", "--no-input"]
        command += ["--disable-pip-version-check", "--retries", "3", "-r", str(file)]
        self._run(command, self._watch(before_writing))

    def uninstall(self, names: Sequence[str]) -> None:
        """Remove packages.

        Raises:
            SetupError: It failed.
        """
        self._run([str(self._python), "-m", "pip", "uninstall", "-y", *names], lambda step: None)

    def cached_builds(self, name: str) -> list[str]:
        """Return the wheels of a package that pip has built on this machine and kept."""
        command = [str(self._python), "-m", "pip", "cache", "list", "--format=abspath", name]
        result = subprocess.run(command, capture_output=True, text=True, env=pip_environment(), check=False)
        return [line for line in result.stdout.splitlines() if line.endswith(".whl")]

    def forget_builds(self, name: str) -> None:
        """Remove the wheels of a package that pip has built and kept."""
        command = [str(self._python), "-m", "pip", "cache", "remove", name]
        subprocess.run(command, capture_output=True, env=pip_environment(), check=False)

    def _watch(self, before_writing: Callable[[], object]) -> Callable[[Step], None]:
        """Return what shows each step, and tells `before_writing` of the one that changes files."""

        def watch(step: Step) -> None:
            if step.phase is Phase.INSTALLING:
                before_writing()
            self._progress.show_step(step)

        return watch

    def _run(self, command: list[str], watch: Callable[[Step], None]) -> None:
        """Run pip, handing each step to `watch` and each line to the log."""
        told: list[str] = []
        with (
            self._log.open("a", encoding="utf-8", errors="replace") as log,
            subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                errors="replace",
                env=pip_environment(),
                pass_fds=self._inherited if os.name != "nt" else (),
            ) as pip,
        ):
            assert pip.stdout is not None  # noqa: S101 - Popen was asked for a pipe.
            for line in pip.stdout:
                step = read_step(line)
                if step is None or step.phase is not Phase.TRANSFER:
                    log.write(line)
                if step is not None:
                    watch(step)
                else:
                    told.append(line)
        self._progress.clear()
        if pip.returncode != 0:
            raise SetupError(sentence_for(pip.returncode, "".join(told)))


def sentence_for(status: int, output: str) -> str:
    """Say in one sentence why pip failed.

    Args:
        status: Its exit status; negative for a signal.
        output: All it wrote.
    """
    if "No space left on device" in output or "Errno 28" in output or "There is not enough space on the disk" in output:
        return "The disk is full; free about 2 GB and run the command again."
    if "DO NOT MATCH THE HASHES" in output:
        return f"A download differs from the recorded one and was not installed; see {LOG.name} for its name."
    if _NO_NETWORK.search(output):
        return (
            "The packages could not be fetched because there is no network connection (or a proxy refuses it); "
            "connect and run the command again."
        )
    if _NO_COMPILER.search(output):
        return compiler.no_compiler()
    if status == -signal.SIGINT:
        raise KeyboardInterrupt
    if status == -9 or "fatal error: Killed signal" in output or "out of memory" in output:
        return "Compiling ran out of memory; close other programs and run the command again."
    if found := _NO_WHEEL.search(output):
        return (
            f"There is no ready-made package of {found[1]} for this system and Python version; "
            f"try Python 3.11 to 3.14 (details in {LOG.name})."
        )
    if "Failed building wheel" in output or "Failed to build" in output:
        return f"llama.cpp could not be compiled; the compiler's messages are at the end of {LOG.name}."
    last = next((line.strip() for line in reversed(output.splitlines()) if line.startswith("ERROR")), "")
    return f"The packages could not be installed (details in {LOG.name}){': ' + last if last else ''}."


def pip_environment() -> dict[str, str]:
    """Return the environment pip runs in: the user's, less what would send packages elsewhere."""
    ours = ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_NO_DEPS", "PIP_REQUIRE_HASHES")
    environment = {key: value for key, value in os.environ.items() if key not in ours}
    environment["CMAKE_ARGS"] = " ".join([os.environ.get("CMAKE_ARGS", ""), *LLAMA_OPTIONS]).strip()
    for flags in ("CFLAGS", "CXXFLAGS"):
        environment[flags] = f"{os.environ.get(flags, '')} {WITHOUT_AMX}".strip()
    environment.setdefault("CMAKE_BUILD_PARALLEL_LEVEL", str(compiler.parallel_jobs()))
    # Compilers speak the user's language; what is read here is English.
    environment["LC_ALL"] = "C.UTF-8"
    environment["PYTHONUNBUFFERED"] = "1"
    environment["PYTHONUTF8"] = "1"
    return environment


def check_space(folders: dict[Path, int], *, free: Callable[[Path], int]) -> None:
    """Make sure that there is room.

    Args:
        folders: Bytes needed in each folder.
        free: Returns the free bytes of the file system a folder is in.

    Raises:
        SetupError: One has too little.
    """
    needed: dict[int, int] = {}
    for folder, size in folders.items():
        device = folder.stat().st_dev
        needed[device] = needed.get(device, 0) + size
    for folder in folders:
        size, available = needed[folder.stat().st_dev], free(folder)
        if available < size:
            raise SetupError(
                f"Setting up needs {megabytes(size)} in {folder}, and {megabytes(available)} are free there; "
                "free some space and run the command again."
            )


def temporary_folder() -> Path:
    """Return where pip unpacks and compiles."""
    return Path(tempfile.gettempdir())
