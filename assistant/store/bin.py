"""The bin: conversations that were deleted and can still be brought back, and how they go for good.

Deleting only takes a conversation out of sight. What goes for good is first marked, in one quick transaction, and from
then on nobody can see it; its messages are removed in small steps, because a million of them take longer than a window
may stand still. A program that is ended in between goes on at its next start.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable

import msgspec

from assistant.store.database import Database, stored
from assistant.store.erasing import MARK

KEEP_SECONDS = 30 * 24 * 3600
"""So long a deleted conversation can be brought back."""

STEP_MESSAGES = 200
"""Messages removed in one step: some milliseconds."""

_GOING = 0.0
"""Value of `deleted_at` for what is being removed for good."""


class BinnedConversation(msgspec.Struct, frozen=True):
    """A conversation in the bin.

    Attributes:
        id: Its id.
        title: Its title; empty for none.
        deleted_at: When it was deleted, as Unix time in seconds.
        messages: How many messages it has, on all branches.
    """

    id: int
    title: str
    deleted_at: float
    messages: int


class Bin:
    """The part of the store about deleting. Every method raises `StoreError` when the file can't be used."""

    _database: Database

    def binned(self) -> list[BinnedConversation]:
        """Return what is in the bin, the latest deleted first."""
        rows = self._database.query(
            """SELECT id, CAST(title AS BLOB), deleted_at,
                      (SELECT count(*) FROM message WHERE conversation_id = conversation.id)
               FROM conversation WHERE deleted_at > 0 ORDER BY deleted_at DESC, id DESC"""
        )
        return [BinnedConversation(id_, stored(title), at, count) for id_, title, at, count in rows]

    def binned_count(self) -> int:
        """Return how many conversations are in the bin."""
        return int(self._database.query("SELECT count(*) FROM conversation WHERE deleted_at > 0")[0][0])

    def delete_conversation(self, conversation_id: int) -> None:
        """Put a conversation into the bin; `restore_conversation` brings it back until it is removed for good."""
        self._database.change(
            "UPDATE conversation SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
            (time.time(), conversation_id),
        )

    def delete_conversations(self, ids: Iterable[int]) -> list[int]:
        """Put conversations into the bin; return the ids of those that were not in it already."""
        return self._change_bin(
            "UPDATE conversation SET deleted_at = ?2 WHERE deleted_at IS NULL AND id", ids, time.time()
        )

    def restore_conversation(self, conversation_id: int) -> None:
        """Bring back a deleted conversation; harmless for one that is not deleted.

        Raises:
            StoreError: It has been removed for good.
        """
        self._database.change(
            "UPDATE conversation SET deleted_at = NULL WHERE id = ? AND deleted_at IS NOT ?", (conversation_id, _GOING)
        )

    def restore_conversations(self, ids: Iterable[int]) -> list[int]:
        """Bring conversations back from the bin; return the ids of those that were in it."""
        return self._change_bin("UPDATE conversation SET deleted_at = NULL WHERE deleted_at > ?2 AND id", ids, _GOING)

    def discard(self, ids: Iterable[int]) -> list[int]:
        """Remove conversations in the bin for good; return the ids of those that were in it.

        Nobody sees them any more when this returns; `purge_step` removes what they take.
        """
        return self._change_bin("UPDATE conversation SET deleted_at = ?2 WHERE deleted_at > 0 AND id", ids, _GOING)

    def discard_older(self, than_seconds: float = KEEP_SECONDS) -> list[int]:
        """Do as `discard` with all conversations that were deleted at least this long ago; return their ids."""
        with self._database.transaction() as database:
            rows = database.connection.execute(
                "UPDATE conversation SET deleted_at = ? WHERE deleted_at > 0 AND deleted_at <= ? RETURNING id",
                (_GOING, time.time() - than_seconds),
            )
            return [int(str(id_)) for (id_,) in rows]

    def purge_step(self, messages: int = STEP_MESSAGES) -> bool:
        """Remove a part of what was discarded; return whether there is more. `erase_leftovers` is to follow some time.

        Args:
            messages: At most so many messages go.
        """
        going = self._database.query("SELECT id FROM conversation WHERE deleted_at = ? LIMIT 2", (_GOING,))
        if not going:
            return False
        with self._database.transaction() as database:
            # The newest first: a message is always older than what follows it, and can't go before that.
            removed = database.write(
                """DELETE FROM message WHERE id IN
                       (SELECT id FROM message WHERE conversation_id = ? ORDER BY id DESC LIMIT ?)""",
                (going[0][0], messages),
            )
            database.write(MARK)
            if removed < messages:
                database.write("DELETE FROM conversation WHERE id = ?", (going[0][0],))
        return removed == messages or len(going) > 1

    def purge_deleted(self, older_than_seconds: float) -> int:
        """Remove for good the conversations that were deleted at least this long ago; return how many."""
        count = len(self.discard_older(older_than_seconds))
        while self.purge_step():
            pass
        return count

    def _change_bin(self, change: str, ids: Iterable[int], value: float) -> list[int]:
        with self._database.transaction() as database:
            rows = database.connection.execute(
                f"{change} IN (SELECT value FROM json_each(?1)) RETURNING id",  # noqa: S608 - constants
                (json.dumps(list(ids)), value),
            )
            return [int(str(id_)) for (id_,) in rows]
