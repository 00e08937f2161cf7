from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.titles import LONGEST_TITLE, title_from


@pytest.mark.parametrize(
    ("message", "title"),
    [
        ("Hello", "Hello"),
        ("How tall is it? Please be exact.", "How tall is it?"),
        ("\n\n  First line\nSecond line", "First line"),
        ("Version 3.5 is out. Nice.", "Version 3.5 is out."),
        ("# Heading\n\ntext", "Heading"),
        ("   \n\t", ""),
        ("", ""),
        ("---\nReal words", "Real words"),
        ("多少钱？我忘了。", "多少钱？"),
        ("שלום עולם. עוד משפט", "שלום עולם."),
    ],
)
def test_the_first_sentence_becomes_the_title(message, title):
    assert title_from(message) == title


def test_a_long_sentence_is_cut_after_a_word():
    message = "Please explain the difference between lighthouses and lightships in detail"
    assert title_from(message) == "Please explain the difference between…"


def test_a_word_without_end_is_cut_anywhere():
    assert title_from("x" * 1_000_000) == "x" * (LONGEST_TITLE - 1) + "…"


@given(st.text())
def test_a_title_is_one_short_line(message):
    title = title_from(message)
    assert len(title) <= LONGEST_TITLE
    assert len(title.splitlines()) <= 1
    assert title == title.strip()
