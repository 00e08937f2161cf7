"""Bytes of unknown origin to text."""

from __future__ import annotations

import codecs
import re

from assistant.documents.errors import NOT_A_DOCUMENT, BadDocumentError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE_BYTES = 64_000
_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,200}encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.I
)


def decoded(content: bytes, *, declared: str = "") -> str:
    """Return the text of a file.

    Args:
        content: The bytes of the file.
        declared: The encoding that its surroundings name, if any.

    Raises:
        BadDocumentError: It is not text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    wide = _wide(content[:_SAMPLE_BYTES])
    if wide:
        return content.decode(wide, "replace")
    if _is_binary(content[:_SAMPLE_BYTES]):
        raise BadDocumentError(NOT_A_DOCUMENT, details="binary")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut off within its last character, or damaged in a few places: still UTF-8 when nearly all of it is.
        text = content.decode("utf-8", "replace")
        others = sum(byte >= 0x80 for byte in content[:_SAMPLE_BYTES])
        bad = text[:_SAMPLE_BYTES].count("\ufffd")
        if error.start >= len(content) - 3 or (others > 8 and bad * 20 < others):
            return text
    for encoding in (declared, _guessed(content)):
        try:
            if encoding:
                return content.decode(encoding, "replace")
        except (LookupError, ValueError):
            continue
    return content.decode("cp1252", "replace")


def declared_encoding(content: bytes) -> str:
    """Return the encoding that an HTML or XML file names in its beginning; empty when it names none."""
    found = _DECLARED.search(content[:4_096])
    return found.group(1).decode("ascii") if found else ""


def _wide(sample: bytes) -> str:
    """Return which UTF-16 a file without a mark has: every second byte of Latin text is zero."""
    if len(sample) < 8:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return ""


def _is_binary(sample: bytes) -> bool:
    controls = sum(sample.count(byte) for byte in range(32) if byte not in b"\t\n\r\f\x1b\x1a")
    return b"\0" in sample or controls * 50 > len(sample)


def _guessed(content: bytes) -> str:
    # Imported only for texts that need it: 0.1 s.
    from charset_normalizer import from_bytes

    best = from_bytes(content[:_SAMPLE_BYTES], steps=5, chunk_size=512).best()
    return best.encoding if best is not None else ""
