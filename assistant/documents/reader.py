"""Reads documents: the program's side of the process that does (`assistant.documents.process`)."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import msgspec

from assistant.documents.blocks import Block, Document, Note, NoteKind
from assistant.documents.errors import (
    CRASHED,
    EMPTY_FOLDER,
    SENTENCES,
    TOO_MUCH_MEMORY,
    TOO_SLOW,
    BadDocumentError,
)
from assistant.documents.files import Found, files_of, shown
from assistant.documents.limits import (
    ADDRESS_SPACE_BYTES,
    CPU_SECONDS,
    MOST_RESIDENT_BYTES,
    WALL_SECONDS,
    Budget,
)
from assistant.documents.protocol import Blocks, Finished, Order, OrderedFile, Refused, Working, read_report
from assistant.documents.reader_child import Ending, ReaderChild
from assistant.errors import DocumentError
from assistant.jobs import CancelToken
from assistant.paths import program_folder
from assistant.processes.messages import ProtocolError

_FOLDER_FORMAT = "folder"
_MOST_NAMES = 3


class ReadingProgress(msgspec.Struct, frozen=True):
    """How far reading is.

    Attributes:
        file: Name of the file that is being read.
        number: Its number, from 1.
        files: How many there are.
        done: Its pages or chapters that have been read; 0 where the format has none.
        total: How many it has.
        characters: Of text so far, in all files.
    """

    file: str
    number: int
    files: int
    done: int = 0
    total: int = 0
    characters: int = 0


OnProgress = Callable[[ReadingProgress], None]


def reader_command() -> list[str]:
    """Return the command that starts the reading process of this very program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--reader"]
    return [sys.executable, str(program_folder() / "main.py"), "--reader"]


class Reader:
    """Reads documents in a process of its own, one for each call of `read`.

    Attributes:
        wall_seconds: How long a file may take.
        cpu_seconds: How much processor time it may take.
        memory_bytes: How much address space the process may have.
        resident_bytes: How much memory it may use, where the system does not limit the address space.
    """

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """Prepare; nothing is started.

        Args:
            command: How to start the process; by default this program with `--reader`.
        """
        self._command = list(command or reader_command())
        self.wall_seconds: float = WALL_SECONDS
        self.cpu_seconds = CPU_SECONDS
        self.memory_bytes = ADDRESS_SPACE_BYTES
        self.resident_bytes = MOST_RESIDENT_BYTES

    def read(
        self,
        source: Path | Sequence[Path],
        *,
        on_progress: OnProgress | None = None,
        cancel: CancelToken | None = None,
    ) -> Document:
        """Read a file, or several, or all of a folder as one document. Blocks; call it on a thread that may wait.

        In a document of several files each block names its file, and a file that can't be read is told in a note.

        Args:
            source: A file, a folder, or several of them in the order wanted.
            on_progress: Called on this thread now and then.
            cancel: Ends it; the process is killed at once. It has room for one listener, which is this one meanwhile.

        Raises:
            DocumentError: The file can't be read, or none of them; its sentence says why.
            CancelledError: `cancel` was used.
        """
        cancel = cancel or CancelToken()
        cancel.raise_if_cancelled()
        try:
            found = files_of([source] if isinstance(source, Path) else source)
        except BadDocumentError as error:
            raise error.told(_name_of(source)) from error
        several = not found.single
        if not found.files:
            raise self._nothing(found, _name_of(source))
        work = _Work(self, self._command, found, cancel, on_progress)
        work.run()
        if not several:
            if work.refused:
                raise work.refused[0]
            return Document(
                work.title or found.files[0].name, work.format, tuple(work.blocks), work.pages, tuple(work.notes)
            )
        if not work.blocks:
            raise work.refused[0] if len(found.files) == 1 else self._nothing(found, _name_of(source))
        return Document(_name_of(source), _FOLDER_FORMAT, tuple(work.blocks), work.pages, (*work.notes, *found.notes))

    def _nothing(self, found: Found, name: str) -> DocumentError:
        details = "\n".join(f"{note.kind}: {note.text} {note.number or ''}" for note in found.notes)
        return BadDocumentError(EMPTY_FOLDER, details=details).told(name)


class _Work:
    """One call of `Reader.read`: as many processes as it takes, for one that fails takes only its file with it."""

    def __init__(
        self,
        reader: Reader,
        command: Sequence[str],
        found: Found,
        cancel: CancelToken,
        on_progress: OnProgress | None,
    ) -> None:
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.refused: list[DocumentError] = []
        self.title = self.format = ""
        self.pages = 0
        self._reader = reader
        self._command = command
        self._found = found
        self._cancel = cancel
        self._on_progress = on_progress
        self._budget = Budget()
        self._lock = threading.Lock()
        self._child: ReaderChild | None = None

    def run(self) -> None:
        """Read all files.

        Raises:
            DocumentError: They are too long together, or the process can't be started.
            CancelledError: The user wants no more of it.
        """
        with self._cancel.listening(self._kill):
            at = 0
            while at < len(self._found.files):
                at = self._run_from(at)
        self._cancel.raise_if_cancelled()

    def _kill(self) -> None:
        with self._lock:
            if self._child is not None:
                self._child.kill()

    def _run_from(self, at: int) -> int:
        """Read files from number `at` on with one process; returns the number of the first that is left."""
        files = self._found.files[at:]
        order = Order(
            tuple(OrderedFile(os.fsencode(file.path), file.name) for file in files),
            self._reader.cpu_seconds,
            self._reader.memory_bytes,
        )
        with ReaderChild(
            self._command, resident_bytes=self._reader.resident_bytes, memory_bytes=self._reader.memory_bytes
        ) as child:
            with self._lock:
                self._child = child
            try:
                # Cancelled before there was a process to kill.
                self._cancel.raise_if_cancelled()
                child.order(order)
                for number in range(at, len(self._found.files)):
                    child.allow(self._reader.wall_seconds)
                    if not self._read_one(child, number):
                        return number + 1
            finally:
                with self._lock:
                    self._child = None
        return len(self._found.files)

    def _read_one(self, child: ReaderChild, number: int) -> bool:
        """Take what is reported about a file; False when the process is no good any more."""
        file = self._found.files[number]
        name = "" if self._found.single else file.name
        kept = len(self.blocks)
        progress = ReadingProgress(file.name, number + 1, len(self._found.files), characters=self._budget.characters)
        self._tell(progress)
        try:
            for report in _reports(child):
                match report:
                    case Blocks(blocks):
                        for block in blocks:
                            self._budget.text(len(block.text))
                        self.blocks += (
                            [msgspec.structs.replace(block, file=name) for block in blocks] if name else blocks
                        )
                    case Working(done, total):
                        progress = msgspec.structs.replace(progress, done=done, total=total)
                    case Finished():
                        self._finish(report, name)
                        return True
                    case Refused(template, values, details):
                        sentence = template if template in SENTENCES else CRASHED
                        self._refuse(BadDocumentError(sentence, details=details, **values), number, kept)
                        return True
                self._tell(msgspec.structs.replace(progress, characters=self._budget.characters))
        except ProtocolError as error:
            child.kill()
            failure = BadDocumentError(CRASHED, details=str(error))
        except BadDocumentError as error:
            # Too long: more files would only make it longer.
            raise error.told(file.name) from error
        else:
            failure = BadDocumentError(_REASONS[child.ending()], details=child.death())
        self._cancel.raise_if_cancelled()
        self._refuse(failure, number, kept)
        return False

    def _finish(self, report: Finished, name: str) -> None:
        self.title, self.format = report.title, report.format
        self.pages += report.pages
        self.notes += [msgspec.structs.replace(note, text=name) for note in report.notes] if name else report.notes

    def _refuse(self, error: BadDocumentError, number: int, kept: int) -> None:
        del self.blocks[kept:]
        told = error.told(self._found.files[number].name)
        self.refused.append(told)
        values = {key: value for key, value in told.values.items() if isinstance(value, str | int | float)}
        self.notes.append(Note(NoteKind.FILE_LEFT_OUT, 0, self._found.files[number].name, told.template, values))

    def _tell(self, progress: ReadingProgress) -> None:
        if self._on_progress is not None:
            self._on_progress(progress)


_REASONS = {
    Ending.TOO_SLOW: TOO_SLOW,
    Ending.TOO_MUCH_MEMORY: TOO_MUCH_MEMORY,
    Ending.FAILED: CRASHED,
}


def _reports(child: ReaderChild) -> Iterator[Blocks | Working | Finished | Refused]:
    while (report := read_report(child.output)) is not None:
        yield report


def _name_of(source: Path | Sequence[Path]) -> str:
    """Return what the user calls it; names that are no text are made text."""
    paths = [source] if isinstance(source, Path) else source
    names = [shown(path.name or path.resolve().name or str(path)) for path in paths[:_MOST_NAMES]]
    return ", ".join(names + ["…"] * (len(paths) > _MOST_NAMES))
