"""What terminal commands share: a question to the user, and a result as JSON."""

from __future__ import annotations

import sys

import msgspec

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError


def agreed(question: str) -> bool:
    """Ask a question that is answered with yes or no.

    Raises:
        ThimbleError: Nobody can be asked.
    """
    if not sys.stdin.isatty():
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "Nobody can be asked here. Add --yes if you agree to what is shown.")
        )
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def print_json(value: object) -> None:
    """Print a value as JSON to be read by people too."""
    print(msgspec.json.format(msgspec.json.encode(value)).decode())
