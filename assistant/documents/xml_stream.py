"""XML read as a stream, with expat: entities, depth and size are bounded."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from xml.parsers import expat

from assistant.documents.errors import DAMAGED, TOO_LARGE, BadDocumentError
from assistant.documents.limits import MOST_DEPTH

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Characters = Callable[[str], None]

_MOST_TAG_BYTES = 4_000_000
_KNOWN = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/presentationml/2006/main": "p",
    "http://purl.oclc.org/ooxml/presentationml/main": "p",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0": "presentation",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.idpf.org/2007/opf": "opf",
    "urn:oasis:names:tc:opendocument:xmlns:container": "container",
    "http://www.w3.org/2001/04/xmlenc#": "enc",
}
"""Namespaces by the prefixes their standards use; names in all others are left as expat gives them."""


def parse(
    chunks: Iterable[bytes], *, start: Start, end: End | None = None, characters: Characters | None = None
) -> None:
    """Parse a document.

    Args:
        chunks: Its bytes.
        start: Called with an element's name ("w:p") and attributes ("w:val") when it begins.
        end: Called with its name when it ends.
        characters: Called with text.

    Raises:
        BadDocumentError: It is not well formed, declares entities, or is nested too deep.
    """
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    names: dict[str, str] = {}
    depth = 0

    def short(name: str) -> str:
        known = names.get(name)
        if known is None:
            space, _, local = name.rpartition(" ")
            known = names[name] = f"{_KNOWN[space]}:{local}" if space in _KNOWN else local
        return known

    def on_start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MOST_DEPTH:
            raise BadDocumentError(TOO_LARGE, details=f"{MOST_DEPTH} elements deep")
        start(short(name), {short(key): value for key, value in attributes.items()} if attributes else attributes)

    def on_end(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(short(name))

    def on_entity(*_: object) -> None:
        raise BadDocumentError(TOO_LARGE, details="the XML declares entities")

    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if characters is not None:
        parser.CharacterDataHandler = characters
    parser.EntityDeclHandler = on_entity
    try:
        fed = 0
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            if fed - parser.CurrentByteIndex > _MOST_TAG_BYTES:
                # Expat begins a tag anew with each piece of it.
                raise BadDocumentError(TOO_LARGE, details=f"a tag of {_MOST_TAG_BYTES} bytes")
        parser.Parse(b"", True)
    except (expat.ExpatError, ValueError, UnicodeError) as error:
        raise BadDocumentError(DAMAGED, details=str(error)) from error
    finally:
        if isinstance(chunks, Generator):
            # It holds a member of a zip file open.
            chunks.close()
