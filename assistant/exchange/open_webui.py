"""The chats that Open WebUI exports.

An array of rows of its table `chat`; in each, `chat.history` holds `messages` by id (`parentId`, `childrenIds`) and
`currentId`, the end of the branch shown. Older ones only have `chat.messages`, the branch shown. Read from the sources
of Open WebUI 0.3 to 0.6 (`backend/open_webui/models/chats.py`, `src/lib/apis/chats`).
"""

from __future__ import annotations

from typing import Any

from assistant.events import StopReason
from assistant.exchange.findings import Findings, texts_of
from assistant.exchange.trees import Node, Said, arranged, in_a_row
from assistant.exchange.values import as_dict, as_key, as_list, as_text, as_time
from assistant.store import IncomingConversation, IncomingMessage, MessageState, Role

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_HIDDEN_BEGIN, _HIDDEN_END = "<details", "</details>"
_HIDDEN_KINDS = ('type="reasoning"', 'type="tool_calls"', 'type="code_interpreter"')


def recognises(value: dict[str, Any]) -> bool:
    """Return whether an object is a chat of Open WebUI, with or without its row."""
    chat = as_dict(value.get("chat"))
    history = as_dict((chat or value).get("history"))
    return isinstance(history.get("messages"), dict) or isinstance(chat.get("messages"), list)


def conversation(value: dict[str, Any], findings: Findings) -> IncomingConversation | None:
    """Return an object's conversation; `None` when nothing was said in it."""
    chat = as_dict(value.get("chat")) or value
    created = (
        as_time(value.get("created_at")) or as_time(chat.get("timestamp")) or as_time(value.get("updated_at")) or 0.0
    )
    messages = _messages(chat, created, findings)
    if not messages:
        return None
    title = as_text(value.get("title")) or as_text(chat.get("title"))
    name = as_key(value.get("id")) or as_key(chat.get("id")) or f"{created}"
    return IncomingConversation(
        uid=f"open-webui:{name}",
        title=title,
        titled_by_user=bool(title),
        messages=messages,
        created_at=created or messages[0].created_at,
        updated_at=as_time(value.get("updated_at")) or max(message.created_at for message in messages),
        pinned=value.get("pinned") is True,
        archived=value.get("archived") is True,
        system_text=as_text(chat.get("system")) or as_text(as_dict(chat.get("params")).get("system")),
    )


def _messages(chat: dict[str, Any], created: float, findings: Findings) -> list[IncomingMessage]:
    history = as_dict(chat.get("history"))
    by_id = as_dict(history.get("messages"))
    if not by_id:
        saids = (_said(as_dict(one), findings) for one in as_list(chat.get("messages")))
        return in_a_row((said for said in saids if said is not None), created)
    nodes = {
        name: Node(
            as_key(one.get("parentId")),
            _said(one, findings),
            [child for child in as_list(one.get("childrenIds")) if isinstance(child, str)],
        )
        for name, one in by_id.items()
        if isinstance(one, dict)
    }
    findings.unreadable += len(by_id) - len(nodes)
    return arranged(nodes, as_key(history.get("currentId")), created)


def _said(message: dict[str, Any], findings: Findings) -> Said | None:
    role = _ROLES.get(as_text(message.get("role")))
    if role is None:
        return None
    findings.left_out += len(as_list(message.get("files")))
    text = _without_hidden("\n\n".join(texts_of(message.get("content"), findings)))
    error = message.get("error")
    if not text.strip() and not error:
        return None
    state = MessageState.COMPLETE
    if error:
        state = MessageState.FAILED
    elif role is Role.ASSISTANT and message.get("done") is False:
        state = MessageState.INTERRUPTED
    cut_off = as_dict(message.get("info")).get("done_reason") == "length"
    return Said(
        role=role,
        text=text,
        created_at=as_time(message.get("timestamp")),
        state=state,
        model=as_key(message.get("model")) if role is Role.ASSISTANT else "",
        stop_reason=StopReason.LENGTH if cut_off else "",
        error=as_text(as_dict(error).get("content"))[:2_000],
    )


def _without_hidden(text: str) -> str:
    """Cut out the folded blocks in which a model thought or called tools."""
    if _HIDDEN_BEGIN not in text:
        return text
    kept: list[str] = []
    at = 0
    while (begin := text.find(_HIDDEN_BEGIN, at)) >= 0:
        tag = text[begin : text.find(">", begin, begin + 2_000) + 1]
        end = text.find(_HIDDEN_END, begin)
        if end < 0:
            break
        end += len(_HIDDEN_END)
        hidden = any(kind in tag for kind in _HIDDEN_KINDS)
        kept.append(text[at:begin] if hidden else text[at:end])
        at = end
    kept.append(text[at:])
    return "".join(kept).strip()
