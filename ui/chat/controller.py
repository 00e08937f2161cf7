"""What the chat page may do and when: the open conversation, its messages and its draft."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QObject, Signal

from assistant.app import App
from assistant.errors import SettingsError, StoreError, ThimbleError
from assistant.models.library import BUILT_IN_ID
from assistant.store import Conversation, Message, MessageHead, MessageState, Role
from assistant.tasks.characters import plain_text
from assistant.text.titles import title_from
from ui.chat.answering import Answering
from ui.chat.drafts import DraftKeeper
from ui.chat.failures import Remedy
from ui.sentences import sentence
from ui.worker import EngineThread

_log = logging.getLogger(__name__)


class ChatController(QObject):
    """The conditions behind the chat page. All of it happens on the window's thread, which alone writes the store."""

    conversations_changed = Signal()
    """A conversation was added, renamed or used: the list is to be read again."""
    conversation_opened = Signal(object)
    """Id of the conversation on the page; None for a chat that has none yet."""
    busy_changed = Signal(bool)
    """Whether the open conversation is being answered."""
    notice = Signal(str)
    """A sentence about the whole program."""
    model_changed = Signal()
    """Another model was chosen."""
    model_wanted = Signal()
    """The user asked to choose a model: show the choice."""
    path_opened = Signal(object, object)
    """`MessageHead`s and the first message read (or None) of a conversation that was just opened."""
    path_changed = Signal(object, object)
    """The same, of the open conversation, after a change."""
    text_added = Signal(int, str)
    """Message, more text."""
    progress_changed = Signal(int, str)
    """Message, what it is doing before its first word; "" for nothing."""
    answer_ended = Signal(object)
    """The finished `Message`."""
    any_answer_ended = Signal(object)
    """The finished `Message` of any conversation, also of one that is not open."""
    failed = Signal(int, object)
    """Message, its `Failure`."""
    context_changed = Signal(object)
    """`ContextUse` of the open conversation; None when unknown."""
    details_changed = Signal()
    """Title or system text of the open conversation."""
    draft_opened = Signal(str)
    """What is to be put into the composer."""

    def __init__(self, app: App, worker: EngineThread, parent: QObject | None = None) -> None:
        """Begin with a new chat; answers that a crash left open in the store are closed."""
        super().__init__(parent)
        self._app = app
        self.worker = worker
        self._conversation: Conversation | None = None
        self._heads: list[MessageHead] = []
        self._new_system_text = plain_text()
        self._drafts = DraftKeeper(app.store, self)
        self._answering = Answering(app, worker, self)
        self._answering.text_added.connect(self.text_added)
        self._answering.progress_changed.connect(self.progress_changed)
        self._answering.ended.connect(self._answer_ended)
        self._answering.context_changed.connect(self._context_changed)
        self._answering.context_start_moved.connect(self._context_start_moved)
        self._answering.store_failed.connect(self._tell)
        self._drafts.save_failed.connect(self._tell)
        try:
            app.store.close_interrupted()
        except StoreError as error:
            _log.warning("interrupted answers were not closed: %s", error)

    @property
    def drafts(self) -> DraftKeeper:
        """Looks after what is typed: the page gives it a `read` and calls `touch`."""
        return self._drafts

    @property
    def conversation_id(self) -> int | None:
        """The open conversation; None for a chat that has none yet."""
        return self._conversation.id if self._conversation else None

    @property
    def title(self) -> str:
        """Title of the open conversation; empty when it has none."""
        return self._conversation.title if self._conversation else ""

    @property
    def system_text(self) -> str:
        """Instructions for the model in the open conversation; empty for none."""
        return self._conversation.system_text if self._conversation else self._new_system_text

    @property
    def busy(self) -> bool:
        """Whether the open conversation is being answered."""
        return self._conversation is not None and bool(self._answering.running(self._conversation.id))

    @property
    def uses_built_in_model(self) -> bool:
        """Whether new answers come from the built-in model."""
        return (self._app.settings.current.model or BUILT_IN_ID) == BUILT_IN_ID

    @property
    def small_model_hint(self) -> bool:
        """Whether to say that the model is a small one."""
        return self.uses_built_in_model and self._app.settings.current.small_model_hint

    def fetch(self, ids: Sequence[int]) -> list[Message]:
        """Return messages for the transcript as they are now; none, and a notice, when they can't be read."""
        try:
            return self._answering.fetch(ids)
        except StoreError as error:
            self._tell(error)
            return []

    def open(self, conversation_id: int | None) -> None:
        """Show a conversation, or a new chat. The one before goes on answering; its draft is saved."""
        conversation, heads, draft = None, [], ""
        self._drafts.save()
        try:
            if conversation_id is not None:
                conversation = self._app.store.conversation(conversation_id)
                heads = self._answering.path(conversation_id)
            self._drafts.open(conversation_id)
            draft = self._drafts.load()
        except StoreError as error:
            self._tell(error)
            if conversation_id is not None:
                self.open(None)
                return
        if self._conversation is not None and self._conversation.id != conversation_id:
            self._app.park()
        self._conversation, self._heads, self._new_system_text = conversation, heads, plain_text()
        self.conversation_opened.emit(conversation_id)
        self.details_changed.emit()
        self.path_opened.emit(heads, conversation.context_start if conversation else None)
        self.draft_opened.emit(draft)
        self.busy_changed.emit(self.busy)
        self._show_state_of_answers()
        self._show_context_use()

    def reload(self) -> None:
        """Read title and system text again, after someone else changed or deleted the open conversation."""
        if self._conversation is None:
            return
        try:
            self._conversation = self._app.store.conversation(self._conversation.id)
        except StoreError:
            self.open(None)
        else:
            self.details_changed.emit()

    def send(self, text: str) -> bool:
        """Send a message; return whether it was, so that it may leave the composer."""
        if self.busy or not text.strip():
            return False
        try:
            conversation = self._conversation or self._create(title_from(text))
            if not conversation.title and not conversation.titled_by_user:
                self._app.store.rename(conversation.id, title_from(text), by_user=False)
            self._add_answer(self._add_question(conversation, text))
        except StoreError as error:
            self._tell(error)
            self._guarded(self._refresh)
            return False
        self._drafts.sent()
        self.details_changed.emit()
        return True

    def stop(self) -> None:
        """Stop the answer in the open conversation; what there is of it stays."""
        if self._conversation is not None:
            self._answering.stop(self._conversation.id)

    def stop_conversation(self, conversation_id: int) -> None:
        """Stop the answers of any conversation, as before deleting it."""
        self._answering.stop(conversation_id)

    def regenerate(self, message_id: int) -> None:
        """Make another answer beside this one; for a message of the user that has none, its first."""
        head = self._head(message_id)
        if head is None:
            return
        if head.role is Role.USER:
            self._guarded(lambda: self._add_answer(head.id))
        elif head.length:
            self._guarded(lambda: self._add_answer(head.parent_id))
        else:
            # There is no word in it to keep as an alternative.
            self._guarded(lambda: self._reopen(head, continue_last=False))

    def edit(self, message_id: int, text: str) -> None:
        """Put a changed message beside one of the user's, and answer it."""
        head = self._head(message_id)
        conversation = self._conversation
        if head is None or conversation is None or head.role is not Role.USER or not text.strip():
            return

        def change() -> None:
            question = self._app.store.add_message(conversation.id, parent_id=head.parent_id, role=Role.USER, text=text)
            self._add_answer(question.id)

        self._guarded(change)

    def continue_answer(self, message_id: int) -> None:
        """Let an answer that was cut off go on where it ended."""
        head = self._head(message_id)
        if head is not None and head.role is Role.ASSISTANT:
            self._guarded(lambda: self._reopen(head, continue_last=True))

    def choose(self, message_id: int, step: int) -> None:
        """Show the alternative `step` places further, if there is one."""
        if self._head(message_id) is None:
            return

        def show() -> None:
            siblings = self._app.store.siblings(message_id)
            place = siblings.index(message_id) + step
            if 0 <= place < len(siblings):
                self._app.store.choose_alternative(siblings[place])
                self._refresh()
                self._show_state_of_answers()

        self._guarded(show)

    def help_with(self, message_id: int, button: int = 0) -> None:
        """Do what a button below a failed answer says.

        Args:
            message_id: The answer.
            button: Which of its buttons; 0 for the first.
        """
        failure = self._answering.failure(message_id)
        match failure.remedies[button] if failure is not None else Remedy.TRY_AGAIN:
            case Remedy.CHOOSE_MODEL:
                self.model_wanted.emit()
                return
            case Remedy.USE_BUILT_IN:
                self.set_model("")
            case Remedy.LOAD_ANYWAY:
                self._answering.forgive_model()
        self.regenerate(message_id)

    def set_model(self, model_id: str) -> None:
        """Use a model for new answers; "" for the built-in one."""
        try:
            self._app.settings.update(model=model_id)
        except SettingsError as error:
            self._tell(error)
        self._answering.model_chosen()
        self._show_state_of_answers()
        self.model_changed.emit()

    def dismiss_small_model_hint(self) -> None:
        """Never say again that the model is a small one."""
        try:
            self._app.settings.update(small_model_hint=False)
        except SettingsError as error:
            self._tell(error)

    def set_system_text(self, text: str) -> None:
        """Set the instructions for the model in the open conversation."""
        if self._conversation is None:
            self._new_system_text = text
        else:
            try:
                self._app.store.set_system_text(self._conversation.id, text)
                self._conversation = self._app.store.conversation(self._conversation.id)
            except StoreError as error:
                self._tell(error)
        self.details_changed.emit()

    def flush(self) -> None:
        """Write the draft and the words that have arrived to the store now."""
        self._drafts.save()
        self._answering.save()

    @property
    def at_work(self) -> bool:
        """Whether any answer is still to come, or not saved yet."""
        return self._answering.at_work

    def unsaved(self) -> list[str]:
        """Return the texts that the store does not have."""
        return self._answering.unsaved() + self._drafts.unsaved()

    def shutdown(self) -> None:
        """Stop the worker and save everything; call before `App.close`."""
        self._answering.shutdown()
        self.flush()

    def _head(self, message_id: int) -> MessageHead | None:
        """Return a message of the open path that may be acted upon now."""
        if self.busy:
            return None
        return next((head for head in self._heads if head.id == message_id), None)

    def _guarded(self, change: Callable[[], None]) -> None:
        try:
            change()
        except StoreError as error:
            self._tell(error)

    def _create(self, title: str) -> Conversation:
        conversation = self._app.store.create_conversation(title=title, system_text=self._new_system_text)
        self._conversation = conversation
        self._drafts.adopt(conversation.id)
        self.conversation_opened.emit(conversation.id)
        return conversation

    def _add_question(self, conversation: Conversation, text: str) -> int:
        last = self._heads[-1] if self._heads else None
        if last is not None and last.role is Role.USER:
            # The store failed between a question and its answer, and the user sends it again.
            known = self.fetch([last.id])
            if known and known[0].text == text:
                return last.id
        parent_id = last.id if last else None
        return self._app.store.add_message(conversation.id, parent_id=parent_id, role=Role.USER, text=text).id

    def _add_answer(self, parent_id: int | None) -> None:
        if self._conversation is None:
            return
        answer = self._app.store.add_message(
            self._conversation.id,
            parent_id=parent_id,
            role=Role.ASSISTANT,
            text="",
            state=MessageState.STREAMING,
            model=self._app.settings.current.model or BUILT_IN_ID,
        )
        self._run(answer, continue_last=False)

    def _reopen(self, head: MessageHead, *, continue_last: bool) -> None:
        self._run(self._app.store.reopen_streaming(head.id), continue_last=continue_last)

    def _run(self, message: Message, *, continue_last: bool) -> None:
        answer = self._answering.begin(message)
        self._refresh()
        self.busy_changed.emit(True)
        self.conversations_changed.emit()
        ids = [head.id for head in self._heads]
        heads = self._heads[: (ids.index(message.id) if message.id in ids else len(ids)) + continue_last]
        if self._conversation is not None:
            self._answering.run(answer, heads, self._conversation, continue_last=continue_last)

    def _refresh(self) -> None:
        if self._conversation is not None:
            self._conversation = self._app.store.conversation(self._conversation.id)
            self._heads = self._answering.path(self._conversation.id)
            self.path_changed.emit(self._heads, self._conversation.context_start)

    def _show_state_of_answers(self) -> None:
        """Tell the transcript what rows alone don't say: what runs and how, and what helps where an answer failed."""
        if self._conversation is None:
            return
        for answer in self._answering.running(self._conversation.id):
            self.progress_changed.emit(answer.message.id, answer.progress)
        for head in self._heads:
            if head.state is MessageState.FAILED and (failure := self._answering.failure(head.id)) is not None:
                self.failed.emit(head.id, failure)

    def _show_context_use(self) -> None:
        use = None
        if self._conversation is not None:
            last = next((head for head in reversed(self._heads) if head.role is Role.ASSISTANT), None)
            messages = self.fetch([last.id]) if last is not None else []
            use = self._answering.context_use(self._conversation.id, messages[0] if messages else None)
        self.context_changed.emit(use)

    def _answer_ended(self, message: Message) -> None:
        if message.conversation_id == self.conversation_id:
            self.answer_ended.emit(message)
            self._guarded(self._refresh)
            failure = self._answering.failure(message.id)
            if failure is not None:
                self.failed.emit(message.id, failure)
            self.busy_changed.emit(self.busy)
        self.conversations_changed.emit()
        self.any_answer_ended.emit(message)

    def _context_changed(self, conversation_id: int | None) -> None:
        if conversation_id != self.conversation_id:
            return
        use = self._answering.context_use(conversation_id) if conversation_id is not None else None
        self.context_changed.emit(use)

    def _context_start_moved(self, conversation_id: int, message_id: int | None) -> None:
        if self._conversation is not None and conversation_id == self._conversation.id:
            self._conversation = msgspec.structs.replace(self._conversation, context_start=message_id)
            self.path_changed.emit(self._heads, message_id)

    def _tell(self, error: ThimbleError) -> None:
        self.notice.emit(sentence(error))
