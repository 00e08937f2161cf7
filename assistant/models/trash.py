"""Removed models: kept in a folder beside the others until the undo time is over or the program starts again."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from assistant.models.library import Model

TRASH_FOLDER = ".trash"


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed model, to be restored.

    Attributes:
        model: What it was.
        folder: Where its files lie now; None when it was used in place and only forgotten.
    """

    model: Model
    folder: Path | None
