"""Model files that are dragged onto a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.theme import SPACE

ENDINGS = (".gguf", ".bin")
"""How the names of model files end; what they really are is looked at later."""


def model_files(data: QMimeData) -> list[Path]:
    """Return the files on this computer among what is dragged or pasted that may be models by their name."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.casefold() in ENDINGS]


class ModelDrops(QObject):
    """Lets a window take model files; while they are over it, it says what will happen."""

    dropped = Signal(object)
    """The files, as `list[Path]`."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window)
        self._window = window
        self.hint = QFrame(window)
        self.hint.setProperty("role", "raised")
        self.hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label = QLabel(self.tr("Let go to add the model"), self.hint)
        label.setProperty("role", "title")
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self.hint).addWidget(label)
        self.hint.hide()
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what may be a model, and leave everything else to the window."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove | QEvent.Type.Drop if isinstance(event, QDropEvent):
                files = model_files(event.mimeData())
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
