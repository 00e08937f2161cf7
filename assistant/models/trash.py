"""Removed models: kept in a folder beside the others until the undo time is over or the program ends."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.models.library import Model
from assistant.models.part_file import name_taken

TRASH_FOLDER = ".trash"
UNDO_SECONDS = 600
"""How long a removed model is safe from `Trash.empty`; windows offer to undo for some seconds."""


@dataclass(frozen=True, slots=True)
class Removed:
    """A removed model, to be restored.

    Attributes:
        model: What it was.
        folder: Where its files lie now; None when it was used in place and only forgotten.
    """

    model: Model
    folder: Path | None


class Trash:
    """The trash of a models folder. Moving there and back only changes names: it takes no time and no space."""

    def __init__(self, models_folder: Path) -> None:
        """Keep it below `models_folder`; it is made with the first removed model."""
        self._folder = models_folder / TRASH_FOLDER

    def take(self, files: Sequence[Path]) -> Path:
        """Move files here, all or none, and return the folder they lie in.

        Raises:
            ModelError: One can't be moved; on Windows a file that is in use can't.
        """
        place = self._folder / os.urandom(8).hex()
        moved: list[tuple[Path, Path]] = []
        try:
            place.mkdir(parents=True)
            for file in files:
                file.replace(place / file.name)
                moved.append((place / file.name, file))
        except OSError as error:
            _move_back(moved)
            with contextlib.suppress(OSError):
                place.rmdir()
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{file} can't be removed. If it is in use, choose another model and try again in a moment.",
                ),
                file=files[0].name,
                details=str(error),
            ) from error
        return place

    def give_back(self, place: Path, files: Sequence[Path]) -> None:
        """Move files back to where they were, all or none.

        Args:
            place: What `take` returned.
            files: What it was called with.

        Raises:
            TransferError: Another file has that name by now.
            ModelError: They are gone, or can't be moved.
        """
        for file in files:
            if file.exists():
                raise name_taken(file)
        moved: list[tuple[Path, Path]] = []
        try:
            for file in files:
                (place / file.name).replace(file)
                moved.append((file, place / file.name))
        except OSError as error:
            _move_back(moved)
            raise ModelError(
                QT_TRANSLATE_NOOP("errors", "{file} can't be brought back: it is no longer in the trash."),
                file=files[0].name,
                details=str(error),
            ) from error
        with contextlib.suppress(OSError):
            place.rmdir()

    def empty(self, place: Path | None = None) -> None:
        """Delete for good what lies in one place, or all that nobody can want back. Files in use stay.

        Without a place, what came here a moment ago stays: a window may still offer to undo it.
        """
        import shutil  # here: it is no part of the window's start

        for one in self._old_places() if place is None else [place]:
            shutil.rmtree(one, ignore_errors=True)
        with contextlib.suppress(OSError):
            self._folder.rmdir()

    def _old_places(self) -> list[Path]:
        try:
            places = list(self._folder.iterdir())
        except OSError:
            return []
        old = []
        for place in places:
            with contextlib.suppress(OSError):
                if abs(time.time() - place.stat().st_mtime) > UNDO_SECONDS:
                    old.append(place)
        return old


def _move_back(moved: Sequence[tuple[Path, Path]]) -> None:
    for now, before in moved:
        with contextlib.suppress(OSError):
            now.replace(before)
