"""What is typed but not sent, kept per conversation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.errors import StoreError
from assistant.store import Store
from assistant.store.failures import GONE

SAVE_AFTER_MS = 500
NEW_CHAT_KEY = "new-chat-draft"
"""Where the store keeps the draft of a chat that has no conversation yet."""


class DraftKeeper(QObject):
    """Saves the draft of the open conversation half a second after typing stopped."""

    save_failed = Signal(object)
    """The `StoreError`; once for each series of failures."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Begin with the chat that has no conversation yet."""
        super().__init__(parent)
        self.read: Callable[[], str] = str
        """Returns what is typed; asked only when it is to be saved, for it can be long."""
        self._store = store
        self._conversation_id: int | None = None
        self._changed = False
        self._unsaved: dict[int | None, str] = {}
        self._failing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save)

    def open(self, conversation_id: int | None) -> None:
        """Look after another conversation from now on, once the draft of the one before is safe."""
        self.save()
        self._conversation_id = conversation_id

    def adopt(self, conversation_id: int) -> None:
        """Take what is typed from the new chat over into the conversation it has just become."""
        self._unsaved[None] = ""
        self._conversation_id = conversation_id
        self.touch()

    def touch(self) -> None:
        """Note that something was typed."""
        self._changed = True
        self._timer.start()

    def sent(self) -> None:
        """Forget what was typed: it is a message now."""
        self._unsaved[self._conversation_id] = ""
        self._changed = False
        # Clearing a draft of 5 MB takes 20 ms, and so did saving the message.
        QTimer.singleShot(0, self, self.save)

    def save(self) -> bool:
        """Save what has changed since the last time; return whether nothing is left to be saved."""
        self._timer.stop()
        if self._changed:
            self._unsaved[self._conversation_id] = self.read()
            self._changed = False
        for conversation_id, text in list(self._unsaved.items()):
            try:
                self._write(conversation_id, text)
            except StoreError as error:
                if error.template != GONE:
                    if not self._failing:
                        self._failing = True
                        self.save_failed.emit(error)
                    self._timer.start()
                    return False
            del self._unsaved[conversation_id]
        self._failing = False
        return True

    def unsaved(self) -> list[str]:
        """Return what was typed and could not be saved."""
        return [text for text in self._unsaved.values() if text]

    def load(self) -> str:
        """Return the draft of the open conversation.

        Raises:
            StoreError: It can't be read.
        """
        if self._conversation_id in self._unsaved:
            return self._unsaved[self._conversation_id]
        if self._conversation_id is None:
            return self._store.get_state(NEW_CHAT_KEY)
        return self._store.conversation(self._conversation_id).draft

    def _write(self, conversation_id: int | None, text: str) -> None:
        if conversation_id is None:
            self._store.set_state(NEW_CHAT_KEY, text)
        else:
            self._store.set_draft(conversation_id, text)
