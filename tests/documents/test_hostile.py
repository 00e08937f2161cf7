"""Files made to exhaust who reads them: each is refused with its sentence, within bounds."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import textwrap
import zipfile
import zlib
from pathlib import Path

import pytest

from assistant.documents.errors import (
    CRASHED,
    DAMAGED,
    NOT_A_DOCUMENT,
    TOO_LARGE,
    TOO_LONG,
    TOO_MUCH_MEMORY,
    BadDocumentError,
)
from assistant.documents.reader import Reader
from assistant.errors import DocumentError
from tests.documents.making import W, docx, epub, paragraph, read_bytes, texts, zipped
from tests.documents.pdf_writing import Pdf, assembled

MEMORY_BYTES = 300_000_000
"""Of the process in these tests: smaller bombs do."""


def packed(unit: bytes, size: int) -> bytes:
    """Return `unit` over and over, compressed without ever having all of it."""
    compressor = zlib.compressobj(1)
    block = unit * (1_000_000 // len(unit))
    parts = [compressor.compress(block) for _ in range(size // len(block))]
    return b"".join([*parts, compressor.flush()])


def pdf_of_stream(stream: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 %s >> >> >>" % font,
            b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(stream), filters, stream),
        ]
    )


def docx_of(parts: list[tuple[bytes, int]]) -> bytes:
    """Return a document whose text is each of `parts` so many times."""
    target = io.BytesIO()
    package = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with package, package.open("word/document.xml", "w", force_zip64=True) as member:
        for part, times in parts:
            for _ in range(times):
                member.write(part)
    return target.getvalue()


BEGIN = f"<w:document {W}><w:body>".encode()
BOMBS = {
    "stream.pdf": (lambda: pdf_of_stream(packed(b" ", 400_000_000)), {TOO_MUCH_MEMORY}),
    "streams in streams.pdf": (
        lambda: pdf_of_stream(zlib.compress(packed(b" ", 400_000_000)), b"[/FlateDecode /FlateDecode]"),
        {TOO_MUCH_MEMORY},
    ),
    "text.docx": (
        lambda: docx_of([(BEGIN + b"<w:p><w:r><w:t>", 1), (b" " * 1_000_000, 210)]),
        {TOO_LARGE, TOO_MUCH_MEMORY},
    ),
    "paragraphs.docx": (
        lambda: docx_of([(BEGIN, 1), (b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 5_000, 201)]),
        {TOO_LONG},
    ),
    "a name.docx": (
        lambda: docx_of([(BEGIN + b"<w:", 1), (b"p" * 1_000_000, 150)]),
        {TOO_MUCH_MEMORY, DAMAGED, TOO_LARGE},
    ),
    "tags.html": (lambda: b"<html>" + b"<p>a" * 9_000_000, {TOO_MUCH_MEMORY, TOO_LONG}),
    "groups.rtf": (lambda: b"{\\rtf1 " + b"{" * 4_000_000, {TOO_MUCH_MEMORY}),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(tmp_path, name):
    make, templates = BOMBS[name]
    path = tmp_path / name
    path.write_bytes(make())
    reader = Reader()
    reader.memory_bytes = MEMORY_BYTES
    with pytest.raises(DocumentError) as caught:
        reader.read(path)
    assert caught.value.template in templates
    assert caught.value.sentence.count(name) == 1


def test_neither_process_grows_by_bombs(tmp_path):
    """In a process of its own, whose children are all readers."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "good.txt").write_text("Good.")
    # The slow one is told by its number of blocks, not by its memory.
    names = [name for name in BOMBS if name != "paragraphs.docx"]
    for name in names:
        (tmp_path / "folder" / name).write_bytes(BOMBS[name][0]())
    program = f"""
    import json, resource, sys
    from pathlib import Path
    sys.path.insert(0, {str(Path(__file__).parents[2])!r})
    import psutil
    from assistant.documents.reader import Reader
    before = psutil.Process().memory_info().rss
    document = Reader().read(Path({str(tmp_path / "folder")!r}))
    after = psutil.Process().memory_info().rss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    print(json.dumps([after - before, child, [note.template for note in document.notes], document.characters]))
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], check=True, capture_output=True, text=True, cwd=tmp_path
    )
    grown, child, templates, characters = json.loads(done.stdout)
    assert child < 700_000_000
    assert grown < 40_000_000
    assert len(templates) == len(names)
    assert CRASHED not in templates
    assert characters == 5


def member_of(content: bytes, name: str) -> int:
    """Return where the entry of a member in the zip file's directory begins."""
    return content.index(name.encode(), content.index(b"PK\x01\x02")) - 46


def test_a_member_that_claims_to_be_small_is_not_believed(tmp_path):
    content = bytearray(docx_of([(BEGIN + b"<w:p><w:r><w:t>", 1), (b"a" * 1_000_000, 3)]))
    struct.pack_into("<I", content, member_of(content, "word/document.xml") + 24, 10)
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(bytes(content), "docx", tmp_path)
    assert caught.value.template == DAMAGED


def test_members_that_overlap_are_refused(tmp_path):
    content = bytearray(docx(paragraph("text"), extra={"word/footnotes.xml": f"<w:footnotes {W}/>"}))
    at = member_of(content, "word/footnotes.xml")
    struct.pack_into("<I", content, at + 42, 0)
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(bytes(content), "docx", tmp_path)
    assert caught.value.template == DAMAGED


def test_more_members_than_a_document_has_are_refused(tmp_path):
    content = zipped({f"word/{number}.xml": "" for number in range(20_001)} | {"word/document.xml": "<a/>"})
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(content, "docx", tmp_path)
    assert caught.value.template == TOO_LARGE


def test_names_that_lead_out_of_the_package_lead_nowhere(tmp_path):
    book = epub({"a.xhtml": "<p>inside</p>"}, extra={"../../etc/x": "y"}, href=lambda name: name)
    assert texts(read_bytes(book, "epub", tmp_path)) == ["inside"]
    outside = epub({"../../../../etc/passwd": "<p>text</p>"}, href=lambda _: "../../../../../../../etc/passwd")
    with pytest.raises(BadDocumentError):
        read_bytes(outside, "epub", tmp_path)


def test_other_compressions_than_documents_have_are_refused(tmp_path):
    with pytest.raises(BadDocumentError) as caught:
        read_bytes(zipped({"word/document.xml": "<a/>" * 100}, method=zipfile.ZIP_LZMA), "docx", tmp_path)
    assert caught.value.template == DAMAGED


def test_a_zip_file_in_a_zip_file_is_no_document(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(zipped({"inner.docx": docx(paragraph("text"))}))
    with pytest.raises(DocumentError) as caught:
        Reader().read(path)
    assert caught.value.template == NOT_A_DOCUMENT


@pytest.mark.parametrize(
    "filter_", [b"/LZWDecode", b"/ASCIIHexDecode", b"/RunLengthDecode", b"/DCTDecode", b"/JBIG2Decode"]
)
def test_streams_that_are_not_what_they_claim_give_nothing(tmp_path, filter_):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf_of_stream(bytes(range(256)) * 1_000, filter_))
    with pytest.raises(DocumentError):
        Reader().read(path)


def test_pages_that_hold_each_other_are_refused(tmp_path):
    path = tmp_path / "a.pdf"
    pages = b"<< /Type /Pages /Count 1000000 /Kids [2 0 R 3 0 R] /Parent 3 0 R >>"
    path.write_bytes(
        assembled([b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>", pages, pages, b"<< /First 4 0 R >>"])
    )
    with pytest.raises(DocumentError):
        Reader().read(path)


def test_bookmarks_that_lead_in_circles_are_read_once(tmp_path):
    pdf = Pdf()
    pdf.page().text(72, 700, "text")
    pdf.outline = [("one", 1), ("two", 1)]
    content = pdf.content()
    last = content.rindex(b"/Title (two)")
    number = content[: content.rindex(b" 0 obj", 0, last)].rsplit(b"\n", 1)[1]
    looped = content[:last] + content[last:].replace(b" /Dest", b" /Next " + number + b" 0 R /Dest", 1)
    assert texts(read_bytes(looped, "pdf", tmp_path)) == ["text"]


def test_five_thousand_pages_are_read(tmp_path):
    pdf = Pdf()
    words = ["rain", "wind", "snow", "fog", "hail", "storm", "calm"]
    for number in range(5_000):
        said = " ".join(words[number // 7**place % 7] for place in range(5))
        pdf.page().text(72, 700, f"On this day {said}.").text(290, 30, str(number + 1))
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf.content())
    document = Reader().read(path)
    assert [block.page for block in document.blocks] == list(range(1, 5_001))
