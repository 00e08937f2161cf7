"""The ready-made system texts in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from assistant.tasks.characters import Character

TRANSLATABLE = (
    QT_TRANSLATE_NOOP("characters", "Plain assistant"),
    QT_TRANSLATE_NOOP("characters", "Answers briefly and to the point."),
    QT_TRANSLATE_NOOP("characters", "Tutor"),
    QT_TRANSLATE_NOOP("characters", "Explains step by step in simple words, with an example."),
    QT_TRANSLATE_NOOP("characters", "Writing helper"),
    QT_TRANSLATE_NOOP("characters", "Rewords, shortens and drafts texts."),
    QT_TRANSLATE_NOOP("characters", "Brainstormer"),
    QT_TRANSLATE_NOOP("characters", "Gives many different ideas as a list."),
)
"""The names and descriptions in the file, where `lupdate` finds them; a test keeps both the same."""


def label(character: Character) -> str:
    """Return a character's name in the user's language."""
    return QCoreApplication.translate("characters", character.name)


def explanation(character: Character) -> str:
    """Return a character's description in the user's language."""
    return QCoreApplication.translate("characters", character.description)


def character_of(system_text: str, characters: tuple[Character, ...]) -> Character | None:
    """Return the character with this text, the first one for no text; None when the user wrote it."""
    text = system_text.strip()
    if not text:
        return characters[0]
    return next((character for character in characters if character.text == text), None)
