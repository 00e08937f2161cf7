"""Everything about searching that the window has: the page, Ctrl+F, the threads behind them, and going to a place."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant.app import App
from assistant.errors import StoreError, ThimbleError
from assistant.store.search import MOST_HITS, Found, Hit, Searcher
from assistant.store.search_words import Phrase, Span, find_words, phrases_of
from ui.chat.controller import ChatController
from ui.chat.page import ChatPage
from ui.search.find_here import FindHere
from ui.search.page import SearchPage
from ui.search.threads import IndexThread, LatestThread
from ui.sentences import sentence
from ui.sidebar.model import one_line
from ui.theme import ThemeManager

INDEX_AFTER_MS = 3_000
"""The index is brought up to date once so much time has passed since the start, or when a search is opened."""
_PAUSE_MS = 30
_LATER_MS = 1_000
_MOST_SHOWN = 5 * MOST_HITS


class Finder(QObject):
    """Makes page, threads and index when they are first wanted."""

    failed = Signal(str)
    """A sentence."""
    left = Signal()
    """The page from before is shown again, and the cursor belongs there."""
    conversation_wanted = Signal(int)
    """A conversation is to be shown on the page."""

    def __init__(
        self, app: App, controller: ChatController, theme: ThemeManager, pages: QStackedWidget, page: ChatPage
    ) -> None:
        """Search in the store of `app`.

        Args:
            app: The services.
            controller: Knows the open conversation.
            theme: Colours and sizes.
            pages: Shows the chat page, and the search page in its place.
            page: The chat page.
        """
        super().__init__(pages)
        self._app = app
        self._controller = controller
        self._theme = theme
        self._pages = pages
        self._chat = page
        self._before: QWidget = page
        """The page the search was opened from."""
        self.here = FindHere(app.store, theme, page, self)
        self.page: SearchPage | None = None
        self._searches: LatestThread | None = None
        self._take_store()
        self._waiting = 0
        self._trouble = ""
        """Why the index can't be kept; empty as long as it can."""
        self._request = 0
        self._limit = MOST_HITS
        self._phrases: tuple[Phrase, ...] = ()
        self._answered = True
        self._begun = False
        self._stopped = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self._search)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._search_again)
        self.here.failed.connect(self.failed)
        controller.path_opened.connect(self._path_opened)
        controller.path_changed.connect(lambda heads, _start: self.here.show_path(heads, opened=False))
        controller.conversations_changed.connect(self.wake)
        QTimer.singleShot(INDEX_AFTER_MS, self, self._begin)

    def wake(self) -> None:
        """Say that something in the store has changed: the index follows, once the program has started quietly."""
        if self._begun and not self._stopped:
            self._index.wake()

    def open_here(self) -> None:
        """Search the conversation on the page."""
        self.leave()
        self.here.open()

    def step(self, direction: int) -> None:
        """Go to the next place in the conversation, or with -1 to the one before."""
        if self.here.is_open:
            self.here.step(direction)
        else:
            self.open_here()

    def open_search(self, text: str | None = None) -> None:
        """Search all messages; what was searched for last is still there unless there is a new text."""
        page = self._made_page()
        title = one_line(self._controller.title, 24) or self.tr("New chat")
        page.filters.offer_conversation(self._controller.conversation_id, title)
        page.show_examples(self._examples())
        if self._pages.currentWidget() is not page:
            self._before = self._pages.currentWidget()
        self._pages.setCurrentWidget(page)
        if text is not None and text.strip():
            page.field.setText(text)
        page.focus_field()
        self._begin()
        self._search()

    def leave(self) -> bool:
        """Show the page again that was there before; return whether the search page was shown."""
        shown = self.page is not None and self._pages.currentWidget() is self.page
        if shown:
            self._pages.setCurrentWidget(self._before)
        return shown

    def close_one(self) -> bool:
        """Close what is open of the search: the page, else the strip, else the marks; return whether any was."""
        if self.leave():
            self.left.emit()
        elif self.here.is_open:
            self.here.close()
        elif self._chat.transcript.is_marked:
            self._chat.transcript.mark(None)
        else:
            return False
        return True

    def go_to(self, hit: Hit) -> None:
        """Show a hit in its conversation, also one on a branch that is not shown: that is chosen then."""
        phrases = self._phrases
        self.leave()
        self.conversation_wanted.emit(hit.conversation_id)
        if self._controller.conversation_id != hit.conversation_id or hit.message_id is None:
            return
        self.here.hide()
        transcript = self._chat.transcript
        transcript.mark(partial(_find, phrases))
        if transcript.show_mark(hit.message_id):
            return
        try:
            self._app.store.choose_path_to(hit.message_id)
        except StoreError as error:
            self.failed.emit(sentence(error))
            return
        self._controller.open(hit.conversation_id)
        transcript.mark(partial(_find, phrases))
        transcript.show_mark(hit.message_id)

    @property
    def is_searching(self) -> bool:
        """Whether what is typed has not been answered yet."""
        return self._pause.isActive() or not self._answered

    def resume(self) -> None:
        """Go on after `shut_down`, with the store that the program has now: another file or another key."""
        self._stopped = False
        self._searches = None
        self._take_store()
        self.here.resume(self._app.store)
        self.wake()

    def shut_down(self) -> None:
        """End the threads and close their files; may be called more than once. `resume` begins anew."""
        self._stopped = True
        self._pause.stop()
        self._again.stop()
        if self._searches is not None:
            self._searches.stop()
        self.here.stop()
        self._index.stop()
        self._searcher.release()

    def _take_store(self) -> None:
        store = self._app.store
        self._searcher = Searcher(store.file, key=store.key)
        self._index = IndexThread(store.file, key=store.key, release=self._searcher.release, parent=self)
        self._index.learnt.connect(self._learnt)
        self._index.failed.connect(self._index_failed)

    def _begin(self) -> None:
        self._begun = True
        self.wake()

    def _made_page(self) -> SearchPage:
        if self.page is None:
            self.page = SearchPage(self._theme, self._pages)
            self._pages.addWidget(self.page)
            self.page.changed.connect(self._changed)
            self.page.chosen.connect(self.go_to)
            self.page.more_wanted.connect(self._show_more)
            self.page.left.connect(self.close_one)
        return self.page

    def _examples(self) -> list[str]:
        """Return words of the latest titles: searching for them finds something."""
        try:
            titles = self._app.store.latest_titles(12)
        except StoreError as error:
            self.failed.emit(sentence(error))
            return []
        longest = (max(title.split(), key=len, default="").strip(".,:;?!…\"“”„'") for title in titles)
        return list(dict.fromkeys(word for word in longest if 3 <= len(word) <= 24))[:3]

    def _changed(self) -> None:
        self._limit = MOST_HITS
        self._answered = False
        self._pause.start(_PAUSE_MS)

    def _show_more(self) -> None:
        self._limit = min(_MOST_SHOWN, self._limit + MOST_HITS)
        self._search()

    def _search(self) -> None:
        if self.page is None or self._stopped:
            return
        query, filters, limit = self.page.field.text(), self.page.filters.filters(), self._limit
        self._pause.stop()
        if not phrases_of(query):
            # What still runs is answered to nobody.
            self._request, self._answered, self._phrases = 0, True, ()
            self.page.show_nothing(self._hint())
            return
        if self._searches is None:
            self._searches = LatestThread(self._searcher.release, self)
            self._searches.done.connect(self._found)
            self._searches.failed.connect(self._search_failed)
        self._answered = False
        self._request = self._searches.ask(
            lambda cancel: self._searcher.search(query, filters, limit=limit, cancel=cancel)
        )

    def _search_again(self) -> None:
        if self.page is not None and self._pages.currentWidget() is self.page:
            self._search()

    def _found(self, request: int, found: Found) -> None:
        if request != self._request or self.page is None:
            return
        self._answered = True
        same = found.phrases == self._phrases
        self._phrases = found.phrases
        if self._limit >= _MOST_SHOWN:
            found = Found(found.phrases, found.hits, False, found.waiting)
        self.page.show_found(found, self._count(found), keep_place=same)
        if found.waiting:
            self._again.start(_LATER_MS)

    def _search_failed(self, request: int, error: ThimbleError) -> None:
        if request != self._request or self.page is None:
            return
        self._answered = True
        self.page.show_nothing(self._trouble or sentence(error))
        if not self._trouble:
            # The index may just be made: it is there in a moment.
            self.wake()
            self._again.start(_LATER_MS)

    def _learnt(self, waiting: int) -> None:
        was, self._waiting = self._waiting, waiting
        if not waiting or waiting < was:
            self._trouble = ""
        # With nothing typed the sentence says how far the index is.
        if (was and not waiting) or not self._phrases:
            self._search_again()

    def _index_failed(self, error: ThimbleError) -> None:
        self._trouble = sentence(error)
        self._search_again()

    def _path_opened(self, heads: object, _start: object) -> None:
        self._chat.transcript.mark(None)
        self.leave()
        self.here.show_path(list(heads), opened=True)  # type: ignore[call-overload]

    def _hint(self) -> str:
        words = self.tr(
            "Type words to find the messages that have all of them. “Quoted words” have to follow one another. "
            "Capitals and accents make no difference."
        )
        return f"{words} {self._lag(self._waiting)}".strip()

    def _count(self, found: Found) -> str:
        number = len(found.hits)
        if not number:
            words = self.tr("No message and no title has all these words.")
        elif found.more or number >= _MOST_SHOWN:
            words = self.tr("Many messages have all these words; one more word narrows them down.")
        else:
            words = self.tr("%n found.", "", number)
        return f"{words} {self._lag(max(found.waiting, self._waiting))}".strip()

    def _lag(self, waiting: int) -> str:
        """Say how many messages can't be found yet, or why that stays so."""
        if self._trouble or not waiting:
            return self._trouble
        return self.tr("%n messages are still to be read into the search.", "", waiting)


def _find(phrases: tuple[Phrase, ...], text: str) -> list[Span]:
    return find_words(text, phrases)
