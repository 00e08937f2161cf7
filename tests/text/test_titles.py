from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.text.titles import LONGEST_TITLE, title_can_be_made, title_from, usable_title


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


LISBON = "Can you help me plan a weekend in Lisbon with two kids?"


@pytest.mark.parametrize(
    ("generated", "question", "answer", "title"),
    [
        (" Planning a Weekend in Lisbon", LISBON, "", "Planning a Weekend in Lisbon"),
        (' "Weekend in Lisbon."', LISBON, "", "Weekend in Lisbon"),
        ("Topic: **weekend in lisbon**\nand more", LISBON, "", "Weekend in lisbon"),
        ("Sleep and Fatigue", "I sleep badly. What can I do about it?", "It is fatigue.", "Sleep and Fatigue"),
        ("Viruses and Bacteria", "What is the difference between a virus and a bacterium?", "", "Viruses and Bacteria"),
        ("Eier kochen", "Wie lange muss man Eier kochen, damit sie hart sind?", "", "Eier kochen"),
        ("Poème sur la mer", "Écris un poeme court sur la mer.", "", "Poème sur la mer"),
        ("灯台の高さ", "アレクサンドリアの灯台の高さはどのくらいでしたか。", "", "灯台の高さ"),
    ],
)
def test_a_short_title_about_the_exchange_is_used(generated, question, answer, title):
    assert usable_title(generated, question=question, answer=answer) == title


@pytest.mark.parametrize(
    "generated",
    [
        "",
        " \n",
        '""',
        "The Art of Persuasion",
        "I'm sorry, I can't help with that",
        "Weekend in Madrid",
        "Weekend in Lisbon 1755",
        "Weekend weekend weekend Lisbon",
        "Planning a weekend in Lisbon with two kids and help",
        "Weekend in Lisbon " + "a" * 60,
        "in a of to",
        "灯台の高さ",
    ],
)
def test_what_is_no_title_or_about_something_else_is_not_used(generated):
    assert usable_title(generated, question=LISBON, answer="I'm sorry to hear that.") == ""


def test_words_of_the_answer_alone_make_no_title():
    assert usable_title("Sorry to hear", question=LISBON, answer="Sorry to hear that.") == ""


@given(st.text(max_size=200), st.text(max_size=200), st.text(max_size=200))
def test_a_title_is_one_short_line_whatever_a_model_writes(generated, question, answer):
    title = usable_title(generated, question=question, answer=answer)
    assert len(title) <= LONGEST_TITLE + 2  # a capital letter may be longer: "ß" becomes "SS"
    assert "\n" not in title
    assert title == title.strip()


@pytest.mark.parametrize(("question", "can"), [("hi", False), ("Why is the sky blue?", False), (LISBON, True)])
def test_a_question_of_a_few_words_is_its_own_title(question, can):
    assert title_can_be_made(question) is can
