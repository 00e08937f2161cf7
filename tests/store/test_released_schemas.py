"""Files as every released program has left them: `fixtures/*.sql`, made by the programs of their time."""

from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from assistant.store import MessageState, Role, Store
from assistant.store.backups import listed, verify
from assistant.store.migrations import MIGRATIONS, applied

FIXTURES = sorted(Path(__file__).with_name("fixtures").glob("*.sql"))
KEY = bytes(range(32))


@pytest.fixture(params=FIXTURES, ids=lambda file: file.stem)
def released(request, path):
    """A store in the state of a release."""
    path.parent.mkdir()
    connection = apsw.Connection(str(path))
    connection.execute(request.param.read_text(encoding="utf-8"))
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.close()
    return path


def check(store):
    """Everything the programs had saved is there, and everything works."""
    assert [one.title for one in store.conversations()] == ["Brot, хлеб, パン 🍞", "Lighthouses"]
    bread, lighthouses = store.conversations()
    assert (bread.pinned, bread.titled_by_user, bread.system_text) == (True, True, "Be brief.")
    assert lighthouses.draft == "How tall was\nthe lighthouse"
    question, answer = store.path_messages(bread.id)
    assert question.text == "How long does bread bake?"
    assert answer.text == "About an hour.\n\n- hot\n- then cooler"
    assert answer.stats.answer_tokens_per_second == 88.25
    assert len(store.siblings(answer.id)) == 2
    (other,) = set(store.siblings(answer.id)) - {answer.id}
    store.choose_alternative(other)
    *_, long, failed = store.path_messages(bread.id)
    assert bread.context_start == long.id
    assert long.text == "On what? " + "Details matter. " * 400
    assert (failed.state, failed.error) == (MessageState.FAILED, "The model file gone.gguf can't be opened.")
    assert [message.text for message in store.path_messages(lighthouses.id)] == ["null \0 inside", "cut o"]
    assert store.close_interrupted() == 1
    assert store.get_state("new-chat-draft") == "not yet sent"
    new = store.create_conversation(title="new")
    assert new.id > 4  # an id that was used once is never used again
    store.add_message(new.id, parent_id=None, role=Role.USER, text="and on")
    store.restore_conversation(3)
    assert "Deleted" in [one.title for one in store.conversations()]


def test_it_opens_with_everything_and_works(released):
    with Store.open(released) as store:
        assert store.notices == []
        assert applied(store._database.connection) == [migration.name for migration in MIGRATIONS]
        check(store)
        assert store._database.query("PRAGMA integrity_check") == [("ok",)]
        assert store._database.query("PRAGMA foreign_key_check") == []


def test_it_is_backed_up_before_it_is_changed(released):
    connection = apsw.Connection(str(released))
    before = applied(connection)
    connection.close()
    Store.open(released).close()
    if before == [migration.name for migration in MIGRATIONS]:
        assert listed(released) == []
    else:
        (backup,) = listed(released)
        verify(backup.path, expected=before)


def test_everything_is_read_from_it_even_with_its_beginning_lost(released):
    with released.open("r+b") as file:
        file.write(bytes(4096))
    with Store.open(released) as store:
        assert len(store.notices) == 1
        check(store)


def test_a_backup_of_it_is_restored_into_a_store_of_today(released, tmp_path):
    with Store.open(tmp_path / "new" / "conversations.db", key=KEY) as store:
        store.restore(released)
        check(store)
