"""What a document's fonts say: which size its text has, and which sizes are headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from assistant.documents.pdf.lines import Line

_LARGER = 1.12
"""Of the text's size: from here on it is a heading's."""

_ALIKE = 1.06
_MOST_LEVELS = 6
_LONGEST = 200
_LONGEST_BOLD = 120
_MOST_WORDS_OF_SENTENCE = 12
_LABEL = re.compile(r"^[\W\d_]*(?:[ivxlc]+\.\s)?", re.I)


class Styles:
    """The sizes of a document.

    Attributes:
        body: Size of its text, in points.
        fixed_tells: Whether letters of equal width mean program text: not in a document that has no others.
    """

    def __init__(self, lines: Iterable[Line], outline: Mapping[str, int]) -> None:
        """Look at a document.

        Args:
            lines: All of it.
            outline: Its bookmarks: `title_key` to depth from 1.
        """
        sizes: Counter[float] = Counter()
        bold = fixed = characters = 0
        for line in lines:
            sizes[round(2 * line.size) / 2] += len(line.text)
            bold += len(line.text) * line.bold
            fixed += len(line.text) * line.fixed
            characters += len(line.text)
        self.body = max(sizes, key=lambda size: (sizes[size], -size), default=10.0)
        self.fixed_tells = fixed * 2 < characters
        self._bold_tells = bold * 2 < characters
        self._outline = outline
        self._levels: list[float] = []
        for size in sorted((size for size in sizes if size >= _LARGER * self.body), reverse=True):
            if not self._levels or self._levels[-1] > size * _ALIKE:
                self._levels.append(size)

    def level(self, text: str, *, size: float, bold: bool, lines: int) -> int:
        """Return which level of heading a text is; 0 when it is none.

        Args:
            text: What stands together.
            size: Of its font.
            bold: Whether all of it is.
            lines: How many lines it has.
        """
        if len(text) > _LONGEST or not any(map(str.isalpha, text)):
            return 0
        if depth := self._outline.get(title_key(text), 0):
            return min(depth, _MOST_LEVELS)
        if size >= _LARGER * self.body:
            if text.endswith((".", ",", ";")) and len(text.split()) > _MOST_WORDS_OF_SENTENCE:
                return 0
            smaller = sum(level > size * _ALIKE for level in self._levels)
            return min(smaller + 1, _MOST_LEVELS)
        if bold and self._bold_tells and size > self.body * 0.95 and lines <= 2 and len(text) <= _LONGEST_BOLD:
            return 0 if text.endswith((".", ",", ";", ":")) else min(len(self._levels) + 1, _MOST_LEVELS)
        return 0


def title_key(title: str) -> str:
    """Return a title without its number, spaces and case, to find it again."""
    return "".join(_LABEL.sub("", title).casefold().split())
