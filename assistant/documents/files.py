"""Which files a document is read from: one, or what a folder holds."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.documents.blocks import Note, NoteKind
from assistant.documents.errors import LINK, NOT_A_FILE, UNREADABLE, BadDocumentError
from assistant.documents.limits import MOST_FILES, MOST_FOLDER_DEPTH

_DIGITS = re.compile(r"(\d+)")
_MOST_ENTRIES = 100_000
_HIDDEN_WINDOWS = 0x2  # FILE_ATTRIBUTE_HIDDEN


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read.

    Attributes:
        path: Where it is.
        name: What the user knows it by; of a file in a folder its path in it, with "/".
    """

    path: Path
    name: str


@dataclass(slots=True)
class Found:
    """What there is to read.

    Attributes:
        files: In order.
        single: One file was asked for: the document is that file.
        notes: What was left out.
    """

    files: list[FoundFile] = field(default_factory=list)
    single: bool = False
    notes: list[Note] = field(default_factory=list)


def files_of(sources: Sequence[Path]) -> Found:
    """Find the files; folders are searched in natural order ("2" before "10"), without following links.

    Args:
        sources: Files and folders.

    Raises:
        BadDocumentError: One is gone, may not be read, or is neither a file nor a folder.
    """
    found = Found()
    search = _Search(found)
    for source in sources:
        try:
            mode = source.stat().st_mode
        except (OSError, ValueError) as error:
            raise BadDocumentError(UNREADABLE, details=str(error)) from error
        if stat.S_ISDIR(mode):
            search.folder(source, f"{shown(source.name)}/" if len(sources) > 1 else "")
        elif stat.S_ISREG(mode):
            search.file(source, shown(source.name))
        else:
            raise BadDocumentError(NOT_A_FILE)
    found.single = len(sources) == 1 and bool(found.files) and found.files[0].path == sources[0]
    search.finish()
    return found


def shown(name: str) -> str:
    """Return a file's name as text that can be shown and sent; on Linux it need not be any."""
    return os.fsencode(name).decode("utf-8", "replace")


def natural_key(name: str) -> list[tuple[int, int, str]]:
    """Return what sorts names as people count: "Chapter 2" before "Chapter 10"."""
    return [
        (0, int(part), "") if part.isdecimal() and len(part) < 18 else (1, 0, part.casefold())
        for part in _DIGITS.split(name)
        if part
    ]


class _Search:
    def __init__(self, found: Found) -> None:
        self._found = found
        self._hidden = self._deep = self._too_many = self._entries = 0

    def file(self, path: Path, name: str) -> None:
        if len(self._found.files) >= MOST_FILES:
            self._too_many += 1
        else:
            self._found.files.append(FoundFile(path, name))

    def folder(self, path: Path, name: str, depth: int = 1) -> None:
        """Find what is in a folder: its files first, then its folders."""
        folders = []
        for entry in self._sorted(path, name):
            label = name + shown(entry.name)
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError as error:
                self._leave_out(label, UNREADABLE, str(error))
                continue
            hidden = entry.name.startswith(".") or bool(getattr(status, "st_file_attributes", 0) & _HIDDEN_WINDOWS)
            if hidden:
                self._hidden += 1
            elif entry.is_symlink() or getattr(entry, "is_junction", lambda: False)():
                self._leave_out(label, LINK, "")
            elif stat.S_ISDIR(status.st_mode):
                folders.append((entry, label))
            elif stat.S_ISREG(status.st_mode):
                self.file(Path(entry.path), label)
            else:
                self._leave_out(label, NOT_A_FILE, "")
        for entry, label in folders:
            if depth >= MOST_FOLDER_DEPTH:
                self._deep += 1
            else:
                self.folder(Path(entry.path), f"{label}/", depth + 1)

    def finish(self) -> None:
        """Tell what was left out in numbers."""
        for kind, number in (
            (NoteKind.HIDDEN_LEFT_OUT, self._hidden),
            (NoteKind.TOO_MANY_FILES, self._too_many),
            (NoteKind.TOO_DEEP, self._deep),
        ):
            if number:
                self._found.notes.append(Note(kind, number))

    def _sorted(self, path: Path, name: str) -> Iterator[os.DirEntry[str]]:
        entries = []
        try:
            with os.scandir(path) as scan:
                for entry in scan:
                    self._entries += 1
                    if self._entries > _MOST_ENTRIES:
                        self._too_many += 1
                        break
                    entries.append(entry)
        except OSError as error:
            if not name:
                raise BadDocumentError(UNREADABLE, details=str(error)) from error
            self._leave_out(name.rstrip("/"), UNREADABLE, str(error))
        yield from sorted(entries, key=lambda entry: (natural_key(entry.name), entry.name))

    def _leave_out(self, name: str, template: str, details: str) -> None:
        if len(self._found.notes) < MOST_FILES:
            error = BadDocumentError(template, details=details).told(name)
            self._found.notes.append(
                Note(NoteKind.FILE_LEFT_OUT, 0, name, template, {"file": str(error.values["file"])})
            )
