"""Import: what can be brought, how far it is, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from assistant.events import TakenIn
from ui.exchange.controller import ExchangeController
from ui.exchange.drops import ConversationDrops
from ui.exchange.words import ExchangeWords
from ui.models_dialog.flow import FlowLayout
from ui.models_dialog.progress_row import ProgressRow
from ui.theme import SPACE


class ImportDialog(QDialog):
    """Files come from a chooser, or are dropped onto it. Closing it does not end an import."""

    def __init__(self, controller: ExchangeController, parent: QWidget | None = None) -> None:
        """Build it."""
        super().__init__(parent)
        self._controller = controller
        self._words = ExchangeWords(self)
        self._importing = False
        self.setWindowTitle(self.tr("Import conversations"))
        self.setMinimumWidth(320)
        about = self._label(
            self.tr(
                "Bring conversations from another computer or another program. What is here already is not doubled."
            )
        )
        self._sources = self._label(
            "\n".join(
                (
                    self.tr("Thimble: a file exported as JSON"),
                    self.tr("ChatGPT: the archive of its data export"),
                    self.tr("GPT4All: its .chat files"),
                    self.tr("Jan: its folder “threads”"),
                    self.tr("LM Studio: its folder “conversations”"),
                    self.tr("Open WebUI: the chats it exports as JSON"),
                )
            ),
            "muted",
        )
        self.progress = ProgressRow(self.tr("Importing conversations"), self)
        self.progress.pause_button.hide()
        self.progress.resume_button.hide()
        self.outcome = self._label("")
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        self.files_button = QPushButton(self.tr("Choose files…"), self)
        self.files_button.setProperty("role", "primary")
        self.files_button.setDefault(True)
        self.files_button.setToolTip(self.tr("Choose files, or drop them onto this window"))
        self.folder_button = QPushButton(self.tr("Choose a folder…"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        buttons = FlowLayout()
        for button in (self.files_button, self.folder_button, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 4 * SPACE)
        layout.setSpacing(3 * SPACE)
        for widget in (about, self._sources, self.progress, self.outcome):
            layout.addWidget(widget)
        layout.addStretch(1)
        layout.addLayout(buttons)
        self.resize(480, 340)
        self._drops = ConversationDrops(self)
        self._drops.dropped.connect(self.take_in)
        self.files_button.clicked.connect(self.choose_files)
        self.folder_button.clicked.connect(self.choose_folder)
        self.close_button.clicked.connect(self.close)
        self.progress.cancelled.connect(controller.cancel)
        controller.progressed.connect(self._show_progress)
        controller.taken_in.connect(self._show_result)
        controller.failed.connect(self._show_failure)
        controller.exported.connect(self._show_state)

    def open_dialog(self) -> None:
        """Show it, in front."""
        if not self._importing:
            self._say("")
        self._show_state()
        self.show()
        self.raise_()
        self.activateWindow()

    def choose_files(self) -> None:
        """Let the user choose files to be imported."""
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Import conversations"),
            str(Path.home()),
            self.tr("Conversations (*.json *.jsonl *.chat *.zip);;All files (*)"),
        )
        self.take_in([Path(name) for name in names])

    def choose_folder(self) -> None:
        """Let the user choose a folder whose files are imported."""
        name = QFileDialog.getExistingDirectory(self, self.tr("Import conversations"), str(Path.home()))
        if name:
            self.take_in([Path(name)])

    def take_in(self, files: Sequence[Path]) -> None:
        """Begin to import files."""
        if not files:
            return
        if self._controller.busy:
            self._say(self.tr("Conversations are being exported or imported already. Try again when that is done."))
            return
        self._importing = True
        self.outcome.hide()
        self._controller.take_in(files)
        self._show_progress(0, 0.0)
        self._show_state()
        self.progress.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_progress(self, done: int, fraction: float) -> None:
        if self._importing:
            words = self.tr("Importing: %n conversations", "", done) if done else self.tr("Importing…")
            self.progress.show_progress(words, fraction)

    def _show_result(self, result: TakenIn) -> None:
        self._end("\n".join(self._words.taken_in(result)))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_failure(self, words: str) -> None:
        if self._importing:
            self._end(words)
        self._show_state()

    def _end(self, words: str) -> None:
        self._importing = False
        self.progress.hide()
        self._say(words)
        self._show_state()

    def _say(self, words: str) -> None:
        self.outcome.setText(words)
        self.outcome.setVisible(bool(words))
        # The button that has the focus then: a screen reader says it with that.
        self.close_button.setAccessibleDescription(words)

    def _show_state(self) -> None:
        for button in (self.files_button, self.folder_button):
            button.setEnabled(not self._controller.busy)

    def _label(self, words: str, role: str = "") -> QLabel:
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        if role:
            label.setProperty("role", role)
        return label
