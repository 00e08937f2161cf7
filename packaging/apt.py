"""Debian packages: installed where that is possible without asking, else the command to type."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable

from layout import LOG
from progress import ProgressLine


def command_to_type(packages: Iterable[str]) -> str:
    """Return the command a person would type to install `packages`."""
    sudo = "" if _is_root() else "sudo "
    return f"{sudo}apt-get install {' '.join(sorted(packages))}"


def has_apt() -> bool:
    """Tell whether this system installs its software with apt-get."""
    return shutil.which("apt-get") is not None


def install(packages: Iterable[str], progress: ProgressLine) -> bool:
    """Install Debian packages, if this can be done without a password.

    Returns:
        Whether all of them are installed now.
    """
    prefix = _rights()
    if prefix is None or not has_apt():
        return False
    names = sorted(packages)
    progress.say(f"Installing system packages: {' '.join(names)}")
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    apt = [*prefix, "env", *(f"{key}={value}" for key, value in quiet.items()), "apt-get", "-q", "-y"]
    install_command = [*apt, "-o", "Dpkg::Use-Pty=0", "install", "--no-install-recommends", *names]
    # The lists may be missing (a fresh image) or old (packages that have moved on), so they are fetched first; where
    # that fails, what is already known may still do.
    _logged([*apt, "update"])
    return _logged(install_command) == 0


def _rights() -> list[str] | None:
    """Return what has to stand before apt-get, or None when it may not be used."""
    if _is_root():
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _logged(command: list[str]) -> int:
    """Run a command with its output in the log; return its exit status."""
    with LOG.open("ab") as log:
        return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, check=False).returncode
