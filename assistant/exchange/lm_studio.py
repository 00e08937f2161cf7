"""The conversation files of LM Studio (`~/.lmstudio/conversations/*.conversation.json`).

One object with `messages`, each of which has `versions` and says which is `currentlySelected`. A user's version has
`content` (an array of parts), an answer has `steps`; those that hold the words are `contentBlock`s, and one whose
`style.type` is "thinking" holds what the model thought. Later messages follow the version selected: other versions
have nothing below them. There is no public description; this follows files of LM Studio 0.3.
"""

from __future__ import annotations

import hashlib
from typing import Any

from assistant.events import StopReason
from assistant.exchange.findings import Findings, texts_of
from assistant.exchange.trees import Node, Said, arranged
from assistant.exchange.values import as_dict, as_key, as_list, as_text, as_time
from assistant.store import IncomingConversation, MessageState, Role

_ROLES = {"user": Role.USER, "assistant": Role.ASSISTANT}
_STOP_REASONS = {
    "maxPredictedTokensReached": StopReason.LENGTH,
    "contextLengthReached": StopReason.CONTEXT,
    "userStopped": StopReason.CANCELLED,
}
_SYSTEM_TEXT = "llm.prediction.systemPrompt"


def recognises(value: dict[str, Any]) -> bool:
    """Return whether an object is a conversation of LM Studio; one without messages is known by its other members."""
    messages = value.get("messages")
    if not isinstance(messages, list):
        return False
    return any(isinstance(as_dict(one).get("versions"), list) for one in messages) or (
        not messages and "createdAt" in value and "tokenCount" in value
    )


def conversation(value: dict[str, Any], findings: Findings) -> IncomingConversation | None:
    """Return an object's conversation; `None` when nothing was said in it."""
    created = as_time(value.get("createdAt")) or 0.0
    nodes: dict[str, Node] = {}
    above = ""
    for place, message in enumerate(as_list(value.get("messages"))):
        versions = as_list(as_dict(message).get("versions"))
        if not versions:
            findings.unreadable += 1
            continue
        selected = as_dict(message).get("currentlySelected")
        if not isinstance(selected, int) or not 0 <= selected < len(versions):
            selected = len(versions) - 1
        for number, version in enumerate(versions):
            nodes[f"{place}.{number}"] = Node(above, _said(as_dict(version), findings))
        above = f"{place}.{selected}"
    messages = arranged(nodes, above, created)
    if not messages:
        return None
    title = as_text(value.get("name"))
    ended = max(
        created, as_time(value.get("userLastMessagedAt")) or 0.0, as_time(value.get("assistantLastMessagedAt")) or 0.0
    )
    return IncomingConversation(
        uid=f"lm-studio:{_name(value, messages[0].text)}",
        title=title,
        titled_by_user=bool(title),
        messages=messages,
        created_at=created,
        updated_at=max(ended, messages[-1].created_at),
        pinned=value.get("pinned") is True,
        system_text=as_text(value.get("systemPrompt")) or _system_text(value),
        draft=as_text(value.get("clientInput")),
    )


def _name(value: dict[str, Any], first_text: str) -> str:
    # A file has no id: the millisecond it was made in is its name, and the first words tell two made at once apart.
    words = hashlib.sha256(first_text.encode(errors="replace")).hexdigest()[:16]
    return f"{as_key(value.get('createdAt'))}-{words}"


def _system_text(value: dict[str, Any]) -> str:
    for one in as_list(as_dict(value.get("perChatPredictionConfig")).get("fields")):
        if as_dict(one).get("key") == _SYSTEM_TEXT:
            return as_text(as_dict(one).get("value"))
    return ""


def _said(version: dict[str, Any], findings: Findings) -> Said | None:
    role = _ROLES.get(as_text(version.get("role")))
    if role is None:
        return None
    texts = texts_of(version.get("content"), findings)
    stop_reason = ""
    for step in as_list(version.get("steps")):
        kind = as_dict(step).get("type")
        if kind == "debugInfoBlock" or as_dict(as_dict(step).get("style")).get("type") == "thinking":
            continue
        if kind != "contentBlock":
            findings.left_out += 1
            continue
        texts += texts_of(as_dict(step).get("content"), findings)
        stop_reason = as_text(as_dict(as_dict(as_dict(step).get("genInfo")).get("stats")).get("stopReason"))
    text = "\n\n".join(text for text in texts if text)
    if not text.strip():
        return None
    reason = _STOP_REASONS.get(stop_reason, "")
    return Said(
        role=role,
        text=text,
        state=MessageState.CANCELLED if reason == StopReason.CANCELLED else MessageState.COMPLETE,
        model=as_key(as_dict(version.get("senderInfo")).get("senderName")) if role is Role.ASSISTANT else "",
        stop_reason=reason,
    )
