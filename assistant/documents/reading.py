"""Where the readers of the formats put what they find."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

from assistant.documents.blocks import Block, BlockKind, Document, Note
from assistant.documents.limits import MOST_BLOCK_CHARACTERS, Budget

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
        budget: Counts what it has given.
    """

    def __init__(
        self,
        budget: Budget | None = None,
        *,
        on_block: Callable[[Block], None] | None = None,
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        """Begin with nothing.

        Args:
            budget: Counts; by default anew.
            on_block: Takes each block; by default they are kept for `document`.
            on_progress: Told how many pages or chapters are done, and of how many.
        """
        self.title = ""
        self.pages = 0
        self.notes: list[Note] = []
        self.budget = budget or Budget()
        self._blocks: list[Block] = []
        self._on_block = on_block or self._blocks.append
        self._on_progress = on_progress
        self._any = False

    @property
    def empty(self) -> bool:
        """Whether there is no text yet."""
        return not self._any

    def progress(self, done: int, total: int) -> None:
        """Say how far it is."""
        if self._on_progress is not None:
            self._on_progress(done, total)

    def add(self, kind: BlockKind, text: str, *, level: int = 0, page: int = 0) -> None:
        """Add a block; one without text is passed over, and one that is too long becomes several.

        Raises:
            BadDocumentError: The document is too long.
        """
        text = clean_lines(text) if kind is BlockKind.CODE else clean(text)
        if not text:
            return
        if kind is BlockKind.HEADING and len(text) > _LONGEST_HEADING:
            kind, level = BlockKind.PARAGRAPH, 0
        self._any = True
        for part in _parts(text):
            self.budget.text(len(part))
            self._on_block(Block(kind, part, level, page))

    @property
    def clean_title(self) -> str:
        """The title as it may be shown; empty when there is none."""
        return clean(self.title[: 4 * _LONGEST_HEADING])[:_LONGEST_HEADING]

    def document(self, *, name: str, format: str) -> Document:  # noqa: A002 - the field's name
        """Return what was read, when no one else took the blocks.

        Args:
            name: The file's name, for a document without a title.
            format: "pdf", "docx" and so on.
        """
        return Document(self.clean_title or name, format, tuple(self._blocks), self.pages, tuple(self.notes))


def _parts(text: str) -> Iterator[str]:
    """Yield a text in pieces of at most `MOST_BLOCK_CHARACTERS`, cut after sentences or words where there are any."""
    start = 0
    while len(text) - start > MOST_BLOCK_CHARACTERS:
        window = text[start : start + MOST_BLOCK_CHARACTERS]
        half = MOST_BLOCK_CHARACTERS // 2
        cut = 1 + max(window.rfind(mark, half) for mark in ("\n", ". ", "? ", "! ", "。", "।"))
        cut = cut or 1 + window.rfind(" ", half) or MOST_BLOCK_CHARACTERS
        yield window[:cut].strip()
        start += cut
    yield text[start:].strip() if start else text


def clean(text: str) -> str:
    """Return text in NFC, on one line, without characters that are not part of it."""
    if text.isascii() and text.isprintable():
        # Most lines of most documents; a third of the time of the others.
        return " ".join(text.split()) if "  " in text else text.strip()
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_DROPPED))).strip()


def clean_lines(text: str) -> str:
    """Return text as `clean` does, with its lines kept."""
    return unicodedata.normalize("NFC", text.translate(_DROPPED)).strip("\n").rstrip()
