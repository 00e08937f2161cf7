"""Conversations that come from elsewhere: another computer, another program, a file exported earlier."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.errors import StoreError
from assistant.events import AnswerStats
from assistant.store.database import Database, Value, storable, stored
from assistant.store.failures import GONE
from assistant.store.records import Folder, Kind, MessageState, Role


@dataclass(frozen=True, slots=True)
class IncomingMessage:
    """One message that comes from elsewhere.

    Attributes:
        parent: Place of the message it follows, in the same conversation's messages and before it; `None` for a first
            one.
        role: Who wrote it.
        text: The whole text.
        created_at: Unix time in seconds.
        chosen: Whether it is shown among those with the same parent.
        state: How far it got; one that was streaming comes in as interrupted.
        model: As `Message.model`.
        stats: As `Message.stats`.
        stop_reason: As `Message.stop_reason`.
        error: As `Message.error`.
    """

    parent: int | None
    role: Role
    text: str
    created_at: float
    chosen: bool = True
    state: MessageState = MessageState.COMPLETE
    model: str = ""
    stats: AnswerStats | None = None
    stop_reason: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class IncomingConversation:
    """One conversation that comes from elsewhere; the fields are those of `Conversation`.

    Attributes:
        messages: In the order they were made: a message comes after the one it follows.
        context_start: Place of the first message the model still reads.
    """

    uid: str
    title: str
    messages: Sequence[IncomingMessage]
    created_at: float
    updated_at: float
    titled_by_user: bool = False
    pinned: bool = False
    archived: bool = False
    kind: Kind = Kind.CHAT
    system_text: str = ""
    draft: str = ""
    context_start: int | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a conversation that came from elsewhere.

    Attributes:
        conversation_id: The conversation in this store.
        is_new: Whether it was not here before.
        added: How many of its messages were not here before.
    """

    conversation_id: int
    is_new: bool
    added: int


class Importing:
    """The part of the store that takes conversations in. Every method raises `StoreError`."""

    _database: Database

    def import_folder(self, name: str, created_at: float) -> Folder:
        """Add a folder that was made elsewhere, with the time it was made."""
        with self._database.transaction() as database:
            database.write("INSERT INTO folder (name, created_at) VALUES (?, ?)", (storable(name), created_at))
            folder_id = database.connection.last_insert_rowid()
        return Folder(folder_id, storable(name), created_at)

    def import_conversation(self, incoming: IncomingConversation, *, folder_id: int | None = None) -> Imported:
        """Add a conversation with all its branches, or to one with the same `uid` the messages it lacks.

        All in one transaction: a program killed in the middle leaves nothing of it. A known conversation keeps its
        title, folder and shown branch; one that was deleted comes back.

        Args:
            incoming: The conversation.
            folder_id: The folder a new one is put into.

        Raises:
            StoreError: It can't be written, or a message follows one that does not come before it; nothing was
                changed.
        """
        with self._database.transaction() as database:
            # One that is just being removed for good stays on its way out; its name is free for the new one.
            database.write(
                "UPDATE conversation SET uid = lower(hex(randomblob(16))) WHERE uid = ? AND deleted_at = 0",
                (storable(incoming.uid),),
            )
            rows = self._database.query("SELECT id FROM conversation WHERE uid = ?", (storable(incoming.uid),))
            if rows:
                conversation_id = rows[0][0]
                known = _Known(self._database, conversation_id)
            else:
                conversation_id = _insert_conversation(database, incoming, folder_id)
                known = None
            ids, added = _insert_messages(database, conversation_id, incoming.messages, known)
            if known is None:
                start = incoming.context_start
                if start is not None and 0 <= start < len(ids):
                    database.write(
                        "UPDATE conversation SET context_start = ? WHERE id = ?", (ids[start], conversation_id)
                    )
            else:
                database.write("UPDATE conversation SET deleted_at = NULL WHERE id = ?", (conversation_id,))
                if added:
                    database.write(
                        "UPDATE conversation SET updated_at = max(updated_at, ?) WHERE id = ?",
                        (incoming.updated_at, conversation_id),
                    )
        return Imported(conversation_id, known is None, added)


class _Known:
    """The messages a conversation has already, to be found along the tree."""

    def __init__(self, database: Database, conversation_id: int) -> None:
        self._database = database
        self._children: defaultdict[tuple[int, str, float], list[int]] = defaultdict(list)
        self.has_choice: set[int] = set()
        for id_, parent_id, role, created_at, chosen in database.query(
            "SELECT id, ifnull(parent_id, 0), role, created_at, chosen FROM message WHERE conversation_id = ?",
            (conversation_id,),
        ):
            self._children[parent_id, role, created_at].append(id_)
            if chosen:
                self.has_choice.add(parent_id)

    def take(self, parent_id: int, message: IncomingMessage) -> int | None:
        """Return the message that is the same as an incoming one, once; `None` when there is none."""
        candidates = self._children.get((parent_id, message.role.value, message.created_at))
        if not candidates:
            return None
        texts = {
            id_: stored(text)
            for id_, text in self._database.query(
                "SELECT id, CAST(text AS BLOB) FROM message WHERE id IN (SELECT value FROM json_each(?))",
                (json.dumps(candidates),),
            )
        }
        wanted = storable(message.text)
        found = next((id_ for id_ in candidates if texts.get(id_) == wanted), None)
        if found is None and message.state in (MessageState.STREAMING, MessageState.INTERRUPTED):
            # Exported while it was being written; here it went on.
            found = next((id_ for id_ in candidates if texts.get(id_, "").startswith(wanted)), None)
        if found is not None:
            candidates.remove(found)
        return found


def _insert_conversation(database: Database, incoming: IncomingConversation, folder_id: int | None) -> int:
    database.write(
        """INSERT INTO conversation (title, titled_by_user, pinned, system_text, draft, created_at, updated_at,
               folder_id, archived, kind, uid)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            storable(incoming.title),
            incoming.titled_by_user,
            incoming.pinned,
            storable(incoming.system_text),
            storable(incoming.draft),
            incoming.created_at,
            incoming.updated_at,
            folder_id,
            incoming.archived,
            incoming.kind.value,
            storable(incoming.uid),
        ),
    )
    return database.connection.last_insert_rowid()


_INSERT = """
    INSERT INTO message (conversation_id, parent_id, chosen, role, state, length, created_at, prompt_tokens,
        answer_tokens, prompt_tokens_per_second, answer_tokens_per_second, seconds_to_first_token, reused_tokens,
        stop_reason, model, error, text)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _insert_messages(
    database: Database, conversation_id: int, messages: Sequence[IncomingMessage], known: _Known | None
) -> tuple[list[int], int]:
    chosen = _choices(messages)
    ids: list[int] = []
    new: set[int] = set()
    for place, message in enumerate(messages):
        parent_id = None
        if message.parent is not None:
            if not 0 <= message.parent < place:
                raise StoreError(GONE, details=f"message {place} follows {message.parent}")
            parent_id = ids[message.parent]
        # Below a message that is new everything is new.
        if known is not None and parent_id not in new and (found := known.take(parent_id or 0, message)) is not None:
            ids.append(found)
            continue
        # Where there is a message already, the one shown stays.
        shown = chosen[message.parent] == place and (known is None or (parent_id or 0) not in known.has_choice)
        database.write(_INSERT, _values(conversation_id, parent_id, shown, message))
        ids.append(database.connection.last_insert_rowid())
        new.add(ids[-1])
    return ids, len(new)


def _choices(messages: Sequence[IncomingMessage]) -> dict[int | None, int]:
    """Return the place of the shown message among those with the same parent: the last one marked, else the last."""
    found: dict[int | None, tuple[bool, int]] = {}
    for place, message in enumerate(messages):
        before = found.get(message.parent)
        if before is None or message.chosen or not before[0]:
            found[message.parent] = (message.chosen, place)
    return {parent: place for parent, (_, place) in found.items()}


def _values(conversation_id: int, parent_id: int | None, chosen: bool, message: IncomingMessage) -> tuple[Value, ...]:
    text = storable(message.text)
    state = MessageState.INTERRUPTED if message.state is MessageState.STREAMING else message.state
    numbers: tuple[int | float | None, ...] = (None,) * 6
    if (stats := message.stats) is not None:
        numbers = (
            stats.prompt_tokens,
            stats.answer_tokens,
            stats.prompt_tokens_per_second,
            stats.answer_tokens_per_second,
            stats.seconds_to_first_token,
            stats.reused_tokens,
        )
    return (
        conversation_id,
        parent_id,
        chosen,
        message.role.value,
        state.value,
        len(text),
        message.created_at,
        *numbers,
        storable(message.stop_reason),
        storable(message.model),
        storable(message.error),
        text,
    )
