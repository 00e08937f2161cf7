"""A model that can be fetched: what it is, whether it would run here, and the way from a press to the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.models_dialog.card import Card
from ui.models_dialog.flow import FlowLayout
from ui.models_dialog.progress_row import ProgressRow
from ui.theme import SPACE, ThemeManager


class OfferCard(Card):
    """Asks before it connects: the first press shows where to and on which terms, the second one begins."""

    wanted = Signal()
    """The first press: what is to be known before is to be shown."""
    agreed = Signal()
    """The second press: connect."""
    paused = Signal()
    cancelled = Signal()
    helped = Signal()
    """The button beside a failure."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin with the button of the first press."""
        super().__init__(theme, parent)
        self.download_button = self.add_button("")
        self.download_button.clicked.connect(self.wanted)
        self.terms = self._build_terms()
        self.progress = ProgressRow(self.tr("Download"), self, pausable=True)
        self.progress.paused.connect(self.paused)
        self.progress.resumed.connect(self.agreed)
        self.progress.cancelled.connect(self.cancelled)
        self.help_button = QPushButton(self)
        self.help_button.setAutoDefault(False)
        self.help_button.clicked.connect(self.helped)
        self.failure = QLabel(self)
        self.failure.setWordWrap(True)
        self.failure.setTextFormat(Qt.TextFormat.PlainText)
        self.failure.setProperty("role", "danger")
        for widget in (self.terms, self.failure):
            self.column.addWidget(widget)
        self.column.addWidget(self.help_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self.progress)
        self.show_offer("")

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        row = self.progress
        return [
            self.download_button,
            self.connect_button,
            self.decline_button,
            self.help_button,
            row.pause_button,
            row.resume_button,
            row.cancel_button,
        ]

    def show_offer(self, words: str, *, enabled: bool = True, reason: str = "") -> None:
        """Show the button of the first press.

        Args:
            words: On the button; empty for no button.
            enabled: Whether it can be pressed.
            reason: Why not, or what it does.
        """
        focused = self._has_focus_inside()
        self._only(self.download_button if words else None)
        self.download_button.setText(words)
        self.download_button.setEnabled(enabled)
        self.download_button.setToolTip(reason)
        self.download_button.setAccessibleName(f"{words} {self.title.text()}".strip())
        self.download_button.setAccessibleDescription(reason)
        if focused and words:
            self.download_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_terms(self, text: str) -> None:
        """Show what happens when the user agrees, and ask."""
        focused = self._has_focus_inside()
        self._only(self.terms)
        self.terms_label.setText(text)
        self.connect_button.setAccessibleDescription(text)
        if focused:
            self.connect_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, words: str, fraction: float, *, held: bool = False) -> None:
        """Show a download that runs, or rests."""
        focused = self._has_focus_inside() and self.progress.isHidden()
        self._only(self.progress)
        self.progress.show_progress(words, fraction, held=held)
        if focused:
            button = self.progress.resume_button if held else self.progress.pause_button
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_failure(self, sentence: str, help_words: str) -> None:
        """Show why a download ended, and one way to go on."""
        focused = self._has_focus_inside()
        self._only(self.failure, self.help_button)
        self.failure.setText(sentence)
        self.help_button.setText(help_words)
        self.help_button.setAccessibleDescription(sentence)
        if focused:
            self.help_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_terms(self) -> QWidget:
        box = QWidget(self)
        self.terms_label = QLabel(box)
        self.terms_label.setWordWrap(True)
        self.terms_label.setTextFormat(Qt.TextFormat.PlainText)
        self.connect_button = QPushButton(self.tr("Connect and download"), box)
        self.connect_button.setProperty("role", "primary")
        self.connect_button.clicked.connect(self.agreed)
        self.decline_button = QPushButton(self.tr("Not now"), box)
        self.decline_button.clicked.connect(self.cancelled)
        buttons = FlowLayout()
        for button in (self.connect_button, self.decline_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.terms_label)
        column.addLayout(buttons)
        return box

    def _has_focus_inside(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _only(self, *shown: QWidget | None) -> None:
        for widget in (self.download_button, self.terms, self.failure, self.help_button, self.progress):
            widget.setVisible(widget in shown)
