"""Text that is here already, pasted for example, as a document."""

from __future__ import annotations

from assistant.documents.blocks import Document
from assistant.documents.detect import text_format
from assistant.documents.errors import NO_TEXT, BadDocumentError
from assistant.documents.formats.markdown import read_markdown
from assistant.documents.formats.plain import read_text
from assistant.documents.formats.subtitles import read_cues
from assistant.documents.reading import Reading

_HEAD = 65_536
_READERS = {"md": read_markdown, "srt": read_cues}


def document_from_text(text: str, *, name: str) -> Document:
    """Return a text as a document. Markdown and subtitles are recognised; everything else is plain text.

    Args:
        text: Any text; a copy of it needs no other process, as nothing is unpacked or decoded.
        name: What the user knows it by, for errors and as its title.

    Raises:
        DocumentError: There is nothing in it, or far too much.
    """
    reading = Reading()
    found = text_format(text[:_HEAD])
    read = _READERS.get(found, read_text)
    try:
        read(text, reading)
        if reading.empty:
            raise BadDocumentError(NO_TEXT)
    except BadDocumentError as error:
        raise error.told(name) from error
    return reading.document(name=name, format=found if found in _READERS else "txt")
