"""The translations of the interface: collected from the source, compiled for the program."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from xml.etree import ElementTree

from failure import SetupError
from layout import ROOT, site_packages

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "fr", "es")
PLURALS_ONLY = "en"
"""The strings are English already; only what counts something needs its singular."""


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


def collect(venv: Path, folder: Path = FOLDER, *, root: Path = ROOT) -> str:
    """Bring the sources of all languages up to date with the strings in the program.

    The tool finds `self.tr("…")` in classes, `QCoreApplication.translate("context", "…")` and
    `QT_TRANSLATE_NOOP("context", "…")` with literal strings; a call inside an f-string escapes it.

    Args:
        venv: Where the tool is installed.
        folder: Where the sources of the translations are.
        root: The program's folder.

    Returns:
        What was done, and which strings cannot be translated because they were found without a context.

    Raises:
        SetupError: The strings cannot be collected.
    """
    files = [root / "main.py", *root.glob("ui/**/*.py"), *root.glob("assistant/**/*.py")]
    names = [str(path) for path in sorted(files) if path.is_file()]
    folder.mkdir(parents=True, exist_ok=True)
    said = []
    for language in (PLURALS_ONLY, *LANGUAGES):
        # Without locations, a moved line changes nothing in these files.
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en", "-target-language", language]
        if language == PLURALS_ONLY:
            options.append("-pluralonly")
        target = folder / f"thimble_{language}.ts"
        result = _run(venv, "lupdate", *options, *names, "-ts", str(target))
        if result.returncode != 0:
            raise SetupError(f"The strings for {target.name} cannot be collected: {result.stderr.strip()}")
        said.append(result.stdout.strip() + result.stderr.strip())
    said += [f"Without a context: {text}" for text in without_context(target)]
    return "\n".join(said)


def without_context(source: Path) -> list[str]:
    """Return the strings of a translation source that no call of `translate` would ever look up."""
    tree = ElementTree.fromstring(source.read_bytes())  # noqa: S314 - Our own file, made a moment ago.
    return [
        message.findtext("source", "")
        for context in tree.iter("context")
        if not context.findtext("name")
        for message in context.iter("message")
    ]


def _run(venv: Path, tool: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one of the tools that come with PySide6."""
    program = site_packages(venv) / "PySide6" / (f"{tool}.exe" if os.name == "nt" else tool)
    return subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )
