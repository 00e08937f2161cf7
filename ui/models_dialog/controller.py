"""What may be done with models and when; the dialog shows it."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from assistant.app import App
from assistant.errors import SettingsError, ThimbleError
from assistant.models.advice import Advice
from assistant.models.catalogue import CatalogueEntry
from assistant.models.library import BUILT_IN_ID, InstalledModel, Kind, Model
from assistant.models.trash import Removed
from ui.models_dialog.card import CardText
from ui.models_dialog.downloads import Downloads
from ui.models_dialog.imports import Imports
from ui.models_dialog.reader import LibraryReader
from ui.models_dialog.tuning import Tuner, TuningDesk
from ui.models_dialog.words import ModelWords
from ui.sentences import sentence


class ModelsController(QObject):
    """The models on this computer and in the catalogue. Made with the window, at work once the dialog is opened.

    Attributes:
        downloads: Files that are fetched.
        imports: Files that the user brings.
        tuning: Makes models faster; None where nothing can.
    """

    listed = Signal()
    """The models on this computer, or what is known about them, are others now: read `installed` again."""
    models_changed = Signal()
    """A model came or went: whoever lists models has to look again."""
    chosen = Signal(str)
    """Id of the model to be used from now on; empty for the built-in one."""
    notice = Signal(str)
    """A sentence for the dialog."""
    undo_offered = Signal(str, object)
    """A sentence, and the function that takes it back."""

    def __init__(self, app: App, parent: QObject | None = None, *, tuner: Tuner | None = None) -> None:
        """Begin with what is known without opening a file.

        Args:
            app: The services.
            parent: Owns it.
            tuner: Makes models faster, if there is one.
        """
        super().__init__(parent)
        self._app = app
        self._models = app.models
        self._words = ModelWords(self)
        self._installed: list[InstalledModel] = []
        self._here: dict[str, Model] = {}
        self._removed: list[Removed] = []
        self._emptying: list[threading.Thread] = []
        self.downloads = Downloads(app.models, app.paths.models, self)
        self.imports = Imports(app.models, self)
        self._reader = LibraryReader(app.models, self)
        self._reader.read.connect(self._show)
        self.downloads.arrived.connect(self._arrived)
        self.downloads.failed.connect(self.notice)
        self.downloads.undo_offered.connect(self.undo_offered)
        self.imports.arrived.connect(self._arrived)
        self.imports.failed.connect(self.notice)
        self.tuning = TuningDesk(tuner, self) if tuner is not None else None
        if self.tuning is not None:
            self.tuning.kept.connect(self._faster)
            self.tuning.failed.connect(self.notice)

    @property
    def installed(self) -> list[InstalledModel]:
        """The models on this computer, as far as they were looked at."""
        return self._installed

    @property
    def offers(self) -> list[CatalogueEntry]:
        """The models that can be fetched."""
        return [entry for entry in self._models.catalogue if not entry.built_in]

    def refresh(self) -> None:
        """Look what is there: at once by name, a moment later with what the files say."""
        self._show(self._models.installed(cached_only=True))
        if any(
            item.header is None and item.problem is None and item.model.kind is Kind.GGUF for item in self._installed
        ):
            self._reader.start()

    def find(self, model_id: str) -> InstalledModel | None:
        """Return a model on this computer by its id."""
        return next((item for item in self._installed if item.model.id == model_id), None)

    def offer(self, entry_id: str) -> CatalogueEntry | None:
        """Return a model of the catalogue by its id."""
        return self._models.catalogue.find(entry_id)

    def is_used(self, model: Model) -> bool:
        """Whether a model writes the answers."""
        return (self._app.settings.current.model or BUILT_IN_ID) == model.id

    def text(self, item: InstalledModel) -> CardText:
        """Return what the card of a model on this computer says."""
        # What a file needs is known once it was looked at.
        advice = self._models.advice(item) if item.problem is None and not self._is_unread(item) else None
        return self._words.installed_text(item, advice, in_use=self.is_used(item.model), tuned=self.is_tuned(item))

    def offer_text(self, entry: CatalogueEntry) -> CardText:
        """Return what the card of a model of the catalogue says."""
        return self._words.offer_text(entry, self.advice(entry), installed=entry.id in self._here)

    def advice(self, entry: CatalogueEntry) -> Advice:
        """Return whether a model of the catalogue is something for this computer."""
        return self._models.advice(entry)

    def here(self, entry: CatalogueEntry) -> Model | None:
        """Return the model on this computer that an entry of the catalogue is."""
        return self._here.get(entry.id)

    def can_use(self, item: InstalledModel) -> bool:
        """Whether pressing "Use" would change anything for the better."""
        return item.problem is None and not self.is_used(item.model)

    def can_tune(self, item: InstalledModel) -> bool:
        """Whether a model may be made faster: what Thimble can read, and did not make itself."""
        if self.tuning is None or item.problem is not None or item.model.kind is not Kind.GGUF:
            return False
        free = self.tuning.state(item.model.id) is None and not self.tuning.busy
        return free and item.header is not None and not self.is_tuned(item)

    def is_tuned(self, item: InstalledModel) -> bool:
        """Whether a faster form is used in a model's place."""
        return self.tuning is not None and item.problem is None and self.tuning.is_tuned(item.model)

    def use(self, model: Model) -> None:
        """Use a model for new answers."""
        self.chosen.emit("" if model.built_in else model.id)
        self.listed.emit()

    def remove(self, model: Model) -> None:
        """Take a model away at once, and offer to bring it back; one that is in use is replaced by the built-in one."""
        if model.built_in:
            return
        used = self.is_used(model)
        entry = next((item.entry for item in self._installed if item.model.id == model.id), None)
        try:
            removed = self._models.remove(model)
        except SettingsError as error:
            self.notice.emit(sentence(error))
            self.refresh()
            return
        except ThimbleError as error:
            self.notice.emit(sentence(error))
            return
        if used:
            self.chosen.emit("")
        if entry is not None:
            self.downloads.forget(entry.id)
        self._changed()
        words = self.tr("“{name}” was removed.") if removed.folder else self.tr("“{name}” was taken out of the list.")
        self.undo_offered.emit(words.format(name=model.name), lambda: self._restore(removed, used=used))
        # After the offer, which ends the one before.
        self._removed.append(removed)

    def end_undo(self) -> None:
        """Delete for good what can no longer be brought back."""
        self.downloads.end_undo()
        gone, self._removed = [removed for removed in self._removed if removed.folder is not None], []
        self._emptying = [thread for thread in self._emptying if thread.is_alive()]
        for removed in gone:
            # Several gigabytes may take a while on a slow disk.
            thread = threading.Thread(target=self._models.empty_trash, args=(removed,), name="delete a model")
            thread.start()
            self._emptying.append(thread)

    def shutdown(self) -> None:
        """Pause downloads and end everything that runs; call before `App.close`."""
        self.downloads.stop()
        self.imports.stop()
        if self.tuning is not None:
            self.tuning.stop()
        self._reader.stop()
        self.end_undo()
        for thread in self._emptying:
            thread.join()

    def folder_of(self, model: Model) -> Path:
        """Return the folder a model lies in."""
        return model.path.parent

    def _restore(self, removed: Removed, *, used: bool) -> None:
        self._removed = [other for other in self._removed if other is not removed]
        try:
            model = self._models.restore(removed)
        except ThimbleError as error:
            self.notice.emit(sentence(error))
        else:
            if used:
                self.chosen.emit(model.id)
        self._changed()

    def _arrived(self, model: Model | None) -> None:
        if model is not None:
            self.notice.emit(self.tr("{name} is here and can be used.").format(name=model.name))
        self._changed()

    def _faster(self, model: Model) -> None:
        self.notice.emit(self.tr("{name} is faster from the next answer on.").format(name=model.name))
        self.listed.emit()

    @staticmethod
    def _is_unread(item: InstalledModel) -> bool:
        return item.model.kind is Kind.GGUF and item.header is None and item.problem is None

    def _changed(self) -> None:
        self.refresh()
        self.models_changed.emit()

    def _show(self, installed: list[InstalledModel]) -> None:
        self._installed = installed
        self._here = {item.entry.id: item.model for item in installed if item.entry is not None}
        self.listed.emit()
