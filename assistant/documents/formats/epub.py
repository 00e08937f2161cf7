"""EPUB books (W3C EPUB 3.3, and EPUB 2)."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote

from assistant.documents.encodings import declared_encoding, decoded
from assistant.documents.errors import DAMAGED, ENCRYPTED, BadDocumentError
from assistant.documents.formats.html import read_markup
from assistant.documents.reading import Reading
from assistant.documents.xml_stream import parse
from assistant.documents.zipped import Package

_CONTAINER = "META-INF/container.xml"
_RIGHTS = "META-INF/rights.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_MARKUP = ("application/xhtml+xml", "text/html")


def read(path: Path, reading: Reading) -> None:
    """Read the chapters in the order of the book.

    Raises:
        BadDocumentError: It can't be read, or its publisher has locked it.
    """
    with Package(path, reading.budget) as package:
        if _RIGHTS in package.names or _chapters_are_encrypted(package):
            raise BadDocumentError(ENCRYPTED)
        book = _Book()
        main = _main(package)
        parse(package.chunks(main), start=book.start, end=book.end, characters=book.characters)
        folder = posixpath.dirname(main)
        read_any = False
        for number, item in enumerate(book.spine):
            reading.progress(number, len(book.spine))
            href, kind = book.items.get(item, ("", ""))
            name = posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))
            if kind not in _MARKUP or name not in package.names:
                continue
            content = package.read(name)
            # The title of a chapter's page is not that of the book.
            title, reading.title = reading.title, reading.title or "-"
            read_markup(decoded(content, declared=declared_encoding(content)), reading)
            reading.title = title
            read_any = True
        if not read_any:
            raise BadDocumentError(DAMAGED, details="no chapter was found")
        reading.title = "".join(book.title)


def _chapters_are_encrypted(package: Package) -> bool:
    """Tell whether more is encrypted than fonts, which many free books do, too."""
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "enc:CipherReference":
            found.append(attributes.get("URI", "").lower())

    if _ENCRYPTION in package.names:
        parse(package.chunks(_ENCRYPTION), start=start)
    return any(name.endswith((".xhtml", ".html", ".htm", ".xml")) for name in found)


def _main(package: Package) -> str:
    found: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "container:rootfile":
            found.append(attributes.get("full-path", ""))

    parse(package.chunks(_CONTAINER), start=start)
    for name in found:
        if name in package.names:
            return name
    raise BadDocumentError(DAMAGED, details="the book's list of chapters is missing")


class _Book:
    def __init__(self) -> None:
        self.title: list[str] = []
        self.items: dict[str, tuple[str, str]] = {}
        self.spine: list[str] = []
        self._titles = 0
        self._in_title = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "opf:item":
                self.items[attributes.get("id", "")] = (attributes.get("href", ""), attributes.get("media-type", ""))
            case "opf:itemref" if attributes.get("linear") != "no":
                self.spine.append(attributes.get("idref", ""))
            case "dc:title":
                self._titles += 1
                self._in_title = self._titles == 1

    def end(self, name: str) -> None:
        if name == "dc:title":
            self._in_title = False

    def characters(self, text: str) -> None:
        if self._in_title:
            self.title.append(text)
