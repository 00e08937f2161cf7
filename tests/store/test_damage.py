from __future__ import annotations

import random

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import Role, Store
from assistant.store.backups import backups


def fill(store, count=40):
    one = store.create_conversation(title="Bread")
    parent_id = None
    for number in range(count):
        parent_id = store.add_message(one.id, parent_id=parent_id, role=Role.USER, text=f"{number} " * 50).id
    return one.id


@pytest.fixture
def damaged(path):
    """A store whose file is then damaged by the test."""
    with Store.open(path) as store:
        fill(store)
    return path


def replace(path, content):
    path.unlink()
    path.write_bytes(content)


def to_nothing(path):
    replace(path, b"")


def to_text(path):
    replace(path, b"Dear diary, today was a good day.\n" * 500)


def to_half(path):
    replace(path, path.read_bytes()[: path.stat().st_size // 2])


def to_header_only(path):
    replace(path, path.read_bytes()[:100])


def to_zeros(path):
    replace(path, bytes(path.stat().st_size))


def to_broken_pages(path):
    content = bytearray(path.read_bytes())
    for page in range(1, len(content) // 4096):
        content[page * 4096 : page * 4096 + 64] = bytes(64)
    replace(path, bytes(content))


def to_other_database(path):
    path.unlink()
    other = apsw.Connection(str(path))
    other.execute("CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('bread')")
    other.close()


def to_utf16(path):
    content = bytearray(path.read_bytes())
    content[59] = 2
    replace(path, bytes(content))


def to_a_newer_file_format(path):
    content = bytearray(path.read_bytes())
    content[18] = 9
    replace(path, bytes(content))


def to_unknown_schema_format(path):
    content = bytearray(path.read_bytes())
    content[44:48] = (77).to_bytes(4, "big")
    replace(path, bytes(content))


def to_misspelt_column(path):
    replace(path, path.read_bytes().replace(b"system_text TEXT", b"systel_text TEXT"))


def to_folder(path):
    path.unlink()
    path.mkdir()
    (path / "something").write_text("of the user's")


DAMAGES = [
    to_nothing,
    to_text,
    to_half,
    to_header_only,
    to_zeros,
    to_broken_pages,
    to_other_database,
    to_utf16,
    to_a_newer_file_format,
    to_unknown_schema_format,
    to_misspelt_column,
    to_folder,
]
damages = pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)


@damages
def test_a_damaged_file_is_set_aside_whole_and_a_new_store_works(damaged, damage):
    damage(damaged)
    content = damaged.read_bytes() if damaged.is_file() else None
    with Store.open(damaged) as store:
        (notice,) = store.notices
        exercise(store)
        titles = [one.title for one in store.conversations()]
    (aside,) = damaged.parent.glob("conversations.damaged-*.db")
    assert str(notice).startswith("The file with your conversations was damaged and kept as")
    assert aside.name in str(notice)
    if content is None:
        assert (aside / "something").read_text() == "of the user's"
    else:
        assert aside.read_bytes() == content
    with Store.open(damaged) as store:
        assert store.notices == []
        assert [one.title for one in store.conversations()] == titles


@pytest.mark.parametrize("damage", [to_nothing, to_text, to_zeros, to_header_only, to_other_database, to_folder])
def test_a_file_with_nothing_left_in_it_becomes_an_empty_store(damaged, damage):
    damage(damaged)
    with Store.open(damaged) as store:
        assert "an empty one was started" in str(store.notices[0])
        assert store.conversations() == []


def test_all_that_is_not_damaged_is_saved_from_a_damaged_file(damaged):
    with Store.open(damaged) as store:
        question, second = store.path(1)[:2]
        store.add_message(1, parent_id=question.id, role=Role.ASSISTANT, text="alternative")
        store.choose_alternative(second.id)
        before = store.path_messages(1)
        root = store._database.query("SELECT rootpage FROM sqlite_schema WHERE name = 'message_tree'")[0][0]
    content = bytearray(damaged.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    replace(damaged, bytes(content))
    with Store.open(damaged) as store:
        assert "All that could still be read was saved" in str(store.notices[0])
        assert store.path_messages(1) == before
        assert len(store.siblings(before[1].id)) == 2
        assert [one.title for one in store.conversations()] == ["Bread"]


def test_a_lost_page_of_messages_costs_only_the_messages_on_it(damaged):
    with Store.open(damaged) as store:
        conversation_id = fill(store, 200)
    content = damaged.read_bytes()
    lost = content.index(b"100 100 100 ") // 4096
    replace(damaged, content[: lost * 4096] + bytes(4096) + content[(lost + 1) * 4096 :])
    with Store.open(damaged) as store:
        texts = [int(message.text.split()[0]) for message in store.path_messages(conversation_id)]
        assert 150 < len(texts) < 200
        assert texts == sorted(texts)
        assert (texts[0], texts[-1]) == (0, 199)
        assert 100 not in texts
        assert len(store.path(1)) == 40
        fill(store, 3)


def test_what_is_newer_than_the_backup_is_saved_from_the_damaged_file(damaged):
    with Store.open(damaged) as store:
        store.back_up()
        store.rename(1, "Sourdough")
        store.set_state("draft", "not yet sent")
        newest = store.add_message(1, parent_id=store.path(1)[-1].id, role=Role.USER, text="after the backup")
    to_a_newer_file_format(damaged)
    with Store.open(damaged) as store:
        assert store.path_messages(1)[-1] == newest
        assert store.conversation(1).title == "Sourdough"
        assert store.get_state("draft") == "not yet sent"


def test_a_message_whose_conversation_is_lost_gets_a_conversation(damaged):
    with Store.open(damaged) as store:
        root = store._database.query("SELECT rootpage FROM sqlite_schema WHERE name = 'conversation'")[0][0]
    content = bytearray(damaged.read_bytes())
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    replace(damaged, bytes(content))
    with Store.open(damaged) as store:
        (one,) = store.conversations()
        assert len(store.path(one.id)) == 40
        assert store.create_conversation().id > one.id


@damages
def test_the_newest_backup_takes_the_place_of_a_damaged_file(damaged, damage):
    with Store.open(damaged) as store:
        store.back_up()
        store.create_conversation(title="Second")
        store.back_up()
        store.create_conversation(title="Too late")
    damage(damaged)
    with Store.open(damaged) as store:
        (notice,) = store.notices
        assert {"Bread", "Second"} <= {one.title for one in store.conversations()}
        assert len(store.path(1)) == 40
        fill(store, 3)
    assert "was restored" in str(notice)
    assert len(backups(damaged)) == 2
    assert not list(damaged.parent.glob("*.new"))


def test_a_damaged_backup_is_passed_over_for_an_older_one(damaged):
    with Store.open(damaged) as store:
        store.back_up()
        store.create_conversation(title="Second")
        newest = store.back_up()
    to_half(newest)
    to_text(damaged)
    with Store.open(damaged) as store:
        assert [one.title for one in store.conversations()] == ["Bread"]
        assert "was restored" in str(store.notices[0])
        assert newest.name in store.notices[0].details


def test_two_damages_on_one_day_are_both_kept(damaged):
    to_text(damaged)
    Store.open(damaged).close()
    to_zeros(damaged)
    Store.open(damaged).close()
    assert len(list(damaged.parent.glob("conversations.damaged-*.db"))) == 2


def test_the_log_of_a_damaged_file_is_kept_with_it(damaged):
    log = damaged.with_name("conversations.db-wal")
    to_text(damaged)
    log.write_bytes(b"what was not yet in the file")
    Store.open(damaged).close()
    (aside,) = damaged.parent.glob("conversations.damaged-*.db")
    assert aside.with_name(aside.name + "-wal").read_bytes() == b"what was not yet in the file"


def test_a_log_without_its_file_is_never_played_into_a_new_one(path):
    with Store.open(path) as store:
        fill(store)
        log = path.with_name("conversations.db-wal").read_bytes()
    path.unlink()
    path.with_name("conversations.db-wal").write_bytes(log)
    with Store.open(path) as store:
        assert store.conversations() == []
    (aside,) = path.parent.glob("conversations.damaged-*.db-wal")
    assert aside.read_bytes() == log


# A file that asks for a newer SQLite to write it can still be read.
@pytest.mark.parametrize("damage", [one for one in DAMAGES if one is not to_a_newer_file_format])
def test_reading_only_says_that_the_file_is_damaged_and_leaves_it(damaged, damage):
    damage(damaged)
    before = damaged.read_bytes() if damaged.is_file() else None
    with pytest.raises(StoreError, match="damaged; close Thimble and start it again"):
        Store.open(damaged, read_only=True)
    assert (damaged.read_bytes() if damaged.is_file() else None) == before
    assert not list(damaged.parent.glob("conversations.damaged-*"))


def exercise(store):
    """Read everything and write something."""
    for one in store.conversations():
        store.path_messages(one.id)
    fill(store, 3)


@pytest.mark.parametrize("seed", range(40))
def test_random_flips_never_break_opening_or_reading_and_nothing_is_deleted(damaged, seed):
    chance = random.Random(seed)
    content = bytearray(damaged.read_bytes())
    for _ in range(chance.choice([1, 3, 30, 1000])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    replace(damaged, bytes(content))
    with Store.open(damaged) as store:
        exercise(store)
        asides = list(damaged.parent.glob("conversations.damaged-*.db"))
        assert len(store.notices) == len(asides)
        if asides:
            assert asides[0].read_bytes() == bytes(content)
        else:
            assert len(store.path(1)) == 40


@pytest.mark.parametrize("seed", range(10))
def test_a_file_cut_anywhere_never_breaks_opening(damaged, seed):
    whole = damaged.read_bytes()
    cut = whole[: random.Random(seed).randrange(len(whole))]
    replace(damaged, cut)
    with Store.open(damaged) as store:
        exercise(store)
        assert store.notices
    (aside,) = damaged.parent.glob("conversations.damaged-*.db")
    assert aside.read_bytes() == cut


@pytest.mark.parametrize("seed", range(10))
def test_a_damaged_log_never_breaks_opening(path, seed):
    chance = random.Random(seed)
    log = path.with_name("conversations.db-wal")
    with Store.open(path) as store:
        fill(store)
        content, logged = path.read_bytes(), bytearray(log.read_bytes())
    for _ in range(20):
        logged[chance.randrange(len(logged))] ^= 1 << chance.randrange(8)
    replace(path, content)
    log.write_bytes(bytes(logged))
    with Store.open(path) as store:
        exercise(store)


def test_a_flipped_bit_inside_a_text_costs_one_character_not_the_conversation(damaged):
    content = damaged.read_bytes()
    assert b"7 7 7 7 " in content
    replace(damaged, content.replace(b"7 7 7 7 ", b"7 7\xff7 7 ", 1))
    with Store.open(damaged) as store:
        assert sum("\ufffd" in message.text for message in store.path_messages(1)) == 1
