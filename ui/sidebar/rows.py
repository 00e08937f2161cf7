"""Which rows the list of conversations has: groups by age, and the filter by title."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto

from assistant.store.records import Conversation


class Group(Enum):
    """A heading in the list."""

    PINNED = auto()
    TODAY = auto()
    YESTERDAY = auto()
    LAST_WEEK = auto()
    EARLIER = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a heading, or a conversation."""

    group: Group
    conversation: Conversation | None = None


def fold(text: str) -> str:
    """Return `text` without case and diacritics, for finding it as people type it."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def local_today() -> date:
    """Return the date it is for the user."""
    return datetime.now(UTC).astimezone().date()


def group_of(conversation: Conversation, today: date) -> Group:
    """Return the heading a conversation belongs under; a time in the future counts as today."""
    if conversation.pinned:
        return Group.PINNED
    try:
        used = datetime.fromtimestamp(conversation.updated_at, UTC).astimezone().date()
    except (OverflowError, OSError, ValueError):
        return Group.EARLIER
    if used >= today:
        return Group.TODAY
    if used == today - timedelta(days=1):
        return Group.YESTERDAY
    if used > today - timedelta(days=8):
        return Group.LAST_WEEK
    return Group.EARLIER


def make_rows(conversations: Iterable[Conversation], today: date) -> list[Row]:
    """Return the rows, a heading before each group.

    Args:
        conversations: Pinned ones first, then the latest used first.
        today: The date it is for the user.
    """
    rows: list[Row] = []
    last: Group | None = None
    for conversation in conversations:
        group = group_of(conversation, today)
        if group is not last:
            rows.append(Row(group))
            last = group
        rows.append(Row(group, conversation))
    return rows
