"""What front ends do with models: list, judge, fetch, import, remove. Built once; see `assistant.app.App.models`."""

from __future__ import annotations

from pathlib import Path

from assistant.events import AnswerStats, Installed
from assistant.jobs import Job
from assistant.models.advice import Advice
from assistant.models.catalogue import Catalogue, CatalogueEntry, catalogue
from assistant.models.library import InstalledModel, Library, Model
from assistant.models.speeds import Speeds
from assistant.models.trash import Removed
from assistant.settings import SettingsFile


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

    @property
    def library(self) -> Library:
        """The installed models, as the settings say at this moment."""
        raise NotImplementedError

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
        raise NotImplementedError

    def installed_entry(self, entry: CatalogueEntry) -> Model | None:
        """Return the installed model that a catalogue entry is, or None."""
        raise NotImplementedError

    def advice(self, model: CatalogueEntry | InstalledModel) -> Advice:
        """Return whether a model is something for this computer, at this moment."""
        raise NotImplementedError

    def download_job(self, entry: CatalogueEntry) -> Job:
        """Return a job that fetches a model. Only for a click: it opens a connection to `entry.host`.

        Its events: `Connecting` before each connection, `Transferred`, `Waiting`, then `Installed`, `Cancelled` or
        `Failed`. Cancelling is a pause: what came is kept, and the next job for the same entry goes on from there.
        To give up, call `discard_download` once the job has ended. A second download at the same time fails with a
        sentence.
        """
        raise NotImplementedError

    def downloaded_bytes(self, entry: CatalogueEntry) -> int:
        """Return how much of a paused download is here; 0 when there is none."""
        raise NotImplementedError

    def discard_download(self, entry: CatalogueEntry) -> None:
        """Remove what came of a paused download. Its job must have ended."""
        raise NotImplementedError

    def import_job(self, path: Path, *, in_place: bool = False) -> Job:
        """Return a job that adds a model file, or all parts of a split one.

        Its events: `Transferred`, then `Installed`, `Cancelled` (nothing is left behind) or `Failed`. After
        `Installed`, call `finish_import`.

        Args:
            path: The file; of a split model any part.
            in_place: Use it where it is instead of copying it into the models folder.
        """
        raise NotImplementedError

    def finish_import(self, event: Installed) -> Model:
        """Return the model of a finished import or download; one used in place goes into the settings.

        Raises:
            SettingsError: The settings can't be saved (it holds until the program ends; the model is in the library).
            ModelError: The file is gone again.
        """
        raise NotImplementedError

    def remove(self, model: Model) -> Removed:
        """Remove a model: its files go into the trash at once; one used in place is only forgotten.

        Raises:
            ModelError: It is the built-in one, or its files can't be moved.
            SettingsError: The settings can't be saved (it is forgotten until the program ends).
        """
        raise NotImplementedError

    def restore(self, removed: Removed) -> Model:
        """Undo `remove`.

        Raises:
            ModelError: Its files are gone, or others have its name now.
            SettingsError: As for `finish_import`.
        """
        raise NotImplementedError

    def empty_trash(self, removed: Removed | None = None) -> None:
        """Delete for good what was removed: one model when its undo time is over, everything at the program's start.

        Files that are in use stay for the next time. May take a moment for big files; may be called from any thread.
        """
        raise NotImplementedError

    def record(self, model: Model, stats: AnswerStats) -> None:
        """Keep how fast a model answered. `App.chat_job` does so for its answers. May be called from any thread."""
        raise NotImplementedError
