"""Where the readers of the formats put what they find."""

from __future__ import annotations

import re
import unicodedata

from assistant.documents.blocks import Block, BlockKind, Document, Note
from assistant.documents.limits import Budget

_SPACES = re.compile(r"\s+")
# Characters that no text needs and that could deceive or disturb: controls, direction overrides, byte order marks.
_DROPPED = dict.fromkeys(
    code
    for code in (*range(0x20), *range(0x7F, 0xA0), 0xAD, 0x200B, 0x2060, *range(0x202A, 0x202F), *range(0x2066, 0x206A),
                 0xFEFF, 0xFFFE, 0xFFFF)
    if chr(code) not in "\t\n"
)  # fmt: skip
_LONGEST_HEADING = 300


class Reading:
    """A document while it is being read.

    Attributes:
        title: Its own title, when it says one.
        pages: Pages or slides so far; 0 where the format has none.
        notes: What could not be read.
    """

    def __init__(self, budget: Budget | None = None) -> None:
        self.title = ""
        self.pages = 0
        self.notes: list[Note] = []
        self.budget = budget or Budget()
        self._blocks: list[Block] = []

    @property
    def empty(self) -> bool:
        """Whether there is no text yet."""
        return not self._blocks

    def add(self, kind: BlockKind, text: str, *, level: int = 0, page: int = 0) -> None:
        """Add a block; one without text is passed over.

        Raises:
            BadDocumentError: The document is too long.
        """
        text = clean_lines(text) if kind is BlockKind.CODE else clean(text)
        if not text:
            return
        if kind is BlockKind.HEADING and len(text) > _LONGEST_HEADING:
            kind, level = BlockKind.PARAGRAPH, 0
        self.budget.text(len(text))
        self._blocks.append(Block(kind, text, level, page))

    def document(self, *, name: str, format: str) -> Document:  # noqa: A002 - the field's name
        """Return what was read.

        Args:
            name: The file's name, for a document without a title.
            format: "pdf", "docx" and so on.
        """
        return Document(
            clean(self.title)[:_LONGEST_HEADING] or name, format, tuple(self._blocks), self.pages, tuple(self.notes)
        )


def clean(text: str) -> str:
    """Return text in NFC, on one line, without characters that are not part of it."""
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_DROPPED))).strip()


def clean_lines(text: str) -> str:
    """Return text as `clean` does, with its lines kept."""
    return unicodedata.normalize("NFC", text.translate(_DROPPED)).strip("\n").rstrip()
