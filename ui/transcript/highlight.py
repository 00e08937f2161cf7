"""Colours of code, found by Pygments on a thread of its own: importing it alone takes 50 ms."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QTextCharFormat

if TYPE_CHECKING:
    from pygments.token import _TokenType

MAX_CHARACTERS = 40_000
"""Longer code is shown in one colour."""
PAUSE_MS = 60
"""Code is coloured once scrolling has paused for so long: what only passes by costs nothing."""
MAX_LINE = 2_000
"""Code with a longer line is shown in one colour: a lexer's patterns may take the square of a line's length."""


class Ink(Enum):
    """A kind of token that has its own colour: (light, dark)."""

    COMMENT = ("#6A6D71", "#9DA1A7")
    KEYWORD = ("#7A3E9D", "#C9A3E8")
    STRING = ("#2F6B2F", "#A5CF8B")
    NUMBER = ("#955800", "#E5B567")
    NAME = ("#1B5E9B", "#8ABEF0")


Line = list[tuple[int, int, Ink]]
"""(start, length, ink) of the coloured tokens of a line, in UTF-16 units as Qt counts."""


class Highlighter(QObject):
    """Finds the colours of code without holding up the window."""

    _found = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin without a thread; the first request starts it."""
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._numbers = itertools.count()
        self._waiting: dict[int, Callable[[list[Line]], None]] = {}
        self._asked: list[tuple[str, str, Callable[[list[Line]], None], Callable[[], bool]]] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._submit)
        self._found.connect(self._deliver)

    def request(
        self,
        code: str,
        language: str,
        deliver: Callable[[list[Line]], None],
        *,
        wanted: Callable[[], bool],
    ) -> None:
        """Ask for the colours of `code`.

        Args:
            code: The text of one block.
            language: As written behind the fence.
            deliver: Called later on this thread with the lines, if there is anything to colour.
            wanted: Whether the block is still shown; asked before the work begins.
        """
        if language and can_highlight(code):
            self._asked.append((code, language, deliver, wanted))
            self._pause.start(PAUSE_MS)

    def _submit(self) -> None:
        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="highlight")
        for code, language, deliver, wanted in self._asked:
            if wanted():
                number = next(self._numbers)
                self._waiting[number] = deliver
                self._executor.submit(self._work, number, code, language)
        self._asked.clear()

    def _work(self, number: int, code: str, language: str) -> None:
        lines = colored_lines(code, language)
        try:
            self._found.emit(number, lines)
        except RuntimeError:
            return  # The window was closed meanwhile.

    def _deliver(self, number: int, lines: list[Line]) -> None:
        deliver = self._waiting.pop(number)
        if lines:
            deliver(lines)


def can_highlight(code: str) -> bool:
    """Whether code is small enough."""
    return len(code) <= MAX_CHARACTERS and all(len(line) <= MAX_LINE for line in code.split("\n"))


def colored_lines(code: str, language: str) -> list[Line]:
    """Return the coloured tokens of each line; an empty list for a language that is not known."""
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        lexer = get_lexer_by_name(language.split(maxsplit=1)[0].strip("{}.,").lower(), stripnl=False, ensurenl=False)
    except (ClassNotFound, IndexError):
        return []
    lines: list[Line] = [[]]
    column = 0
    for ink, value in _inked(lexer.get_tokens(code)):
        for number, part in enumerate(value.split("\n")):
            if number:
                lines.append([])
                column = 0
            width = len(part) if part.isascii() else len(part.encode("utf-16-le", "surrogatepass")) // 2
            if ink is not None and width:
                lines[-1].append((column, width, ink))
            column += width
    return lines


def _inked(tokens: Iterable[tuple[_TokenType, str]]) -> Iterator[tuple[Ink | None, str]]:
    from pygments.token import Comment, Keyword, Name, Number, Operator, String, Token

    inks: dict[object, Ink | None] = {
        Token: None,
        Comment: Ink.COMMENT,
        Keyword: Ink.KEYWORD,
        Operator.Word: Ink.KEYWORD,
        Name.Tag: Ink.KEYWORD,
        String: Ink.STRING,
        Number: Ink.NUMBER,
        Name.Function: Ink.NAME,
        Name.Class: Ink.NAME,
        Name.Builtin: Ink.NAME,
        Name.Decorator: Ink.NAME,
        Name.Attribute: Ink.NAME,
        Name.Namespace: Ink.NAME,
    }
    for number, (token, value) in enumerate(tokens):
        if number % 32 == 0:
            time.sleep(0)  # Lets the window's thread have the interpreter at once, not after 5 ms.
        if token not in inks:
            inks[token] = next(inks[kind] for kind in reversed(token.split()) if kind in inks)
        yield inks[token], value


def formats(*, dark: bool) -> dict[Ink, QTextCharFormat]:
    """Return the text format of each ink."""
    result = {}
    for ink in Ink:
        char_format = QTextCharFormat()
        char_format.setForeground(QBrush(QColor(ink.value[1 if dark else 0])))
        result[ink] = char_format
    return result
