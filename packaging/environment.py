"""The virtual environment `.venv`: made, brought up to date, repaired, and known to be good at the next start."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import builtin_model
from failure import SetupError
from layout import LOG, REQUIREMENTS, ROOT, site_packages, venv_python

# What only a set-up needs is imported when there is one, so that an ordinary start stays fast.
if TYPE_CHECKING:
    from installer import Installer
    from progress import ProgressLine

VENV = ROOT / ".venv"
LOCK = ROOT / ".venv.lock"
# Raised when set-up itself changes in a way that existing environments have to follow.
FORMAT = 1
# Measured on Linux: 430 MB for the program, 250 MB more with the tools for development, and 470 MB for compiling.
SPACE_PROGRAM = 600_000_000
SPACE_TOOLS = 300_000_000
SPACE_TEMPORARY = 700_000_000


class Profile(StrEnum):
    """What is installed."""

    RUN = "run"
    DEVELOP = "develop"

    @property
    def lock_files(self) -> tuple[Path, ...]:
        """The lock files of this profile."""
        name = {Profile.RUN: "runtime.txt", Profile.DEVELOP: "dev.txt"}[self]
        return (REQUIREMENTS / name, REQUIREMENTS / "model.txt")


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is known about a finished environment; it exists only while the environment is whole.

    Attributes:
        profile: What is installed.
        locked: Fingerprint of the lock files it was made from.
        python: The interpreter it was made with.
        processor: Fingerprint of the processor that llama.cpp was last seen working on.
        qt: The platform plugins that were last seen loading.
    """

    profile: Profile
    locked: str
    python: str
    processor: str
    qt: tuple[str, ...] = ()

    def satisfies(self, wanted: Stamp) -> bool:
        """Tell whether an environment with this stamp will do where `wanted` is asked for."""
        return (
            self.profile in (wanted.profile, Profile.DEVELOP)
            and self.locked == wanted.locked
            and self.python == wanted.python
            and self.processor == wanted.processor
            and set(wanted.qt) <= set(self.qt)
        )


def read_stamp(venv: Path) -> Stamp | None:
    """Return the stamp of an environment, or None when it is not whole."""
    try:
        fields = json.loads(_stamp_file(venv).read_bytes())
        return Stamp(
            profile=Profile(fields["profile"]),
            locked=str(fields["locked"]),
            python=str(fields["python"]),
            processor=str(fields["processor"]),
            qt=tuple(fields["qt"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(venv: Path, stamp: Stamp) -> None:
    """Mark an environment as whole."""
    file = _stamp_file(venv)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(stamp)))
    fresh.replace(file)


def wanted_stamp(profile: Profile, *, venv: Path = VENV, qt: tuple[str, ...] = ()) -> Stamp:
    """Return the stamp an up-to-date environment would have."""
    digest = hashlib.sha256(f"{FORMAT} {builtin_model.SHA256}".encode())
    for name in ("pip.txt", "runtime.txt", "dev.txt", "model.txt"):
        try:
            # A checkout on Windows may have other line ends.
            digest.update((REQUIREMENTS / name).read_bytes().replace(b"\r\n", b"\n"))
        except OSError as error:
            raise SetupError(f"A file of the program is missing: {error.filename}; fetch the program again.") from None
    return Stamp(profile, digest.hexdigest(), os.path.realpath(venv_python(venv)), processor(), qt)


def processor() -> str:
    """Return a fingerprint of what this processor can do; llama.cpp is compiled for exactly that."""
    text = os.environ.get("PROCESSOR_IDENTIFIER", "")
    with contextlib.suppress(OSError), Path("/proc/cpuinfo").open(encoding="utf-8", errors="replace") as lines:
        text = next((line for line in lines if line.startswith(("flags", "Features"))), text)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def ensure(profile: Profile, *, qt: tuple[str, ...] = ()) -> Path:
    """Make the environment fit, which takes no time when it already does.

    Args:
        profile: What has to be installed.
        qt: Platform plugins that have to load; none for work in the terminal.

    Returns:
        The environment's Python.

    Raises:
        SetupError: It can't be done; the sentence says why.
    """
    python = venv_python(VENV)
    if sys.platform != "linux":
        qt = ()
    stamp = read_stamp(VENV)
    if stamp is None or not stamp.satisfies(wanted_stamp(profile, qt=qt)):
        from setup_lock import setup_lock

        try:
            with setup_lock(LOCK) as held:
                _set_up(profile, qt, held)
        except OSError as error:
            raise SetupError(_sentence_for(error)) from error
    return python


def _set_up(profile: Profile, qt: tuple[str, ...], held: int) -> None:
    """Bring the environment to `profile`, whatever state it is in; the set-up lock is held."""
    import installer
    import system_libraries
    from progress import ProgressLine

    progress = ProgressLine()
    python = venv_python(VENV)
    stamp = read_stamp(VENV)
    wanted = wanted_stamp(profile, qt=qt)
    known_qt = stamp.qt if stamp else ()
    if stamp is not None and stamp.profile is Profile.DEVELOP:
        profile = Profile.DEVELOP  # What is there stays there.
    if stamp is None or not replace(stamp, qt=qt, processor=wanted.processor).satisfies(wanted):
        LOG.write_text("")
        progress.say(
            f"Setting up Thimble in .venv: about {280 if profile is Profile.RUN else 310} MB to fetch, and the first "
            "time on a computer about 4 minutes of compiling."
        )
        _check_space(profile)
        _stamp_file(VENV).unlink(missing_ok=True)
        if not _is_sound(VENV):
            _create(VENV, progress)
        pip = installer.Installer(python, progress, inherited=(held,))
        _install(profile, pip, progress)
        progress.show("Checking the built-in model …")
        builtin_model.check(site_packages(VENV))
        stamp = None
    if stamp is None or stamp.processor != wanted.processor:
        pip = installer.Installer(python, progress, inherited=(held,))
        _check_llama(profile, pip, progress)
    new_qt = tuple(sorted({*known_qt, *qt}))
    if set(qt) - set(known_qt):
        progress.show("Loading Qt …")
        # Written first, so that a system library that cannot be installed does not cost the whole set-up again.
        write_stamp(VENV, replace(wanted_stamp(profile), qt=known_qt))
        system_libraries.provide_for_qt(python, qt, progress)
    write_stamp(VENV, replace(wanted_stamp(profile), qt=new_qt))
    progress.clear()


def _install(profile: Profile, pip: Installer, progress: ProgressLine) -> None:
    """Install pip and the packages of `profile`, and remove what does not belong to it."""
    incomplete = _incomplete_file(VENV)
    locked = _locked_packages((REQUIREMENTS / "pip.txt", *profile.lock_files))
    installed = installed_packages(site_packages(VENV))
    if installed.get("pip") not in locked["pip"]:
        progress.show("Fetching pip …")
        pip.install_pip(REQUIREMENTS / "pip.txt", before_writing=incomplete.touch)
        incomplete.unlink(missing_ok=True)
    if installed.get("llama-cpp-python") not in locked["llama-cpp-python"]:
        _prepare_build(pip, progress, locked["llama-cpp-python"])
    # From the first changed file to the last, an interruption leaves packages that look installed and are not.
    pip.install(profile.lock_files, before_writing=incomplete.touch)
    strays = installed_packages(site_packages(VENV)).keys() - locked.keys()
    if strays:
        incomplete.touch()
        pip.uninstall(sorted(strays))
    incomplete.unlink(missing_ok=True)


def _prepare_build(pip: Installer, progress: ProgressLine, versions: set[str]) -> None:
    """Provide a compiler unless pip has kept a build of llama-cpp-python."""
    import compiler

    kept = pip.cached_builds("llama_cpp_python")
    if not any(f"llama_cpp_python-{version}-" in path for path in kept for version in versions):
        progress.show("Looking for a C++ compiler …")
        compiler.provide(progress)


def _check_llama(profile: Profile, pip: Installer, progress: ProgressLine) -> None:
    """Let llama.cpp read something; compile it again if it was made for another processor.

    Raises:
        SetupError: It does not work after that either.
    """
    import compiler
    import system_libraries

    progress.show("Trying llama.cpp on this processor …")
    error = _probe_llama()
    library = system_libraries.missing_library(error)
    if library:
        system_libraries.provide_libraries([library], progress)
        error = _probe_llama()
    if error:
        progress.say("llama.cpp was compiled for another processor and is compiled again.")
        _log(error)
        compiler.provide(progress)
        pip.forget_builds("llama_cpp_python")
        # An interruption from here on leaves something that looks installed and is not.
        _stamp_file(VENV).unlink(missing_ok=True)
        _incomplete_file(VENV).touch()
        pip.uninstall(["llama-cpp-python"])
        pip.install(profile.lock_files, before_writing=_incomplete_file(VENV).touch)
        _incomplete_file(VENV).unlink()
        error = _probe_llama()
    if error:
        _log(error)
        raise SetupError(f"llama.cpp does not work on this computer; details are at the end of {LOG.name}.")


def _probe_llama() -> str:
    """Return what went wrong when llama.cpp read a few words, or nothing."""
    script = Path(__file__).with_name("probe_llama.py")
    model = site_packages(VENV) / builtin_model.FILE
    result = subprocess.run(
        [venv_python(VENV), script, model], capture_output=True, text=True, errors="replace", check=False
    )
    if result.returncode == 0:
        return ""
    return result.stderr.strip() or f"The probe ended with status {result.returncode}."


def _create(venv: Path, progress: ProgressLine) -> None:
    """Make an empty environment with pip in place of whatever is there.

    Raises:
        SetupError: Python's own module for it is missing or fails.
    """
    progress.show("Making a virtual environment …")
    if not _has_venv():
        _provide_venv(progress)
    if venv.is_dir() and not venv.is_symlink():
        shutil.rmtree(venv)
    venv.mkdir(exist_ok=True)
    _incomplete_file(venv).touch()
    # A child, because a module that was installed a moment ago is not seen by this process.
    command = [sys.executable, "-m", "venv", str(venv)]
    result = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if result.returncode != 0:
        _log(result.stdout + result.stderr)
        if "No space left" in result.stdout + result.stderr:
            raise SetupError("The disk is full; free about 2 GB and run the command again.")
        raise SetupError(f"No virtual environment could be made with {sys.executable}; details are in {LOG.name}.")
    _incomplete_file(venv).unlink()


def _has_venv() -> bool:
    """Tell whether Python can make an environment with pip; Debian keeps that in a package of its own."""
    command = [sys.executable, "-c", "import venv, ensurepip"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _provide_venv(progress: ProgressLine) -> None:
    """Install Debian's package with Python's module for environments.

    Raises:
        SetupError: It can't be installed from here.
    """
    import apt

    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if apt.has_apt() and apt.install([package], progress) and _has_venv():
        return
    how = f"type: {apt.command_to_type([package])}" if apt.has_apt() else "install Python's venv and ensurepip modules"
    raise SetupError(f"This Python cannot make virtual environments; {how} and run the command again.")


def _is_sound(venv: Path) -> bool:
    """Tell whether an environment can be built on: made by a finished step, with the interpreter that is there now."""
    if _incomplete_file(venv).exists() or not (venv / "pyvenv.cfg").is_file():
        return False
    probe = "import pip, sys; print(sys.prefix)"
    try:
        result = subprocess.run([venv_python(venv), "-c", probe], capture_output=True, text=True, check=False)
    except OSError:
        return False
    # A moved folder still works; an environment of another Python version has no pip where it looks.
    return result.returncode == 0 and Path(result.stdout.strip()).samefile(venv)


def installed_packages(folder: Path) -> dict[str, str]:
    """Return name and version of what is installed in a package folder."""
    found: dict[str, str] = {}
    for info in folder.glob("*.dist-info"):
        name, _, version = info.name.removesuffix(".dist-info").rpartition("-")
        found[normal(name)] = version
    return found


def _locked_packages(files: tuple[Path, ...]) -> dict[str, set[str]]:
    """Return the names in lock files, with the versions (several where they depend on the Python version)."""
    packages: dict[str, set[str]] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines():
            name, found, rest = line.partition("==")
            if found and not line.startswith((" ", "#")):
                packages.setdefault(normal(name.strip()), set()).add(rest.split()[0].rstrip(";\\"))
    return packages


def normal(name: str) -> str:
    """Return a package's name in the spelling of the lock files."""
    return name.lower().replace("_", "-").replace(".", "-")


def _check_space(profile: Profile) -> None:
    """Make sure that there is room for what is still to come."""
    import installer

    if (VENV / "pyvenv.cfg").is_file():
        return  # The bulk is there; pip says so itself when the rest does not fit.
    size = SPACE_PROGRAM + (SPACE_TOOLS if profile is Profile.DEVELOP else 0)
    installer.check_space(
        {ROOT: size, installer.temporary_folder(): SPACE_TEMPORARY}, free=lambda folder: shutil.disk_usage(folder).free
    )


def _sentence_for(error: OSError) -> str:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return "The disk is full; free about 2 GB and run the command again."
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{error.filename or ROOT} cannot be written; make the program's folder yours and run the command again."
    return f"Setting up failed: {error}."


def _log(text: str) -> None:
    with LOG.open("a", encoding="utf-8") as log:
        log.write(text + "\n")


def _stamp_file(venv: Path) -> Path:
    return venv / "thimble-setup.json"


def _incomplete_file(venv: Path) -> Path:
    return venv / "thimble-incomplete"
