"""Types of arguments, and the options that all commands have."""

from __future__ import annotations

import argparse
from datetime import datetime
from pathlib import Path


def add_data_dir(parser: argparse.ArgumentParser, *, default: object = argparse.SUPPRESS) -> None:
    """Add `--data-dir`.

    Args:
        parser: The command.
        default: What it is when it is not given.
    """
    # Suppressed defaults let the option stand before or behind the command.
    parser.add_argument("--data-dir", metavar="DIR", type=Path, default=default, help="keep everything in this folder")


def day(text: str) -> datetime:
    """Return when a day begins here, as an argparse type."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").astimezone()
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(f"{text!r} is not a day like 2026-11-25") from None


class number:  # noqa: N801 - reads like argparse's own types
    """A whole number within limits, as an argparse type."""

    def __init__(self, least: int, most: int) -> None:
        """Allow numbers from `least` to `most`."""
        self._least, self._most = least, most

    def __call__(self, text: str) -> int:
        """Return the number that is written.

        Raises:
            argparse.ArgumentTypeError: It is none, or outside the limits.
        """
        try:
            number = int(text)
        except ValueError:
            raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
        if not self._least <= number <= self._most:
            raise argparse.ArgumentTypeError(f"{number} is not between {self._least} and {self._most}")
        return number
