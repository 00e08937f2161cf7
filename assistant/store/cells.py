"""Rows out of single pages of a SQLite file: https://www.sqlite.org/fileformat2.html#b_tree_pages."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.store.database import Value, stored
from assistant.store.pages import Pages

INDEX_INTERIOR, TABLE_INTERIOR, INDEX_LEAF, TABLE_LEAF = 2, 5, 10, 13
"""The first byte of a b-tree page."""

_HEADER_BYTES = {INDEX_INTERIOR: 12, TABLE_INTERIOR: 12, INDEX_LEAF: 8, TABLE_LEAF: 8}
_FILE_HEADER_BYTES = 100
_INTEGER_BYTES = (0, 1, 2, 3, 4, 6, 8)
_ZERO, _FIRST_BLOB = 8, 12
_MOST_COLUMNS = 100


@dataclass(frozen=True, slots=True)
class Row:
    """What one cell holds.

    Attributes:
        rowid: The row's id; 0 in a tree without them.
        values: The columns; a damaged character of a text is U+FFFD.
        whole: Whether nothing is missing; else the last text is cut off or columns are missing at the end.
    """

    rowid: int
    values: list[Value]
    whole: bool


def start_of(number: int) -> int:
    """Return where the b-tree begins on a page: the first one has the file's header before it."""
    return _FILE_HEADER_BYTES if number == 1 else 0


def children(number: int, page: bytes) -> list[int]:
    """Return the pages that an inner page of a tree points to; none for any other page."""
    start = start_of(number)
    kind = page[start]
    if kind not in (TABLE_INTERIOR, INDEX_INTERIOR):
        return []
    found = [int.from_bytes(page[start + 8 : start + 12], "big")]
    found += [int.from_bytes(page[cell : cell + 4], "big") for cell in _pointers(start, page, len(page))]
    return found


def rows(pages: Pages, number: int, page: bytes) -> Iterator[Row]:
    """Yield the rows on a page, with what overflows to others; what makes no sense is left out.

    Args:
        pages: Where the others are.
        number: The page's number.
        page: Its content.
    """
    start = start_of(number)
    kind = page[start]
    if kind not in (TABLE_LEAF, INDEX_LEAF, INDEX_INTERIOR):
        return
    for cell in _pointers(start, page, pages.usable):
        try:
            yield _row(pages, page, kind, cell)
        except (IndexError, ValueError, struct.error):
            continue


def _pointers(start: int, page: bytes, usable: int) -> Iterator[int]:
    header = start + _HEADER_BYTES[page[start]]
    count = int.from_bytes(page[start + 3 : start + 5], "big")
    end = min(header + 2 * count, usable)
    for place in range(header, end - 1, 2):
        cell = int.from_bytes(page[place : place + 2], "big")
        # Pointers behind a damaged count are no cells; they lie inside the array or point into it.
        if header < cell < usable:
            yield cell


def _row(pages: Pages, page: bytes, kind: int, cell: int) -> Row:
    if kind == INDEX_INTERIOR:
        cell += 4
    size, cell = _varint(page, cell)
    rowid = 0
    if kind == TABLE_LEAF:
        rowid, cell = _varint(page, cell)
    payload = _payload(pages, page, cell, size, is_table=kind == TABLE_LEAF)
    values, whole = _record(payload)
    return Row(rowid, values, whole and len(payload) == size)


def _payload(pages: Pages, page: bytes, at: int, size: int, *, is_table: bool) -> bytes:
    """Return the payload of a cell, up to where it can be followed."""
    usable = pages.usable
    if size > pages.count * usable:
        raise ValueError("larger than the file")
    most = usable - 35 if is_table else (usable - 12) * 64 // 255 - 23
    if size <= most:
        if at + size > usable:
            raise ValueError("beyond the page")
        return page[at : at + size]
    least = (usable - 12) * 32 // 255 - 23
    local = least + (size - least) % (usable - 4)
    if local > most:
        local = least
    if at + local + 4 > usable:
        raise ValueError("beyond the page")
    pieces = [page[at : at + local]]
    left = size - local
    following = int.from_bytes(page[at + local : at + local + 4], "big")
    while left > 0:
        # Each step takes some of what is left, so a chain that runs in a circle ends too.
        overflow = pages.read(following)
        if overflow is None:
            break
        piece = overflow[4 : min(usable, left + 4)]
        pieces.append(piece)
        left -= len(piece)
        following = int.from_bytes(overflow[:4], "big")
    return b"".join(pieces)


def _record(payload: bytes) -> tuple[list[Value], bool]:
    """Return the columns of a record, and whether all of them are whole."""
    end, at = _varint(payload, 0)
    if not at <= end <= len(payload):
        raise ValueError("header")
    kinds = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    if at != end or len(kinds) > _MOST_COLUMNS:
        raise ValueError("header")
    values: list[Value] = []
    for place, kind in enumerate(kinds):
        if kind >= _FIRST_BLOB:
            size = (kind - _FIRST_BLOB) // 2
            piece = payload[at : at + size]
            if len(piece) < size and place < len(kinds) - 1 and not piece:
                return values, False
            values.append(_text(piece, cut=len(piece) < size) if kind % 2 else piece)
            if len(piece) < size:
                return values, False
            at += size
            continue
        value, size = _number(payload, at, kind)
        values.append(value)
        at += size
    return values, True


def _text(piece: bytes, *, cut: bool) -> str:
    text = stored(piece)
    # A character that was cut through is not one that was damaged.
    return text[:-1] if cut and text.endswith("\ufffd") else text


def _number(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    match kind:
        case 0:
            return None, 0
        case 1 | 2 | 3 | 4 | 5 | 6:
            size = _INTEGER_BYTES[kind]
            if at + size > len(payload):
                raise ValueError("cut off")
            return int.from_bytes(payload[at : at + size], "big", signed=True), size
        case 7:
            (value,) = struct.unpack_from(">d", payload, at)
            return float(value), 8
        case 8 | 9:
            return kind - _ZERO, 0
    raise ValueError("kind of column")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return a number of one to nine bytes and where it ends."""
    value = 0
    for place in range(at, at + 8):
        byte = data[place]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + 1
    value = value << 8 | data[at + 8]
    return value - (1 << 64 if value >> 63 else 0), at + 9
