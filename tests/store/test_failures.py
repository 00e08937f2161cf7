from __future__ import annotations

import errno
import os

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import MessageState, Role, Store
from assistant.store.failures import store_error


@pytest.fixture
def store(faults, path):
    """A store on a disk that can fail."""
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def answer(store):
    """A streaming answer."""
    conversation_id = store.create_conversation().id
    message = store.add_message(
        conversation_id, parent_id=None, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
    )
    store.update_streaming(message.id, "before")
    return message


def text_of(store, message_id):
    (message,) = store.messages([message_id])
    return message.text


WRITES = {
    "create_conversation": lambda store, message: store.create_conversation(),
    "add_message": lambda store, message: store.add_message(
        message.conversation_id, parent_id=message.id, role=Role.USER, text="x"
    ),
    "update_streaming": lambda store, message: store.update_streaming(message.id, "x"),
    "finish_message": lambda store, message: store.finish_message(message.id, text="x", state=MessageState.COMPLETE),
    "reopen_streaming": lambda store, message: store.reopen_streaming(message.id),
    "choose_alternative": lambda store, message: store.choose_alternative(message.id),
    "close_interrupted": lambda store, message: store.close_interrupted(),
    "rename": lambda store, message: store.rename(message.conversation_id, "x"),
    "set_draft": lambda store, message: store.set_draft(message.conversation_id, "x"),
    "set_state": lambda store, message: store.set_state("key", "x"),
    "delete_conversation": lambda store, message: store.delete_conversation(message.conversation_id),
    "delete_conversations": lambda store, message: store.delete_conversations([message.conversation_id]),
    "archive_conversations": lambda store, message: store.archive_conversations([message.conversation_id], True),
    "pin_conversations": lambda store, message: store.pin_conversations([message.conversation_id], True),
    "create_folder": lambda store, message: store.create_folder("x"),
    "replace_title": lambda store, message: store.replace_title(message.conversation_id, "", "x"),
}


def everything(store):
    connection = store._database.connection
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}  # noqa: S608 - ours


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES.keys())
def test_a_write_to_a_full_disk_is_one_sentence_changes_nothing_and_works_again_with_space(
    store, answer, faults, write
):
    before = everything(store)
    faults.on_write = apsw.FullError
    with pytest.raises(StoreError, match="The disk is full"):
        write(store, answer)
    assert everything(store) == before
    faults.on_write = None
    write(store, answer)


@pytest.mark.parametrize("writes_left", range(12))
def test_a_disk_that_fills_up_in_the_middle_of_a_long_write_leaves_the_old_text(store, answer, faults, writes_left):
    faults.writes_left = writes_left
    with pytest.raises(StoreError, match="The disk is full"):
        store.update_streaming(answer.id, "x" * 500_000)
    assert text_of(store, answer.id) == "before"
    faults.writes_left = None
    store.update_streaming(answer.id, "after")
    assert text_of(store, answer.id) == "after"


@pytest.mark.parametrize("fault", [apsw.IOError, apsw.FullError])
def test_everything_before_a_failed_write_is_there_after_opening_again(path, answer, store, faults, fault):
    faults.on_write = fault
    with pytest.raises(StoreError):
        store.update_streaming(answer.id, "lost, and said so")
    faults.on_write = None
    store.close()
    with Store.open(path) as again:
        assert text_of(again, answer.id) == "before"
        assert again.notices == []


def test_a_failing_disk_is_one_sentence_and_the_store_works_afterwards(store, answer, faults):
    faults.on_write = apsw.IOError
    with pytest.raises(StoreError, match="The disk failed"):
        store.update_streaming(answer.id, "x")
    faults.on_write = None
    store.update_streaming(answer.id, "after")
    assert text_of(store, answer.id) == "after"


def test_a_disk_that_can_not_be_read_is_not_taken_for_a_damaged_file(path, faults):
    with Store.open(path) as store:
        store.create_conversation(title="Bread")
    before = path.read_bytes()
    faults.on_read = apsw.IOError
    with pytest.raises(StoreError, match="The disk failed"):
        Store.open(path)
    faults.on_read = None
    assert path.read_bytes() == before
    with Store.open(path) as store:
        assert [one.title for one in store.conversations()] == ["Bread"]


def test_a_disk_that_fills_up_while_a_store_is_made_leaves_nothing_half_made(path, faults):
    faults.writes_left = 3
    with pytest.raises(StoreError, match="The disk is full"):
        Store.open(path)
    assert list(path.parent.iterdir()) == []
    faults.writes_left = None
    with Store.open(path) as store:
        assert store.notices == []


def test_a_disk_that_fills_up_while_a_backup_is_restored_loses_neither(path, faults):
    with Store.open(path) as store:
        store.create_conversation(title="Bread")
        backup = store.back_up()
    kept = backup.read_bytes()
    path.write_bytes(b"damaged " * 1000)
    faults.writes_left = 1
    with pytest.raises(StoreError, match="The disk is full"):
        Store.open(path)
    faults.writes_left = None
    assert backup.read_bytes() == kept
    with Store.open(path) as store:
        assert [one.title for one in store.conversations()] == ["Bread"]
    (aside,) = path.parent.glob("conversations.damaged-*.db")
    assert aside.read_bytes() == b"damaged " * 1000


def test_a_checkpoint_that_fails_loses_nothing(path, answer, store, faults):
    faults.on_sync = apsw.IOError
    for number in range(300):
        try:
            store.update_streaming(answer.id, f"{number} " * 5000)
        except StoreError:
            break
    kept = text_of(store, answer.id)
    faults.on_sync = None
    store.close()
    with Store.open(path) as again:
        assert text_of(again, answer.id) == kept


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as on POSIX")
def test_a_folder_that_can_not_be_written_to_is_named(outsider_folder):
    path = outsider_folder / "conversations.db"
    outsider_folder.chmod(0o500)
    with pytest.raises(StoreError, match=r"can't be (saved|opened)") as caught:
        Store.open(path)
    assert str(outsider_folder) in str(caught.value)


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as on POSIX")
def test_a_store_that_became_read_only_is_refused_for_writing_and_can_be_read(outsider_folder):
    path = outsider_folder / "conversations.db"
    with Store.open(path) as store:
        store.create_conversation(title="Bread")
    path.chmod(0o400)
    outsider_folder.chmod(0o500)
    with pytest.raises(StoreError, match="can't be saved because"):
        Store.open(path)
    with Store.open(path, read_only=True) as store:
        assert [one.title for one in store.conversations()] == ["Bread"]
    assert [file.name for file in outsider_folder.iterdir()] == ["conversations.db"]


def test_a_folder_below_a_file_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"can't be (saved|opened)"):
        Store.open(tmp_path / "file" / "data" / "conversations.db")


@pytest.mark.parametrize(
    ("error", "start"),
    [
        (OSError(errno.ENOSPC, "no space"), "The disk is full"),
        (OSError(errno.EROFS, "read-only"), "Your conversations can't be saved"),
        (PermissionError(errno.EACCES, "denied"), "Your conversations can't be saved"),
        (FileNotFoundError(errno.ENOENT, "missing"), "Your conversations in /x can't be opened"),
        (MemoryError(), "There is not enough memory"),
        (apsw.NoMemError(), "There is not enough memory"),
        (apsw.TooBigError(), "This text is too long"),
        (apsw.CorruptError(), "The file with your conversations is damaged"),
        (apsw.SQLError("no such table"), "Your conversations could not be read or saved"),
    ],
)
def test_every_cause_has_its_sentence(error, start):
    assert str(store_error(error, path="/x")).startswith(start)


@pytest.mark.skipif(os.name != "posix", reason="rights of folders as on POSIX")
def test_rights_taken_away_while_the_store_is_open_lose_nothing(outsider_folder):
    path = outsider_folder / "conversations.db"
    saved = []
    with Store.open(path) as store:
        one = store.create_conversation(title="Bread")
        outsider_folder.chmod(0o500)
        path.chmod(0o400)
        for number in range(20):
            try:
                saved.append(store.add_message(one.id, parent_id=None, role=Role.USER, text=f"{number} " * 500).id)
            except StoreError as error:
                assert "can't be" in error.sentence  # noqa: PT017 - either it is saved, or it is said
        path.chmod(0o600)
        outsider_folder.chmod(0o700)
        saved.append(store.add_message(one.id, parent_id=None, role=Role.USER, text="after").id)
    with Store.open(path) as store:
        assert store.notices == []
        assert {message.id for message in store.messages(saved)} == set(saved)
