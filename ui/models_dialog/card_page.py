"""A scrolling column of cards, one for each model, kept in place while what they say changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.models_dialog.card import Card
from ui.theme import COLUMN_WIDTH, SPACE

CardType = TypeVar("CardType", bound=Card)


class CardPage(QScrollArea, Generic[CardType]):
    """Holds cards by their id. Tab goes through them; the one with the focus is scrolled into view."""

    def __init__(self, make: Callable[[str], CardType], nothing: str, parent: QWidget | None = None) -> None:
        """Begin without cards.

        Args:
            make: Makes the card of an id.
            nothing: A sentence shown instead of cards: what to do now.
            parent: Holds it.
        """
        super().__init__(parent)
        self._make = make
        self.cards: dict[str, CardType] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._content = QWidget(self)
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 4 * SPACE)
        self.column.setSpacing(3 * SPACE)
        self.nothing = QLabel(nothing, self._content)
        self.nothing.setWordWrap(True)
        self.nothing.setProperty("role", "muted")
        self.column.addWidget(self.nothing)
        self._list = QVBoxLayout()
        self._list.setSpacing(3 * SPACE)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self.setWidget(self._content)

    def show_ids(self, ids: Sequence[str]) -> None:
        """Have exactly these cards, in this order; those that stay keep their state and the focus."""
        for gone in [card_id for card_id in self.cards if card_id not in ids]:
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        for place, card_id in enumerate(ids):
            card = self.cards.get(card_id)
            if card is None:
                card = self.cards[card_id] = self._make(card_id)
                card.setParent(self._content)
            if self._list.indexOf(card) != place:
                self._list.removeWidget(card)
                self._list.insertWidget(place, card)
                card.show()
        self._order_tabs(ids)
        self.nothing.setVisible(not ids)

    def show_card(self, card: QWidget) -> None:
        """Scroll until a card can be seen."""
        # Not laid out yet, it has no place.
        self._content.layout().activate()
        self.ensureWidgetVisible(card, 0, 4 * SPACE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cards in a column that is easily read, in the middle of a wide window."""
        super().resizeEvent(event)
        side = max(4 * SPACE, (self.viewport().width() - COLUMN_WIDTH) // 2)
        self.column.setContentsMargins(side, 4 * SPACE, side, 4 * SPACE)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Scroll to what Tab goes to, with its whole card where that fits."""
        moved = super().focusNextPrevChild(forward)
        focus = self.window().focusWidget()
        if focus is not None and self._content.isAncestorOf(focus):
            card: QWidget | None = focus
            while card is not None and not isinstance(card, Card):
                card = card.parentWidget()
            if card is not None and card.height() < self.viewport().height():
                self.ensureWidgetVisible(card, 0, 2 * SPACE)
            self.ensureWidgetVisible(focus, 0, 4 * SPACE)
        return moved

    def _order_tabs(self, ids: Sequence[str]) -> None:
        """Let Tab go in the order of the list: widgets made later come last by themselves."""
        last: QWidget | None = None
        for card_id in ids:
            for widget in self.cards[card_id].tab_stops():
                if last is not None:
                    QWidget.setTabOrder(last, widget)
                last = widget
