"""What has come of a download: a file NAME.part, and a note beside it that says of what."""

from __future__ import annotations

import contextlib
import errno
import os
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import msgspec

from assistant.errors import QT_TRANSLATE_NOOP, Bytes, TransferError

SPACE_LEFT_BYTES = 200_000_000
"""Free space that a download or a copy leaves on the disk."""

_MAX_NOTE_BYTES = 64_000


class Note(msgspec.Struct, frozen=True):
    """Of what a part file is the beginning.

    Attributes:
        sha256: Hash of the whole file.
        bytes: Size of the whole file.
        etag: The server's name for this content; empty when it gave none that can be trusted.
    """

    sha256: str
    bytes: int
    etag: str = ""


class PartFile:
    """The beginning of a file, to be completed. Open it as a context manager to write."""

    def __init__(self, target: Path, *, sha256: str, size: int) -> None:
        """Belong to `target`, which will have this hash and size. Nothing is opened."""
        self.path = target.with_name(f"{target.name}.part")
        self._note_path = target.with_name(f"{target.name}.part.json")
        self._target = target
        self._wanted = Note(sha256, size)
        self._file: BinaryIO | None = None

    @property
    def size(self) -> int:
        """How much is here; 0 when it is of another file."""
        try:
            size = self.path.stat().st_size
        except OSError:
            return 0
        note = self._note()
        return size if note is not None and size <= note.bytes else 0

    @property
    def etag(self) -> str:
        """The server's name for what is here; empty when unknown."""
        note = self._note()
        return note.etag if note else ""

    def __enter__(self) -> Self:
        """Open the file at its end, empty if it is of another file.

        Raises:
            TransferError: It can't be written.
        """
        keep = self.size > 0
        try:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            if not keep:
                self._write_note("")
            self._file = self.path.open("r+b" if keep else "w+b")
        except OSError as error:
            raise unwritable(self._target, error) from error
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; what was written stays."""
        file, self._file = self._file, None
        if file is not None:
            with contextlib.suppress(OSError):  # a full disk has been said by then
                file.close()

    @property
    def file(self) -> BinaryIO:
        """The open file."""
        if self._file is None:
            raise RuntimeError("the part file is not open")
        return self._file

    def restart(self, etag: str) -> None:
        """Begin anew, of a content that the server calls `etag`.

        Raises:
            TransferError: It can't be written.
        """
        try:
            self.file.seek(0)
            self.file.truncate()
            self._write_note(etag)
        except OSError as error:
            raise unwritable(self._target, error) from error

    def write(self, piece: bytes) -> None:
        """Append a piece.

        Raises:
            TransferError: The disk is full, say.
        """
        try:
            self.file.write(piece)
        except OSError as error:
            raise unwritable(self._target, error) from error

    def complete(self) -> None:
        """Give the file its own name; its content was checked.

        Raises:
            TransferError: It can't be written, or another file has that name by now.
        """
        try:
            self.file.flush()
            os.fsync(self.file.fileno())
            self.file.close()
            if self._target.exists():
                raise name_taken(self._target)
            self.path.replace(self._target)
            self._note_path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self._target, error) from error

    def discard(self) -> None:
        """Remove what is here.

        Raises:
            TransferError: It can't be removed.
        """
        if self._file is not None:
            self._file.close()
        try:
            self.path.unlink(missing_ok=True)
            self._note_path.unlink(missing_ok=True)
        except OSError as error:
            raise unwritable(self._target, error) from error

    def _note(self) -> Note | None:
        try:
            if self._note_path.stat().st_size > _MAX_NOTE_BYTES:
                return None
            note = msgspec.json.decode(self._note_path.read_bytes(), type=Note)
        except (OSError, msgspec.DecodeError, RecursionError):
            return None
        return note if (note.sha256, note.bytes) == (self._wanted.sha256, self._wanted.bytes) else None

    def _write_note(self, etag: str) -> None:
        # Weak names ("W/…") don't say that each byte is the same.
        usable = etag.startswith('"') and len(etag) < 1_000 and etag.isascii() and etag.isprintable()
        strong = etag if usable else ""
        self._note_path.write_bytes(msgspec.json.encode(msgspec.structs.replace(self._wanted, etag=strong)))


def unwritable(target: Path, error: OSError) -> TransferError:
    """Return the error about a file that can't be written."""
    full = error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
    if full or getattr(error, "winerror", None) in (39, 112):  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL
        template = QT_TRANSLATE_NOOP(
            "errors", "The disk with {folder} is full. Free some space and try again; what has come so far is kept."
        )
    else:
        template = QT_TRANSLATE_NOOP(
            "errors", "{file} can't be written into {folder}. Check that the folder is there and can be written."
        )
    return TransferError(template, file=target.name, folder=str(target.parent), details=str(error))


def name_taken(target: Path) -> TransferError:
    """Return the error about a file that is there already."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors", "There is a file {file} in the models folder already. Remove that model first, or use it."
        ),
        file=target.name,
    )


def check_free_space(folder: Path, needed: int) -> None:
    """Make sure that the disk has room.

    Args:
        folder: Where to write; it need not exist yet.
        needed: Bytes.

    Raises:
        TransferError: It has not; the sentence says both figures.
    """
    import shutil

    existing = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        free = shutil.disk_usage(existing).free
    except OSError:
        return  # a file system that doesn't tell; writing will show
    # What else runs on this computer must not meet a full disk.
    wanted = needed + SPACE_LEFT_BYTES
    if free < wanted:
        raise TransferError(
            QT_TRANSLATE_NOOP(
                "errors", "There is not enough room on the disk: {needed} is needed, {free} is free. Free some space."
            ),
            needed=Bytes(wanted),
            free=Bytes(free),
        )
