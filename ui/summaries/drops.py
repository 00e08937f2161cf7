"""Documents that are dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from ui.drop_hint import DropHint
from ui.model_drops import local_files, model_files


def documents(data: QMimeData) -> list[Path]:
    """Return the files and folders dragged, unless there are models among them; what they are is looked at later."""
    return [] if model_files(data) else local_files(data)


class DocumentDrops(QObject):
    """Lets a window take documents and folders; while they are over it, it says what will happen."""

    dropped = Signal(object)
    """The files, as `list[Path]`."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window)
        self.hint = DropHint(self.tr("Let go to summarise"), window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files and folders, and leave everything else to the window."""
        match event.type():
            case QEvent.Type.DragEnter | QEvent.Type.DragMove | QEvent.Type.Drop if isinstance(event, QDropEvent):
                files = documents(event.mimeData())
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
