"""Files with conversations that are dragged onto a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from ui.file_drops import FileDrops, local_paths

ENDINGS = (".json", ".jsonl", ".chat", ".zip")
"""How the names of files with conversations end; what they really are is looked at later."""

_INSIDE = ("threads", "thread.json", "conversations.json")


def conversation_files(data: QMimeData) -> list[Path]:
    """Return what may hold conversations among what is dragged: files by their name, and folders that look like it."""
    return [path for path in local_paths(data) if path.suffix.casefold() in ENDINGS or _has_conversations(path)]


def _has_conversations(folder: Path) -> bool:
    """Tell whether a folder is one of Jan's or has an export in it; others are taken for documents."""
    return any((folder / name).exists() for name in _INSIDE)


class ConversationDrops(FileDrops):
    """Lets a window take files with conversations."""

    def __init__(self, window: QWidget) -> None:
        """Watch `window`."""
        super().__init__(window, conversation_files, self.tr("Let go to import the conversations"))
