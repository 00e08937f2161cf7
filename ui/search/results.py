"""What was found, as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from assistant.store import Kind, Role
from assistant.store.search import Hit
from ui.sidebar.model import one_line

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `Hit` of a row."""
Index = QModelIndex | QPersistentModelIndex


class ResultModel(QAbstractListModel):
    """One row for each hit."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What is shown."""
        return self._hits

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Show these hits, in their order."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """Return the hit of a row; None where there is none."""
        return self._hits[index.row()] if index.isValid() and index.row() < len(self._hits) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of rows."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows and says."""
        hit = self.hit(index)
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(hit)
        return None

    def title(self, hit: Hit) -> str:
        """Return the title of a hit's conversation."""
        return one_line(hit.title, 200) or self.tr("New chat")

    def speaker(self, hit: Hit) -> str:
        """Return who wrote a message; empty for a title."""
        if hit.role is None:
            return ""
        return self.tr("You") if hit.role is Role.USER else self.tr("Thimble")

    def what(self, hit: Hit) -> str:
        """Return what a title belongs to."""
        return {
            Kind.CHAT: self.tr("Conversation"),
            Kind.SUMMARY: self.tr("Summary"),
            Kind.TRANSLATION: self.tr("Translation"),
        }[hit.kind]

    def date(self, hit: Hit) -> str:
        """Return when something was written, and whether its conversation is archived."""
        when = QDateTime.fromSecsSinceEpoch(round(max(-(2**40), min(hit.created_at, 2**40))))
        words = QLocale().toString(when.date(), QLocale.FormatType.ShortFormat)
        return self.tr("Archived · {date}").format(date=words) if hit.archived else words

    def spoken(self, hit: Hit) -> str:
        """Return all of a row as one text, for a screen reader."""
        if hit.role is None:
            return self.tr("{what} “{title}”, {date}").format(
                what=self.what(hit), title=self.title(hit), date=self.date(hit)
            )
        return self.tr("{speaker} in “{title}”, {date}: {text}").format(
            speaker=self.speaker(hit), title=self.title(hit), date=self.date(hit), text=hit.snippet.text
        )
