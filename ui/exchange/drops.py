"""Files with conversations that are dragged onto a window."""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ui.file_drops import FileDrops, local_paths

_MOST_LOOKED_AT = 100
ENDINGS = (".json", ".jsonl", ".chat", ".zip")
"""How the names of files with conversations end; what they really are is looked at later."""


def conversation_files(data: QMimeData) -> list[Path]:
    """Return what may hold conversations among what is dragged: files by their name, and folders of Jan's."""
    return [path for path in local_paths(data) if path.suffix.casefold() in ENDINGS or _holds_threads(path)]


def _holds_threads(folder: Path) -> bool:
    """Tell whether a folder is one of Jan's; any other is a folder of documents, to be summarised."""
    try:
        if (folder / "thread.json").is_file() or (folder / "threads").is_dir():
            return True
        with os.scandir(folder) as entries:
            return any((Path(entry.path) / "thread.json").is_file() for entry in islice(entries, _MOST_LOOKED_AT))
    except OSError:
        return False


class ConversationDrops(FileDrops):
    """Lets a window take files with conversations."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window, conversation_files, self.tr("Let go to import the conversations"))
