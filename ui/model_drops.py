"""Model files that are dragged onto a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.drop_hint import DropHint

ENDINGS = (".gguf", ".bin")
"""How the names of model files end; what they really are is looked at later."""


def local_files(data: QMimeData) -> list[Path]:
    """Return the files and folders on this computer among what is dragged or pasted."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def model_files(data: QMimeData) -> list[Path]:
    """Return the files on this computer among what is dragged or pasted that may be models by their name."""
    return [path for path in local_files(data) if path.suffix.casefold() in ENDINGS]


class ModelDrops(QObject):
    """Lets a window take model files; while they are over it, it says what will happen."""

    dropped = Signal(object)
    """The files, as `list[Path]`."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window)
        self.hint = DropHint(self.tr("Let go to add the model"), window)
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
                    self.hint.show_over()
                return True
            case QEvent.Type.DragLeave:
                self.hint.hide()
        return super().eventFilter(watched, event)
