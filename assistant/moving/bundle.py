"""The one file that everything moves in: a plain zip, nothing in it compressed, with a list of what it holds.

Members: `conversations.db` (a whole SQLite file, encrypted if the conversations are), `conversations.key` (if they
are), `settings.json`, `models/NAME`, and at the end `thimble-move.json`, a `Manifest` with the SHA-256 of the others.
Any program that unpacks zip files can take them out.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Annotated

import msgspec
from msgspec import Meta

from assistant.about import version
from assistant.moving.contents import (
    CONVERSATIONS,
    PIECE_BYTES,
    Contents,
    MovingError,
    Report,
    allowed,
    gathered,
)
from assistant.moving.failures import (
    CANT_READ,
    DAMAGED,
    EXISTS,
    FOREIGN,
    NEWER,
    NOT_AS_WRITTEN,
    check_room,
    writing,
)
from assistant.paths import Paths
from assistant.store.keys import sync_folder

SUFFIX = ".thimble.zip"

_MANIFEST = "thimble-move.json"
_FORMAT = "thimble move 1"
_FORMATS = "thimble move "
_MAX_MANIFEST_BYTES = 1_000_000
_MAX_DIRECTORY_BYTES = 4_000_000
"""zipfile reads the whole directory of an archive into memory."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x06"
_TAIL_BYTES = 70_000
_BROKEN = (zipfile.BadZipFile, RuntimeError, ValueError, LookupError, OverflowError, EOFError, struct.error, zlib.error)


class Entry(msgspec.Struct, frozen=True):
    """A file in the manifest: its name, its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    size: Annotated[int, Meta(ge=0)]
    sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a file holds.

    Attributes:
        format: Which version of this format.
        program: Which version of Thimble made it.
        created_at: When, in seconds since 1970.
        conversations: How many conversations are in it.
        protected: Whether a passphrase is needed to read them.
        files: The other members.
    """

    format: str = _FORMAT
    program: str
    created_at: float
    conversations: Annotated[int, Meta(ge=0)]
    protected: bool
    files: tuple[Entry, ...]

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(entry.size for entry in self.files)

    @property
    def models(self) -> int:
        """How many model files are in it."""
        return sum(entry.name.startswith("models/") for entry in self.files)


def move_out(
    paths: Paths,
    target: Path,
    *,
    key: bytes | None,
    models: bool,
    overwrite: bool = False,
    report: Report = lambda share: None,
) -> Manifest:
    """Copy everything into one file; nothing here is changed.

    The file gets its name when it is whole and was read back.

    Args:
        paths: The data folder.
        target: The file.
        key: What the conversations are encrypted with; they stay so.
        models: Whether the model files go along.
        overwrite: Whether a file of that name may be replaced.
        report: Told how far it is.

    Raises:
        MovingError: The file can't be written.
        StoreError: The conversations can't be read.
    """
    if not overwrite and os.path.lexists(target):
        raise MovingError(EXISTS, file=target.name)
    partial = target.with_name(f"{target.name}.{secrets.token_hex(4)}.part")
    with gathered(paths, key=key, models=models) as contents, writing(target):
        check_room(target.parent, contents.size)
        try:
            manifest = _write(partial, contents, report=lambda share: report(share * 0.7))
            try:
                check(partial, manifest, report=lambda share: report(0.7 + share * 0.3))
            except MovingError as error:
                raise MovingError(NOT_AS_WRITTEN, file=target.name, details=error.details) from error
            if not overwrite and os.path.lexists(target):
                raise MovingError(EXISTS, file=target.name)
            partial.replace(target)
            sync_folder(target.parent)
        finally:
            partial.unlink(missing_ok=True)
    return manifest


def read_manifest(file: Path) -> Manifest:
    """Return what a file holds, as far as that can be said without reading all of it.

    Raises:
        MovingError: It is not such a file, is damaged, or of a newer version.
    """
    with _opened(file) as archive, _reading(file):
        return _manifest_of(archive, file)


def check(file: Path, manifest: Manifest, *, report: Report = lambda share: None) -> None:
    """Read a file from end to end and compare it with its manifest.

    Raises:
        MovingError: It is damaged.
    """
    unpack(file, manifest, lambda entry: None, report=report)


def unpack(
    file: Path,
    manifest: Manifest,
    place: Callable[[Entry], IO[bytes] | None],
    *,
    report: Report = lambda share: None,
) -> None:
    """Read every member and check it.

    Args:
        file: The file.
        manifest: From `read_manifest`.
        place: Returns where a member's bytes are to be written, if anywhere; it is closed when they are.
        report: Told how far it is.

    Raises:
        MovingError: It is damaged; what was written up to then is of no use.
        OSError: It can't be written.
    """
    done, total = 0, max(1, manifest.size)
    with _opened(file) as archive:
        for entry in manifest.files:
            digest = hashlib.sha256()
            target = place(entry)
            try:
                for piece in _pieces(archive, entry, file):
                    digest.update(piece)
                    if target is not None:
                        target.write(piece)
                    done += len(piece)
                    report(done / total)
                if target is not None:
                    target.flush()
                    os.fsync(target.fileno())
            finally:
                if target is not None:
                    target.close()
            if digest.hexdigest() != entry.sha256:
                raise MovingError(DAMAGED, file=file.name, details=f"{entry.name}: another SHA-256")


def _write(partial: Path, contents: Contents, *, report: Report) -> Manifest:
    done, total = 0, max(1, contents.size)
    entries = []
    descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(descriptor, "wb") as file:  # noqa: PTH123 - with rights
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            for item in contents.items:
                digest, size = hashlib.sha256(), 0
                with item.source.open("rb") as source, archive.open(_info(item.name), "w", force_zip64=True) as member:
                    while piece := source.read(PIECE_BYTES):
                        member.write(piece)
                        digest.update(piece)
                        size += len(piece)
                        done += len(piece)
                        report(min(1.0, done / total))
                entries.append(Entry(item.name, size, digest.hexdigest()))
            manifest = Manifest(
                program=version(),
                created_at=time.time(),
                conversations=contents.conversations,
                protected=contents.protected,
                files=tuple(entries),
            )
            archive.writestr(_info(_MANIFEST), msgspec.json.format(msgspec.json.encode(manifest), indent=2))
        file.flush()
        os.fsync(file.fileno())
    return manifest


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, time.localtime()[:6])
    info.external_attr = 0o600 << 16
    return info


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    with ExitStack() as stack:
        with _reading(file):
            raw = stack.enter_context(file.open("rb"))
            if not 0 < _directory_bytes(raw) <= _MAX_DIRECTORY_BYTES:
                raise MovingError(FOREIGN, file=file.name, details="no directory of a zip file, or a huge one")
            archive = stack.enter_context(zipfile.ZipFile(raw))
        yield archive


@contextmanager
def _reading(file: Path) -> Iterator[None]:
    """Raise what zipfile makes of a file that is damaged or made to do harm as a `MovingError`."""
    try:
        yield
    except OSError as error:
        raise MovingError(CANT_READ, file=file.name, details=str(error)) from error
    except _BROKEN as error:
        raise MovingError(DAMAGED, file=file.name, details=f"{type(error).__name__}: {error}") from error


def _directory_bytes(file: IO[bytes]) -> int:
    """Return the size of the directory at the end of a zip file; 0 for another file."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - _TAIL_BYTES))
    tail = file.read(_TAIL_BYTES)
    file.seek(0)
    end = tail.rfind(_END)
    if end < 0 or end + 22 > len(tail):
        return 0
    (length,) = struct.unpack_from("<I", tail, end + 12)
    if length == 0xFFFFFFFF:
        end = tail.rfind(_END_64, 0, end)
        if end < 0 or end + 56 > len(tail):
            return 0
        (length,) = struct.unpack_from("<Q", tail, end + 40)
    return int(length)


def _manifest_of(archive: zipfile.ZipFile, file: Path) -> Manifest:
    members = {info.filename: info for info in archive.infolist()}
    info = members.pop(_MANIFEST, None)
    if info is None or info.file_size > _MAX_MANIFEST_BYTES or info.compress_type != zipfile.ZIP_STORED:
        raise MovingError(FOREIGN, file=file.name, details="no manifest")
    content = archive.read(info)
    try:
        told = msgspec.json.decode(content, type=dict[str, object]).get("format")
        if isinstance(told, str) and told.startswith(_FORMATS) and told != _FORMAT:
            raise MovingError(NEWER, file=file.name, details=told)
        manifest = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise MovingError(FOREIGN, file=file.name, details=str(error)) from error
    names = [entry.name for entry in manifest.files]
    if (
        manifest.format != _FORMAT
        or len({name.casefold() for name in names}) != len(names)
        or set(names) != set(members)
        or len(archive.infolist()) != len(names) + 1
        or not all(allowed(name) for name in names)
        or (manifest.conversations and CONVERSATIONS not in names)
    ):
        raise MovingError(DAMAGED, file=file.name, details="the manifest does not fit the members")
    for entry in manifest.files:
        info = members[entry.name]
        # Nothing is compressed, so nothing can become larger than the file is.
        if info.compress_type != zipfile.ZIP_STORED or not info.file_size == info.compress_size == entry.size:
            raise MovingError(DAMAGED, file=file.name, details=f"{entry.name}: {info.compress_type} {info.file_size}")
    if manifest.size > file.stat().st_size:
        raise MovingError(DAMAGED, file=file.name, details="members overlap")
    return manifest


def _pieces(archive: zipfile.ZipFile, entry: Entry, file: Path) -> Iterator[bytes]:
    left = entry.size
    with ExitStack() as stack:
        with _reading(file):
            member = stack.enter_context(archive.open(entry.name))
        while left > 0:
            with _reading(file):
                piece = member.read(min(PIECE_BYTES, left))
            if not piece:
                raise MovingError(DAMAGED, file=file.name, details=f"{entry.name}: {left} bytes missing")
            left -= len(piece)
            yield piece
