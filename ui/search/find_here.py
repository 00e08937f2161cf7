"""Ctrl+F: the places of a text in the conversation on the page, one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout

from assistant.errors import ThimbleError
from assistant.store import MessageHead, Store
from assistant.store.search_here import PathSearcher, Place
from assistant.store.search_words import Span, find_text
from ui.chat.page import ChatPage
from ui.search.find_bar import FindBar
from ui.search.threads import LatestThread
from ui.sentences import sentence
from ui.theme import ThemeManager

_PAUSE_MS = 60
"""How long a pause in typing starts the search."""


class FindHere(QObject):
    """Shows the strip, searches on a thread of its own and scrolls from place to place."""

    failed = Signal(str)
    """A sentence."""

    def __init__(self, store: Store, theme: ThemeManager, page: ChatPage, parent: QObject | None = None) -> None:
        """Put the strip, hidden, between header and messages of the page."""
        super().__init__(parent)
        self._page = page
        self.bar = FindBar(theme, page)
        layout = page.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - the page's own
        layout.insertWidget(1, self.bar)
        self._searcher = PathSearcher(store.file, key=store.key)
        self._thread: LatestThread | None = None
        self._request = 0
        self._heads: Sequence[MessageHead] = ()
        self._places: list[Place] = []
        self._at = (0, 0)
        """Which place, and which of the texts in its message."""
        self._goes = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._search)
        self.bar.changed.connect(self._typed)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the strip is shown."""
        return not self.bar.isHidden()

    def open(self) -> None:
        """Show the strip, and search for what is in it."""
        self.bar.open()
        self._typed()

    def close(self) -> None:
        """Hide the strip and the marks, and go back to the input."""
        self.hide()
        self._page.transcript.mark(None)
        self._page.focus_input()

    def hide(self) -> None:
        """Hide the strip."""
        self.bar.hide()
        self._request = 0

    def show_path(self, heads: Sequence[MessageHead], *, opened: bool) -> None:
        """Search in these messages from now on.

        Args:
            heads: The messages shown.
            opened: Whether this is another conversation, or the same one after a change.
        """
        self._heads = heads
        if opened:
            self._places = []
            self.bar.show_place(0, 0)
        if self.is_open:
            self._goes = self._goes or opened
            self._search()

    def step(self, direction: int) -> None:
        """Go to the next place, or with -1 to the one before; behind the last one comes the first."""
        if not self._places:
            return
        place, number = self._at
        number += direction
        if not 0 <= number < self._places[place].count:
            place = (place + direction) % len(self._places)
            number = 0 if direction > 0 else self._places[place].count - 1
        self._at = (place, number)
        self._show()

    def resume(self, store: Store) -> None:
        """Go on after `stop`, with another store."""
        self._searcher = PathSearcher(store.file, key=store.key)
        self._thread = None

    def stop(self) -> None:
        """End the thread and close its file; may be called more than once."""
        if self._thread is not None:
            self._thread.stop()

    def _typed(self) -> None:
        self._goes = True
        self._pause.start(_PAUSE_MS)

    def _search(self) -> None:
        text = self.bar.field.text()
        self._pause.stop()
        if not self.is_open:
            return
        self._page.transcript.mark(partial(_find, text) if text else None)
        if not text:
            self._places = []
            self._request = 0
            self.bar.show_place(0, 0)
            return
        if self._thread is None:
            self._thread = LatestThread(self._searcher.close, self)
            self._thread.done.connect(self._found)
            self._thread.failed.connect(self._failed)
        ids = tuple(head.id for head in self._heads)
        self._request = self._thread.ask(lambda cancel: self._searcher.search(ids, text, cancel))

    def _found(self, request: int, places: list[Place]) -> None:
        if request != self._request:
            return
        before = self._places[self._at[0]].message_id if self._places else None
        goes, self._goes = self._goes, False
        self._places = places
        if not places:
            self.bar.show_place(0, 0)
            return
        known = {place.message_id: number for number, place in enumerate(places)}
        if not goes and before in known:
            place = known[before]
            self._at = (place, min(self._at[1], places[place].count - 1))
            self._tell_place()
            return
        self._at = (self._first_below(), 0)
        self._show()

    def _first_below(self) -> int:
        """Return the first place in the part that is being read or below, else the last one above."""
        top = self._page.transcript.first_in_view()
        order = {head.id: number for number, head in enumerate(self._heads)}
        reading = order.get(top, 0) if top is not None else 0
        for number, place in enumerate(self._places):
            if order.get(place.message_id, 0) >= reading:
                return number
        return len(self._places) - 1

    def _show(self) -> None:
        place, number = self._at
        self._page.transcript.show_mark(self._places[place].message_id, number)
        self._tell_place()

    def _tell_place(self) -> None:
        place, number = self._at
        before = sum(one.count for one in self._places[:place])
        self.bar.show_place(before + number + 1, sum(one.count for one in self._places))

    def _failed(self, request: int, error: ThimbleError) -> None:
        if request == self._request:
            self.failed.emit(sentence(error))


def _find(wanted: str, text: str) -> list[Span]:
    return find_text(text, wanted)
