from __future__ import annotations

import pytest

from assistant.documents.errors import DAMAGED, TOO_LARGE, BadDocumentError
from tests.documents.making import MC, W, docx, paragraph, read_bytes, relations, texts, told, zipped


@pytest.fixture
def read(tmp_path):
    return lambda body, **options: read_bytes(docx(body, **options), "docx", tmp_path)


def test_headings_are_known_by_their_styles_names_levels_and_bases(read):
    body = (
        paragraph("The whole", style="Titel")
        + paragraph("First", style="Heading1")
        + paragraph("Second", style="berschrift2")
        + paragraph("Third", style="Eigen")
        + paragraph("Also second", style="Kind")
        + paragraph("Text")
    )
    assert told(read(body)) == [
        ("heading", 1, "The whole"),
        ("heading", 1, "First"),
        ("heading", 2, "Second"),
        ("heading", 3, "Third"),
        ("heading", 2, "Also second"),
        ("paragraph", 0, "Text"),
    ]


def test_lists_have_depths_and_numbered_headings_stay_headings(read):
    body = (
        paragraph("outer", numbered=0)
        + paragraph("inner", numbered=1)
        + paragraph("1 Begin", style="Heading1", numbered=0)
    )
    assert told(read(body)) == [("list item", 1, "outer"), ("list item", 2, "inner"), ("heading", 1, "1 Begin")]


def test_rows_of_tables_have_their_cells_and_a_row_of_one_cell_is_a_paragraph(read):
    def row(*cells):
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"

    inner = f"<w:tbl>{row('in', 'ner')}</w:tbl>"
    nested = f"<w:tr><w:tc>{paragraph('outer')}{inner}</w:tc><w:tc>{paragraph('end')}</w:tc></w:tr>"
    body = f"<w:tbl>{row('Year', 'Days')}{row('1901', '365')}{row('', 'A box around text')}{nested}</w:tbl>"
    assert told(read(body)) == [
        ("table row", 0, "Year | Days"),
        ("table row", 0, "1901 | 365"),
        ("paragraph", 0, "A box around text"),
        ("table row", 0, "outer in | ner | end"),
    ]


def test_deleted_text_commands_and_moved_text_are_left_out_and_inserted_text_is_read(read):
    body = (
        "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
        '<w:r><w:instrText> HYPERLINK "http://x" </w:instrText></w:r>'
        "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>"
        "</w:p>"
    )
    assert texts(read(body)) == ["The new link"]


def test_a_text_box_is_read_once_though_it_is_there_in_two_forms(read):
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Around it</w:t></w:r></w:p>"
    )
    assert texts(read(body)) == ["In the box", "Around it"]


def test_tabs_breaks_and_hyphens_that_do_not_break_are_characters(read):
    body = (
        "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"
        '<w:r><w:t xml:space="preserve"> e</w:t></w:r></w:p>'
    )
    assert texts(read(body)) == ["a b c-d e"]


def test_footnotes_and_captions_are_captions(read):
    notes = f'<w:footnotes {W}><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">'
    notes += f"{paragraph('He was wrong.')}</w:footnote></w:footnotes>"
    document = read(
        paragraph("Text") + paragraph("Figure 1", style="Beschriftung"), extra={"word/footnotes.xml": notes}
    )
    assert told(document) == [("paragraph", 0, "Text"), ("caption", 0, "Figure 1"), ("caption", 0, "He was wrong.")]


def test_its_title_is_that_of_its_properties(read):
    assert read(paragraph("Text"), title="The Keeper").title == "The Keeper"
    assert read(paragraph("Text")).title == "document.docx"


def test_the_document_may_have_another_name_in_the_package(tmp_path):
    content = zipped(
        {
            "_rels/.rels": relations({"r": ("officeDocument", "word/document2.xml")}),
            "word/document2.xml": f"<w:document {W} {MC}><w:body>{paragraph('Here')}</w:body></w:document>",
        }
    )
    assert texts(read_bytes(content, "docx", tmp_path)) == ["Here"]


def test_a_package_without_a_document_is_damaged(tmp_path):
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(zipped({"word/other.xml": "<a/>"}), "docx", tmp_path)
    assert caught.value.template == DAMAGED


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_entities_are_refused(tmp_path, declaration):
    content = zipped(
        {"word/document.xml": f"{declaration}<w:document {W}><w:body><w:p>&a;</w:p></w:body></w:document>"}
    )
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(content, "docx", tmp_path)
    assert caught.value.template == TOO_LARGE


def test_elements_too_deep_are_refused(read):
    with pytest.raises(BadDocumentError) as caught:
        read("<w:tbl>" * 2_000 + "</w:tbl>" * 2_000)
    assert caught.value.template == TOO_LARGE
