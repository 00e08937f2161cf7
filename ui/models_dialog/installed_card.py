"""A model on this computer: what it is and what can be done with it."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.models_dialog.card import Card
from ui.models_dialog.tune_panel import TunePanel
from ui.models_dialog.tuning import TunePhase, TuneState
from ui.theme import ThemeManager


class InstalledCard(Card):
    """Use it, make it faster, see where it lies, take it away."""

    used = Signal()
    tuning_wanted = Signal()
    untuned = Signal()
    folder_wanted = Signal()
    removed = Signal()
    tuning_made = Signal(object)
    """The `TunePanel` that is there from now on."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin with all buttons; `show_actions` says which of them are there."""
        super().__init__(theme, parent)
        self._later_stops: list[QWidget] = []
        self.use_button = self.add_button(self.tr("Use"))
        self.use_button.clicked.connect(self.used)
        self.tune_button = self.add_button(self.tr("Make faster…"))
        self.tune_button.setToolTip(self.tr("Try a file format that this computer's processor reads faster"))
        self.tune_button.clicked.connect(self.tuning_wanted)
        self.untune_button = self.add_button(self.tr("As it was"))
        self.untune_button.setToolTip(self.tr("Use the model in its own format again, and delete the faster one"))
        self.untune_button.clicked.connect(self.untuned)
        self.folder_button = self.add_button(self.tr("Show folder"), "flat")
        self.folder_button.setToolTip(self.tr("Show where the file lies"))
        self.folder_button.clicked.connect(self.folder_wanted)
        self.remove_button = self.add_button(self.tr("Remove"), "flat")
        self.remove_button.clicked.connect(self.removed)

    @cached_property
    def tuning(self) -> TunePanel:
        """The way from "Make faster…" to a decision; made when it is first needed."""
        panel = TunePanel(self)
        self.column.addWidget(panel)
        last = self.tab_stops()[-1]
        self._later_stops = panel.tab_stops()
        for stop in self._later_stops:
            QWidget.setTabOrder(last, stop)
            last = stop
        self.tuning_made.emit(panel)
        return panel

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        buttons = (self.use_button, self.tune_button, self.untune_button, self.folder_button, self.remove_button)
        return [*buttons, *self._later_stops]

    def show_tuning(self, state: TuneState | None) -> None:
        """Show how far the making of a faster file is; None for nothing about it."""
        if state is None:
            if "tuning" in self.__dict__:
                self.tuning.close_panel()
            return
        match state.phase:
            case TunePhase.ASKING:
                self.tuning.show_question(state.words)
            case TunePhase.RUNNING:
                self.tuning.show_progress(state.words, state.fraction)
            case TunePhase.RESULT:
                self.tuning.show_result(state.words, can_keep=state.can_keep)
            case TunePhase.FAILED:
                self.tuning.show_failure(state.words)

    def show_actions(self, *, use: bool, tune: bool, untune: bool, remove: bool, forget: bool) -> None:
        """Say what can be done.

        Args:
            use: Whether it can be used, and isn't already.
            tune: Whether it can be made faster.
            untune: Whether it was made faster, which can be taken back.
            remove: Whether it can be taken away.
            forget: Whether taking it away leaves the file where it is.
        """
        name = self.title.text()
        self.use_button.setVisible(use)
        self.tune_button.setVisible(tune)
        self.untune_button.setVisible(untune)
        self.remove_button.setVisible(remove)
        self.remove_button.setToolTip(
            self.tr("Take it out of the list; the file stays") if forget else self.tr("Delete the file")
        )
        for button in (self.use_button, self.tune_button, self.untune_button, self.folder_button, self.remove_button):
            button.setAccessibleName(f"{button.text()} – {name}")
            button.setAccessibleDescription(button.toolTip())
