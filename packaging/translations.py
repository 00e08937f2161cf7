"""The translations of the interface: collected from the source, compiled for the program."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from failure import SetupError
from layout import ROOT, site_packages

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr", "es")


def outdated(folder: Path = FOLDER) -> list[Path]:
    """Return the translation sources whose compiled file is missing or older."""
    return [
        source
        for source in sorted(folder.glob("*.ts"))
        if not (compiled := source.with_suffix(".qm")).exists() or compiled.stat().st_mtime < source.stat().st_mtime
    ]


def compile_outdated(venv: Path, folder: Path = FOLDER) -> None:
    """Compile the translations that have changed.

    Raises:
        SetupError: One of them cannot be compiled.
    """
    for source in outdated(folder):
        target = source.with_suffix(".qm")
        fresh = target.with_suffix(f".{os.getpid()}")
        result = _run(venv, "lrelease", "-silent", str(source), "-qm", str(fresh))
        if result.returncode != 0:
            fresh.unlink(missing_ok=True)
            raise SetupError(f"The translation {source.name} cannot be compiled: {result.stderr.strip()}")
        fresh.replace(target)


def collect(venv: Path, folder: Path = FOLDER) -> str:
    """Bring the sources of all languages up to date with the strings in the program.

    Returns:
        The tool's summary.

    Raises:
        SetupError: The strings cannot be collected.
    """
    files = [ROOT / "main.py", *ROOT.glob("ui/**/*.py"), *ROOT.glob("assistant/**/*.py")]
    names = [path.relative_to(ROOT).as_posix() for path in sorted(files) if path.is_file()]
    folder.mkdir(parents=True, exist_ok=True)
    said = []
    for language in LANGUAGES:
        # Without locations, a moved line changes nothing in these files.
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
        target = folder / f"thimble_{language}.ts"
        result = _run(venv, "lupdate", *options, *names, "-ts", str(target))
        if result.returncode != 0:
            raise SetupError(f"The strings for {target.name} cannot be collected: {result.stderr.strip()}")
        said.append(result.stdout.strip() + result.stderr.strip())
    return "\n".join(said)


def _run(venv: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the tools that come with PySide6."""
    program = site_packages(venv) / "PySide6" / (f"{tool}.exe" if os.name == "nt" else tool)
    return subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )
