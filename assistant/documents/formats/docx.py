"""Word documents (ECMA-376, WordprocessingML)."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.reading import Reading
from assistant.documents.xml_stream import parse
from assistant.documents.zipped import Package

_HEADING_NAME = re.compile(r"^heading\s*([1-9])$", re.I)
_SKIPPED = frozenset({"mc:Fallback", "w:del", "w:moveFrom", "w:instrText", "w:pPrChange", "w:rPrChange"})
"""Older forms of what stands beside them, text that was taken out, and commands of fields."""


def read(path: Path, reading: Reading) -> None:
    """Read the text, the tables and the notes.

    Raises:
        BadDocumentError: It can't be read.
    """
    with Package(path, reading.budget) as package:
        styles = _Styles()
        if "word/styles.xml" in package.names:
            parse(package.chunks("word/styles.xml"), start=styles.start, end=styles.end)
        if "docProps/core.xml" in package.names:
            reading.title = core_title(package)
        if "word/document.xml" not in package.names:
            raise BadDocumentError(DAMAGED, details="word/document.xml is missing")
        for name, notes in (("word/document.xml", False), ("word/footnotes.xml", True), ("word/endnotes.xml", True)):
            if name in package.names:
                body = _Body(reading, styles.levels, notes=notes)
                parse(package.chunks(name), start=body.start, end=body.end, characters=body.characters)


def core_title(package: Package) -> str:
    """Return the title in an Office file's properties; empty when there is none or they are damaged."""
    found: list[str] = []
    inside = False

    def start(name: str, _: dict[str, str]) -> None:
        nonlocal inside
        inside = name == "dc:title"

    def end(_: str) -> None:
        nonlocal inside
        inside = False

    def characters(text: str) -> None:
        if inside:
            found.append(text)

    try:
        parse(package.chunks("docProps/core.xml"), start=start, end=end, characters=characters)
    except BadDocumentError:
        return ""
    return "".join(found)


class _Styles:
    """Which styles are headings, and of which level."""

    def __init__(self) -> None:
        self.levels: dict[str, int] = {}
        self._style = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        value = attributes.get("w:val", "")
        if name == "w:style":
            self._style = attributes.get("w:styleId", "")
        elif name == "w:name" and self._style:
            if found := _HEADING_NAME.match(value):
                self.levels[self._style] = int(found.group(1))
            elif value.lower() == "title":
                self.levels[self._style] = 1
        elif name == "w:outlineLvl" and self._style and value.isdecimal() and int(value) < 9:
            self.levels.setdefault(self._style, int(value) + 1)

    def end(self, name: str) -> None:
        if name == "w:style":
            self._style = ""


class _Paragraph:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.level = 0
        self.list_depth = 0


class _Body:
    """Turns paragraphs and table rows into blocks."""

    def __init__(self, reading: Reading, levels: dict[str, int], *, notes: bool) -> None:
        self._reading = reading
        self._levels = levels
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
        match name:
            case "w:pStyle":
                style = attributes.get("w:val", "")
                paragraph.level = self._levels.get(style, 0)
                if "list" in style.lower():
                    paragraph.list_depth = max(1, paragraph.list_depth)
            case "w:outlineLvl":
                value = attributes.get("w:val", "")
                if value.isdecimal() and int(value) < 9:
                    paragraph.level = int(value) + 1
            case "w:ilvl":
                value = attributes.get("w:val", "")
                paragraph.list_depth = (int(value) if value.isdecimal() and len(value) < 3 else 0) + 1
            case "w:numId":
                paragraph.list_depth = max(1, paragraph.list_depth) if attributes.get("w:val") != "0" else 0
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
        elif paragraph.level:
            self._reading.add(BlockKind.HEADING, text, level=paragraph.level)
        elif paragraph.list_depth:
            self._reading.add(BlockKind.LIST_ITEM, text, level=paragraph.list_depth)
        else:
            self._reading.add(BlockKind.PARAGRAPH, text)

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
