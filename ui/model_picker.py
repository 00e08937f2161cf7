"""The button that names the model in use and opens the short list of models."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from assistant.app import App
from assistant.errors import ModelError
from assistant.models.library import built_in_file
from ui.icons import icon
from ui.sentences import file_size, sentence
from ui.shortcuts import tip
from ui.theme import ThemeManager

_NAME_WIDTH = 180


class ModelPicker(QToolButton):
    """Shows the model for new answers; its menu lists all models and leads to more."""

    chosen = Signal(str)
    """Id of the model to be used from now on; empty for the built-in one."""
    models_wanted = Signal()
    """The window of models is to be opened."""
    file_wanted = Signal()
    """A model file is to be chosen and added."""
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
        menu.addAction(icon("plus", self._theme), self.tr("Add a model file…"), self.file_wanted.emit)
        models = menu.addAction(icon("model", self._theme), self.tr("Models…"), self.models_wanted.emit)
        models.setToolTip(tip(self.tr("Download, add and remove models"), "models"))

    def _show_name(self, name: str) -> None:
        self._name = name
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, self._width)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(self.tr("Model: {name}").format(name=name))
        self.setToolTip(tip(self.tr("{name} writes the answers. Press to choose another.").format(name=name), "model"))

    def _restyle(self) -> None:
        self.setIcon(icon("chevron-down", self._theme, "muted"))
