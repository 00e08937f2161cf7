"""What front ends do with models: list, judge, fetch, import, remove. Built once; see `assistant.app.App.models`."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.events import AnswerStats, Event, Installed
from assistant.jobs import CancelToken, Job
from assistant.models.advice import ADVISED_CONTEXT, Advice, Computer, advise, estimated_need, this_computer
from assistant.models.catalogue import Catalogue, CatalogueEntry, catalogue
from assistant.models.headers import HeaderCache
from assistant.models.library import InstalledModel, Kind, Library, Model, built_in_file
from assistant.models.speeds import Speed, Speeds
from assistant.models.trash import Removed, Trash
from assistant.settings import SettingsFile

if TYPE_CHECKING:
    from assistant.models.download import Wanted
    from assistant.models.part_file import PartFile

_MEGABYTE = 1_000_000
_MEASURED_SECONDS = 2.0
"""How long the memory counts as just measured: a list asks for each of its models."""


class ModelManager:
    """The models on this computer and those that could come.

    Jobs may run on any one thread at a time per job, beside each other and beside the engine's; all other methods are
    quick and belong to the front end's thread, except where they say otherwise.

    Attributes:
        speeds: How fast the models ran here.
    """

    def __init__(self, folder: Path, settings: SettingsFile) -> None:
        """Work with the models in `folder` and those that `settings` name. Nothing is read before it is asked for."""
        self._folder = folder
        self._settings = settings
        self.speeds = Speeds(folder / "speeds.json")
        self._headers = HeaderCache(folder / "headers.json")
        self._trash = Trash(folder)
        self._measured: tuple[float, Computer] | None = None

    @property
    def library(self) -> Library:
        """The installed models, as the settings say at this moment."""
        return Library(self._folder, self._settings.current.model_files, headers=self._headers, speeds=self.speeds)

    @property
    def catalogue(self) -> Catalogue:
        """The models that can be fetched, and the built-in one."""
        return catalogue()

    def installed(self, *, cached_only: bool = False) -> list[InstalledModel]:
        """Return every model file with what is known about it, broken ones with their sentence.

        Args:
            cached_only: Don't open files that were never looked at (up to 0.1 s each): their `header` and `problem`
                are None for now. Without it this may be called from any thread.
        """
        return self.library.installed(cached_only=cached_only)

    def installed_entry(self, entry: CatalogueEntry) -> Model | None:
        """Return the installed model that a catalogue entry is, or None."""
        if entry.built_in:
            return next((model for model in self.library.models() if model.built_in), None)
        library = self.library
        return next((model for model in library.models() if library.entry_of(model) == entry), None)

    def advice(self, model: CatalogueEntry | InstalledModel) -> Advice:
        """Return whether a model is something for this computer, at this moment."""
        computer = self._computer()
        if isinstance(model, InstalledModel):
            return advise(self._need(model), self._speed(model), computer)
        speed = self._estimated(model.bytes, model.parameters)
        installed = self.installed_entry(model)
        if installed is not None:
            speed = self.speeds.measured(installed.key) or speed
        return advise(estimated_need(model.bytes, hybrid=model.attention == "hybrid"), speed, computer)

    def download_job(self, entry: CatalogueEntry) -> Job:
        """Return a job that fetches a model. Only for a click: it opens a connection to `entry.host`.

        Its events: `Connecting` before each connection, `Transferred`, `Waiting`, then `Installed`, `Cancelled` or
        `Failed`. Cancelling is a pause: what came is kept, and the next job for the same entry goes on from there.
        To give up, call `discard_download` once the job has ended. A second download at the same time fails with a
        sentence.
        """
        wanted = _wanted(entry)

        def steps(cancel: CancelToken) -> Iterator[Event]:
            from assistant.models.download import download

            for event in download(wanted, self._folder, cancel):
                if isinstance(event, Installed):
                    self._headers.remember_sha256(Path(event.path), wanted.sha256)
                yield event

        return Job(steps)

    def downloaded_bytes(self, entry: CatalogueEntry) -> int:
        """Return how much of a paused download is here; 0 when there is none."""
        return self._part(entry).size

    def discard_download(self, entry: CatalogueEntry) -> None:
        """Remove what came of a paused download. Its job must have ended."""
        self._part(entry).discard()

    def import_job(self, path: Path, *, in_place: bool = False) -> Job:
        """Return a job that adds a model file, or all parts of a split one.

        Its events: `Transferred`, then `Installed`, `Cancelled` (nothing is left behind) or `Failed`. After
        `Installed`, call `finish_import`.

        Args:
            path: The file; of a split model any part.
            in_place: Use it where it is instead of copying it into the models folder.
        """

        def steps(cancel: CancelToken) -> Iterator[Event]:
            from assistant.models.importing import import_model

            return import_model(path, self._folder, cancel, in_place=in_place)

        return Job(steps)

    def finish_import(self, event: Installed) -> Model:
        """Return the model of a finished import or download; one used in place goes into the settings.

        Raises:
            SettingsError: The settings can't be saved (it holds until the program ends; the model is in the library).
            ModelError: The file is gone again.
        """
        path = Path(event.path)
        if event.in_place:
            self._use_in_place(str(path))
        return self._at(path)

    def remove(self, model: Model) -> Removed:
        """Remove a model: its files go into the trash at once; one used in place is only forgotten.

        Raises:
            ModelError: It is the built-in one, or its files can't be moved.
            SettingsError: The settings can't be saved (it is forgotten until the program ends).
        """
        if model.built_in:
            raise ModelError(QT_TRANSLATE_NOOP("errors", "The built-in model belongs to Thimble and can't be removed."))
        if model.in_place:
            gone = {str(file) for file in model.files}
            left = tuple(file for file in self._settings.current.model_files if file not in gone)
            self._settings.update(model_files=left)
            return Removed(model, None)
        return Removed(model, self._trash.take(model.files))

    def restore(self, removed: Removed) -> Model:
        """Undo `remove`.

        Raises:
            ModelError: Its files are gone, or others have its name now.
            SettingsError: As for `finish_import`.
        """
        if removed.folder is None:
            self._use_in_place(str(removed.model.path))
        else:
            self._trash.give_back(removed.folder, removed.model.files)
        return self._at(removed.model.path)

    def empty_trash(self, removed: Removed | None = None) -> None:
        """Delete for good what was removed: one model when its undo time is over, the rest when the program ends.

        What another process removed a moment ago, and files that are in use, stay for the next time. May take a moment
        for big files; may be called from any thread.
        """
        if removed is None:
            from assistant.models.importing import remove_left_copies

            self._trash.empty()
            remove_left_copies(self._folder)
        elif removed.folder is not None:
            self._trash.empty(removed.folder)

    def record(self, model: Model, stats: AnswerStats) -> None:
        """Keep how fast a model answered. `App.chat_job` does so for its answers. May be called from any thread."""
        try:
            header = self._headers.known_header(model.files) if model.kind is Kind.GGUF else None
        except ModelError:
            header = None
        self.speeds.record(model.key, stats, size=model.size, parameters=header.parameters if header else 0)

    def _use_in_place(self, path: str) -> None:
        files = self._settings.current.model_files
        if path not in files:
            self._settings.update(model_files=(*files, path))

    def _at(self, path: Path) -> Model:
        for model in self.library.models():
            if model.path == path:
                return model
        raise ModelError(
            QT_TRANSLATE_NOOP("errors", "The model file {file} can't be opened. Check that it is still there."),
            file=path.name,
        )

    def _computer(self) -> Computer:
        now = time.monotonic()
        if self._measured is None or now - self._measured[0] > _MEASURED_SECONDS:
            self._measured = now, this_computer()
        return replace(self._measured[1], limit_bytes=self._settings.current.memory_limit_mb * _MEGABYTE)

    def _part(self, entry: CatalogueEntry) -> PartFile:
        from assistant.models.download import part_of

        return part_of(_wanted(entry), self._folder)

    def _need(self, model: InstalledModel) -> int:
        if model.header is None:
            return estimated_need(model.model.size)
        from assistant.model_files.memory import memory_need

        context = min(ADVISED_CONTEXT, model.context_length or ADVISED_CONTEXT)
        return memory_need(model.header, context).total

    def _speed(self, model: InstalledModel) -> Speed | None:
        if model.speed is not None and model.speed.answer > 0:
            return model.speed
        return self._estimated(model.model.size, model.parameters)

    def _estimated(self, size: int, parameters: int) -> Speed | None:
        built_in = built_in_file()
        reference = f"{built_in.name}:{built_in.stat().st_size}" if built_in else ""
        return self.speeds.estimated(size=size, parameters=parameters, reference=reference)


def _wanted(entry: CatalogueEntry) -> Wanted:
    from assistant.models.download import Wanted

    return Wanted(entry.url, entry.file, entry.bytes, entry.sha256)
