"""What a document is made of once it has been read."""

from __future__ import annotations

from enum import StrEnum

import msgspec


class BlockKind(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    TABLE_ROW = "table row"
    CAPTION = "caption"
    CODE = "code"
    """Text whose line breaks matter; not part of a summary."""


class Block(msgspec.Struct, frozen=True, gc=False):
    """A paragraph, heading, list item, table row or caption.

    Attributes:
        kind: What it is.
        text: Its text without markup, white space collapsed (but in code).
        level: Of a heading, from 1 for the highest; of a list item its depth from 1; else 0.
        page: Page or slide it begins on, from 1; 0 where the format has none.
        file: Of a folder read as one document, the file's path in it; empty otherwise.
    """

    kind: BlockKind
    text: str
    level: int = 0
    page: int = 0
    file: str = ""


class NoteKind(StrEnum):
    """What a reader has to say about a document that it read."""

    PAGES_WITHOUT_TEXT = "pages without text"
    """Some pages are pictures; how many is the note's number."""
    DAMAGED = "damaged"
    """The file is damaged: so many pages could not be read, or (0) everything from some place on."""
    FILE_LEFT_OUT = "file left out"
    """Of a folder: a file that can't be read, with its sentence."""
    HIDDEN_LEFT_OUT = "hidden files left out"
    """Of a folder: hidden files and folders, not looked into; how many is the note's number."""
    TOO_MANY_FILES = "too many files"
    """Of a folder: files beyond the number that is read; how many is the note's number."""
    TOO_DEEP = "folders too deep"
    """Of a folder: folders within folders, too deep to be looked into; how many is the note's number."""


class Note(msgspec.Struct, frozen=True):
    """Something the user should know about what was read.

    Attributes:
        kind: What.
        number: How many, where that has a meaning.
        text: A file's name, where that has a meaning.
        template: For `FILE_LEFT_OUT`, the sentence why, to be translated.
        values: What goes into the sentence.
    """

    kind: NoteKind
    number: int = 0
    text: str = ""
    template: str = ""
    values: dict[str, str | int | float] = {}


class Place(msgspec.Struct, frozen=True):
    """Where a block stands, as a person would look for it.

    Attributes:
        block: Its index in the document.
        page: Page or slide from 1; 0 where there is none.
        section: Number of its section from 1; 0 before the first heading.
        heading: The section's heading; empty before the first one.
        paragraph: Its number within the section, from 1; headings are not counted.
        file: Of a folder, the file's path in it.
    """

    block: int
    page: int
    section: int
    heading: str
    paragraph: int
    file: str = ""


class Document(msgspec.Struct, frozen=True):
    """A document that was read.

    Attributes:
        title: Its own title, or the file's name.
        format: "pdf", "docx" and so on.
        blocks: In reading order.
        pages: Pages or slides; 0 where the format has none.
        notes: What could not be read.
    """

    title: str
    format: str
    blocks: tuple[Block, ...]
    pages: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def characters(self) -> int:
        """Characters of all blocks."""
        return sum(len(block.text) for block in self.blocks)


def places(document: Document) -> list[Place]:
    """Return the place of every block."""
    found = []
    section = paragraph = 0
    heading = file = ""
    for index, block in enumerate(document.blocks):
        if block.file != file:
            file, heading, paragraph = block.file, "", 0
            section += bool(index)
        if block.kind is BlockKind.HEADING:
            section, heading, paragraph = section + 1, block.text, 0
        else:
            paragraph += 1
        found.append(Place(index, block.page, section, heading, paragraph, block.file))
    return found
