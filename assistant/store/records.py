"""What the store hands out: conversations, messages and their states."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from assistant.events import AnswerStats


class Role(StrEnum):
    """Who wrote a message."""

    USER = "user"
    ASSISTANT = "assistant"


class Kind(StrEnum):
    """What a conversation is about."""

    CHAT = "chat"
    SUMMARY = "summary"
    TRANSLATION = "translation"


class MessageState(StrEnum):
    """How far a message got."""

    COMPLETE = "complete"
    """Written or generated to its end."""
    STREAMING = "streaming"
    """Being generated right now by a running program."""
    CANCELLED = "cancelled"
    """Stopped by the user; the text so far is kept."""
    FAILED = "failed"
    """Ended by an error, whose sentence is in `Message.error`; the text so far is kept."""
    INTERRUPTED = "interrupted"
    """The program ended while it was streaming; the text so far is kept."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of conversations.

    Attributes:
        id: Never reused, also after deletion.
        name: As the user wrote it; two may have the same.
        created_at: Unix time in seconds.
    """

    id: int
    name: str
    created_at: float


class Conversation(msgspec.Struct, frozen=True, gc=False):
    """One conversation, without its messages. A struct because lists of ten thousand are read again and again.

    Attributes:
        id: Never reused, also after deletion.
        title: What the list shows; empty for a conversation that has no title yet.
        titled_by_user: Whether the user typed the title, so that it is never replaced by a generated one.
        pinned: Whether it stays at the top of the list.
        system_text: Instructions for the model; empty for none.
        draft: What is typed in the input but not sent.
        context_start: Id of the first message the model still reads; `None` when it reads all.
        created_at: Unix time in seconds.
        updated_at: Unix time in seconds of the last message added or continued.
        folder_id: The folder it lies in; `None` for none.
        archived: Whether it is kept out of the list.
        kind: What it is about.
        uid: The same for this conversation on any computer, and for no other.
    """

    id: int
    title: str
    titled_by_user: bool
    pinned: bool
    system_text: str
    draft: str
    context_start: int | None
    created_at: float
    updated_at: float
    folder_id: int | None
    archived: bool
    kind: Kind
    uid: str


@dataclass(frozen=True, slots=True)
class Message:
    """One message with its text.

    Attributes:
        id: Never reused, also after deletion.
        conversation_id: The conversation it belongs to.
        parent_id: The message it follows; `None` for a first message.
        role: Who wrote it.
        text: The whole text, or as much of it as there is so far.
        state: How far it got.
        model: Id of the model that wrote it; empty for the user's messages.
        stats: Size and speed of the answer, when known.
        stop_reason: Value of `assistant.events.StopReason`; empty when unknown.
        error: The sentence of the error that ended it; empty otherwise.
        created_at: Unix time in seconds.
    """

    id: int
    conversation_id: int
    parent_id: int | None
    role: Role
    text: str
    state: MessageState
    model: str
    stats: AnswerStats | None
    stop_reason: str
    error: str
    created_at: float


class MessageHead(msgspec.Struct, frozen=True, gc=False):
    """What a transcript needs to lay out a message before its text is fetched.

    A struct of msgspec, which is made ten times faster than a frozen dataclass: a conversation may have thousands.

    Attributes:
        id: The message.
        parent_id: The message it follows; `None` for a first message.
        role: Who wrote it.
        state: How far it got.
        length: Characters (code points) of its text.
        alternative: Its place among its siblings in the order they were made, from 1.
        alternatives: How many siblings there are, itself included.
    """

    id: int
    parent_id: int | None
    role: Role
    state: MessageState
    length: int
    alternative: int
    alternatives: int
