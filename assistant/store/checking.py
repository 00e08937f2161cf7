"""Whether a store's file is whole: looked at shortly at each start, and thoroughly when nobody waits.

A start may not take longer because there are many conversations, so its look ends after a moment; up to some 70 MB
that is enough for the whole file. What a later look finds is written down beside the file, and the next start repairs
it.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import apsw

from assistant.store.database import connect
from assistant.store.failures import DAMAGE, damage_mark, mark_damaged
from assistant.store.migrations import ForeignFileError, Migration, migrate, pending

START_SECONDS = 0.25
"""How long a start looks at most."""

_STEPS_BETWEEN_LOOKS = 1_000
"""Pages and rows checked until the clock is looked at: some milliseconds."""


class DamagedError(Exception):
    """The file is not a whole store."""


# A damaged name in the schema is not valid UTF-8.
NOT_WHOLE = (*DAMAGE, DamagedError, ForeignFileError, UnicodeDecodeError)
"""What says that a file is damaged."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look has found.

    Attributes:
        missing: Migrations the file still needs.
        thoroughly: Whether all of the file was looked at.
    """

    missing: list[Migration]
    thoroughly: bool


def check(
    connection: apsw.Connection,
    migrations: tuple[Migration, ...],
    *,
    path: Path,
    ended: Callable[[], bool] | None = None,
) -> Checked:
    """Look at the structure of a file and whether it is a store.

    Args:
        connection: The open file.
        migrations: The schema this program knows.
        path: The file.
        ended: Asked every few milliseconds whether to leave it at that; never by default.

    Raises:
        DamagedError: Something is wrong.
        ForeignFileError: It is somebody else's database.
        StoreError: It was saved by a newer program.
        apsw.Error: It can't be read.
    """
    try:
        encoding = connection.execute("PRAGMA encoding").fetchall()
        missing = pending(connection, migrations, path=path)
        lost = _columns_of(tuple(one for one in migrations if one not in missing)) - _columns(connection)
        findings, thoroughly = _findings(connection, ended)
    except apsw.SQLError as error:
        # These statements are right: what makes no sense to SQLite is the file's header or schema.
        raise DamagedError(str(error)) from error
    if encoding != [("UTF-8",)] or findings:
        raise DamagedError("; ".join(str(finding) for (finding,) in [*encoding, *findings]))
    if lost:
        raise DamagedError(f"columns missing: {sorted(lost)}")
    return Checked(missing, thoroughly)


def for_a_start() -> Callable[[], bool]:
    """Return what ends the look of a start beginning now."""
    until = time.monotonic() + START_SECONDS
    return lambda: time.monotonic() >= until


def check_thoroughly(path: Path, *, key: bytes | None = None, cancelled: Callable[[], bool]) -> bool:
    """Look at all of a store on a connection of its own, while others work with it. Some seconds for 500 MB.

    What is wrong is written down for the next start.

    Args:
        path: The file.
        key: What it is encrypted with.
        cancelled: Asked every few milliseconds whether to give up.

    Returns:
        Whether it is whole, or nothing is known because it was given up.

    Raises:
        apsw.Error: It can't be read.
    """
    try:
        connection = connect(path, key=key, read_only=True)
        try:
            findings, _ = _findings(connection, cancelled)
        finally:
            connection.close()
    except (*DAMAGE, apsw.SQLError) as error:
        findings = [(str(error),)]
    if not findings:
        return True
    mark_damaged(path, "; ".join(str(finding) for (finding,) in findings))
    return False


def is_marked(path: Path) -> bool:
    """Tell whether a store was found damaged while it was in use."""
    return os.path.lexists(damage_mark(path))


def unmark(path: Path) -> None:
    """Forget that a store was found damaged."""
    with contextlib.suppress(OSError):
        damage_mark(path).unlink(missing_ok=True)


def _findings(connection: apsw.Connection, ended: Callable[[], bool] | None) -> tuple[list[tuple[object, ...]], bool]:
    """Return what is wrong with the structure, and whether everything was looked at."""
    if ended is not None:
        connection.set_progress_handler(ended, _STEPS_BETWEEN_LOOKS)
    try:
        # The full check takes 1.4 times as long as quick_check and also finds an index that disagrees with its table.
        findings = connection.execute("PRAGMA integrity_check(5)").fetchall()
    except apsw.InterruptError:
        return [], False
    finally:
        connection.set_progress_handler(None)
    return [] if findings == [("ok",)] else findings, True


def _columns(connection: apsw.Connection) -> set[tuple[str, str]]:
    rows = connection.execute(
        """SELECT one.name, two.name FROM sqlite_schema AS one JOIN pragma_table_info(one.name) AS two
           WHERE one.type = 'table' AND one.name NOT GLOB 'sqlite_*'"""
    )
    return {(str(table), str(column)) for table, column in rows}


def _columns_of(migrations: tuple[Migration, ...]) -> set[tuple[str, str]]:
    # integrity_check takes a column whose name lost a bit for a column of that name.
    connection = apsw.Connection(":memory:")
    try:
        migrate(connection, migrations, path=":memory:")
        return _columns(connection)
    finally:
        connection.close()
