"""Ctrl+K: type a few letters of a command or of a conversation's title, press Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

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
        self._window = parent
        self._entries: list[tuple[str, Entry]] = []
        self._shown: list[Entry] = []
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Type a command or a title"))
        self.field.setAccessibleName(self.tr("Command or title"))
        self.list = QTreeWidget(self)
        self.list.setAccessibleName(self.tr("What can be chosen"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformRowHeights(True)
        self.list.setRootIsDecorated(False)
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(2)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setObjectName("palette")
        self._nothing = QLabel(self.tr("Nothing found."), self)
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
        window = self._window
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
            count, current = self.list.topLevelItemCount(), self.list.currentItem()
            if step is not None and current is not None:
                row = self.list.indexOfTopLevelItem(current) + step
                # Single steps go round, pages stop at the ends.
                row = row % count if abs(step) == 1 else max(0, min(row, count - 1))
                self._go_to(row)
                return True
        return super().eventFilter(watched, event)

    def _filter(self, text: str) -> None:
        words = fold(text).split()
        self.list.clear()
        self._shown = []
        for folded, entry in self._entries:
            if all(word in folded for word in words):
                item = QTreeWidgetItem([entry.text, entry.keys])
                item.setSizeHint(0, QSize(0, self.list.fontMetrics().height() + 3 * SPACE))
                item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.list.addTopLevelItem(item)
                self._shown.append(entry)
                if len(self._shown) >= _MOST_SHOWN:
                    break
        if self._shown:
            self._go_to(0)
        self._nothing.setVisible(not self._shown)

    def _go_to(self, row: int) -> None:
        item = self.list.topLevelItem(row)
        if item is not None:
            self.list.setCurrentItem(item)
            self.field.setAccessibleDescription(item.text(0))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is None:
            return
        entry = self._shown[self.list.indexOfTopLevelItem(item)]
        self.close()
        entry.run()
