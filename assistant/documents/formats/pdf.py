"""PDF, through PDFium."""

from __future__ import annotations

import ctypes
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2_raw as pdfium

from assistant.documents.blocks import Note, NoteKind
from assistant.documents.errors import DAMAGED, ENCRYPTED, NO_TEXT, SCANNED, TOO_LONG, UNREADABLE, BadDocumentError
from assistant.documents.joining import Hyphens
from assistant.documents.limits import MOST_CHARACTERS
from assistant.documents.pdf.columns import regions
from assistant.documents.pdf.lines import Line, PageText
from assistant.documents.pdf.paragraphs import Paragraphs
from assistant.documents.pdf.running import RunningLines
from assistant.documents.pdf.styles import Styles, title_key
from assistant.documents.reading import Reading

_MOST_PAGES = 50_000
_MOST_BOOKMARKS = 5_000
_MOST_DEPTH = 10
_TITLE_BYTES = 2_000
_PROGRESS_PAGES = 10
_NO_TITLE = re.compile(
    r"^(?:untitled|document\d*|unbenannt|sans titre|.*\.(?:docx?|odt|tex|dvi|indd|pptx?|xlsx?|pdf))$", re.I
)
_PROGRAM = re.compile(r"^Microsoft (?:Word|PowerPoint) - ", re.I)
_UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\0-\x08]")
"""Characters that a file names no meaning of."""


def read(path: Path, reading: Reading) -> None:
    """Read the text of all pages, without what repeats on them.

    Raises:
        BadDocumentError: It is damaged or protected, or all its pages are pictures.
    """
    with _opened(path) as document:
        count = min(_MOST_PAGES, pdfium.FPDF_GetPageCount(document))
        if count <= 0:
            raise BadDocumentError(DAMAGED, details="no pages")
        pages, pictures, broken = _all_lines(document, count, reading)
        reading.pages = count
        reading.title = _title(document)
        outline = _outline(document)
    if not any(pages):
        if broken == count:
            raise BadDocumentError(DAMAGED, details="no page can be opened")
        raise BadDocumentError(SCANNED if pictures else NO_TEXT)
    if pictures:
        reading.notes.append(Note(NoteKind.PAGES_WITHOUT_TEXT, pictures))
    if broken:
        reading.notes.append(Note(NoteKind.DAMAGED, broken))
    _read_lines(pages, outline, reading)


def _all_lines(document: Any, count: int, reading: Reading) -> tuple[list[list[Line]], int, int]:
    """Return the lines of each page, how many pages are pictures, and how many are broken."""
    page_text = PageText()
    pages: list[list[Line]] = []
    pictures = broken = characters = 0
    for number in range(count):
        if number % _PROGRESS_PAGES == 0:
            reading.progress(number, count)
        page = pdfium.FPDF_LoadPage(document, number)
        if not page:
            broken += 1
            pages.append([])
            continue
        try:
            lines = page_text.lines(page, number + 1)
            if _unreadable(lines):
                lines = []
            if not lines and pdfium.FPDFPage_CountObjects(page) > 0:
                pictures += 1
        finally:
            pdfium.FPDF_ClosePage(page)
        pages.append(lines)
        characters += sum(len(line.text) for line in lines)
        if characters > MOST_CHARACTERS:
            raise BadDocumentError(TOO_LONG, limit=MOST_CHARACTERS // 1_000_000)
    return pages, pictures, broken


def _read_lines(pages: list[list[Line]], outline: dict[str, int], reading: Reading) -> None:
    styles = Styles((line for lines in pages for line in lines), outline)
    running = RunningLines()
    for lines in pages:
        running.look(lines)
    # Where nothing would be left, what repeats is the text.
    cleaned = [running.without(lines, body_size=styles.body) for lines in pages]
    pages = cleaned if any(cleaned) else pages
    hyphens = Hyphens([(line.text, line.hyphen) for lines in pages for line in lines])
    paragraphs = Paragraphs(reading, styles, hyphens)
    for lines in pages:
        for region in regions(lines):
            paragraphs.region(region)
    paragraphs.finish()


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadDocument(os.fsencode(path), None)
    if not document:
        error = pdfium.FPDF_GetLastError()
        if error in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
            raise BadDocumentError(ENCRYPTED)
        raise BadDocumentError(
            UNREADABLE if error == pdfium.FPDF_ERR_FILE else DAMAGED, details=f"PDFium's error {error}"
        )
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _unreadable(lines: list[Line]) -> bool:
    """Tell whether a page's characters have no known meaning: as good as a picture."""
    text = "".join(line.text for line in lines)
    return len(_UNKNOWN.findall(text)) * 2 > len(text)


def _title(document: Any) -> str:
    buffer = ctypes.create_string_buffer(_TITLE_BYTES)
    length = pdfium.FPDF_GetMetaText(document, b"Title", buffer, _TITLE_BYTES)
    title = _PROGRAM.sub("", _utf16(buffer.raw[: min(length, _TITLE_BYTES)])).strip()
    return "" if _NO_TITLE.match(title) else title


def _outline(document: Any) -> dict[str, int]:
    """Return the bookmarks' titles with their depth from 1."""
    found: dict[str, int] = {}
    buffer = ctypes.create_string_buffer(_TITLE_BYTES)
    seen: set[int] = set()
    waiting = [(pdfium.FPDFBookmark_GetFirstChild(document, None), 1)]
    while waiting and len(seen) < _MOST_BOOKMARKS:
        bookmark, depth = waiting.pop()
        address = ctypes.cast(bookmark, ctypes.c_void_p).value if bookmark else None
        if address is None or address in seen:
            continue
        seen.add(address)
        length = pdfium.FPDFBookmark_GetTitle(bookmark, buffer, _TITLE_BYTES)
        if key := title_key(_utf16(buffer.raw[: min(length, _TITLE_BYTES)])):
            found.setdefault(key, depth)
        waiting.append((pdfium.FPDFBookmark_GetNextSibling(document, bookmark), depth))
        if depth < _MOST_DEPTH:
            waiting.append((pdfium.FPDFBookmark_GetFirstChild(document, bookmark), depth + 1))
    return found


def _utf16(content: bytes) -> str:
    return content.decode("utf-16-le", "replace").partition("\0")[0]
