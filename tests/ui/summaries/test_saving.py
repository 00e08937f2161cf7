import os
import zipfile

import pytest

from assistant.documents.blocks import Place
from assistant.errors import ThimbleError
from assistant.summaries.summary import Length, Origin, Point, Source, Style, Summary
from ui.summaries.saving import Format, content, file_name, save

POINT = Point(
    "Towers are <tall>.", Origin.EXTRACTED, (Source(Place(3, 2, 1, "Towers", 1), 0, 18, "Towers are <tall>."),)
)
SUMMARY = Summary(
    title="Towers & more",
    style=Style.KEY_POINTS,
    length=Length.SHORT,
    language="en",
    points=(POINT,),
    parts_total=3,
    parts_covered=2,
    model="M",
    finished=False,
)


def test_markdown_says_where_a_point_comes_from_and_how_much_is_covered(qapp):
    text = content(SUMMARY, Format.MARKDOWN).decode()
    assert "page 2, “Towers”, paragraph 1 (word for word)" in text
    assert "Stopped: covers 2 of 3 sections." in text


def test_a_web_page_holds_nothing_but_text(qapp):
    page = content(SUMMARY, Format.WEB_PAGE).decode()
    assert "Towers are &lt;tall&gt;." in page
    assert "default-src 'none'" in page


def test_a_word_document_is_one(tmp_path, qapp):
    file = tmp_path / "summary.docx"
    save(file, content(SUMMARY, Format.WORD))
    assert "word/document.xml" in zipfile.ZipFile(file).namelist()


@pytest.mark.parametrize(
    ("title", "name"),
    [("Towers: a / b?", "Towers a b"), ("...", "summary"), ("x" * 200, "x" * 80), ("Con\x00", "Con_")],
)
def test_a_title_becomes_a_name_every_system_takes(title, name):
    assert file_name(title) == name


def test_what_was_there_stays_when_the_file_can_t_be_written(tmp_path):
    file = tmp_path / "folder" / "summary.md"
    with pytest.raises(ThimbleError, match="can't be written"):
        save(file, b"new")
    assert list(tmp_path.iterdir()) == []


def test_saving_over_a_file_leaves_no_other_file(tmp_path):
    file = tmp_path / "summary.md"
    file.write_bytes(b"old")
    save(file, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["summary.md"]
    assert file.read_bytes() == b"new"


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_a_saved_file_has_the_usual_permissions(tmp_path):
    file, usual = tmp_path / "summary.md", tmp_path / "usual"
    save(file, b"new")
    usual.touch()
    assert file.stat().st_mode == usual.stat().st_mode
