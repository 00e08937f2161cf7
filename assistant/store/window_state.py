"""Small values a window or terminal wants to find again, such as the draft of a conversation not yet begun."""

from __future__ import annotations

from assistant.store.database import Database, storable, stored


class WindowState:
    """The part of the store that keeps text under a key. Both methods raise `StoreError`."""

    _database: Database

    def get_state(self, key: str, default: str = "") -> str:
        """Return what was kept under a key, else the default."""
        rows = self._database.query("SELECT CAST(value AS BLOB) FROM state WHERE key = ?", (storable(key),))
        return stored(rows[0][0]) if rows else default

    def set_state(self, key: str, value: str) -> None:
        """Keep a text under a key."""
        with self._database.transaction() as database:
            database.write(
                "INSERT INTO state VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                (storable(key), storable(value)),
            )
