"""Files that are dragged onto a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.theme import SPACE


def local_paths(data: QMimeData) -> list[Path]:
    """Return what lies on this computer of what is dragged or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Lets a window take files of one kind; while they are over it, it says what will happen."""

    dropped = Signal(object)
    """The files, as `list[Path]`."""

    def __init__(self, window: QWidget, wanted: Callable[[QMimeData], list[Path]], words: str) -> None:
        """Watch `window`.

        Args:
            window: Takes the files.
            wanted: Returns the files of this kind among what is dragged.
            words: What will happen when they are let go.
        """
        super().__init__(window)
        self._window = window
        self._wanted = wanted
        self.hint = QFrame(window)
        self.hint.setProperty("role", "raised")
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label = QLabel(words, self.hint)
        label.setProperty("role", "title")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.hint).addWidget(label)
        self.hint.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is wanted, and leave everything else to the window."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove | QEvent.Type.Drop if isinstance(event, QDropEvent):
                files = self._wanted(event.mimeData())
                if not files:
                    return super().eventFilter(watched, event)
                # The file itself stays where it is, whatever the file manager proposes.
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                if event.type() == QEvent.Type.Drop:
                    self.hint.hide()
                    self.dropped.emit(files)
                elif self.hint.isHidden():
                    self._show_hint()
                return True
            case QEvent.Type.DragLeave:
                self.hint.hide()
        return super().eventFilter(watched, event)

    def _show_hint(self) -> None:
        width = min(320, self._window.width() - 8 * SPACE)
        height = 24 * SPACE
        self.hint.setGeometry((self._window.width() - width) // 2, (self._window.height() - height) // 2, width, height)
        self.hint.show()
        self.hint.raise_()
