"""Which module reads which format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.documents.reading import Reading

FORMATS = ("pdf", "docx", "odt", "odp", "ods", "pptx", "epub", "html", "md", "txt", "rtf", "srt", "eml", "csv")


def reader_of(name: str) -> Callable[[Path, Reading], None]:  # noqa: PLR0912 - one for each format
    """Return what reads a format; the libraries of the others are not loaded.

    Args:
        name: One of `FORMATS`.

    Raises:
        ValueError: There is no such format.
    """
    match name:
        case "pdf":
            from assistant.documents.formats.pdf import read as read_pdf

            return read_pdf
        case "docx":
            from assistant.documents.formats.docx import read as read_docx

            return read_docx
        case "odt" | "odp" | "ods":
            from assistant.documents.formats.odt import read as read_odt

            return read_odt
        case "pptx":
            from assistant.documents.formats.pptx import read as read_pptx

            return read_pptx
        case "epub":
            from assistant.documents.formats.epub import read as read_epub

            return read_epub
        case "html":
            from assistant.documents.formats.html import read as read_html

            return read_html
        case "md":
            from assistant.documents.formats.markdown import read as read_markdown

            return read_markdown
        case "txt":
            from assistant.documents.formats.plain import read as read_plain

            return read_plain
        case "rtf":
            from assistant.documents.formats.rtf import read as read_rtf

            return read_rtf
        case "srt":
            from assistant.documents.formats.subtitles import read as read_subtitles

            return read_subtitles
        case "eml":
            from assistant.documents.formats.mail import read as read_mail

            return read_mail
        case "csv":
            from assistant.documents.formats.table import read as read_table

            return read_table
        case _:
            raise ValueError(name)
