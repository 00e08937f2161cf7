"""Moving everything: to another computer in one file, back from such a file, and beside the program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QDir, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from assistant.app import App
from assistant.errors import ThimbleError
from assistant.moving.arrival import move_in, refuse_conversations
from assistant.moving.bundle import SUFFIX, Manifest, move_out, read_manifest
from assistant.moving.contents import model_files
from assistant.moving.portable import set_up_portable
from ui.call import Call
from ui.protection.tasks import ClosedTask, Opened
from ui.sentences import file_size, sentence
from ui.theme import SPACE

Report = Callable[[float], None]


class MovingPanel(QWidget):
    """Three buttons, and below them how far it is and what came of it.

    Attributes:
        said: What came of it.
    """

    task_wanted = Signal(object)
    """A `ClosedTask`: the window is to be closed for it."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        """Move the data of `app`."""
        super().__init__(parent)
        self._app = app
        self._call: Call | None = None
        self._done: Callable[[Any], None] = lambda _: None
        heading = QLabel(self.tr("Another computer"), self)
        self.models_box = QCheckBox(self)
        self.models_box.setAccessibleDescription(self.tr("Model files are large; they can also be fetched again"))
        self.out_button = self._button(
            self.tr("Copy everything into one file…"),
            self.tr("Take conversations and settings to another computer"),
        )
        self.out_button.clicked.connect(self.copy_out)
        self.in_button = self._button(
            self.tr("Bring in from such a file…"), self.tr("Take in what was copied on another computer")
        )
        self.in_button.clicked.connect(self.bring_in)
        self.portable_heading = QLabel(self.tr("Memory stick"), self)
        self.portable_text = self._muted(
            self.tr(
                "Thimble can keep its data beside the program, so that both move together. What is here is copied and "
                "stays."
            )
        )
        self.portable_button = self._button(
            self.tr("Keep data beside the program"), self.tr("Copy the data into the folder of the program")
        )
        self.portable_button.clicked.connect(self.make_portable)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 1_000)
        self.bar.setTextVisible(False)
        self.stop_button = self._button(self.tr("Stop"), self.tr("Stop; nothing is left behind"))
        self.stop_button.clicked.connect(self._stop)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.stop_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(heading)
        layout.addWidget(
            self._muted(
                self.tr(
                    "One file takes conversations, settings and, if you want, models along. Protected conversations "
                    "stay encrypted in it. Backups are left out."
                )
            )
        )
        layout.addWidget(self.models_box)
        for button in (self.out_button, self.in_button):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(4 * SPACE)
        layout.addWidget(self.portable_heading)
        layout.addWidget(self.portable_text)
        layout.addWidget(self.portable_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(running)
        layout.addWidget(self.said)
        for widget in (self.portable_heading, self.portable_text, self.portable_button):
            widget.setVisible(app.paths.origin != "portable")
        self.refresh()
        self._show_running(None)
        self.say("")

    def refresh(self) -> None:
        """Show how large the models are now."""
        files = model_files(self._app.paths)
        size = sum(file.stat().st_size for file in files if file.exists())
        self.models_box.setText(self.tr("With the models ({size})").format(size=file_size(size)))
        self.models_box.setVisible(bool(files))

    def copy_out(self) -> None:
        """Ask for a file and copy everything into it."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or QDir.homePath()
        name = f"Thimble {QDate.currentDate().toString(Qt.DateFormat.ISODate)}{SUFFIX}"
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Copy everything into one file"), f"{folder}/{name}", self._filter()
        )
        if not chosen:
            return
        target, paths, key, models = Path(chosen), self._app.paths, self._app.store.key, self.models_box.isChecked()

        def work(report: Report) -> Manifest:
            return move_out(paths, target, key=key, models=models, overwrite=True, report=report)

        def done(manifest: Manifest) -> None:
            told = self.tr("Everything is in {file} ({size}).").format(file=target, size=file_size(manifest.size))
            if manifest.protected:
                more = self.tr("The same passphrase opens the conversations on the other computer.")
            else:
                more = self.tr("Whoever has this file can read the conversations in it.")
            self.say(f"{told} {more}")

        self._run(self.tr("Copying everything"), work, done)

    def bring_in(self) -> None:
        """Ask for a file and have it taken in while the window is closed."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Bring in from a file"), QDir.homePath(), self._filter())
        if not chosen:
            return
        file, paths = Path(chosen), self._app.paths
        title = self.tr("Bringing everything in")

        def look(_: Report) -> Manifest:
            refuse_conversations(paths)
            return read_manifest(file)

        def take(report: Report) -> Opened | None:
            move_in(file, paths, report=report)
            return None

        self._run(self.tr("Looking at the file"), look, lambda _: self.task_wanted.emit(ClosedTask(title, take)))

    def make_portable(self) -> None:
        """Copy the data beside the program."""
        paths, key, models = self._app.paths, self._app.store.key, self.models_box.isChecked()

        def work(report: Report) -> Path:
            return set_up_portable(paths, key=key, models=models, report=report)

        def done(folder: Path) -> None:
            self.say(
                self.tr(
                    "The data is in {folder} now and is used from the next start on: close Thimble and start it again."
                ).format(folder=folder)
            )

        self._run(self.tr("Copying everything"), work, done)

    def stop(self) -> None:
        """End what is going on and wait for its end; may be called more than once."""
        if self._call is not None:
            self._call.stop()
            self._call.wait()

    def say(self, text: str) -> None:
        """Show what came of it; an empty text hides it."""
        self.said.setText(text)
        self.said.setAccessibleName(text)
        self.said.setVisible(bool(text))

    def _stop(self) -> None:
        if self._call is not None:
            self._call.stop()

    def _run(self, title: str, work: Callable[[Report], Any], done: Callable[[Any], None]) -> None:
        if self._call is not None:
            return
        call = self._call = Call(work)
        call.progressed.connect(self._progressed)
        self._done = done
        call.succeeded.connect(self._succeeded)
        call.failed.connect(self._failed)
        call.stopped.connect(self._stopped)
        self._show_running(title)
        self.say(self.tr("{title} …").format(title=title))
        call.start()

    def _succeeded(self, result: object) -> None:
        self._ended("")
        self._done(result)

    def _failed(self, error: ThimbleError) -> None:
        self._ended(sentence(error))

    def _stopped(self) -> None:
        self._ended(self.tr("Stopped; nothing was left behind."))

    def _ended(self, text: str) -> None:
        if self._call is not None:
            self._call.wait()
        self._call = None
        self._show_running(None)
        self.say(text)

    def _progressed(self, share: float) -> None:
        self.bar.setValue(round(share * 1_000))

    def _show_running(self, title: str | None) -> None:
        running = title is not None
        self.bar.setValue(0)
        self.bar.setAccessibleName(title or "")
        self.bar.setVisible(running)
        self.stop_button.setVisible(running)
        for button in (self.out_button, self.in_button, self.portable_button, self.models_box):
            button.setEnabled(not running)

    def _filter(self) -> str:
        return self.tr("Everything of Thimble (*{suffix})").format(suffix=SUFFIX)

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setAutoDefault(False)
        return button

    def _muted(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "muted")
        label.setWordWrap(True)
        return label
