"""The choices that narrow a search down."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from assistant.store import Kind, Role
from assistant.store.search import Filters, Order
from ui.models_dialog.flow import FlowLayout
from ui.theme import SPACE

_DAY = 24 * 3600.0
_WIDEST = 200


class FilterRow(QWidget):
    """Five lists: where, who, when, what, and what comes first. Goes on in the next line where it is narrow."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Begin without any restriction."""
        super().__init__(parent)
        self._conversation_id: int | None = None
        self.where = self._choices(self.tr("Where to search"), [self.tr("All conversations")])
        self.who = self._choices(
            self.tr("Who wrote it"), [self.tr("By anyone"), self.tr("By you"), self.tr("By Thimble")]
        )
        self.when = self._choices(
            self.tr("When it was written"),
            [
                self.tr("At any time"),
                self.tr("Last 24 hours"),
                self.tr("Last 7 days"),
                self.tr("Last 30 days"),
                self.tr("Last 12 months"),
                self.tr("Over a year ago"),
            ],
        )
        self.what = self._choices(
            self.tr("Kind of conversation"),
            [self.tr("Of any kind"), self.tr("Chats"), self.tr("Summaries"), self.tr("Translations")],
        )
        self.order = self._choices(self.tr("What comes first"), [self.tr("Best first"), self.tr("Newest first")])
        layout = FlowLayout(self)
        layout.setSpacing(SPACE + SPACE // 2)
        for box in (self.where, self.who, self.when, self.what, self.order):
            layout.addWidget(box)
        self.where.setVisible(False)

    def offer_conversation(self, conversation_id: int | None, title: str) -> None:
        """Offer to search only one conversation, the one on the page; None offers none."""
        chosen = self.where.currentIndex() == 1 and conversation_id == self._conversation_id
        self._conversation_id = conversation_id
        self.where.blockSignals(True)
        while self.where.count() > 1:
            self.where.removeItem(1)
        if conversation_id is not None:
            self.where.addItem(self.tr("Only “{title}”").format(title=title))
        self.where.setCurrentIndex(1 if chosen else 0)
        self.where.blockSignals(False)
        self.where.setVisible(conversation_id is not None)

    def filters(self) -> Filters:
        """Return what is chosen."""
        now = time.time()
        since = {1: now - _DAY, 2: now - 7 * _DAY, 3: now - 30 * _DAY, 4: now - 365 * _DAY}.get(
            self.when.currentIndex()
        )
        return Filters(
            conversation_id=self._conversation_id if self.where.currentIndex() == 1 else None,
            role=(None, Role.USER, Role.ASSISTANT)[self.who.currentIndex()],
            kind=(None, Kind.CHAT, Kind.SUMMARY, Kind.TRANSLATION)[self.what.currentIndex()],
            since=since,
            until=now - 365 * _DAY if self.when.currentIndex() == 5 else None,
            order=(Order.BEST, Order.NEWEST)[self.order.currentIndex()],
        )

    @property
    def is_narrowing(self) -> bool:
        """Whether anything is left out."""
        return any(box.currentIndex() > 0 for box in (self.where, self.who, self.when, self.what))

    def clear(self) -> None:
        """Leave nothing out."""
        for box in (self.where, self.who, self.when, self.what):
            box.setCurrentIndex(0)

    def _choices(self, name: str, words: Sequence[str]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.addItems(list(words))
        box.setMaximumWidth(_WIDEST)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.currentIndexChanged.connect(self.changed)
        return box
