"""The left side in a narrow window: it slides over the page, with a scrim beside it."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPropertyAnimation, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import ThemeManager

WIDTH = 280
_LEFT_FREE = 48
"""So much of the page stays visible, to be pressed."""


class Drawer(QWidget):
    """Covers its parent while open; Esc or a press beside it closes it. The focus stays inside."""

    closed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget) -> None:
        """Begin closed and empty."""
        super().__init__(parent)
        self._page = parent
        self._theme = theme
        self._content: QWidget | None = None
        self._focus_before: QWidget | None = None
        self._panel = QWidget(self)
        self._panel.setObjectName("drawerPanel")
        self._panel.setAutoFillBackground(True)
        self._layout = QVBoxLayout(self._panel)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._motion = QPropertyAnimation(self._panel, b"geometry", self)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        parent.installEventFilter(self)
        self.hide()

    def set_content(self, content: QWidget | None) -> None:
        """Take a widget in, or give it free with None."""
        if self._content is not None:
            self._layout.removeWidget(self._content)
        self._content = content
        if content is not None:
            self._layout.addWidget(content)
            content.show()

    def open(self) -> None:
        """Slide in and take the focus."""
        if self._content is None or self.isVisible():
            return
        self._focus_before = self.window().focusWidget()
        self.setGeometry(self._page.rect())
        self.show()
        self.raise_()
        target = self._panel_rect()
        if self._theme.motion_ms:
            start = QRect(target)
            start.moveLeft(self.width() if self._right_to_left() else -target.width())
            self._motion.setDuration(self._theme.motion_ms)
            self._motion.setStartValue(start)
            self._motion.setEndValue(target)
            self._panel.setGeometry(start)
            self._motion.start()
        else:
            self._panel.setGeometry(target)
        self._focus_edge(forward=True)

    def close_drawer(self) -> None:
        """Close at once and give the focus back."""
        if not self.isVisible():
            return
        self._motion.stop()
        self.hide()
        if self._focus_before is not None and self._focus_before.isVisible():
            self._focus_before.setFocus()
        self._focus_before = None
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the size of what is covered."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._motion.stop()
            self.setGeometry(self._page.rect())
            self._panel.setGeometry(self._panel_rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim what lies behind."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, 140 if self._theme.is_dark else 90))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close when pressed beside the panel."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.close_drawer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_drawer()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside the drawer."""
        moved = super().focusNextPrevChild(forward)
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._focus_edge(forward=forward)
        return moved

    def _focus_edge(self, *, forward: bool) -> None:
        candidates: list[QWidget] = []
        widget = self.nextInFocusChain()
        while widget is not None and widget is not self:
            if (
                self.isAncestorOf(widget)
                and widget.isVisibleTo(self)
                and widget.isEnabled()
                and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            ):
                candidates.append(widget)
            widget = widget.nextInFocusChain()
        if candidates:
            reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
            candidates[0 if forward else -1].setFocus(reason)

    def _right_to_left(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _panel_rect(self) -> QRect:
        width = min(WIDTH, self.width() - _LEFT_FREE)
        return QRect(self.width() - width if self._right_to_left() else 0, 0, width, self.height())
