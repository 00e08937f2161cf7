"""The lock files: every package with its version and the hashes of its files, for all systems at once."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from failure import SetupError
from layout import REQUIREMENTS, ROOT, venv_python

# What each file is made of: arguments of `uv pip compile`. Later ones keep to the versions of earlier ones.
SOURCES = {
    "pip.txt": ("--group", "pip"),
    "lock.txt": ("--group", "lock"),
    "build.txt": ("--group", "build"),
    "runtime.txt": ("pyproject.toml",),
    "dev.txt": ("pyproject.toml", "--group", "dev", "--constraint", "packaging/requirements/runtime.txt"),
    "model.txt": ("--group", "model", "--no-deps"),
}


def lock(python: Path, *, upgrade: bool) -> None:
    """Write all lock files from what pyproject.toml declares.

    Args:
        python: A Python that can make environments; uv is installed into a throw-away one.
        upgrade: Move to the newest versions allowed, instead of keeping what is locked and still fits.

    Raises:
        SetupError: A version cannot be found.
    """
    with tempfile.TemporaryDirectory(prefix="thimble-lock-") as folder:
        venv = Path(folder) / "venv"
        _run([str(python), "-m", "venv", str(venv)])
        tool = venv_python(venv)
        _run([str(tool), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(REQUIREMENTS / "lock.txt")])
        for name, source in SOURCES.items():
            _run([str(tool), "-m", *compile_arguments(name, source, upgrade=upgrade)])
            print(f"{name} is up to date.", flush=True)


def compile_arguments(name: str, source: tuple[str, ...], *, upgrade: bool) -> list[str]:
    """Return the command that makes the lock file `name`."""
    command = ["uv", "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-emit-index-url"]
    command += ["--no-emit-find-links", "--no-annotate", "--custom-compile-command", "python3 packaging/dev.py lock"]
    command += ["--upgrade"] if upgrade else []
    # The newest pip, uv and build tools run on every Python that Thimble runs on, so one version is enough.
    return [*command, "--python-version", "3.11", *source, "--output-file", f"packaging/requirements/{name}"]


def _run(command: list[str]) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME")}
    result = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, errors="replace", env=environment, check=False
    )
    if result.returncode != 0:
        raise SetupError(f"Locking failed: {result.stderr.strip()}")
