from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

import msgspec
import pytest
from selectolax.lexbor import LexborHTMLParser

from assistant.documents.reader import Reader
from assistant.summaries.digest import Digest
from assistant.summaries.rendering import Labels, markdown, plain, web_page, word_document
from assistant.summaries.summary import Length, Origin, Style
from assistant.terminal.summarize import place_words
from tests.summaries.conftest import document_of

LABELS = Labels(place_words, {Origin.EXTRACTED: "word for word"}, "Covers 3 of 3 sections.", "Sources", "Nothing.")
HOSTILE = "The <script>alert(1)</script> & *stars* [link](http://x) were `seen` in the old harbour today."


@pytest.fixture
def summary(harbour):
    return Digest(harbour).key_sentences(Style.KEY_POINTS, Length.SHORT, parts=3)


def test_text_has_the_points_alone(summary):
    assert plain(summary).splitlines() == [f"- {point.text}" for point in summary.points]


def test_markdown_numbers_its_sources(summary):
    written = markdown(summary, LABELS)
    assert written.startswith("# Harbour\n")
    assert f"- {summary.points[0].text} [1]" in written
    assert "1. “The harbour”, paragraph 1 (word for word)" in written
    assert "*Covers 3 of 3 sections.*" in written


@pytest.mark.parametrize("style", list(Style))
def test_every_style_can_be_written_in_every_form(harbour, style):
    summary = Digest(harbour).key_sentences(style, Length.MEDIUM, parts=3)
    for words in (plain(summary), markdown(summary, LABELS), web_page(summary, LABELS)):
        assert summary.points[0].text[:40] in words
    with zipfile.ZipFile(io.BytesIO(word_document(summary, LABELS))) as archive:
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))


def test_a_web_page_runs_nothing_of_what_a_document_says():
    summary = Digest(document_of(HOSTILE, title="<b>T</b>")).key_sentences(Style.KEY_POINTS, Length.SHORT, parts=1)
    page = LexborHTMLParser(web_page(summary, LABELS))
    assert page.css("script") == []
    assert page.css_first("li").text().startswith("The <script>alert(1)</script> & *stars*")
    assert page.css_first("h1").text() == "<b>T</b>"


def test_markdown_keeps_what_looks_like_markup_as_text():
    summary = Digest(document_of(HOSTILE)).key_sentences(Style.KEY_POINTS, Length.SHORT, parts=1)
    assert "\\<script\\>" in markdown(summary, LABELS)
    assert "\\[link\\]" in markdown(summary, LABELS)


def test_a_word_document_can_be_read_again(summary, tmp_path):
    file = tmp_path / "summary.docx"
    file.write_bytes(word_document(summary, LABELS))
    document = Reader().read(file)
    texts = [block.text for block in document.blocks]
    assert any(summary.points[0].text in text for text in texts)
    assert "Covers 3 of 3 sections." in texts


def test_without_points_it_says_so(summary):
    empty = msgspec.structs.replace(summary, points=())
    assert plain(empty, "Nothing.") == "Nothing."
    assert "Nothing." in markdown(empty, LABELS)
    assert "Nothing." in web_page(empty, LABELS)
