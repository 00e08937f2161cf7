from __future__ import annotations

from pathlib import Path

import pytest

from assistant.documents.blocks import NoteKind
from assistant.documents.errors import DAMAGED, ENCRYPTED, NO_TEXT, SCANNED, BadDocumentError
from tests.documents.making import read_bytes, texts, told
from tests.documents.pdf_writing import Pdf, protected, wrapped

PROSE = (
    "The keeper of the lighthouse wrote down the weather every evening, and in forty years he missed no more than two "
    "days. On the first of them his daughter was born. On the second the sea took the lower stairs, the boat and the "
    "shed in which he kept the paper, so that he had nothing to write on."
)
OTHER = (
    "Nobody asked him for these notes. When he died they filled eleven boxes, which the harbour office wanted to burn. "
    "A teacher from the village carried them home in a wheelbarrow, and it is to her that we owe the longest series "
    "of measurements on that coast."
)


@pytest.fixture
def read(tmp_path):
    def read(pdf: Pdf | bytes):
        return read_bytes(pdf if isinstance(pdf, bytes) else pdf.content(), "pdf", tmp_path)

    return read


def test_lines_are_joined_to_paragraphs_and_split_where_the_distance_is_larger(read):
    pdf = Pdf()
    page = pdf.page()
    y = page.lines(72, 760, wrapped(PROSE))
    page.lines(72, y - 8, wrapped(OTHER))
    document = read(pdf)
    assert told(document) == [("paragraph", 0, PROSE), ("paragraph", 0, OTHER)]
    assert document.pages == 1
    assert {block.page for block in document.blocks} == {1}


def test_an_indented_line_begins_a_paragraph(read):
    pdf = Pdf()
    page = pdf.page()
    first, second = wrapped(PROSE), wrapped(OTHER)
    for number, line in enumerate([*first, *second]):
        page.text(84 if line in (first[0], second[0]) else 72, 760 - 12 * number, line)
    assert texts(read(pdf)) == [PROSE, OTHER]


def test_an_entry_whose_other_lines_are_indented_is_one_paragraph(read):
    pdf = Pdf()
    page = pdf.page()
    y = 760
    for entry in (PROSE, OTHER):
        for number, line in enumerate(wrapped(entry, 282)):
            page.text(90 if number else 72, y, line)
            y -= 12
    assert texts(read(pdf)) == [PROSE, OTHER]


def test_a_paragraph_goes_on_over_the_end_of_a_page_and_counts_to_the_page_where_it_begins(read):
    pdf = Pdf()
    lines = wrapped(PROSE)
    pdf.page().lines(72, 100, lines[:3])
    pdf.page().lines(72, 760, lines[3:])
    document = read(pdf)
    assert [(block.page, block.text) for block in document.blocks] == [(1, PROSE)]


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("by_rows", [False, True])
def test_columns_are_read_one_after_the_other_however_the_file_draws_them(read, columns, by_rows):
    pdf = Pdf()
    page = pdf.page(width=612)
    page.text(72, 790, "A title that stands over all of the columns", size=20)
    width, step = (220, 240) if columns == 2 else (145, 165)
    paragraphs = [f"Column {number} begins. {PROSE} Column {number} ends." for number in range(columns)]
    pieces = [
        (50 + step * number, 760 - 12 * row, line)
        for number, text in enumerate(paragraphs)
        for row, line in enumerate(wrapped(text, width))
    ]
    for x, y, line in sorted(pieces, key=lambda piece: (-piece[1], piece[0])) if by_rows else pieces:
        page.text(x, y, line)
    assert texts(read(pdf)) == ["A title that stands over all of the columns", *paragraphs]


def test_running_headers_footers_and_page_numbers_are_left_out(read):
    pdf = Pdf()
    for number in range(1, 7):
        page = pdf.page()
        page.text(72, 810, "Notes from a Lighthouse" if number % 2 else "J. Keeper", size=9)
        page.text(500, 810, f"Page {number} of 6", size=9)
        page.lines(72, 760, wrapped(f"On page {number} it is said. {PROSE}"))
        page.text(290, 30, f"- {number} -", size=9)
    document = read(pdf)
    assert texts(document) == [f"On page {number} it is said. {PROSE}" for number in range(1, 7)]


def test_a_chapters_title_beside_the_page_number_is_left_out_though_it_stands_on_two_pages_only(read):
    pdf = Pdf()
    for number in range(1, 9):
        page = pdf.page()
        page.text(72, 810, f"Chapter about {['wind', 'rain', 'snow', 'fog'][(number - 1) // 2]}", size=9)
        page.text(500, 810, str(number), size=9)
        page.lines(72, 760, wrapped(f"On page {number} it is said. {PROSE}"))
    assert all(text.startswith("On page") for text in texts(read(pdf)))


def test_a_title_that_slides_have_in_common_is_kept(read):
    pdf = Pdf()
    for number in range(4):
        page = pdf.page(width=800, height=600)
        page.text(60, 540, "Our results", size=32)
        page.text(60, 400, f"The {number}. figure is larger than the one before.", size=18)
    assert [kind for kind, _, _ in told(read(pdf))].count("heading") == 4


def test_hyphens_at_the_ends_of_lines_go_where_the_document_knows_the_word_without(read):
    pdf = Pdf()
    page = pdf.page()
    page.lines(
        72,
        760,
        [
            "A well-known computer stood in the lighthouse, and the com-",
            "puter was not used. It was well-",
            "known that the keeper had bought it for the light-",
            "house, and that it counted the waves in anti-",
            "Thimble mode.",
        ],
    )
    assert texts(read(pdf)) == [
        "A well-known computer stood in the lighthouse, and the computer was not used. It was well-known that the "
        "keeper had bought it for the lighthouse, and that it counted the waves in anti-Thimble mode."
    ]


def test_larger_fonts_are_headings_of_levels_and_bold_lines_are_the_lowest(read):
    pdf = Pdf()
    page = pdf.page()
    page.text(72, 800, "The Lighthouse", size=24)
    page.text(72, 770, "Its Keeper", size=16)
    y = page.lines(72, 740, wrapped(PROSE))
    page.text(72, y - 10, "What he wrote", font="F2")
    page.lines(72, y - 30, wrapped(OTHER))
    assert told(read(pdf)) == [
        ("heading", 1, "The Lighthouse"),
        ("heading", 2, "Its Keeper"),
        ("paragraph", 0, PROSE),
        ("heading", 3, "What he wrote"),
        ("paragraph", 0, OTHER),
    ]


def test_a_heading_of_two_lines_is_one(read):
    pdf = Pdf()
    page = pdf.page()
    page.lines(72, 800, ["A rather long heading that does not", "fit on one line"], size=18)
    page.lines(72, 740, wrapped(PROSE))
    assert told(read(pdf))[0] == ("heading", 1, "A rather long heading that does not fit on one line")


def test_what_the_bookmarks_name_is_a_heading_though_it_looks_like_text(read):
    pdf = Pdf()
    page = pdf.page()
    page.text(72, 800, "1.2 Plain heading")
    page.lines(72, 770, wrapped(PROSE))
    pdf.outline = [("Plain heading", 1)]
    assert told(read(pdf))[0] == ("heading", 1, "1.2 Plain heading")


def test_list_items_are_told_from_paragraphs_and_lose_their_bullets(read):
    pdf = Pdf()
    page = pdf.page()
    y = page.lines(72, 760, wrapped(PROSE))
    items = ["• the rain", "• " + PROSE, "1. counted once", "2. counted twice"]
    page.lines(84, y - 8, [line for item in items for line in wrapped(item, 288)])
    assert told(read(pdf))[1:] == [
        ("list item", 1, "the rain"),
        ("list item", 1, PROSE),
        ("list item", 1, "1. counted once"),
        ("list item", 1, "2. counted twice"),
    ]


def test_rows_of_tables_keep_their_cells_apart(read):
    pdf = Pdf()
    page = pdf.page()
    y = page.lines(72, 760, wrapped(PROSE)) - 10
    for row in (("Year", "Days", "Boxes"), ("1901", "365", "3"), ("1902", "364", "2")):
        for column, cell in enumerate(row):
            page.text(72 + 120 * column, y, cell)
        y -= 14
    page.lines(72, y - 10, wrapped(OTHER))
    assert told(read(pdf))[1:-1] == [
        ("table row", 0, "Year | Days | Boxes"),
        ("table row", 0, "1901 | 365 | 3"),
        ("table row", 0, "1902 | 364 | 2"),
    ]


def test_a_table_of_names_and_explanations_is_no_pair_of_columns(read):
    pdf = Pdf()
    page = pdf.page()
    names = ["wind", "rain from the west", "snow", "fog", "hail and sleet", "storm", "calm sea", "dew"]
    for number, name in enumerate(names):
        page.text(72, 760 - 14 * number, name).text(
            230, 760 - 14 * number, f"what the keeper wrote of {name} in box {number}"
        )
    assert told(read(pdf)) == [
        ("table row", 0, f"{name} | what the keeper wrote of {name} in box {number}")
        for number, name in enumerate(names)
    ]


def test_the_further_lines_of_a_cell_belong_to_it(read):
    pdf = Pdf()
    page = pdf.page()
    for number in range(5):
        y = 760 - 40 * number
        page.text(72, y, f"name {number}").lines(
            230, y, [f"the keeper wrote of number {number}", "until the evening", "came."]
        )
    assert texts(read(pdf)) == [f"name {n} | the keeper wrote of number {n} until the evening came." for n in range(5)]


def test_a_bold_beginning_of_a_sentence_is_no_heading(read):
    pdf = Pdf()
    page = pdf.page()
    lines = wrapped(PROSE)
    page.text(72, 760, lines[0], font="F2")
    page.lines(72, 748, lines[1:])
    assert told(read(pdf)) == [("paragraph", 0, PROSE)]


def test_text_beside_wider_program_text_is_joined_all_the_same(read):
    pdf = Pdf()
    page = pdf.page()
    y = page.lines(72, 760, wrapped(PROSE)) - 4
    y = page.lines(72, y, ["count(every_wave_of_the_sea, until=the_end_of_all_days, box=eleven)"] * 3, font="F4") - 4
    page.lines(72, y, wrapped(OTHER))
    assert [kind for kind, _, _ in told(read(pdf))] == ["paragraph", "code", "paragraph"]


def test_captions_and_footnotes_stand_beside_the_paragraph_that_they_interrupt(read):
    pdf = Pdf()
    lines = wrapped(PROSE)
    first = pdf.page()
    first.lines(72, 200, lines[:3])
    first.text(72, 60, "1 In truth it was his niece.", size=7)
    second = pdf.page()
    second.text(72, 780, "Figure 1: The lower stairs after the storm.")
    second.lines(72, 740, lines[3:])
    assert told(read(pdf)) == [
        ("paragraph", 0, PROSE),
        ("caption", 0, "1 In truth it was his niece."),
        ("caption", 0, "Figure 1: The lower stairs after the storm."),
    ]


def test_entries_of_a_table_of_contents_lose_their_dots(read):
    pdf = Pdf()
    pdf.page().lines(72, 760, ["1 The keeper . . . . . . . . . . 7", "2 The storm .................. 12"])
    assert told(read(pdf)) == [("list item", 1, "1 The keeper 7"), ("list item", 1, "2 The storm 12")]


def test_program_text_keeps_its_lines(read):
    pdf = Pdf()
    page = pdf.page()
    y = page.lines(72, 760, wrapped(PROSE)) - 10
    page.text(72, y, "for wave in sea:", font="F4")
    page.text(96, y - 12, "count(wave)", font="F4")
    assert told(read(pdf))[1] == ("code", 0, "for wave in sea:\n    count(wave)")


def test_a_document_typed_in_one_width_is_no_program(read):
    pdf = Pdf()
    pdf.page().lines(72, 760, wrapped(PROSE), font="F4")
    assert told(read(pdf)) == [("paragraph", 0, PROSE)]


def test_text_turned_against_the_rest_is_left_out(read):
    pdf = Pdf()
    page = pdf.page()
    page.lines(72, 760, wrapped(PROSE))
    page.text(30, 300, "arXiv:1234.5678 [watermark]", angle=(0, 1, -1, 0))
    page.text(200, 300, "DRAFT", size=80, font="F2", angle=(0.7, 0.7, -0.7, 0.7))
    assert texts(read(pdf)) == [PROSE]


def test_a_page_turned_on_its_side_is_read_as_it_is_held(read):
    pdf = Pdf()
    page = pdf.page(extra=b"/Rotate 90")
    for number, line in enumerate(wrapped(PROSE)):
        page.text(100 + 12 * number, 72, line, angle=(0, 1, -1, 0))
    assert texts(read(pdf)) == [PROSE]


def test_small_raised_and_lowered_numbers_stay_in_their_line(read):
    pdf = Pdf()
    page = pdf.page()
    page.text(72, 760, "Water is H").text(118, 757, "2", size=6).text(122, 760, "O, as he wrote in the third box.")
    assert texts(read(pdf)) == ["Water is H2O, as he wrote in the third box."]


def test_pages_that_are_pictures_are_counted_in_a_note(read):
    pdf = Pdf()
    pdf.page().lines(72, 760, wrapped(PROSE))
    pdf.page().picture()
    pdf.page()  # blank
    pdf.page().picture()
    document = read(pdf)
    assert [(note.kind, note.number) for note in document.notes] == [(NoteKind.PAGES_WITHOUT_TEXT, 2)]
    assert document.pages == 4


def test_a_scanned_document_says_so(read):
    pdf = Pdf()
    pdf.page().picture()
    with pytest.raises(BadDocumentError) as caught:
        read(pdf)
    assert caught.value.template == SCANNED


def test_a_blank_document_is_not_called_scanned(read):
    pdf = Pdf()
    pdf.page()
    with pytest.raises(BadDocumentError) as caught:
        read(pdf)
    assert caught.value.template == NO_TEXT


def test_a_protected_document_says_so_but_not_one_whose_password_is_empty(read):
    assert texts(read(protected("An open secret.", password=""))) == ["An open secret."]
    with pytest.raises(BadDocumentError) as caught:
        read(protected("A secret.", password="lighthouse"))
    assert caught.value.template == ENCRYPTED


def test_a_damaged_document_says_so(read):
    with pytest.raises(BadDocumentError) as caught:
        read(b"%PDF-1.7\nnothing of what should follow")
    assert caught.value.template == DAMAGED


def test_its_own_title_is_taken_but_no_file_name(read):
    pdf = Pdf()
    pdf.page().text(72, 760, "text")
    pdf.title = "Microsoft Word - The Lighthouse"
    assert read(pdf).title == "The Lighthouse"
    pdf.title = "draft-7.docx"
    assert read(pdf).title == "document.pdf"


MANUAL = Path("/usr/share/doc/libtasn1-doc/libtasn1.pdf")


@pytest.mark.skipif(not MANUAL.exists(), reason="the manual of libtasn1 is not installed")
def test_a_manual_made_by_tex_has_its_sections_lists_and_programs(tmp_path):
    document = read_bytes(MANUAL.read_bytes(), "pdf", tmp_path)
    found = told(document)
    assert ("heading", 1, "1 Introduction") in found
    assert ("heading", 2, "2.3 Simple parsing") in found
    assert ("list item", 1, "No limits for INTEGER and ENUMERATED values.") in found
    assert any(
        kind == "code" and text.startswith("definitions_name {<object definition>}\n") for kind, _, text in found
    )
    assert not any(text.startswith("Chapter 2: ASN.1") for _, _, text in found)
