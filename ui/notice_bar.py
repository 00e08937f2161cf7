"""A strip across the window for sentences that concern the whole program; never a message box."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.theme import SPACE, ThemeManager

_MOST = 20


class NoticeBar(QFrame):
    """Shows one sentence at a time; closing it shows the next."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self._theme = theme
        self._waiting: deque[str] = deque(maxlen=_MOST)
        self.setProperty("role", "bar")
        self._icon = QLabel(self)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton(self)
        self._close.setIconSize(ICON_SIZE)
        self._close.setToolTip(self.tr("Close this message"))
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.clicked.connect(self._next)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, SPACE, 2 * SPACE, SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._icon)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def text(self) -> str:
        """The sentence shown; empty for none."""
        return "" if self.isHidden() else self._label.text()

    def add(self, sentence: str) -> None:
        """Show a sentence, after those that wait; the same one is not shown twice in a row."""
        if not sentence or sentence == self.text or sentence in self._waiting:
            return
        self._waiting.append(sentence)
        if not self.text:
            self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._label.clear()
            self.hide()
            return
        self._label.setText(self._waiting.popleft())
        self.setAccessibleName(self._label.text())
        self.show()

    def _restyle(self) -> None:
        self._icon.setPixmap(icon("info", self._theme, "warning").pixmap(ICON_SIZE, self.devicePixelRatioF()))
        self._close.setIcon(icon("x", self._theme, "muted"))
