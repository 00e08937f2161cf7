from __future__ import annotations

import pytest

from assistant.text.words import content_words, names, numbers


def test_forms_of_a_word_look_the_same():
    assert content_words("Lighthouses and a lighthouse", "en") == content_words("LIGHTHOUSE lighthouses'", "en")


def test_words_that_say_nothing_are_left_out():
    assert content_words("It is what it is, and that is that", "en") == []


def test_scripts_without_spaces_give_pairs_of_characters():
    assert content_words("東京都", "ja") == ["東京", "京都"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.50 and 3.5 %", ["1234.5", "3.5"]),
        ("1.234.567,8", ["1234567.8"]),
        ("on 2026-11-25 at 12:30", ["2026", "11", "25", "12", "30"]),
        ("5 000 people, 007 and 0.125", ["5000", "7", "0.125"]),
        ("none", []),
    ],
)
def test_numbers_are_the_same_however_their_digits_are_grouped(text, expected):
    assert numbers(text) == expected


def test_a_capital_at_the_beginning_makes_no_name():
    assert names("The dog met Tom Müller. Then IBM came; He left for the U.S. with it.") == [
        "tom",
        "muller",
        "ibm",
        "u.s.",
    ]
