"""The words in exported texts besides the conversations' own: who spoke, when, and how an answer ended."""

from __future__ import annotations

import time
from dataclasses import dataclass

from assistant.events import StopReason
from assistant.store import Conversation, Message, MessageState, Role

_CUT_OFF = (StopReason.LENGTH, StopReason.CONTEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words in one language; English where nothing else is given.

    Attributes:
        language: Tag of the language ("de"), for readers of web pages.
        user: Who asks.
        assistant: Who answers.
        untitled: Stands for a missing title.
        conversations: Above the table of contents.
        instructions: Above the system text.
        cut_off: Of an answer that reached a limit.
        stopped: Of one the user stopped.
        failed: Of one an error ended.
        interrupted: Of one the end of the program ended.
        being_written: Of one that goes on.
    """

    language: str = "en"
    user: str = "You"
    assistant: str = "Thimble"
    untitled: str = "Untitled"
    conversations: str = "Conversations"
    instructions: str = "Instructions for the model"
    cut_off: str = "cut off"
    stopped: str = "stopped"
    failed: str = "failed"
    interrupted: str = "interrupted"
    being_written: str = "still being written"

    def title(self, conversation: Conversation) -> str:
        """Return a conversation's title on one line, or what stands for it."""
        return " ".join(conversation.title.split()) or self.untitled

    def speaker(self, message: Message) -> str:
        """Return who wrote a message."""
        return self.user if message.role is Role.USER else self.assistant

    def ending(self, message: Message) -> str:
        """Return how an answer ended where that is not its natural end; else nothing."""
        match message.state:
            case MessageState.COMPLETE:
                return self.cut_off if message.stop_reason in _CUT_OFF else ""
            case MessageState.STREAMING:
                return self.being_written
            case MessageState.CANCELLED:
                return self.stopped
            case MessageState.FAILED:
                return self.failed
            case MessageState.INTERRUPTED:
                return self.interrupted


ENGLISH = Words()


def moment(seconds: float) -> str:
    """Return a moment as local date and time; nothing for one that no calendar has."""
    try:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(seconds))
    except (ValueError, OverflowError, OSError):
        return ""
