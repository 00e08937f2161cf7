"""Folders that conversations lie in."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable

from assistant.errors import StoreError
from assistant.store.database import Database, storable, stored
from assistant.store.failures import GONE
from assistant.store.records import Folder


class Folders:
    """The part of the store about folders. Every method raises `StoreError` when the file can't be used."""

    _database: Database

    def folders(self) -> list[Folder]:
        """Return the folders in the order they were made."""
        rows = self._database.query("SELECT id, CAST(name AS BLOB), created_at FROM folder ORDER BY id")
        return [Folder(id_, stored(name), created_at) for id_, name, created_at in rows]

    def create_folder(self, name: str) -> Folder:
        """Add an empty folder."""
        now = time.time()
        with self._database.transaction() as database:
            database.write("INSERT INTO folder (name, created_at) VALUES (?, ?)", (storable(name), now))
            folder_id = database.connection.last_insert_rowid()
        return Folder(folder_id, storable(name), now)

    def rename_folder(self, folder_id: int, name: str) -> None:
        """Set a folder's name."""
        self._database.change("UPDATE folder SET name = ? WHERE id = ?", (storable(name), folder_id))

    def remove_folder(self, folder_id: int) -> list[int]:
        """Remove a folder; the conversations in it stay, outside any folder. Return their ids.

        Raises:
            StoreError: It does not exist.
        """
        with self._database.transaction() as database:
            rows = database.connection.execute("SELECT id FROM conversation WHERE folder_id = ?", (folder_id,))
            ids = [int(str(id_)) for (id_,) in rows]
            if not database.write("DELETE FROM folder WHERE id = ?", (folder_id,)):
                raise StoreError(GONE, details=f"folder {folder_id}")
        return ids

    def restore_folder(self, folder: Folder, conversation_ids: Iterable[int]) -> None:
        """Bring back a removed folder with the conversations that lay in it, except those moved elsewhere since."""
        with self._database.transaction() as database:
            database.write(
                "INSERT INTO folder (id, name, created_at) VALUES (?, ?, ?)",
                (folder.id, storable(folder.name), folder.created_at),
            )
            database.write(
                """UPDATE conversation SET folder_id = ? WHERE folder_id IS NULL
                   AND id IN (SELECT value FROM json_each(?))""",
                (folder.id, json.dumps(list(conversation_ids))),
            )

    def move_to_folder(self, conversation_id: int, folder_id: int | None) -> None:
        """Put a conversation into a folder, or out of all.

        Raises:
            StoreError: The conversation or the folder does not exist.
        """
        with self._database.transaction() as database:
            if not database.write(
                """UPDATE conversation SET folder_id = ?2 WHERE id = ?1 AND
                   (?2 IS NULL OR EXISTS (SELECT 1 FROM folder WHERE id = ?2))""",
                (conversation_id, folder_id),
            ):
                raise StoreError(GONE, details=f"conversation {conversation_id}, folder {folder_id}")

    def move_conversations(self, ids: Iterable[int], folder_id: int | None) -> dict[int, int | None]:
        """Put conversations into a folder, or out of all; ids that don't exist are left out.

        Returns:
            Where those that moved lay before: folder by conversation.

        Raises:
            StoreError: The folder does not exist.
        """
        wanted = json.dumps(list(ids))
        with self._database.transaction() as database:
            rows = database.connection.execute(
                """SELECT id, folder_id FROM conversation
                   WHERE id IN (SELECT value FROM json_each(?)) AND folder_id IS NOT ?""",
                (wanted, folder_id),
            )
            before: dict[int, int | None] = dict(rows)
            database.write(
                "UPDATE conversation SET folder_id = ?2 WHERE id IN (SELECT value FROM json_each(?1))",
                (wanted, folder_id),
            )
        return before
