#!/usr/bin/env python3
"""Set up and run Thimble, and everything a developer does with it. Needs nothing but Python."""

from __future__ import annotations

import sys

# Checked before anything else is imported: older Pythons get as far as this, and would stumble over what follows.
if sys.version_info < (3, 11) or sys.version_info >= (3, 15):
    sys.exit(
        f"Thimble needs Python 3.11 to 3.14, and this is {sys.version_info[0]}.{sys.version_info[1]}; "
        "run the command with another one, for example: python3.13 packaging/dev.py"
    )

import argparse
import os
from pathlib import Path

from failure import SetupError
from layout import ROOT

INTERRUPTED = 130
# Options of main.py that are followed by a value in the next argument.
_OPTIONS_WITH_VALUE = ("--data-dir",)
# Commands that pass on what follows them, as it is.
_PASSING = ("run", "test", "soak")


def main(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    own, passed = _split(arguments)
    chosen = _parser().parse_args(own, argparse.Namespace(arguments=passed))
    try:
        return int(chosen.command(chosen))
    except SetupError as error:
        _end_line()
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        _end_line()
        print("Interrupted; the same command goes on from here.", file=sys.stderr)
        return INTERRUPTED


def run(chosen: argparse.Namespace) -> int:
    """Set up what is needed and start Thimble."""
    import environment
    import translations

    arguments: list[str] = chosen.arguments
    window = not _for_terminal(arguments)
    if window and not _has_display():
        if not _wants_terminal():
            return 1
        arguments, window = [*arguments, "chat"], False
    qt: tuple[str, ...] = ()
    if window and sys.platform == "linux":
        import system_libraries

        qt = tuple(system_libraries.platform_plugins())
    python = environment.ensure(environment.Profile.RUN, qt=qt)
    if translations.outdated():
        translations.compile_outdated(environment.VENV)
    return _become([str(python), str(ROOT / "main.py"), *arguments])


def test(chosen: argparse.Namespace) -> int:
    """Set up everything and run the tests."""
    python = _developer_python()
    return _become([str(python), "-m", "pytest", *chosen.arguments], folder=ROOT)


def soak(chosen: argparse.Namespace) -> int:
    """Run the tests that take minutes to hours."""
    python = _developer_python()
    return _become([str(python), "-m", "pytest", "-m", "soak", *chosen.arguments], folder=ROOT)


def check(chosen: argparse.Namespace) -> int:
    """Run the static checks and, unless told otherwise, the tests."""
    import quality

    checks = quality.STATIC if chosen.no_tests else (*quality.STATIC, quality.TESTS)
    return 0 if quality.run(_developer_python(), checks) else 1


def bench(chosen: argparse.Namespace) -> int:
    """Run benchmarks one after the other, so that they don't disturb each other."""
    import subprocess

    found = {path.stem.removeprefix("bench_"): path.stem for path in sorted(ROOT.glob("tests/bench/bench_*.py"))}
    if unknown := set(chosen.names) - set(found):
        raise SetupError(
            f"There is no benchmark {', '.join(sorted(unknown))}; there are: {', '.join(found) or 'none'}."
        )
    python = _developer_python()
    failed = 0
    for name in chosen.names or found:
        print(f"== {name}", flush=True)
        failed += subprocess.run([python, "-m", f"tests.bench.{found[name]}"], cwd=ROOT, check=False).returncode != 0
    return 1 if failed else 0


def lock(chosen: argparse.Namespace) -> int:
    """Write the lock files."""
    import environment
    import lock_files

    lock_files.lock(environment.ensure(environment.Profile.RUN), upgrade=chosen.upgrade)
    return 0


def collect_translations(chosen: argparse.Namespace) -> int:
    """Bring the translation sources up to date and compile them."""
    import environment
    import translations

    environment.ensure(environment.Profile.RUN)
    print(translations.collect(environment.VENV))
    translations.compile_outdated(environment.VENV)
    return 0


def format_code(chosen: argparse.Namespace) -> int:
    """Format the code and sort its imports."""
    import subprocess

    python = _developer_python()
    commands = (("check", "--quiet", "--select", "I", "--fix"), ("format",))
    results = [subprocess.run([python, "-m", "ruff", *command], cwd=ROOT, check=False) for command in commands]
    return max(result.returncode for result in results)


def _developer_python() -> Path:
    """Set up everything that development needs; return the environment's Python."""
    import environment
    import translations

    # Both: the tests draw without a screen, and those of the whole program bring an X server of their own.
    python = environment.ensure(environment.Profile.DEVELOP, qt=("offscreen", "xcb"))
    translations.compile_outdated(environment.VENV)
    return python


def _for_terminal(arguments: list[str]) -> bool:
    """Tell whether main.py will stay in the terminal: it has a subcommand or was asked for text."""
    rest = iter(arguments)
    for argument in rest:
        if argument in _OPTIONS_WITH_VALUE:
            next(rest, None)
        elif not argument.startswith("-") or argument in ("-h", "--help", "--version", "--engine"):
            return True
    return False


def _has_display() -> bool:
    """Tell whether a window can open here."""
    if sys.platform != "linux":
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _wants_terminal() -> bool:
    """Say that there is no display; return whether to talk in the terminal instead."""
    if sys.stdin.isatty() and sys.stderr.isatty():
        print("There is no display, so no window can open. Talk in the terminal instead? [y/N] ", end="", flush=True)
        return sys.stdin.readline().strip().lower() in ("y", "yes")
    print(
        "There is no display, so no window can open; to talk in the terminal instead, type: "
        "python3 packaging/dev.py run -- chat",
        file=sys.stderr,
    )
    return False


def _become(command: list[str], folder: Path | None = None) -> int:
    """Run a command in place of this process."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name == "nt":
        import subprocess

        # On Windows exec returns to the shell at once, which then shares the terminal with the new process.
        return subprocess.run(command, cwd=folder, check=False).returncode
    if folder is not None:
        os.chdir(folder)
    return os.execv(command[0], command)  # noqa: S606 - No shell is wanted.


def _end_line() -> None:
    """Leave a line that is being rewritten."""
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Set up and run Thimble. Each command does the set-up it needs; the first one takes some minutes.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, function: object, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        command.set_defaults(command=function)
        return command

    add("run", run, "start Thimble; what follows -- goes to main.py").usage = "dev.py run [-- ARGUMENTS]"
    add("test", test, "run the tests; what follows goes to pytest").usage = "dev.py test [PYTEST ARGUMENTS]"
    add("check", check, "format, lint, types, import contracts and tests").add_argument(
        "--no-tests", action="store_true", help="leave the tests out"
    )
    add("bench", bench, "run the benchmarks in tests/bench").add_argument(
        "names", nargs="*", metavar="NAME", help="only these: NAME for tests/bench/bench_NAME.py"
    )
    add("soak", soak, "run the tests that take minutes to hours").usage = "dev.py soak [PYTEST ARGUMENTS]"
    add("lock", lock, "write the lock files from pyproject.toml").add_argument(
        "--upgrade", action="store_true", help="take the newest versions pyproject.toml allows"
    )
    add("translations", collect_translations, "collect the strings of the interface and compile the translations")
    add("format", format_code, "format the code and sort its imports")
    return parser


def _split(arguments: list[str]) -> tuple[list[str], list[str]]:
    """Return the arguments meant for this program and those it passes on, without the `--` between them."""
    if not arguments or arguments[0] not in _PASSING or arguments[1:2] in (["-h"], ["--help"]):
        return arguments, []
    passed = arguments[1:]
    return arguments[:1], passed[1:] if passed[:1] == ["--"] else passed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
