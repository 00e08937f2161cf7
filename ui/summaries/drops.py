"""Documents that are dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ui.exchange.drops import conversation_files
from ui.file_drops import FileDrops, local_paths
from ui.model_drops import model_files


def documents(data: QMimeData) -> list[Path]:
    """Return the files and folders dragged, unless models or conversations are among them; what they are is seen later.

    Args:
        data: What is dragged.
    """
    return [] if model_files(data) or conversation_files(data) else local_paths(data)


class DocumentDrops(FileDrops):
    """Lets a window take documents and folders."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window, documents, self.tr("Let go to summarise"))
