"""What a search looks through, and what comes first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.store.records import Kind, Role


class Order(StrEnum):
    """What comes first."""

    BEST = "best"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked through.

    Attributes:
        conversation_id: Only this conversation.
        role: Only messages by this side.
        kind: Only conversations about this.
        since: Only what was written at this Unix time or later.
        until: Only what was written before this Unix time.
        archived: Whether archived conversations are looked through too.
        order: What comes first.
    """

    conversation_id: int | None = None
    role: Role | None = None
    kind: Kind | None = None
    since: float | None = None
    until: float | None = None
    archived: bool = True
    order: Order = Order.BEST
