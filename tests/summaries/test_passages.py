from __future__ import annotations

from assistant.documents.blocks import Block, BlockKind
from assistant.summaries.passages import passages
from tests.summaries.conftest import document_of


def test_each_sentence_stands_where_it_says_it_does(harbour):
    found = passages(harbour)
    assert all(harbour.blocks[one.block].text[one.start : one.end] == one.text for one in found)
    assert found[0].text.startswith("The city council of Marlow Bay voted on Tuesday")
    assert found[1].text == "The decision passed with 14 votes to 5 after a debate of six hours."


def test_headings_and_code_are_no_passages_and_a_table_row_is_one():
    document = document_of(
        "# Head",
        Block(BlockKind.CODE, "if x. Y"),
        Block(BlockKind.TABLE_ROW, "Mr. X. | 5. | Yes."),
        Block(BlockKind.CAPTION, "Figure 1. A ship."),
    )
    assert [one.text for one in passages(document)] == ["Mr. X. | 5. | Yes.", "Figure 1. A ship."]


def test_the_first_sentence_of_a_paragraph_opens_it(harbour):
    found = passages(harbour)
    assert [one.opens for one in found[:5]] == [True, False, False, False, True]


def test_what_never_ends_is_cut():
    found = passages(document_of("word " * 2_000))
    assert len(found) > 4
    assert max(len(one.text) for one in found) <= 2_000
    assert sum(one.text.count("word") for one in found) == 2_000
