"""What is shown when Thimble can't start: the sentence, one button that helps, details behind "More"."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from assistant.errors import ThimbleError
from ui.icons import app_icon
from ui.sentences import sentence
from ui.settings_dialog.pages import open_folder
from ui.theme import SPACE, ThemeManager


class FailureWindow(QDialog):
    """A small window with the sentence of an error."""

    def __init__(self, theme: ThemeManager, failure: ThimbleError, folder: Path, parent: QWidget | None = None) -> None:
        """Say `failure`; the button opens `folder`, or the nearest one above it that exists."""
        super().__init__(parent)
        self.setWindowTitle("Thimble")
        self.setWindowIcon(app_icon())
        self.setMinimumWidth(340)
        title = QLabel(self.tr("Thimble could not start"), self)
        title.setProperty("role", "title")
        self.text = QLabel(sentence(failure), self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setAccessibleName(self.text.text())
        details = QPlainTextEdit(failure.details, self)
        details.setReadOnly(True)
        details.setFont(theme.code_font())
        details.setAccessibleName(self.tr("Technical details"))
        details.setMaximumHeight(120)
        details.hide()
        more = QPushButton(self.tr("More"), self)
        more.setCheckable(True)
        more.setToolTip(self.tr("Show the technical details"))
        more.setVisible(bool(failure.details))
        more.toggled.connect(details.setVisible)
        while not folder.is_dir() and folder != folder.parent:
            folder = folder.parent
        self.open_button = QPushButton(self.tr("Open the data folder"), self)
        self.open_button.setToolTip(str(folder))
        self.open_button.clicked.connect(lambda: open_folder(folder))
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setProperty("role", "primary")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.close)
        buttons = QHBoxLayout()
        buttons.addWidget(more)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        layout.setSpacing(4 * SPACE)
        layout.addWidget(title)
        layout.addWidget(self.text)
        layout.addWidget(details)
        layout.addLayout(buttons)
        self.close_button.setFocus()
