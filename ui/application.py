"""The Qt application: it also takes documents that the system hands to the running program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """Keeps what comes before the window is ready: macOS hands a document dropped on the icon to a starting program."""

    def __init__(self, arguments: Sequence[str]) -> None:
        """Begin as Qt does."""
        super().__init__(list(arguments))
        self._early: list[Path] = []
        self._open: Callable[[Sequence[Path]], object] | None = None

    def open_with(self, open_documents: Callable[[Sequence[Path]], object]) -> None:
        """Hand documents to `open_documents` from now on, and those that came before."""
        self._open = open_documents
        early, self._early = self._early, []
        if early:
            open_documents(early)

    def event(self, event: QEvent) -> bool:
        """Take requests to open a file; the rest is Qt's."""
        if event.type() == QEvent.Type.FileOpen and isinstance(event, QFileOpenEvent):
            if event.file():
                self._take(Path(event.file()))
            return True
        return super().event(event)

    def _take(self, document: Path) -> None:
        if self._open is not None:
            self._open([document])
        else:
            self._early.append(document)
