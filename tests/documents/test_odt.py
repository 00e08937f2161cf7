from __future__ import annotations

import pytest

from assistant.documents.errors import ENCRYPTED, BadDocumentError
from tests.documents.making import odt, read_bytes, texts, told


@pytest.fixture
def read(tmp_path):
    return lambda body, **options: read_bytes(odt(body, **options), "odt", tmp_path)


def test_headings_lists_tables_and_paragraphs_are_told_apart(read):
    body = (
        '<text:p text:style-name="Title">The whole</text:p>'
        '<text:h text:outline-level="2">Begin</text:h>'
        "<text:list><text:list-item><text:p>outer</text:p><text:list><text:list-item><text:p>inner</text:p>"
        "</text:list-item></text:list></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Year</text:p></table:table-cell>"
        "<table:table-cell><text:p>Days</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>one<text:s text:c='3'/>two<text:tab/>three<text:line-break/>four</text:p>"
    )
    assert told(read(body)) == [
        ("heading", 1, "The whole"),
        ("heading", 2, "Begin"),
        ("list item", 1, "outer"),
        ("list item", 2, "inner"),
        ("table row", 0, "Year | Days"),
        ("paragraph", 0, "one two three four"),
    ]


def test_notes_follow_the_paragraph_that_they_belong_to(read):
    body = (
        "<text:p>He was<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Says she.</text:p>"
        "</text:note-body></text:note> wrong.</text:p>"
    )
    assert told(read(body)) == [("paragraph", 0, "He was wrong."), ("caption", 0, "Says she.")]


def test_deleted_text_and_comments_are_left_out(read):
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>new<office:annotation><text:p>a comment</text:p></office:annotation></text:p>"
    )
    assert texts(read(body)) == ["new"]


def test_entries_of_a_table_of_contents_are_list_items(read):
    body = "<text:table-of-content><text:index-body><text:p>Begin 1</text:p></text:index-body></text:table-of-content>"
    assert told(read(body)) == [("list item", 1, "Begin 1")]


def test_slides_are_pages_with_titles_and_notes(read):
    body = (
        '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>First</text:p></draw:text-box>'
        "</draw:frame>"
        "<draw:frame><draw:text-box><text:p>shown</text:p></draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>said</text:p></draw:text-box></draw:frame>"
        "</presentation:notes></draw:page>"
        "<draw:page><draw:frame><draw:text-box><text:p>Second</text:p></draw:text-box></draw:frame></draw:page>"
    )
    document = read(body, kind="presentation")
    assert [(block.page, block.kind.value, block.text) for block in document.blocks] == [
        (1, "heading", "First"),
        (1, "paragraph", "shown"),
        (1, "paragraph", "said"),
        (2, "paragraph", "Second"),
    ]
    assert document.pages == 2


def test_its_title_is_that_of_its_properties(read):
    meta = "<dc:creator>K.</dc:creator><dc:title>The Keeper</dc:title>"
    assert read("<text:p>Text</text:p>", meta=meta).title == "The Keeper"


def test_a_protected_document_says_so(read):
    with pytest.raises(BadDocumentError) as caught:
        read("<text:p>x</text:p>", manifest="<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    assert caught.value.template == ENCRYPTED
