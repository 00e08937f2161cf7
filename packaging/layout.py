"""Where things lie in the project folder and in its virtual environment."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "packaging" / "requirements"
LOG = ROOT / ".setup.log"


def venv_python(venv: Path) -> Path:
    """Return the Python program of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def site_packages(venv: Path) -> Path:
    """Return the folder of the installed packages.

    Raises:
        FileNotFoundError: The environment is incomplete.
    """
    if os.name == "nt":
        return venv / "Lib" / "site-packages"
    for folder in sorted(venv.glob("lib/python3.*/site-packages")):
        return folder
    raise FileNotFoundError(venv / "lib")
