"""A text with buttons below it, inside a card: a question, a result, a failure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.models_dialog.card import text_label
from ui.models_dialog.flow import FlowLayout
from ui.theme import SPACE


class ChoiceBox(QWidget):
    """Shows a text and what can be answered to it."""

    def __init__(self, parent: QWidget, role: str = "") -> None:
        """Begin hidden and empty; `role` is the look of the text."""
        super().__init__(parent)
        self.label = text_label(self, role)
        self.buttons: list[QPushButton] = []
        self._row = FlowLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.label)
        column.addLayout(self._row)
        self.hide()

    def add_button(self, words: str = "", role: str = "") -> QPushButton:
        """Add a button behind the others."""
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        self._row.addWidget(button)
        self.buttons.append(button)
        return button

    def set_text(self, text: str) -> None:
        """Show a text; a screen reader says it with each button."""
        self.label.setText(text)
        for button in self.buttons:
            button.setAccessibleDescription(text)

    def focus_first(self) -> None:
        """Go to the first button that can be pressed."""
        for button in self.buttons:
            if not button.isHidden() and button.isEnabled():
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return
