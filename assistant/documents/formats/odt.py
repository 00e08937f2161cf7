"""OpenDocument texts, presentations and tables (OASIS OpenDocument 1.3)."""

from __future__ import annotations

from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.errors import DAMAGED, ENCRYPTED, BadDocumentError
from assistant.documents.reading import Reading
from assistant.documents.xml_stream import parse
from assistant.documents.zipped import Package

_SKIPPED = frozenset({"text:tracked-changes", "office:annotation", "text:note-citation", "text:ruby-text"})
_MOST_SPACES = 100


def read(path: Path, reading: Reading) -> None:
    """Read the text, the tables and the notes.

    Raises:
        BadDocumentError: It can't be read.
    """
    with Package(path, reading.budget) as package:
        if "META-INF/manifest.xml" in package.names:
            parse(package.chunks("META-INF/manifest.xml"), start=_refuse_encrypted)
        if "content.xml" not in package.names:
            raise BadDocumentError(DAMAGED, details="content.xml is missing")
        if "meta.xml" in package.names:
            reading.title = _title(package)
        content = _Content(reading)
        parse(package.chunks("content.xml"), start=content.start, end=content.end, characters=content.characters)


def _refuse_encrypted(name: str, _: dict[str, str]) -> None:
    if name == "manifest:encryption-data":
        raise BadDocumentError(ENCRYPTED)


def _title(package: Package) -> str:
    found: list[str] = []
    inside: list[bool] = []

    def start(name: str, _: dict[str, str]) -> None:
        inside.append(name == "dc:title")

    def end(_: str) -> None:
        inside.pop()

    def characters(text: str) -> None:
        if inside and inside[-1]:
            found.append(text)

    try:
        parse(package.chunks("meta.xml"), start=start, end=end, characters=characters)
    except BadDocumentError:
        return ""
    return "".join(found)


class _Content:
    """Turns paragraphs, headings and table rows into blocks."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        # Notes and text boxes put paragraphs into paragraphs.
        self._texts: list[tuple[int, list[str]]] = []
        self._inner: list[str] = []
        self._rows: list[list[list[str]]] = []
        self._list_depth = 0
        self._skipping = 0
        self._in_title = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
            return
        match name:
            case "text:h":
                level = attributes.get("text:outline-level", "1")
                self._texts.append((int(level) if level.isdecimal() and len(level) < 3 else 1, []))
            case "text:p":
                title = not self._texts and attributes.get("text:style-name") == "Title"
                self._texts.append((int(title), []))
            case "text:list-item" | "text:list-header" | "text:index-body":
                self._list_depth += 1
            case "table:table-row":
                self._rows.append([])
            case "table:table-cell" if self._rows:
                self._rows[-1].append([])
            case "draw:page":
                self._reading.pages += 1
            case "draw:frame":
                self._in_title += attributes.get("presentation:class") == "title"
            case "text:s" if self._texts:
                count = attributes.get("text:c", "1")
                self._texts[-1][1].append(" " * min(_MOST_SPACES, int(count) if count.isdecimal() else 1))
            case "text:tab" | "text:line-break" if self._texts:
                self._texts[-1][1].append(" ")

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        match name:
            case "text:h" | "text:p" if self._texts:
                level, text = self._texts.pop()
                self._end_text(level, "".join(text))
            case "text:list-item" | "text:list-header" | "text:index-body":
                self._list_depth = max(0, self._list_depth - 1)
            case "table:table-row" if self._rows:
                self._end_row(self._rows.pop())
            case "draw:frame":
                self._in_title = 0

    def characters(self, text: str) -> None:
        if not self._skipping and self._texts:
            self._texts[-1][1].append(text)

    def _end_text(self, level: int, text: str) -> None:
        page = self._reading.pages
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(text)
        elif level or self._in_title:
            self._reading.add(BlockKind.HEADING, text, level=level or 1, page=page)
        elif self._texts:
            self._inner.append(text)
            return
        elif self._list_depth:
            self._reading.add(BlockKind.LIST_ITEM, text, level=self._list_depth, page=page)
        else:
            self._reading.add(BlockKind.PARAGRAPH, text, page=page)
        inner, self._inner = self._inner, []
        for note in inner:
            self._reading.add(BlockKind.CAPTION, note, page=page)

    def _end_row(self, cells: list[list[str]]) -> None:
        row = " | ".join(text for cell in cells if (text := " ".join(cell).strip()))
        if self._rows and self._rows[-1]:
            self._rows[-1][-1].append(row)
        else:
            self._reading.add(BlockKind.TABLE_ROW, row, page=self._reading.pages)
