"""Model files that are dragged onto a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ui.file_drops import FileDrops, local_paths

ENDINGS = (".gguf", ".bin")
"""How the names of model files end; what they really are is looked at later."""


def model_files(data: QMimeData) -> list[Path]:
    """Return the files on this computer among what is dragged or pasted that may be models by their name."""
    return [path for path in local_paths(data) if path.suffix.casefold() in ENDINGS]


class ModelDrops(FileDrops):
    """Lets a window take model files."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window, model_files, self.tr("Let go to add the model"))
