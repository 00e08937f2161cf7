"""What can be done with a message: buttons in a row, or one menu where there is no room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from ui.icons import icon
from ui.theme import ThemeManager
from ui.transcript.code_button import SHOWN_DONE_MS


class Action(Enum):
    """Something to do with a message; the value is its icon."""

    COPY = "copy"
    EDIT = "edit"
    REGENERATE = "refresh"
    CONTINUE = "play"
    PREVIOUS = "chevron-left"
    NEXT = "chevron-right"


STARTS_ANSWER = {Action.EDIT, Action.REGENERATE, Action.CONTINUE, Action.PREVIOUS, Action.NEXT}
"""Not possible while an answer is being written."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Which actions a message has.

    Attributes:
        actions: In the order shown.
        alternative: Number of the version shown, from 1.
        alternatives: How many versions there are.
        busy: Whether an answer is being written.
        narrow: Whether only one button fits.
    """

    actions: tuple[Action, ...]
    alternative: int = 1
    alternatives: int = 1
    busy: bool = False
    narrow: bool = False

    def enabled(self, action: Action) -> bool:
        """Whether the action can be chosen now."""
        if action is Action.PREVIOUS and self.alternative <= 1:
            return False
        if action is Action.NEXT and self.alternative >= self.alternatives:
            return False
        return not (self.busy and action in STARTS_ANSWER)


class ActionBar(QWidget):
    """The actions of one message."""

    chosen = Signal(Action)

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        """Begin without actions."""
        super().__init__(parent)
        self._theme = theme
        self._offer = Offer(())
        self._buttons: dict[Action | None, QToolButton] = {}
        self._count = QLabel(self)
        self._count.setProperty("role", "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)
        self._copied = QTimer(self)
        self._copied.setSingleShot(True)
        self._copied.timeout.connect(self._show_ready)

    def offer(self, offer: Offer) -> None:
        """Show these actions."""
        if offer == self._offer:
            return
        self._offer = offer
        while (item := self._row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
        if offer.narrow:
            self._place(self._menu_button())
        else:
            for action in offer.actions:
                button = self._button(action)
                button.setEnabled(offer.enabled(action))
                self._place(button)
                if action is Action.PREVIOUS:
                    self._count.setText(f"{offer.alternative}/{offer.alternatives}")
                    self._count.setAccessibleName(
                        self.tr("Version {0} of {1}").format(offer.alternative, offer.alternatives)
                    )
                    self._place(self._count)
        self.adjustSize()

    def buttons(self) -> list[QToolButton]:
        """The buttons shown, in reading order."""
        found = (self._row.itemAt(index).widget() for index in range(self._row.count()))
        return [widget for widget in found if isinstance(widget, QToolButton)]

    def show_copied(self) -> None:
        """Say that the message was copied."""
        button = self._buttons.get(None if self._offer.narrow else Action.COPY)
        if button is not None:
            button.setIcon(icon("check", self._theme, "accent"))
            button.setToolTip(self.tr("Copied"))
            button.setAccessibleName(self.tr("Copied"))
            self._copied.start(SHOWN_DONE_MS)

    def restyle(self) -> None:
        """Take the icons of the theme in force."""
        for action, button in self._buttons.items():
            button.setIcon(icon(self._icon_name(action), self._theme, "muted"))

    def _show_ready(self) -> None:
        for action in (Action.COPY, None):
            button = self._buttons.get(action)
            if button is not None:
                self._describe(button, action)

    def _place(self, widget: QWidget) -> None:
        self._row.addWidget(widget)
        widget.show()

    def _button(self, action: Action) -> QToolButton:
        button = self._buttons.get(action)
        if button is None:
            button = self._new_button(action)
            button.clicked.connect(lambda: self.chosen.emit(action))
        return button

    def _menu_button(self) -> QToolButton:
        button = self._buttons.get(None)
        if button is None:
            button = self._new_button(None)
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            menu = QMenu(button)
            menu.aboutToShow.connect(lambda: self._fill(menu))
            button.setMenu(menu)
        return button

    def _new_button(self, action: Action | None) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(QSize(18, 18))
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the transcript leads Tab through its messages
        self._describe(button, action)
        self._buttons[action] = button
        return button

    def _describe(self, button: QToolButton, action: Action | None) -> None:
        name = self._name(action)
        button.setIcon(icon(self._icon_name(action), self._theme, "muted"))
        button.setAccessibleName(name)
        button.setToolTip(name)

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for action in self._offer.actions:
            entry = menu.addAction(icon(self._icon_name(action), self._theme), self._name(action))
            entry.setEnabled(self._offer.enabled(action))
            entry.triggered.connect(lambda _checked=False, action=action: self.chosen.emit(action))

    def _icon_name(self, action: Action | None) -> str:
        mirrored = {Action.PREVIOUS: Action.NEXT, Action.NEXT: Action.PREVIOUS} if self.isRightToLeft() else {}
        return mirrored.get(action, action).value if action else "dots"

    def _name(self, action: Action | None) -> str:
        names = {
            None: self.tr("What to do with this message"),
            Action.COPY: self.tr("Copy message"),
            Action.EDIT: self.tr("Edit and send again"),
            Action.REGENERATE: self.tr("Answer again"),
            Action.CONTINUE: self.tr("Continue"),
            Action.PREVIOUS: self.tr("Previous version"),
            Action.NEXT: self.tr("Next version"),
        }
        return names[action]


def shortcut_hint(sequence: str) -> str:
    """Return a shortcut as this system writes it."""
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
