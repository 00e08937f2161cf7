"""The threads of Jan: a folder for each, with `thread.json` and the lines of `messages.jsonl`.

As in `core/src/types/thread` and `core/src/types/message` of Jan 0.4 to 0.6. Times are in seconds, in older versions in
milliseconds.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assistant.exchange.findings import Findings
from assistant.exchange.json_pieces import UnreadableError, decoded
from assistant.exchange.trees import Said, in_a_row
from assistant.exchange.values import as_dict, as_key, as_list, as_text, as_time
from assistant.store import IncomingConversation, MessageState, Role

THREAD = "thread.json"
MESSAGES = "messages.jsonl"

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_STATES = {
    "pending": MessageState.INTERRUPTED,
    "error": MessageState.FAILED,
    "stopped": MessageState.CANCELLED,
}


def recognises_line(value: Any) -> bool:
    """Return whether a line's object is a message of Jan."""
    return isinstance(value, dict) and "thread_id" in value and "role" in value


def conversation(
    thread: dict[str, Any], lines: Iterable[bytes], *, name: str, findings: Findings
) -> IncomingConversation | None:
    """Return a thread's conversation; `None` when nothing was said in it.

    Args:
        thread: What `thread.json` says; empty when it is missing.
        lines: The lines of `messages.jsonl`.
        name: Name of the folder, for a thread that doesn't say its id.
        findings: Counts what can't be kept.
    """
    # A message that was changed may be there twice: the later one holds, in the place of the first.
    saids: dict[str, Said] = {}
    thread_id = as_key(thread.get("id"))
    for number, line in enumerate(lines):
        if not line.strip():
            continue
        try:
            message = decoded(line)
        except UnreadableError:
            message = None
        if not recognises_line(message):
            findings.unreadable += 1
            continue
        thread_id = thread_id or as_key(message.get("thread_id"))
        if (said := _said(message, findings)) is not None:
            saids[as_key(message.get("id")) or f"line {number}"] = said
    in_order = list(saids.values())
    if all(said.created_at is not None for said in in_order):
        in_order.sort(key=lambda said: said.created_at or 0.0)
    times = [said.created_at for said in in_order if said.created_at is not None]
    created = as_time(thread.get("created")) or min(times, default=0.0)
    messages = in_a_row(in_order, created)
    if not messages:
        return None
    assistant = as_dict(next(iter(as_list(thread.get("assistants"))), None))
    metadata = as_dict(thread.get("metadata"))
    title = as_text(thread.get("title")) or as_text(metadata.get("title"))
    return IncomingConversation(
        uid=f"jan:{thread_id or name}",
        title=title,
        titled_by_user=bool(title),
        messages=messages,
        created_at=created,
        updated_at=as_time(thread.get("updated")) or max(times, default=created),
        pinned=True in (metadata.get("isFavorite"), metadata.get("is_favorite")),
        system_text=as_text(assistant.get("instructions")),
    )


def _said(message: dict[str, Any], findings: Findings) -> Said | None:
    role = _ROLES.get(as_text(message.get("role")))
    if role is None:
        return None
    texts = []
    content = message.get("content")
    if isinstance(content, str):
        texts.append(content)
    for part in as_list(content):
        kind = as_dict(part).get("type")
        if kind == "reasoning":
            continue
        text = as_dict(part).get("text")
        value = text if isinstance(text, str) else as_dict(text).get("value")
        if kind in (None, "text") and isinstance(value, str):
            texts.append(value)
        else:
            findings.left_out += 1
    state = _STATES.get(as_text(message.get("status")), MessageState.COMPLETE)
    spoken = "\n\n".join(text for text in texts if text)
    if not spoken.strip() and state is not MessageState.FAILED:
        return None
    return Said(
        role=role,
        text=spoken,
        created_at=as_time(message.get("created_at")),
        state=state if role is Role.ASSISTANT else MessageState.COMPLETE,
        model=as_key(as_dict(message.get("metadata")).get("modelId")) if role is Role.ASSISTANT else "",
    )
