"""What comes back from a damaged file, page by page."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from assistant.errors import StoreError
from assistant.store import MessageState, Role, Store
from assistant.store.database import connect, stored
from assistant.store.pages import Pages

PAGE = 4096
KEY = bytes(range(32))
DOCUMENT = random.Random(5).randbytes(30_000)


def text_of(number):
    """A text that is told from all others on every page it touches; every fifth one overflows to further pages."""
    return f"<m{number:05}>" * (2_000 if number % 5 == 0 else 12)


def fill(path, *, key=None, conversations=4, messages=40):
    """Make a store; return the text of each message by its id."""
    texts = {}
    with Store.open(path, key=key) as store:
        folder = store.create_folder("Work")
        for number in range(conversations):
            one = store.create_conversation(title=f"<c{number:05}>", system_text="Be brief.")
            store.move_to_folder(one.id, folder.id)
            parent_id = None
            for _ in range(messages):
                role = Role.ASSISTANT if len(texts) % 2 else Role.USER
                message = store.add_message(one.id, parent_id=parent_id, role=role, text=text_of(len(texts)))
                texts[message.id] = message.text
                parent_id = message.id
        store.set_state("new-chat-draft", "not yet sent")
        store.keep_summary(1, document="h1", content=DOCUMENT, options="{}")
        store.set_summary(1, options="{}", result=b"points")
    return texts


def damage_page(path, number):
    """Make a page unreadable, as a failed block of a disk does."""
    with path.open("r+b") as file:
        file.seek((number - 1) * PAGE)
        file.write(b"\xff" * PAGE)


def pages_of_kind(path, kinds, *, key=None):
    connection = connect(path, key=key, read_only=True)
    rows = connection.execute("SELECT pageno, pagetype, name FROM dbstat").fetchall()
    connection.close()
    return [number for number, kind, name in rows if (kind, name) in kinds or kind in kinds]


def root_of(path, name, *, key=None):
    connection = connect(path, key=key, read_only=True)
    ((root,),) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,)).fetchall()
    connection.close()
    return root


def texts_of(store):
    # A flipped bit inside a text of a plain file is damage that nothing tells of.
    return {id_: stored(text) for id_, text in store._database.query("SELECT id, CAST(text AS BLOB) FROM message")}


@pytest.fixture(params=[None, KEY], ids=["plain", "encrypted"])
def key(request):
    return request.param


def test_every_row_comes_back_where_all_pages_that_lead_to_them_are_lost(path, key):
    texts = fill(path, key=key)
    inner = pages_of_kind(path, {"internal"}, key=key)
    assert root_of(path, "message", key=key) in inner
    for number in inner:
        damage_page(path, number)
    with Store.open(path, key=key) as store:
        assert len(store.notices) == 1
        assert texts_of(store) == texts
        assert [one.title for one in reversed(store.conversations())] == [f"<c{number:05}>" for number in range(4)]
        assert [folder.name for folder in store.folders()] == ["Work"]
        assert {one.folder_id for one in store.conversations()} == {1}
        assert store.get_state("new-chat-draft") == "not yet sent"
        assert [head.id for head in store.path(1)] == sorted(texts)[:40]
        kept = store.summary(1)
        assert (kept.content, kept.result) == (DOCUMENT, b"points")


def test_every_row_comes_back_where_the_beginning_of_the_file_is_lost(path, key):
    texts = fill(path, key=key)
    damage_page(path, 1)
    with Store.open(path, key=key) as store:
        assert texts_of(store) == texts
        assert len(store.conversations()) == 4


def test_an_encrypted_file_whose_first_bytes_are_lost_is_damaged_and_not_another_ones(path):
    texts = fill(path, key=KEY)
    with path.open("r+b") as file:
        file.write(bytes(16))
    with Store.open(path, key=KEY) as store:
        assert texts_of(store) == texts


def test_a_file_of_another_key_is_never_taken_for_a_damaged_one(path):
    fill(path, key=KEY)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="encrypted with another key"):
        Store.open(path, key=bytes(32))
    assert path.read_bytes() == before
    assert not list(path.parent.glob("*.damaged-*"))


def test_what_was_only_in_the_log_comes_back_too(tmp_path, path, key):
    fill(path, key=key)
    with Store.open(path, key=key) as store:
        new = store.add_message(1, parent_id=40, role=Role.USER, text="only in the log " * 400)
        copy = tmp_path / "copy" / path.name
        copy.parent.mkdir()
        for suffix in ("", "-wal"):
            copy.with_name(copy.name + suffix).write_bytes(path.with_name(path.name + suffix).read_bytes())
    damage_page(copy, root_of(path, "message", key=key))
    damage_page(copy, root_of(path, "conversation", key=key))
    with Store.open(copy, key=key) as store:
        assert texts_of(store)[new.id] == new.text


def test_of_a_text_that_lost_a_page_the_beginning_comes_back(path, key):
    texts = fill(path, key=key)
    content = {}
    connection = connect(path, key=key, read_only=True)
    for number, way in connection.execute("SELECT pageno, path FROM dbstat WHERE name = 'message'"):
        content[way] = number
    connection.close()
    # The second page that one text overflows to: `/000/003+000001`.
    way = next(way for way in content if way.endswith("+000001"))
    damage_page(path, content[way])
    with Store.open(path, key=key) as store:
        found = texts_of(store)
        (cut,) = (id_ for id_, text in found.items() if text != texts[id_])
        assert found.keys() == texts.keys()
        # Nothing in a plain file tells that the page is not what it was: its bytes are taken for text that is damaged.
        assert texts[cut].startswith(found[cut].rstrip("\ufffd"))
        assert 4_000 < len(found[cut].rstrip("\ufffd")) < len(found[cut]) + 1 < len(texts[cut])
        (message,) = store.messages([cut])
        assert message.state is MessageState.INTERRUPTED


def test_what_was_deleted_for_good_does_not_come_back(path):
    texts = fill(path)
    with Store.open(path) as store:
        store._database.connection.execute("PRAGMA secure_delete = OFF").fetchall()
        store.delete_conversation(2)
        store.purge_deleted(0)
        gone = set(texts) - set(texts_of(store))
    assert len(gone) == 40
    damage_page(path, root_of(path, "message"))
    with Store.open(path) as store:
        assert not gone & texts_of(store).keys()
        assert [one.id for one in store.conversations()] == [4, 3, 1]


def expected_after(readable: bytes, before: bytes, after: bytes, marks):
    """Return which of some texts lie on pages that are as they were.

    Args:
        readable: The file before, decrypted.
        before: The file before.
        after: The damaged file.
        marks: A part of each text that is told from all others.
    """
    places = range(0, len(before), PAGE)
    changed = {at // PAGE for at in places if before[at : at + PAGE] != after[at : at + PAGE]}
    found = set()
    for mark in marks:
        places, at = set(), readable.find(mark)
        while at >= 0:
            # A text goes on over the end of a page, so a mark may lie across it.
            places |= {at // PAGE, (at + len(mark) - 1) // PAGE}
            at = readable.find(mark, at + 1)
        if not places & changed:
            found.add(mark)
    return found


def corrupt(content: bytes, chance) -> bytes:
    """Damage a file as disks, memory and programs do."""
    damaged = bytearray(content)
    count = len(content) // PAGE
    match chance.choice(["flips", "blocks", "garbage", "cut", "swap", "beginning"]):
        case "flips":
            for _ in range(chance.choice([1, 5, 50])):
                damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        case "blocks":
            for _ in range(chance.choice([1, 4, count // 3])):
                at = chance.randrange(len(damaged) // 512) * 512
                damaged[at : at + 512] = bytes(512)
        case "garbage":
            for _ in range(chance.choice([1, 4, count // 2])):
                at = chance.randrange(count) * PAGE
                damaged[at : at + PAGE] = chance.randbytes(PAGE)
        case "cut":
            del damaged[chance.randrange(PAGE, len(damaged)) :]
        case "swap":
            one, two = (chance.randrange(count) * PAGE for _ in range(2))
            damaged[one : one + PAGE], damaged[two : two + PAGE] = content[two : two + PAGE], content[one : one + PAGE]
        case "beginning":
            damaged[: chance.choice([16, 100, PAGE, 3 * PAGE])] = b""
            damaged[:0] = bytes(len(content) - len(damaged))
    return bytes(damaged)


@pytest.fixture(scope="module", params=[None, KEY], ids=["plain", "encrypted"])
def whole(request, tmp_path_factory):
    """A file with its key, its content decrypted, and the texts in it."""
    path = tmp_path_factory.mktemp("whole") / "conversations.db"
    texts = fill(path, key=request.param)
    with Pages(path, request.param) as pages:
        readable = b"".join(pages.read(number) for number in range(1, pages.count + 1))
    assert readable.count(text_of(7).encode()) == 1
    return path.read_bytes(), readable, texts, request.param


def check_corruption(whole, folder: Path, seed):
    content, readable, texts, key = whole
    path = folder / f"{seed}" / "conversations.db"
    path.parent.mkdir()
    damaged = corrupt(content, random.Random(seed))
    path.write_bytes(damaged)
    numbers = {f"<m{number:05}>".encode(): id_ for number, id_ in enumerate(texts)}
    titles = [f"<c{number:05}>".encode() for number in range(4)]
    intact = expected_after(readable, content, damaged, [*numbers, *titles])
    with Store.open(path, key=key) as store:
        found = texts_of(store)
        for mark in intact & numbers.keys():
            id_ = numbers[mark]
            assert found.get(id_) == texts[id_], f"seed {seed}: message {id_}"
        assert intact & set(titles) <= {one.title.encode() for one in store.conversations()}, f"seed {seed}"
        for one in store.conversations():
            store.path_messages(one.id)
        store.add_message(store.create_conversation().id, parent_id=None, role=Role.USER, text="and on")
    for aside in path.parent.glob("*.damaged-*.db"):
        assert aside.read_bytes() == damaged


@pytest.mark.parametrize("seed", range(24))
def test_whatever_happens_to_a_file_what_lies_on_whole_pages_comes_back(whole, tmp_path, seed):
    check_corruption(whole, tmp_path, seed)


@pytest.mark.soak
@pytest.mark.parametrize("seed", range(1_000, 1_400))
def test_hundreds_of_damaged_files_give_back_what_lies_on_whole_pages(whole, tmp_path, seed):
    check_corruption(whole, tmp_path, seed)
