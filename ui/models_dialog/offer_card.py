"""A model that can be fetched: what it is, whether it would run here, and the way from a press to the file."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

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
        self._later_stops: list[QWidget] = []
        self._shown: tuple[QWidget, ...] = ()
        self._only(self.download_button)

    # Most models of a catalogue are only looked at: what comes after the first press is made when it is needed.

    @cached_property
    def terms(self) -> ChoiceBox:
        """What is to be known before a download."""
        box = ChoiceBox(self)
        box.add_button(self.tr("Connect and download"), "primary").clicked.connect(self.agreed)
        box.add_button(self.tr("Not now")).clicked.connect(self.cancelled)
        self._append(box, box.buttons)
        return box

    @cached_property
    def progress(self) -> ProgressRow:
        """How far a download is."""
        row = ProgressRow(self.tr("Download"), self, pausable=True)
        row.paused.connect(self.paused)
        row.resumed.connect(self.agreed)
        row.cancelled.connect(self.cancelled)
        self._append(row, [row.pause_button, row.resume_button, row.cancel_button])
        return row

    @cached_property
    def failure(self) -> ChoiceBox:
        """Why a download ended."""
        box = ChoiceBox(self, "danger")
        box.add_button().clicked.connect(self.helped)
        give_up = box.add_button(self.tr("Give up"), "flat")
        give_up.setToolTip(self.tr("Delete the part that is here"))
        give_up.clicked.connect(self.cancelled)
        self._append(box, box.buttons)
        return box

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self.download_button, self.use_button, *self._later_stops]

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
        self._only(*([self.use_button] if can_use else []))
        self.use_button.setAccessibleName(f"{self.use_button.text()} – {self.title.text()}")
        if focused and can_use:
            self.use_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow_start(self, allowed: bool, reason: str) -> None:
        """Let downloads be begun, or say why not."""
        starts = [self.download_button]
        for part in self._shown:
            if isinstance(part, ChoiceBox):
                starts.append(part.buttons[0])
            elif isinstance(part, ProgressRow):
                starts.append(part.resume_button)
        for button in starts:
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
        self.failure.buttons[0].setText(help_words)
        if focused:
            self.failure.focus_first()

    def _has_focus_inside(self) -> bool:
        focus = self.window().focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _append(self, part: QWidget, stops: Sequence[QWidget]) -> None:
        """Put a part below the others, and its buttons behind theirs for Tab."""
        part.hide()
        self.column.addWidget(part)
        for stop in stops:
            QWidget.setTabOrder(self.tab_stops()[-1], stop)
            self._later_stops.append(stop)

    def _only(self, *shown: QWidget) -> None:
        for part in {self.download_button, self.use_button, *self._shown, *shown}:
            part.setVisible(part in shown)
        self._shown = shown
