"""Plain text: paragraphs between blank lines, headings as people type them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from assistant.documents.blocks import BlockKind
from assistant.documents.encodings import decoded
from assistant.documents.formats.whole import whole
from assistant.documents.joining import BULLETS, joined
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
_BULLET_MARK = re.compile(rf"^(?:[{re.escape(BULLETS)}*–—-]|o(?= [A-ZÀ-Þ]))\s+(?=\S)")
_DIGITS = re.compile(r"\d+")
_RUNNING_PAGES = 3
_CENTRED = 12
_MOST_HEADING_WORDS = 8
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
    pages = text.replace("\r\n", "\n").replace("\r", "\n").split("\f")
    numbered = len(pages) > 2
    if numbered:
        pages = _without_running_lines(pages)
    reader = _Parts(reading)
    for number, page in enumerate(pages, 1):
        reading.pages = number if numbered else 0
        parts = [[line.rstrip() for line in part.split("\n") if line.strip()] for part in _BLANK.split(page)]
        parts = [part for part in parts if part]
        for index, part in enumerate(parts):
            reader.read(part, following=parts[index + 1] if index + 1 < len(parts) else [], first=index == 0)
    reader.finish()


def _without_running_lines(pages: list[str]) -> list[str]:
    """Return pages without the lines at their edges that several of them have, but for the numbers in them."""
    lines = [page.split("\n") for page in pages]
    seen = Counter(key for page in lines for key in {_DIGITS.sub("#", page[index]).strip() for index in _edges(page)})
    for page in lines:
        for index in _edges(page):
            if seen[_DIGITS.sub("#", page[index]).strip()] >= _RUNNING_PAGES:
                page[index] = ""
    return ["\n".join(page) for page in lines]


def _edges(page: list[str]) -> list[int]:
    """Return where the first and the last line with text stand."""
    written = [index for index, line in enumerate(page) if line.strip()]
    return [written[0], written[-1]] if written else []


class _Parts:
    """Takes what stands between blank lines, one after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        # The last paragraph, which may go on after the end of the page.
        self._open = ""
        self._page = 0
        self._listed = False

    def finish(self) -> None:
        """End the text."""
        self._reading.add(BlockKind.PARAGRAPH, self._open, page=self._page)
        self._open = ""

    def read(self, lines: list[str], *, following: list[str], first: bool) -> None:
        """Read what stands between two blank lines.

        Args:
            lines: It, none of them blank.
            following: What comes after the next blank line.
            first: Whether it is the first of a page.
        """
        while lines and _RULE.match(lines[0]):
            lines = lines[1:]
        if len(lines) >= 2 and _UNDERLINE.match(lines[1]) and len(lines[0]) < _SHORT:
            self._add(BlockKind.HEADING, lines[0], level=1 if lines[1].strip()[0] in "=*#" else 2)
            lines = lines[2:]
        if not lines:
            return
        listed, self._listed = self._listed, _BULLET.match(lines[-1]) is not None
        numbered = not listed and len(lines) == 1 and _is_numbered(lines[0], following)
        if numbered or (len(lines) == 1 and (is_heading(lines[0]) or _is_centred(lines[0]))):
            self._listed = False
            self._add(BlockKind.HEADING, lines[0], level=_level(lines[0]))
            return
        for number, group in enumerate(_groups([line for line in lines if not _RULE.match(line)])):
            text = joined(group)
            if found := _BULLET_MARK.match(text):
                self._add(BlockKind.LIST_ITEM, text[found.end() :], level=1)
            elif _BULLET.match(text):
                self._add(BlockKind.LIST_ITEM, text, level=1)
            elif first and number == 0 and self._open and text[0].islower() and not self._open.endswith(_SENTENCE_END):
                self._open = joined([self._open, text])
            else:
                self.finish()
                self._open, self._page = text, self._reading.pages

    def _add(self, kind: BlockKind, text: str, *, level: int) -> None:
        self.finish()
        self._reading.add(kind, text, level=level, page=self._reading.pages)


def _is_centred(line: str) -> bool:
    """Tell whether a line that stands alone is a title in the middle of the page."""
    words = line.strip()
    return len(line) - len(words) >= _CENTRED and len(words) < _SHORT // 2 and not words.endswith(_SENTENCE_END)


def _is_numbered(line: str, following: list[str]) -> bool:
    """Tell whether a line that stands alone is a numbered heading with a full stop, and no list of short items."""
    words = line.strip()
    return (
        _NUMBERED_HEADING.match(words) is not None
        and len(words.split()) <= _MOST_HEADING_WORDS
        and bool(following)
        and _NUMBERED_HEADING.match(following[0].strip()) is None
        and len(joined(following)) > _SHORT // 2
    )


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
