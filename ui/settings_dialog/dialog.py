"""The settings window: every change holds at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from assistant.app import App
from assistant.errors import SettingsError
from assistant.settings import Theme
from ui.notice_bar import NoticeBar
from ui.sentences import sentence
from ui.settings_dialog.fields import ChoiceField
from ui.settings_dialog.page import Page
from ui.settings_dialog.pages import AnswersPage, AppearancePage, ComputerPage, DataPage, model_choices
from ui.settings_dialog.protection_page import ProtectionPage
from ui.theme import ThemeManager

_SAVE_MS = 200
"""Holding an arrow of a number saves once, not at every step."""


class SettingsDialog(QDialog):
    """Shows the settings on pages; the keyboard moves between pages with Ctrl+Tab."""

    changed = Signal(str, object)
    """Name and new value of a setting that is in force now."""
    models_wanted = Signal()
    """The window of models is to be opened."""
    task_wanted = Signal(object)
    """A `ClosedTask`: the main window is to be closed for it."""

    def __init__(self, app: App, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Show the values in force."""
        super().__init__(parent)
        self._app = app
        self._theme = theme
        self._waiting: dict[str, object] = {}
        self.setWindowTitle(self.tr("Settings"))
        self.setModal(False)
        self.setMinimumSize(320, 320)
        self.notices = NoticeBar(theme, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.tabBar().setExpanding(False)
        self.tabs.tabBar().setAccessibleName(self.tr("Pages of the settings"))
        answers = AnswersPage(app, self.change)
        answers.models_button.clicked.connect(self.models_wanted)
        data = DataPage(app, self.change)
        self._moving = data.moving
        self._moving.task_wanted.connect(self.task_wanted)
        protection = ProtectionPage(app, self.change)
        protection.task_wanted.connect(self.task_wanted)
        self.pages: tuple[Page, ...] = (
            answers,
            ComputerPage(self.change),
            AppearancePage(app, self.change),
            data,
            protection,
        )
        for page in self.pages:
            self.tabs.addTab(page, page.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addWidget(self.tabs)
        self._save = QTimer(self)
        self._save.setSingleShot(True)
        self._save.setInterval(_SAVE_MS)
        self._save.timeout.connect(self.flush)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        self.refresh()

    def add_page(self, page: Page) -> None:
        """Add a page behind the others."""
        self.pages = (*self.pages, page)
        self.tabs.addTab(page, page.title)
        page.show_settings(self._app.settings.current)

    def sizeHint(self) -> QSize:
        """Return the size at the first opening."""
        screen = self.screen().availableGeometry().size()
        return QSize(520, 640).boundedTo(QSize(screen.width(), screen.height() - 60))

    def refresh(self) -> None:
        """Show the values in force, and the models there are now."""
        model = self.pages[0].fields["model"]
        if isinstance(model, ChoiceField):
            model.set_choices(model_choices(self._app))
        for page in self.pages:
            page.show_settings(self._app.settings.current)

    def change(self, name: str, value: object) -> None:
        """Put a value into force; it is saved a moment later."""
        self._waiting[name] = value
        if name == "theme":
            self._theme.set_theme(Theme(str(value)))
        elif name == "text_size":
            self._theme.set_text_size(int(str(value)))
        self._save.start()

    def flush(self) -> None:
        """Save what waits."""
        self._save.stop()
        changes, self._waiting = self._waiting, {}
        if not changes:
            return
        try:
            self._app.settings.update(**changes)
        except SettingsError as error:
            self.notices.add(sentence(error))
        for name, value in changes.items():
            self.changed.emit(name, value)

    def open_dialog(self) -> None:
        """Show the window, in front, with the first control focused."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.tabs.tabBar().setFocus(Qt.FocusReason.OtherFocusReason)

    def shut_down(self) -> None:
        """Close, and end what is going on; may be called more than once."""
        self.close()
        self._moving.stop()

    def done(self, result: int) -> None:
        """Save what waits before closing."""
        self.flush()
        super().done(result)
