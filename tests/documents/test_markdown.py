from __future__ import annotations

import pytest

from tests.documents.making import read_bytes, texts, told


@pytest.fixture
def read(tmp_path):
    return lambda text: read_bytes(text.encode(), "md", tmp_path)


def test_headings_are_marked_in_both_ways(read):
    assert told(read("# One #\n\nTwo\n===\n\nThree\n---\n\n#### Four\n\n#five is none")) == [
        ("heading", 1, "One"),
        ("heading", 1, "Two"),
        ("heading", 2, "Three"),
        ("heading", 4, "Four"),
        ("paragraph", 0, "#five is none"),
    ]


def test_marks_within_lines_are_taken_off(read):
    text = (
        "**Bold**, *italic*, ~~gone~~, `code_with_marks`, [link](http://x), ![picture](y.png), <b>tag</b>, 2\\*3, a_b_c"
    )
    assert texts(read(text)) == ["Bold, italic, gone, code_with_marks, link, picture, tag, 2*3, a_b_c"]


def test_addresses_and_words_in_angle_brackets_that_are_no_tags_stay(read):
    text = "See <https://example.org>, write to <a@example.org>, or call `x` <name of program><br>now."
    assert texts(read(text)) == ["See https://example.org, write to a@example.org, or call x <name of program>now."]


def test_items_of_lists_have_depths_and_further_lines(read):
    assert told(read("- one\n  goes on\n- [x] done\n  - inner\n1. first")) == [
        ("list item", 1, "one goes on"),
        ("list item", 1, "done"),
        ("list item", 2, "inner"),
        ("list item", 1, "first"),
    ]


def test_code_keeps_its_lines_and_its_marks(read):
    text = "```python\n# no heading\n*x* = 1\n\ny\n```\n\nText\n\n    indented\n      more\n"
    assert told(read(text)) == [
        ("code", 0, "# no heading\n*x* = 1\n\ny"),
        ("paragraph", 0, "Text"),
        ("code", 0, "indented\n  more"),
    ]


def test_a_fence_that_is_not_closed_reaches_to_the_end(read):
    assert told(read("~~~\ncode\n# code")) == [("code", 0, "code\n# code")]


def test_tables_are_read_by_rows(read):
    assert told(read("| Year | Days |\n|------|:----:|\n| 1901 | 365 |\n\nText | with a bar")) == [
        ("table row", 0, "Year | Days"),
        ("table row", 0, "1901 | 365"),
        ("paragraph", 0, "Text | with a bar"),
    ]


def test_the_title_is_that_of_the_front_matter_or_the_first_heading(read):
    assert read("---\ntitle: 'The Keeper'\ndate: 2024\n---\n# Other\n").title == "The Keeper"
    assert read("Text\n\n## Second\n\n# First\n").title == "First"


def test_quotations_are_text_and_addresses_of_links_are_not(read):
    text = "> quoted\n> on two lines\n\n[1]: http://example.org\n\n[^1]: A note.\n\n***\n\nEnd"
    assert texts(read(text)) == ["quoted on two lines", "[^1]: A note.", "End"]
