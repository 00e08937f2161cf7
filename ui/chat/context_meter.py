"""How full the model's context is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from ui.chat.words import ContextUse
from ui.theme import SPACE

_BAR_WIDTH = 72


class ContextMeter(QWidget):
    """A short bar and "Context 31 %"; nothing while nobody knows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin with nothing to show."""
        super().__init__(parent)
        self._label = QLabel(self)
        self._label.setProperty("role", "muted")
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 100)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(QSize(_BAR_WIDTH, SPACE))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self._label, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.set_use(None)

    def set_use(self, use: ContextUse | None) -> None:
        """Show how full the context is; None when unknown. The height stays the same, so nothing jumps."""
        self._bar.setVisible(use is not None)
        if use is None:
            self._label.setText(" ")
            self._label.setToolTip("")
            self.setAccessibleName("")
            return
        words = self.tr("Context {percent} %").format(percent=use.percent)
        explanation = self.tr(
            "The model keeps {used} of at most {length} tokens of this conversation in mind (a token is about three "
            "quarters of a word). When they are used up, it no longer reads the oldest messages; you still can."
        ).format(used=self.locale().toString(use.used), length=self.locale().toString(use.length))
        self._label.setText(words)
        self._bar.setValue(use.percent)
        self.setToolTip(explanation)
        self.setAccessibleName(words)
        self.setAccessibleDescription(explanation)
