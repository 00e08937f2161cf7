"""The files in which conversations may lie: a file, what is in a zip archive, what is in a folder."""

from __future__ import annotations

import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from assistant.exchange.jan import MESSAGES, THREAD

MOST_FILES = 50_000
"""Files looked at in a folder or archive."""
LARGEST_UNPACKED = 8_000_000_000
"""Bytes read from one file in an archive: more is a trap."""

_DEEPEST = 5
_INNER = (".json", ".jsonl", ".chat")
_ZIP = b"PK\x03\x04"
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ValueError,
    RuntimeError,
    LookupError,
    EOFError,
)
"""What `zipfile` raises for an archive that is damaged, locked or made by something it does not know."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read.

    Attributes:
        name: Its name, without folders.
        folder: What it has in common with the files beside it.
        size: In bytes, as far as known.
        open: Opens it for reading from its beginning; what goes wrong then and later is an `OSError`.
    """

    name: str
    folder: str
    size: int
    open: Callable[[], BinaryIO]


@contextmanager
def sources(path: Path) -> Iterator[list[Source]]:
    """Find the files behind a path; they can be read within the block.

    Raises:
        OSError: It can't be read.
    """
    if path.is_dir():
        yield _in_folder(path)
        return
    with path.open("rb") as file:
        is_archive = file.read(4) == _ZIP
    if not is_archive:
        # Of a thread of Jan both files are needed, whichever was chosen.
        names = (THREAD, MESSAGES) if path.name in (THREAD, MESSAGES) else (path.name,)
        yield [_on_disk(path.with_name(name)) for name in names if path.with_name(name).is_file()]
        return
    try:
        archive = zipfile.ZipFile(path)
    except _DAMAGE as error:
        raise OSError(f"a damaged archive: {error}") from error
    with archive:
        yield [
            _in_archive(archive, info)
            for info in archive.infolist()[:MOST_FILES]
            if not info.is_dir() and info.filename.casefold().endswith(_INNER)
        ]


def _on_disk(path: Path) -> Source:
    return Source(path.name, str(path.parent), path.stat().st_size, lambda: path.open("rb"))


def _in_folder(top: Path) -> list[Source]:
    found: list[Source] = []
    looked_at = 0
    for folder, folders, files in os.walk(top):
        if len(Path(folder).relative_to(top).parts) >= _DEEPEST:
            folders.clear()
        folders.sort()
        for name in sorted(files):
            looked_at += 1
            path = Path(folder, name)
            if name.casefold().endswith(_INNER) and path.is_file():
                found.append(_on_disk(path))
        if looked_at >= MOST_FILES:
            break
    return found


def _in_archive(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Source:
    place = PurePosixPath(info.filename)
    return Source(place.name, str(place.parent), info.file_size, lambda: cast("BinaryIO", _Unpacking(archive, info)))


class _Unpacking:
    """A file in an archive, read to a limit; whatever is wrong with it is an `OSError`."""

    def __init__(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
        self._left = LARGEST_UNPACKED
        try:
            self._file = archive.open(info)
        except _DAMAGE as error:
            raise OSError(f"a damaged or locked archive: {error}") from error

    def read(self, count: int = -1) -> bytes:
        return self._taken(self._file.read, count)

    def readline(self, limit: int = -1) -> bytes:
        return self._taken(self._file.readline, limit)

    def _taken(self, read: Callable[[int], bytes], most: int) -> bytes:
        try:
            data = read(most)
        except _DAMAGE as error:
            raise OSError(f"a damaged archive: {error}") from error
        self._left -= len(data)
        if self._left < 0:
            raise OSError("an archive that unpacks to far more than conversations have")
        return data

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> _Unpacking:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
