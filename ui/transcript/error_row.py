"""What went wrong with a message, where it happened: one sentence, one button or two, details behind "More"."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import SPACE

_MOST_BUTTONS = 2


@dataclass(frozen=True, slots=True)
class ShownError:
    """An error beside a message.

    Attributes:
        sentence: What happened and what to do.
        buttons: Words on the buttons, the most helpful first; at most two.
        details: Technical text; empty for none.
        asks_again: Whether the first button means "answer again" instead of what the controller set.
    """

    sentence: str
    buttons: tuple[str, ...]
    details: str = ""
    asks_again: bool = False


class ErrorRow(QWidget):
    """Shows a `ShownError`."""

    pressed = Signal(int)
    """Which button: 0 for the first."""
    height_changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._sentence = _label(self, "danger")
        self._details = _label(self, "muted")
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._actions = tuple(QPushButton(self) for _ in range(_MOST_BUTTONS))
        for place, button in enumerate(self._actions):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            button.clicked.connect(lambda _checked=False, place=place: self.pressed.emit(place))
        self._more = QPushButton(self.tr("More"), self)
        self._more.setProperty("role", "flat")
        self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._more.clicked.connect(self._toggle)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        for button in self._actions:
            row.addWidget(button)
        row.addWidget(self._more)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._sentence)
        column.addLayout(row)
        column.addWidget(self._details)

    def show_error(self, error: ShownError, *, enabled: bool) -> None:
        """Show this error; its buttons can be pressed if `enabled`."""
        self._sentence.setText(error.sentence)
        for place, button in enumerate(self._actions):
            button.setText(error.buttons[place] if place < len(error.buttons) else "")
            button.setVisible(bool(button.text()))
            button.setEnabled(enabled)
        self._more.setVisible(bool(error.details))
        self._more.setText(self.tr("More"))
        self._details.setText(error.details[:2_000])
        self._details.hide()

    def focusables(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        return [button for button in (*self._actions, self._more) if not button.isHidden() and button.isEnabled()]

    def _toggle(self) -> None:
        self._details.setVisible(self._details.isHidden())
        self._more.setText(self.tr("More") if self._details.isHidden() else self.tr("Less"))
        self.height_changed.emit()


def _label(parent: QWidget, role: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
