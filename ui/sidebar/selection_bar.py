"""The bar below the list while several conversations are selected: how many, and what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.shortcuts import tip
from ui.theme import SPACE, ThemeManager


class SelectionBar(QFrame):
    """Hidden unless several are selected."""

    archive_wanted = Signal()
    more_wanted = Signal()
    """The menu of the selection is to be shown."""
    delete_wanted = Signal()
    ended = Signal()
    """Nothing is to be selected any more."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "raised")
        self._label = QLabel(self)
        self._icons: list[tuple[QToolButton, str]] = []
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        layout.setSpacing(0)
        layout.addWidget(self._label, 1)
        self.archive = self._button("archive", tip(self.tr("Archive"), "archive"), self.archive_wanted)
        self.delete = self._button("trash", tip(self.tr("Delete"), "delete"), self.delete_wanted)
        self.more = self._button("dots", self.tr("Pin, move to a folder, export"), self.more_wanted)
        self.close_button = self._button("x", self.tr("End the selection (Esc)"), self.ended)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_count(self, count: int) -> None:
        """Say how many conversations are selected; 0 hides the bar."""
        self._label.setText(self.tr("{count} selected").format(count=count))
        self.setAccessibleName(self._label.text())
        self.setVisible(count > 0)

    def _button(self, icon_name: str, words: str, pressed: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(ICON_SIZE)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(pressed)
        self.layout().addWidget(button)
        self._icons.append((button, icon_name))
        return button

    def _restyle(self) -> None:
        for button, name in self._icons:
            button.setIcon(icon(name, self._theme))
