"""The floating button that leads back to the newest message."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolButton, QWidget

from ui.icons import icon
from ui.theme import ThemeManager

_SIZE = 40


class JumpButton(QToolButton):
    """A round button above the end of the transcript."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._theme = theme
        self.setIconSize(QSize(20, 20))
        self.setFixedSize(_SIZE, _SIZE)
        self.setToolTip(self.tr("Jump to the newest (End)"))
        self.setAccessibleName(self.tr("Jump to the newest"))
        self.hide()
        self.restyle()

    def restyle(self) -> None:
        """Take the colours of the theme in force."""
        colors = self._theme.palette
        self.setIcon(icon("arrow-down", self._theme))
        self.setStyleSheet(
            f"QToolButton {{ background: {colors.raised}; border: 1px solid {colors.line}; border-radius: 20px; }}"
            f"QToolButton:hover {{ background: {colors.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {colors.focus}; }}"
        )
