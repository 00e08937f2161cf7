"""One model in a list: its name, what is to be known about it, and buttons."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.models_dialog.flow import FlowLayout
from ui.theme import SPACE, ThemeManager


@dataclass(frozen=True, slots=True)
class CardText:
    """What a card says.

    Attributes:
        title: The model's name.
        badge: A word or two about its state; empty for none.
        badge_role: Colour of the badge, a `role` of `QLabel`.
        lines: What is to be known, one thing a line.
        problem: Why it can't be used; empty when it can.
    """

    title: str
    badge: str = ""
    badge_role: str = "muted"
    lines: tuple[str, ...] = ()
    problem: str = ""


class Card(QFrame):
    """Shows a `CardText`; who makes it adds buttons and what appears below them."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self.theme = theme
        self.setProperty("role", "raised")
        self.title = text_label(self)
        self.title.setProperty("role", "title")
        self.badge = QLabel(self)
        self.facts = text_label(self, "muted")
        self.problem = text_label(self, "danger")
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self.title, 1)
        head.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignTop)
        self.buttons = FlowLayout()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        self.column.setSpacing(2 * SPACE)
        self.column.addLayout(head)
        self.column.addWidget(self.facts)
        self.column.addWidget(self.problem)
        self.column.addLayout(self.buttons)

    def show_text(self, text: CardText) -> None:
        """Show what is known."""
        self.title.setText(text.title)
        self.badge.setText(text.badge)
        self.badge.setVisible(bool(text.badge))
        if self.badge.property("role") != text.badge_role:
            self.badge.setProperty("role", text.badge_role)
            self.badge.style().unpolish(self.badge)
            self.badge.style().polish(self.badge)
        self.facts.setText("\n".join(text.lines))
        self.facts.setVisible(bool(text.lines))
        self.problem.setText(text.problem)
        self.problem.setVisible(bool(text.problem))
        self.setAccessibleName(", ".join(part for part in (text.title, text.badge) if part))
        self.setAccessibleDescription(" ".join((*text.lines, text.problem)).strip())

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return []

    def add_button(self, words: str, role: str = "") -> QPushButton:
        """Add a button to the row below the text."""
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        self.buttons.addWidget(button)
        return button


def text_label(parent: QWidget, role: str = "") -> QLabel:
    """Return a label for text as it is, which wraps; `role` is its look."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if role:
        label.setProperty("role", role)
    return label
