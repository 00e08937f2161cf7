"""The strip below the header in which one searches the conversation on the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.shortcuts import tip
from ui.theme import SPACE, ThemeManager

LONGEST_SEARCH = 200


class FindBar(QFrame):
    """A field, how many there are, to the previous and the next one, and a button to close."""

    changed = Signal(str)
    """What is to be searched for."""
    stepped = Signal(int)
    """1 for the next one, -1 for the one before."""
    closed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "bar")
        self.setAccessibleName(self.tr("Search in this conversation"))
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST_SEARCH)
        self.field.setPlaceholderText(self.tr("Search in this conversation"))
        self.field.setAccessibleName(self.tr("Search in this conversation"))
        self.field.setToolTip(tip(self.tr("Search in this conversation"), "find"))
        self.field.setMinimumWidth(96)
        self._search_icon = QAction(self)
        self.field.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.previous_button = self._button(self.tr("Previous place"), "find_previous")
        self.next_button = self._button(self.tr("Next place"), "find_next")
        self.close_button = self._button(self.tr("Close the search"), "stop")
        self.previous_button.clicked.connect(lambda: self.stepped.emit(-1))
        self.next_button.clicked.connect(lambda: self.stepped.emit(1))
        self.close_button.clicked.connect(self.closed)
        self.field.textChanged.connect(self.changed)
        self.field.installEventFilter(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(SPACE)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        layout.addSpacing(SPACE)
        for button in (self.previous_button, self.next_button, self.close_button):
            layout.addWidget(button)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_place(0, 0)
        self.hide()

    def open(self) -> None:
        """Show the strip with the cursor in its field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_place(self, number: int, total: int) -> None:
        """Say at which of how many places the reader is."""
        if not self.field.text():
            words = ""
        elif not total:
            words = self.tr("Nothing found")
        else:
            # Not the locale of numbers alone: some languages turn the two around.
            words = self.tr("{number} of {total}").format(
                number=self.locale().toString(number), total=self.locale().toString(total)
            )
        self.count.setText(words)
        self.field.setAccessibleDescription(words)
        for button in (self.previous_button, self.next_button):
            button.setEnabled(total > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next place on Enter, to the one before on Shift and Enter."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
            return True
        return super().eventFilter(watched, event)

    def _button(self, text: str, command_id: str) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(ICON_SIZE)
        button.setAccessibleName(text)
        button.setToolTip(tip(text, command_id))
        return button

    def _restyle(self) -> None:
        self._search_icon.setIcon(icon("search", self._theme, "muted"))
        self.previous_button.setIcon(icon("chevron-up", self._theme))
        self.next_button.setIcon(icon("chevron-down", self._theme))
        self.close_button.setIcon(icon("x", self._theme))
