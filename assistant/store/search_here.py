"""Searching the messages of one conversation as they are shown: any part of a word, as one types it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.jobs import CancelToken
from assistant.store.database import Database, connect, stored
from assistant.store.failures import told_to_user
from assistant.store.records import Role
from assistant.store.search_words import fold

_AT_A_TIME = 100
_EMPHASIS = str.maketrans("", "", "*`")


@dataclass(frozen=True, slots=True)
class Place:
    """A message that holds what was searched for.

    Attributes:
        message_id: The message.
        count: How many times.
    """

    message_id: int
    count: int


class PathSearcher:
    """Reads messages through a read-only connection of its own. One search runs at a time."""

    def __init__(self, store: Path, *, key: bytes | None = None) -> None:
        """Open nothing yet.

        Args:
            store: The store's file.
            key: What it is encrypted with.
        """
        self._path = store
        self._key = key
        self._store: Database | None = None

    def search(self, message_ids: Sequence[int], text: str, cancel: CancelToken | None = None) -> list[Place]:
        """Return the messages that hold a text, in the order of `message_ids`.

        Raises:
            CancelledError: The search was cancelled.
            StoreError: The store can't be read.
        """
        cancel = cancel or CancelToken()
        needle = fold(text)
        if not needle:
            return []
        if self._store is None:
            with told_to_user(self._path):
                self._store = Database(connect(self._path, key=self._key, read_only=True), self._path, key=self._key)
        # Emphasis is not part of what is read: it is passed over unless it is asked for.
        emphasis = _EMPHASIS if not set(text) & {"*", "`"} else {}
        places = []
        for start in range(0, len(message_ids), _AT_A_TIME):
            cancel.raise_if_cancelled()
            some = message_ids[start : start + _AT_A_TIME]
            rows = self._store.query(
                """SELECT id, role, CAST(text AS BLOB) FROM message
                   WHERE id IN (SELECT value FROM json_each(?))""",
                (json.dumps(list(some)),),
            )
            texts = {id_: (role, content) for id_, role, content in rows}
            for id_ in some:
                if id_ not in texts:
                    continue
                role, content = texts[id_]
                read = stored(content)
                count = fold(read.translate(emphasis) if role == Role.ASSISTANT.value else read).count(needle)
                if count:
                    places.append(Place(id_, count))
        return places

    def close(self) -> None:
        """Close the file until the next search. Closing twice is harmless."""
        store, self._store = self._store, None
        if store is not None:
            store.close()
