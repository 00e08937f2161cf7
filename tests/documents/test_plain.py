from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.documents.making import read_bytes, read_path, texts, told

PROSE = (
    "The keeper of the lighthouse wrote down the weather every evening, and in forty years he missed no more than two "
    "days. On the first of them his daughter was born."
)


@pytest.fixture
def read(tmp_path):
    return lambda text: read_bytes(text.encode(), "txt", tmp_path)


def test_hard_wrapped_lines_are_joined_and_long_lines_are_paragraphs(read):
    wrapped = "\n".join(textwrap.wrap(PROSE, 60))
    assert texts(read(f"{wrapped}\n\n{wrapped}")) == [PROSE, PROSE]
    assert texts(read(f"{PROSE * 2}\n{PROSE * 3}")) == [PROSE * 2, PROSE * 3]


def test_lines_of_an_address_stay_apart(read):
    assert texts(read("J. Keeper\nThe Lighthouse\nNorth Rock")) == ["J. Keeper", "The Lighthouse", "North Rock"]


def test_lines_of_scripts_without_spaces_are_joined_without_one(read):
    assert texts(read("灯台の番人は毎晩天気を書き留めた。四十年の間に書かなかったのは\n二日だけだった。")) == [
        "灯台の番人は毎晩天気を書き留めた。四十年の間に書かなかったのは二日だけだった。"
    ]


def test_items_of_lists_are_apart_with_their_further_lines_and_without_bullets(read):
    text = "- the wind, and all that\n  came with it\n* the rain\n• the fog\n\n1. first\n2. second"
    assert told(read(text)) == [
        ("list item", 1, "the wind, and all that came with it"),
        ("list item", 1, "the rain"),
        ("list item", 1, "the fog"),
        ("list item", 1, "1. first"),
        ("list item", 1, "2. second"),
    ]


def test_headings_are_known_by_underlines_numbers_capitals_and_words(read):
    parts = [
        "The Keeper\n==========",
        PROSE,
        "Days\n----",
        "1.2 Of the sea",
        PROSE,
        "THE STORM",
        PROSE,
        "Chapter 7",
        PROSE,
    ]
    text = "\n\n".join(parts)
    assert [(level, words) for kind, level, words in told(read(text)) if kind == "heading"] == [
        (1, "The Keeper"),
        (2, "Days"),
        (2, "1.2 Of the sea"),
        (1, "THE STORM"),
        (1, "Chapter 7"),
    ]


def test_a_title_in_the_middle_and_a_number_with_full_stop_are_headings(read):
    text = f"                 Preamble\n\n{PROSE}\n\n  0. Definitions.\n\n{PROSE}"
    assert [kind for kind, _, _ in told(read(text))] == ["heading", "paragraph", "heading", "paragraph"]


def test_a_numbered_list_with_blank_lines_has_no_headings(read):
    text = "1. Buy milk.\n\n2. Buy bread.\n\n3. Go home.\n\nThen sit down in the sun and read all of the eleven boxes."
    assert [kind for kind, _, _ in told(read(text))] == ["list item"] * 3 + ["paragraph"]


def test_pages_are_counted_by_form_feeds_and_what_runs_along_them_is_left_out(read):
    pages = [
        f"RFC 9999      Lighthouses      May 2024\n\nOn page {n} it says {PROSE}\n\nKeeper      [Page {n}]"
        for n in (1, 2, 3)
    ]
    document = read("\f".join(pages))
    assert [block.page for block in document.blocks] == [1, 2, 3]
    assert texts(document) == [f"On page {n} it says {PROSE}" for n in (1, 2, 3)]


def test_a_paragraph_goes_on_over_the_end_of_a_page(read):
    document = read("Head\n\nThe keeper of the lighthouse\n\f\nwrote down the weather.\n\f\nThe end.")
    assert [(block.page, block.text) for block in document.blocks][1:] == [
        (1, "The keeper of the lighthouse wrote down the weather."),
        (3, "The end."),
    ]


def test_lines_that_are_drawn_are_left_out(read):
    assert texts(read(f"----------\n{PROSE}\n==========\n\n* * * * *\n\n{PROSE}")) == [PROSE, PROSE]


def test_characters_that_deceive_are_left_out(read):
    assert texts(read(f"a\u202eb\u200bc\ufeffd\x07e\u00adf {PROSE}")) == [f"abcdef {PROSE}"]


def test_carriage_returns_of_all_systems_end_lines(read):
    assert texts(read("One is here.\r\n\r\nTwo is here.\r\rThree is here.")) == [
        "One is here.",
        "Two is here.",
        "Three is here.",
    ]


LICENCE = Path("/usr/share/common-licenses/GPL-3")


@pytest.mark.skipif(not LICENCE.exists(), reason="no Debian system")
def test_the_gpl_has_its_sections():
    document = read_path(LICENCE, "txt")
    headings = [block.text for block in document.blocks if block.kind == "heading"]
    assert {"Preamble", "TERMS AND CONDITIONS", "0. Definitions.", "7. Additional Terms.", "11. Patents."} <= {
        *headings
    }
    assert any(
        text.startswith("The GNU General Public License is a free, copyleft license for") for text in texts(document)
    )
