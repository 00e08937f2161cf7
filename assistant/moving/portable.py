"""All data beside the program, so that both move together on a memory stick."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP
from assistant.moving.contents import KEY, PIECE_BYTES, Item, MovingError, Report, gathered
from assistant.moving.failures import NOT_AS_WRITTEN, check_room, writing
from assistant.paths import PORTABLE_FOLDER, Paths, program_folder
from assistant.store.keys import sync_folder

ALREADY = QT_TRANSLATE_NOOP("errors", "Thimble keeps its data beside the program already, in {folder}.")
THERE = QT_TRANSLATE_NOOP(
    "errors",
    "There is a folder {folder} already, which Thimble uses when it is started without --data-dir and THIMBLE_HOME. "
    "Rename it first if you want another; nothing was changed.",
)
CANT_WRITE = QT_TRANSLATE_NOOP(
    "errors",
    "The data can't be kept beside the program because {folder} can't be written to. Put Thimble's folder where you "
    "may write, on a memory stick for example, and try again from there.",
)


def set_up_portable(
    paths: Paths,
    *,
    key: bytes | None,
    models: bool,
    program: Path | None = None,
    report: Report = lambda share: None,
) -> Path:
    """Copy the data beside the program, where it is used from the next start on; the present data stays.

    Args:
        paths: The present data folder.
        key: What the conversations are encrypted with; they stay so.
        models: Whether the model files go along.
        program: The program's folder.
        report: Told how far it is.

    Returns:
        The new data folder.

    Raises:
        MovingError: There is one already, or it can't be written.
        StoreError: The conversations can't be read.
    """
    beside = program or program_folder()
    target = beside / PORTABLE_FOLDER
    if paths.data == target:
        raise MovingError(ALREADY, folder=str(target))
    if os.path.lexists(target):
        raise MovingError(THERE, folder=str(target))
    new = beside / f"{PORTABLE_FOLDER}.new"
    shutil.rmtree(new, ignore_errors=True)
    try:
        new.mkdir(mode=0o700)
    except OSError as error:
        raise MovingError(CANT_WRITE, folder=str(beside), details=str(error)) from error
    try:
        with gathered(paths, key=key, models=models) as contents, writing(target):
            check_room(beside, contents.size)
            done, total = 0, max(1, contents.size)
            for item in contents.items:
                for size in _copied(item, new / item.name):
                    done += size
                    report(min(1.0, done / total))
                if item.name == KEY:
                    (new / "backups").mkdir(mode=0o700)
                    shutil.copyfile(new / KEY, new / "backups" / KEY)
            sync_folder(new)
            new.rename(target)
            sync_folder(beside)
    finally:
        shutil.rmtree(new, ignore_errors=True)
    return target


def _copied(item: Item, to: Path) -> Iterator[int]:
    """Copy a file piece by piece and read it back; yields the size of each piece."""
    to.parent.mkdir(mode=0o700, exist_ok=True)
    digest = hashlib.blake2b()
    descriptor = os.open(to, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with item.source.open("rb") as source, open(descriptor, "wb") as file:  # noqa: PTH123 - with rights
        while piece := source.read(PIECE_BYTES):
            file.write(piece)
            digest.update(piece)
            yield len(piece)
        file.flush()
        os.fsync(file.fileno())
    again = hashlib.blake2b()
    with to.open("rb") as file_again:
        while piece := file_again.read(PIECE_BYTES):
            again.update(piece)
    if again.digest() != digest.digest():
        raise MovingError(NOT_AS_WRITTEN, file=to.name)
