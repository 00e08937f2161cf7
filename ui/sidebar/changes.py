"""What can be done with conversations and folders, each with what takes it back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from assistant.errors import StoreError
from assistant.store import Conversation, Folder, Store
from assistant.store.failures import GONE
from ui.sentences import sentence
from ui.sidebar.model import one_line

_SHOWN_TITLE = 40


class Changes(QObject):
    """Changes the store at once and offers to take it back; nothing is asked beforehand."""

    changed = Signal()
    """Conversations or folders are not what they were: the list is to be read again."""
    removing = Signal(object)
    """Ids of conversations about to be deleted."""
    removed = Signal(object)
    """Ids of conversations that were just deleted."""
    restored = Signal(object)
    """Ids of conversations that came back."""
    renamed = Signal()
    undo_offered = Signal(str, object)
    """A sentence, and the function that takes it back."""
    failed = Signal(str)
    """A sentence: something could not be done."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Change what is in `store`."""
        super().__init__(parent)
        self._store = store

    def rename(self, conversation_id: int, title: str) -> None:
        """Give a conversation the user's own title."""
        if self._do(lambda: self._store.rename(conversation_id, title)):
            self.renamed.emit()

    def pin(self, conversations: Sequence[Conversation], pinned: bool) -> None:
        """Keep conversations at the top, or no longer."""
        self._do(lambda: self._store.pin_conversations(_ids(conversations), pinned))

    def archive(self, conversations: Sequence[Conversation], archived: bool) -> None:
        """Put conversations into the archive, or back into the list."""
        ids: list[int] = []
        if not self._do(lambda: ids.extend(self._store.archive_conversations(_ids(conversations), archived))):
            return
        if not ids:
            return
        if len(ids) > 1:
            text = (
                self.tr("{count} conversations went into the archive.")
                if archived
                else self.tr("{count} conversations are back in the list.")
            )
            text = text.format(count=len(ids))
        else:
            text = (
                self.tr("“{title}” went into the archive.") if archived else self.tr("“{title}” is back in the list.")
            )
            text = text.format(title=self._title(conversations, ids[0]))
        self.undo_offered.emit(text, lambda: self._do(lambda: self._store.archive_conversations(ids, not archived)))

    def move(self, conversations: Sequence[Conversation], folder: Folder | None) -> None:
        """Put conversations into a folder, or out of all."""
        before: dict[int, int | None] = {}
        folder_id = None if folder is None else folder.id
        if not self._do(lambda: before.update(self._store.move_conversations(_ids(conversations), folder_id))):
            return
        if not before:
            return
        name = "" if folder is None else one_line(folder.name, _SHOWN_TITLE)
        if len(before) > 1:
            text = (
                self.tr("{count} conversations were moved to “{folder}”.")
                if folder
                else self.tr("{count} conversations were taken out of their folders.")
            )
            text = text.format(count=len(before), folder=name)
        else:
            title = self._title(conversations, next(iter(before)))
            text = (
                self.tr("“{title}” was moved to “{folder}”.")
                if folder
                else self.tr("“{title}” was taken out of its folder.")
            )
            text = text.format(title=title, folder=name)
        self.undo_offered.emit(text, lambda: self._do(lambda: self._move_back(before)))

    def delete(self, conversations: Sequence[Conversation]) -> bool:
        """Put conversations into the bin; return whether that was done."""
        wanted, ids = _ids(conversations), []
        self.removing.emit(wanted)
        if not self._do(lambda: ids.extend(self._store.delete_conversations(wanted))) or not ids:
            return False
        if len(ids) > 1:
            text = self.tr("{count} conversations were deleted.").format(count=len(ids))
        else:
            text = self.tr("“{title}” was deleted.").format(title=self._title(conversations, ids[0]))
        self.removed.emit(ids)
        self.undo_offered.emit(text, lambda: self.restore(ids))
        return True

    def restore(self, ids: Sequence[int]) -> None:
        """Bring conversations back from the bin."""
        back: list[int] = []
        if not self._do(lambda: back.extend(self._store.restore_conversations(ids))):
            return
        if back:
            self.restored.emit(back)
        else:
            self.failed.emit(sentence(StoreError(GONE)))

    def new_folder(self) -> Folder | None:
        """Make a folder with a name to be changed."""
        made: list[Folder] = []
        self._do(lambda: made.append(self._store.create_folder(self.tr("New folder"))))
        return made[0] if made else None

    def rename_folder(self, folder_id: int, name: str) -> None:
        """Give a folder another name."""
        self._do(lambda: self._store.rename_folder(folder_id, name))

    def remove_folder(self, folder: Folder) -> None:
        """Remove a folder; the conversations in it stay."""
        ids: list[int] = []
        if self._do(lambda: ids.extend(self._store.remove_folder(folder.id))):
            text = (
                self.tr("The folder “{name}” was removed; what was in it is below.")
                if ids
                else self.tr("The folder “{name}” was removed.")
            )
            self.undo_offered.emit(
                text.format(name=one_line(folder.name, _SHOWN_TITLE)),
                lambda: self._do(lambda: self._store.restore_folder(folder, ids)),
            )

    def _move_back(self, before: dict[int, int | None]) -> None:
        for folder_id in set(before.values()):
            self._store.move_conversations([id_ for id_, at in before.items() if at == folder_id], folder_id)

    def _title(self, conversations: Sequence[Conversation], conversation_id: int) -> str:
        title = next((one.title for one in conversations if one.id == conversation_id), "")
        return one_line(title, _SHOWN_TITLE) or self.tr("New chat")

    def _do(self, change: Callable[[], object]) -> bool:
        try:
            change()
        except StoreError as error:
            self.failed.emit(sentence(error))
            return False
        self.changed.emit()
        return True


def _ids(conversations: Sequence[Conversation]) -> list[int]:
    return [conversation.id for conversation in conversations]
