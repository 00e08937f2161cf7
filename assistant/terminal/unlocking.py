"""The key of protected conversations in the terminal: asked for, or taken from the environment."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP
from assistant.moving.arrival import settle
from assistant.paths import Paths
from assistant.store.keys import LockedError, WrongPassphraseError
from assistant.store.protection import Protection, Unlocked

VARIABLE = "THIMBLE_PASSPHRASE"
ATTEMPTS = 3

NOBODY_TO_ASK = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations are protected by a passphrase. Run this in a terminal, where it can be typed, or put it into "
    "the variable {variable}.",
)


def key_for(paths: Paths) -> bytes | None:
    """Return the key that the conversations are opened with, `None` where no passphrase protects them.

    What moving in, or turning the protection on or off, has left undone is done first.

    Raises:
        LockedError: Nobody can be asked for the passphrase.
        WrongPassphraseError: It was wrong, three times where it was asked for.
        MovingError: What was moved in can't be put in its place.
        StoreError: The key or the conversations can't be used.
    """
    settle(paths)
    protection = Protection.of(paths)
    if not protection.is_on:
        return None
    unlocked = _unlock(protection)
    if unlocked.waiting:
        print("Finishing the encryption of the conversations …", file=sys.stderr)
    key = protection.finish(unlocked)
    for notice in protection.notices:
        print(notice.sentence, file=sys.stderr)
    return key


def passphrase_given() -> bool:
    """Tell whether the environment holds the passphrase, so that nobody needs to be asked."""
    return VARIABLE in os.environ


def _unlock(protection: Protection) -> Unlocked:
    # Taken away: what this program starts has no need of it.
    given = os.environ.pop(VARIABLE, None)
    if given is not None:
        return protection.unlock(given)
    if not _can_ask():
        raise LockedError(NOBODY_TO_ASK, variable=VARIABLE)
    for _ in range(ATTEMPTS - 1):
        try:
            return protection.unlock(_ask())
        except WrongPassphraseError as error:
            print(error.sentence, file=sys.stderr)
    return protection.unlock(_ask())


def _ask() -> str:
    try:
        return getpass.getpass("Passphrase: ", stream=sys.stderr)
    except EOFError:
        return ""


def _can_ask() -> bool:
    if os.name != "posix":
        return sys.stdin.isatty()
    try:
        # A question may come through a pipe while somebody sits at the terminal.
        os.close(os.open(Path("/dev/tty"), os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return sys.stdin.isatty()
    return True
