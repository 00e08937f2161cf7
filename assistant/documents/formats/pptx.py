"""PowerPoint presentations (ECMA-376, PresentationML)."""

from __future__ import annotations

from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.errors import DAMAGED, BadDocumentError
from assistant.documents.formats.office import core_title, main_part, relations
from assistant.documents.reading import Reading
from assistant.documents.xml_stream import parse
from assistant.documents.zipped import Package

_TITLES = ("title", "ctrTitle")
_NOT_CONTENT = ("dt", "ftr", "sldNum", "hdr", "sldImg")


def read(path: Path, reading: Reading) -> None:
    """Read the slides in order, each with its speaker's notes.

    Raises:
        BadDocumentError: It can't be read.
    """
    with Package(path, reading.budget) as package:
        main = main_part(package, "ppt/presentation.xml")
        if main not in package.names:
            raise BadDocumentError(DAMAGED, details=f"{main} is missing")
        reading.title = core_title(package)
        order: list[str] = []

        def start(name: str, attributes: dict[str, str]) -> None:
            if name == "p:sldId":
                order.append(attributes.get("r:id", ""))

        parse(package.chunks(main), start=start)
        targets = relations(package, main)
        for name in (targets[id_][1] for id_ in order if id_ in targets):
            if name not in package.names:
                continue
            reading.progress(reading.pages, len(order))
            reading.pages += 1
            slide = _Slide(reading, notes=False)
            parse(package.chunks(name), start=slide.start, end=slide.end, characters=slide.characters)
            for kind, target in relations(package, name).values():
                if kind == "notesSlide" and target in package.names:
                    notes = _Slide(reading, notes=True)
                    parse(package.chunks(target), start=notes.start, end=notes.end, characters=notes.characters)


class _Slide:
    """Turns the shapes of a slide into blocks."""

    def __init__(self, reading: Reading, *, notes: bool) -> None:
        self._reading = reading
        self._notes = notes
        self._placeholder = ""
        self._text: list[str] | None = None
        self._level = 0
        self._row: list[list[str]] | None = None
        self._in_text = False
        self._skipping = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if self._skipping or name == "mc:Fallback":
            # An older form of what stands beside it.
            self._skipping += 1
            return
        match name:
            case "p:sp":
                self._placeholder = ""
            case "p:ph":
                self._placeholder = attributes.get("type", "body")
            case "a:p":
                self._text, self._level = [], 0
            case "a:pPr":
                level = attributes.get("lvl", "0")
                self._level = int(level) if level.isdecimal() and len(level) < 3 else 0
            case "a:t":
                self._in_text = True
            case "a:br" if self._text is not None:
                self._text.append(" ")
            case "a:tr":
                self._row = []
            case "a:tc" if self._row is not None:
                self._row.append([])

    def end(self, name: str) -> None:
        if self._skipping:
            self._skipping -= 1
            return
        match name:
            case "a:t":
                self._in_text = False
            case "a:p" if self._text is not None:
                self._end_paragraph("".join(self._text))
                self._text = None
            case "a:tr" if self._row is not None:
                row = " | ".join(text for cell in self._row if (text := " ".join(cell).strip()))
                self._row = None
                self._reading.add(BlockKind.TABLE_ROW, row, page=self._reading.pages)

    def characters(self, text: str) -> None:
        if self._in_text and not self._skipping and self._text is not None:
            self._text.append(text)

    def _end_paragraph(self, text: str) -> None:
        page = self._reading.pages
        if self._row is not None and self._row:
            self._row[-1].append(text)
        elif self._placeholder in _NOT_CONTENT:
            return
        elif self._notes:
            self._reading.add(BlockKind.PARAGRAPH, text, page=page)
        elif self._placeholder in _TITLES:
            self._reading.add(BlockKind.HEADING, text, level=1, page=page)
        elif self._placeholder == "subTitle" or not self._placeholder:
            self._reading.add(BlockKind.PARAGRAPH, text, page=page)
        else:
            self._reading.add(BlockKind.LIST_ITEM, text, level=self._level + 1, page=page)
