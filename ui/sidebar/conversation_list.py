"""The list of conversations: open, rename, pin, archive, move and delete with Undo, by mouse and by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QDate, QDateTime, QItemSelection, QItemSelectionModel, QPoint, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QMenu, QWidget

from assistant.errors import StoreError
from assistant.store import Conversation, Folder, Store
from ui.sentences import sentence
from ui.shortcuts import command
from ui.sidebar.changes import Changes
from ui.sidebar.delegate import ConversationDelegate
from ui.sidebar.drags import Target
from ui.sidebar.drop_view import DropView
from ui.sidebar.folding import load_toggled, save_toggled
from ui.sidebar.menus import ListMenus
from ui.sidebar.model import ConversationModel, Index
from ui.sidebar.rows import FOLDING, Group, Row, local_today
from ui.theme import ThemeManager

_SELECTING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_DELETING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ENTERING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ConversationList(DropView):
    """Shows the store's conversations. `refresh` reads them again."""

    opened = Signal(int)
    """A conversation was chosen."""
    removing = Signal(object)
    """Ids of conversations about to be deleted."""
    renamed = Signal()
    removed = Signal(object)
    """Ids of conversations that were just deleted."""
    undo_offered = Signal(str, object)
    """A sentence, and the function that takes it back."""
    undo_requested = Signal()
    failed = Signal(str)
    """A sentence: something could not be done."""
    refreshed = Signal()
    bin_requested = Signal()
    export_requested = Signal(object)
    """Ids of conversations to be exported."""
    selected = Signal(int)
    """How many conversations are selected; 0 unless there are several."""

    def __init__(self, store: Store, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty; call `refresh`."""
        super().__init__(parent)
        self._store = store
        self._refresh_waits = False
        self._goes_to_open = False
        self._pressed_with = Qt.KeyboardModifier.NoModifier
        self.conversations = ConversationModel(self)
        self.changes = Changes(store, self)
        self._menus = ListMenus(self, self.changes, theme)
        self._delegate = ConversationDelegate(theme, self)
        self.setModel(self.conversations)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName(self.tr("Conversations"))
        self.setAccessibleDescription(
            self.tr(
                "Enter opens, F2 renames, Delete deletes, Shift with an arrow selects more, the Menu key shows more."
            )
        )
        self.clicked.connect(self._clicked)
        self.dropped.connect(self._dropped)
        self.conversations.rename_requested.connect(self.changes.rename)
        self.conversations.folder_rename_requested.connect(self.changes.rename_folder)
        changes = self.changes
        changes.changed.connect(self.refresh)
        changes.restored.connect(self._restored)
        for mine, theirs in (
            (self.removing, changes.removing),
            (self.removed, changes.removed),
            (self.renamed, changes.renamed),
            (self.undo_offered, changes.undo_offered),
            (self.failed, changes.failed),
        ):
            theirs.connect(mine)
        theme.changed.connect(self.viewport().update)
        self._midnight = QTimer(self)
        self._midnight.setSingleShot(True)
        self._midnight.timeout.connect(self.refresh)
        self.conversations.set_toggled(load_toggled(store), local_today())

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
            conversations = self._store.conversations(archived=None)
            folders = self._store.folders()
            binned = self._store.binned_count()
        except StoreError as error:
            self.failed.emit(sentence(error))
            return
        self._keeping_place(
            lambda: self.conversations.set_conversations(conversations, local_today(), folders=folders, binned=binned)
        )
        if self._goes_to_open and self.open_id is not None:
            self._goes_to_open = not self._go_to(self.open_id)
        self.refreshed.emit()

    def current(self) -> Conversation | None:
        """The conversation the keyboard is at."""
        return self.conversations.conversation(self.currentIndex())

    def chosen(self) -> list[Conversation]:
        """Return the selected conversations in order, or the one the keyboard is at."""
        picked = [self.conversations.conversation(index) for index in sorted(self.selectedIndexes())]
        several = [one for one in picked if one is not None]
        current = self.current()
        return several if len(several) > 1 else [current] if current is not None else several

    def rename(self, conversation_id: int) -> None:
        """Begin renaming a conversation in place; the folder or archive it lies in is opened for that."""
        conversation = self.conversations.find(conversation_id)
        if conversation is not None and not self.conversations.index_of(conversation_id).isValid():
            self._open_around(conversation)
        self._edit(self.conversations.index_of(conversation_id))

    def delete_by_id(self, conversation_id: int) -> None:
        """Delete a conversation, wherever that was asked for; see `delete`."""
        conversation = self.conversations.find(conversation_id)
        if conversation is not None:
            self.delete([conversation])

    def toggle_pin(self, conversation: Conversation) -> None:
        """Pin a conversation, or no longer."""
        self.changes.pin([conversation], not conversation.pinned)

    def delete(self, conversations: Sequence[Conversation]) -> None:
        """Delete conversations at once and offer to take it back."""
        first = min((self.conversations.index_of(one.id).row() for one in conversations), default=0)
        if self.changes.delete(conversations):
            self._go_near(first)

    def archive(self, conversations: Sequence[Conversation]) -> None:
        """Put conversations into the archive, or all of them back if they are there."""
        first = min((self.conversations.index_of(one.id).row() for one in conversations), default=0)
        self.changes.archive(conversations, not all(one.archived for one in conversations))
        self._go_near(first)

    def add_folder(self, conversations: Sequence[Conversation] = ()) -> None:
        """Make a folder, put conversations into it, and let its name be typed."""
        folder = self.changes.new_folder()
        if folder is None:
            return
        if conversations:
            self.changes.move(conversations, folder)
        self._edit(self._heading_of(folder))

    def select_members(self, heading: Row) -> None:
        """Select what is shown below a heading."""
        if heading.closed:
            self._toggle(heading)
        self._select(one.id for one in self.conversations.members(heading))
        self.setFocus()

    def menu_at(self, index: Index) -> QMenu | None:
        """Return the menu of a row: of all that is selected, when the row is among it; None where there is none."""
        row = self.conversations.row(index)
        if row is None:
            return None
        if row.conversation is not None:
            chosen = self.chosen()
            return self._menus.of_conversations(
                chosen if row.conversation in chosen else [row.conversation],
                self.conversations.folders,
                delete=self.delete,
                export=self.export_requested.emit,
                move_to_new=self.add_folder,
                open_one=self.opened.emit,
                rename=self.rename,
            )
        if row.folder is None:
            return None
        folder = row.folder
        return self._menus.of_folder(
            folder,
            self.conversations.members_of(folder),
            select=lambda: self.select_members(row),
            export=self.export_requested.emit,
            rename=lambda: self._edit(self._heading_of(folder)),
        )

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the menu of the row under the mouse, or of the current row for the Menu key."""
        at = event.pos()
        index = self.indexAt(at)
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            at = self.visualRect(index).bottomLeft() + QPoint(16, 0)
        if not self.selectionModel().isSelected(index) and self.conversations.row(index) is not None:
            self.setCurrentIndex(index)
        menu = self.menu_at(index)
        if menu is not None:
            menu.popup(self.viewport().mapToGlobal(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember whether rows are being selected rather than opened."""
        self._pressed_with = event.modifiers()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete, archive, take back, open and close by keyboard; the rest is Qt's."""
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # the field passes on what it has no use for, such as Enter
            return
        row, key = self.conversations.row(self.currentIndex()), event.key()
        plain = not event.modifiers() & _SELECTING
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif QKeySequence(event.keyCombination()) == QKeySequence(command("archive").keys[0]) and self.chosen():
            self.archive(self.chosen())
        elif key == Qt.Key.Key_Escape and len(self.selectedIndexes()) > 1:
            self.clear_selection()
        elif row is None or not plain:
            super().keyPressEvent(event)
        elif key in _DELETING and row.conversation is not None:
            self.delete(self.chosen())
        elif key in _DELETING and row.folder is not None:
            self.changes.remove_folder(row.folder)
        elif key in _ENTERING:
            self._enter(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._fold(row, closing=(key == Qt.Key.Key_Left) != self.isRightToLeft())
        else:
            super().keyPressEvent(event)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:  # noqa: N802 - Qt's name
        """Show a selection of several, which a single row needs not."""
        super().selectionChanged(selected, deselected)
        count = len(self.selectedIndexes())
        self._delegate.several = count > 1
        self.viewport().update()
        self.selected.emit(count if count > 1 else 0)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Do the refresh that waited for the end of typing."""
        super().closeEditor(editor, hint)
        if self._refresh_waits:
            QTimer.singleShot(0, self.refresh)

    def clear_selection(self) -> None:
        """Select nothing but where the keyboard is."""
        self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def mark_target(self, target: Target | None) -> None:
        """Show where a drag would be dropped."""
        if target != self._delegate.target:
            self._delegate.target = target
            self.viewport().update()

    def _dropped(self, ids: list[int], target: Target) -> None:
        found = [one for one in map(self.conversations.find, ids) if one is not None]
        match target.group:
            case Group.BIN:
                self.delete(found)
            case Group.ARCHIVE:
                self.changes.archive(found, True)
            case Group.PINNED:
                self.changes.pin(found, True)
            case _:
                if any(one.archived for one in found):
                    self.changes.archive(found, False)
                self.changes.move(found, target.folder)

    def _clicked(self, index: Index) -> None:
        row = self.conversations.row(index)
        if row is not None and not self._pressed_with & _SELECTING:
            self._enter(row)

    def _enter(self, row: Row) -> None:
        """Open a conversation or the bin; open or close a heading."""
        if row.conversation is not None:
            self.opened.emit(row.conversation.id)
        elif row.group is Group.BIN:
            self.bin_requested.emit()
        elif row.group in FOLDING:
            self._toggle(row)

    def _fold(self, row: Row, *, closing: bool) -> None:
        """Open or close a heading; closing from inside goes to the heading first."""
        if row.group not in FOLDING:
            return
        if row.conversation is not None:
            if closing:
                self.setCurrentIndex(self._index_of_heading(row.key))
        elif row.closed is not closing:
            self._toggle(row)

    def _toggle(self, heading: Row) -> None:
        keys = self.conversations.toggled ^ {heading.key}
        self._keeping_place(lambda: self.conversations.set_toggled(keys, local_today()))
        self.setCurrentIndex(self._index_of_heading(heading.key))
        try:
            save_toggled(self._store, keys)
        except StoreError as error:
            self.failed.emit(sentence(error))

    def _open_around(self, conversation: Conversation) -> None:
        """Open the heading that hides a conversation."""
        for key in ("archive", f"folder {conversation.folder_id}"):
            heading = self.conversations.row(self._index_of_heading(key))
            if heading is not None and heading.closed and (key == "archive") == conversation.archived:
                self._toggle(heading)

    def _index_of_heading(self, key: str) -> Index:
        return self.conversations.index_where(lambda row: row.conversation is None and row.key == key)

    def _heading_of(self, folder: Folder) -> Index:
        return self._index_of_heading(Row(Group.FOLDER, folder=folder).key)

    def _edit(self, index: Index) -> None:
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.setFocus()
            self.edit(index)

    def _select(self, ids: Iterable[int]) -> None:
        selection = QItemSelection()
        for index in map(self.conversations.index_of, ids):
            if index.isValid():
                selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _go_near(self, row: int) -> None:
        for near in (row, row - 1, row + 1):
            index = self.conversations.index(near) if 0 <= near < self.conversations.rowCount() else None
            if index is not None and self.conversations.conversation(index) is not None:
                self.setCurrentIndex(index)
                return

    def _go_to(self, conversation_id: int) -> bool:
        index = self.conversations.index_of(conversation_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        return index.isValid()

    def _restored(self, ids: list[int]) -> None:
        if len(ids) == 1:
            self.opened.emit(ids[0])
        self.setFocus()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        current, row = self.current(), self.conversations.row(self.currentIndex())
        several = [one.id for one in self.chosen()] if len(self.selectedIndexes()) > 1 else []
        position = self.verticalScrollBar().value()
        change()
        index: Index = self.conversations.index(-1)
        if current is not None:
            index = self.conversations.index_of(current.id)
        elif row is not None:
            index = self._index_of_heading(row.key)
        if index.isValid():
            self.setCurrentIndex(index)
        if several:
            self._select(several)
        self.verticalScrollBar().setValue(position)
