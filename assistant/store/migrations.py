"""The schema, as named steps that are only ever added to.

A step that has shipped is never edited; a change is a new step at the end. Which steps a file has had is in its
table `migration`.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.store.database import stored

NEWER = QT_TRANSLATE_NOOP(
    "errors",
    "Your conversations in {path} were saved by a newer Thimble; install the newest version to open them, "
    "nothing was changed.",
)


@dataclass(frozen=True, slots=True)
class Migration:
    """One step of the schema.

    Attributes:
        name: What the file remembers it by.
        sql: Statements, run in one transaction with foreign keys off and checked before the commit.
    """

    name: str
    sql: str


MIGRATIONS: tuple[Migration, ...] = (
    Migration(
        "2026-11 conversations and messages",
        # Ids are AUTOINCREMENT: a search index may keep them, and an id in an old backup never means something else.
        # `text` is the last column, so that reading the others never walks a long text's overflow pages; `length` is
        # kept because SQLite's length() stops at a NUL. The composite foreign key keeps parents in one conversation.
        # `chosen` marks one of the messages with the same parent, also on branches that are not shown.
        """
        CREATE TABLE conversation (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            title TEXT NOT NULL,
            titled_by_user INTEGER NOT NULL DEFAULT 0 CHECK (titled_by_user IN (0, 1)),
            pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned IN (0, 1)),
            system_text TEXT NOT NULL,
            draft TEXT NOT NULL DEFAULT '',
            context_start INTEGER REFERENCES message (id) ON DELETE SET NULL,
            created_at REAL NOT NULL,
            updated_at REAL NOT NULL,
            deleted_at REAL
        ) STRICT;
        CREATE INDEX conversation_context_start ON conversation (context_start) WHERE context_start IS NOT NULL;

        CREATE TABLE message (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation_id INTEGER NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
            parent_id INTEGER,
            chosen INTEGER NOT NULL CHECK (chosen IN (0, 1)),
            role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
            state TEXT NOT NULL CHECK (state IN ('complete', 'streaming', 'cancelled', 'failed', 'interrupted')),
            length INTEGER NOT NULL,
            created_at REAL NOT NULL,
            prompt_tokens INTEGER,
            answer_tokens INTEGER,
            prompt_tokens_per_second REAL,
            answer_tokens_per_second REAL,
            seconds_to_first_token REAL,
            reused_tokens INTEGER,
            stop_reason TEXT NOT NULL DEFAULT '',
            model TEXT NOT NULL,
            error TEXT NOT NULL DEFAULT '',
            text TEXT NOT NULL,
            UNIQUE (conversation_id, id),
            FOREIGN KEY (conversation_id, parent_id) REFERENCES message (conversation_id, id)
        ) STRICT;
        CREATE INDEX message_tree ON message (conversation_id, parent_id, id, chosen, role, state, length);
        CREATE UNIQUE INDEX message_chosen ON message (conversation_id, ifnull(parent_id, 0)) WHERE chosen;
        CREATE INDEX message_streaming ON message (id) WHERE state = 'streaming';
        """,
    ),
    Migration(
        "2026-11 window state",
        """
        CREATE TABLE state (
            key TEXT PRIMARY KEY,
            value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        """,
    ),
    Migration(
        "2026-11 folders, kinds and search",
        # `uid` tells a conversation from all others on any computer, so that importing it twice makes no second one.
        # The search index is a file of its own that can be made anew; `search_pending` says what it does not know yet:
        # ids of messages that were written, changed or removed, and of conversations whose titles were, as negative
        # numbers. Answers count once they have ended.
        """
        CREATE TABLE folder (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT NOT NULL,
            created_at REAL NOT NULL
        ) STRICT;
        ALTER TABLE conversation ADD COLUMN folder_id INTEGER REFERENCES folder (id) ON DELETE SET NULL;
        ALTER TABLE conversation ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
        ALTER TABLE conversation ADD COLUMN kind TEXT NOT NULL DEFAULT 'chat'
            CHECK (kind IN ('chat', 'summary', 'translation'));
        ALTER TABLE conversation ADD COLUMN uid TEXT;
        UPDATE conversation SET uid = lower(hex(randomblob(16)));
        CREATE UNIQUE INDEX conversation_uid ON conversation (uid);
        CREATE INDEX conversation_folder ON conversation (folder_id) WHERE folder_id IS NOT NULL;

        CREATE TABLE search_pending (id INTEGER PRIMARY KEY) STRICT;
        INSERT INTO search_pending SELECT id FROM message WHERE state <> 'streaming';
        INSERT INTO search_pending SELECT -id FROM conversation;
        CREATE TRIGGER message_added AFTER INSERT ON message WHEN new.state <> 'streaming' BEGIN
            INSERT OR IGNORE INTO search_pending VALUES (new.id);
        END;
        CREATE TRIGGER message_changed AFTER UPDATE OF text, state ON message WHEN new.state <> 'streaming' BEGIN
            INSERT OR IGNORE INTO search_pending VALUES (new.id);
        END;
        CREATE TRIGGER message_removed AFTER DELETE ON message BEGIN
            INSERT OR IGNORE INTO search_pending VALUES (old.id);
        END;
        CREATE TRIGGER conversation_added AFTER INSERT ON conversation BEGIN
            INSERT OR IGNORE INTO search_pending VALUES (-new.id);
        END;
        CREATE TRIGGER conversation_changed AFTER UPDATE OF title, kind ON conversation BEGIN
            INSERT OR IGNORE INTO search_pending VALUES (-new.id);
        END;
        CREATE TRIGGER conversation_removed AFTER DELETE ON conversation BEGIN
            INSERT OR IGNORE INTO search_pending VALUES (-old.id);
        END;
        """,
    ),
    Migration(
        "2026-11 summaries",
        # A document is kept once and goes with the last conversation that has it; `written` saves asking a model the
        # same again, after a cancel, a restart or for another length.
        """
        CREATE TABLE document (
            hash TEXT PRIMARY KEY,
            content BLOB NOT NULL,
            created_at REAL NOT NULL
        ) STRICT;
        CREATE TABLE summary (
            conversation_id INTEGER PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
            document TEXT NOT NULL REFERENCES document (hash),
            options TEXT NOT NULL,
            result BLOB NOT NULL
        ) STRICT;
        CREATE INDEX summary_document ON summary (document);
        CREATE TABLE written (
            document TEXT NOT NULL REFERENCES document (hash) ON DELETE CASCADE,
            request TEXT NOT NULL,
            answer TEXT NOT NULL,
            prompt_tokens INTEGER NOT NULL,
            answer_tokens INTEGER NOT NULL,
            PRIMARY KEY (document, request)
        ) STRICT, WITHOUT ROWID;
        CREATE TRIGGER summary_removed AFTER DELETE ON summary BEGIN
            DELETE FROM document WHERE hash = old.document
                AND NOT EXISTS (SELECT 1 FROM summary WHERE document = old.document);
        END;
        CREATE TRIGGER summary_changed AFTER UPDATE OF document ON summary WHEN old.document <> new.document BEGIN
            DELETE FROM document WHERE hash = old.document
                AND NOT EXISTS (SELECT 1 FROM summary WHERE document = old.document);
        END;
        """,
    ),
    Migration(
        "2026-11 deleted text",
        # From here on `secure_delete` is on; what was deleted before is erased when nobody waits (`erasing.py`).
        "INSERT INTO state SELECT 'leftovers', '1' WHERE EXISTS (SELECT 1 FROM conversation)",
    ),
)


class ForeignFileError(Exception):
    """A SQLite file that holds something other than conversations."""


def applied(connection: apsw.Connection) -> list[str]:
    """Return the names of the steps a file has had; empty for a file without any table.

    Raises:
        ForeignFileError: It is somebody else's database.
        apsw.Error: It can't be read.
    """
    tables = {str(name) for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    if "migration" in tables:
        rows = connection.execute("SELECT CAST(name AS BLOB) FROM migration ORDER BY rowid")
        return [stored(name) for (name,) in rows]
    if tables:
        raise ForeignFileError(f"tables: {', '.join(sorted(tables))}")
    return []


def pending(connection: apsw.Connection, migrations: tuple[Migration, ...], *, path: object) -> list[Migration]:
    """Return the steps a file still needs.

    Raises:
        StoreError: It has had steps this program doesn't know.
        ForeignFileError: It is somebody else's database.
        apsw.Error: It can't be read.
    """
    names = set(applied(connection))
    known = {migration.name for migration in migrations}
    if unknown := names - known:
        # Steps are only ever added: a newer file has had all of ours as well.
        if not known <= names:
            raise ForeignFileError(f"migrations: {', '.join(sorted(names))}")
        raise StoreError(NEWER, path=path, details=f"unknown migrations: {', '.join(sorted(unknown))}")
    return [migration for migration in migrations if migration.name not in names]


def migrate(connection: apsw.Connection, migrations: tuple[Migration, ...], *, path: object) -> None:
    """Apply the missing steps, each in one transaction.

    Raises:
        StoreError: The file has had steps this program doesn't know.
        ForeignFileError: It is somebody else's database.
        apsw.Error: A step failed; the file is as it was before that step.
    """
    # Within a transaction this setting can't be changed; rebuilding a table needs it off.
    connection.execute("PRAGMA foreign_keys = OFF")
    try:
        for migration in pending(connection, migrations, path=path):
            _apply(connection, migration)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")


def _apply(connection: apsw.Connection, migration: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another program may have applied it while this one waited for the lock.
        if migration.name not in applied(connection):
            connection.execute(
                "CREATE TABLE IF NOT EXISTS migration (name TEXT PRIMARY KEY, applied_at REAL NOT NULL) STRICT"
            )
            connection.execute(migration.sql)
            if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
                raise apsw.ConstraintError(f"{migration.name}: broken references {broken[:5]}")
            connection.execute("INSERT INTO migration VALUES (?, ?)", (migration.name, time.time()))
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
