"""Plain text: paragraphs between blank lines, headings as people type them."""

from __future__ import annotations

import re
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.formats.whole import whole
from assistant.documents.reading import Reading

_UNDERLINE = re.compile(r"^\s*([=\-~*#_+^\"'])\1{2,}\s*$")
_RULE = re.compile(r"^\s*([=\-~*#_.+ ]){5,}\s*$")
_BULLET = re.compile(r"^\s*(?:[-*•‣◦–—·o]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S")
_NUMBERED_HEADING = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVXLC]{1,6}\.|[A-Z]\.)\s+\S")
_CHAPTER = re.compile(
    r"^(?:chapter|part|section|appendix|article|kapitel|teil|abschnitt|anhang|chapitre|partie|capítulo|parte)\b.{0,80}$",
    re.I,
)
_NOT_IN_HEADINGS = re.compile(r"[0-9_=<>{}\[\]|\\;*+#@/]")
_BLANK = re.compile(r"\n[ \t\f\v]*\n")
_SENTENCE_END = (".", "!", "?", ":", ";", ",", "。", "！", "？", "…", "।", "؟")
_SHORT = 80
_HARD_WRAPPED = 0.7


def read(path: Path, reading: Reading) -> None:
    """Read a text file.

    Raises:
        BadDocumentError: It is no text.
    """
    read_text(decoded(whole(path)), reading)


def read_text(text: str, reading: Reading) -> None:
    """Read text of any origin, pasted for example."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    pages = text.split("\f")
    numbered = len(pages) > 2
    for number, page in enumerate(pages, 1):
        reading.pages = number if numbered else 0
        for part in _BLANK.split(page):
            _read_part([line.rstrip() for line in part.split("\n") if line.strip()], reading)


def _read_part(lines: list[str], reading: Reading) -> None:
    """Read what stands between two blank lines."""
    page = reading.pages
    while lines and _RULE.match(lines[0]):
        lines = lines[1:]
    if len(lines) >= 2 and _UNDERLINE.match(lines[1]) and len(lines[0]) < _SHORT:
        level = 1 if lines[1].strip()[0] in "=*#" else 2
        reading.add(BlockKind.HEADING, lines[0], level=level, page=page)
        lines = lines[2:]
    if not lines:
        return
    if len(lines) == 1 and is_heading(lines[0]):
        reading.add(BlockKind.HEADING, lines[0], level=_level(lines[0]), page=page)
        return
    for group in _groups([line for line in lines if not _RULE.match(line)]):
        kind = BlockKind.LIST_ITEM if _BULLET.match(group[0]) else BlockKind.PARAGRAPH
        reading.add(kind, " ".join(group), level=int(kind is BlockKind.LIST_ITEM), page=page)


def is_heading(line: str) -> bool:
    """Tell whether a line that stands alone is a heading."""
    words = line.strip()
    if not words or len(words) > _SHORT or words.endswith(_SENTENCE_END) or not any(map(str.isalpha, words)):
        return False
    return _NUMBERED_HEADING.match(words) is not None or is_shouted(words)


def is_shouted(line: str) -> bool:
    """Tell whether a line is a heading by its words alone: "CHAPTER ONE", "Part 2"."""
    words = line.strip()
    if len(words) > _SHORT or words.endswith(_SENTENCE_END):
        return False
    if _CHAPTER.match(words):
        return True
    letters = [letter for letter in words if letter.lower() != letter.upper()]
    return len(letters) > 5 and all(map(str.isupper, letters)) and _NOT_IN_HEADINGS.search(words) is None


def _level(line: str) -> int:
    number = line.strip().split(maxsplit=1)[0].rstrip(".")
    return number.count(".") + 1 if number.replace(".", "").isdecimal() else 1


def _groups(lines: list[str]) -> list[list[str]]:
    """Return the lines of each paragraph: list items apart, hard-wrapped lines together, single ones by themselves."""
    groups: list[list[str]] = []
    wrapped = _is_wrapped(lines)
    for line in lines:
        if not groups or _BULLET.match(line) or not (wrapped or (line[0].isspace() and _BULLET.match(groups[-1][0]))):
            groups.append([line.strip()])
        else:
            groups[-1].append(line.strip())
    return groups


def _is_wrapped(lines: list[str]) -> bool:
    """Tell whether lines were broken by an editor: all but the last of a paragraph are about equally long."""
    if len(lines) < 2:
        return False
    longest = max(map(len, lines))
    if longest > 200:
        return False
    full = sum(len(line) > longest * _HARD_WRAPPED for line in lines[:-1])
    return longest >= 30 and full * 2 >= len(lines) - 1
