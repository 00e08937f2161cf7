"""How far a long piece of work is: words, a bar, and the ways to hold or end it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui.models_dialog.flow import FlowLayout
from ui.theme import SPACE

_STEPS = 1_000


class ProgressRow(QWidget):
    """Shows words and a bar; its buttons only say that they were pressed."""

    paused = Signal()
    resumed = Signal()
    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget | None = None, *, pausable: bool = False) -> None:
        """Begin hidden.

        Args:
            name: What is going on, for a screen reader.
            parent: Holds it.
            pausable: Whether there is a button to hold the work.
        """
        super().__init__(parent)
        self._pausable = pausable
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, _STEPS)
        self.bar.setAccessibleName(name)
        self.pause_button = QPushButton(self.tr("Pause"), self)
        self.resume_button = QPushButton(self.tr("Resume"), self)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        buttons = FlowLayout()
        for button, signal in (
            (self.pause_button, self.paused),
            (self.resume_button, self.resumed),
            (self.cancel_button, self.cancelled),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.label)
        layout.addWidget(self.bar)
        layout.addLayout(buttons)
        self.hide()

    def show_progress(self, words: str, fraction: float, *, held: bool = False) -> None:
        """Show how far it is.

        Args:
            words: Said above the bar.
            fraction: From 0 to 1.
            held: Whether the work rests and can be resumed.
        """
        self.label.setText(words)
        self.bar.setValue(round(max(0.0, min(1.0, fraction)) * _STEPS))
        self.bar.setAccessibleDescription(words)
        focus = next((b for b in (self.pause_button, self.resume_button) if b.hasFocus()), None)
        self.pause_button.setVisible(self._pausable and not held)
        self.resume_button.setVisible(self._pausable and held)
        self.show()
        if focus is not None and focus.isHidden():
            # The other one of the two stands where it stood.
            (self.resume_button if held else self.pause_button).setFocus(Qt.FocusReason.OtherFocusReason)
