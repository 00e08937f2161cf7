"""What a conversation without messages shows: what Thimble can do, and three things to try."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import render
from ui.middle import put_in_the_middle
from ui.theme import SPACE, ThemeManager

_PICTURE = 48
_WIDTH = 480


class EmptyState(QWidget):
    """One sentence about what can be done here, one about privacy, and examples that send themselves."""

    example_chosen = Signal(str)

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Write everything."""
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title = QLabel(self.tr("What shall we write?"), self)
        title.setProperty("role", "title")
        title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        title.setWordWrap(True)
        can = self._sentence(
            self.tr("Thimble writes first drafts, stories and lists of ideas with a language model on this computer.")
        )
        private = self._sentence(
            self.tr(
                "Nothing you write leaves this computer: no account, no connection. Conversations are kept here only."
            )
        )
        private.setProperty("role", "muted")
        column = QWidget(self)
        column.setMaximumWidth(_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * SPACE)
        for widget in (self._picture, title, can, private):
            inner.addWidget(widget)
        inner.addSpacing(4 * SPACE)
        for words, prompt in self.examples():
            inner.addWidget(self._example(words, prompt))
        put_in_the_middle(self, column)
        theme.changed.connect(self._restyle)
        self._restyle()

    def examples(self) -> tuple[tuple[str, str], ...]:
        """Return what the buttons say and what they send.

        Each was tried with the built-in model, which answers nonsense in other languages: what is sent is English.
        """
        return (
            (
                self.tr("Draft an e-mail to the landlord"),
                "Write an e-mail to my landlord: the heating in my flat does not work.",
            ),
            (self.tr("Tell a bedtime story"), "Write a bedtime story about a little lighthouse."),
            (self.tr("Collect ideas for a party"), "Give me five ideas for a birthday party in the garden."),
        )

    def _sentence(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _example(self, words: str, prompt: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(prompt)
        button.setAccessibleName(words)
        button.setAccessibleDescription(prompt)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.example_chosen.emit(prompt))
        return button

    def _restyle(self) -> None:
        self._picture.setPixmap(render("thimble", _PICTURE, self.devicePixelRatioF()))
        self._picture.setMinimumSize(QSize(_PICTURE, _PICTURE))
