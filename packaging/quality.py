"""The checks a change has to pass."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from layout import ROOT


@dataclass(frozen=True, slots=True)
class Check:
    """A program that ends with 0 when all is well.

    Attributes:
        name: What it looks at.
        arguments: What follows the environment's Python.
    """

    name: str
    arguments: tuple[str, ...]


STATIC = (
    Check("format", ("-m", "ruff", "format", "--check", "--quiet")),
    Check("lint", ("-m", "ruff", "check", "--quiet")),
    Check("types", ("-m", "mypy", "--no-error-summary")),
    Check("import contracts", ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()")),
)
TESTS = Check("tests", ("-m", "pytest", "-q"))


def run(python: Path, checks: Sequence[Check]) -> bool:
    """Run all checks, whatever the first ones say, with one line for each.

    Returns:
        Whether all passed.
    """
    passed = True
    for check in checks:
        began = time.monotonic()
        result = subprocess.run(
            [python, *check.arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        word = "passed" if result.returncode == 0 else "FAILED"
        print(f"{check.name}: {word} ({time.monotonic() - began:.1f} s)", flush=True)
        if result.returncode != 0:
            print(result.stdout, flush=True)
            passed = False
    return passed
