"""What model files say about themselves, remembered beside them so that a list of models opens no file twice."""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from assistant.about import version
from assistant.errors import ModelError

if TYPE_CHECKING:
    from assistant.model_files.gguf import Header

_MAX_FILE_BYTES = 4_000_000

_log = logging.getLogger(__name__)


class _Remembered(msgspec.Struct):
    """One model file: `stamps` (size and time of change of each part) say whether it is still the same."""

    stamps: list[tuple[int, int]]
    header: msgspec.Raw = msgspec.Raw(b"null")
    sha256: str = ""


class _File(msgspec.Struct):
    """The file on disk; another version of Thimble may read headers otherwise, and keeps only the hashes."""

    made_by: str
    files: dict[str, _Remembered]


class HeaderCache:
    """Reads headers once per file. May be used from any thread."""

    def __init__(self, file: Path) -> None:
        """Remember in `file`, whose folder is not made for this; a broken one counts as empty."""
        self._file = file
        self._lock = threading.Lock()
        self._known: dict[str, _Remembered] | None = None
        self._headers: dict[str, Header | ModelError] = {}
        self._changed = False

    def header(self, parts: Sequence[Path]) -> Header:
        """Return what a GGUF file says, reading it only when it is new or has changed.

        Args:
            parts: The file, or all files of a split model in order.

        Raises:
            ModelError: As `assistant.model_files.gguf.read_header`.
        """
        from assistant.model_files.gguf import read_header

        name, stamps = _name(parts[0]), _stamps(parts)
        known = self._recall(name, stamps, parts)
        if known is None:
            try:
                known = read_header(parts[0])
            except ModelError as error:
                known = error
            self._remember(name, stamps, known)
        if isinstance(known, ModelError):
            raise known
        return known

    def known_header(self, parts: Sequence[Path]) -> Header | None:
        """Return the header when it is remembered, without opening the file.

        Raises:
            ModelError: It is remembered that the file can't be used.
        """
        known = self._recall(_name(parts[0]), _stamps(parts), parts)
        if isinstance(known, ModelError):
            raise known
        return known

    def sha256(self, parts: Sequence[Path]) -> str:
        """Return the hash that the file had when it was fetched, if it has not changed since; "" otherwise."""
        with self._lock:
            found = self._read().get(_name(parts[0]))
        return found.sha256 if found is not None and found.stamps == _stamps(parts) else ""

    def remember_sha256(self, path: Path, sha256: str) -> None:
        """Keep the hash of a file that was just checked."""
        with self._lock:
            name, stamps = _name(path), _stamps([path])
            found = self._read().get(name)
            if found is None or found.stamps != stamps:
                found = self._read()[name] = _Remembered(stamps)
                self._headers.pop(name, None)
            found.sha256 = sha256
            self._changed = True
        self.save()

    def save(self) -> None:
        """Write what is new; files that are gone are forgotten. A disk that can't be written is no failure."""
        with self._lock:
            if not self._changed or not self._file.parent.is_dir():
                return
            known = self._read()
            for name in [name for name in known if not Path(name).exists()]:
                del known[name]
                self._headers.pop(name, None)
            temporary = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
            try:
                temporary.write_bytes(msgspec.json.encode(_File(version(), known)))
                temporary.replace(self._file)
            except OSError as error:
                _log.warning("what model files say can't be remembered: %s", error)
                with contextlib.suppress(OSError):
                    temporary.unlink()
            self._changed = False

    def _recall(self, name: str, stamps: list[tuple[int, int]], parts: Sequence[Path]) -> Header | ModelError | None:
        from assistant.model_files.gguf import Header

        with self._lock:
            found = self._read().get(name)
            if found is None or not stamps or found.stamps != stamps:
                return None
            if name not in self._headers and bytes(found.header) != b"null":
                try:
                    header = msgspec.json.decode(found.header, type=Header, dec_hook=_to_path)
                    self._headers[name] = replace(header, parts=tuple(parts))
                except (msgspec.DecodeError, RecursionError) as error:
                    _log.warning("a remembered header can't be read: %s", error)
            return self._headers.get(name)

    def _remember(self, name: str, stamps: list[tuple[int, int]], header: Header | ModelError) -> None:
        with self._lock:
            known = self._read()
            found = known.get(name)
            if found is None or found.stamps != stamps:
                found = known[name] = _Remembered(stamps)
            self._headers[name] = header
            # What is wrong with a broken file is only remembered while the program runs: it costs little to find out
            # again, and the sentence may change.
            if not isinstance(header, ModelError):
                found.header = msgspec.Raw(msgspec.json.encode(replace(header, parts=())))
                self._changed = True

    def _read(self) -> dict[str, _Remembered]:
        if self._known is None:
            self._known = {}
            try:
                if self._file.stat().st_size <= _MAX_FILE_BYTES:
                    read = msgspec.json.decode(self._file.read_bytes(), type=_File)
                    self._known = read.files
                    if read.made_by != version():
                        for one in self._known.values():
                            one.header = msgspec.Raw(b"null")
            except FileNotFoundError:
                pass
            except (OSError, msgspec.DecodeError, RecursionError) as error:
                _log.warning("what is remembered of model files can't be read: %s", error)
        return self._known


def _stamps(parts: Sequence[Path]) -> list[tuple[int, int]]:
    """Return size and time of change of each file; empty when one is gone."""
    try:
        return [(status.st_size, status.st_mtime_ns) for status in (part.stat() for part in parts)]
    except OSError:
        return []


def _name(path: Path) -> str:
    """Return the path as JSON can hold it: on Linux, a file name may be bytes that are no text."""
    return str(path).encode("utf-8", "backslashreplace").decode()


def _to_path(wanted: type, value: Any) -> Any:
    return wanted(value) if issubclass(wanted, Path) else value
