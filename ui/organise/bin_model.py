"""What is in the bin, as a Qt model."""

from __future__ import annotations

import time
from collections.abc import Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from assistant.store.bin import BinnedConversation
from ui.organise.words import day, days_left
from ui.sidebar.model import one_line

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns in their order."""

    TITLE = 0
    LEFT = 1


class BinModel(QAbstractTableModel):
    """One row for each conversation: its title, and how long it can be brought back."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._items: list[BinnedConversation] = []

    @property
    def items(self) -> list[BinnedConversation]:
        """The conversations in order."""
        return self._items

    def set_items(self, items: Iterable[BinnedConversation]) -> None:
        """Show these conversations."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of conversations."""
        return 0 if parent is not None and parent.isValid() else len(self._items)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows and says."""
        if not index.isValid() or index.row() >= len(self._items):
            return None
        item = self._items[index.row()]
        title = one_line(item.title, 200) or self.tr("New chat")
        left = days_left(item.deleted_at, time.time())
        if role == Qt.ItemDataRole.DisplayRole:
            return title if index.column() == Column.TITLE else left
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.LEFT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Deleted on {date}. {messages} messages.").format(
                date=day(item.deleted_at), messages=item.messages
            )
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == Column.TITLE:
            return self.tr("{title}, deleted on {date}, {left}").format(
                title=title, date=day(item.deleted_at), left=left
            )
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a column is called, for screen readers: the header is not shown."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Conversation") if section == Column.TITLE else self.tr("Can be brought back")
        return "" if role == Qt.ItemDataRole.DisplayRole else None
