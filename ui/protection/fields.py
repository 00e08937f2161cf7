"""Fields for passphrases: hidden unless wanted, with a word when the Caps Lock key is down."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.theme import SPACE

LONGEST = 1_000
"""Characters."""


class PassphraseFields(QWidget):
    """One or more fields under each other, a box that shows what is typed, and the word about Caps Lock.

    Attributes:
        edits: The fields.
        show_box: Shows what is typed.
        caps_hint: Says that Caps Lock is on.
    """

    def __init__(self, labels: Sequence[str], parent: QWidget | None = None) -> None:
        """Make a field for each label."""
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self.edits: list[QLineEdit] = []
        for number, label in enumerate(labels):
            if number:
                layout.addSpacing(2 * SPACE)
            name = QLabel(label, self)
            edit = QLineEdit(self)
            edit.setEchoMode(QLineEdit.EchoMode.Password)
            edit.setMaxLength(LONGEST)
            edit.setAccessibleName(label)
            edit.setInputMethodHints(
                Qt.InputMethodHint.ImhHiddenText
                | Qt.InputMethodHint.ImhSensitiveData
                | Qt.InputMethodHint.ImhNoPredictiveText
                | Qt.InputMethodHint.ImhNoAutoUppercase
            )
            edit.installEventFilter(self)
            name.setBuddy(edit)
            layout.addWidget(name)
            layout.addWidget(edit)
            self.edits.append(edit)
        self.caps_hint = QLabel(self.tr("Caps Lock is on."), self)
        self.caps_hint.setProperty("role", "warning")
        self.caps_hint.hide()
        layout.addWidget(self.caps_hint)
        layout.addSpacing(SPACE)
        self.show_box = QCheckBox(self.tr("Show what is typed"), self)
        self.show_box.toggled.connect(self._show)
        layout.addWidget(self.show_box)

    def texts(self) -> list[str]:
        """Return what is typed."""
        return [edit.text() for edit in self.edits]

    def clear(self) -> None:
        """Empty the fields and begin with the first."""
        for edit in self.edits:
            edit.clear()
        self.edits[0].setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice Caps Lock: no toolkit call tells, but a letter typed without Shift does."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            text = event.text()
            if event.key() == Qt.Key.Key_CapsLock:
                self.caps_hint.hide()
            elif len(text) == 1 and text.upper() != text.lower():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self.caps_hint.setVisible(text.isupper() != shift)
        return super().eventFilter(watched, event)

    def _show(self, shown: bool) -> None:
        for edit in self.edits:
            edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
