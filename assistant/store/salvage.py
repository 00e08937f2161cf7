"""Reading what can still be read from a damaged store into a whole one.

Every row is looked up by its id in its table's own tree, so that a broken page or index costs only what lies on it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import apsw

from assistant.store.database import connect, stored
from assistant.store.failures import DAMAGE

_TABLES = ("folder", "conversation", "message")

# Ids that a damaged counter or row claims beyond this are not believed: each takes some microseconds to look up.
_LARGEST_ID = 5_000_000

# An answer or question whose parent is lost follows the message written before it in its conversation.
_MEND = """
    INSERT INTO conversation (id, title, system_text, created_at, updated_at)
        SELECT conversation_id, '', '', min(created_at), max(created_at) FROM message
        WHERE conversation_id NOT IN (SELECT id FROM conversation) GROUP BY conversation_id;
    UPDATE conversation SET uid = lower(hex(randomblob(16))) WHERE uid IS NULL;
    UPDATE conversation SET folder_id = NULL WHERE folder_id NOT IN (SELECT id FROM folder);
    UPDATE message SET parent_id = (SELECT max(earlier.id) FROM message AS earlier
            WHERE earlier.conversation_id = message.conversation_id AND earlier.id < message.id)
        WHERE parent_id IS NOT NULL AND (parent_id >= id OR NOT EXISTS (SELECT 1 FROM message AS parent
            WHERE parent.conversation_id = message.conversation_id AND parent.id = message.parent_id));
    UPDATE conversation SET context_start = NULL WHERE context_start IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM message WHERE message.conversation_id = conversation.id AND message.id = context_start);
    UPDATE message SET chosen = 1 WHERE id IN (
        SELECT coalesce(max(message.id) FILTER (WHERE shown.id IS NOT NULL), max(message.id))
        FROM message LEFT JOIN temp.shown USING (id) GROUP BY conversation_id, ifnull(parent_id, 0));
    DROP TABLE temp.shown;
"""


def salvage(damaged: Path, target: apsw.Connection, *, key: bytes | None = None) -> int:
    """Add every readable conversation, message and window state of a damaged file to a store of the newest schema.

    Rows replace those with the same id: they are as new or newer. The damaged file is only read.

    Args:
        damaged: The damaged file, with its log beside it.
        key: What the damaged file is encrypted with.
        target: An open store, for example a copy of the newest backup.

    Returns:
        How many rows were read.

    Raises:
        apsw.Error: The target can't be written; nothing was added.
    """
    if not damaged.is_file() or damaged.stat().st_size == 0:
        return 0
    source = connect(damaged, key=key)
    try:
        # Closing must not move the log into the file: both are kept as they are.
        source.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        source.execute("PRAGMA query_only = ON")
        rows = {table: _readable(source, table, _columns(target, table)) for table in _TABLES}
        rows["state"] = _readable_state(source)
    finally:
        source.close()
    count = sum(len(found) for found in rows.values())
    if count:
        _insert(target, rows)
    return count


def _columns(connection: apsw.Connection, table: str) -> list[str]:
    return [str(name) for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))]


def _readable(source: apsw.Connection, table: str, wanted: list[str]) -> list[dict[str, Any]]:
    try:
        columns = [column for column in _columns(source, table) if column in wanted]
        largest = _largest_id(source, table)
    except (apsw.Error, UnicodeDecodeError):
        return []
    if "id" not in columns:
        return []
    # Damaged text must not stop the rest; texts are bytes here and decoded one by one.
    selected = ", ".join(
        f"CASE typeof({column}) WHEN 'text' THEN CAST({column} AS BLOB) ELSE {column} END" for column in columns
    )
    sql = f"SELECT {selected} FROM {table} NOT INDEXED WHERE id = ?"  # noqa: S608 - names of our own schema
    found = []
    for id_ in range(1, largest + 1):
        try:
            row = source.execute(sql, (id_,)).fetchone()
        except (*DAMAGE, apsw.SQLError):
            continue
        if row is not None:
            values = (stored(value) if isinstance(value, bytes) else value for value in row)
            found.append(dict(zip(columns, values, strict=True)))
    return found


def _readable_state(source: apsw.Connection) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    try:
        for key, value in source.execute("SELECT CAST(key AS BLOB), CAST(value AS BLOB) FROM state"):
            found.append({"key": stored(key), "value": stored(value)})
    except (*DAMAGE, apsw.SQLError, UnicodeDecodeError):
        # What came before the broken page is kept.
        return found
    return found


def _largest_id(source: apsw.Connection, table: str) -> int:
    largest = 0
    for sql in (
        f"SELECT seq FROM sqlite_sequence WHERE name = '{table}'",  # noqa: S608 - names of our own schema
        f"SELECT max(id) FROM {table} NOT INDEXED",  # noqa: S608 - names of our own schema
    ):
        try:
            value = source.execute(sql).fetchone()
        except (*DAMAGE, apsw.SQLError):
            continue
        if value is not None and isinstance(value[0], int) and value[0] <= _LARGEST_ID:
            largest = max(largest, value[0])
    return largest


def _insert(target: apsw.Connection, rows: dict[str, list[dict[str, Any]]]) -> None:
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN IMMEDIATE")
    try:
        target.execute("CREATE TEMP TABLE shown (id INTEGER PRIMARY KEY)")
        target.execute("INSERT INTO temp.shown SELECT id FROM message WHERE chosen")
        target.execute("UPDATE message SET chosen = 0")
        for table, found in rows.items():
            for row in found:
                _insert_row(target, table, row)
        target.execute(_MEND)
        target.execute("COMMIT")
    except BaseException:
        if target.in_transaction:
            target.execute("ROLLBACK")
        raise
    finally:
        target.execute("PRAGMA foreign_keys = ON")


def _insert_row(target: apsw.Connection, table: str, row: dict[str, Any]) -> None:
    chosen = row.get("chosen")
    if table == "message":
        row = {**row, "chosen": 0}
    sql = f"INSERT OR REPLACE INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"  # noqa: S608 - ours
    try:
        target.execute(sql, tuple(row.values()))
    except (apsw.ConstraintError, apsw.MismatchError):
        # A row with values that no message can have was part of the damage.
        return
    if table == "message":
        sql = "INSERT OR IGNORE INTO temp.shown VALUES (?)" if chosen else "DELETE FROM temp.shown WHERE id = ?"
        target.execute(sql, (row["id"],))
