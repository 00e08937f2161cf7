"""The pages of a damaged store, each read by itself: whatever the others are like, and whether the file opens or not.

Layout of the file and of its write-ahead log: https://www.sqlite.org/fileformat2.html. Pages of an encrypted file are
decrypted below SQLite, in the file system layer of SQLite3 Multiple Ciphers; one that was changed is told by its
authentication tag and counts as lost.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import struct
from collections.abc import Callable
from pathlib import Path

import apsw

from assistant.store.cipher import use_key

PAGE_BYTES = 4096
"""Of every store; what a broken header claims instead is not believed."""

_WAL_HEADER_BYTES, _FRAME_HEADER_BYTES = 32, 24
_WAL_MAGIC = (0x377F0682, 0x377F0683)
_ENCRYPTED_RESERVED = 32
"""Bytes at the end of each page for nonce and tag."""
_CIPHERS_VFS = "multipleciphers"
_MASK = 0xFFFFFFFF
_TRIED = 50

_Read = Callable[[int, int], bytes]
"""Takes a number of bytes and where they begin; returns fewer at the end of the file, none for what is lost."""


class Pages:
    """The newest version of each page: from the log where its last commits are, else from the file.

    Attributes:
        count: Pages are numbered from 1 to this.
        usable: Bytes of a page that hold content.
    """

    def __init__(self, path: Path, key: bytes | None = None) -> None:
        """Open a file and its log; neither is changed.

        Args:
            path: The file.
            key: What it is encrypted with.

        Raises:
            OSError: The file can't be opened.
            apsw.Error: The same.
        """
        self._open = contextlib.ExitStack()
        self._in_log: dict[int, int] = {}
        self._read_log: _Read | None = None
        self.usable = PAGE_BYTES - (_ENCRYPTED_RESERVED if key is not None else 0)
        wal = path.with_name(path.name + "-wal")
        try:
            self._read = self._plain(path) if key is None else self._decrypted(path, key)
            if wal.is_file():
                self._read_log = self._plain(wal)
                self._in_log = _committed(self._read_log, check=key is None)
                if key is not None:
                    self._decrypt_log(path, key)
        except BaseException:
            self.close()
            raise
        self.count = max([path.stat().st_size // PAGE_BYTES, *self._in_log])

    def read(self, number: int) -> bytes | None:
        """Return a page; `None` for one that is lost."""
        if not 1 <= number <= self.count:
            return None
        if self._read_log is not None and (offset := self._in_log.get(number)) is not None:
            page = self._read_log(PAGE_BYTES, offset)
            if len(page) == PAGE_BYTES:
                return page
        page = self._read(PAGE_BYTES, (number - 1) * PAGE_BYTES)
        return page if len(page) == PAGE_BYTES else None

    def close(self) -> None:
        """Close the files."""
        self._open.close()

    def __enter__(self) -> Pages:
        """Return the pages themselves."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the files."""
        self.close()

    def _plain(self, path: Path) -> _Read:
        file = self._open.enter_context(path.open("rb"))

        def read(amount: int, offset: int) -> bytes:
            try:
                file.seek(offset)
                return file.read(amount)
            except OSError:
                return b""  # A place of the disk that can't be read costs what lies there.

        return read

    def _decrypted(self, path: Path, key: bytes) -> _Read:
        watching = _Watching()
        self._open.callback(watching.unregister)
        connection = apsw.Connection(str(path), vfs=watching.name)
        self._open.callback(connection.close)
        # Closing must neither move the log into the file nor take it away: both stay as they are.
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        use_key(connection, key)
        self._open.callback(watching.files.clear)
        main = watching.files[0]

        def read(amount: int, offset: int) -> bytes:
            try:
                return main.xRead(amount, offset)
            except apsw.Error:
                return b""  # The tag is wrong.

        return read

    def _decrypt_log(self, path: Path, key: bytes) -> None:
        """Read the log's pages from a file in which each lies where it belongs: that is where they are decrypted."""
        read_raw, places = self._read_log, self._in_log
        self._read_log, self._in_log = None, {}
        if read_raw is None or not places:
            return
        laid_out = path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
        self._open.callback(laid_out.unlink, missing_ok=True)
        os.close(os.open(laid_out, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        with laid_out.open("r+b") as file:
            for number, offset in sorted(places.items()):
                file.seek((number - 1) * PAGE_BYTES)
                file.write(read_raw(PAGE_BYTES, offset))
        self._read_log = self._decrypted(laid_out, key)
        self._in_log = {number: (number - 1) * PAGE_BYTES for number in places}


def opens_any(path: Path, key: bytes) -> bool:
    """Tell whether a key decrypts any page of a file: then it is the file's, whatever became of its beginning.

    Raises:
        OSError: The file can't be opened.
        apsw.Error: The same.
    """
    with Pages(path, key) as pages:
        step = max(1, pages.count // _TRIED)
        numbers = [*range(1, min(_TRIED, pages.count) + 1), *range(1, pages.count + 1, step)]
        return any(pages.read(number) is not None for number in numbers)


class _Watching(apsw.VFS):
    """Opens files as usual and keeps hold of them."""

    def __init__(self) -> None:
        self.files: list[apsw.VFSFile] = []
        self.name = f"thimble-watching-{id(self):x}"
        self._base = next(name for name in apsw.vfs_names() if name.startswith(_CIPHERS_VFS))
        super().__init__(self.name, self._base)

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:  # noqa: N802 - SQLite's name
        file = apsw.VFSFile(self._base, name, flags)
        if flags[0] & apsw.SQLITE_OPEN_MAIN_DB:
            self.files.append(file)
        return file


def _committed(read: _Read, *, check: bool) -> dict[int, int]:
    """Return where in the log the committed version of each page begins.

    Args:
        read: Reads the log.
        check: Whether to check the sums; in an encrypted log each page has its authentication tag instead.
    """
    header = read(_WAL_HEADER_BYTES, 0)
    if len(header) < _WAL_HEADER_BYTES:
        return {}
    magic, _, page_bytes, _, *salt_and_sums = struct.unpack(">8I", header)
    salt, sums = tuple(salt_and_sums[:2]), (salt_and_sums[2], salt_and_sums[3])
    order = ">" if magic & 1 else "<"
    if magic not in _WAL_MAGIC or page_bytes != PAGE_BYTES or _sums(header[:24], order, (0, 0)) != sums:
        return {}
    committed: dict[int, int] = {}
    waiting: dict[int, int] = {}
    offset = _WAL_HEADER_BYTES
    while len(frame := read(_FRAME_HEADER_BYTES, offset)) == _FRAME_HEADER_BYTES:
        number, size_after, *rest = struct.unpack(">6I", frame)
        if tuple(rest[:2]) != salt or number == 0:
            break
        if check:
            page = read(PAGE_BYTES, offset + _FRAME_HEADER_BYTES)
            if len(page) < PAGE_BYTES:
                break
            sums = _sums(page, order, _sums(frame[:8], order, sums))
            if sums != (rest[2], rest[3]):
                break
        waiting[number] = offset + _FRAME_HEADER_BYTES
        offset += _FRAME_HEADER_BYTES + PAGE_BYTES
        if size_after:
            committed.update(waiting)
            waiting.clear()
    return committed


def _sums(data: bytes, order: str, before: tuple[int, int]) -> tuple[int, int]:
    first, second = before
    for one, two in struct.iter_unpack(f"{order}II", data):
        first = (first + one + second) & _MASK
        second = (second + two + first) & _MASK
    return first, second
