"""Reading everything of a conversation, piece by piece, while others may write."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress

import apsw

from assistant.store.conversations import Conversations
from assistant.store.database import Database
from assistant.store.failures import told_to_user
from assistant.store.messages import Messages
from assistant.store.records import Message

_AT_ONCE = 200


class Exporting(Conversations, Messages):
    """The part of the store that reads whole conversations. Every method raises `StoreError`."""

    _database: Database

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read in the block what the store holds at its first query, whatever others write meanwhile."""
        connection = self._database.connection
        with told_to_user(self._database.path):
            connection.execute("BEGIN")
        try:
            yield
        finally:
            with suppress(apsw.Error):
                connection.execute("ROLLBACK")

    def conversation_ids(self, folder_id: int | None = None) -> list[int]:
        """Return the conversations that are not deleted, archived ones too, in the order they were made.

        Args:
            folder_id: The folder they lie in; `None` for all, whether in a folder or not.
        """
        rows = self._database.query(
            """SELECT id FROM conversation WHERE deleted_at IS NULL AND (?1 IS NULL OR folder_id = ?1) ORDER BY id""",
            (folder_id,),
        )
        return [id_ for (id_,) in rows]

    def message_counts(self, ids: Sequence[int]) -> dict[int, int]:
        """Return how many messages each of these conversations has, on all branches; one without any is left out."""
        rows = self._database.query(
            """SELECT conversation_id, count(*) FROM message
               WHERE conversation_id IN (SELECT value FROM json_each(?)) GROUP BY conversation_id""",
            (json.dumps(list(ids)),),
        )
        return dict(rows)

    def tree(self, conversation_id: int) -> Iterator[tuple[Message, bool]]:
        """Return every message of a conversation, also on branches not shown, in the order they were made.

        A few hundred are in memory at a time.

        Returns:
            Each message with whether it is the shown one among those with the same parent.
        """
        last = 0
        while True:
            rows = self._database.query(
                "SELECT id, chosen FROM message WHERE conversation_id = ? AND id > ? ORDER BY id LIMIT ?",
                (conversation_id, last, _AT_ONCE),
            )
            if not rows:
                return
            chosen = {id_: bool(shown) for id_, shown in rows}
            for message in self.messages(list(chosen)):
                yield message, chosen[message.id]
            last = rows[-1][0]

    def shown_messages(self, conversation_id: int) -> Iterator[Message]:
        """Return the messages of the branch shown, from the first to the last, a few hundred in memory at a time."""
        ids = [head.id for head in self.path(conversation_id)]
        for start in range(0, len(ids), _AT_ONCE):
            yield from self.messages(ids[start : start + _AT_ONCE])
