"""Setting a damaged store aside and putting its newest whole backup in its place."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.store.backups import Backup, BackupError, discard, listed, make_private, verify
from assistant.store.checking import unmark
from assistant.store.database import connect
from assistant.store.failures import DAMAGE
from assistant.store.migrations import Migration, migrate
from assistant.store.salvage import salvage

RESTORED = QT_TRANSLATE_NOOP(
    "errors",
    "The file with your conversations was damaged and kept as {file}. The backup of {date} was restored, with all "
    "that could still be read from the damaged file (conversations: {conversations}, messages: {messages}); look "
    "whether your newest messages are there.",
)
SALVAGED = QT_TRANSLATE_NOOP(
    "errors",
    "The file with your conversations was damaged and kept as {file}. All that could still be read was saved into a "
    "new one (conversations: {conversations}, messages: {messages}); look whether your newest messages are there.",
)
STARTED_NEW = QT_TRANSLATE_NOOP(
    "errors",
    "The file with your conversations was damaged and kept as {file}. Nothing could be read from it and there was no "
    "backup, so an empty one was started.",
)
FINISHED = QT_TRANSLATE_NOOP(
    "errors",
    "The repair of your conversations was interrupted and has been finished now; the damaged file was kept beside the "
    "new one. Look whether your newest messages are there.",
)

COMPANIONS = ("-wal", "-shm", "-journal")
"""What SQLite keeps beside a file; part of its content until it is closed."""

_LONGEST_REPAIR_MS = 60_000


def recover(
    path: Path,
    migrations: tuple[Migration, ...],
    *,
    key: bytes | None = None,
    reason: str,
    report: Callable[[float], None] = lambda share: None,
) -> StoreError:
    """Replace a damaged store by its newest whole backup and what can still be read from it.

    Args:
        path: The damaged file, which may also be a folder.
        migrations: The schema this program knows.
        key: What it is encrypted with, and the new one then too.
        reason: What is wrong with it, for the details.
        report: Told the share that is done, from 0 to 1, while it is read.

    Returns:
        The sentence that tells the user.

    Raises:
        OSError: The file can't be moved.
        apsw.Error: The new file can't be written, for example because the disk is full; nothing has been moved then.
    """
    new = temporary(path)
    backup, passed_over = _newest_whole(path, migrations, key)
    try:
        make_private(new)
        connection = connect(new, key=key)
        try:
            if backup is not None:
                _copy_from(backup, connection, key)
            migrate(connection, migrations, path=path)
            report(0.0)
            saved = salvage(path, connection, key=key, report=report)
            counts = {table: _count(connection, table) for table in ("conversation", "message")}
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
        finally:
            connection.close()
        # All is whole before the damaged file moves: a full disk leaves everything for the next start, and a program
        # that is killed from here on leaves a file that `finish_interrupted` knows.
        new.replace(_repaired(path))
        aside = set_aside(path)
        put_in_place(_repaired(path), path)
        unmark(path)
    finally:
        discard(new)
    details = "; ".join([reason, *passed_over, f"{saved} rows read from the damaged file"])
    numbers = {"conversations": counts["conversation"], "messages": counts["message"]}
    if backup is not None:
        date = backup.made_at.astimezone().strftime("%Y-%m-%d %H:%M")
        return StoreError(RESTORED, file=aside.name, date=date, details=details, **numbers)
    if saved:
        return StoreError(SALVAGED, file=aside.name, details=details, **numbers)
    return StoreError(STARTED_NEW, file=aside.name, details=details)


def finish_interrupted(path: Path) -> StoreError | None:
    """Give the new store its name where a repair was interrupted after the damaged file was moved.

    Returns:
        The sentence that tells the user; `None` where nothing was interrupted.

    Raises:
        OSError: It can't be renamed.
    """
    repaired = _repaired(path)
    if os.path.lexists(path) or not os.path.lexists(repaired):
        return None
    # What the damaged file left when it was moved is not the log of the new one.
    if any(os.path.lexists(f"{path}{suffix}") for suffix in COMPANIONS):
        set_aside(path)
    put_in_place(repaired, path)
    unmark(path)
    return StoreError(FINISHED)


def forget_repaired(path: Path) -> None:
    """Remove what a repair has left that was cut off before it moved anything, once the store itself is whole."""
    with suppress(OSError):
        _repaired(path).unlink(missing_ok=True)


@contextmanager
def repairing(path: Path) -> Iterator[None]:
    """Let one program at a time repair a store; ends with the program that holds it.

    Raises:
        apsw.Error: Another one takes longer than a minute.
    """
    lock = path.with_suffix(".repairing")
    connection = apsw.Connection(str(lock))
    try:
        connection.set_busy_timeout(_LONGEST_REPAIR_MS)
        connection.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        connection.close()
        # Another program that waits for it has it open; then Windows keeps it for that one to remove.
        with suppress(OSError):
            lock.unlink(missing_ok=True)


def _repaired(path: Path) -> Path:
    return path.with_name(f"{path.name}.repaired")


def _count(connection: apsw.Connection, table: str) -> int:
    ((count,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608 - names of our own schema
    return int(str(count))


def _newest_whole(path: Path, migrations: tuple[Migration, ...], key: bytes | None) -> tuple[Backup | None, list[str]]:
    passed_over = []
    for backup in listed(path):
        try:
            verify(backup.path, key=key, known=migrations)
        except (*DAMAGE, BackupError, UnicodeDecodeError, StoreError, apsw.SQLError) as error:
            passed_over.append(f"{backup.path.name}: {error}")
        else:
            return backup, passed_over
    return None, passed_over


def _copy_from(backup: Backup, connection: apsw.Connection, key: bytes | None) -> None:
    source = connect(backup.path, key=key, read_only=True, immutable=True)
    try:
        with connection.backup("main", source, "main") as copying:
            copying.step(-1)
    finally:
        source.close()


def set_aside(path: Path) -> Path:
    """Rename a file and its companions to `<name>.damaged-<date>`; nothing is ever overwritten or deleted.

    Raises:
        OSError: It can't be moved, for example because another program has it open on Windows.
    """
    date = datetime.now(UTC).strftime("%Y-%m-%d")
    number = 1
    aside = path.with_name(f"{path.stem}.damaged-{date}{path.suffix}")
    while any(os.path.lexists(f"{aside}{suffix}") for suffix in ("", *COMPANIONS)):
        number += 1
        aside = path.with_name(f"{path.stem}.damaged-{date}-{number}{path.suffix}")
    # The file goes first: a log without its file is moved by the next start, a file without its log loses content.
    for suffix in ("", *COMPANIONS):
        companion = Path(f"{path}{suffix}")
        if os.path.lexists(companion):
            companion.rename(f"{aside}{suffix}")
    return aside


def put_in_place(new: Path, path: Path) -> None:
    """Give a finished file its name unless another program was quicker; then it is dropped.

    Raises:
        OSError: It can't be renamed.
    """
    try:
        # rename would overwrite on POSIX; a link never does. Not every file system of a memory stick has links.
        os.link(new, path)
    except FileExistsError:
        pass
    except OSError:
        if not os.path.lexists(path):
            new.rename(path)
    new.unlink(missing_ok=True)


def temporary(path: Path) -> Path:
    """Return the name a store is built under before it gets its own."""
    return path.with_name(f"{path.name}.{secrets.token_hex(4)}.new")
