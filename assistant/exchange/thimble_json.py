"""Thimble's own export: JSON that holds everything of a conversation, also the branches that are not shown.

Described in `resources/formats/README.md`, and as a JSON Schema beside it.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from assistant.events import AnswerStats
from assistant.exchange.findings import Findings
from assistant.store import (
    Conversation,
    Folder,
    IncomingConversation,
    IncomingMessage,
    Kind,
    Message,
    MessageState,
    Role,
)

FORMAT = "thimble-conversations"
VERSION = 1

_Place = Annotated[int, Meta(ge=0, le=2**53)]
_Count = Annotated[int, Meta(ge=0, le=2**53)]
_Name = Annotated[str, Meta(max_length=400)]
_Record = TypeVar("_Record")


class FolderRecord(msgspec.Struct, frozen=True):
    """A folder in the file."""

    name: str
    created_at: float


class StatsRecord(msgspec.Struct, frozen=True):
    """The fields of `AnswerStats` in the file."""

    prompt_tokens: _Count
    answer_tokens: _Count = 0
    prompt_tokens_per_second: float = 0.0
    answer_tokens_per_second: float = 0.0
    seconds_to_first_token: float = 0.0
    reused_tokens: _Count = 0


class MessageRecord(msgspec.Struct, frozen=True, omit_defaults=True):
    """A message in the file."""

    parent: _Place | None
    role: Role
    text: str
    created_at: float
    chosen: bool
    state: MessageState = MessageState.COMPLETE
    model: str = ""
    stop_reason: str = ""
    error: str = ""
    stats: StatsRecord | None = None


class ConversationRecord(msgspec.Struct, frozen=True):
    """A conversation in the file, without its messages and what counts in them."""

    uid: _Name
    title: str
    created_at: float
    updated_at: float
    titled_by_user: bool = False
    pinned: bool = False
    archived: bool = False
    kind: Kind = Kind.CHAT
    folder: _Place | None = None
    system_text: str = ""
    draft: str = ""


def beginning(folders: Sequence[Folder], *, program: str, now: float) -> bytes:
    """Return the file up to its first conversation."""
    head = {"format": FORMAT, "version": VERSION, "program": program, "exported_at": now}
    records = [FolderRecord(folder.name, _finite(folder.created_at)) for folder in folders]
    return _object_without_end(head) + b',\n"folders":' + msgspec.json.encode(records) + b',\n"conversations":[\n'


def conversation_json(
    conversation: Conversation, messages: Iterable[tuple[Message, bool]], *, folder: int | None
) -> Iterator[bytes]:
    """Return a conversation's JSON, piece by piece.

    Args:
        conversation: The conversation.
        messages: All its messages in the order they were made, each with whether it is the chosen one.
        folder: Place of its folder in the file.
    """
    record = ConversationRecord(
        # One that was recovered from a damaged store may have lost its own.
        uid=conversation.uid or secrets.token_hex(16),
        title=conversation.title,
        created_at=_finite(conversation.created_at),
        updated_at=_finite(conversation.updated_at),
        titled_by_user=conversation.titled_by_user,
        pinned=conversation.pinned,
        archived=conversation.archived,
        kind=conversation.kind,
        folder=folder,
        system_text=conversation.system_text,
        draft=conversation.draft,
    )
    yield _object_without_end(record) + b',"messages":['
    places: dict[int, int] = {}
    for message, chosen in messages:
        comma = b",\n" if places else b"\n"
        yield comma + msgspec.json.encode(_message_record(message, chosen, places))
        places[message.id] = len(places)
    start = places.get(conversation.context_start or 0)
    yield b'],"context_start":' + msgspec.json.encode(start) + b"}"


END = b"\n]}\n"
"""What follows the last conversation."""


def _object_without_end(value: Any) -> bytes:
    return msgspec.json.encode(value)[:-1]


def _message_record(message: Message, chosen: bool, places: dict[int, int]) -> MessageRecord:
    stats = None
    if message.stats is not None:
        fields: dict[str, Any] = msgspec.structs.asdict(message.stats)
        numbers: dict[str, Any] = {name: _finite(number) for name, number in fields.items()}
        stats = StatsRecord(**numbers)
    return MessageRecord(
        # A parent that does not come before can only be damage.
        parent=places.get(message.parent_id) if message.parent_id is not None else None,
        role=message.role,
        text=message.text,
        created_at=_finite(message.created_at),
        chosen=chosen,
        state=MessageState.INTERRUPTED if message.state is MessageState.STREAMING else message.state,
        model=message.model,
        stop_reason=message.stop_reason,
        error=message.error,
        stats=stats,
    )


def _finite(number: float) -> float:
    """JSON has no infinity."""
    return number if math.isfinite(number) else 0.0


def recognises(value: dict[str, Any]) -> bool:
    """Return whether an object is the head of Thimble's own export."""
    return value.get("format") == FORMAT


def folders(value: dict[str, Any], findings: Findings) -> list[FolderRecord | None]:
    """Return the folders of a file; `None` stands for one that makes no sense."""
    found: list[FolderRecord | None] = []
    listed = value.get("folders")
    for one in listed if isinstance(listed, list) else []:
        record = _converted(one, FolderRecord)
        if record is not None and not math.isfinite(record.created_at):
            record = None
        findings.unreadable += record is None
        found.append(record)
    return found


def conversation(value: dict[str, Any], findings: Findings) -> tuple[IncomingConversation, int | None] | None:
    """Return an object's conversation and the place of its folder; `None` when it makes no sense.

    A message that makes no sense is left out; what follows it then follows the one before it.
    """
    record = _converted(value, ConversationRecord)
    if record is None or not record.uid or not _are_finite(record.created_at, record.updated_at):
        return None
    messages: list[IncomingMessage] = []
    # For each message of the file: where it is now, or where the one it followed is.
    places: list[int | None] = []
    listed = value.get("messages")
    for one in listed if isinstance(listed, list) else []:
        message = _message(one)
        parent = message.parent if message is not None else _parent_of(one)
        above = places[parent] if parent is not None and parent < len(places) else None
        if message is None:
            findings.unreadable += 1
            places.append(above)
            continue
        places.append(len(messages))
        messages.append(replace(message, parent=above))
    start = value.get("context_start")
    context_start = places[start] if isinstance(start, int) and 0 <= start < len(places) else None
    return (
        IncomingConversation(
            uid=record.uid,
            title=record.title,
            messages=messages,
            created_at=record.created_at,
            updated_at=record.updated_at,
            titled_by_user=record.titled_by_user,
            pinned=record.pinned,
            archived=record.archived,
            kind=record.kind,
            system_text=record.system_text,
            draft=record.draft,
            context_start=context_start,
        ),
        record.folder,
    )


def _message(value: Any) -> IncomingMessage | None:
    record = _converted(value, MessageRecord)
    if record is None or not math.isfinite(record.created_at):
        return None
    stats = None
    if record.stats is not None:
        numbers = msgspec.structs.astuple(record.stats)
        if not _are_finite(*numbers):
            return None
        stats = AnswerStats(*numbers)
    return IncomingMessage(
        parent=record.parent,
        role=record.role,
        text=record.text,
        created_at=record.created_at,
        chosen=record.chosen,
        state=record.state,
        model=record.model,
        stats=stats,
        stop_reason=record.stop_reason,
        error=record.error,
    )


def _parent_of(value: Any) -> int | None:
    parent = value.get("parent") if isinstance(value, dict) else None
    return parent if isinstance(parent, int) and parent >= 0 else None


def _converted(value: Any, kind: type[_Record]) -> _Record | None:
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return None


def _are_finite(*values: float) -> bool:
    return all(math.isfinite(value) for value in values)
