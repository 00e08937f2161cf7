"""The button beside "New chat" with what is needed less often: a new folder, the bin, the statistics."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.theme import ThemeManager


class MoreButton(QToolButton):
    """Opens its menu at once."""

    folder_wanted = Signal()
    bin_wanted = Signal()
    statistics_wanted = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Make the menu."""
        super().__init__(parent)
        self._theme = theme
        self._icons: list[tuple[QAction, str]] = []
        self.setIconSize(ICON_SIZE)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setAccessibleName(self.tr("Folders, bin and statistics"))
        self.setToolTip(self.tr("Folders, bin and statistics"))
        menu = QMenu(self)
        self._add(menu, self.tr("New folder"), "folder-plus", self.folder_wanted)
        self._add(menu, self.tr("Bin…"), "trash", self.bin_wanted)
        self._add(menu, self.tr("Statistics…"), "chart", self.statistics_wanted)
        self.setMenu(menu)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _add(self, menu: QMenu, words: str, icon_name: str, chosen: SignalInstance) -> None:
        action = menu.addAction(words)
        action.triggered.connect(chosen)
        self._icons.append((action, icon_name))

    def _restyle(self) -> None:
        self.setIcon(icon("dots", self._theme, "muted"))
        for action, name in self._icons:
            action.setIcon(icon(name, self._theme))
