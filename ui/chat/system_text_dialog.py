"""Choose how the model behaves in a conversation."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.tasks.characters import Character
from ui.chat.characters import character_of, explanation, label
from ui.chat.plain_edit import PlainEdit
from ui.theme import SPACE, ThemeManager

_OWN = -2
LONGEST = 4_000
"""Characters; instructions beyond this leave a small model no room for the conversation."""


class SystemTextDialog(QDialog):
    """The ready-made characters, and a text of one's own."""

    def __init__(
        self, system_text: str, characters: tuple[Character, ...], theme: ThemeManager, parent: QWidget | None = None
    ) -> None:
        """Show what is in force.

        Args:
            system_text: Of the conversation; empty for none.
            characters: What can be chosen.
            theme: Colours and fonts.
            parent: The window it belongs to.
        """
        super().__init__(parent)
        self._characters = characters
        self.setWindowTitle(self.tr("Character of this conversation"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 4 * SPACE)
        layout.setSpacing(SPACE)
        self._group = QButtonGroup(self)
        current = character_of(system_text, characters)
        for place, character in enumerate(characters):
            layout.addWidget(self._choice(place, label(character), chosen=character is current))
            layout.addWidget(self._explanation(explanation(character)))
        own = self._choice(_OWN, self.tr("My own words"), chosen=current is None)
        layout.addWidget(own)
        layout.addWidget(self._explanation(self.tr("Tell the model who it is. One or two short sentences work best.")))
        self._too_long = QLabel(
            self.tr("That is too long for instructions; paste it into the conversation instead."), self
        )
        self._too_long.setProperty("role", "danger")
        self._too_long.setWordWrap(True)
        self._too_long.hide()
        self.edit = PlainEdit(self)
        self.edit.setFont(theme.reading_font())
        self.edit.setAccessibleName(self.tr("Your own instructions for the model"))
        self.edit.setPlaceholderText(self.tr("You are …"))
        self.edit.setMinimumHeight(88)
        self.edit.setPlainText(system_text if current is None else "")
        self.edit.textChanged.connect(lambda: own.setChecked(True))
        self.edit.textChanged.connect(self._check)
        self.edit.too_long_pasted.connect(lambda _text: self._too_long.show())
        layout.addWidget(self._framed(self.edit), 1)
        layout.addWidget(self._too_long)
        layout.addSpacing(2 * SPACE)
        self._use = QPushButton(self.tr("Use"), self)
        self._use.setProperty("role", "primary")
        self._use.setDefault(True)
        self._use.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._use)
        layout.addLayout(buttons)
        self._group.idToggled.connect(self._check)
        self.resize(460, 540)

    def system_text(self) -> str:
        """Return the text that is chosen; empty for none."""
        place = self._group.checkedId()
        if place == _OWN:
            return self.edit.toPlainText().strip()
        return self._characters[place].text

    def _framed(self, widget: QWidget) -> QFrame:
        frame = QFrame(self)
        frame.setProperty("role", "raised")
        inner = QVBoxLayout(frame)
        inner.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        inner.addWidget(widget)
        return frame

    def _choice(self, place: int, label: str, *, chosen: bool) -> QPushButton:
        button = QPushButton(label, self)
        button.setProperty("role", "row")
        button.setCheckable(True)
        button.setAutoDefault(False)
        button.setChecked(chosen)
        self._group.addButton(button, place)
        return button

    def _explanation(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        label.setContentsMargins(2 * SPACE, 0, 0, SPACE)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        return label

    def _check(self) -> None:
        too_long = self._group.checkedId() == _OWN and len(self.edit.toPlainText()) > LONGEST
        self._too_long.setVisible(too_long)
        self._use.setEnabled(not too_long)
