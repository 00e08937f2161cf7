"""What an empty window says while damaged conversations are repaired, which may take a minute."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from ui.theme import SPACE


class RepairScreen:
    """Called with the share that is done, from 0 to 1; shows itself with the first call."""

    def __init__(self, window: QMainWindow) -> None:
        """Begin without showing anything.

        Args:
            window: Has no content yet; what it gets later takes the place of the words.
        """
        self._window = window
        self._label: QLabel | None = None
        self._percent = -1

    def __call__(self, share: float) -> None:
        """Show how far it is, and let the window answer the system."""
        if self._label is None:
            self._label = QLabel()
            self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._label.setWordWrap(True)
            self._label.setMargin(6 * SPACE)
            self._window.setCentralWidget(self._label)
        percent = int(share * 100)
        if percent != self._percent:
            self._percent = percent
            words = QCoreApplication.translate(
                "RepairScreen",
                "The file with your conversations is damaged. What can be read of it is being saved… {percent} %",
            ).format(percent=percent)
            self._label.setText(words)
            self._label.setAccessibleName(words)
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
