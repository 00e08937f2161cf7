"""`thimble history`: the kept conversations, read without changing anything."""

from __future__ import annotations

import argparse
import time

import msgspec

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError
from assistant.paths import find_paths
from assistant.store import Conversation, Message, MessageState, Role, Store
from assistant.terminal.answering import printable

_UNFINISHED = {
    MessageState.STREAMING: "being written",
    MessageState.CANCELLED: "stopped",
    MessageState.FAILED: "failed",
    MessageState.INTERRUPTED: "interrupted",
}
_SPEAKERS = {Role.USER: "You", Role.ASSISTANT: "Thimble"}


def run_history(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    paths = find_paths(options.data_dir)
    with Store.open(paths.conversations, read_only=True) as store:
        if options.action == "list":
            _list(store, archived=options.archived, folder=options.folder, as_json=options.json)
        else:
            _show(store, options.id, as_json=options.json)
    return 0


def _list(store: Store, *, archived: bool, folder: str | None, as_json: bool) -> None:
    """List the conversations, or those of the archive, or those in the folders of a name wherever they are."""
    folders = {one.id: one.name for one in store.folders()}
    if folder is None:
        conversations = store.conversations(archived=archived)
    else:
        wanted = _folders_named(folders, folder)
        conversations = [
            one for one in store.conversations(archived=True if archived else None) if one.folder_id in wanted
        ]
    if as_json:
        print(msgspec.json.format(msgspec.json.encode([_summary(one, folders) for one in conversations])).decode())
        return
    if not conversations:
        if folder is not None:
            print("There are no conversations in this folder.")
        elif archived:
            print("There are no conversations in the archive.")
        else:
            print("There are no conversations yet. Begin one with: thimble chat")
        return
    width = max(len(str(one.id)) for one in conversations)
    for one in conversations:
        pin = "*" if one.pinned else " "
        place = [_on_one_line(folders[one.folder_id])] if one.folder_id in folders and folder is None else []
        place += ["archived"] if one.archived and not archived else []
        note = f"  ({', '.join(place)})" if place else ""
        print(f"{one.id:>{width}} {pin} {_date(one.updated_at)}  {_on_one_line(one.title) or '(no title)'}{note}")


def _folders_named(folders: dict[int, str], name: str) -> set[int]:
    """Return the folders of a name, however it is written in capitals; two may have the same."""
    wanted = {id_ for id_, one in folders.items() if one.casefold() == name.strip().casefold()}
    if not wanted:
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "There is no folder called “{name}”. The folders are: {folders}."),
            name=printable(name),
            folders=", ".join(_on_one_line(one) for one in folders.values()) or "–",
        )
    return wanted


def _show(store: Store, conversation_id: int, *, as_json: bool) -> None:
    known = {one.id: one for one in store.conversations(archived=None)}
    if conversation_id not in known:
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "There is no conversation {number}. “history list” shows their numbers."),
            number=conversation_id,
        )
    conversation = known[conversation_id]
    messages = store.path_messages(conversation_id)
    if as_json:
        content = {
            **_summary(conversation, {one.id: one.name for one in store.folders()}),
            "system_text": conversation.system_text,
            "messages": [_message(one) for one in messages],
        }
        print(msgspec.json.format(msgspec.json.encode(content)).decode())
        return
    print(f"{_on_one_line(conversation.title)}\n{_date(conversation.updated_at)}\n")
    for message in messages:
        note = f" ({_UNFINISHED[message.state]})" if message.state in _UNFINISHED else ""
        print(f"{_SPEAKERS[message.role]}{note}:\n{printable(message.text)}\n")


def _summary(conversation: Conversation, folders: dict[int, str]) -> dict[str, object]:
    return {
        "id": conversation.id,
        "title": conversation.title,
        "kind": conversation.kind,
        "pinned": conversation.pinned,
        "archived": conversation.archived,
        "folder": folders.get(conversation.folder_id) if conversation.folder_id is not None else None,
        "created_at": conversation.created_at,
        "updated_at": conversation.updated_at,
    }


def _message(message: Message) -> dict[str, object]:
    return {
        "id": message.id,
        "role": message.role,
        "text": message.text,
        "state": message.state,
        "model": message.model,
        "stop_reason": message.stop_reason,
        "created_at": message.created_at,
    }


def _date(seconds: float) -> str:
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))


def _on_one_line(text: str) -> str:
    return " ".join(printable(text).split())
