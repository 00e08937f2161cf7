"""Lines that were broken to fit a width, as running text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

BULLETS = "•‣⁃◦▪▫●○■□◆◇►▶➢➤✓✔·\uf0b7\uf0a7\uf0d8\uf076\uf0fc"
"""Marks of list items, with those that Word takes from its symbol fonts."""

_BROKEN_WORD = re.compile(r"([^\W\d_]+)-?$")
_WORD_START = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_NO_SPACES = (
    (0x2E80, 0x312F),  # radicals, punctuation and kana
    (0x3190, 0xA4CF),  # characters of Chinese, Yi
    (0xF900, 0xFAFF),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
    (0x20000, 0x3FFFF),
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1780, 0x17FF),  # Khmer
    (0x1000, 0x109F),  # Myanmar
)


def written_without_spaces(character: str) -> bool:
    """Tell whether a character is of a script that has no spaces between words."""
    code = ord(character)
    return code >= 0x0E00 and any(first <= code <= last for first, last in _NO_SPACES)


def joined(lines: Iterable[str]) -> str:
    """Return lines as one, with spaces where the script has them."""
    text: list[str] = []
    for line in lines:
        if text and line and not (written_without_spaces(text[-1][-1]) and written_without_spaces(line[0])):
            text.append(" ")
        if line:
            text.append(line)
    return "".join(text)


class Hyphens:
    """Decides which hyphens at the ends of lines belong to the word.

    A document usually has the same word elsewhere within a line: "well-known" keeps its hyphen when it stands there
    with one, "compu-ter" loses it when "computer" does. Without such a witness the hyphen goes, unless both halves
    are words of their own there.
    """

    def __init__(self, lines: Sequence[tuple[str, bool]]) -> None:
        """Look at a document.

        Args:
            lines: Each without its hyphen, and whether it ended with one.
        """
        pairs = [
            (found.group(1), following.group())
            for (line, hyphen), (next_line, _) in pairwise(lines)
            if hyphen and (found := _BROKEN_WORD.search(line)) and (following := _WORD_START.match(next_line))
        ]
        wanted = {form for pair in pairs for form in _forms(*pair)}
        self._known: set[str] = set()
        if not wanted:
            return
        for number, (line, hyphen) in enumerate(lines):
            words = _COMPOUND.findall(line.casefold())
            # Halves are no witnesses.
            if hyphen and words:
                words.pop()
            if words and number and lines[number - 1][1]:
                words.pop(0)
            self._known.update(wanted.intersection(words))

    def kept(self, before: str, after: str) -> bool:
        """Tell whether the hyphen between two lines stays.

        Args:
            before: The line that ends with it, without it.
            after: The line that follows.
        """
        left, right = _BROKEN_WORD.search(before), _WORD_START.match(after)
        if left is None or right is None:
            return True
        if right.group()[0].isupper():
            return True
        compound, whole, first, last = _forms(left.group(1), right.group())
        if compound in self._known or whole in self._known:
            return compound in self._known and whole not in self._known
        return first in self._known and last in self._known


def _forms(left: str, right: str) -> tuple[str, str, str, str]:
    left, right = left.casefold(), right.casefold()
    return f"{left}-{right}", left + right, left, right
