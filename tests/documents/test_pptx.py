from __future__ import annotations

from tests.documents.making import pptx, read_bytes, shape, slide


def read(slides, tmp_path, **options):
    document = read_bytes(pptx(slides, **options), "pptx", tmp_path)
    return [(block.page, block.kind.value, block.level, block.text) for block in document.blocks]


def test_slides_have_titles_points_and_free_texts(tmp_path):
    content = slide(shape("Results", kind="title"), shape("more", "better", kind="body"), shape("free"))
    assert read([(content, "")], tmp_path) == [
        (1, "heading", 1, "Results"),
        (1, "list item", 1, "more"),
        (1, "list item", 1, "better"),
        (1, "paragraph", 0, "free"),
    ]


def test_slides_come_in_the_order_of_the_presentation_each_with_its_notes(tmp_path):
    slides = [(slide(shape(f"Slide {n}", kind="title")), f"Say {n}") for n in (1, 2, 3)]
    found = read(slides, tmp_path, order=[3, 1, 2])
    assert [(page, text) for page, _, _, text in found] == [
        (1, "Slide 3"),
        (1, "Say 3"),
        (2, "Slide 1"),
        (2, "Say 1"),
        (3, "Slide 2"),
        (3, "Say 2"),
    ]


def test_dates_footers_and_numbers_of_slides_are_left_out(tmp_path):
    content = slide(
        shape("Text", kind="body"), shape("1 May", kind="dt"), shape("ACME", kind="ftr"), shape("7", kind="sldNum")
    )
    assert [text for *_, text in read([(content, "")], tmp_path)] == ["Text"]


def test_tables_are_read_by_rows(tmp_path):
    def cell(text):
        return f"<a:tc><a:txBody><a:p><a:r><a:t>{text}</a:t></a:r></a:p></a:txBody></a:tc>"

    table = f"<p:graphicFrame><a:tbl><a:tr>{cell('Year')}{cell('Days')}</a:tr></a:tbl></p:graphicFrame>"
    assert read([(slide(table), "")], tmp_path) == [(1, "table row", 0, "Year | Days")]


def test_breaks_within_a_title_are_spaces(tmp_path):
    title = shape("x", kind="title").replace(
        "<a:t>x</a:t></a:r>", "<a:t>One</a:t></a:r><a:br/><a:r><a:t>two</a:t></a:r>"
    )
    assert read([(slide(title), "")], tmp_path) == [(1, "heading", 1, "One two")]
