from __future__ import annotations

import pytest

from assistant.documents.detect import detect
from assistant.documents.errors import (
    DAMAGED,
    EMPTY,
    ENCRYPTED,
    NOT_A_DOCUMENT,
    OLD_OFFICE,
    UNREADABLE,
    BadDocumentError,
)
from tests.documents.making import docx, epub, odt, paragraph, pptx, shape, slide, zipped
from tests.documents.pdf_writing import Pdf

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def pdf():
    made = Pdf()
    made.page().text(72, 760, "text")
    return made.content()


CONTENTS = {
    "pdf": pdf(),
    "docx": docx(paragraph("text")),
    "odt": odt("<text:p>text</text:p>"),
    "odp": odt("<draw:page/>", kind="presentation"),
    "ods": odt("<table:table/>", kind="spreadsheet"),
    "pptx": pptx([(slide(shape("text")), "")]),
    "epub": epub({"a.xhtml": "<p>text</p>"}),
    "rtf": rb"{\rtf1 text}",
    "html": b"\xef\xbb\xbf<!-- made by hand -->\n<!DOCTYPE html>\n<p>text",
    "srt": b"1\r\n00:00:01,000 --> 00:00:02,000\r\ntext\r\n",
    "eml": b"Received: from x\nFrom: a@b\nTo: c@d\nSubject: x\n\ntext",
    "txt": b"text",
}


@pytest.mark.parametrize("name", ["document.xyz", "document", "document.pdf", "document.docx", "document.txt"])
@pytest.mark.parametrize("format_", CONTENTS)
def test_a_file_is_what_it_holds_whatever_it_is_called(tmp_path, format_, name):
    path = tmp_path / name
    path.write_bytes(CONTENTS[format_])
    assert detect(path) == format_


@pytest.mark.parametrize(
    ("name", "content", "format_"),
    [
        ("a.md", b"text", "md"),
        ("a.csv", b"a,b", "csv"),
        ("a.TSV", b"a\tb", "csv"),
        ("a.html", b"text", "html"),
        ("a.eml", b"X-Strange: yes\n\ntext", "eml"),
        ("a.vtt", b"WEBVTT\n\n00:01.000 --> 00:02.000\nx", "srt"),
        ("a.md", b"<h1 align=center>Name</h1>\n\n# Text", "md"),
        ("README", b"# Name\n\nSee [this](https://example.org).\n\n## Use\n", "md"),
        ("script", b"# one comment\nx = 1\n# another\n", "txt"),
        ("a.xml", b"<?xml version='1.0'?><book><p>text</p></book>", "html"),
        ("letter.txt", b"Dear Sir: I write\nTo: tell you\nFrom: here", "txt"),
        ("mbox", b"From a@b Wed May 1\nFrom: a@b\nDate: today\nSubject: x\n\ntext", "eml"),
        ("a.txt", "\ufeff<html>".encode("utf-16"), "html"),
    ],
)
def test_where_the_content_does_not_tell_the_name_does(tmp_path, name, content, format_):
    path = tmp_path / name
    path.write_bytes(content)
    assert detect(path) == format_


def test_a_pdf_may_begin_with_something_else(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"\r\n" + b"x" * 900 + pdf())
    assert detect(path) == "pdf"


@pytest.mark.parametrize(
    ("content", "template"),
    [
        (b"", EMPTY),
        (b" \n\t\r\n", EMPTY),
        (OLE + "WordDocument".encode("utf-16-le"), OLD_OFFICE),
        (OLE + bytes(70_000) + "EncryptedPackage".encode("utf-16-le"), ENCRYPTED),
        (OLE + "__properties_version1.0".encode("utf-16-le"), NOT_A_DOCUMENT),
        (b"\x7fELF\x02\x01\x01" + bytes(100), NOT_A_DOCUMENT),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), NOT_A_DOCUMENT),
        (zipped({"photos/1.jpg": b"x"}), NOT_A_DOCUMENT),
        (b"PK\x03\x04 and nothing else", NOT_A_DOCUMENT),
    ],
)
def test_what_can_not_be_read_says_why(tmp_path, content, template):
    path = tmp_path / "a"
    path.write_bytes(content)
    with pytest.raises(BadDocumentError) as caught:
        detect(path)
    assert caught.value.template == template


def test_half_of_a_document_is_called_damaged(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(CONTENTS["docx"][:-200])
    with pytest.raises(BadDocumentError) as caught:
        detect(path)
    assert caught.value.template == DAMAGED


def test_a_file_that_is_gone_says_so(tmp_path):
    with pytest.raises(BadDocumentError) as caught:
        detect(tmp_path / "gone")
    assert caught.value.template == UNREADABLE
