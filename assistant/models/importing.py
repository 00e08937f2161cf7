"""Adds a model file that the user has: copied into the models folder, or used where it is."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.events import Event, Installed, Transfer, Transferred
from assistant.jobs import CancelToken
from assistant.models.first_look import GGUF_MAGIC, check_legacy, legacy_kind, magic_of
from assistant.models.part_file import check_free_space, name_taken, unwritable
from assistant.models.split_files import parts_of
from assistant.models.transfer_rate import TransferRate

_PIECE_BYTES = 1024 * 1024
_COPYING = ".copying"
_LEFT_AFTER_SECONDS = 3_600


def import_model(path: Path, folder: Path, cancel: CancelToken, *, in_place: bool = False) -> Iterator[Event]:
    """Add a model file, or all parts of a split one.

    Args:
        path: The file; of a split model any part.
        folder: The models folder; made if needed.
        cancel: Ends it; nothing of the copy is left then.
        in_place: Use it where it is.

    Yields:
        `Transferred` while it is copied, then `Installed`.

    Raises:
        ModelError: It is no model that Thimble can read.
        TransferError: It can't be copied.
        CancelledError: The user stopped it.
    """
    path = path.expanduser().absolute()
    parts = checked_parts(path)
    if in_place or parts[0].parent == folder.absolute():
        _check_name(parts[0])
        yield Installed(str(parts[0]), in_place=parts[0].parent != folder.absolute())
        return
    targets = [folder / part.name for part in parts]
    for target in targets:
        if target.exists():
            raise name_taken(target)
    yield from _copy_all(parts, targets, cancel)
    yield Installed(str(targets[0]))


def checked_parts(path: Path) -> tuple[Path, ...]:
    """Return the files of the model that `path` belongs to, once their headers can be read.

    Raises:
        ModelError: They can't, or one is missing.
    """
    from assistant.model_files.gguf import read_header

    with contextlib.suppress(OSError):  # the header's reader has a sentence for it
        if path.is_file() and magic_of(path) != GGUF_MAGIC and (kind := legacy_kind(path)):
            check_legacy(path, kind)
            return (path,)
    try:
        first = parts_of(path)[0]
    except OSError:
        first = path
    return read_header(first).parts


def remove_left_copies(folder: Path) -> None:
    """Remove what an import left behind when the program was killed. One that may still run is left alone."""
    try:
        left = list(folder.glob(f"*{_COPYING}"))
    except OSError:
        return
    for copy in left:
        with contextlib.suppress(OSError):
            if time.time() - copy.stat().st_mtime > _LEFT_AFTER_SECONDS:
                copy.unlink()


def _copy_all(parts: Sequence[Path], targets: Sequence[Path], cancel: CancelToken) -> Iterator[Event]:
    """Copy under other names; the names change only when everything is here."""
    try:
        total = sum(part.stat().st_size for part in parts)
    except OSError as error:
        raise ModelError.unreadable(parts[0].name, error) from error
    check_free_space(targets[0].parent, total)
    copies = [target.with_name(target.name + _COPYING) for target in targets]
    finished = False
    try:
        done, rate = 0, TransferRate(0)
        for part, copy, target in zip(parts, copies, targets, strict=True):
            for size in _copy(part, copy, target, cancel):
                done += size
                if rate.due(done):
                    yield Transferred(Transfer.COPYING, done, total, rate.bytes_per_second)
        yield Transferred(Transfer.COPYING, done, total, rate.bytes_per_second)
        cancel.raise_if_cancelled()
        for copy, target in zip(copies, targets, strict=True):
            if target.exists():
                raise name_taken(target)
            try:
                copy.replace(target)
            except OSError as error:
                raise unwritable(target, error) from error
        finished = True
    finally:
        if not finished:
            for left in copies:
                with contextlib.suppress(OSError):
                    left.unlink(missing_ok=True)


def _copy(source: Path, copy: Path, target: Path, cancel: CancelToken) -> Iterator[int]:
    """Copy one file, yielding the size of each piece. It is on the disk when this ends."""
    try:
        reader = source.open("rb")
    except OSError as error:
        raise ModelError.unreadable(source.name, error) from error
    with reader:
        try:
            copy.parent.mkdir(parents=True, exist_ok=True)
            writer = copy.open("wb")
        except OSError as error:
            raise unwritable(target, error) from error
        with writer:
            while True:
                cancel.raise_if_cancelled()
                try:
                    piece = reader.read(_PIECE_BYTES)
                except OSError as error:
                    raise ModelError.unreadable(source.name, error) from error
                if not piece:
                    break
                try:
                    writer.write(piece)
                except OSError as error:
                    raise unwritable(target, error) from error
                yield len(piece)
            try:
                writer.flush()
                os.fsync(writer.fileno())
            except OSError as error:
                raise unwritable(target, error) from error


def _check_name(path: Path) -> None:
    """Refuse a name that the settings, which are text, can't hold: on Linux names are bytes."""
    try:
        str(path).encode()
    except UnicodeEncodeError as error:
        raise ModelError(
            QT_TRANSLATE_NOOP("errors", "The name of {file} can't be remembered. Rename the file, or copy it instead."),
            file=path.name.encode("utf-8", "replace").decode(),
        ) from error
