"""Files that are broken, foreign or made to do harm."""

import json
import os
import random
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.exchange import reading, sources
from assistant.exchange.importing import import_files
from assistant.jobs import CancelToken
from assistant.store import Store
from tests.exchange.conftest import FILES, talk
from tests.exchange.gpt4all_files import Item, Part, chat_file

THINKING = Part("Response: ", "", [Part("Think: ", "hm"), Part("ToolCall: ", "x", arguments=[("code", "1")])])
SEEDS = {
    "chatgpt.json": (FILES / "chatgpt.json").read_bytes(),
    "open_webui.json": (FILES / "open_webui.json").read_bytes(),
    "x.conversation.json": (FILES / "lm_studio/1732000000000.conversation.json").read_bytes(),
    "messages.jsonl": (FILES / "jan/threads/jan_1732530000/messages.jsonl").read_bytes(),
    "old.chat": chat_file([Item("Prompt: ", "?"), Item("Response: ", "!", sources=["s"])], version=7, state=b"abc"),
    "new.chat": chat_file([Item("Prompt: ", "?"), Item("Response: ", "!", parts=[THINKING])], version=13),
}


def imported(store, *paths, cancel=None):
    *_, last = import_files(lambda: Store.beside(store), paths, cancel or CancelToken())
    return last


def check_whole(path):
    with Store.open(path, read_only=True) as store:
        assert store._database.query("PRAGMA foreign_key_check") == []
        for id_ in store.conversation_ids():
            # Every message is reached, and exactly one of each group is chosen.
            groups = {}
            for message, chosen in store.tree(id_):
                groups.setdefault(message.parent_id, []).append(chosen)
            assert all(sum(group) == 1 for group in groups.values())


def damaged(data, chance):
    data = bytearray(data)
    for _ in range(chance.randrange(1, 6)):
        if not data:
            break
        at = chance.randrange(len(data))
        match chance.randrange(5):
            case 0:
                data[at] = chance.randrange(256)
            case 1:
                del data[at : at + chance.randrange(1, 40)]
            case 2:
                data[at:at] = data[at : at + chance.randrange(1, 200)]
            case 3:
                data[at:at] = chance.choice([b"{", b"}", b"[", b"]", b'"', b"null", b"-1e999", b"\x00", b"\xff" * 8])
            case _:
                del data[at:]
    return bytes(data)


def fuzz(tmp_path, seeds):
    path = tmp_path / "conversations.db"
    Store.open(path).close()
    own = tmp_path / "own.json"
    with Store.open(path) as store:
        talk(store, "Lighthouses", "How tall?", "100 m")
    for seed in seeds:
        chance = random.Random(seed)
        name, data = chance.choice(sorted(SEEDS.items()))
        own.write_bytes(b"")
        file = tmp_path / name
        file.write_bytes(damaged(data, chance))
        if chance.random() < 0.3:
            with zipfile.ZipFile(tmp_path / "made.zip", "w", chance.choice([zipfile.ZIP_STORED, 8, 12, 14])) as made:
                made.write(file, f"folder/{name}")
            file = tmp_path / "made.zip"
            file.write_bytes(damaged(file.read_bytes(), chance))
        imported(path, file)
    check_whole(path)


def test_damaged_files_of_every_format_are_survived(tmp_path):
    fuzz(tmp_path, range(300))


@pytest.mark.soak
def test_many_damaged_files_of_every_format_are_survived(tmp_path):
    fuzz(tmp_path, range(1_000, 40_000))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
NAMES = [
    "mapping",
    "message",
    "parent",
    "children",
    "author",
    "role",
    "content",
    "content_type",
    "parts",
    "status",
    "metadata",
    "create_time",
    "title",
    "id",
    "chat",
    "history",
    "messages",
    "currentId",
    "parentId",
    "childrenIds",
    "timestamp",
    "versions",
    "currentlySelected",
    "steps",
    "type",
    "text",
    "createdAt",
    "name",
    "format",
    "version",
    "folders",
    "conversations",
    "uid",
    "created_at",
    "updated_at",
    "chosen",
    "state",
    "stats",
    "folder",
    "context_start",
]
shaped = st.recursive(
    json_values | st.sampled_from(["user", "assistant", "text", "contentBlock", "thimble-conversations", 1, -1, 0]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6),
    max_leaves=25,
)
outermost = st.one_of(
    st.dictionaries(st.sampled_from(NAMES), shaped, max_size=8),
    st.lists(
        st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, shaped))
        | st.fixed_dictionaries({"mapping": st.dictionaries(st.text(max_size=2), shaped, max_size=4)})
        | st.fixed_dictionaries(
            {"chat": st.fixed_dictionaries({"history": st.fixed_dictionaries({"messages": shaped})})}
        ),
        max_size=3,
    ),
    st.fixed_dictionaries(
        {
            "format": st.just("thimble-conversations"),
            "version": st.just(1),
            "conversations": st.lists(shaped, max_size=3),
        }
    ),
)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=70)
@given(value=outermost)
def test_members_of_the_wrong_kind_are_survived(tmp_path_factory, value):
    folder = tmp_path_factory.mktemp("hostile")
    path = folder / "conversations.db"
    Store.open(path).close()
    file = folder / "made.json"
    file.write_text(json.dumps(value), encoding="utf-8", errors="replace")
    imported(path, file)
    check_whole(path)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 5_000,
        b"hello",
        b"SQLite format 3\x00" + b"x" * 50,
        b"null",
        b"[]",
        b"{}",
        b"%PDF-1.7",
        b"PK\x03\x04",
    ],
)
def test_foreign_files_are_named_and_nothing_else_happens(take, tmp_path, data):
    file = tmp_path / "holiday.json"
    file.write_bytes(data)
    result = take(file)
    assert (result.new, result.unreadable) == (0, 0)
    assert result.foreign == ("holiday.json",) or result.failure is not None


def test_one_bad_file_among_many_does_not_keep_the_others_out(take, files, tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    result = take(tmp_path / "notes.txt", files / "chatgpt.json", tmp_path / "missing.json", files / "open_webui.json")
    assert (result.new, result.foreign) == (2, ("notes.txt",))
    assert "missing.json" in result.failure.sentence


def test_one_damaged_file_in_an_archive_does_not_keep_the_others_out(take, files, tmp_path):
    archive = tmp_path / "made.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("a.json", b'[{"mapping": "' + b"x" * 100)
        made.write(files / "chatgpt.json", "b.json")
    data = archive.read_bytes()
    # Its checksum no longer fits.
    archive.write_bytes(data.replace(b"x" * 100, b"y" * 100))
    result = take(archive)
    assert result.new == 1
    assert "a.json" in result.failure.sentence


def test_an_archive_that_unpacks_without_end_is_left(take, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "LARGEST_UNPACKED", 3_000_000)
    archive = tmp_path / "bomb.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("conversations.json", b"[" + b" " * 20_000_000 + b"]")
    assert archive.stat().st_size < 30_000
    assert take(archive).failure is not None


def test_a_locked_archive_is_said_to_be_unreadable(take, tmp_path):
    archive = tmp_path / "locked.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("conversations.json", "[]")
    data = bytearray(archive.read_bytes())
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(data)
    assert "conversations.json" in take(archive).failure.sentence


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes of POSIX")
def test_a_pipe_in_a_folder_is_passed_over(take, tmp_path):
    folder = tmp_path / "threads"
    folder.mkdir()
    os.mkfifo(folder / "messages.jsonl")
    assert take(folder).new == 0


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links")
def test_a_folder_that_contains_itself_ends(take, files, tmp_path):
    folder = tmp_path / "loop"
    folder.mkdir()
    (folder / "chat.json").write_bytes((files / "chatgpt.json").read_bytes())
    (folder / "again").symlink_to(folder, target_is_directory=True)
    assert take(folder).new == 1


def test_twenty_thousand_messages_one_below_the_other_come_in(take, store, tmp_path):
    mapping = {}
    for number in range(20_000):
        role = "assistant" if number % 2 else "user"
        content = {"content_type": "text", "parts": [f"{number}"]}
        mapping[str(number)] = {"parent": str(number - 1), "message": {"author": {"role": role}, "content": content}}
    file = tmp_path / "deep.json"
    file.write_text(json.dumps([{"title": "Deep", "mapping": mapping, "current_node": "19999"}]))
    assert take(file).messages == 20_000


def test_sizes_in_a_chat_file_that_promise_more_than_there_is_are_no_danger(take, tmp_path):
    data = chat_file([Item("Prompt: ", "?"), Item("Response: ", "!", parts=[THINKING])], version=13)
    for at in range(8, len(data) - 8):
        file = tmp_path / "big.chat"
        file.write_bytes(data[:at] + struct.pack(">q", 2**62) + data[at + 8 :])
        take(file)


def test_parts_nested_without_end_are_no_danger(take, tmp_path):
    part = Part("Response: ", "x")
    for _ in range(200):
        part = Part("Response: ", "x", [part])
    file = tmp_path / "deep.chat"
    file.write_bytes(chat_file([Item("Prompt: ", "?"), Item("Response: ", "!", parts=[part])], version=13))
    result = take(file)
    assert (result.messages, result.unreadable) == (1, 1)


def test_an_object_of_many_small_members_does_not_fill_the_memory(take, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_VALUES", 10_000)
    file = tmp_path / "map.json"
    file.write_bytes(b'{"features": [' + b"[[]]," * 50_000 + b"[]]}")
    tracemalloc.start()
    assert take(file).foreign == ("map.json",)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 5_000_000


def test_cancelling_ends_it_also_where_there_is_no_conversation(take, tmp_path):
    file = tmp_path / "long.json"
    file.write_bytes(b"[" + b"1," * 200_000 + b"1]")
    cancel = CancelToken()
    cancel.cancel()
    result = take(file, cancel=cancel)
    assert (result.cancelled, result.foreign) == (True, ())


def test_what_was_imported_before_it_was_cancelled_stays(store, path, files):
    cancel = CancelToken()
    events = import_files(lambda: Store.beside(path), [files / "chatgpt.json", Path(files / "open_webui.json")], cancel)
    next(events)
    cancel.cancel()
    *_, result = events
    assert (result.new, result.cancelled) == (1, True)
    assert len(store.conversation_ids()) == 1
