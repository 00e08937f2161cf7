"""Zip files of unknown origin: nothing is believed and nothing unpacks without bounds."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from assistant.documents.errors import DAMAGED, ENCRYPTED, TOO_LARGE, BadDocumentError
from assistant.documents.limits import MOST_MEMBER_BYTES, MOST_MEMBERS, Budget

_CHUNK = 65_536
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""All that the document formats allow; others are slow or unpack without bound."""


class Package:
    """A document that is a zip file."""

    def __init__(self, path: Path, budget: Budget) -> None:
        """Open it.

        Raises:
            BadDocumentError: It is no zip file, or has more members than a document.
        """
        self._budget = budget
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError, EOFError) as error:
            raise BadDocumentError(DAMAGED, details=str(error)) from error
        if len(self._zip.infolist()) > MOST_MEMBERS:
            raise BadDocumentError(TOO_LARGE, details=f"{len(self._zip.infolist())} members")
        self.names = frozenset(self._zip.namelist())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._zip.close()

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield a member's content piece by piece.

        Raises:
            BadDocumentError: It is missing, damaged, protected or far too large.
        """
        try:
            info = self._zip.getinfo(name)
        except KeyError:
            raise BadDocumentError(DAMAGED, details=f"{name} is missing") from None
        if info.flag_bits & 1:
            raise BadDocumentError(ENCRYPTED)
        if info.compress_type not in _METHODS:
            raise BadDocumentError(DAMAGED, details=f"method {info.compress_type}")
        size = 0
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    size += len(chunk)
                    self._budget.unpacked(len(chunk))
                    if size > MOST_MEMBER_BYTES:
                        raise BadDocumentError(TOO_LARGE, details=name)
                    yield chunk
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            ValueError,
            RuntimeError,
        ) as error:
            raise BadDocumentError(DAMAGED, details=f"{name}: {error}") from error

    def read(self, name: str) -> bytes:
        """Return a member's whole content.

        Raises:
            BadDocumentError: As `chunks`.
        """
        return b"".join(self.chunks(name))
