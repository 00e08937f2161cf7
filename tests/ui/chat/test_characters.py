from __future__ import annotations

from assistant.tasks.characters import PLAIN_ID
from assistant.tasks.characters import characters as load_characters
from ui.chat.characters import TRANSLATABLE, character_of


def test_names_and_descriptions_of_the_file_are_those_that_get_translated():
    written = [text for character in load_characters() for text in (character.name, character.description)]
    assert tuple(written) == TRANSLATABLE


def test_no_text_counts_as_the_plain_character():
    characters = load_characters()
    assert characters[0].id == PLAIN_ID
    assert character_of(" ", characters) is characters[0]


def test_a_text_is_recognised_as_its_character_and_ones_own_is_none():
    characters = load_characters()
    for character in characters:
        assert character_of(f" {character.text}\n", characters) is character
    assert character_of("You are a pirate.", characters) is None


def test_ids_and_texts_are_unique():
    characters = load_characters()
    assert len({character.id for character in characters}) == len(characters) == 4
    assert len({character.text for character in characters}) == 4
