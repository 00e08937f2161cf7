from __future__ import annotations

from pathlib import Path

import pytest

from assistant.events import TakenIn
from assistant.exchange.exporting import Format, Selection, export_file
from assistant.exchange.importing import import_files
from assistant.jobs import CancelToken
from assistant.store import Role, Store

FILES = Path(__file__).with_name("files")


@pytest.fixture
def files():
    """The folder of files in other programs' formats."""
    return FILES


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "conversations.db"


@pytest.fixture
def store(path):
    with Store.open(path) as opened:
        yield opened


@pytest.fixture
def take(store, path):
    """Imports files into the store as the window does: beside it, on a connection of its own."""

    def take(*paths, cancel=None) -> TakenIn:
        *_, last = import_files(lambda: Store.beside(path), [Path(one) for one in paths], cancel or CancelToken())
        return last

    return take


@pytest.fixture
def export(store, path, tmp_path):
    """Exports from the store and returns the file."""

    def export(format_=Format.JSON, selection=None, name="export", **more) -> Path:
        file = tmp_path / name
        for _ in export_file(
            lambda: Store.beside(path, read_only=True),
            selection or Selection(),
            format_=format_,
            path=file,
            **{"cancel": CancelToken(), "write_pdf": no_pdf, **more},
        ):
            pass
        return file

    return export


def no_pdf(*_):
    raise AssertionError("no PDF was asked for")


def talk(store, title, *texts, **more):
    """A conversation without branches."""
    conversation = store.create_conversation(title=title, **more)
    parent = None
    for number, text in enumerate(texts):
        role = Role.ASSISTANT if number % 2 else Role.USER
        parent = store.add_message(conversation.id, parent_id=parent, role=role, text=text).id
    return conversation


def shown(store, conversation):
    """The roles and texts shown of a conversation."""
    return [(one.role.value, one.text) for one in store.path_messages(conversation.id)]


def only(store):
    """The one conversation of a store."""
    (conversation,) = store.conversations()
    return conversation


def content(store):
    """Everything a store holds of conversations, without the numbers that only mean something within it."""
    folders = {one.id: (one.name, one.created_at) for one in store.folders()}
    found = {}
    for id_ in store.conversation_ids():
        one = store.conversation(id_)
        tree = list(store.tree(id_))
        places = {message.id: place for place, (message, _) in enumerate(tree)}
        found[one.uid] = (
            (one.title, one.titled_by_user, one.pinned, one.archived, one.kind, one.system_text, one.draft),
            (one.created_at, one.updated_at, folders.get(one.folder_id), places.get(one.context_start)),
            [
                (
                    places.get(message.parent_id), chosen, message.role, message.text, message.state, message.model,
                    message.stats, message.stop_reason, message.error, message.created_at,
                )
                for message, chosen in tree
            ],
        )  # fmt: skip
    return list(folders.values()), list(found.items())
