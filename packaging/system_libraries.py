"""The shared libraries and the font that Qt and llama.cpp expect from the system (Linux)."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import apt
from failure import SetupError
from progress import ProgressLine

# What the libraries are called on Debian and Ubuntu.
QT_PACKAGES: Mapping[str, str] = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
OTHER_PACKAGES: Mapping[str, str] = {
    "libgomp.so.1": "libgomp1",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
FONT_PACKAGES = frozenset({"fontconfig", "fonts-dejavu-core"})
_NOT_FOUND = re.compile(r"([^\s:'\"]+\.so[.\d]*): cannot open shared object file")


def missing_library(text: str) -> str | None:
    """Return the library that the dynamic linker's message `text` names as missing, if it is such a message."""
    found = _NOT_FOUND.search(text)
    return found[1].rpartition("/")[2] if found else None


def packages_for(libraries: Iterable[str]) -> tuple[set[str], set[str]]:
    """Return the Debian packages that bring `libraries`, and the libraries of which no package is known."""
    known = {**QT_PACKAGES, **OTHER_PACKAGES}
    names = set(libraries)
    return {known[name] for name in names if name in known}, {name for name in names if name not in known}


def provide_libraries(libraries: Iterable[str], progress: ProgressLine) -> None:
    """Install the packages of missing libraries.

    Raises:
        SetupError: It cannot be done here; the sentence has the command to type, or the names.
    """
    names = sorted(set(libraries))
    packages, unknown = packages_for(names)
    if unknown or not apt.has_apt():
        raise SetupError(
            f"These system libraries are missing: {', '.join(names)}; install them with your system's package "
            "manager and run the command again."
        )
    if not apt.install(packages, progress):
        raise SetupError(
            f"System libraries are missing; install them by typing: {apt.command_to_type(packages)} "
            "and run the command again."
        )


def provide_for_qt(python: Path, plugins: Iterable[str], progress: ProgressLine) -> None:
    """Load Qt with its platform plugins as often as needed, installing what is missing in between.

    Args:
        python: The environment's Python.
        plugins: Names of platform plugins, as for QT_QPA_PLATFORM.
        progress: Where to say what is done.

    Raises:
        SetupError: Something is missing and cannot be installed from here.
    """

    def probe() -> list[str]:
        script = Path(__file__).with_name("probe_qt.py")
        arguments = [",".join(plugins), ",".join(QT_PACKAGES)]
        result = subprocess.run(
            [python, script, *arguments], capture_output=True, text=True, errors="replace", check=False
        )
        if result.returncode != 0 and not result.stdout.strip():
            return [f"other {result.stderr.strip() or f'ended with status {result.returncode}'}"]
        return result.stdout.splitlines()

    repeat_until_loaded(probe, progress)


def repeat_until_loaded(probe: Callable[[], list[str]], progress: ProgressLine) -> None:
    """Provide what `probe` reports until it reports nothing.

    Raises:
        SetupError: A finding cannot be provided, or is still there after it has been.
    """
    provided: set[str] = set()
    while findings := probe():
        kinds = [line.partition(" ") for line in findings]
        libraries = {text for kind, _, text in kinds if kind == "library"}
        other = next((text for kind, _, text in kinds if kind == "other"), "")
        if other or provided >= set(findings):
            what = other or ", ".join(sorted(libraries)) or "no font is found"
            raise SetupError(f"Qt cannot be loaded on this system ({what}).")
        provided |= set(findings)
        if libraries:
            provide_libraries(libraries, progress)
        elif not (apt.has_apt() and apt.install(FONT_PACKAGES, progress)):
            how = f" by typing: {apt.command_to_type(FONT_PACKAGES)}" if apt.has_apt() else ", for example DejaVu Sans"
            raise SetupError(f"No font is installed; install one{how} and run the command again.")


def platform_plugins(environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return the platform plugins a window would use here."""
    if chosen := environment.get("QT_QPA_PLATFORM"):
        return [name.partition(":")[0] for name in chosen.split(";")]
    if environment.get("WAYLAND_DISPLAY") and not environment.get("DISPLAY"):
        return ["wayland"]
    return ["xcb"]
