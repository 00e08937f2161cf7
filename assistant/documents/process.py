"""The process that reads documents: the same program started with `--reader`.

It takes one order (`assistant.documents.protocol`), reports file by file, and ends; it ends with its parent too. What
it reads is somebody else's: it has no network, writes nothing, and opens nothing but the files of its order.
"""

from __future__ import annotations

import os
import signal
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from assistant.documents.blocks import Block, Note, NoteKind
from assistant.documents.detect import detect
from assistant.documents.errors import (
    CRASHED,
    DAMAGED,
    NO_TEXT,
    NOT_A_FILE,
    TOO_LARGE,
    TOO_MUCH_MEMORY,
    UNREADABLE,
    BadDocumentError,
)
from assistant.documents.limits import MOST_FILE_BYTES
from assistant.documents.protocol import (
    BATCH_BLOCKS,
    BATCH_CHARACTERS,
    Blocks,
    Finished,
    Order,
    Refused,
    Report,
    Working,
    read_order,
)
from assistant.documents.readers import reader_of
from assistant.documents.reading import Reading
from assistant.processes.guest import be_a_good_guest
from assistant.processes.limits import OwnLimits
from assistant.processes.lockdown import lock_down
from assistant.processes.messages import ProtocolError, write_message
from assistant.processes.pipes import take_over_pipes


def main() -> int:
    """Read what is ordered; returns the exit code."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_a_good_guest()
    source, sink = take_over_pipes()
    try:
        order = read_order(source)
        if order is None:
            return 0
        serve(order, source, lambda report: write_message(sink, report))
    except (ProtocolError, BrokenPipeError) as error:
        print(f"reader: {error}", file=sys.stderr)
        return 1
    return 0


def serve(order: Order, source: BinaryIO, report: Callable[[Report], None]) -> None:
    """Lock this process down and read the files.

    Args:
        order: What to read.
        source: The parent's pipe; the process ends with it.
        report: Sends what is to be told.
    """
    limits = OwnLimits(memory_bytes=order.memory_bytes)
    lock_down(readable=[Path(os.fsdecode(file.path)) for file in order.files])
    # After the lock-down, which binds the threads that start later.
    threading.Thread(target=_end_with, args=(source,), name="pipe", daemon=True).start()
    for file in order.files:
        limits.give_time(order.cpu_seconds)
        try:
            report(read_file(Path(os.fsdecode(file.path)), report))
        except BadDocumentError as error:
            report(Refused(error.template, error.values, error.details))
        except MemoryError:
            report(Refused(TOO_MUCH_MEMORY, {}, ""))
        except RecursionError:
            report(Refused(DAMAGED, {}, "nested too deep"))
        except BrokenPipeError:
            raise
        except Exception as error:
            report(Refused(CRASHED, {}, repr(error)[:2_000]))


def read_file(path: Path, report: Callable[[Report], None]) -> Finished:
    """Read one file.

    Args:
        path: The file.
        report: Takes its blocks, and how far it is.

    Raises:
        BadDocumentError: It can't be read.
    """
    _check(path)
    batch = _Batch(report)
    reading = Reading(on_block=batch.add, on_progress=lambda done, total: report(Working(done, total)))
    name = detect(path)
    try:
        reader_of(name)(path, reading)
    except BadDocumentError as error:
        if error.template != DAMAGED or reading.empty:
            raise
        # What was there before the damage is worth having, and the user is told.
        reading.notes.append(Note(NoteKind.DAMAGED))
    if reading.empty:
        raise BadDocumentError(NO_TEXT)
    batch.send()
    return Finished(reading.clean_title, name, reading.pages, tuple(reading.notes))


class _Batch:
    """Gathers blocks, so that not each is a message."""

    def __init__(self, report: Callable[[Report], None]) -> None:
        self._report = report
        self._blocks: list[Block] = []
        self._characters = 0

    def add(self, block: Block) -> None:
        self._blocks.append(block)
        self._characters += len(block.text)
        if len(self._blocks) >= BATCH_BLOCKS or self._characters >= BATCH_CHARACTERS:
            self.send()

    def send(self) -> None:
        if self._blocks:
            self._report(Blocks(tuple(self._blocks)))
        self._blocks.clear()
        self._characters = 0


def _check(path: Path) -> None:
    """Refuse what is no file: opening a pipe would wait for somebody to write into it."""
    try:
        status = path.stat()
    except OSError as error:
        raise BadDocumentError(UNREADABLE, details=str(error)) from error
    if not stat.S_ISREG(status.st_mode):
        raise BadDocumentError(NOT_A_FILE)
    if status.st_size > MOST_FILE_BYTES:
        raise BadDocumentError(TOO_LARGE)


def _end_with(source: BinaryIO) -> None:
    """End this process when the parent's pipe ends: nobody waits for what it reads."""
    source.read(1)
    os._exit(0)
