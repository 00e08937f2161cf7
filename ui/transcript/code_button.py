"""The button that copies a code block."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton, QWidget

from ui.icons import icon
from ui.theme import ThemeManager
from ui.transcript.writer import CodeRegion

SHOWN_DONE_MS = 1_500
"""How long a copy button says that it has copied."""


class CopyCodeButton(QToolButton):
    """Copies the whole code of one block."""

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        """Begin without code."""
        super().__init__(parent)
        self._theme = theme
        self._region: CodeRegion | None = None
        self.setIconSize(QSize(16, 16))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the transcript leads Tab through its messages
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_ready)
        self.clicked.connect(self._copy)
        self._show_ready()

    def set_region(self, region: CodeRegion) -> None:
        """Copy this block from now on."""
        if region is not self._region:
            self._region = region
            self._timer.stop()
            self._show_ready()

    def _show_ready(self) -> None:
        self.setIcon(icon("copy", self._theme, "muted"))
        self.setToolTip(self.tr("Copy code"))
        language = self._region.language if self._region else ""
        self.setAccessibleName(self.tr("Copy code ({0})").format(language) if language else self.tr("Copy code"))

    def _copy(self) -> None:
        if self._region is None:
            return
        QGuiApplication.clipboard().setText("".join(self._region.code))
        self.setIcon(icon("check", self._theme, "accent"))
        self.setToolTip(self.tr("Copied"))
        self.setAccessibleName(self.tr("Copied"))
        self._timer.start(SHOWN_DONE_MS)
