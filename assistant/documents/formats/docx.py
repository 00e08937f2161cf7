"""Word documents (ECMA-376, WordprocessingML)."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.office import core_title, main_part, relations
from assistant.documents.reading import Reading
from assistant.documents.xml_stream import parse
from assistant.documents.zipped import Package

_HEADING_NAME = re.compile(r"^heading\s*([1-9])$", re.I)
_MOST_BASES = 20
_PARTS = ("styles", "footnotes", "endnotes")
_SKIPPED = frozenset({"mc:Fallback", "w:del", "w:moveFrom", "w:instrText", "w:pPrChange", "w:rPrChange"})
"""Older forms of what stands beside them, text that was taken out, and commands of fields."""


def read(path: Path, reading: Reading) -> None:
    """Read the text, the tables and the notes.

    Raises:
        BadDocumentError: It can't be read.
    """
    with Package(path, reading.budget) as package:
        main = main_part(package, "word/document.xml")
        if main not in package.names:
            raise BadDocumentError(DAMAGED, details=f"{main} is missing")
        parts = {kind: f"word/{kind}.xml" for kind in _PARTS if f"word/{kind}.xml" in package.names}
        parts |= {kind: target for kind, target in relations(package, main).values() if target in package.names}
        styles = _Styles()
        if "styles" in parts:
            parse(package.chunks(parts["styles"]), start=styles.start, end=styles.end)
        reading.title = core_title(package)
        for name, notes in ((main, False), (parts.get("footnotes"), True), (parts.get("endnotes"), True)):
            if name is not None:
                body = _Body(reading, styles.kinds(), notes=notes)
                parse(package.chunks(name), start=body.start, end=body.end, characters=body.characters)


_Kind = tuple[BlockKind, int]


class _Styles:
    """What the styles are for, by their names, outline levels, and the styles they are based on."""

    def __init__(self) -> None:
        self._kinds: dict[str, _Kind] = {}
        self._bases: dict[str, str] = {}
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif not self._style:
            return
        elif name == "w:name":
            self._name(value.lower())
        elif name == "w:basedOn":
            self._bases[self._style] = value
        elif name == "w:outlineLvl" and value.isdecimal() and int(value) < 9:
            self._kinds.setdefault(self._style, (BlockKind.HEADING, int(value) + 1))

    def end(self, name: str) -> None:
        if name == "w:style":
            self._style = ""

    def kinds(self) -> dict[str, _Kind]:
        """Return what each style makes of a paragraph; of a usual one nothing."""
        return {style: kind for style in {*self._kinds, *self._bases} if (kind := self._inherited(style)) is not None}

    def _name(self, name: str) -> None:
        if found := _HEADING_NAME.match(name):
            self._kinds[self._style] = (BlockKind.HEADING, int(found.group(1)))
        elif name == "title":
            self._kinds[self._style] = (BlockKind.HEADING, 1)
        elif name == "caption":
            self._kinds[self._style] = (BlockKind.CAPTION, 0)
        elif name.startswith(("list", "toc ")):
            self._kinds[self._style] = (BlockKind.LIST_ITEM, 1)

    def _inherited(self, style: str) -> _Kind | None:
        for _ in range(_MOST_BASES):
            if style in self._kinds:
                return self._kinds[style]
            style = self._bases.get(style, "")
        return None


class _Paragraph:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.kind = BlockKind.PARAGRAPH
        self.level = 0


class _Body:
    """Turns paragraphs and table rows into blocks."""

    def __init__(self, reading: Reading, kinds: dict[str, _Kind], *, notes: bool) -> None:
        self._reading = reading
        self._kinds = kinds
        self._notes = notes
        # Text boxes put paragraphs into paragraphs, and tables into cells.
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[list[list[str]]] = []
        self._skipping = 0
        self._in_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        match name:
            case "w:p":
                self._paragraphs.append(_Paragraph())
            case "w:tr":
                self._rows.append([])
            case "w:tc" if self._rows:
                self._rows[-1].append([])
            case "w:t" | "m:t":
                self._in_text = True
        if self._paragraphs:
            self._in_paragraph(self._paragraphs[-1], name, attributes)

    def _in_paragraph(self, paragraph: _Paragraph, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        match name:
            case "w:pStyle":
                paragraph.kind, paragraph.level = self._kinds.get(value, (BlockKind.PARAGRAPH, 0))
            case "w:outlineLvl" if value.isdecimal() and int(value) < 9:
                paragraph.kind, paragraph.level = BlockKind.HEADING, int(value) + 1
            # Headings are numbered in the same way; they stay headings.
            case "w:ilvl" if paragraph.kind is not BlockKind.HEADING:
                paragraph.kind = BlockKind.LIST_ITEM
                paragraph.level = (int(value) if value.isdecimal() and len(value) < 3 else 0) + 1
            case "w:numId" if value == "0" and paragraph.kind is BlockKind.LIST_ITEM:
                paragraph.kind, paragraph.level = BlockKind.PARAGRAPH, 0
            case "w:tab" | "w:br" | "w:cr":
                paragraph.text.append(" ")
            case "w:noBreakHyphen":
                paragraph.text.append("-")

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        match name:
            case "w:t" | "m:t":
                self._in_text = False
            case "w:p" if self._paragraphs:
                self._end_paragraph(self._paragraphs.pop())
            case "w:tr" if self._rows:
                self._end_row(self._rows.pop())

    def characters(self, text: str) -> None:
        if self._in_text and not self._skipping and self._paragraphs:
            self._paragraphs[-1].text.append(text)

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.text)
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(text)
        elif self._notes:
            self._reading.add(BlockKind.CAPTION, text)
        else:
            self._reading.add(paragraph.kind, text, level=paragraph.level)

    def _end_row(self, cells: list[list[str]]) -> None:
        texts = [" ".join(cell).strip() for cell in cells]
        row = " | ".join(text for text in texts if text)
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(row)  # a table within a table
        elif sum(bool(text) for text in texts) == 1:
            # Tables are used for layout too: a row with a single text is a paragraph.
            self._reading.add(BlockKind.PARAGRAPH, row)
        else:
            self._reading.add(BlockKind.TABLE_ROW, row)
