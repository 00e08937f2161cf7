"""The left side as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.store import Store
from ui.icons import ICON_SIZE, icon
from ui.shortcuts import tip
from ui.sidebar.conversation_list import ConversationList
from ui.sidebar.more_button import MoreButton
from ui.sidebar.selection_bar import SelectionBar
from ui.theme import SPACE, ThemeManager
from ui.undo_bar import UndoBar

if TYPE_CHECKING:
    from ui.offline import OfflinePopover


class TitleSearch(QLineEdit):
    """The field that filters the list; Down goes to the list, Enter searches all messages, Esc empties it."""

    to_list = Signal()
    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Claim Esc while there is something to empty: the window's shortcut would come first."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if escape and event.type() is QEvent.Type.ShortcutOverride and self.text():
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle the ways out of the field."""
        if event.key() == Qt.Key.Key_Down:
            self.to_list.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


class Sidebar(QWidget):
    """Pages, New chat, search, conversations, settings and the offline badge."""

    chat_requested = Signal()
    summary_requested = Signal()
    new_requested = Signal()
    settings_requested = Signal()
    search_requested = Signal(str)
    """All messages are to be searched for what is typed in the field."""
    bin_requested = Signal()
    statistics_requested = Signal()
    export_requested = Signal(object)
    """Ids of conversations to be exported."""

    def __init__(self, store: Store, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin with an empty list; call `list.refresh`."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Pages and conversations"))
        self._on_summary = False
        self._icons: list[tuple[QPushButton, str]] = []
        self.chat_button = self._row(self.tr("Chat"), "chat", "chat")
        self.chat_button.setCheckable(True)
        self.chat_button.setChecked(True)
        self.chat_button.clicked.connect(lambda: self._wanted(self.chat_requested))
        self.summary_button = self._row(self.tr("Summarise"), "summary", "summarise")
        self.summary_button.setCheckable(True)
        self.summary_button.clicked.connect(lambda: self._wanted(self.summary_requested))
        self.new_button = self._row(self.tr("New chat"), "plus", "new")
        self.new_button.clicked.connect(self.new_requested)
        self.more_button = MoreButton(theme, self)
        self.search = TitleSearch(self)
        self.search.setPlaceholderText(self.tr("Search titles"))
        self.search.setAccessibleName(self.tr("Search conversations by title"))
        self.search.setToolTip(tip(self.tr("Search conversations by title"), "search"))
        self.search.setClearButtonEnabled(True)
        self._search_icon = QAction(self)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.search_button = self._row(self.tr("Search all messages"), "search", "search_all")
        self.search_button.clicked.connect(self._search_all)
        self.search_button.hide()
        self.list = ConversationList(store, theme, self)
        self.empty = QLabel(self)
        self.empty.setProperty("role", "muted")
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        self.selection_bar = SelectionBar(theme, self)
        self.undo_bar = UndoBar(theme, self)
        self.settings_button = self._row(self.tr("Settings"), "settings", "settings")
        self.settings_button.clicked.connect(self.settings_requested)
        self.offline_button = self._row(self.tr("Offline"), "shield", "offline")
        self.offline_button.setToolTip(self.tr("Nothing leaves this computer. Press to see the proof."))
        self.offline_button.clicked.connect(self.show_offline)
        self._offline: OfflinePopover | None = None

        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()
        self._show_state()

    def mark_page(self, *, summary: bool) -> None:
        """Mark the page that is shown."""
        self._on_summary = summary
        self.chat_button.setChecked(not summary)
        self.summary_button.setChecked(summary)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_offline(self) -> None:
        """Open the popover of the offline badge."""
        from ui.offline import OfflinePopover  # not needed for the first paint

        if self._offline is None:
            self._offline = OfflinePopover(self)
        button = self.offline_button
        if button.isVisible():
            place = QRect(button.mapToGlobal(QPoint(0, 0)), button.size())
        else:  # the left side is a drawer that is closed
            window = self.window()
            place = QRect(window.mapToGlobal(QPoint(2 * SPACE, window.height() - 2 * SPACE)), QSize(0, 0))
        self._offline.open_above(place)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.search.to_list.connect(self._enter_list)
        self.search.entered.connect(self._search_all)
        self.list.refreshed.connect(self._show_state)
        self.list.undo_offered.connect(self.undo_bar.offer)
        self.list.undo_requested.connect(self.undo_bar.undo)
        self.list.bin_requested.connect(self.bin_requested)
        self.list.export_requested.connect(self.export_requested)
        self.list.selected.connect(self.selection_bar.show_count)
        self.selection_bar.archive_wanted.connect(lambda: self.list.archive(self.list.chosen()))
        self.selection_bar.delete_wanted.connect(lambda: self.list.delete(self.list.chosen()))
        self.selection_bar.more_wanted.connect(self._show_selection_menu)
        self.selection_bar.ended.connect(self._end_selection)
        self.more_button.folder_wanted.connect(self.add_folder)
        self.more_button.bin_wanted.connect(self.bin_requested)
        self.more_button.statistics_wanted.connect(self.statistics_requested)

    def _lay_out(self) -> None:
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.chat_button)
        layout.addWidget(self.summary_button)
        layout.addSpacing(3 * SPACE)
        new = QHBoxLayout()
        new.setSpacing(SPACE)
        new.addWidget(self.new_button, 1)
        new.addWidget(self.more_button)
        layout.addLayout(new)
        layout.addSpacing(SPACE)
        layout.addWidget(self.search)
        layout.addWidget(self.search_button)
        layout.addSpacing(SPACE)
        layout.addWidget(self.empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.selection_bar)
        layout.addWidget(self.undo_bar)
        layout.addSpacing(SPACE)
        layout.addWidget(line)
        layout.addSpacing(SPACE)
        layout.addWidget(self.settings_button)
        layout.addWidget(self.offline_button)

    def _row(self, text: str, icon_name: str, command_id: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "row")
        button.setIconSize(ICON_SIZE)
        button.setAutoDefault(False)
        button.setAccessibleName(text)
        button.setToolTip(tip(text, command_id))
        self._icons.append((button, icon_name))
        return button

    def _wanted(self, page: SignalInstance) -> None:
        # Pressed, a button is checked or not by itself; the page that is shown decides.
        self.mark_page(summary=self._on_summary)
        page.emit()

    def add_folder(self) -> None:
        """Make a folder and let its name be typed."""
        self.search.clear()
        self.list.add_folder()

    def _show_selection_menu(self) -> None:
        chosen = self.list.chosen()
        menu = self.list.menu_at(self.list.conversations.index_of(chosen[0].id)) if chosen else None
        if menu is not None:
            button = self.selection_bar.more
            menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _end_selection(self) -> None:
        self.list.clear_selection()
        self.list.setFocus()

    def _filter(self, text: str) -> None:
        self.list.set_filter(text)
        self.search_button.setVisible(bool(text.strip()))
        self._show_state()

    def _search_all(self) -> None:
        self.search_requested.emit(self.search.text())

    def _enter_list(self) -> None:
        if self.list.conversations.rowCount():
            if self.list.current() is None and (shown := self.list.conversations.shown):
                self.list.setCurrentIndex(self.list.conversations.index_of(shown[0].id))
            self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_state(self) -> None:
        if self.search.text().strip() and self.list.conversations.total:
            self.empty.setText(self.tr("No title contains these words."))
        else:
            self.empty.setText(self.tr("Your conversations will be listed here."))
        # A closed folder or an archive is something to see, too.
        self.empty.setVisible(not self.list.conversations.rowCount())

    def _restyle(self) -> None:
        for button, name in self._icons:
            button.setIcon(icon(name, self._theme, "accent" if name == "shield" else "text"))
        self._search_icon.setIcon(icon("search", self._theme, "muted"))
