import json
import time

import pytest

from assistant.store import Role, Store


@pytest.fixture
def talk(data):
    """A store with two conversations, closed again."""
    with Store.open(data / "conversations.db") as store:
        soup = store.create_conversation(title="Soup")
        question = store.add_message(soup.id, parent_id=None, role=Role.USER, text="How much salt for the soup?")
        store.add_message(soup.id, parent_id=question.id, role=Role.ASSISTANT, text="A spoon of salt is enough.")
        sea = store.create_conversation(title="The sea")
        store.add_message(sea.id, parent_id=None, role=Role.USER, text="Why is the sea full of salt?")
        store.set_archived(sea.id, True)
    return soup.id, sea.id


def searched(thimble, *arguments):
    done = thimble("history", "search", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_it_shows_what_was_found_with_its_conversation(thimble, talk):
    done = thimble("history", "search", "spoon sal")
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        f"{talk[0]}  Soup  (Thimble, {time.strftime('%Y-%m-%d')} {done.stdout.splitlines()[0].split()[-1][:-1]})",
        "    A *spoon* of *salt* is enough.",
    ]


def test_json_tells_everything_about_a_hit(thimble, talk):
    (hit,) = searched(thimble, "sea full")
    assert (hit["conversation_id"], hit["title"], hit["role"], hit["archived"]) == (talk[1], "The sea", "user", True)
    assert [hit["snippet"][start:end] for start, end in hit["marks"]] == ["sea", "full"]


def test_what_was_added_since_the_last_search_is_found(thimble, talk, data):
    assert len(searched(thimble, "salt")) == 3
    with Store.open(data / "conversations.db") as store:
        store.add_message(talk[0], parent_id=None, role=Role.USER, text="More salt")
    assert len(searched(thimble, "salt")) == 4


def test_the_options_narrow_the_search(thimble, talk):
    assert {hit["role"] for hit in searched(thimble, "salt", "--role", "user")} == {"user"}
    assert {hit["conversation_id"] for hit in searched(thimble, "salt", "--conversation", str(talk[1]))} == {talk[1]}
    assert {hit["conversation_id"] for hit in searched(thimble, "salt", "--no-archived")} == {talk[0]}
    assert searched(thimble, "salt", "--kind", "summary") == []
    assert searched(thimble, "salt", "--until", "2020-01-01") == []
    assert len(searched(thimble, "salt", "--since", "2020-01-01", "--limit", "2", "--newest")) == 2


def test_nothing_found_is_a_sentence(thimble, talk):
    assert thimble("history", "search", "zebra").stdout == "Nothing was found.\n"
    assert thimble("history", "search", "?!").stdout == "There is no word in this to search for.\n"


def test_without_conversations_nothing_is_found_and_nothing_is_made(thimble, data):
    assert thimble("history", "search", "zebra").stdout == "Nothing was found.\n"
    assert not data.exists()


def test_a_day_that_is_none_is_a_usage_error(thimble, talk):
    done = thimble("history", "search", "x", "--since", "yesterday")
    assert done.returncode == 2
    assert "is not a day like" in done.stderr
