"""The store: every conversation in one SQLite file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from assistant.errors import StoreError, ThimbleError
from assistant.store.backups import BackupError, back_up
from assistant.store.bin import Bin
from assistant.store.database import Database
from assistant.store.documents import Documents
from assistant.store.erasing import Erasing
from assistant.store.exporting import Exporting
from assistant.store.failures import UNKNOWN, told_to_user
from assistant.store.folders import Folders
from assistant.store.importing import Importing
from assistant.store.migrations import MIGRATIONS, Migration
from assistant.store.opening import open_beside, open_for_writing, open_read_only
from assistant.store.restoring import restore
from assistant.store.statistics import Counting
from assistant.store.window_state import WindowState


class Store(Bin, Counting, Documents, Erasing, Exporting, Folders, Importing, WindowState):
    """Conversations, their messages and the window's small values in one file.

    Every change is saved when its method returns, also if the program is killed right after; a method that raises
    has changed nothing, and the store can be used further. An object belongs to one thread at a time; several
    programs may have the same file open.

    Attributes:
        notices: Sentences for the user about a damaged file that was set aside while opening.
    """

    def __init__(
        self, database: Database, notices: list[ThimbleError], migrations: tuple[Migration, ...] = MIGRATIONS
    ) -> None:
        """Take over an open database; use `Store.open`."""
        self._database = database
        self._migrations = migrations
        self.notices = notices

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        key: bytes | None = None,
        read_only: bool = False,
        migrations: tuple[Migration, ...] = MIGRATIONS,
        report: Callable[[float], None] = lambda share: None,
    ) -> Store:
        """Open the store in a file, making it and its folder if they are missing.

        A damaged file is set aside, never deleted, and the newest whole backup is restored; see `notices`.

        Args:
            path: The file.
            key: The 32 bytes it is encrypted with; `None` for a plain file.
            read_only: Never write, recover or migrate; works while another program writes. A missing file
                reads as an empty store.
            migrations: The schema this program knows.
            report: Told the share that is done, from 0 to 1, while a damaged file is read, which may take a minute.

        Raises:
            StoreError: The file can't be opened, or was saved by a newer program; it was not changed.
        """
        if read_only:
            return cls(open_read_only(path, migrations, key=key), [], migrations)
        return cls(*open_for_writing(path, migrations, key=key, report=report), migrations)

    @property
    def file(self) -> Path:
        """The file, whether it exists or not."""
        return self._database.path

    @property
    def key(self) -> bytes | None:
        """What the file is encrypted with; `None` for a plain one."""
        return self._database.key

    @property
    def checked(self) -> bool:
        """Whether all of the file was looked at for damage when it was opened."""
        return self._database.checked

    @classmethod
    def beside(cls, path: Path, *, key: bytes | None = None, read_only: bool = False) -> Store:
        """Open once more, for another thread, a store that this program has open.

        Raises:
            StoreError: It can't be opened.
        """
        return cls(open_beside(path, key=key, read_only=read_only), [])

    def back_up(self) -> Path:
        """Make a checked copy in the folder `backups` beside the file and return it.

        Raises:
            StoreError: It can't be made.
        """
        with told_to_user(self._database.path):
            try:
                return back_up(self._database.connection, self._database.path, key=self._database.key)
            except BackupError as error:
                raise StoreError(UNKNOWN, details=str(error)) from error

    def restore(self, backup: Path) -> Path:
        """Replace everything by the content of a backup, in one step; what was there is backed up first.

        Returns:
            The backup of what was there.

        Raises:
            StoreError: The backup can't be used, or what is there could not be kept; nothing was changed.
        """
        database = self._database
        return restore(database.connection, database.path, backup, key=database.key, migrations=self._migrations)

    def close(self) -> None:
        """Close the file; what is in its log moves into it. Closing twice is harmless.

        Raises:
            StoreError: The file can't be closed properly; nothing is lost, the log is read at the next start.
        """
        self._database.close()

    def __enter__(self) -> Store:
        """Return the store itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close the store."""
        self.close()
