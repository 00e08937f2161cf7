from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.transcript.markdown_corpus import markdown_texts
from ui.transcript.blocks import HARD_LIMIT, ChunkKind, Scanner, chunks
from ui.transcript.display_text import MAX_LINE


def in_pieces(text: str, cuts: list[int]) -> list[str]:
    edges = [0, *sorted(cut % (len(text) + 1) for cut in cuts), len(text)]
    return [text[a:b] for a, b in itertools.pairwise(edges)]


@given(markdown_texts(), st.lists(st.integers(0, 100_000), max_size=30))
def test_the_chunks_do_not_depend_on_the_pieces_the_text_comes_in(text, cuts):
    scanner = Scanner()
    found = []
    for piece in in_pieces(text, cuts):
        found += scanner.feed(piece)
    found += scanner.close()
    assert found == chunks(text)


@given(markdown_texts())
def test_no_word_is_lost_or_doubled(text):
    shown = ""
    for chunk in chunks(text):
        # What continues a block repeats its language; what is joined goes on in the middle of a line.
        shown += chunk.source if chunk.joined else f" {'' if chunk.continues else chunk.language} {chunk.source}"
    for word in ("alpha", "beta", "gamma", "delta"):
        assert shown.count(word) >= text.count(word) > -1
        assert shown.count(word) <= text.count(word) + text.count("|")


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("one\n\ntwo", ["one", "two"]),
        ("- a\n\n- b\n\n- c", ["- a\n\n- b\n\n- c"]),
        ("- a\n\n  more of a\n\nafter", ["- a\n\n  more of a", "after"]),
        ("para\n\n    code\n\n    more", ["para\n\n    code\n\n    more"]),
        ("> a\n> b\n\nc", ["> a\n> b", "c"]),
        ("1. a\n\n   ```\n   x\n\n   y\n   ```\n\n2. b", ["1. a\n\n   ```\n   x\n\n   y\n   ```\n\n2. b"]),
    ],
)
def test_a_chunk_ends_at_a_blank_line_that_ends_a_block(text, sources):
    assert [chunk.source for chunk in chunks(text)] == sources


def test_a_fence_is_one_code_chunk_with_its_blank_lines_and_language():
    found = chunks("before\n```python title\na\n\nb\n```\nafter")
    assert [(chunk.kind, chunk.source, chunk.language) for chunk in found] == [
        (ChunkKind.MARKDOWN, "before", ""),
        (ChunkKind.CODE, "a\n\nb", "python title"),
        (ChunkKind.MARKDOWN, "after", ""),
    ]


def test_a_shorter_fence_inside_a_longer_one_does_not_close_it():
    (chunk,) = chunks("````\n```\nx\n```\n````")
    assert chunk.source == "```\nx\n```"


def test_an_open_fence_is_shown_as_code_while_it_arrives():
    scanner = Scanner()
    scanner.feed("text\n\n```py\nx = 1\ny")
    assert [(chunk.kind, chunk.source) for chunk in scanner.rest()] == [(ChunkKind.CODE, "x = 1\ny")]


@pytest.mark.parametrize("begun", ["-", "- ", "=", "``", "#", "12.", "**"])
def test_a_mark_that_has_only_begun_is_not_shown_as_something_else(begun):
    scanner = Scanner()
    scanner.feed("Fruits:\n" + begun)
    assert [chunk.source for chunk in scanner.rest()] == ["Fruits:"]


def test_bold_text_that_is_still_arriving_is_bold_already():
    scanner = Scanner()
    scanner.feed("It is **very ta")
    assert scanner.rest()[0].source == "It is **very ta**"


def test_looking_at_the_rest_changes_nothing():
    scanner = Scanner()
    scanner.feed("```\na\nb")
    scanner.rest()
    assert scanner.feed("c\n```\n")[0].source == "a\nbc"


def test_a_huge_table_is_cut_into_tables_with_the_same_head():
    found = chunks("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 500)
    assert len(found) > 5
    assert all(chunk.source.startswith("| a | b |\n|---|---|\n") for chunk in found)
    assert sum(chunk.source.count("| 1 | 2 |") for chunk in found) == 500


@pytest.mark.parametrize(
    "text",
    ["a" * 100_000, "word " * 20_000, "`" * 100_000, "```\n" + "x" * 100_000, "- item\n" * 20_000, "> " * 50_000],
)
def test_no_chunk_is_larger_than_can_be_laid_out_at_once(text):
    assert max(len(chunk.source) for chunk in chunks(text)) <= 2 * HARD_LIMIT + MAX_LINE


def test_a_line_of_code_that_was_cut_joins_to_itself_again():
    line = "".join(chr(97 + i % 26) for i in range(50_000))
    found = chunks(f"```\nfirst\n{line}\nlast\n```")
    text = found[0].source
    for chunk in found[1:]:
        text += ("" if chunk.joined else "\n") + chunk.source
    assert text == f"first\n{line}\nlast"
