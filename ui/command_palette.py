"""Ctrl+K: type a few letters of a command or of a conversation's title, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.sidebar.rows import fold
from ui.theme import SPACE

_MOST_SHOWN = 60
_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be chosen: its text, its keys, and what it does."""

    text: str
    keys: str
    run: Callable[[], object]


class CommandPalette(QFrame):
    """A popup with a field and a list; the field keeps the focus, the arrows move in the list."""

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden; call `open_with`."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "raised")
        self.setAccessibleName(self.tr("Commands and conversations"))
        self._entries: list[tuple[str, Entry]] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type a command or a title"))
        self.field.setAccessibleName(self.tr("Command or title"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What can be chosen"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setObjectName("palette")
        self._nothing = QLabel(self.tr("Nothing is called that."), self)
        self._nothing.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._filter)
        self.list.itemClicked.connect(self._choose)

    def open_with(self, entries: Iterable[Entry]) -> None:
        """Show the palette over the upper part of its window."""
        self._entries = [(fold(entry.text), entry) for entry in entries]
        self.field.clear()
        self._filter("")
        window = self.parentWidget()
        width = min(_WIDTH, window.width() - 6 * SPACE)
        height = min(400, window.height() - 24 * SPACE)
        self.resize(width, height)
        self.move(window.mapToGlobal(QPoint((window.width() - width) // 2, 12 * SPACE)))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow, page, Enter and Esc keys work on the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close()
                return True
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}.get(
                Qt.Key(event.key())
            )
            if step is not None and self.list.count():
                row = self.list.currentRow() + step
                # Single steps go round, pages stop at the ends.
                row = row % self.list.count() if abs(step) == 1 else max(0, min(row, self.list.count() - 1))
                self.list.setCurrentRow(row)
                self.setAccessibleDescription(self.list.currentItem().text())
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        self.list.clear()
        for folded, entry in self._entries:
            if all(word in folded for word in words):
                item = QListWidgetItem(f"{entry.text}    {entry.keys}" if entry.keys else entry.text)
                item.setData(Qt.ItemDataRole.UserRole, entry)
                self.list.addItem(item)
                if self.list.count() >= _MOST_SHOWN:
                    break
        self.list.setCurrentRow(0)
        self._nothing.setVisible(not self.list.count())

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry = item.data(Qt.ItemDataRole.UserRole)
        self.close()
        entry.run()
