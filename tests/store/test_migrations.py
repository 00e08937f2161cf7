from __future__ import annotations

import hashlib

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import Role, Store
from assistant.store.backups import backups
from assistant.store.database import connect
from assistant.store.migrations import MIGRATIONS, Migration, applied

EARLIER = {MIGRATIONS[count - 1].name: count for count in range(1, len(MIGRATIONS))}
FUTURE = (*MIGRATIONS, Migration("2099-01 mood", "ALTER TABLE conversation ADD COLUMN mood TEXT NOT NULL DEFAULT ''"))
BROKEN = (
    *MIGRATIONS,
    Migration("2099-01 broken", "CREATE TABLE extra (x TEXT) STRICT; INSERT INTO nowhere VALUES (1)"),
)
ORPHANING = (*MIGRATIONS, Migration("2099-01 orphaning", "DELETE FROM conversation"))


def names(path):
    connection = connect(path, read_only=True)
    try:
        return applied(connection)
    finally:
        connection.close()


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fill(store):
    one = store.create_conversation(title="Bread")
    store.add_message(one.id, parent_id=None, role=Role.USER, text="How long?")
    return one.id


def fill_earlier(path):
    """As a program of an earlier version did, whose tables lacked what came later."""
    connection = connect(path)
    try:
        connection.execute(
            """INSERT INTO conversation (id, title, system_text, created_at, updated_at) VALUES (1, 'Bread', '', 5, 5);
               INSERT INTO message (conversation_id, chosen, role, state, length, created_at, model, text)
               VALUES (1, 1, 'user', 'complete', 9, 5, '', 'How long?')"""
        )
    finally:
        connection.close()
    return 1


def test_a_new_store_has_had_every_migration_and_needs_no_backup(path):
    Store.open(path).close()
    assert names(path) == [migration.name for migration in MIGRATIONS]
    assert backups(path) == []


def test_names_of_migrations_are_unique():
    assert len({migration.name for migration in MIGRATIONS}) == len(MIGRATIONS)


@pytest.mark.parametrize("count", EARLIER.values(), ids=EARLIER.keys())
def test_an_earlier_schema_is_brought_up_to_date_with_its_content(path, count):
    Store.open(path, migrations=MIGRATIONS[:count]).close()
    conversation_id = fill_earlier(path)
    with Store.open(path) as store:
        assert [message.text for message in store.path_messages(conversation_id)] == ["How long?"]
        store.set_state("key", "value")
        assert store.get_state("key") == "value"
        assert store.notices == []
    assert names(path) == [migration.name for migration in MIGRATIONS]


@pytest.mark.parametrize("count", EARLIER.values(), ids=EARLIER.keys())
def test_an_earlier_schema_is_backed_up_before_it_is_changed(path, count):
    Store.open(path, migrations=MIGRATIONS[:count]).close()
    conversation_id = fill_earlier(path)
    Store.open(path).close()
    (backup,) = backups(path)
    assert backup.parent == path.parent / "backups"
    assert names(backup) == [migration.name for migration in MIGRATIONS[:count]]
    with Store.open(backup, read_only=True, migrations=MIGRATIONS[:count]) as kept:
        assert [message.text for message in kept.path_messages(conversation_id)] == ["How long?"]


def test_what_another_program_has_only_in_the_log_is_in_the_backup_too(path):
    with Store.open(path) as running:
        conversation_id = fill(running)
        assert path.with_name("conversations.db-wal").stat().st_size > 0
        with Store.open(path, migrations=FUTURE):
            pass
    (backup,) = backups(path)
    with Store.open(backup, read_only=True) as kept:
        assert [message.text for message in kept.path_messages(conversation_id)] == ["How long?"]


def test_opening_an_up_to_date_store_makes_no_backup(path):
    for _ in range(2):
        Store.open(path).close()
    assert backups(path) == []


def test_each_migration_makes_its_own_backup_and_keeps_the_earlier_ones(path):
    Store.open(path, migrations=MIGRATIONS[:1]).close()
    Store.open(path).close()
    Store.open(path, migrations=FUTURE).close()
    assert [len(names(backup)) for backup in backups(path)] == [len(MIGRATIONS), 1]


@pytest.mark.parametrize("read_only", [False, True])
def test_a_newer_schema_is_refused_and_left_untouched(path, read_only):
    with Store.open(path, migrations=FUTURE) as newer:
        fill(newer)
    before = digest(path)
    with pytest.raises(StoreError, match="newer Thimble; install the newest version"):
        Store.open(path, read_only=read_only)
    assert digest(path) == before
    assert backups(path) == []
    with Store.open(path, migrations=FUTURE) as newer:
        assert len(newer.conversations()) == 1


@pytest.mark.parametrize("migrations", [BROKEN, ORPHANING], ids=["failing", "orphaning"])
def test_a_migration_that_fails_leaves_the_store_as_it_was(path, migrations):
    with Store.open(path) as store:
        conversation_id = fill(store)
    with pytest.raises(StoreError):
        Store.open(path, migrations=migrations)
    assert names(path) == [migration.name for migration in MIGRATIONS]
    with Store.open(path) as store:
        assert len(store.path(conversation_id)) == 1
        tables = {name for (name,) in store._database.query("SELECT name FROM sqlite_schema")}
        assert "extra" not in tables
    assert len(backups(path)) == 1


def test_no_migration_without_a_backup(path):
    Store.open(path, migrations=MIGRATIONS[:1]).close()
    fill_earlier(path)
    path.with_name("backups").write_text("in the way")
    with pytest.raises(StoreError, match="no backup could be made"):
        Store.open(path)
    assert names(path) == [MIGRATIONS[0].name]


def test_a_backup_that_can_not_be_written_whole_is_removed_and_stops_the_migration(path, faults):
    Store.open(path, migrations=MIGRATIONS[:1]).close()
    fill_earlier(path)
    before = digest(path)
    faults.writes_left = 5
    with pytest.raises(StoreError, match="no backup could be made"):
        Store.open(path)
    faults.writes_left = None
    assert digest(path) == before
    assert list(path.with_name("backups").iterdir()) == []
    with Store.open(path) as store:
        assert applied(store._database.connection) == [migration.name for migration in MIGRATIONS]


def test_reading_only_does_not_migrate(path):
    Store.open(path, migrations=MIGRATIONS[:1]).close()
    before = digest(path)
    with pytest.raises(StoreError, match="older Thimble; start the window once"):
        Store.open(path, read_only=True)
    assert digest(path) == before


def test_a_database_without_any_table_becomes_a_store(path):
    path.parent.mkdir()
    connection = apsw.Connection(str(path))
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    with Store.open(path) as store:
        fill(store)
        assert store.notices == []


def test_a_backup_on_request_is_whole_while_the_store_is_in_use(store, path):
    conversation_id = fill(store)
    backup = store.back_up()
    fill(store)
    with Store.open(backup, read_only=True) as kept:
        assert [one.id for one in kept.conversations()] == [conversation_id]
    assert backups(path) == [backup]
