"""E-mails (RFC 5322 with MIME)."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage, MIMEPart
from itertools import islice
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.html import read_markup
from assistant.documents.formats.plain import read_text
from assistant.documents.formats.whole import whole
from assistant.documents.reading import Reading

_HEADERS = ("From", "To", "Cc", "Date")
_MOST_PARTS = 1_000
_ERRORS = (ValueError, LookupError, KeyError, AttributeError, TypeError, AssertionError)
"""What Python's package raises on hostile headers."""


def read(path: Path, reading: Reading) -> None:
    """Read who wrote to whom and when, and the text; attachments are named.

    Raises:
        BadDocumentError: It can't be read.
    """
    try:
        _read_message(email.message_from_bytes(whole(path), policy=email.policy.default), reading)
    except _ERRORS as error:
        raise BadDocumentError(DAMAGED, details=repr(error)) from error


def _read_message(message: EmailMessage, reading: Reading) -> None:
    reading.title = _header(message, "Subject")
    reading.add(BlockKind.HEADING, reading.title, level=1)
    for name in _HEADERS:
        if value := _header(message, name):
            reading.add(BlockKind.CAPTION, f"{name}: {value}")
    body = message.get_body(preferencelist=("plain", "html"))
    if body is not None:
        text = _text(body)
        if body.get_content_type() == "text/html":
            read_markup(text, reading)
        else:
            read_text(text, reading)
    for part in islice(message.iter_attachments(), _MOST_PARTS):
        if file := part.get_filename():
            reading.add(BlockKind.CAPTION, f"Attachment: {file}")


def _header(message: EmailMessage, name: str) -> str:
    """Return a header as text, or as it was sent when it can't be decoded."""
    try:
        return str(message.get(name, ""))
    except _ERRORS:
        return next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")


def _text(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    return decoded(payload, declared=part.get_content_charset() or "") if isinstance(payload, bytes) else str(payload)
