"""Documents and summaries as bytes, to be kept."""

from __future__ import annotations

import hashlib
import zlib

import msgspec

from assistant.documents.blocks import Document
from assistant.summaries.summary import Summary

_MOST_BYTES = 400_000_000
_LEVEL = 6


def packed_document(document: Document) -> bytes:
    """Return a document as bytes for `unpacked_document`."""
    return zlib.compress(msgspec.msgpack.encode(document), _LEVEL)


def unpacked_document(content: bytes) -> Document:
    """Return the document that `packed_document` made bytes of.

    Raises:
        ValueError: The bytes are no such document.
    """
    unpacking = zlib.decompressobj()
    try:
        whole = unpacking.decompress(content, _MOST_BYTES)
        return msgspec.msgpack.decode(whole, type=Document)
    except (zlib.error, msgspec.DecodeError) as error:
        raise ValueError(f"not a document: {error}") from error


def document_hash(document: Document) -> str:
    """Return what tells a document's text from all others, whatever its file is called."""
    digest = hashlib.sha256()
    for block in document.blocks:
        digest.update(f"{block.kind}\x1f{block.level}\x1f{block.page}\x1f{block.file}\x1f{block.text}\x1e".encode())
    return digest.hexdigest()


def packed_summary(summary: Summary) -> bytes:
    """Return a summary as bytes for `unpacked_summary`."""
    return msgspec.msgpack.encode(summary)


def unpacked_summary(content: bytes) -> Summary | None:
    """Return the summary that `packed_summary` made bytes of; None for none, or one of another version."""
    try:
        return msgspec.msgpack.decode(content, type=Summary) if content else None
    except msgspec.DecodeError:
        return None
