"""The list of conversations as a Qt model."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from assistant.store.records import Conversation, Kind
from ui.sidebar.rows import Group, Row, fold, make_rows

TITLE_LENGTH = 200
"""Longest title that can be typed, in characters."""

CONVERSATION_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Conversation` of a row; None for a heading."""

Index = QModelIndex | QPersistentModelIndex


class ConversationModel(QAbstractListModel):
    """Headings and conversations, filtered by title. Renaming is asked for, not done: the list is told anew."""

    rename_requested = Signal(int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._all: list[Conversation] = []
        self._filter = ""
        self._rows: list[Row] = []
        self._folded: dict[str, str] = {}

    @property
    def total(self) -> int:
        """How many conversations there are, also those filtered out."""
        return len(self._all)

    @property
    def shown(self) -> list[Conversation]:
        """The conversations that pass the filter, in order."""
        return [row.conversation for row in self._rows if row.conversation is not None]

    def find(self, conversation_id: int) -> Conversation | None:
        """Return a conversation by its id, also one filtered out; None when there is none."""
        return next((item for item in self._all if item.id == conversation_id), None)

    def set_conversations(self, conversations: Iterable[Conversation], today: date) -> None:
        """Show these conversations."""
        self._all = list(conversations)
        self._rebuild(today)

    def set_filter(self, text: str, today: date) -> None:
        """Show only conversations with all words of `text` in their title."""
        self._filter = text
        self._rebuild(today)

    def index_of(self, conversation_id: int) -> QModelIndex:
        """Return where a conversation is; invalid when it is not shown."""
        for number, row in enumerate(self._rows):
            if row.conversation is not None and row.conversation.id == conversation_id:
                return self.index(number)
        return QModelIndex()

    def conversation(self, index: Index) -> Conversation | None:
        """Return the conversation of a row; None for a heading or nothing."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        return self._rows[index.row()].conversation

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows, says and means."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == CONVERSATION_ROLE:
            return row.conversation
        if row.conversation is None:
            if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                return self.heading(row.group)
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(row.conversation)
        if role == Qt.ItemDataRole.EditRole:
            return row.conversation.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return one_line(self.title(row.conversation), 300)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            title = one_line(self.title(row.conversation), 300)
            if row.conversation.kind is Kind.SUMMARY:
                title = self.tr("{title}, summary").format(title=title)
            return self.tr("{title}, pinned").format(title=title) if row.conversation.pinned else title
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a new title; an empty one leaves it as it is."""
        conversation = self.conversation(index)
        if conversation is None or role != Qt.ItemDataRole.EditRole:
            return False
        title = " ".join(str(value).split())[:TITLE_LENGTH]
        if title and title != conversation.title:
            self.rename_requested.emit(conversation.id, title)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return what can be done with a row; a heading can't be chosen."""
        if self.conversation(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def title(self, conversation: Conversation) -> str:
        """Return the title to show."""
        return one_line(conversation.title, 200) or self.tr("New chat")

    def heading(self, group: Group) -> str:
        """Return a heading in the user's language."""
        return {
            Group.PINNED: self.tr("Pinned"),
            Group.TODAY: self.tr("Today"),
            Group.YESTERDAY: self.tr("Yesterday"),
            Group.LAST_WEEK: self.tr("Last 7 days"),
            Group.EARLIER: self.tr("Earlier"),
        }[group]

    def _rebuild(self, today: date) -> None:
        words = fold(self._filter).split()
        kept = [item for item in self._all if self._matches(item, words)] if words else self._all
        rows = make_rows(kept, today)
        if rows == self._rows:
            return
        self.beginResetModel()
        self._rows = rows
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
