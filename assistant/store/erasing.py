"""Makes deleted text leave the file.

SQLite overwrites what is deleted (`secure_delete`), but not the copies it leaves in the unused middle of a page when it
moves rows to another page; only writing the whole file anew is sure to drop those. That takes a second for 150 MB, in
which nothing else can be written: the store remembers that it is to be done, and the program does it when nobody waits.

A disk may keep older copies of its blocks where no program reaches them.
"""

from __future__ import annotations

import apsw

from assistant.store.database import BUSY_TIMEOUT_MS, Database
from assistant.store.failures import told_to_user

_KEY = "leftovers"
"""In the table `state`; the migration that brought `secure_delete` spells it too."""

MARK = f"INSERT INTO state VALUES ('{_KEY}', '1') ON CONFLICT DO NOTHING"  # noqa: S608 - constant
"""Belongs into the transaction that removes something."""


class Erasing:
    """The part of the store that leaves nothing of what was removed. Every method raises `StoreError`."""

    _database: Database

    @property
    def has_leftovers(self) -> bool:
        """Whether the file may still hold text that was removed for good."""
        return bool(self._database.query("SELECT 1 FROM state WHERE key = ?", (_KEY,)))

    def erase_leftovers(self, *, at_most_bytes: int | None = None) -> bool:
        """Write the file anew without what was removed; takes about a second for each 150 MB.

        Args:
            at_most_bytes: Leave a larger file for later.

        Returns:
            Whether nothing is left, also in the log. False when memory or disk have no room for a second copy or
            another connection is at work: `has_leftovers` stays true then.
        """
        connection = self._database.connection
        (pages,), (page,) = self._database.query("PRAGMA page_count") + self._database.query("PRAGMA page_size")
        most = _room_in_memory() if at_most_bytes is None else at_most_bytes
        if pages * page > most:
            return False
        with told_to_user(self._database.path):
            connection.set_busy_timeout(0)
            try:
                connection.execute("PRAGMA temp_store = MEMORY")
                connection.execute("VACUUM")
                done = _empty_log(connection)
                if done:
                    connection.execute("DELETE FROM state WHERE key = ?", (_KEY,))
            except (apsw.FullError, apsw.BusyError, apsw.NoMemError):
                return False
            finally:
                connection.set_busy_timeout(BUSY_TIMEOUT_MS)
        return done


def _room_in_memory() -> int:
    """Return how many bytes may be taken for a moment: half of what other programs leave."""
    import psutil

    return int(psutil.virtual_memory().available) // 2


def _empty_log(connection: apsw.Connection) -> bool:
    """Move everything from the write-ahead log into the file and empty the log; False while another one reads it."""
    rows = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    return rows[0][0] == 0
