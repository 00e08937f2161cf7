"""What to do with model files that were brought: copy them or use them where they are; and how far that is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.models_dialog.flow import FlowLayout
from ui.models_dialog.progress_row import ProgressRow
from ui.sentences import file_size
from ui.theme import SPACE


class ImportPanel(QFrame):
    """Asks one question about all files brought, then shows their progress."""

    chosen = Signal(bool)
    """Whether the files are to be used where they are."""
    dismissed = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin hidden."""
        super().__init__(parent)
        self.setProperty("role", "raised")
        self._question = QWidget(self)
        self.label = QLabel(self._question)
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        explanation = QLabel(
            self.tr(
                "A copy stays when the file is moved or deleted. Used where it is, it takes no more room on the disk."
            ),
            self._question,
        )
        explanation.setWordWrap(True)
        explanation.setProperty("role", "muted")
        self.copy_button = QPushButton(self.tr("Copy into Thimble"), self._question)
        self.copy_button.setProperty("role", "primary")
        self.copy_button.clicked.connect(lambda: self.chosen.emit(False))
        self.in_place_button = QPushButton(self.tr("Use where it is"), self._question)
        self.in_place_button.clicked.connect(lambda: self.chosen.emit(True))
        self.dismiss_button = QPushButton(self.tr("Cancel"), self._question)
        self.dismiss_button.clicked.connect(self.dismissed)
        buttons = FlowLayout()
        for button in (self.copy_button, self.in_place_button, self.dismiss_button):
            button.setAutoDefault(False)
            button.setAccessibleDescription(explanation.text())
            buttons.addWidget(button)
        inner = QVBoxLayout(self._question)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * SPACE)
        inner.addWidget(self.label)
        inner.addWidget(explanation)
        inner.addLayout(buttons)
        self.progress = ProgressRow(self.tr("Adding a model file"), self)
        self.progress.pause_button.hide()
        self.progress.resume_button.hide()
        self.progress.cancelled.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 3 * SPACE)
        layout.addWidget(self._question)
        layout.addWidget(self.progress)
        self._question.hide()
        self.hide()

    def ask(self, paths: Sequence[Path]) -> None:
        """Ask about files; none ends the question."""
        self._question.setVisible(bool(paths))
        if len(paths) == 1:
            size = _size(paths[0])
            text = self.tr("Add {file} ({size})?") if size else self.tr("Add {file}?")
            self.label.setText(text.format(file=paths[0].name, size=size))
        elif paths:
            names = ", ".join(path.name for path in paths)
            self.label.setText(self.tr("Add these files: {files}?").format(files=names))
        self.setAccessibleName(self.label.text())
        self._show()
        if paths:
            self.copy_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_progress(self, words: str, fraction: float) -> None:
        """Show how far the copying is; empty words end it."""
        if words:
            self.progress.show_progress(words, fraction)
        else:
            self.progress.hide()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer the question with Cancel on Esc, which would close the window else."""
        if event.key() == Qt.Key.Key_Escape and not self._question.isHidden():
            self.dismissed.emit()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        self.setVisible(not (self._question.isHidden() and self.progress.isHidden()))


def _size(path: Path) -> str:
    try:
        return file_size(path.stat().st_size)
    except OSError:
        return ""
