"""The `conversations.json` of ChatGPT's data export.

An array of conversations. Each has a `mapping` of nodes (`message`, `parent`, `children`) and a `current_node`, the end
of the branch shown. The messages of system, tools and custom instructions are nodes too. OpenAI publishes no
description; this follows what exports of 2023 to 2026 hold.
"""

from __future__ import annotations

import re
from typing import Any

from assistant.events import StopReason
from assistant.exchange.findings import Findings
from assistant.exchange.trees import Node, Said, arranged
from assistant.exchange.values import as_dict, as_key, as_list, as_text, as_time
from assistant.store import IncomingConversation, MessageState, Role

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_SPOKEN = ("text", "code", "multimodal_text")
_SILENT = ("thoughts", "reasoning_recap", "user_editable_context", "model_editable_context")
_STATES = {"in_progress": MessageState.INTERRUPTED}
# Marks in private-use characters around sources, such as "cite turn0search1".
_MARKS = re.compile("\ue200[^\ue200\ue201]{0,2000}\ue201|[\ue200-\ue206]")


def recognises(value: dict[str, Any]) -> bool:
    """Return whether an object is a conversation of ChatGPT."""
    return isinstance(value.get("mapping"), dict)


def conversation(value: dict[str, Any], findings: Findings) -> IncomingConversation | None:
    """Return an object's conversation; `None` when nothing was said in it."""
    nodes: dict[str, Node] = {}
    times: list[float] = []
    for name, node in as_dict(value.get("mapping")).items():
        if not isinstance(node, dict):
            findings.unreadable += 1
            continue
        said = _said(as_dict(node.get("message")), findings)
        children = [child for child in as_list(node.get("children")) if isinstance(child, str)]
        nodes[name] = Node(as_key(node.get("parent")), said, children)
        if said is not None and said.created_at is not None:
            times.append(said.created_at)
    created = as_time(value.get("create_time")) or min(times, default=0.0)
    messages = arranged(nodes, as_key(value.get("current_node")), created)
    if not messages:
        return None
    name = as_key(value.get("conversation_id")) or as_key(value.get("id")) or f"{created}"
    title = as_text(value.get("title"))
    return IncomingConversation(
        uid=f"chatgpt:{name}",
        title=title,
        titled_by_user=bool(title),
        messages=messages,
        created_at=created,
        updated_at=as_time(value.get("update_time")) or max(times, default=created),
        pinned=value.get("is_starred") is True,
        archived=value.get("is_archived") is True,
    )


def _said(message: dict[str, Any], findings: Findings) -> Said | None:
    role = _ROLES.get(as_text(as_dict(message.get("author")).get("role")))
    content = as_dict(message.get("content"))
    kind = as_text(content.get("content_type"))
    metadata = as_dict(message.get("metadata"))
    if role is None or kind in _SILENT or metadata.get("is_visually_hidden_from_conversation") is True:
        return None
    if kind not in _SPOKEN or (role is Role.ASSISTANT and message.get("recipient") not in (None, "all")):
        # What a tool was asked, or a picture or table that it made.
        findings.left_out += 1
        return None
    text = _text(content, findings)
    if not text.strip():
        return None
    finish = as_text(as_dict(metadata.get("finish_details")).get("type"))
    state = _STATES.get(as_text(message.get("status")), MessageState.COMPLETE)
    if finish == "interrupted":
        state = MessageState.CANCELLED
    return Said(
        role=role,
        text=text,
        created_at=as_time(message.get("create_time")),
        state=state,
        model=as_key(metadata.get("model_slug")) if role is Role.ASSISTANT else "",
        stop_reason=StopReason.LENGTH if finish == "max_tokens" else "",
    )


def _text(content: dict[str, Any], findings: Findings) -> str:
    texts = [as_text(content.get("text"))]
    for part in as_list(content.get("parts")):
        if isinstance(part, str):
            texts.append(part)
        elif isinstance(part, dict) and isinstance(part.get("text"), str):
            texts.append(part["text"])  # What was spoken, written down.
        elif part is not None:
            findings.left_out += 1
    return _MARKS.sub("", "\n\n".join(text for text in texts if text))
