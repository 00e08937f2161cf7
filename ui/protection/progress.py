"""How far something is that is done while the conversations are closed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QVBoxLayout, QWidget

from assistant.errors import ThimbleError
from ui.call import Call
from ui.icons import app_icon
from ui.protection.tasks import ClosedTask, Opened
from ui.theme import SPACE


class ProgressDialog(QDialog):
    """Does a task and closes when it is done; it can't be closed before.

    Attributes:
        opened: What the task gave.
        failure: What it failed with.
    """

    def __init__(self, task: ClosedTask, parent: QWidget | None = None) -> None:
        """Prepare; `exec` does it."""
        super().__init__(parent)
        self.opened: Opened | None = None
        self.failure: ThimbleError | None = None
        self._call = Call(task.work)
        self._call.progressed.connect(self._progressed)
        self._call.succeeded.connect(self._succeeded)
        self._call.failed.connect(self._failed)
        self.setWindowTitle("Thimble")
        self.setWindowIcon(app_icon())
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, False)
        self.setMinimumWidth(360)
        heading = QLabel(task.title, self)
        heading.setProperty("role", "title")
        self.text = QLabel(
            self.tr("This takes a moment. Should it be interrupted, the next start brings it to its end."), self
        )
        self.text.setProperty("role", "muted")
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(task.title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        layout.setSpacing(3 * SPACE)
        for label in (heading, self.text):
            label.setWordWrap(True)
            layout.addWidget(label)
        layout.addWidget(self.bar)

    def exec(self) -> int:
        """Do it; returns when it is done."""
        self._call.start()
        try:
            return super().exec()
        finally:
            self._call.wait()

    def reject(self) -> None:
        """Stay: Escape does not stop it."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while it is going on."""
        if self._call.is_running():
            event.ignore()
        else:
            super().closeEvent(event)

    def _progressed(self, share: float) -> None:
        self.bar.setRange(0, 1_000)
        self.bar.setValue(round(share * 1_000))

    def _succeeded(self, opened: Opened | None) -> None:
        self.opened = opened
        self.accept()

    def _failed(self, error: ThimbleError) -> None:
        self.failure = error
        self.accept()
