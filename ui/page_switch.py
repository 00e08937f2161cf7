"""Which page is shown, and what the pages share: the button of the drawer and the model picker in their headers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from assistant.app import App
from assistant.errors import StoreError
from assistant.store.records import Kind
from ui.chat.controller import ChatController
from ui.chat.page import ChatPage
from ui.sidebar.panel import Sidebar
from ui.summaries.front import Summaries


class PageSwitch(QObject):
    """Shows the chat or the summary page, and each conversation on the one it belongs to."""

    turning = Signal()
    """A page is about to be shown: what lies over the pages goes."""
    said = Signal(str)
    """A sentence about the whole program."""
    opened = Signal(object)
    """Id of the conversation on the page that is shown; None for none."""

    def __init__(
        self,
        app: App,
        stack: QStackedWidget,
        sidebar: Sidebar,
        *,
        chat: tuple[ChatController, ChatPage],
        summaries: Summaries,
        shared: tuple[QWidget, QWidget],
    ) -> None:
        """Begin with the chat.

        Args:
            app: Its store knows what kind a conversation is of.
            stack: Holds the pages.
            sidebar: Marks the page that is shown.
            chat: The chat page and its controller.
            summaries: Makes the summary page when it is wanted.
            shared: The button of the drawer and the model picker; they are in the header that is shown.
        """
        super().__init__(stack)
        self._app = app
        self._stack = stack
        self._sidebar = sidebar
        self._controller, self._chat = chat
        self._summaries = summaries
        self._menu_button, self._picker = shared
        self.on_summary = False
        """Whether the summary page is the one in use, also while the search is shown over it."""
        self._share()
        self._connect()

    @property
    def conversation_id(self) -> int | None:
        """The conversation on the page in use; None for none."""
        return self._summaries.conversation_id if self.on_summary else self._controller.conversation_id

    def order_tabs(self) -> None:
        """Let Tab go from the left side into the header, once both are in the window."""
        if self._sidebar.window() is self._menu_button.window():
            QWidget.setTabOrder(self._sidebar.offline_button, self._menu_button)

    def begin(self, conversation_id: int | None) -> None:
        """Show the conversation that was open at the end of the last run; None for a new chat."""
        if conversation_id is None or not self._is_summary(conversation_id):
            self._controller.open(conversation_id)
            self._chat.focus_input()
        else:
            self._controller.open(None)
            self.open(conversation_id)

    def open(self, conversation_id: int) -> None:
        """Show a conversation on its page."""
        if self._is_summary(conversation_id):
            self.turning.emit()
            self._summaries.open(conversation_id)
            self.show_summary()
        else:
            if conversation_id != self._controller.conversation_id:
                self._controller.open(conversation_id)
            self.show_chat()

    def show_chat(self) -> None:
        """Show the chat page as it is."""
        self.turning.emit()
        self._show(on_summary=False)
        self.focus_page()

    def show_summary(self) -> None:
        """Show the summary page as it is."""
        self.turning.emit()
        self._show(on_summary=True)
        self.focus_page()

    def new_summary(self) -> None:
        """Show the summary page without a document."""
        self._summaries.open(None)
        self.show_summary()

    def open_documents(self, files: Sequence[Path]) -> None:
        """Summarise files and folders as one document."""
        self.show_summary()
        self._summaries.read(files)

    def save(self) -> None:
        """Save the summary on the page as a file."""
        if not self.on_summary or not self._summaries.made_page().files.save_summary():
            self.said.emit(self.tr("There is no summary to save yet. Summarise a document first."))

    def find(self, direction: int) -> bool:
        """Search in the text of the document, where there is one; returns whether that is so.

        Args:
            direction: 0 to begin, 1 for the next place, -1 for the one before.
        """
        if self.on_summary:
            self.turning.emit()
            self._summaries.made_page().find_in_text(direction)
        return self.on_summary

    def focus_page(self) -> None:
        """Put the cursor where one begins on the page in use."""
        if self.on_summary:
            self._summaries.made_page().focus_input()
        else:
            self._chat.focus_input()

    def stop(self) -> None:
        """Stop what runs on the page in use."""
        if self.on_summary:
            if not self._summaries.made_page().close_find():
                self._summaries.stop()
        else:
            self._controller.stop()

    def step(self, direction: int) -> None:
        """Go to the next message or point, or with -1 to the one before."""
        if self.on_summary:
            self._summaries.made_page().step(direction)
        else:
            self._chat.transcript.focus_message(direction)

    def copy(self) -> bool:
        """Copy the newest answer, or the summary; returns whether there is one."""
        if self.on_summary:
            return self._summaries.made_page().copy_summary()
        return self._chat.transcript.copy_last_answer()

    def _show(self, *, on_summary: bool) -> None:
        changed = on_summary != self.on_summary
        self.on_summary = on_summary
        self._stack.setCurrentWidget(self._summaries.made_page() if on_summary else self._chat)
        self._sidebar.mark_page(summary=on_summary)
        if changed:
            self._share()
            self.opened.emit(self.conversation_id)

    def _share(self) -> None:
        header = self._summaries.made_page().header if self.on_summary else self._chat.header
        had_focus = self._picker.hasFocus()
        hidden = self._menu_button.isHidden()
        header.left.insertWidget(0, self._menu_button)
        header.right.insertWidget(0, self._picker)
        # Taken from another parent, a widget is hidden.
        self._menu_button.setVisible(not hidden)
        self._picker.show()
        header.put_in_tab_order(self._picker)
        self.order_tabs()
        if had_focus:
            self._picker.setFocus()

    def _connect(self) -> None:
        side, controller, summaries = self._sidebar, self._controller, self._summaries
        controller.conversation_opened.connect(self._chat_opened)
        controller.model_changed.connect(summaries.model_changed)
        side.summary_requested.connect(self.show_summary)
        side.list.removed.connect(self._removed)
        side.list.renamed.connect(summaries.reload)
        summaries.opened.connect(self._summary_opened)
        summaries.conversations_changed.connect(side.list.refresh)
        summaries.notice.connect(self.said)
        summaries.model_chosen.connect(controller.set_model)
        summaries.delete_requested.connect(side.list.delete_by_id)
        summaries.chat_requested.connect(self._begin_chat)

    def _chat_opened(self, conversation_id: int | None) -> None:
        if not self.on_summary:
            self.opened.emit(conversation_id)

    def _summary_opened(self, conversation_id: int | None) -> None:
        if self.on_summary:
            self.opened.emit(conversation_id)

    def _removed(self, conversation_ids: list[int]) -> None:
        if self._controller.conversation_id in conversation_ids:
            self._controller.open(None)
        for conversation_id in conversation_ids:
            self._summaries.close_conversation(conversation_id)

    def _begin_chat(self, text: str) -> None:
        self._controller.open(None)
        self.show_chat()
        self._chat.composer.add(text)

    def _is_summary(self, conversation_id: int) -> bool:
        """Tell whether a conversation belongs on the summary page; one brought here without its document does not."""
        try:
            conversation = self._app.store.conversation(conversation_id)
            return conversation.kind is Kind.SUMMARY and self._app.store.has_document(conversation_id)
        except StoreError:
            return False  # the chat page says so
