"""Taking a JSON file of any size apart into pieces that fit into memory, also one that is damaged or cut off.

Only brackets and strings are looked at here; whether a piece is valid shows when it is decoded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

import msgspec

LARGEST_PIECE = 256_000_000
"""Longest piece that is decoded, in bytes; no conversation comes near."""

MOST_VALUES = 8_000_000
"""Values in a piece that is decoded: in memory the smallest ones take thirty times the room they have in the file."""

_CHUNK = 1 << 20
_STRING = rb'"(?:[^"\\]++|\\.)*+"'
# Possessive: a string that does not end can't make the search go back.
_INSIDE = re.compile(rb'[^"{}\[\]]*+(?:' + _STRING + rb'[^"{}\[\]]*+)*+', re.DOTALL)
_WHOLE_STRING = re.compile(_STRING, re.DOTALL)
_SPACE = re.compile(rb"[\s,]*+")
_COLON = re.compile(rb"\s*+:")
_SCALAR = re.compile(rb'[^\s,:"{}\[\]]++')
_OPEN, _CLOSE, _QUOTE = b"{[", b"}]", b'"'


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a JSON file.

    Attributes:
        key: The member of the outermost object it belongs to; `None` for an element of an outermost array.
        data: Its JSON; `None` when it is too large, or the file ends or makes no sense there.
        in_array: Whether it is one element of that member, an array.
        end: Bytes of the file up to its end.
    """

    key: str | None
    data: bytes | None
    in_array: bool = True
    end: int = 0


class UnreadableError(Exception):
    """A piece that is not valid JSON."""


def most_values(data: bytes) -> int:
    """Return how many values a piece of JSON has at most: each but the first comes after one of these."""
    return 1 + sum(data.count(mark) for mark in (b",", b"[", b"{", b":"))


def decoded(data: bytes) -> Any:
    """Return what a piece of JSON says.

    Raises:
        UnreadableError: It is no JSON, nested too deeply, or would need far more memory than conversations do.
    """
    if most_values(data) > MOST_VALUES:
        raise UnreadableError("too many values")
    try:
        return msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        # Half a surrogate pair, a number beyond a float or a raw control character: others write such files.
        return _decoded_leniently(data)
    except RecursionError as error:
        raise UnreadableError(str(error)) from error


def _decoded_leniently(data: bytes) -> Any:
    try:
        return json.loads(data.decode(errors="replace"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(str(error)) from error


def pieces(file: BinaryIO, *, largest: int = LARGEST_PIECE) -> Iterator[Piece]:
    """Return the elements of an outermost array, or the members of an outermost object.

    A member that is an array comes as one piece for each of its elements. What follows a place that makes no sense is
    left; one last piece without data says so.

    Args:
        file: The file, at its beginning.
        largest: Longest piece wanted, in bytes.

    Raises:
        OSError: The file can't be read.
    """
    scanner = _Scanner(file, largest)
    if scanner.peek(3) == b"\xef\xbb\xbf":
        scanner.at += 3
    opening = scanner.next_byte()
    if opening == b"[":
        scanner.at += 1
        yield from _elements(scanner, None)
    elif opening == b"{":
        scanner.at += 1
        yield from _members(scanner)
    else:
        yield Piece(None, None, end=scanner.position)


def _elements(scanner: _Scanner, key: str | None) -> Iterator[Piece]:
    while not scanner.lost:
        byte = scanner.next_byte()
        if byte == b"]":
            scanner.at += 1
            return
        yield Piece(key, scanner.value(byte), end=scanner.position)


def _members(scanner: _Scanner) -> Iterator[Piece]:
    while not scanner.lost:
        byte = scanner.next_byte()
        if byte == b"}":
            return
        name = scanner.value(byte) if byte == _QUOTE else None
        if name is None or not scanner.skip_colon():
            yield Piece(None, None, end=scanner.position)
            return
        try:
            key = str(decoded(name))
        except UnreadableError:
            key = ""
        byte = scanner.next_byte()
        if byte == b"[":
            scanner.at += 1
            yield from _elements(scanner, key)
        else:
            yield Piece(key, scanner.value(byte), in_array=False, end=scanner.position)


class _Scanner:
    """A window on the file that moves forward and grows to hold one piece.

    Attributes:
        at: The next byte in the window.
        lost: Whether the rest of the file can't be understood.
    """

    def __init__(self, file: BinaryIO, largest: int) -> None:
        self._file = file
        self._largest = largest
        self._window = b""
        self._read = 0
        self._ended = False
        self.at = 0
        self.lost = False

    @property
    def position(self) -> int:
        """How many bytes of the file lie before `at`."""
        return self._read - len(self._window) + self.at

    def peek(self, count: int) -> bytes:
        while len(self._window) - self.at < count and self._more(self.at):
            pass
        return self._window[self.at : self.at + count]

    def next_byte(self) -> bytes:
        """Skip spaces and commas and return the byte after them without taking it; empty at the end."""
        while True:
            self.at = self._matched_end(_SPACE, self.at)
            if self.at < len(self._window) or not self._more(self.at):
                return self._window[self.at : self.at + 1]

    def skip_colon(self) -> bool:
        while (found := _COLON.match(self._window, self.at)) is None:
            if self._window[self.at :].strip() or not self._more(self.at):
                self.lost = True
                return False
        self.at = found.end()
        return True

    def value(self, first: bytes) -> bytes | None:
        """Take the value that begins here; `None` when it is too large or not whole."""
        if first and first in _OPEN:
            return self._container()
        pattern = _WHOLE_STRING if first == _QUOTE else _SCALAR
        while True:
            found = pattern.match(self._window, self.at)
            # A number may go on behind the window.
            if found is not None and (first == _QUOTE or found.end() < len(self._window) or self._ended):
                self.at = found.end()
                return found.group()
            if (found is None and first != _QUOTE) or self._too_large() or not self._more(self.at):
                self.lost = True
                return None

    def _container(self) -> bytes | None:
        start, at, depth, kept = self.at, self.at + 1, 1, True
        while depth:
            at = self._matched_end(_INSIDE, at)
            byte = self._window[at : at + 1]
            if byte and byte in _OPEN:
                depth, at = depth + 1, at + 1
            elif byte and byte in _CLOSE:
                depth, at = depth - 1, at + 1
            else:
                # The window ends here, between two brackets or within a string.
                if len(self._window) - start > self._largest:
                    kept, start = False, at
                dropped = min(start, at)
                if self._too_large(at) or not self._more(dropped):
                    self.lost = True
                    return None
                at, start = at - dropped, start - dropped
            if not kept:
                start = at
        data = self._window[start:at] if kept and at - start <= self._largest else None
        self.at = at
        return data

    def _matched_end(self, pattern: re.Pattern[bytes], at: int) -> int:
        found = pattern.match(self._window, at)
        return at if found is None else found.end()

    def _too_large(self, start: int | None = None) -> bool:
        return len(self._window) - (self.at if start is None else start) > self._largest

    def _more(self, keep_from: int) -> bool:
        """Read on, dropping what lies before `keep_from`; the window then begins there."""
        if self._ended:
            return False
        # Reading as much again as there is: a long string is looked at twice, not once for each chunk.
        chunk = self._file.read(max(_CHUNK, len(self._window) - keep_from))
        self._ended = not chunk
        self._read += len(chunk)
        self._window = self._window[keep_from:] + chunk
        self.at = max(0, self.at - keep_from)
        return bool(chunk)
