"""Ready-made system texts ("characters") that a conversation can begin with."""

from __future__ import annotations

from functools import cache

import msgspec

from assistant.paths import resources_folder

PLAIN_ID = "plain"


class Character(msgspec.Struct, frozen=True):
    """A system text to choose.

    Attributes:
        id: Stable name.
        name: Shown to the user; English, translated in the window (context "characters").
        description: One sentence about it, translated alike.
        text: The system text itself, in English as the small models know it best.
    """

    id: str
    name: str
    description: str
    text: str


@cache
def characters() -> tuple[Character, ...]:
    """Return all characters, the plain assistant first."""
    file = resources_folder() / "prompts" / "characters.json"
    return msgspec.json.decode(file.read_bytes(), type=tuple[Character, ...])


def plain_text() -> str:
    """Return the system text of a new conversation."""
    return next(character.text for character in characters() if character.id == PLAIN_ID)
