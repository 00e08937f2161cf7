"""The list of conversations and what belongs to each besides its messages."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable
from typing import Any

from assistant.errors import StoreError
from assistant.store.database import Database, Value, storable, stored
from assistant.store.failures import GONE
from assistant.store.records import Conversation, Kind

# Texts are read as bytes so that a flipped bit in one of them can't make the whole list unreadable.
_SELECT = """
    SELECT id, CAST(title AS BLOB), titled_by_user, pinned, CAST(system_text AS BLOB), CAST(draft AS BLOB),
           context_start, created_at, updated_at, folder_id, archived, kind, CAST(uid AS BLOB)
    FROM conversation
"""

_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


def _conversation(row: tuple[Any, ...]) -> Conversation:
    # By position: a window reads ten thousand of them after every answer, and names would double the time.
    id_, title, by_user, pinned, system_text, draft, context_start, created, updated, folder, archived, kind, uid = row
    return Conversation(
        id_,
        stored(title),
        by_user == 1,
        pinned == 1,
        stored(system_text),
        stored(draft),
        context_start,
        created,
        updated,
        folder,
        archived == 1,
        _KINDS[kind],
        stored(uid or b""),
    )


class Conversations:
    """The part of the store about conversations. Every method raises `StoreError` when the file can't be used."""

    _database: Database

    def conversations(self, *, archived: bool | None = False) -> list[Conversation]:
        """Return the conversations that are not deleted: pinned ones first, then the latest used first.

        Args:
            archived: Only those in the archive, or only those outside it; `None` for both.
        """
        rows = self._database.query(
            f"""{_SELECT} WHERE deleted_at IS NULL AND ifnull(archived = ?, TRUE)
                ORDER BY pinned DESC, updated_at DESC, id DESC""",
            (archived,),
        )
        return [_conversation(row) for row in rows]

    def conversation(self, conversation_id: int) -> Conversation:
        """Return one conversation.

        Raises:
            StoreError: There is none with this id, or it is deleted.
        """
        rows = self._database.query(
            f"{_SELECT} WHERE id = ? AND deleted_at IS NULL",
            (conversation_id,),
        )
        if not rows:
            raise StoreError(GONE, details=f"conversation {conversation_id}")
        return _conversation(rows[0])

    def latest_titles(self, count: int) -> list[str]:
        """Return the titles of the conversations used last, the latest first, without empty ones."""
        rows = self._database.query(
            """SELECT CAST(title AS BLOB) FROM conversation WHERE deleted_at IS NULL AND title <> ''
               ORDER BY updated_at DESC, id DESC LIMIT ?""",
            (count,),
        )
        return [stored(title) for (title,) in rows]

    def create_conversation(self, *, title: str = "", system_text: str = "", kind: Kind = Kind.CHAT) -> Conversation:
        """Add an empty conversation. A title given here does not count as the user's."""
        now = time.time()
        with self._database.transaction() as database:
            database.write(
                """INSERT INTO conversation (title, system_text, created_at, updated_at, kind, uid)
                   VALUES (?, ?, ?, ?, ?, lower(hex(randomblob(16))))""",
                (storable(title), storable(system_text), now, now, kind.value),
            )
            conversation_id = database.connection.last_insert_rowid()
        return self.conversation(conversation_id)

    def rename(self, conversation_id: int, title: str, *, by_user: bool = True) -> None:
        """Set the title, and whether it is the user's own."""
        self._database.change(
            "UPDATE conversation SET title = ?, titled_by_user = ? WHERE id = ?",
            (storable(title), by_user, conversation_id),
        )

    def replace_title(self, conversation_id: int, old: str, new: str) -> bool:
        """Put a generated title in the place of another; return whether that was done.

        Nothing happens when the title is no longer `old`, is the user's own, or the conversation is gone.
        """
        with self._database.transaction() as database:
            return bool(
                database.write(
                    """UPDATE conversation SET title = ?
                       WHERE id = ? AND title = ? AND NOT titled_by_user AND deleted_at IS NULL""",
                    (storable(new), conversation_id, storable(old)),
                )
            )

    def set_pinned(self, conversation_id: int, pinned: bool) -> None:
        """Keep a conversation at the top of the list, or no longer."""
        self._database.change("UPDATE conversation SET pinned = ? WHERE id = ?", (bool(pinned), conversation_id))

    def pin_conversations(self, ids: Iterable[int], pinned: bool) -> list[int]:
        """Keep conversations at the top of the list, or no longer; return the ids of those that this changed."""
        return self._change_all("pinned = ?2", "pinned <> ?2", ids, bool(pinned))

    def set_system_text(self, conversation_id: int, text: str) -> None:
        """Set the instructions for the model."""
        self._database.change("UPDATE conversation SET system_text = ? WHERE id = ?", (storable(text), conversation_id))

    def set_draft(self, conversation_id: int, text: str) -> None:
        """Keep what is typed but not sent."""
        self._database.change("UPDATE conversation SET draft = ? WHERE id = ?", (storable(text), conversation_id))

    def set_context_start(self, conversation_id: int, message_id: int | None) -> None:
        """Set the first message the model still reads; `None` for all.

        Raises:
            StoreError: The message is not one of this conversation's.
        """
        self._database.change(
            """UPDATE conversation SET context_start = ?2 WHERE id = ?1 AND
               (?2 IS NULL OR EXISTS (SELECT 1 FROM message WHERE conversation_id = ?1 AND id = ?2))""",
            (conversation_id, message_id),
        )

    def set_archived(self, conversation_id: int, archived: bool) -> None:
        """Keep a conversation out of the list, or no longer."""
        self._database.change("UPDATE conversation SET archived = ? WHERE id = ?", (bool(archived), conversation_id))

    def archive_conversations(self, ids: Iterable[int], archived: bool) -> list[int]:
        """Keep conversations out of the list, or no longer; return the ids of those that this changed."""
        return self._change_all("archived = ?2", "archived <> ?2", ids, bool(archived))

    def _change_all(self, change: str, differs: str, ids: Iterable[int], value: Value) -> list[int]:
        """Change many conversations in one transaction; return the ids of those that were not like that before."""
        with self._database.transaction() as database:
            rows = database.connection.execute(
                f"""UPDATE conversation SET {change} WHERE id IN (SELECT value FROM json_each(?1)) AND {differs}
                    RETURNING id""",  # noqa: S608 - constants
                (json.dumps(list(ids)), value),
            )
            return [int(str(id_)) for (id_,) in rows]
