"""Markdown: blocks by their marks, inline marks taken off."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.formats.whole import whole
from assistant.documents.joining import joined
from assistant.documents.reading import Reading

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_ATX = re.compile(r"^ {0,3}(#{1,6})(?:\s+(.*?))?(?:\s+#+)?\s*$")
_SETEXT = re.compile(r"^ {0,3}(=+|-+)\s*$")
_ITEM = re.compile(r"^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$")
_RULE = re.compile(r"^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_TABLE_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_QUOTE = re.compile(r"^ {0,3}>\s?")
_DEFINITION = re.compile(r"^ {0,3}\[[^\]^][^\]]*\]:\s+\S+")
_IMAGE = re.compile(r"!\[([^\]\n]{0,500})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\]\n]{1,1000})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\])")
_CODE = re.compile(r"(`+)([^`\n]{1,2000})\1")
_STRONG = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1(?!\w)|~~([^~\n]{1,2000})~~")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|kbd|li|ol|p|"
    r"picture|pre|q|s|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|video)\b"
    r"[^<>\n]{0,500}>|<!--.{0,5000}?-->",
    re.I | re.S,
)
_ADDRESS = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{1,2000}|[^\s<>@]{1,200}@[^\s<>@]{1,200})>")
_FRONT = re.compile(r"\A---\n(.{0,10000}?)\n(?:---|\.\.\.)\n", re.S)
_FRONT_TITLE = re.compile(r"^title:\s*[\"']?(.+?)[\"']?\s*$", re.M | re.I)


def read(path: Path, reading: Reading) -> None:
    """Read a Markdown file.

    Raises:
        BadDocumentError: It is no text.
    """
    read_markdown(decoded(whole(path)), reading)


def read_markdown(text: str, reading: Reading) -> None:
    """Read Markdown of any origin."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if front := _FRONT.match(text):
        if title := _FRONT_TITLE.search(front.group(1)):
            reading.title = title.group(1)
        text = text[front.end() :]
    _Lines(reading).run(text.split("\n"))


def without_marks(text: str) -> str:
    """Return a line without the marks of bold, links, code and tags."""
    text = _ADDRESS.sub(r"\1", text)
    text = _IMAGE.sub(r"\1", text)
    text = _LINK.sub(r"\1", text)
    text = _CODE.sub(r"\2", text)
    text = _STRONG.sub(lambda found: found.group(2) or found.group(3) or "", text)
    return re.sub(r"\\([\\`*_{}\[\]()#+\-.!|>~])", r"\1", _TAG.sub("", text))


class _Lines:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text: list[str] = []
        self._kind = BlockKind.PARAGRAPH
        self._level = 0
        self._table = False

    def run(self, lines: list[str]) -> None:
        fence = ""
        code: list[str] = []
        for number, line in enumerate(lines):
            if fence:
                found = _FENCE.match(line)
                if found and found.group(1).startswith(fence):
                    fence = ""
                    self._reading.add(BlockKind.CODE, "\n".join(code))
                    code = []
                else:
                    code.append(line)
            elif found := _FENCE.match(line):
                self._flush()
                fence = found.group(1)
            else:
                self._line(line, lines[number + 1] if number + 1 < len(lines) else "")
        self._reading.add(BlockKind.CODE, "\n".join(code))
        self._flush()

    def _line(self, line: str, following: str) -> None:
        line = _QUOTE.sub("", line)
        if not line.strip():
            self._flush()
            self._table = False
        elif found := _ATX.match(line):
            self._flush()
            self._add(BlockKind.HEADING, found.group(2) or "", len(found.group(1)))
        elif self._text and self._kind is BlockKind.PARAGRAPH and (found := _SETEXT.match(line)):
            text = joined(self._text)
            self._text.clear()
            self._add(BlockKind.HEADING, text, 1 if found.group(1)[0] == "=" else 2)
        elif _RULE.match(line) or _DEFINITION.match(line):
            self._flush()
        elif "|" in line and (self._table or _TABLE_RULE.match(following)):
            self._flush()
            self._table = True
            if not _TABLE_RULE.match(line):
                cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
                self._add(BlockKind.TABLE_ROW, " | ".join(cell for cell in cells if cell), 0)
        elif found := _ITEM.match(line):
            self._flush()
            self._kind, self._level = BlockKind.LIST_ITEM, len(found.group(1).expandtabs(4)) // 2 + 1
            self._text.append(found.group(2))
        elif line.startswith(("    ", "\t")) and (not self._text or self._kind is BlockKind.CODE):
            self._kind = BlockKind.CODE
            self._text.append(line.expandtabs(4)[4:])
        else:
            if self._kind is BlockKind.CODE:
                self._flush()
            self._text.append(line.strip())

    def _flush(self) -> None:
        if self._text:
            code = self._kind is BlockKind.CODE
            self._add(self._kind, "\n".join(self._text) if code else joined(self._text), self._level)
            self._text.clear()
        self._kind, self._level = BlockKind.PARAGRAPH, 0

    def _add(self, kind: BlockKind, text: str, level: int) -> None:
        text = text if kind is BlockKind.CODE else without_marks(text)
        if kind is BlockKind.HEADING and level == 1 and not self._reading.title:
            self._reading.title = text
        self._reading.add(kind, text, level=level)
