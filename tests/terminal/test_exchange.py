import json

import pytest

from assistant.paths import Paths
from assistant.store import Role, Store
from tests.exchange.conftest import FILES, talk


@pytest.fixture
def store(data):
    with Store.open(Paths(data, "option").conversations) as opened:
        yield opened


@pytest.fixture
def lighthouses(store):
    return talk(store, "Lighthouses", "How tall?", "About 100 metres.")


def test_an_export_goes_to_standard_output_as_markdown(thimble, lighthouses):
    done = thimble("history", "export")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Lighthouses\n")
    assert "About 100 metres." in done.stdout


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("a.md", b"# Light"),
        ("a.HTML", b"<!DOCTYPE"),
        ("a.txt", b"Light"),
        ("a.json", b'{"format"'),
        ("a.pdf", b"%PDF-"),
    ],
)
def test_the_name_of_the_file_says_the_format(thimble, lighthouses, tmp_path, name, beginning):
    file = tmp_path / name
    done = thimble("history", "export", "--output", str(file))
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"Exported 1 conversation to {file}.\n"
    assert file.read_bytes().startswith(beginning)


def test_the_conversations_named_are_exported_in_their_order(thimble, store, lighthouses):
    soup = talk(store, "Soup", "Hot?")
    talk(store, "Rivers", "Long?")
    done = thimble("history", "export", str(soup.id), str(lighthouses.id), "--format", "text")
    assert done.stdout.index("Soup") < done.stdout.index("Lighthouses")
    assert "Rivers" not in done.stdout


def test_a_folder_is_exported_by_its_name(thimble, store, lighthouses):
    store.move_to_folder(lighthouses.id, store.create_folder("Work").id)
    talk(store, "Soup", "Hot?")
    done = thimble("history", "export", "--folder", "Work")
    assert ("Lighthouses" in done.stdout, "Soup" in done.stdout) == (True, False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["4711"], "There is no conversation 4711."),
        (["--folder", "Nowhere"], "There is no folder called “Nowhere”."),
        (["--format", "pdf"], "A PDF needs a file of its own."),
        (["--output", "missing/a.md"], "a.md can't be written."),
    ],
)
def test_what_can_not_be_exported_is_said(thimble, lighthouses, arguments, words):
    done = thimble("history", "export", *arguments)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(words)


def test_the_result_comes_as_json(thimble, lighthouses, tmp_path):
    done = thimble("history", "export", "--output", str(tmp_path / "a.json"), "--json")
    assert json.loads(done.stdout) == {"path": str(tmp_path / "a.json"), "conversations": 1, "messages": 2}


def test_what_was_exported_is_imported_once(thimble, lighthouses, store, tmp_path):
    file = tmp_path / "a.json"
    thimble("history", "export", "--output", str(file))
    store.delete_conversation(lighthouses.id)
    store.purge_deleted(0)
    done = thimble("history", "import", str(file))
    assert (done.returncode, done.stdout) == (0, "1 conversation was imported.\n")
    done = thimble("history", "import", str(file))
    assert (done.returncode, done.stdout) == (0, "1 conversation was here already.\n")
    assert [one.title for one in store.conversations()] == ["Lighthouses"]


def test_what_could_not_be_imported_is_said(thimble, tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    done = thimble("history", "import", str(FILES), str(tmp_path / "notes.txt"))
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "4 conversations were imported.",
        "6 pictures, files or notes of tools could not be taken over.",
        "No conversations were found in notes.txt.",
    ]


def test_importing_nothing_fails(thimble, tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    done = thimble("history", "import", str(tmp_path / "notes.txt"), str(tmp_path / "missing.json"))
    assert done.returncode == 1
    assert "missing.json can't be opened." in done.stdout


def test_the_counts_come_as_json(thimble):
    done = thimble("history", "import", str(FILES / "open_webui.json"), "--json")
    assert json.loads(done.stdout) == {
        "new": 1, "grown": 0, "known": 0, "messages": 5, "left_out": 1, "unreadable": 0, "foreign": [], "failure": None,
        "cancelled": False,
    }  # fmt: skip


def test_an_import_beside_an_open_window_is_no_trouble(thimble, store, lighthouses):
    last = store.path_messages(lighthouses.id)[-1]
    thimble("history", "import", str(FILES))
    store.add_message(lighthouses.id, parent_id=last.id, role=Role.USER, text="And how old?")
    assert len(store.conversation_ids()) == 5
