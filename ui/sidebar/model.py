"""The list of conversations as a Qt model."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from assistant.store.records import Conversation, Folder, Kind
from ui.sidebar.rows import FOLDING, Group, Row, fold, make_rows

TITLE_LENGTH = 200
"""Longest title that can be typed, in characters."""

CONVERSATION_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Conversation` of a row; None for a heading."""
ROW_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `Row`."""

Index = QModelIndex | QPersistentModelIndex


class ConversationModel(QAbstractListModel):
    """Headings and conversations, filtered by title. Renaming is asked for, not done: the list is told anew."""

    rename_requested = Signal(int, str)
    folder_rename_requested = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._all: list[Conversation] = []
        self._by_id: dict[int, Conversation] = {}
        self._folders: list[Folder] = []
        self._binned = 0
        self._toggled: frozenset[str] = frozenset()
        self._filter = ""
        self._rows: list[Row] = []
        self._places: dict[int, int] = {}
        self._folded: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many conversations there are, also those filtered out or in a closed folder."""
        return len(self._all)

    @property
    def shown(self) -> list[Conversation]:
        """The conversations that pass the filter and lie in nothing closed, in order."""
        return [row.conversation for row in self._rows if row.conversation is not None]

    @property
    def folders(self) -> list[Folder]:
        """All folders."""
        return self._folders

    @property
    def toggled(self) -> frozenset[str]:
        """Keys of the headings that are not as they are at first, open or closed."""
        return self._toggled

    def find(self, conversation_id: int) -> Conversation | None:
        """Return a conversation by its id, also one filtered out; None when there is none."""
        return self._by_id.get(conversation_id)

    def set_conversations(
        self, conversations: Iterable[Conversation], today: date, *, folders: Sequence[Folder] = (), binned: int = 0
    ) -> None:
        """Show these conversations and folders, and how many are in the bin."""
        self._all = list(conversations)
        self._by_id = {conversation.id: conversation for conversation in self._all}
        self._folders = list(folders)
        self._binned = binned
        self._rebuild(today)

    def set_filter(self, text: str, today: date) -> None:
        """Show only conversations with all words of `text` in their title."""
        self._filter = text
        self._rebuild(today)

    def set_toggled(self, keys: Iterable[str], today: date) -> None:
        """Set which headings are not as they are at first."""
        self._toggled = frozenset(keys)
        self._rebuild(today)

    def index_of(self, conversation_id: int) -> QModelIndex:
        """Return where a conversation is; invalid when it is not shown."""
        place = self._places.get(conversation_id)
        return QModelIndex() if place is None else self.index(place)

    def index_where(self, is_wanted: Callable[[Row], bool]) -> QModelIndex:
        """Return the first row that is wanted; invalid when there is none."""
        return next((self.index(place) for place, row in enumerate(self._rows) if is_wanted(row)), QModelIndex())

    def row(self, index: Index) -> Row | None:
        """Return what a row is; None for nothing."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def conversation(self, index: Index) -> Conversation | None:
        """Return the conversation of a row; None for a heading or nothing."""
        row = self.row(index)
        return None if row is None else row.conversation

    def members_of(self, folder: Folder) -> list[Conversation]:
        """Return the conversations in a folder, also those that are pinned, archived or filtered out."""
        return [conversation for conversation in self._all if conversation.folder_id == folder.id]

    def members(self, heading: Row) -> list[Conversation]:
        """Return the conversations shown below a heading."""
        return [row.conversation for row in self._rows if row.conversation is not None and row.key == heading.key]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, says and means."""
        row = self.row(index)
        if row is None:
            return None
        if role == CONVERSATION_ROLE:
            return row.conversation
        if role == ROW_ROLE:
            return row
        if row.conversation is None:
            return self._heading_data(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row.conversation)
        if role == Qt.ItemDataRole.EditRole:
            return row.conversation.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return one_line(self.title(row.conversation), 300)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row.conversation)
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new title or name; an empty one leaves it as it is."""
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        title = " ".join(str(value).split())[:TITLE_LENGTH]
        if row.conversation is not None:
            if title and title != row.conversation.title:
                self.rename_requested.emit(row.conversation.id, title)
            return True
        if row.folder is not None and title and title != row.folder.name:
            self.folder_rename_requested.emit(row.folder.id, title)
        return row.folder is not None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row; the heading of a day can't be chosen."""
        row = self.row(index)
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        if row.conversation is not None:
            return (
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsEditable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
        if row.group is Group.FOLDER:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsEditable
        return Qt.ItemFlag.ItemIsEnabled if row.group in (Group.ARCHIVE, Group.BIN) else Qt.ItemFlag.NoItemFlags

    def title(self, conversation: Conversation) -> str:
        """Return the title to show."""
        return one_line(conversation.title, 200) or self.tr("New chat")

    def heading(self, row: Row) -> str:
        """Return a heading in the user's language."""
        if row.folder is not None:
            return self.folder_name(row.folder)
        return {
            Group.PINNED: self.tr("Pinned"),
            Group.TODAY: self.tr("Today"),
            Group.YESTERDAY: self.tr("Yesterday"),
            Group.LAST_WEEK: self.tr("Last 7 days"),
            Group.EARLIER: self.tr("Earlier"),
            Group.ARCHIVE: self.tr("Archive"),
            Group.BIN: self.tr("Bin"),
        }[row.group]

    def folder_name(self, folder: Folder) -> str:
        """Return the name of a folder to show."""
        return one_line(folder.name, 200) or self.tr("Folder without a name")

    def _heading_data(self, row: Row, role: int) -> object:
        name = self.heading(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.EditRole:
            return row.folder.name if row.folder is not None else None
        if role == Qt.ItemDataRole.ToolTipRole and row.group is Group.FOLDER:
            return one_line(name, 300)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.group is Group.BIN:
                return self.tr("Bin, {count} in it").format(count=row.count)
            if row.group not in FOLDING:
                return name
            if row.group is Group.FOLDER:
                name = self.tr("Folder {name}").format(name=name)
            state = self.tr("closed") if row.closed else self.tr("open")
            return self.tr("{name}, {count} in it, {state}").format(name=name, count=row.count, state=state)
        return None

    def _spoken(self, conversation: Conversation) -> str:
        title = one_line(self.title(conversation), 300)
        if conversation.kind is Kind.SUMMARY:
            title = self.tr("{title}, summary").format(title=title)
        if conversation.archived:
            return self.tr("{title}, archived").format(title=title)
        return self.tr("{title}, pinned").format(title=title) if conversation.pinned else title

    def _rebuild(self, today: date) -> None:
        words = fold(self._filter).split()
        rows = make_rows(
            [item for item in self._all if self._matches(item, words)] if words else self._all,
            today,
            folders=self._folders,
            toggled=self._toggled,
            binned=self._binned,
            searching=bool(words),
        )
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {row.conversation.id: place for place, row in enumerate(rows) if row.conversation is not None}
        self.endResetModel()

    def _matches(self, conversation: Conversation, words: list[str]) -> bool:
        title = self.title(conversation)
        folded = self._folded.get(title)
        if folded is None:
            folded = self._folded[title] = fold(title)
        return all(word in folded for word in words)


def one_line(text: str, length: int) -> str:
    """Return the beginning of `text` on one line, without control characters; an ellipsis where it was cut."""
    start = text[: 2 * length]
    line = " ".join("".join(c if c.isprintable() else " " for c in start).split())
    return line if len(line) <= length and start == text else f"{line[: length - 1].rstrip()}…"
