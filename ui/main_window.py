"""The window: the left side, the page, and what connects them."""

from __future__ import annotations

import base64
import binascii
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QToolButton, QVBoxLayout, QWidget

from assistant.errors import SettingsError, StoreError
from assistant.settings import SettingsFile
from ui.icons import ICON_SIZE, app_icon, icon
from ui.sentences import sentence
from ui.shortcuts import COMMANDS, make_actions
from ui.theme import NARROW, SPACE, VERY_NARROW, ThemeManager

if TYPE_CHECKING:
    # Imported by `fill`, or when they are opened for the first time, so that the first paint comes early.
    from assistant.app import App
    from ui.chat.controller import ChatController
    from ui.command_palette import CommandPalette
    from ui.protection.tasks import ClosedTask

MIN_WIDTH, MIN_HEIGHT = 360, 420
FIRST_WIDTH, FIRST_HEIGHT = 1100, 760
LAST_CONVERSATION = "last_conversation"
"""Key of the conversation shown last in the store's window state."""
SIDE_WIDTH = 248


class MainWindow(QMainWindow):
    """One window with the conversations at its side. Below 640 px the side becomes a drawer.

    Attributes:
        painted: Whether the system has shown the window.
        filled: Whether its content is in it.
        asks_before_closing: Whether closing asks when words would be lost.
        task: What is to be done once it is closed; it opens again then.
    """

    def __init__(self, theme: ThemeManager, settings: SettingsFile) -> None:
        """Build the empty window where it was last time: it can be shown while the rest is being loaded."""
        super().__init__()
        self._theme = theme
        self._settings = settings
        self._palette: CommandPalette | None = None
        self._open_id: int | None = None
        self._side_width = SIDE_WIDTH
        self.asks_before_closing = True
        self.filled = False
        self.task: ClosedTask | None = None
        self.painted = False
        self.setWindowTitle("Thimble")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(MIN_WIDTH, MIN_HEIGHT)
        self._restore_geometry()

    def fill(self, app: App, controller: ChatController) -> None:
        """Put the left side and the page into the window; `begin` shows the conversations."""
        from ui.backups.wiring import make_desk
        from ui.chat.page import ChatPage
        from ui.drawer import Drawer
        from ui.model_drops import ModelDrops
        from ui.model_picker import ModelPicker
        from ui.notice_bar import NoticeBar
        from ui.other_windows import OtherWindows
        from ui.sidebar.panel import Sidebar

        theme = self._theme
        self._app = app
        self._controller = controller
        self.sidebar = Sidebar(app.store, theme)
        self.page = ChatPage(controller, theme)
        self.notices = NoticeBar(theme)
        self.picker = ModelPicker(app, theme, self.page)
        self.others = OtherWindows(app, theme, self)
        self.backups = make_desk(self, app, controller)
        self.drops = ModelDrops(self)
        self.menu_button = QToolButton(self.page)
        self.menu_button.setIconSize(ICON_SIZE)
        self.menu_button.setAccessibleName(self.tr("Pages and conversations"))
        self.menu_button.setToolTip(self.tr("Pages and conversations"))
        self.menu_button.clicked.connect(self.open_drawer)
        self.menu_button.hide()
        self.page.header_layout_left().insertWidget(0, self.menu_button)
        self.page.header_layout_right().insertWidget(0, self.picker)
        self.page.header.put_in_tab_order(self.picker)

        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        QWidget.setTabOrder(self.sidebar.offline_button, self.menu_button)
        self.drawer = Drawer(theme, self.centralWidget())
        self.actions_by_id = make_actions(
            self,
            {
                "chat": self.focus_page,
                "new": self.new_chat,
                "search": self.search,
                "palette": self.open_palette,
                "stop": self.stop_or_close,
                "copy": self.copy_last_answer,
                "previous": lambda: self.page.transcript.focus_message(-1),
                "next": lambda: self.page.transcript.focus_message(1),
                "model": self.choose_model,
                "models": self.others.open_models,
                "settings": self.open_settings,
                "offline": self.sidebar.show_offline,
                "shortcuts": self.others.open_shortcuts,
                "quit": self.close,
            },
        )
        self._connect()
        if state := _decoded(self._settings.current.splitter_state):
            # Not laid out yet, it would squeeze the side into the few pixels it has.
            self.splitter.resize(self.size())
            self.splitter.restoreState(state)
            self._side_width = self.splitter.sizes()[0] or SIDE_WIDTH
        self.filled = True
        self._restyle()
        self._retitle()
        self._arrange()
        QTimer.singleShot(0, self, self._arrange)

    def begin(self) -> None:
        """Show the conversations, the last one opened, and what there is to say."""
        for error in self._app.notices:
            self.notices.add(sentence(error))
        self.sidebar.list.refresh()
        self.picker.refresh()
        self.open_last()
        self.backups.begin()

    def open_last(self) -> None:
        """Open the conversation that was shown last, as the store remembers."""
        last = self._app.store.get_state(LAST_CONVERSATION)
        known = {str(conversation.id): conversation.id for conversation in self.sidebar.list.conversations.shown}
        self._controller.open(known.get(last))
        self.page.focus_input()

    def open_conversation(self, conversation_id: int) -> None:
        """Show a conversation and put the cursor into its input."""
        if conversation_id != self._open_id:
            self._controller.open(conversation_id)
        self.drawer.close_drawer()
        self.focus_page()

    def new_chat(self) -> None:
        """Begin a conversation; it is listed once something was sent."""
        self._controller.open(None)
        self.drawer.close_drawer()
        self.focus_page()

    def rename(self, conversation_id: int) -> None:
        """Begin renaming a conversation in the list."""
        if self.is_narrow:
            self.open_drawer()
        self.sidebar.search.clear()
        self.sidebar.list.rename(conversation_id)

    def focus_page(self) -> None:
        """Put the cursor into the input."""
        self.drawer.close_drawer()
        self.page.focus_input()

    def search(self) -> None:
        """Put the cursor into the search field."""
        if self.is_narrow:
            self.open_drawer()
        self.sidebar.focus_search()

    def stop_or_close(self) -> None:
        """Close the drawer, else stop the answer."""
        if self.drawer.isVisible():
            self.drawer.close_drawer()
        else:
            self._controller.stop()

    def copy_last_answer(self) -> None:
        """Copy the newest answer, or say that there is none."""
        if not self.page.transcript.copy_last_answer():
            self.notices.add(self.tr("There is no answer to copy yet. Ask something first."))

    def open_drawer(self) -> None:
        """Slide the left side in, where it is a drawer."""
        if self.is_narrow:
            self.drawer.open()

    def choose_model(self) -> None:
        """Open the short list of models."""
        self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.picker.showMenu()

    def open_settings(self) -> None:
        """Open the settings window."""
        self.drawer.close_drawer()
        self.others.open_settings()

    def open_palette(self) -> None:
        """Open the list of commands and conversations."""
        from ui.command_palette import CommandPalette, Entry

        if self._palette is None:
            self._palette = CommandPalette(self)
        entries = [
            Entry(command.label, command.key_text, self.actions_by_id[command.id].trigger)
            for command in COMMANDS
            if command.in_palette and command.id in self.actions_by_id
        ]
        try:
            conversations = self._app.store.conversations()
        except StoreError as error:
            self.notices.add(sentence(error))
            conversations = []
        model = self.sidebar.list.conversations
        entries += [Entry(model.title(item), "", partial(self.open_conversation, item.id)) for item in conversations]
        self._palette.open_with(entries)

    def bring_up(self) -> None:
        """Come to the front, as a second start asks."""
        if self.isMinimized():
            self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_for(self, task: ClosedTask) -> None:
        """Close, to come back when a task is done that needs the conversations closed."""
        self.task = task
        self.close()

    @property
    def is_narrow(self) -> bool:
        """Whether the left side is a drawer now."""
        return self.sidebar.parentWidget() is not self.splitter

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the left side between its two places."""
        super().resizeEvent(event)
        if self.filled:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Know that the window was seen."""
        super().paintEvent(event)
        self.painted = True

    def changeEvent(self, event: QEvent) -> None:
        """Save what is typed when the window is left: the machine may be switched off next."""
        super().changeEvent(event)
        if self.filled and event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self._controller.flush()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything, then go."""
        from ui.chat import unsaved

        if not self.filled:
            event.ignore()  # Some tenths of a second into the start; half a window can't be taken down.
            return
        if self.asks_before_closing and not unsaved.may_close_window(self, self._controller):
            event.ignore()
            return
        self.others.shut_down()
        self._controller.shutdown()
        changes: dict[str, object] = {"window_geometry": _encoded(self.saveGeometry())}
        if not self.is_narrow:
            changes["splitter_state"] = _encoded(self.splitter.saveState())
        try:
            self._settings.update(**changes)
        except SettingsError as error:
            # The window is going: where it stood is not worth keeping it open for.
            self.notices.add(sentence(error))
        super().closeEvent(event)

    def close_now(self) -> None:
        """Close without a question, as the system asks."""
        self.asks_before_closing = False
        self.close()

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.page, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        self.splitter.addWidget(self.sidebar)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(0, 0)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([SIDE_WIDTH, FIRST_WIDTH - SIDE_WIDTH])
        self.sidebar.setMinimumWidth(200)
        center = QWidget(self)
        row = QHBoxLayout(center)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)
        self.setCentralWidget(center)

    def _connect(self) -> None:
        side, controller = self.sidebar, self._controller
        side.chat_requested.connect(self.focus_page)
        side.new_requested.connect(self.new_chat)
        side.settings_requested.connect(self.open_settings)
        side.search.left.connect(self.stop_or_close)
        side.list.opened.connect(self.open_conversation)
        side.list.removed.connect(self._app.forget)
        side.list.removing.connect(controller.stop_conversation)
        side.list.removed.connect(self._removed)
        side.list.renamed.connect(controller.reload)
        side.list.failed.connect(self.notices.add)
        side.list.refreshed.connect(self._retitle)
        self.page.rename_requested.connect(self.rename)
        self.page.delete_requested.connect(side.list.delete_by_id)
        controller.conversations_changed.connect(side.list.refresh)
        controller.conversation_opened.connect(self._opened)
        controller.notice.connect(self.notices.add)
        self.picker.failed.connect(self.notices.add)
        self.picker.chosen.connect(controller.set_model)
        controller.model_changed.connect(self.picker.refresh)
        controller.model_changed.connect(self.others.model_changed)
        controller.model_wanted.connect(self.others.open_models)
        self.picker.models_wanted.connect(self.others.open_models)
        self.picker.file_wanted.connect(self.others.choose_model_file)
        self.drops.dropped.connect(self.others.add_model_files)
        self.others.setting_changed.connect(self._setting_changed)
        self.others.task_wanted.connect(self.close_for)
        self.others.model_chosen.connect(controller.set_model)
        self.others.models_changed.connect(self.picker.refresh)
        self.others.said.connect(self.notices.add)
        self._theme.changed.connect(self._restyle)
        self.splitter.splitterMoved.connect(self._side_moved)

    def _opened(self, conversation_id: int | None) -> None:
        self._open_id = conversation_id
        self.sidebar.list.set_open(conversation_id)
        self._retitle()
        try:
            # At once, not at the end: a killed program is to come back where it was.
            self._app.store.set_state(LAST_CONVERSATION, str(conversation_id or ""))
        except StoreError as error:
            self.notices.add(sentence(error))

    def _removed(self, conversation_id: int) -> None:
        if conversation_id == self._open_id:
            self._controller.open(None)

    def _setting_changed(self, name: str, value: object) -> None:
        if name == "model":
            self._controller.set_model(str(value))

    def _retitle(self) -> None:
        from ui.sidebar.model import one_line

        title = ""
        if self._open_id is not None:
            conversation = self.sidebar.list.conversations.find(self._open_id)
            title = one_line(conversation.title, 80) if conversation else ""
        self.setWindowTitle(self.tr("{title} – Thimble").format(title=title) if title else "Thimble")

    def _side_moved(self, position: int, _handle: int) -> None:
        if not self.is_narrow:
            self._side_width = self.splitter.sizes()[0]

    def _arrange(self) -> None:
        narrow = self.width() < NARROW
        self.picker.set_name_width(104 if self.width() < VERY_NARROW else 180)
        if narrow == self.is_narrow:
            return
        if narrow:
            self.drawer.set_content(self.sidebar)
        else:
            self.drawer.close_drawer()
            self.drawer.set_content(None)
            self.splitter.insertWidget(0, self.sidebar)
            self.splitter.setStretchFactor(0, 0)
            self.splitter.setStretchFactor(1, 1)
            self.splitter.setSizes([self._side_width, self.width() - self._side_width])
            self.sidebar.show()
        self.menu_button.setVisible(narrow)

    def _restore_geometry(self) -> None:
        geometry = _decoded(self._settings.current.window_geometry)
        if geometry is None or not self.restoreGeometry(geometry):
            screen = self.screen().availableGeometry()
            self.resize(min(FIRST_WIDTH, screen.width() - 12 * SPACE), min(FIRST_HEIGHT, screen.height() - 16 * SPACE))

    def _restyle(self) -> None:
        self.menu_button.setIcon(icon("menu", self._theme))


def _encoded(state: QByteArray) -> str:
    return base64.b64encode(bytes(state.data())).decode("ascii")


def _decoded(text: str) -> QByteArray | None:
    try:
        return QByteArray(base64.b64decode(text, validate=True)) if text else None
    except (binascii.Error, ValueError):
        return None
