"""Cuts Markdown into chunks that can be rendered one by one, while it is still arriving.

A chunk ends at a blank line outside a fence (not between items of one list, not before an indented continuation), or
at a size limit. What has been cut never changes when more text arrives: only whole lines decide, whatever the
pieces the text comes in, so an answer rendered while it streams equals the same answer rendered at once.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass, replace
from enum import Enum

from ui.transcript.display_text import MAX_LINE, cut_at

SOFT_LIMIT = 3_000
"""Size from which on a list is cut between its items. A size counts characters and, per line, `_LINE_COST`."""
HARD_LIMIT = 6_000
"""Size from which on a chunk is cut at any line."""
_LINE_COST = 16
MAX_TABLE_ROWS = 40
"""Rows of a table laid out as one; the rest follows as another with the same head."""
MAX_TABLE_COLUMNS = 16
"""Wider tables are shown as they were written."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^\n]*)$")
_INNER_FENCE = re.compile(r"\s*(?:[-*+]\s+|\d{1,9}[.)]\s+)*(`{3,}|~{3,})([^\n]*)$")
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d{1,9}[.)])(?:\s|$)")
_DELIMITER = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")

# The beginning of a mark that would be read as something else until its line is complete: "Fruits:\n-" is a heading.
_BEGUN_MARK = re.compile(r"[ \t>]*(?:-{1,2}|={1,2}|`{1,2}|~{1,2}|\*{1,2}|\+|#{1,6}|\d{1,9}[.)])?[ \t]*$")


class ChunkKind(Enum):
    """What a chunk is."""

    MARKDOWN = "markdown"
    CODE = "code"
    PLAIN = "plain"
    """A piece of a line too long to be read as Markdown."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """A part of a message that is rendered by itself.

    Attributes:
        kind: How to read the source.
        source: Markdown, or the code without its fence, or plain text. Without the last line end.
        language: Of a fence, as written behind it.
        continues: Whether it goes on with the code block or line of the chunk before.
        joined: Whether its first line goes on with the last line of the chunk before.
    """

    kind: ChunkKind
    source: str
    language: str = ""
    continues: bool = False
    joined: bool = False


class Scanner:
    """Takes text in pieces, gives chunks as soon as they can't change any more."""

    def __init__(self) -> None:
        """Begin with an empty text."""
        self._partial = ""
        self._in_long_line = False
        self._lines: list[str] = []
        self._size = 0
        self._blank = False
        self._in_list = False
        self._fence: tuple[str, int] | None = None
        self._inner_fence: tuple[str, int] | None = None
        self._language = ""
        self._code_continues = False
        self._code_joined = False
        self._table: tuple[str, str] | None = None
        self._rows = 0
        self._wide = False
        self._done: list[Chunk] = []

    def feed(self, text: str) -> list[Chunk]:
        """Take more text and return the chunks that are finished by it."""
        self._partial += text
        start = 0
        while True:
            newline = self._partial.find("\n", start, start + MAX_LINE + 1)
            if newline >= 0:
                self._line(self._partial[start:newline], ended=True)
                start = newline + 1
            elif len(self._partial) - start > MAX_LINE:
                end = start + cut_at(self._partial[start : start + MAX_LINE + 1])
                self._line(self._partial[start:end], ended=False)
                start = end
            else:
                break
        self._partial = self._partial[start:]
        return self._take()

    def rest(self) -> list[Chunk]:
        """Return what is not finished yet as chunks, as it looks best while more is coming. Changes nothing."""
        twin = copy.copy(self)
        twin._lines = list(self._lines)
        twin._done = []
        if not self._fence and _BEGUN_MARK.match(self._partial):
            twin._partial = ""
        result = twin.close()
        if result and result[-1].kind is ChunkKind.MARKDOWN and not self._inner_fence:
            result[-1] = replace(result[-1], source=_emphasis_closed(result[-1].source))
        return result

    def close(self) -> list[Chunk]:
        """End the text and return the last chunks."""
        if self._partial or self._in_long_line:
            self._line(self._partial, ended=True)
            self._partial = ""
        self._emit()
        return self._take()

    def _take(self) -> list[Chunk]:
        done, self._done = self._done, []
        return done

    def _line(self, line: str, *, ended: bool) -> None:
        if self._fence:
            self._code_line(line, ended=ended)
        elif self._in_long_line or not ended:
            self._long_line(line, ended=ended)
        else:
            self._text_line(line)

    def _long_line(self, piece: str, *, ended: bool) -> None:
        if not self._in_long_line:
            self._emit()
        if piece:
            joined = self._in_long_line
            self._done.append(Chunk(ChunkKind.PLAIN, piece, continues=joined, joined=joined))
        self._in_long_line = not ended

    def _code_line(self, line: str, *, ended: bool) -> None:
        if ended and not self._in_long_line and self._fence and _closes(line, self._fence):
            self._emit()
            self._fence = None
            return
        if self._size > HARD_LIMIT or self._in_long_line:
            self._emit_code()
            self._code_joined = self._in_long_line
        self._in_long_line = not ended
        self._add(line)

    def _text_line(self, line: str) -> None:
        if self._inner_fence:
            if _closes(line.lstrip(" \t>"), self._inner_fence):
                self._inner_fence = None
            elif line.strip() and not line[0].isspace():
                self._inner_fence = None  # An unindented line ends the item and the fence in it.
            elif self._size > HARD_LIMIT:
                self._emit()
                self._fence, self._inner_fence = self._inner_fence, None
                self._code_line(line, ended=True)
                return
            if self._inner_fence or not line.strip() or line[0].isspace():
                self._add(line)
                return
        if not line.strip():
            if self._lines:
                self._add(line)
                self._blank = True
                self._table = None
            return
        indent = len(line) - len(line.lstrip(" \t"))
        is_item = bool(_ITEM.match(line))
        self._cut_before(line, indent=indent, is_item=is_item)
        self._blank = False
        if self._opens_fence(line, indent):
            return
        self._in_list = self._in_list or is_item
        self._see_table(line)
        self._add(line)

    def _cut_before(self, line: str, *, indent: int, is_item: bool) -> None:
        if not self._lines:
            return
        if self._blank:
            if self._in_list:
                if (indent < 2 and not is_item) or (is_item and indent == 0 and self._size > SOFT_LIMIT):
                    self._emit()
            elif indent < 4 and not line.startswith("\t"):
                self._emit()
        elif self._table and self._rows >= MAX_TABLE_ROWS and "|" in line:
            head = self._table
            self._emit()
            for head_line in head:
                self._add(head_line)
            self._table = head
        elif (is_item and indent == 0 and self._size > SOFT_LIMIT) or self._size > HARD_LIMIT:
            self._emit()
        # Even a single list item or run of indented code must end somewhere.
        if self._size > 2 * HARD_LIMIT:
            self._emit()

    def _opens_fence(self, line: str, indent: int) -> bool:
        in_item = self._in_list and (indent >= 2 or line.startswith("\t"))
        match = _INNER_FENCE.match(line) if in_item or _ITEM.match(line) else _FENCE.match(line)
        if not match or (match[1][0] == "`" and "`" in match[2]):
            return False
        fence = (match[1][0], len(match[1]))
        if in_item or _ITEM.match(line):
            self._inner_fence = fence
            self._language = match[2].strip()
            self._in_list = True
            self._add(line)
            return True
        self._emit()
        self._fence = fence
        self._language = match[2].strip()
        return True

    def _see_table(self, line: str) -> None:
        if self._table:
            self._rows += 1
            if "|" not in line:
                self._table = None
        elif self._lines and "|" in self._lines[-1] and "-" in line and _DELIMITER.match(line):
            self._table = (self._lines[-1], line)
            self._rows = 0
            self._wide = self._wide or line.count("|") > MAX_TABLE_COLUMNS

    def _add(self, line: str) -> None:
        self._lines.append(line)
        self._size += len(line) + _LINE_COST

    def _emit_code(self) -> None:
        if self._lines or not self._code_continues:
            source = "\n".join(self._lines)
            self._done.append(
                Chunk(
                    ChunkKind.CODE,
                    source,
                    self._language,
                    continues=self._code_continues,
                    joined=self._code_joined,
                )
            )
        self._code_continues = True
        self._code_joined = False
        self._lines = []
        self._size = 0

    def _emit(self) -> None:
        if self._fence:
            self._emit_code()
        elif any(self._lines):
            source = "\n".join(self._lines).rstrip("\n")
            kind = ChunkKind.CODE if self._wide else ChunkKind.MARKDOWN
            self._done.append(Chunk(kind, source))
        self._lines = []
        self._size = 0
        self._blank = False
        self._in_list = False
        self._code_continues = False
        self._table = None
        self._rows = 0
        self._wide = False


def chunks(text: str) -> list[Chunk]:
    """Cut a whole text."""
    scanner = Scanner()
    return [*scanner.feed(text), *scanner.close()]


def extends_code(before: list[Chunk], after: list[Chunk]) -> bool:
    """Whether a growing end is one block of code that has only become longer."""
    return (
        len(before) == len(after) == 1
        and before[0].kind is after[0].kind is ChunkKind.CODE
        and (before[0].language, before[0].continues, before[0].joined)
        == (after[0].language, after[0].continues, after[0].joined)
        and after[0].source.startswith(before[0].source)
    )


def _closes(line: str, fence: tuple[str, int]) -> bool:
    stripped = line.strip()
    return len(line) - len(line.lstrip(" ")) < 4 and len(stripped) >= fence[1] and set(stripped) == {fence[0]}


def _emphasis_closed(source: str) -> str:
    """Close what is open in the last line: while "**bold" arrives its stars would be shown and then vanish."""
    line = source[source.rfind("\n") + 1 :]
    body = line.rstrip()
    if body.count("`") % 2:
        return source.rstrip() + "`" if not body.endswith("`") else source
    if body.count("**") % 2:
        return source.rstrip() + "**" if not body.endswith("*") else source.rstrip()[:-2]
    return source
