import shutil
import zipfile

import pytest

from assistant.store import MessageState
from tests.exchange.conftest import only, shown

SPOKEN = [
    ("user", "Where shall I go?"),
    ("assistant", "By the river."),
    ("user", "And then?"),
    ("assistant", "Up the hi"),
]


@pytest.mark.parametrize(
    "chosen",
    [
        "",
        "threads",
        "threads/jan_1732530000",
        "threads/jan_1732530000/thread.json",
        "threads/jan_1732530000/messages.jsonl",
    ],
)
def test_a_thread_is_read_whichever_part_of_it_is_chosen(take, files, store, chosen):
    result = take(files / "jan" / chosen)
    assert (result.new, result.messages, result.left_out, result.unreadable, result.foreign) == (1, 4, 1, 0, ())
    assert shown(store, only(store)) == SPOKEN
    assert only(store).title == "Walking tour"


def test_the_conversation_keeps_what_it_was(take, files, store):
    take(files / "jan")
    conversation = only(store)
    assert (conversation.pinned, conversation.system_text) == (True, "You are a guide.")
    assert (conversation.created_at, conversation.updated_at) == (1732530000.0, 1732530100.0)
    _, answer, _, stopped = store.path_messages(conversation.id)
    # In milliseconds there, as older versions wrote it.
    assert (answer.model, answer.created_at) == ("llama3.2-1b-instruct", 1732530005.0)
    assert stopped.state is MessageState.CANCELLED


def test_an_archive_of_the_folder_is_read(take, files, store, tmp_path):
    archive = tmp_path / "jan.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for name in ("thread.json", "messages.jsonl"):
            made.write(files / "jan/threads/jan_1732530000" / name, f"threads/jan_1732530000/{name}")
    assert take(archive).new == 1
    assert shown(store, only(store)) == SPOKEN


def test_messages_without_their_thread_are_read(take, files, store, tmp_path):
    shutil.copy(files / "jan/threads/jan_1732530000/messages.jsonl", tmp_path / "messages.jsonl")
    assert take(tmp_path / "messages.jsonl").new == 1
    assert (shown(store, only(store)), only(store).title) == (SPOKEN, "")


def test_a_damaged_line_is_counted_and_the_others_are_read(take, files, store, tmp_path):
    whole = (files / "jan/threads/jan_1732530000/messages.jsonl").read_bytes().split(b"\n")
    (tmp_path / "messages.jsonl").write_bytes(b"\n".join([whole[0], b'{"id": "m2", "thre', *whole[2:]]))
    result = take(tmp_path / "messages.jsonl")
    assert (result.new, result.messages, result.unreadable) == (1, 3, 1)


def test_importing_twice_makes_no_duplicates(take, files):
    take(files / "jan")
    again = take(files / "jan")
    assert (again.new, again.known, again.messages) == (0, 1, 0)
