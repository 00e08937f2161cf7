"""The windows beside the main one: each is made when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from assistant.app import App
from ui.theme import ThemeManager

if TYPE_CHECKING:
    # Not needed for the first paint.
    from ui.backups.desk import BackupDesk
    from ui.models_dialog.controller import ModelsController
    from ui.models_dialog.dialog import ModelsDialog
    from ui.settings_dialog.dialog import SettingsDialog
    from ui.shortcut_sheet import ShortcutSheet


class OtherWindows(QObject):
    """Opens the settings, the models and the list of keys.

    Attributes:
        backups: What the settings show of backups; nothing until it is set.
    """

    setting_changed = Signal(str, object)
    """Name and new value of a setting that is in force now."""
    model_chosen = Signal(str)
    """Id of the model to be used from now on; empty for the built-in one."""
    said = Signal(str)
    """A sentence from a window that is closed."""
    models_changed = Signal()
    """A model came or went."""
    task_wanted = Signal(object)
    """A `ClosedTask`: the window is to be closed for it."""

    def __init__(self, app: App, theme: ThemeManager, window: QWidget) -> None:
        """Open them over `window`."""
        super().__init__(window)
        self._app = app
        self._theme = theme
        self._window = window
        self._settings: SettingsDialog | None = None
        self._models: ModelsDialog | None = None
        self._models_controller: ModelsController | None = None
        self._sheet: ShortcutSheet | None = None
        self.backups: BackupDesk | None = None

    def open_settings(self) -> None:
        """Open the settings."""
        from ui.settings_dialog.dialog import SettingsDialog

        if self._settings is None:
            self._settings = SettingsDialog(self._app, self._theme, self._window)
            self._settings.changed.connect(self.setting_changed)
            self._settings.models_wanted.connect(self.open_models)
            self._settings.task_wanted.connect(self.task_wanted)
            if self.backups is not None:
                from ui.backups.page import BackupsPage

                self._settings.add_page(BackupsPage(self.backups, self._theme, self._settings.change))
        self._settings.open_dialog()

    def open_models(self) -> None:
        """Open the models; with the catalogue in front where there is only the built-in one."""
        from ui.models_dialog.dialog import ModelsPage

        dialog = self._models_dialog()
        only_one = len(self._app.library.models()) < 2
        dialog.open_dialog(ModelsPage.OFFERED if only_one else None)

    def choose_model_file(self) -> None:
        """Open the models and let the user choose a file to be added."""
        from ui.models_dialog.dialog import ModelsPage

        dialog = self._models_dialog()
        dialog.open_dialog(ModelsPage.INSTALLED)
        dialog.choose_file()

    def add_model_files(self, files: Sequence[Path]) -> None:
        """Open the models and ask what to do with files that were dropped."""
        from ui.models_dialog.dialog import ModelsPage

        dialog = self._models_dialog()
        if self._models_controller is not None:
            self._models_controller.imports.ask(files)
        dialog.open_dialog(ModelsPage.INSTALLED)

    def open_shortcuts(self) -> None:
        """Open the list of keys."""
        from ui.shortcut_sheet import ShortcutSheet

        if self._sheet is None:
            self._sheet = ShortcutSheet(self._window)
        self._sheet.show()
        self._sheet.raise_()
        self._sheet.activateWindow()

    def model_changed(self) -> None:
        """Show which model is in use now, where that is shown."""
        if self._models_controller is not None and self._models is not None and self._models.isVisible():
            self._models_controller.refresh()

    def shut_down(self) -> None:
        """Save settings, pause downloads and end what runs; may be called more than once."""
        if self._settings is not None:
            self._settings.shut_down()
        if self.backups is not None:
            self.backups.shut_down()
        if self._models is not None:
            self._models.close()
        if self._models_controller is not None:
            self._models_controller.shutdown()

    def _models_dialog(self) -> ModelsDialog:
        from ui.models_dialog.controller import ModelsController
        from ui.models_dialog.dialog import ModelsDialog

        if self._models is None:
            controller = self._models_controller = ModelsController(self._app, self, tuner=self._app.tuned)
            controller.chosen.connect(self.model_chosen)
            controller.models_changed.connect(self.models_changed)
            self._models = ModelsDialog(controller, self._theme, self._app.paths.models, self._window)
            self._models.said_hidden.connect(self.said)
        return self._models
