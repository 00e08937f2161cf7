"""Documents of every kind as blocks of text with their places, read in a process that can't do harm."""

from __future__ import annotations

from assistant.documents.blocks import Block, BlockKind, Document, Note, NoteKind, Place, places

__all__ = ["Block", "BlockKind", "Document", "Note", "NoteKind", "Place", "places"]
