"""The catalogue: language models that can be fetched, and the built-in one. It ships with Thimble as a TOML file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

import msgspec
from msgspec import Meta

from assistant.paths import resources_folder

_ADDRESS = "https://huggingface.co/{repo}/resolve/{revision}/{file}"


class Role(StrEnum):
    """What a model is good at."""

    CHAT = "chat"
    SUMMARIZE = "summarize"
    TRANSLATE = "translate"


class Tier(StrEnum):
    """How big a model is, for people: from "runs on anything" to "needs 8 GB of memory"."""

    TINY = "tiny"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


class PromptSampling(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Sampling values that a model's makers advise; None leaves the settings' own."""

    temperature: Annotated[float, Meta(ge=0.0, le=2.0)] | None = None
    top_k: Annotated[int, Meta(ge=0, le=1_000)] | None = None
    top_p: Annotated[float, Meta(ge=0.01, le=1.0)] | None = None
    repeat_penalty: Annotated[float, Meta(ge=0.5, le=2.0)] | None = None


class PromptProfile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How to ask a model that wants something else than a plain conversation.

    Attributes:
        system: Whether it knows a system text.
        user: The user's turn, with `{language}` (English name) and `{text}`; empty for the text alone.
        template: "file" for the chat template in the model file, or the name of one that Thimble brings.
        stop: Strings that end an answer.
        sampling: Values its makers advise.
    """

    system: bool = True
    user: str = ""
    template: str = "file"
    stop: tuple[str, ...] = ()
    sampling: PromptSampling = PromptSampling()


class CatalogueEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A model in the catalogue.

    Attributes:
        id: Stable name, also on the command line.
        name: Shown to the user; a proper name, not translated.
        file: Name of the file as it will lie in the models folder.
        bytes: Its exact size.
        sha256: Its hash, hexadecimal.
        licence: Short name of the licence.
        licence_terms: What the licence forbids that people may not expect; empty for nothing.
        tier: How big it is.
        roles: What it is good at.
        attention: "full" or "hybrid".
        repo: Repository on the host; empty for the built-in model.
        revision: Its revision.
        built_in: Whether it ships with Thimble, so that there is nothing to fetch.
        languages: ISO 639 codes, where they are known.
        language_count: Number of languages where only that is known; 0 otherwise.
        parameters: Number of weights; 0 when unknown.
        context: Context in tokens it was trained for; 0 when unknown.
        quality: Published scores in percent ("ifeval", "mmlu_pro").
        sources: Independent public places that gave the same hash.
        prompt: How to ask it; None for a plain conversation.
        note: What else to know, English; empty for nothing.
    """

    id: Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]*$")]
    name: Annotated[str, Meta(min_length=1)]
    file: Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*\.gguf$")]
    bytes: Annotated[int, Meta(gt=0)]
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-f]{64}$")]
    licence: Annotated[str, Meta(min_length=1)]
    tier: Tier
    roles: Annotated[tuple[Role, ...], Meta(min_length=1)]
    attention: Annotated[str, Meta(pattern=r"^(full|hybrid)$")]
    licence_terms: str = ""
    repo: Annotated[str, Meta(pattern=r"^([A-Za-z0-9._-]+/[A-Za-z0-9._-]+)?$")] = ""
    revision: Annotated[str, Meta(pattern=r"^([0-9a-f]{40}|main)?$")] = ""
    built_in: bool = False
    languages: tuple[str, ...] = ()
    language_count: Annotated[int, Meta(ge=0)] = 0
    parameters: Annotated[int, Meta(ge=0)] = 0
    context: Annotated[int, Meta(ge=0)] = 0
    quality: dict[str, Annotated[float, Meta(ge=0.0, le=100.0)]] = {}
    sources: Annotated[int, Meta(ge=0)] = 0
    prompt: PromptProfile | None = None
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse an entry that could not be fetched."""
        if self.built_in == bool(self.repo and self.revision):
            raise ValueError(f"{self.id}: either built_in, or repo and revision")

    @property
    def url(self) -> str:
        """Where the file is fetched from; empty for the built-in model."""
        if self.built_in:
            return ""
        return _ADDRESS.format(repo=self.repo, revision=self.revision, file=quote(self.file))

    @property
    def host(self) -> str:
        """The host that the first connection goes to; empty for the built-in model."""
        return urlsplit(self.url).hostname or ""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All entries, in the order of the file: the built-in model first, then by size."""

    entries: tuple[CatalogueEntry, ...]

    def __iter__(self) -> Iterator[CatalogueEntry]:
        return iter(self.entries)

    def find(self, entry_id: str) -> CatalogueEntry | None:
        """Return the entry with this id, whatever the case."""
        return next((entry for entry in self.entries if entry.id == entry_id.casefold()), None)

    def of_file(self, name: str, size: int, *, sha256: str = "") -> CatalogueEntry | None:
        """Return the entry that a file is: by its hash where that is known, else by its name and size."""
        if sha256:
            return next((entry for entry in self.entries if entry.sha256 == sha256), None)
        folded = name.casefold()
        return next((entry for entry in self.entries if entry.bytes == size and entry.file.casefold() == folded), None)


def read_catalogue(file: Path) -> Catalogue:
    """Read a catalogue file (TOML, an array of tables `model`).

    Raises:
        ValueError: The file is no TOML, an entry has a wrong value, or two have the same id or file.
    """
    import tomllib  # here: it is no part of the program's start

    table = tomllib.loads(file.read_text(encoding="utf-8"))
    entries = msgspec.convert(table.get("model", []), tuple[CatalogueEntry, ...])
    for names in ([entry.id for entry in entries], [entry.file.casefold() for entry in entries]):
        if len(set(names)) < len(names):
            raise ValueError(f"{file.name}: two entries have the same id or file")
    return Catalogue(entries)


@cache
def catalogue() -> Catalogue:
    """Return the catalogue that ships with Thimble."""
    return read_catalogue(resources_folder() / "catalogue" / "language-models.toml")
