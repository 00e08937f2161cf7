"""The button that names the model in use and opens the list of models."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QActionGroup, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QToolButton, QWidget

from assistant.app import App
from assistant.errors import ModelError, SettingsError, ThimbleError
from assistant.models.library import Model, built_in_file
from ui.icons import icon
from ui.sentences import file_size, sentence
from ui.shortcuts import tip
from ui.theme import ThemeManager

_NAME_WIDTH = 180


class ModelPicker(QToolButton):
    """Shows the model for new answers; its menu lists all models, and adds one."""

    chosen = Signal(str)
    """Id of the model to be used from now on; empty for the built-in one."""
    failed = Signal(str)
    """A sentence: something could not be done."""

    def __init__(self, app: App, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Show the model of the settings, or the built-in one with a sentence when it is missing."""
        super().__init__(parent)
        self._app = app
        self._theme = theme
        self._name = ""
        self._width = _NAME_WIDTH
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # The chevron goes behind the name, so the button is laid out against the reading direction.
        mirrored = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)
        theme.changed.connect(self._restyle)
        self._restyle()

    def refresh(self) -> None:
        """Show the model of the settings; a missing one is replaced by the built-in one, and said."""
        wanted = self._app.settings.current.model
        try:
            model = self._app.library.find(wanted)
        except ModelError as error:
            self.failed.emit(sentence(error))
            if wanted:
                self._show_name(self._app.library.find("").name if built_in_file() else self.tr("No model"))
                self.chosen.emit("")
            else:
                self._show_name(self.tr("No model"))
            return
        self._show_name(model.name)

    def set_name_width(self, pixels: int) -> None:
        """Shorten the name to this width."""
        if pixels != self._width:
            self._width = pixels
            self._show_name(self._name)

    def add_file(self, path: Path) -> Model | None:
        """Use a model file where it is; None, with a sentence, when it is no model."""
        try:
            model = self._app.library.from_file(path)
            files = self._app.settings.current.model_files
            if str(model.path) not in files and model.path.parent != self._app.paths.models:
                self._app.settings.update(model_files=(*files, str(model.path)))
        except SettingsError as error:
            self.failed.emit(sentence(error))  # it holds until the program ends
        except ThimbleError as error:
            self.failed.emit(sentence(error))
            return None
        for known in self._app.library.models():
            if known.path == model.path:
                self.chosen.emit(known.id)
                return known
        return None

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Add a model file"),
            str(Path.home()),
            self.tr("Model files (*.gguf);;All files (*)"),
        )
        if name:
            self.add_file(Path(name))

    def _open_folder(self) -> None:
        folder = self._app.paths.models
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            self.failed.emit(
                self.tr("The models folder {folder} can't be made. Check that its disk can be written.").format(
                    folder=folder
                )
            )
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _fill(self) -> None:
        menu = self._menu
        menu.clear()
        try:
            current = self._app.library.find(self._app.settings.current.model).id
        except ModelError:
            current = ""
        group = QActionGroup(menu)
        for model in self._app.library.models():
            size = file_size(model.size)
            detail = self.tr("built-in, {size}").format(size=size) if model.built_in else size
            action = menu.addAction(f"{model.name.replace('&', '&&')}  ·  {detail}")
            action.setCheckable(True)
            action.setChecked(model.id == current)
            action.setToolTip(str(model.path))
            model_id = "" if model.built_in else model.id
            action.triggered.connect(lambda _checked=False, chosen=model_id: self.chosen.emit(chosen))
            group.addAction(action)
        if menu.isEmpty():
            menu.addAction(self.tr("No model is installed")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(icon("plus", self._theme), self.tr("Add a model file…"), self._ask_for_file)
        menu.addAction(icon("folder", self._theme), self.tr("Open the models folder"), self._open_folder)

    def _show_name(self, name: str) -> None:
        self._name = name
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._width)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(self.tr("Model: {name}").format(name=name))
        self.setToolTip(tip(self.tr("{name} writes the answers. Press to choose another.").format(name=name), "model"))

    def _restyle(self) -> None:
        self.setIcon(icon("chevron-down", self._theme, "muted"))
