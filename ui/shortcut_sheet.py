"""F1: every key there is, from the table in `ui/shortcuts.py`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.shortcuts import COMMANDS
from ui.theme import SPACE


class ShortcutSheet(QDialog):
    """Lists the commands that have keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Fill the list."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setMinimumSize(300, 240)
        content = QWidget(self)
        grid = QGridLayout(content)
        grid.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 2 * SPACE)
        grid.setHorizontalSpacing(6 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        grid.setColumnStretch(0, 1)
        row = 0
        for command in COMMANDS:
            if not command.keys:
                continue
            text = QLabel(command.label, content)
            text.setWordWrap(True)
            keys = QLabel(command.key_text, content)
            keys.setProperty("role", "keys")
            text.setBuddy(keys)
            grid.addWidget(text, row, 0)
            grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            row += 1
        grid.setRowStretch(row, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(content)
        scroll.setAccessibleName(self.tr("Keyboard shortcuts"))
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4 * SPACE)
        layout.addWidget(scroll, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignHCenter)
        close.setFocus()
        self.resize(440, 560)
