"""The one filled button of the page: sends, or stops."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.shortcuts import tip
from ui.theme import RADIUS, ThemeManager

_EDGE = 36


class SendButton(QToolButton):
    """Paints itself in the accent colour, for it is the one thing to press."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin as Send, switched off."""
        super().__init__(parent)
        self._theme = theme
        self._stops = False
        self.setIconSize(ICON_SIZE)
        self.setFixedSize(QSize(_EDGE, _EDGE))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setEnabled(False)
        theme.changed.connect(self.update)
        self.set_stops(False)

    @property
    def stops(self) -> bool:
        """Whether it is Stop now."""
        return self._stops

    def set_stops(self, stops: bool) -> None:
        """Be Stop, or Send."""
        self._stops = stops
        words = self.tr("Stop") if stops else self.tr("Send")
        self.setAccessibleName(words)
        self.setToolTip(tip(words, "stop" if stops else "send"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a filled rounded square with the icon, and the focus ring."""
        colors = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        fill = QColor(colors.accent if self.isEnabled() else colors.line)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            fill = fill.darker(108)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colors.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), RADIUS + 1, RADIUS + 1)
        drawing: QIcon = icon(
            "stop" if self._stops else "send", self._theme, "on_accent" if self.isEnabled() else "muted"
        )
        left, top = (self.width() - ICON_SIZE.width()) // 2, (self.height() - ICON_SIZE.height()) // 2
        drawing.paint(painter, left, top, ICON_SIZE.width(), ICON_SIZE.height())
        painter.end()
