"""A model that can be fetched: what it is, whether it would run here, and the way from a press to the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.models_dialog.card import Card
from ui.models_dialog.choice_box import ChoiceBox
from ui.models_dialog.progress_row import ProgressRow
from ui.theme import ThemeManager


class OfferCard(Card):
    """Asks before it connects: the first press shows where to and on which terms, the second one begins."""

    used = Signal()
    """Write with it: it is here already."""
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
        self.use_button = self.add_button(self.tr("Use"))
        self.use_button.clicked.connect(self.used)
        self.terms = ChoiceBox(self)
        self.connect_button = self.terms.add_button(self.tr("Connect and download"), "primary")
        self.connect_button.clicked.connect(self.agreed)
        self.decline_button = self.terms.add_button(self.tr("Not now"))
        self.decline_button.clicked.connect(self.cancelled)
        self.progress = ProgressRow(self.tr("Download"), self, pausable=True)
        self.progress.paused.connect(self.paused)
        self.progress.resumed.connect(self.agreed)
        self.progress.cancelled.connect(self.cancelled)
        self.failure = ChoiceBox(self, "danger")
        self.help_button = self.failure.add_button()
        self.help_button.clicked.connect(self.helped)
        self.give_up_button = self.failure.add_button(self.tr("Give up"), "flat")
        self.give_up_button.setToolTip(self.tr("Delete the part that is here"))
        self.give_up_button.clicked.connect(self.cancelled)
        for widget in (self.terms, self.failure, self.progress):
            self.column.addWidget(widget)
        self._only(self.download_button)

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        row = self.progress
        return [
            self.download_button,
            self.use_button,
            self.connect_button,
            self.decline_button,
            self.help_button,
            self.give_up_button,
            row.pause_button,
            row.resume_button,
            row.cancel_button,
        ]

    def show_offer(self, words: str) -> None:
        """Show the button of the first press, with these words on it."""
        focused = self._has_focus_inside()
        self._only(self.download_button)
        self.download_button.setText(words)
        self.download_button.setAccessibleName(f"{words} – {self.title.text()}")
        if focused:
            self.download_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_installed(self, *, can_use: bool) -> None:
        """Show that it is here; `can_use` when it does not write the answers yet."""
        focused = self._has_focus_inside()
        self._only(self.use_button if can_use else None)
        self.use_button.setAccessibleName(f"{self.use_button.text()} – {self.title.text()}")
        if focused and can_use:
            self.use_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow_start(self, allowed: bool, reason: str) -> None:
        """Let downloads be begun, or say why not."""
        for button in (self.download_button, self.connect_button, self.help_button, self.progress.resume_button):
            button.setEnabled(allowed)
            button.setToolTip(reason)

    def show_terms(self, text: str) -> None:
        """Show what happens when the user agrees, and ask."""
        focused = self._has_focus_inside()
        self._only(self.terms)
        self.terms.set_text(text)
        if focused:
            self.terms.focus_first()

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
        self._only(self.failure)
        self.failure.set_text(sentence)
        self.help_button.setText(help_words)
        if focused:
            self.failure.focus_first()

    def _has_focus_inside(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _only(self, *shown: QWidget | None) -> None:
        for widget in (self.download_button, self.use_button, self.terms, self.failure, self.progress):
            widget.setVisible(widget in shown)
