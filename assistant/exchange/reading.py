"""Reading the conversations in files of any known format: what a file is shows in its content."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from assistant.exchange import chatgpt, gpt4all, jan, lm_studio, open_webui, thimble_json
from assistant.exchange.failures import NEWER, ExchangeError, cant_read
from assistant.exchange.findings import Findings
from assistant.exchange.json_pieces import (
    LARGEST_PIECE,
    MOST_VALUES,
    Piece,
    UnreadableError,
    decoded,
    most_values,
    pieces,
)
from assistant.exchange.qt_stream import StreamError
from assistant.exchange.sources import Source, sources
from assistant.exchange.thimble_json import FolderRecord
from assistant.jobs import CancelToken
from assistant.store import IncomingConversation

_SQLITE = b"SQLite format 3\x00"
_LONGEST_LINE = 64_000_000
_MANY = "conversations"
"""The member of an object that holds many conversations, in Thimble's own export and others'."""
_NOTHING = object()
"""Stands for a piece that can't be read: an object of no format."""


@dataclass(frozen=True, slots=True)
class Found:
    """A conversation in a file.

    Attributes:
        folder: The folder it lies in; `None` for none.
    """

    conversation: IncomingConversation
    folder: FolderRecord | None = None


class Reader:
    """Reads the conversations of files, one after the other, until it is cancelled.

    Attributes:
        findings: What could not be imported, so far.
        folders: The folders named in the files so far, also those without a conversation.
        failure: Why the first file that could not be read could not; absent when all could.
    """

    def __init__(self, paths: Sequence[Path], cancel: CancelToken) -> None:
        """Prepare to read files, archives and folders."""
        self._paths = paths
        self._cancel = cancel
        self._at = 0
        self._done_bytes = 0
        self._all_bytes = 1
        self.findings = Findings()
        self.folders: list[FolderRecord] = []
        self.failure: ExchangeError | None = None

    @property
    def fraction(self) -> float:
        """How much has been read, from 0 to 1."""
        within = min(1.0, self._done_bytes / self._all_bytes)
        return min(1.0, (self._at + within) / max(1, len(self._paths)))

    def __iter__(self) -> Iterator[Found]:
        """Return the conversations; a file that can't be read is passed over and its error kept in `failure`.

        Raises:
            CancelledError: It was cancelled.
        """
        for place, path in enumerate(self._paths):
            self._at, self._done_bytes = place, 0
            try:
                with sources(path) as found:
                    self._all_bytes = max(1, sum(source.size for source in found))
                    reading = _PathReader(self, found)
                    yield from reading
            except OSError as error:
                self.fail(cant_read(path.name, error))
            else:
                if not reading.recognised:
                    self.findings.foreign.append(path.name)
        self._at, self._done_bytes = len(self._paths), 0

    def fail(self, error: ExchangeError) -> None:
        """Keep why a file could not be read, if it is the first one."""
        self.failure = self.failure or error

    def reached(self, done_bytes: int) -> None:
        """Keep how much of the path has been read, and stop where that was asked for."""
        self._cancel.raise_if_cancelled()
        self._done_bytes = done_bytes


class _PathReader:
    """Reads what lies behind one path.

    Attributes:
        recognised: How many files or conversations of a known format there were.
    """

    def __init__(self, reader: Reader, found: Sequence[Source]) -> None:
        self._reader = reader
        self._findings = reader.findings
        self._found = found
        self._before = 0
        self.recognised = 0

    def __iter__(self) -> Iterator[Found]:
        threads = {(one.folder, one.name): one for one in self._found if one.name in (jan.THREAD, jan.MESSAGES)}
        for source in self._found:
            self._reader.reached(self._before)
            try:
                if source.name != jan.THREAD or (source.folder, jan.MESSAGES) not in threads:
                    yield from self._source(source, threads.get((source.folder, jan.THREAD)))
            except OSError as error:
                self.recognised += 1
                self._reader.fail(cant_read(source.name, error))
            except ExchangeError as error:
                self._reader.fail(error)
            self._before += source.size

    def _source(self, source: Source, thread: Source | None) -> Iterator[Found]:
        with source.open() as file:
            head = file.read(len(_SQLITE))
        if gpt4all.recognises(head):
            yield from self._gpt4all(source)
        elif source.name.casefold().endswith(".jsonl"):
            yield from self._jan(source, thread)
        elif head != _SQLITE:
            yield from self._json(source)

    def _gpt4all(self, source: Source) -> Iterator[Found]:
        self.recognised += 1
        with source.open() as file:
            data = file.read(gpt4all.LARGEST + 1)
        try:
            if len(data) > gpt4all.LARGEST:
                raise StreamError("too large")
            conversation = gpt4all.conversation(data, self._findings)
        except StreamError:
            self._findings.unreadable += 1
            return
        if conversation is not None:
            yield Found(conversation)

    def _jan(self, source: Source, thread: Source | None) -> Iterator[Found]:
        with source.open() as file:
            if not self._begins_as_jan(file):
                return
        self.recognised += 1
        about: Any = {}
        if thread is not None:
            with thread.open() as file:
                text = file.read(_LONGEST_LINE)
            try:
                about = decoded(text)
            except UnreadableError:
                self._findings.unreadable += 1
        with source.open() as file:
            conversation = jan.conversation(
                about if isinstance(about, dict) else {},
                self._lines(file),
                name=Path(source.folder).name,
                findings=self._findings,
            )
        if conversation is not None:
            yield Found(conversation)

    def _begins_as_jan(self, file: BinaryIO) -> bool:
        for line in self._lines(file):
            if line.strip():
                try:
                    return jan.recognises_line(decoded(line))
                except UnreadableError:
                    return False
        return False

    def _lines(self, file: BinaryIO) -> Iterator[bytes]:
        """Read lines, as many as one conversation can have."""
        size = 0
        while line := file.readline(_LONGEST_LINE):
            size += len(line)
            if size > LARGEST_PIECE:
                self._findings.unreadable += 1
                return
            self._reader.reached(self._before + size)
            yield line

    def _json(self, source: Source) -> Iterator[Found]:
        before, unclear = self.recognised, 0
        head = _Head()
        with source.open() as file:
            for piece in pieces(file):
                # What lies in an object is gone through twice.
                self._reader.reached(self._before + (piece.end if piece.key is None else 0))
                if piece.key is not None:
                    head.take(piece)
                    continue
                found = self._one(_value(piece))
                unclear += found is None
                yield from found or ()
        if thimble_json.recognises(head.members):
            self.recognised += 1
            yield from self._own(source, head.members)
        else:
            yield from self._one(head.members) or ()
            if head.has_many:
                for value in self._many(source):
                    found = self._one(value)
                    unclear += found is None
                    yield from found or ()
        if self.recognised > before:
            # In a file that has nothing to do with conversations, nothing is missed.
            self._findings.unreadable += unclear + head.unclear

    def _one(self, value: Any) -> list[Found] | None:
        """Return the conversation an object of another program holds, if any was said; `None` for another object."""
        if not isinstance(value, dict):
            return None
        for format_ in (chatgpt, open_webui, lm_studio):
            if format_.recognises(value):
                self.recognised += 1
                conversation = format_.conversation(value, self._findings)
                return [] if conversation is None else [Found(conversation)]
        return None

    def _own(self, source: Source, head: dict[str, Any]) -> Iterator[Found]:
        version = head.get("version")
        if not isinstance(version, int) or version > thimble_json.VERSION:
            raise ExchangeError(NEWER, file=source.name, details=f"version {version}")
        folders = thimble_json.folders(head, self._findings)
        self._reader.folders += [folder for folder in folders if folder is not None]
        for value in self._many(source):
            found = thimble_json.conversation(value, self._findings) if isinstance(value, dict) else None
            if found is None:
                self._findings.unreadable += 1
                continue
            conversation, place = found
            yield Found(conversation, folders[place] if place is not None and place < len(folders) else None)

    def _many(self, source: Source) -> Iterator[Any]:
        with source.open() as file:
            for piece in pieces(file):
                self._reader.reached(self._before + piece.end)
                if piece.key == _MANY and piece.in_array:
                    yield _value(piece)


class _Head:
    """The members of an outermost object, but for the many conversations there may be in it.

    Attributes:
        members: Those that could be read.
        has_many: Whether there are conversations in it.
        unclear: How many pieces could not be read.
    """

    def __init__(self) -> None:
        self.members: dict[str, Any] = {}
        self.has_many = False
        self.unclear = 0
        self._size = 0
        self._values = 0

    def take(self, piece: Piece) -> None:
        """Keep a piece, unless it is one of many conversations or there is more than a conversation has."""
        if piece.key == _MANY and piece.in_array:
            self.has_many = True
            return
        data = piece.data or b""
        self._size += len(data)
        self._values += most_values(data)
        fits = self._size <= LARGEST_PIECE and self._values <= MOST_VALUES
        value = _value(piece) if fits else _NOTHING
        if value is _NOTHING:
            self.unclear += 1
        elif not piece.in_array:
            self.members[str(piece.key)] = value
        elif isinstance(listed := self.members.setdefault(str(piece.key), []), list):
            listed.append(value)


def _value(piece: Piece) -> Any:
    try:
        return _NOTHING if piece.data is None else decoded(piece.data)
    except UnreadableError:
        return _NOTHING
