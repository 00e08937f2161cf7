"""Folders that conversations lie in."""

from __future__ import annotations

import time

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

    def remove_folder(self, folder_id: int) -> None:
        """Remove a folder; the conversations in it stay, outside any folder."""
        self._database.change("DELETE FROM folder WHERE id = ?", (folder_id,))

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
