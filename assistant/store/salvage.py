"""Reading what can still be read from a damaged store into a whole one.

Every page is looked at by itself, as SQLite's own `.recover` does: a row comes back when the page it lies on is whole,
whatever became of the pages that led there, of the schema or of the file's beginning. Which table a row belongs to is
told by its columns.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from assistant.store.cells import TABLE_LEAF, Row, children, rows, start_of
from assistant.store.database import Value
from assistant.store.pages import PAGE_BYTES, Pages

_LEAST_COLUMNS = {"message": 18, "conversation": 10, "folder": 3, "document": 3, "summary": 4}
"""What the first schema had; later ones only add columns at the end."""

_ROLES = ("user", "assistant")
_PAGES_BETWEEN_REPORTS = 200
_LARGEST_ID = 1 << 53
"""A damaged id beyond this is not believed: the next one has to fit as well."""

_KINDS: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "REAL": (int, float), "BLOB": (bytes,)}
_ONLY_WHOLE = ("document", "summary")
"""Packed: half of one is nothing."""

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
    DELETE FROM summary WHERE document NOT IN (SELECT hash FROM document)
        OR conversation_id NOT IN (SELECT id FROM conversation);
    DELETE FROM document WHERE hash NOT IN (SELECT document FROM summary);
"""


@dataclass(frozen=True, slots=True)
class _Column:
    name: str
    kinds: tuple[type, ...]
    may_be_null: bool


def salvage(
    damaged: Path,
    target: apsw.Connection,
    *,
    key: bytes | None = None,
    report: Callable[[float], None] = lambda share: None,
) -> int:
    """Add every readable conversation, message, folder and window state of a damaged file to a store.

    Rows replace those with the same id: they are as new or newer. The damaged file is only read. Takes some 20 seconds
    for a million messages.

    Args:
        damaged: The damaged file, with its log beside it.
        key: What the damaged file is encrypted with.
        target: An open store of the newest schema, for example a copy of the newest backup.
        report: Told the share that is done, from 0 to 1, many times a second.

    Returns:
        How many rows were read.

    Raises:
        apsw.Error: The target can't be written; nothing was added.
        OSError: The damaged file can't be opened.
    """
    if not damaged.is_file() or damaged.stat().st_size == 0:
        return 0
    with Pages(damaged, key) as pages:
        target.execute("PRAGMA foreign_keys = OFF")
        target.execute("BEGIN IMMEDIATE")
        try:
            count = _add_rows(pages, target, report)
            target.execute("COMMIT")
        except BaseException:
            if target.in_transaction:
                target.execute("ROLLBACK")
            raise
        finally:
            target.execute("PRAGMA foreign_keys = ON")
    return count


def _add_rows(pages: Pages, target: apsw.Connection, report: Callable[[float], None]) -> int:
    target.execute("CREATE TEMP TABLE shown (id INTEGER PRIMARY KEY)")
    target.execute("INSERT INTO temp.shown SELECT id FROM message WHERE chosen")
    target.execute("UPDATE message SET chosen = 0")
    tables = {table: _columns(target, table) for table in _LEAST_COLUMNS}
    count = 0
    for place, number in enumerate(_in_order(pages)):
        if place % _PAGES_BETWEEN_REPORTS == 0:
            report(place / pages.count)
        page = pages.read(number)
        if page is None:
            continue
        is_table = page[start_of(number)] == TABLE_LEAF
        for row in rows(pages, number, page):
            count += _add_table_row(target, tables, row) if is_table else _add_state(target, row)
    target.execute(_MEND)
    return count


def _in_order(pages: Pages) -> list[int]:
    """Return the numbers of the pages to be read, the ones to be believed least first."""
    referenced: set[int] = set()
    first: bytes | None = None
    for number in range(1, pages.count + 1):
        page = pages.read(number)
        if page is None:
            continue
        if number == 1:
            first = page
        referenced.update(children(number, page))
    free = _free_pages(pages, first) if first is not None else set()
    if free & referenced:
        # One of the two is damaged: what was deleted may come back, what was not must not be lost.
        free = set()
    numbers = [number for number in range(1, pages.count + 1) if number not in free]
    return sorted(numbers, key=lambda number: number in referenced)


def _free_pages(pages: Pages, first: bytes) -> set[int]:
    """Return the pages that hold nothing but what was deleted; none if the list of them is damaged."""
    trunk, expected = (int.from_bytes(first[at : at + 4], "big") for at in (32, 36))
    free: set[int] = set()
    while trunk:
        page = pages.read(trunk)
        if page is None or trunk in free:
            return set()
        free.add(trunk)
        trunk, size = (int.from_bytes(page[at : at + 4], "big") for at in (0, 4))
        if size > PAGE_BYTES // 4 - 2:
            return set()
        leaves = {int.from_bytes(page[8 + 4 * place : 12 + 4 * place], "big") for place in range(size)}
        if len(leaves) < size or leaves & free or not all(1 < leaf <= pages.count for leaf in leaves):
            return set()
        free |= leaves
    return free if len(free) == expected else set()


def _columns(target: apsw.Connection, table: str) -> list[_Column]:
    found = target.execute("""SELECT name, type, "notnull", pk FROM pragma_table_info(?)""", (table,))
    # The id is the row's own and not kept among the columns.
    return [
        _Column(str(name), () if _is_id(kind, pk) else _KINDS[str(kind)], _is_id(kind, pk) or not (given or pk))
        for name, kind, given, pk in found
    ]


def _is_id(kind: object, pk: object) -> bool:
    """Tell whether a column is the row's id under another name."""
    return bool(pk) and kind == "INTEGER"


def _add_table_row(target: apsw.Connection, tables: dict[str, list[_Column]], row: Row) -> int:
    if not 0 < row.rowid < _LARGEST_ID:
        return 0
    match row.values:
        case [str(table), int(largest)] if table in tables and 0 < largest < _LARGEST_ID:
            # Ids of what was deleted are never given to something else.
            sql = "UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?"
            target.execute(sql, (largest, table))
            if not target.changes():
                target.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, largest))
            return 0
    for table, columns in tables.items():
        if _belongs(row, table, columns):
            if table in _ONLY_WHOLE and not row.whole:
                return 0
            values: dict[str, Any] = dict(zip((column.name for column in columns), row.values, strict=False))
            ids = {column.name: row.rowid for column in columns if not column.kinds}
            return _insert(target, table, values | ids, whole=row.whole)
    return 0


def _belongs(row: Row, table: str, columns: list[_Column]) -> bool:
    if not _LEAST_COLUMNS[table] <= len(row.values) <= len(columns):
        return False
    for value, column in zip(row.values, columns, strict=False):
        if value is None:
            if not column.may_be_null:
                return False
        elif not isinstance(value, column.kinds):
            return False
    return table != "message" or row.values[4] in _ROLES


def _insert(target: apsw.Connection, table: str, row: dict[str, Any], *, whole: bool) -> int:
    chosen = row.get("chosen")
    if table == "message":
        row = {**row, "chosen": 0, "length": len(row["text"])}
        if not whole and row["state"] == "complete":
            row["state"] = "interrupted"
    if table == "conversation" and row.get("uid") is not None and _is_taken(target, row):
        row["uid"] = None
    # What is cut off never stands in the way of what is not.
    verb = "INSERT OR REPLACE" if whole else "INSERT OR IGNORE"
    sql = f"{verb} INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    try:
        target.execute(sql, tuple(row.values()))
    except (apsw.ConstraintError, apsw.MismatchError):
        # A row with values that none can have was part of the damage.
        return 0
    if table == "message":
        sql = "INSERT OR IGNORE INTO temp.shown VALUES (?)" if chosen else "DELETE FROM temp.shown WHERE id = ?"
        target.execute(sql, (row["id"],))
    return 1


def _is_taken(target: apsw.Connection, row: dict[str, Any]) -> bool:
    found = target.execute("SELECT 1 FROM conversation WHERE uid = ? AND id <> ?", (row["uid"], row["id"]))
    return found.fetchone() is not None


def _add_state(target: apsw.Connection, row: Row) -> int:
    values: list[Value] = row.values
    if len(values) != 2 or not row.whole or not all(isinstance(value, str) for value in values):
        return 0
    target.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", values)
    return 1
