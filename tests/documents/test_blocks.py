from __future__ import annotations

import pytest

from assistant.documents import limits
from assistant.documents.blocks import Block, BlockKind, Document, Place, places
from assistant.documents.errors import TOO_LONG, BadDocumentError
from assistant.documents.limits import MOST_BLOCK_CHARACTERS
from assistant.documents.reading import Reading
from assistant.documents.text import document_from_text
from assistant.errors import DocumentError


def test_a_place_has_the_section_and_the_number_of_the_paragraph_in_it():
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING)
    document = Document("d", "txt", tuple(Block(kind, f"b{n}", page=n) for n, kind in enumerate(kinds)))
    assert places(document) == [
        Place(0, 0, 0, "", 1),
        Place(1, 1, 1, "b1", 0),
        Place(2, 2, 1, "b1", 1),
        Place(3, 3, 1, "b1", 2),
        Place(4, 4, 2, "b4", 0),
    ]


def test_each_file_of_a_folder_begins_a_section():
    blocks = [Block(BlockKind.PARAGRAPH, "x", file=file) for file in ("a", "a", "b")]
    assert [
        (place.section, place.paragraph, place.file) for place in places(Document("d", "folder", tuple(blocks)))
    ] == [
        (0, 1, "a"),
        (0, 2, "a"),
        (1, 1, "b"),
    ]


@pytest.mark.parametrize("mark", [". ", " ", "", "\n"])
def test_a_paragraph_that_is_too_long_becomes_several_without_losing_a_word(mark):
    reading = Reading()
    text = f"abcdefghi{mark}" * 10_000
    reading.add(BlockKind.CODE if mark == "\n" else BlockKind.PARAGRAPH, text)
    blocks = reading.document(name="x", format="txt").blocks
    assert len(blocks) > 3
    assert all(0 < len(block.text) <= MOST_BLOCK_CHARACTERS for block in blocks)
    assert "".join("".join(block.text.split()) for block in blocks) == "".join(text.split())
    if mark.strip():
        assert all(block.text.endswith(".") for block in blocks)


def test_text_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_CHARACTERS", 1_000_000)
    reading = Reading()
    with pytest.raises(BadDocumentError) as caught:
        for _ in range(200):
            reading.add(BlockKind.PARAGRAPH, "a word " * 1_000)
    assert caught.value.template == TOO_LONG
    assert caught.value.values == {"limit": 1}


def test_a_heading_that_is_a_whole_paragraph_is_one():
    reading = Reading()
    reading.add(BlockKind.HEADING, "word " * 100, level=2)
    (block,) = reading.document(name="x", format="txt").blocks
    assert (block.kind, block.level) == (BlockKind.PARAGRAPH, 0)


def test_pasted_text_is_a_document():
    document = document_from_text("THE KEEPER\n\nHe wrote it down.", name="Pasted text")
    assert [(block.kind.value, block.text) for block in document.blocks] == [
        ("heading", "THE KEEPER"),
        ("paragraph", "He wrote it down."),
    ]
    assert (document.title, document.format) == ("Pasted text", "txt")


def test_pasted_markdown_and_subtitles_are_known():
    assert document_from_text("# One\n\n**Two**\n\n## Three", name="x").format == "md"
    assert document_from_text("1\n00:00:01,000 --> 00:00:02,000\nSaid.", name="x").blocks[0].text == "Said."


def test_pasted_nothing_says_so():
    with pytest.raises(DocumentError) as caught:
        document_from_text(" \n ", name="Pasted text")
    assert caught.value.sentence == "There is no text in Pasted text. Choose a document with text in it."
