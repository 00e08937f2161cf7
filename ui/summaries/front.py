"""What the window has of the summary page before it is opened: made when it is first wanted."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from assistant.app import App
from ui.theme import ThemeManager
from ui.worker import EngineThread

if TYPE_CHECKING:
    # Not needed for the first paint.
    from ui.summaries.controller import SummaryController
    from ui.summaries.page import SummaryPage


class Summaries(QObject):
    """Makes the controller and the page, and passes on what concerns the window."""

    opened = Signal(object)
    """Id of the conversation on the page; None for none."""
    conversations_changed = Signal()
    notice = Signal(str)
    """A sentence about the whole program."""
    model_wanted = Signal()
    """The choice of models is to be shown."""
    model_chosen = Signal(str)
    """Id of the model to be used from now on; empty for the built-in one."""
    rename_requested = Signal(int)
    delete_requested = Signal(int)
    chat_requested = Signal(str)
    """A new chat is to begin with this text in its input."""

    def __init__(self, app: App, worker: EngineThread, theme: ThemeManager, pages: QStackedWidget) -> None:
        """Put the page into `pages` later."""
        super().__init__(pages)
        self._app = app
        self._worker = worker
        self._theme = theme
        self._pages = pages
        self.controller: SummaryController | None = None
        self.page: SummaryPage | None = None

    @property
    def conversation_id(self) -> int | None:
        """The conversation on the page; None for none."""
        return self.controller.conversation_id if self.controller is not None else None

    def made_page(self) -> SummaryPage:
        """Return the page."""
        from ui.summaries.controller import SummaryController
        from ui.summaries.page import SummaryPage

        if self.page is None or self.controller is None:
            controller = self.controller = SummaryController(self._app, self._worker, parent=self)
            page = self.page = SummaryPage(controller, self._theme, self._pages)
            self._pages.addWidget(page)
            controller.conversation_opened.connect(self.opened)
            controller.conversations_changed.connect(self.conversations_changed)
            controller.notice.connect(self.notice)
            controller.model_wanted.connect(self.model_wanted)
            controller.built_in_wanted.connect(lambda: self.model_chosen.emit(""))
            page.rename_requested.connect(self.rename_requested)
            page.delete_requested.connect(self.delete_requested)
            page.chat_requested.connect(self.chat_requested)
        return self.page

    def open(self, conversation_id: int | None) -> None:
        """Show the document of a conversation, or the empty page."""
        self.made_page()
        if self.controller is not None:
            self.controller.open(conversation_id)

    def read(self, files: Sequence[Path]) -> None:
        """Read files and folders as one document and summarise it."""
        self.made_page()
        if self.controller is not None:
            self.controller.read(files)

    def stop(self) -> None:
        """Stop what runs for the document on the page."""
        if self.controller is not None:
            self.controller.stop()

    def close_conversation(self, conversation_id: int) -> None:
        """Stop what runs for a conversation that is being deleted, and take it off the page."""
        if self.controller is not None:
            self.controller.close_conversation(conversation_id)

    @property
    def at_work(self) -> bool:
        """Whether the model summarises or answers a question about a document."""
        return self.controller is not None and self.controller.at_work

    def let_go(self) -> None:
        """Stop everything and show no document: the store is about to be another one."""
        if self.controller is not None:
            self.controller.let_go()

    def reload(self) -> None:
        """Show the title as it is now."""
        if self.controller is not None:
            self.controller.reload()

    def model_changed(self) -> None:
        """Offer what another model can do."""
        if self.controller is not None:
            self.controller.model_changed()

    def flush(self) -> None:
        """Write what is typed and what has arrived to the store now."""
        if self.controller is not None:
            self.controller.flush()

    def shut_down(self) -> None:
        """Stop everything and keep it; may be called more than once."""
        if self.page is not None and self.controller is not None:
            self.page.finding.stop()
            self.controller.shutdown()
