"""The list of conversations: open, rename, pin, delete with Undo, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QDate, QDateTime, QModelIndex, QPoint, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QListView, QMenu, QWidget

from assistant.errors import StoreError
from assistant.store import Store
from assistant.store.records import Conversation
from ui.icons import icon
from ui.sentences import sentence
from ui.shortcuts import command
from ui.sidebar.delegate import ConversationDelegate
from ui.sidebar.model import ConversationModel, Index, one_line
from ui.sidebar.rows import local_today
from ui.theme import ThemeManager


class ConversationList(QListView):
    """Shows the store's conversations. `refresh` reads them again."""

    opened = Signal(int)
    """A conversation was chosen."""
    removing = Signal(int)
    """A conversation is about to be deleted."""
    renamed = Signal()
    removed = Signal(int)
    """A conversation was just deleted."""
    undo_offered = Signal(str, object)
    """A sentence, and the function that takes it back."""
    undo_requested = Signal()
    failed = Signal(str)
    """A sentence: something could not be done."""
    refreshed = Signal()

    def __init__(self, store: Store, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty; call `refresh`."""
        super().__init__(parent)
        self._store = store
        self._theme = theme
        self._refresh_waits = False
        self._goes_to_open = False
        self.conversations = ConversationModel(self)
        self._delegate = ConversationDelegate(theme, self)
        self.setModel(self.conversations)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("Conversations"))
        self.setAccessibleDescription(self.tr("Enter opens, F2 renames, Delete deletes, the Menu key shows more."))
        self.clicked.connect(self._open)
        self.conversations.rename_requested.connect(self._rename)
        theme.changed.connect(self.viewport().update)
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self.refresh)

    @property
    def open_id(self) -> int | None:
        """The conversation marked as open."""
        return self._delegate.open_id

    def set_open(self, conversation_id: int | None) -> None:
        """Mark the conversation that is shown on the page."""
        self._delegate.open_id = conversation_id
        # A new conversation is opened before it is listed: `refresh` goes to it then.
        self._goes_to_open = conversation_id is not None and not self._go_to(conversation_id)
        self.viewport().update()

    def set_filter(self, text: str) -> None:
        """Show only titles with all words of `text`."""
        self._keeping_place(lambda: self.conversations.set_filter(text, local_today()))
        if not self.currentIndex().isValid() and (shown := self.conversations.shown):
            self.setCurrentIndex(self.conversations.index_of(shown[0].id))

    def refresh(self) -> None:
        """Read the conversations again; waits while a title is being typed."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._refresh_waits = True
            return
        self._refresh_waits = False
        # Groups are by day: they are made again when the next one begins.
        tomorrow = QDateTime(QDate.currentDate().addDays(1), QTime(0, 0, 5))
        self._midnight.start(max(60_000, min(QDateTime.currentDateTime().msecsTo(tomorrow), 2**31 - 1)))
        try:
            conversations = self._store.conversations()
        except StoreError as error:
            self.failed.emit(sentence(error))
            return
        self._keeping_place(lambda: self.conversations.set_conversations(conversations, local_today()))
        if self._goes_to_open and self.open_id is not None:
            self._goes_to_open = not self._go_to(self.open_id)
        self.refreshed.emit()

    def current(self) -> Conversation | None:
        """The conversation the keyboard is at."""
        return self.conversations.conversation(self.currentIndex())

    def rename(self, conversation_id: int) -> None:
        """Begin renaming a conversation in place."""
        index = self.conversations.index_of(conversation_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()
            self.edit(index)

    def delete_by_id(self, conversation_id: int) -> None:
        """Delete a conversation, wherever that was asked for; see `delete`."""
        conversation = self.conversations.find(conversation_id)
        if conversation is not None:
            self.delete(conversation)

    def toggle_pin(self, conversation: Conversation) -> None:
        """Pin a conversation, or no longer."""
        self._change(lambda: self._store.set_pinned(conversation.id, not conversation.pinned))

    def delete(self, conversation: Conversation) -> None:
        """Delete a conversation at once and offer to take it back."""
        row = self.conversations.index_of(conversation.id).row()
        self.removing.emit(conversation.id)
        if not self._change(lambda: self._store.delete_conversation(conversation.id)):
            return
        for near in (row, row - 1, row + 1):
            index = self.conversations.index(near) if 0 <= near < self.conversations.rowCount() else QModelIndex()
            if self.conversations.conversation(index) is not None:
                self.setCurrentIndex(index)
                break
        text = self.tr("“{title}” was deleted.").format(title=one_line(self.conversations.title(conversation), 40))
        self.removed.emit(conversation.id)
        self.undo_offered.emit(text, lambda: self._restore(conversation.id))

    def menu_for(self, conversation: Conversation) -> QMenu:
        """Return the menu of one conversation."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("chat", self._theme), self.tr("Open"), lambda: self.opened.emit(conversation.id))
        rename = menu.addAction(icon("edit", self._theme), self.tr("Rename"), partial(self.rename, conversation.id))
        rename.setShortcut(QKeySequence(command("rename").keys[0]))
        menu.addAction(
            icon("pin-off" if conversation.pinned else "pin", self._theme),
            self.tr("Unpin") if conversation.pinned else self.tr("Pin to the top"),
            lambda: self.toggle_pin(conversation),
        )
        menu.addSeparator()
        delete = menu.addAction(icon("trash", self._theme), self.tr("Delete"), lambda: self.delete(conversation))
        delete.setShortcut(QKeySequence(command("delete").keys[0]))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row under the mouse, or of the current row for the Menu key."""
        at = event.pos()
        index = self.indexAt(at)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.visualRect(index).bottomLeft() + QPoint(16, 0)
        conversation = self.conversations.conversation(index)
        if conversation is None:
            return
        self.setCurrentIndex(index)
        self.menu_for(conversation).popup(self.viewport().mapToGlobal(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, take back and open by keyboard; the rest is Qt's."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the field passes on what it has no use for, such as Enter
            return
        conversation = self.current()
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and conversation is not None:
            self.delete(conversation)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and conversation is not None:
            self.opened.emit(conversation.id)
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Do the refresh that waited for the end of typing."""
        super().closeEditor(editor, hint)
        if self._refresh_waits:
            QTimer.singleShot(0, self.refresh)

    def _go_to(self, conversation_id: int) -> bool:
        index = self.conversations.index_of(conversation_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def _open(self, index: Index) -> None:
        conversation = self.conversations.conversation(index)
        if conversation is not None:
            self.opened.emit(conversation.id)

    def _rename(self, conversation_id: int, title: str) -> None:
        if self._change(lambda: self._store.rename(conversation_id, title)):
            self.renamed.emit()

    def _restore(self, conversation_id: int) -> None:
        if self._change(lambda: self._store.restore_conversation(conversation_id)):
            self.opened.emit(conversation_id)
            self.setFocus()

    def _change(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except StoreError as error:
            self.failed.emit(sentence(error))
            return False
        self.refresh()
        return True

    def _keeping_place(self, change: Callable[[], None]) -> None:
        current = self.current()
        position = self.verticalScrollBar().value()
        change()
        if current is not None:
            index = self.conversations.index_of(current.id)
            if index.isValid():
                self.setCurrentIndex(index)
        self.verticalScrollBar().setValue(position)
