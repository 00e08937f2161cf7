"""A whole session on a disk that fails at one of its writes: each of them in turn."""

from __future__ import annotations

import apsw
import pytest

from assistant.errors import StoreError
from assistant.store import MessageState, Role, Store
from assistant.store.migrations import MIGRATIONS
from assistant.store.safekeeping import make_backup

MOST_WRITES = 500
FEW = range(0, MOST_WRITES, 13)
OTHERS = [pytest.param(number, marks=pytest.mark.soak) for number in range(MOST_WRITES) if number not in FEW]


class Session:
    """Does what a user does, and remembers what the store has confirmed."""

    def __init__(self, path):
        self.path = path
        self.texts = {}
        self.titles = {}
        self.done = False

    def run(self):
        with Store.open(self.path) as store:  # brings the schema up to date
            store.close_interrupted()
            for number in range(3):
                title = f"conversation {number}"
                one = store.create_conversation(title=title)
                self.titles[one.id] = title
                question = store.add_message(one.id, parent_id=None, role=Role.USER, text=f"question {number} " * 300)
                self.texts[question.id] = question.text
                answer = store.add_message(
                    one.id, parent_id=question.id, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
                )
                self.texts[answer.id] = ""
                for words in (10, 500, 3_000):
                    store.update_streaming(answer.id, "word " * words)
                    self.texts[answer.id] = "word " * words
                store.finish_message(answer.id, text="word " * 4_000, state=MessageState.COMPLETE)
                self.texts[answer.id] = "word " * 4_000
                store.rename(one.id, title.upper())
                self.titles[one.id] = title.upper()
            make_backup(self.path)
            first = min(self.titles)
            store.delete_conversation(first)
            self.titles.pop(first)
        self.done = True


@pytest.fixture
def earlier(path):
    """A store of the first schema with something in it."""
    Store.open(path, migrations=MIGRATIONS[:2]).close()
    connection = apsw.Connection(str(path))
    connection.execute(
        """INSERT INTO conversation (id, title, system_text, created_at, updated_at) VALUES (90, 'Bread', '', 5, 5);
           INSERT INTO message (id, conversation_id, chosen, role, state, length, created_at, model, text)
           VALUES (900, 90, 1, 'user', 'complete', 9, 5, '', 'How long?')"""
    )
    connection.close()
    return path


@pytest.mark.parametrize("kind", [apsw.FullError, apsw.IOError], ids=["full", "failing"])
@pytest.mark.parametrize("number", [*FEW, *OTHERS])
def test_whichever_write_fails_what_was_confirmed_is_there_and_the_next_start_works(earlier, faults, number, kind):
    session = Session(earlier)
    faults.writes_left = number
    faults.kind = kind
    sentences = []
    try:
        session.run()
    except StoreError as error:
        sentences.append(error.sentence)
    faults.writes_left = None
    assert session.done is not bool(sentences)
    with Store.open(earlier) as store:
        assert store.notices == []
        assert store._database.query("PRAGMA integrity_check") == [("ok",)]
        found = dict(store._database.query("SELECT id, text FROM message"))
        assert found[900] == "How long?"
        for id_, text in session.texts.items():
            assert found[id_].startswith(text)
        titles = {one.id: one.title for one in store.conversations()}
        # What was being changed when the disk failed may have been changed.
        assert all(titles.get(id_, title).lower() == title.lower() for id_, title in session.titles.items())
        assert len(session.titles.keys() - titles.keys()) <= 1
        store.create_conversation(title="after")


def test_the_session_makes_about_as_many_writes_as_are_tried(earlier, faults):
    faults.writes_left = 1_000_000
    Session(earlier).run()
    assert MOST_WRITES / 3 < 1_000_000 - faults.writes_left < MOST_WRITES
