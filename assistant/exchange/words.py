"""The English words in exported texts: who spoke, when, and how an answer ended."""

from __future__ import annotations

import time

from assistant.events import StopReason
from assistant.store import Conversation, Message, MessageState, Role

_SPEAKERS = {Role.USER: "You", Role.ASSISTANT: "Thimble"}
_ENDINGS = {
    MessageState.STREAMING: "still being written",
    MessageState.CANCELLED: "stopped",
    MessageState.FAILED: "failed",
    MessageState.INTERRUPTED: "interrupted",
}
_CUT_OFF = (StopReason.LENGTH, StopReason.CONTEXT)


def title(conversation: Conversation) -> str:
    """Return a conversation's title on one line, or what stands for it."""
    return " ".join(conversation.title.split()) or "Untitled"


def speaker(message: Message) -> str:
    """Return who wrote a message."""
    return _SPEAKERS[message.role]


def ending(message: Message) -> str:
    """Return how an answer ended where that is not its natural end; else nothing."""
    if message.state is MessageState.COMPLETE:
        return "cut off" if message.stop_reason in _CUT_OFF else ""
    return _ENDINGS[message.state]


def moment(seconds: float) -> str:
    """Return a moment as local date and time; nothing for one that no calendar has."""
    try:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))
    except (ValueError, OverflowError, OSError):
        return ""
