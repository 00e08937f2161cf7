"""Faster forms of model files, kept beside what is known about them, and used in the originals' place.

A form is a file `NAME.FORMAT-tuned.gguf` with a record `NAME.FORMAT-tuned.gguf.json`. It counts only as long as the
original is the file it was made from. That nothing can be gained is a record too, `NAME.none.json`, without a file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import msgspec

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.events import Comparison, FormatFigures
from assistant.model_files.gguf import part_paths

_MAX_RECORD_BYTES = 64_000
_SAMPLE_BYTES = 65_536
_SAMPLES = 8
_PART = ".part"


class Source(msgspec.Struct, frozen=True):
    """The file that a form was made from.

    Attributes:
        path: Where it was.
        bytes: Its size; of a split model, that of all parts.
        mtime_ns: When it was last changed.
        digest: SHA-256 of samples of it, by which it is known again in another place: a one-file program unpacks its
            built-in model into another folder at each start.
    """

    path: str
    bytes: int
    mtime_ns: int
    digest: str


class TunedRecord(msgspec.Struct, frozen=True):
    """What is known about a form.

    Attributes:
        source: The original.
        file: Name of the form in the record's folder; empty when nothing could be gained.
        bytes: Size of the form.
        original: The original's figures, as measured on this computer.
        tuned: The form's figures.
    """

    source: Source
    file: str = ""
    bytes: int = 0
    original: FormatFigures | None = None
    tuned: FormatFigures | None = None


def tuned_file(model_path: Path, folder: Path) -> Path | None:
    """Return the faster form to open in a model file's place; None when there is none or the original has changed."""
    record = tuned_record(model_path, folder)
    return folder / record.file if record is not None and record.file else None


def tuned_record(model_path: Path, folder: Path) -> TunedRecord | None:
    """Return what is known about a model file's faster form, also that there can't be one."""
    for record, _ in _records(folder):
        if not _is_source(record.source, model_path):
            continue
        if not record.file:
            return record
        try:
            size = (folder / record.file).stat().st_size
        except OSError:
            continue
        if size == record.bytes:
            return record
    return None


def keep(comparison: Comparison, folder: Path) -> Path:
    """Keep the recommended form: from now on it is used in the original's place. An earlier form is removed.

    Raises:
        ModelError: Nothing was recommended, or the file can't be written.
    """
    part = Path(comparison.file)
    best = comparison.best
    if best is None or not comparison.file:
        raise ModelError(
            QT_TRANSLATE_NOOP("errors", "There is no faster form of {file} to keep. Use it as it is."),
            file=Path(comparison.source).name,
        )
    source = Path(comparison.source)
    try:
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        target = _unused(folder, part.name.removesuffix(_PART).rpartition(".")[0], source)
        forget(source, folder)
        part.replace(target)
        record = TunedRecord(source_of(source), target.name, target.stat().st_size, comparison.original, best)
        _write(target.with_name(f"{target.name}.json"), record)
    except OSError as error:
        discard(comparison)
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The faster form of {file} can't be kept in {folder}. Check that there is room and that the folder may "
                "be changed.",
            ),
            file=source.name,
            folder=str(folder),
            details=str(error),
        ) from error
    return target


def discard(comparison: Comparison) -> None:
    """Remove the recommended form that was not wanted."""
    if comparison.file:
        with contextlib.suppress(OSError):  # the next tuning removes it
            Path(comparison.file).unlink(missing_ok=True)


def remember_nothing(comparison: Comparison, folder: Path) -> None:
    """Remember that a model file has nothing to gain here. What can't be written is found out again another time."""
    source = Path(comparison.source)
    discard(comparison)
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        forget(source, folder)
        target = _unused(folder, f"{source.stem}.none", source, suffix=".json")
        _write(target, TunedRecord(source_of(source), original=comparison.original))


def forget(model_path: Path, folder: Path) -> None:
    """Remove the faster form of a model file and what is remembered about it, when the model goes, say.

    Raises:
        OSError: It can't be removed; on Windows because it is open.
    """
    for record, path in _records(folder):
        if record.source.path == str(model_path) or _is_source(record.source, model_path):
            if record.file:
                (folder / record.file).unlink(missing_ok=True)
            path.unlink(missing_ok=True)


def forget_gone(folder: Path, models: Path) -> None:
    """Remove the faster forms of models that were removed from the models folder.

    Models elsewhere may only be away, with their memory stick. What can't be removed is left for the next time.

    Args:
        folder: Where faster forms are kept.
        models: The models folder.
    """
    for record, _ in _records(folder):
        source = Path(record.source.path)
        if source.parent == models and not source.exists():
            with contextlib.suppress(OSError):
                forget(source, folder)


def source_of(path: Path) -> Source:
    """Return what tells a model file from one that replaced it.

    Raises:
        OSError: It is gone.
    """
    size, changed = _state(path)
    return Source(str(path), size, changed, _digest(path))


def _state(path: Path) -> tuple[int, int]:
    parts = [part.stat() for part in part_paths(path)]
    return sum(part.st_size for part in parts), max(part.st_mtime_ns for part in parts)


def _is_source(source: Source, path: Path) -> bool:
    try:
        size, changed = _state(path)
        if size != source.bytes:
            return False
        if source.path == str(path):
            return changed == source.mtime_ns
        return Path(source.path).name == path.name and _digest(path) == source.digest
    except OSError:
        return False


def _digest(path: Path) -> str:
    """Return the hash of samples from all over a file."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        for index in range(_SAMPLES):
            file.seek(max(0, size - _SAMPLE_BYTES) * index // (_SAMPLES - 1))
            digest.update(file.read(_SAMPLE_BYTES))
    return digest.hexdigest()


def _records(folder: Path) -> list[tuple[TunedRecord, Path]]:
    found = []
    for path in sorted(folder.glob("*.json")):
        try:
            if path.stat().st_size > _MAX_RECORD_BYTES:
                continue
            record = msgspec.json.decode(path.read_bytes(), type=TunedRecord)
        except (OSError, msgspec.DecodeError, RecursionError):
            continue
        # A record only speaks of a file beside it.
        if not record.file or Path(record.file).name == record.file:
            found.append((record, path))
    return found


def _unused(folder: Path, name: str, source: Path, *, suffix: str = ".gguf") -> Path:
    """Return a name that no other model's form has."""
    stem = name.removesuffix(suffix)
    others = {record.file for record, _ in _records(folder) if record.source.path != str(source)}
    others |= {path.name for record, path in _records(folder) if record.source.path != str(source)}
    number, wanted = 2, f"{stem}{suffix}"
    while wanted in others:
        wanted = f"{stem}-{number}{suffix}"
        number += 1
    return folder / wanted


def _write(path: Path, record: TunedRecord) -> None:
    temporary = path.with_name(f"{path.name}{_PART}")
    with temporary.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(record)))
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
