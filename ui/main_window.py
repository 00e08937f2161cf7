"""The window: the left side, the page, and what connects them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from assistant.errors import SettingsError, StoreError
from assistant.settings import SettingsFile
from ui.icons import ICON_SIZE, app_icon, icon
from ui.sentences import sentence
from ui.shortcuts import COMMANDS, make_actions
from ui.theme import NARROW, VERY_NARROW, ThemeManager
from ui.window_place import FIRST_WIDTH, decoded, encoded, put_in_place
from ui.window_wiring import actions_of, connect

if TYPE_CHECKING:
    # Imported by `fill`, or when they are opened for the first time, so that the first paint comes early.
    from assistant.app import App
    from ui.chat.controller import ChatController
    from ui.command_palette import CommandPalette
    from ui.protection.tasks import ClosedTask

MIN_WIDTH, MIN_HEIGHT = 360, 420
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
        self.asks_before_closing, self.filled = True, False
        self.task: ClosedTask | None = None
        self.painted = False
        self.setWindowTitle("Thimble")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(MIN_WIDTH, MIN_HEIGHT)
        put_in_place(self, self._settings.current.window_geometry)

    def fill(self, app: App, controller: ChatController) -> None:
        """Put the left side and the page into the window; `begin` shows the conversations."""
        from ui.backups.wiring import make_desk
        from ui.chat.page import ChatPage
        from ui.drawer import Drawer
        from ui.exchange.windows import ExchangeWindows
        from ui.model_drops import ModelDrops
        from ui.model_picker import ModelPicker
        from ui.notice_bar import NoticeBar
        from ui.organise.organiser import Organiser
        from ui.other_windows import OtherWindows
        from ui.sidebar.panel import Sidebar
        from ui.summaries.drops import DocumentDrops

        theme, self._app = self._theme, app
        self._controller = controller
        self.sidebar = Sidebar(app.store, theme)
        self.page = ChatPage(controller, theme)
        self.notices = NoticeBar(theme)
        self.picker = ModelPicker(app, theme, self.page)
        self.others = OtherWindows(app, theme, self)
        self.organiser = Organiser(app, theme, self.sidebar, self)
        self.organiser.add_to_menu(self.page, controller)
        self.backups = make_desk(self, app, controller)
        self.drops = ModelDrops(self)
        self.exchange = ExchangeWindows(app, self)
        self.document_drops = DocumentDrops(self)
        self.menu_button = QToolButton(self.page)
        self.menu_button.setIconSize(ICON_SIZE)
        self.menu_button.setAccessibleName(self.tr("Pages and conversations"))
        self.menu_button.setToolTip(self.tr("Pages and conversations"))
        self.menu_button.clicked.connect(self.open_drawer)
        self.menu_button.hide()
        self._make_pages(app, controller)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self.switch.order_tabs()
        self.drawer = Drawer(theme, self.centralWidget())
        self.actions_by_id = make_actions(self, actions_of(self))
        connect(self, app, controller)
        theme.changed.connect(self._restyle)
        self.splitter.splitterMoved.connect(self._side_moved)
        if state := decoded(self._settings.current.splitter_state):
            # Not laid out yet, it would squeeze the side into the few pixels it has.
            self.splitter.resize(self.size())
            self.splitter.restoreState(state)
            self._side_width = self.splitter.sizes()[0] or SIDE_WIDTH
        self.filled = True
        self._restyle()
        self.retitle()
        self._arrange()
        QTimer.singleShot(0, self, self._arrange)

    def _made_menu_button(self) -> QToolButton:
        button = QToolButton(self.page)
        button.setIconSize(ICON_SIZE)
        button.setAccessibleName(self.tr("Pages and conversations"))
        button.setToolTip(self.tr("Pages and conversations"))
        button.clicked.connect(self.open_drawer)
        button.hide()
        return button

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
        known = self.sidebar.list.conversations.find(int(last)) if last.isdecimal() else None
        self.switch.begin(known.id if known is not None else None)

    def open_conversation(self, conversation_id: int) -> None:
        """Show a conversation on its page and put the cursor into its input."""
        self.switch.open(conversation_id)

    def new_chat(self) -> None:
        """Begin a conversation; it is listed once something was sent."""
        self._controller.open(None)
        self.focus_page()

    def rename(self, conversation_id: int) -> None:
        """Begin renaming a conversation in the list."""
        if self.is_narrow:
            self.open_drawer()
        self.sidebar.search.clear()
        self.sidebar.list.rename(conversation_id)

    def add_folder(self) -> None:
        """Make a folder in the list and let its name be typed."""
        self.open_drawer()
        self.sidebar.add_folder()

    def focus_page(self) -> None:
        """Show the chat and put the cursor into its input."""
        self.switch.show_chat()

    def search(self) -> None:
        """Put the cursor into the search field."""
        if self.is_narrow:
            self.open_drawer()
        self.sidebar.focus_search()

    def search_all(self, text: str | None = None) -> None:
        """Search all messages, for `text` if there is one."""
        self.drawer.close_drawer()
        self.finder.open_search(text)

    def stop_or_close(self) -> None:
        """Close the drawer, else what is open of the search, else stop the answer."""
        if self.drawer.isVisible():
            self.drawer.close_drawer()
        elif not self.finder.close_one():
            self.switch.stop()

    def copy_last_answer(self) -> None:
        """Copy the newest answer, or say that there is none."""
        if not self.switch.copy():
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

    def export_open(self) -> None:
        """Ask how to export the open conversation; in a new chat, all of them."""
        self.exchange.export([] if self._open_id is None else [self._open_id])

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
            conversations = self._app.store.conversations(archived=None)
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

    def flush(self) -> None:
        """Write to the store what is typed and what has arrived."""
        self._controller.flush()
        self.summaries.flush()

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
            self.flush()

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
        self.finder.shut_down()
        self.organiser.shut_down()
        self.exchange.shut_down()
        self._controller.shutdown()
        self.summaries.shut_down()
        changes: dict[str, object] = {"window_geometry": encoded(self.saveGeometry())}
        if not self.is_narrow:
            changes["splitter_state"] = encoded(self.splitter.saveState())
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

    def _make_pages(self, app: App, controller: ChatController) -> None:
        from ui.page_switch import PageSwitch
        from ui.search.finder import Finder
        from ui.summaries.front import Summaries

        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.page)
        self.summaries = Summaries(app, controller.worker, self._theme, self.pages)
        self.switch = PageSwitch(
            app,
            self.pages,
            self.sidebar,
            chat=(controller, self.page),
            summaries=self.summaries,
            shared=(self.menu_button, self.picker),
        )
        self.finder = Finder(app, controller, self._theme, self.pages, self.page)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self.pages, 1)
        column.addWidget(self.organiser.undo_bar)
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

    def opened(self, conversation_id: int | None) -> None:
        """Know which conversation is shown, for the list, the title and the next start."""
        self._open_id = conversation_id
        self.sidebar.list.set_open(conversation_id)
        self.retitle()
        try:
            # At once, not at the end: a killed program is to come back where it was.
            self._app.store.set_state(LAST_CONVERSATION, str(conversation_id or ""))
        except StoreError as error:
            self.notices.add(sentence(error))

    def stop_answers(self, conversation_ids: list[int]) -> None:
        """End the answers of conversations that are about to go."""
        for conversation_id in conversation_ids:
            self._controller.stop_conversation(conversation_id)

    def conversations_came(self) -> None:
        """Show what an import has brought."""
        self.sidebar.list.refresh()
        if self._controller.conversation_id is not None and not self._controller.busy:
            # It may be one that grew.
            self._controller.open(self._controller.conversation_id)

    def setting_changed(self, name: str, value: object) -> None:
        """Put a setting into force that the page shows."""
        if name == "model":
            self._controller.set_model(str(value))

    def retitle(self) -> None:
        """Name the window after the conversation that is shown."""
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

    def _restyle(self) -> None:
        self.menu_button.setIcon(icon("menu", self._theme))
