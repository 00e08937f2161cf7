"""Ctrl+F on the summary page: the places of some words in the text of the document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.errors import ThimbleError
from assistant.jobs import CancelToken
from assistant.store.search_words import find_text
from ui.search.find_bar import FindBar
from ui.search.threads import LatestThread
from ui.sentences import sentence
from ui.summaries.kept import Span
from ui.theme import ThemeManager

if TYPE_CHECKING:
    from assistant.summaries.digest import Digest

_PAUSE_MS = 60
_MOST_PLACES = 10_000


class FindInText(QObject):
    """Shows the strip, searches on a thread of its own, and goes from place to place."""

    failed = Signal(str)
    """A sentence."""
    found = Signal(object)
    """The `Span` that is to be shown."""

    def __init__(self, theme: ThemeManager, bar_parent: QObject) -> None:
        """Make the strip, hidden; the page gives it its place."""
        super().__init__(bar_parent)
        self.bar = FindBar(theme)
        self._digest: Digest | None = None
        self._thread: LatestThread | None = None
        self._request = 0
        self._spans: Sequence[Span] = ()
        self._at = 0
        self.from_block: Callable[[], int] = lambda: 0
        """Returns the block at the top of what is seen: the search begins there."""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._search)
        self.bar.changed.connect(lambda _text: self._pause.start(_PAUSE_MS))
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether the strip is shown."""
        return not self.bar.isHidden()

    def show_digest(self, digest: Digest | None) -> None:
        """Search in another document from now on."""
        if digest is not self._digest:
            self._digest, self._spans, self._at = digest, (), 0
            self.close()

    def open(self) -> None:
        """Show the strip with the cursor in it."""
        self.bar.open()
        self._search()

    def close(self) -> None:
        """Hide the strip."""
        self.bar.hide()

    def step(self, direction: int) -> None:
        """Go to the next place, or with -1 to the one before; after the last comes the first."""
        if self._spans:
            self._at = (self._at + direction) % len(self._spans)
            self._show()

    def stop(self) -> None:
        """End the thread; may be called more than once."""
        self._pause.stop()
        if self._thread is not None:
            self._thread.stop()

    def _search(self) -> None:
        digest, text = self._digest, self.bar.field.text()
        if digest is None or not text.strip():
            self._request, self._spans = 0, ()
            self.bar.show_place(0, 0)
            return
        if self._thread is None:
            self._thread = LatestThread(lambda: None, self)
            self._thread.done.connect(self._done)
            self._thread.failed.connect(self._failed)
        self._request = self._thread.ask(lambda cancel: _spans(digest, text, cancel))

    def _done(self, request: int, spans: list[Span]) -> None:
        if request != self._request:
            return
        self._spans = spans
        first = self.from_block()
        self._at = next((place for place, span in enumerate(spans) if span.block >= first), 0)
        self._show()

    def _failed(self, request: int, error: ThimbleError) -> None:
        if request == self._request:
            self.failed.emit(sentence(error))

    def _show(self) -> None:
        self.bar.show_place(self._at + 1 if self._spans else 0, len(self._spans))
        if self._spans:
            self.found.emit(self._spans[self._at])


def _spans(digest: Digest, text: str, cancel: CancelToken) -> list[Span]:
    found: list[Span] = []
    for place, block in enumerate(digest.document.blocks):
        if not place % 500:
            cancel.raise_if_cancelled()
        found += [Span(place, one.start, one.end) for one in find_text(block.text, text)]
        if len(found) >= _MOST_PLACES:
            break
    return found[:_MOST_PLACES]
