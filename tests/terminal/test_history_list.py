from __future__ import annotations

import json

import pytest

from assistant.store import Store


@pytest.fixture
def ids(data):
    """Four conversations: one outside all folders, one in "Work", one archived there, one archived outside."""
    with Store.open(data / "conversations.db") as store:
        work = store.create_folder("Work")
        made = {title: store.create_conversation(title=title).id for title in ("Loose", "Plan", "Old plan", "Old")}
        store.move_conversations([made["Plan"], made["Old plan"]], work.id)
        store.archive_conversations([made["Old plan"], made["Old"]], True)
    return made


def titles(result):
    return {one["title"] for one in json.loads(result.stdout)}


def test_the_list_leaves_the_archive_out_and_names_the_folder(thimble, ids):
    lines = thimble("history", "list").stdout.splitlines()
    assert len(lines) == 2
    assert any(line.endswith("Plan  (Work)") for line in lines)
    assert any(line.endswith("Loose") for line in lines)


def test_archived_lists_the_archive_alone(thimble, ids):
    assert titles(thimble("history", "list", "--archived", "--json")) == {"Old plan", "Old"}
    assert "Old plan  (Work)" in thimble("history", "list", "--archived").stdout


def test_a_folder_is_listed_with_what_is_archived_in_it(thimble, ids):
    assert titles(thimble("history", "list", "--folder", "work", "--json")) == {"Plan", "Old plan"}
    assert "Old plan  (archived)" in thimble("history", "list", "--folder", "Work").stdout
    assert titles(thimble("history", "list", "--folder", "Work", "--archived", "--json")) == {"Old plan"}


def test_json_says_where_a_conversation_lies(thimble, ids):
    (one,) = json.loads(thimble("history", "list", "--folder", "Work", "--archived", "--json").stdout)
    assert (one["folder"], one["archived"], one["kind"]) == ("Work", True, "chat")


def test_a_folder_nobody_made_is_an_error_that_names_those_there_are(thimble, ids):
    result = thimble("history", "list", "--folder", "Wrok")
    assert result.returncode == 1
    assert result.stderr == "There is no folder called “Wrok”. The folders are: Work.\n"


def test_an_archived_conversation_can_be_shown(thimble, ids):
    assert thimble("history", "show", str(ids["Old"])).stdout.startswith("Old\n")


def test_an_empty_archive_is_said(thimble, data):
    Store.open(data / "conversations.db").close()
    assert thimble("history", "list", "--archived").stdout == "There are no conversations in the archive.\n"
