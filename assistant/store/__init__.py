"""Conversations in SQLite: one file, written while an answer streams, never lost."""

from __future__ import annotations

from assistant.store.importing import Imported, IncomingConversation, IncomingMessage
from assistant.store.records import Conversation, Folder, Kind, Message, MessageHead, MessageState, Role
from assistant.store.store import Store

__all__ = [
    "Conversation",
    "Folder",
    "Imported",
    "IncomingConversation",
    "IncomingMessage",
    "Kind",
    "Message",
    "MessageHead",
    "MessageState",
    "Role",
    "Store",
]
