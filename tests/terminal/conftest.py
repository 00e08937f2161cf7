from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def thimble(data):
    """Runs the program as a user would, in a process of its own."""

    def run(*arguments, stdin="", env=()):
        return subprocess.run(
            [sys.executable, str(ROOT / "main.py"), *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**os.environ, "THIMBLE_HOME": str(data), **dict(env)},
            cwd=data.parent,
            check=False,
        )

    return run
