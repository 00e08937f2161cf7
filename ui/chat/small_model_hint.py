"""The line that says what a small model is good for."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from ui.icons import ICON_SIZE, icon
from ui.theme import SPACE, ThemeManager


class LinkLabel(QLabel):
    """A sentence with a link, which Tab reaches at once."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Mark the link: Qt alone would first stop at the sentence, showing nothing."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focusNextPrevChild(event.reason() is Qt.FocusReason.TabFocusReason)


class SmallModelHint(QFrame):
    """One sentence with a way to bigger models, until it is closed."""

    models_wanted = Signal()
    dismissed = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Write the sentence."""
        super().__init__(parent)
        self._theme = theme
        self._label = LinkLabel(self)
        self._label.setProperty("role", "muted")
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.RichText)
        self._label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._label.linkActivated.connect(lambda _link: self.models_wanted.emit())
        self._close = QToolButton(self)
        self._close.setIconSize(ICON_SIZE * 0.8)
        self._close.setToolTip(self.tr("Don't show this again"))
        self._close.setAccessibleName(self.tr("Don't show this again"))
        self._close.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        words = self.tr(
            "A small model: it knows English, is good at drafting and weak at facts. "
            "Bigger ones can be added in {models}."
        )
        models = self.tr("Models")
        link = f'<a href="models" style="color:{self._theme.palette.accent}">{escape(models)}</a>'
        self._label.setText(escape(words).format(models=link))
        self._close.setIcon(icon("x", self._theme, "muted"))
