"""Conversations that are dragged from the list: what is carried, and where it may be dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from assistant.store import Folder
from ui.sidebar.rows import Group, Row

MIME_TYPE = "application/x-thimble-conversations"
_MOST_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Target:
    """What dropping on a row means.

    Attributes:
        group: `FOLDER`, `ARCHIVE`, `BIN`, `PINNED`; any other takes out of folder, archive and pinned ones.
        folder: The folder of `FOLDER`.
    """

    group: Group
    folder: Folder | None = None


def mime_of(ids: Sequence[int]) -> QMimeData:
    """Return what a drag of conversations carries."""
    data = QMimeData()
    data.setData(MIME_TYPE, " ".join(str(id_) for id_ in ids).encode())
    return data


def ids_of(data: QMimeData) -> list[int]:
    """Return the conversations a drag carries; none for a drag of something else."""
    if not data.hasFormat(MIME_TYPE):
        return []
    words = bytes(data.data(MIME_TYPE).data())[:_MOST_BYTES].split()
    return [int(word) for word in words if word.isdigit()]


def target_of(row: Row | None) -> Target:
    """Return what dropping on a row means; below the last one as on a day."""
    return Target(Group.EARLIER) if row is None else Target(row.group, row.folder)
