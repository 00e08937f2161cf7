"""From "Make faster…" to a decision: what would be done, how far it is, what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.models_dialog.choice_box import ChoiceBox
from ui.models_dialog.progress_row import ProgressRow


class TunePanel(QWidget):
    """One step at a time inside the card of a model; its buttons only say that they were pressed."""

    agreed = Signal()
    """Begin, or try again."""
    cancelled = Signal()
    """Not now, or stop."""
    kept = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.question = ChoiceBox(self)
        self.begin_button = self.question.add_button(self.tr("Try it"), "primary")
        self.begin_button.clicked.connect(self.agreed)
        self.question.add_button(self.tr("Not now")).clicked.connect(self.cancelled)
        self.progress = ProgressRow(self.tr("Making the model faster"), self)
        self.progress.cancelled.connect(self.cancelled)
        self.result = ChoiceBox(self)
        self.keep_button = self.result.add_button(self.tr("Keep"), "primary")
        self.keep_button.clicked.connect(self.kept)
        self.decline_button = self.result.add_button(self.tr("Don't keep"))
        self.decline_button.clicked.connect(self.declined)
        self.failure = ChoiceBox(self, "danger")
        self.failure.add_button(self.tr("Try again")).clicked.connect(self.agreed)
        self.failure.add_button(self.tr("Not now")).clicked.connect(self.cancelled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in self._parts():
            column.addWidget(part)
        self.hide()

    def tab_stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [
            *self.question.buttons,
            self.progress.cancel_button,
            *self.result.buttons,
            *self.failure.buttons,
        ]

    def show_question(self, text: str) -> None:
        """Say what would be done, and ask."""
        self.question.set_text(text)
        self._only(self.question)

    def show_progress(self, words: str, fraction: float) -> None:
        """Show how far it is."""
        self._only(self.progress)
        self.progress.show_progress(words, fraction)

    def show_result(self, text: str, *, can_keep: bool) -> None:
        """Show what came of it; there may be nothing that is worth keeping."""
        self.result.set_text(text)
        self.keep_button.setVisible(can_keep)
        self.decline_button.setText(self.tr("Don't keep") if can_keep else self.tr("All right"))
        self._only(self.result)

    def show_failure(self, sentence: str) -> None:
        """Show why it ended."""
        self.failure.set_text(sentence)
        self._only(self.failure)

    def close_panel(self) -> None:
        """Show nothing any more."""
        self._only(None)

    def _parts(self) -> tuple[QWidget, ...]:
        return (self.question, self.progress, self.result, self.failure)

    def _only(self, shown: QWidget | None) -> None:
        if shown is not None and not shown.isHidden() and not self.isHidden():
            return
        focus = self.window().focusWidget()
        # Opened by a button that may be gone by now, or already in here: the keyboard goes on where it was.
        inside = focus is not None and self.parentWidget().isAncestorOf(focus)
        for part in self._parts():
            part.setVisible(part is shown)
        self.setVisible(shown is not None)
        if not inside or shown is None:
            return
        if isinstance(shown, ChoiceBox):
            shown.focus_first()
        else:
            self.progress.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
