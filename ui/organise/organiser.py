"""Ties the order of conversations to the window: bin, statistics, titles, and entries in the page's menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assistant.app import App
from ui.chat.controller import ChatController
from ui.chat.page import ChatPage
from ui.organise.bin_keeper import BinKeeper
from ui.sidebar.panel import Sidebar
from ui.theme import ThemeManager
from ui.undo_bar import UndoBar
from ui.worker import EngineThread

if TYPE_CHECKING:
    # Not needed for the first paint.
    from ui.organise.bin_dialog import BinDialog
    from ui.organise.statistics_dialog import StatisticsDialog
    from ui.organise.statistics_reader import StatisticsReader
    from ui.organise.titler import Titler


class Organiser(QObject):
    """Opens the bin and the statistics, keeps the bin, lets titles be made."""

    opened = Signal(int)
    """A conversation is to be shown."""
    said = Signal(str)
    """A sentence for the user."""

    def __init__(self, app: App, theme: ThemeManager, side: Sidebar, window: QWidget) -> None:
        """Serve `side`, the left side of `window`."""
        super().__init__(window)
        self._app = app
        self._theme = theme
        self._side = side
        self._window = window
        self._bin: BinDialog | None = None
        self._statistics: StatisticsDialog | None = None
        self._reader: StatisticsReader | None = None
        self._titler: Titler | None = None
        self.undo_bar = UndoBar(theme)
        """Shows what the bar of the left side offers while that is a closed drawer."""
        side.list.undo_offered.connect(self._offer_beside)
        side.undo_bar.closed.connect(self.undo_bar.withdraw)
        self.keeper = BinKeeper(app.store, self)
        self.keeper.discarded.connect(side.list.refresh)
        self.keeper.failed.connect(self.said)
        side.bin_requested.connect(self.open_bin)
        side.statistics_requested.connect(self.open_statistics)

    def add_to_menu(self, page: ChatPage, controller: ChatController) -> None:
        """Put what can be done with the open conversation into the page's menu, before what deletes it."""
        menu = page.header.menu
        archive = QAction(self.tr("Archive"), menu)
        pin = QAction(self.tr("Pin to the top"), menu)
        before = next((action for action in menu.actions() if action.isSeparator()), None)
        menu.insertActions(before, [pin, archive])
        conversations = self._side.list.conversations

        def prepare() -> None:
            number = controller.conversation_id
            conversation = None if number is None else conversations.find(number)
            for action in (archive, pin):
                action.setEnabled(conversation is not None)
            if conversation is not None:
                archive.setText(self.tr("Back to the list") if conversation.archived else self.tr("Archive"))
                pin.setText(self.tr("Unpin") if conversation.pinned else self.tr("Pin to the top"))

        def with_open(change: str) -> None:
            number = controller.conversation_id
            conversation = None if number is None else conversations.find(number)
            if conversation is not None and change == "archive":
                self._side.list.changes.archive([conversation], not conversation.archived)
            elif conversation is not None:
                self._side.list.toggle_pin(conversation)

        menu.aboutToShow.connect(prepare)
        archive.triggered.connect(lambda: with_open("archive"))
        pin.triggered.connect(lambda: with_open("pin"))

    def begin(self, worker: EngineThread, controller: ChatController) -> None:
        """Keep the bin from now on, and let titles be made of the answers of `controller`."""
        from ui.organise.titler import Titler

        self.keeper.begin()
        titler = self._titler = Titler(self._app, worker, self)
        controller.any_answer_ended.connect(titler.answered)
        controller.busy_changed.connect(titler.busy_changed)
        titler.titled.connect(controller.reload)
        titler.titled.connect(self._side.list.refresh)

    def open_bin(self) -> None:
        """Open the bin."""
        from ui.organise.bin_dialog import BinDialog

        if self._bin is None:
            self._bin = BinDialog(self._app.store, self._theme, self._window)
            self._bin.restored.connect(self._side.list.refresh)
            self._bin.removal_wanted.connect(self.keeper.remove)
            self._bin.removal_wanted.connect(self._app.forget)
            self.keeper.discarded.connect(self._bin.refresh)
        self._bin.open_dialog()

    def open_statistics(self) -> None:
        """Open the statistics."""
        from ui.organise.statistics_dialog import StatisticsDialog
        from ui.organise.statistics_reader import StatisticsReader

        if self._statistics is None:
            self._reader = StatisticsReader(self._app.store, self._app.paths, self)
            self._statistics = StatisticsDialog(self._reader, self._window)
            self._statistics.opened.connect(self.opened)
        self._statistics.open_dialog()

    def _offer_beside(self, text: str, _undo: object) -> None:
        if not self._side.isVisible():
            self.undo_bar.offer(text, self._side.undo_bar.undo)

    def shut_down(self) -> None:
        """End what runs; may be called more than once."""
        self.keeper.stop()
        if self._titler is not None:
            self._titler.stop()
        if self._reader is not None:
            self._reader.stop()
        for dialog in (self._bin, self._statistics):
            if dialog is not None:
                dialog.close()
