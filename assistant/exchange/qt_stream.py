"""Reading what Qt's `QDataStream` wrote (version Qt_6_2), within bounds.

Numbers are big-endian; a text is its length in bytes (32 bits, all ones for a null one) and UTF-16. See
https://doc.qt.io/qt-6/datastreamformat.html.
"""

from __future__ import annotations

import struct

_NULL = 0xFFFF_FFFF


class StreamError(Exception):
    """The stream ends or makes no sense."""


class QtStream:
    """A position in the bytes of a stream."""

    def __init__(self, data: bytes) -> None:
        """Begin at the first byte."""
        self._data = data
        self._at = 0

    @property
    def at(self) -> int:
        """The position; it may be set back."""
        return self._at

    @at.setter
    def at(self, position: int) -> None:
        self._at = position

    def skip(self, count: int) -> None:
        """Pass over bytes.

        Raises:
            StreamError: There are not so many.
        """
        if count < 0 or count > len(self._data) - self._at:
            raise StreamError(f"{count} bytes wanted at {self._at} of {len(self._data)}")
        self._at += count

    def int32(self) -> int:
        """Return a signed number of 32 bits."""
        return int(struct.unpack(">i", self._taken(4))[0])

    def uint32(self) -> int:
        """Return a number of 32 bits."""
        return int(struct.unpack(">I", self._taken(4))[0])

    def int64(self) -> int:
        """Return a signed number of 64 bits."""
        return int(struct.unpack(">q", self._taken(8))[0])

    def boolean(self) -> bool:
        """Return a truth value, one byte.

        Raises:
            StreamError: It is neither 0 nor 1.
        """
        value = self._taken(1)[0]
        if value > 1:
            raise StreamError(f"{value} is no truth value")
        return value == 1

    def text(self) -> str:
        """Return a `QString`; a null one is empty."""
        length = self.uint32()
        if length == _NULL:
            return ""
        if length % 2:
            raise StreamError(f"{length} bytes are no UTF-16")
        return self._taken(length).decode("utf-16-be", "replace")

    def data(self) -> bytes:
        """Return a `QByteArray` (or the address in a `QUrl`)."""
        length = self.uint32()
        return b"" if length == _NULL else self._taken(length)

    def count(self, *, least_bytes: int) -> int:
        """Return how many things follow, written as a `qsizetype`.

        Args:
            least_bytes: Fewest bytes each of them takes: more than there is room for can't be meant.

        Raises:
            StreamError: There can't be so many.
        """
        return self._possible(self.int64(), least_bytes)

    def texts(self) -> list[str]:
        """Return a `QList<QString>`."""
        return [self.text() for _ in range(self._possible(self.uint32(), 4))]

    def _possible(self, count: int, least_bytes: int) -> int:
        if count < 0 or count * least_bytes > len(self._data) - self._at:
            raise StreamError(f"{count} things at {self._at} of {len(self._data)}")
        return count

    def _taken(self, count: int) -> bytes:
        start = self._at
        self.skip(count)
        return self._data[start : self._at]
