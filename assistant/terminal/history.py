"""`thimble history`: the kept conversations, read without changing anything."""

from __future__ import annotations

import argparse
import time

import msgspec

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError
from assistant.paths import find_paths
from assistant.store import Conversation, Message, MessageState, Role, Store
from assistant.terminal.answering import printable
from assistant.terminal.unlocking import key_for

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
    with Store.open(paths.conversations, key=key_for(paths), read_only=True) as store:
        if options.action == "list":
            _list(store, as_json=options.json)
        else:
            _show(store, options.id, as_json=options.json)
    return 0


def _list(store: Store, *, as_json: bool) -> None:
    conversations = store.conversations()
    if as_json:
        print(msgspec.json.format(msgspec.json.encode([_summary(one) for one in conversations])).decode())
        return
    if not conversations:
        print("There are no conversations yet. Begin one with: thimble chat")
        return
    width = max(len(str(one.id)) for one in conversations)
    for one in conversations:
        pin = "*" if one.pinned else " "
        print(f"{one.id:>{width}} {pin} {_date(one.updated_at)}  {_on_one_line(one.title) or '(no title)'}")


def _show(store: Store, conversation_id: int, *, as_json: bool) -> None:
    known = {one.id: one for one in store.conversations()}
    if conversation_id not in known:
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "There is no conversation {number}. “history list” shows their numbers."),
            number=conversation_id,
        )
    conversation = known[conversation_id]
    messages = store.path_messages(conversation_id)
    if as_json:
        content = {
            **_summary(conversation),
            "system_text": conversation.system_text,
            "messages": [_message(one) for one in messages],
        }
        print(msgspec.json.format(msgspec.json.encode(content)).decode())
        return
    print(f"{_on_one_line(conversation.title)}\n{_date(conversation.updated_at)}\n")
    for message in messages:
        note = f" ({_UNFINISHED[message.state]})" if message.state in _UNFINISHED else ""
        print(f"{_SPEAKERS[message.role]}{note}:\n{printable(message.text)}\n")


def _summary(conversation: Conversation) -> dict[str, object]:
    return {
        "id": conversation.id,
        "title": conversation.title,
        "pinned": conversation.pinned,
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
