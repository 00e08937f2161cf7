"""E-mails (RFC 5322 with MIME)."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage, MIMEPart
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


def read(path: Path, reading: Reading) -> None:
    """Read who wrote to whom and when, and the text; attachments are named.

    Raises:
        BadDocumentError: It can't be read.
    """
    try:
        message = email.message_from_bytes(whole(path), policy=email.policy.default)
        _read_message(message, reading)
    except (ValueError, LookupError, IndexError, KeyError, AttributeError, TypeError, AssertionError) as error:
        # The package raises all of these on hostile headers.
        raise BadDocumentError(DAMAGED, details=repr(error)) from error


def _read_message(message: EmailMessage, reading: Reading) -> None:
    reading.title = str(message.get("Subject", ""))
    reading.add(BlockKind.HEADING, reading.title, level=1)
    for name in _HEADERS:
        if header := message.get(name):
            reading.add(BlockKind.CAPTION, f"{name}: {header}")
    body = message.get_body(preferencelist=("plain", "html"))
    if body is not None:
        text = _text(body)
        if body.get_content_type() == "text/html":
            read_markup(text, reading)
        else:
            read_text(text, reading)
    for number, part in enumerate(message.iter_attachments()):
        if number >= _MOST_PARTS:
            break
        if file := part.get_filename():
            reading.add(BlockKind.CAPTION, f"Attachment: {file}")


def _text(part: MIMEPart) -> str:
    payload = part.get_payload(decode=True)
    return decoded(payload, declared=part.get_content_charset() or "") if isinstance(payload, bytes) else str(payload)
