"""Big models come split into files named NAME-00001-of-00003.gguf, as llama.cpp's `gguf-split` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

_PART = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf", re.IGNORECASE)


def grouped(files: Iterable[Path]) -> list[tuple[Path, ...]]:
    """Return each model's files together, its parts in order; models stand where their first file stood."""
    models: dict[object, list[Path]] = {}
    for file in files:
        models.setdefault(_model_of(file) or file, []).append(file)
    return [tuple(sorted(parts, key=lambda part: part.name.casefold())) for parts in models.values()]


def parts_of(file: Path) -> tuple[Path, ...]:
    """Return the parts of the model that `file` belongs to, as far as they are there; the file alone for others.

    Raises:
        OSError: The folder can't be read.
    """
    model = _model_of(file)
    if model is None:
        return (file,)
    return next((parts for parts in grouped(file.parent.iterdir()) if _model_of(parts[0]) == model), (file,))


def stem_of(file: Path) -> str:
    """Return the file's name without its ending and without the number of a part."""
    part = _PART.fullmatch(file.name)
    return part["stem"] if part else file.stem


def _model_of(file: Path) -> tuple[Path, str, str] | None:
    part = _PART.fullmatch(file.name)
    return (file.parent, part["stem"].casefold(), part["count"]) if part else None
