"""What a file is: told by its content, by its name only where the content does not tell."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from assistant.documents.encodings import decoded
from assistant.documents.errors import (
    DAMAGED,
    EMPTY,
    ENCRYPTED,
    NOT_A_DOCUMENT,
    OLD_OFFICE,
    UNREADABLE,
    BadDocumentError,
)
from assistant.documents.limits import MOST_MEMBERS, MOST_TEXT_BYTES

_HEAD_BYTES = 65_536
_PDF_HEAD_BYTES = 1_024
"""How far down the mark of a pdf may stand (its specification's implementation notes)."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_OFFICE = "EncryptedPackage".encode("utf-16-le")
_OUTLOOK = "__properties_version1.0".encode("utf-16-le")

_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.presentation": "odp",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}
_EXTENSIONS = {
    ".md": "md", ".markdown": "md", ".mdown": "md", ".mkd": "md",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
    ".srt": "srt", ".vtt": "srt",
    ".eml": "eml",
}  # fmt: skip
_ZIPPED_EXTENSIONS = frozenset((".docx", ".docm", ".dotx", ".odt", ".odp", ".ods", ".pptx", ".ppsx", ".pptm", ".epub"))

_MARKUP = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,4000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_XML = re.compile(r"\s*<\?xml\s")
_CUE = re.compile(r"(?:\d+\s*\n)?(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->")
_HEADER = re.compile(r"^([A-Za-z][A-Za-z0-9-]{1,60}):[ \t]*\S", re.M)
_MAIL_HEADERS = frozenset(
    ("from", "to", "subject", "date", "received", "return-path", "delivered-to", "message-id", "mime-version", "cc")
)
_MARKDOWN = re.compile(r"^#{1,6} \S.*$|^```|\]\(https?://|^\*\*(?=\S)", re.M)


def detect(path: Path) -> str:
    """Return the format of a file: "pdf", "docx", "odt", "odp", "ods", "pptx", "epub", "html", "md", "txt", "rtf",
    "srt", "eml" or "csv".

    Raises:
        BadDocumentError: It can't be opened, is empty, is protected, or is nothing that can be read.
    """  # noqa: D205 - the list is the summary
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
    except OSError as error:
        raise BadDocumentError(UNREADABLE, details=str(error)) from error
    if not head:
        raise BadDocumentError(EMPTY)
    extension = path.suffix.lower()
    if b"%PDF-" in head[:_PDF_HEAD_BYTES]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(path, extension)
    if head.startswith(_OLE):
        raise _old(path)
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return text_format(_head_text(head), extension)


def text_format(head: str, extension: str = "") -> str:
    """Return the format of a text.

    Args:
        head: Its beginning.
        extension: Of the file's name, in small letters with its dot.
    """
    head = head.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if _MARKUP.match(head):
        return "html"
    start = head.lstrip()
    if start.startswith("WEBVTT") or _CUE.match(start):
        return "srt"
    if extension in _EXTENSIONS:
        return _EXTENSIONS[extension]
    if _XML.match(head):
        return "html"
    if _is_mail(start):
        return "eml"
    marks = {found.group(0).split(" ")[0][:3] for found in _MARKDOWN.finditer(head)}
    # One kind of mark alone may be anything: comments of a program, for one.
    if extension in ("", ".txt") and len(marks) > 1:
        return "md"
    return "txt"


def _head_text(head: bytes) -> str:
    text = decoded(head)
    if not text.strip():
        raise BadDocumentError(EMPTY)
    return text


def _zipped(path: Path, extension: str) -> str:
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist()[:MOST_MEMBERS])
            kind = b""
            if "mimetype" in names and package.getinfo("mimetype").file_size < 200:
                kind = package.read("mimetype").strip()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, RuntimeError) as error:
        known = extension in _ZIPPED_EXTENSIONS
        raise BadDocumentError(DAMAGED if known else NOT_A_DOCUMENT, details=str(error)) from error
    except Exception as error:
        # zlib.error and what else damaged members raise.
        raise BadDocumentError(DAMAGED, details=repr(error)) from error
    for prefix, name in _OPEN_DOCUMENTS.items():
        if kind.startswith(prefix):
            return name
    if kind == b"application/epub+zip" or "META-INF/container.xml" in names:
        return "epub"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("ppt/") for name in names):
        return "pptx"
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return "odt"
    raise BadDocumentError(NOT_A_DOCUMENT, details="a zip file of something else")


def _old(path: Path) -> BadDocumentError:
    """Return what is to be said about an OLE file: Office's old formats, and what protects its new ones."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_TEXT_BYTES)
    except OSError as error:
        return BadDocumentError(UNREADABLE, details=str(error))
    if _ENCRYPTED_OFFICE in content:
        return BadDocumentError(ENCRYPTED)
    return BadDocumentError(NOT_A_DOCUMENT if _OUTLOOK in content else OLD_OFFICE)


def _is_mail(head: str) -> bool:
    if head.startswith("From "):
        head = head.partition("\n")[2]
    headers = {found.group(1).lower() for found in _HEADER.finditer(head.partition("\n\n")[0])}
    first = _HEADER.match(head)
    return first is not None and len(headers & _MAIL_HEADERS) >= 3
