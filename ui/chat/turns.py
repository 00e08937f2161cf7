"""Which messages of a conversation are sent to the model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.engine.base import Turn
from assistant.store import Message, MessageHead, Role

CHARACTERS_PER_TOKEN = 8
"""More than any language has on average, so that what could fit is never held back."""
UNKNOWN_CONTEXT_LENGTH = 32_768
"""Assumed until the model has been loaded once and said its own, in tokens."""

Fetch = Callable[[Sequence[int]], list[Message]]


@dataclass(frozen=True, slots=True)
class Prompt:
    """A conversation as a request to the engine.

    Attributes:
        turns: The system text, if any, then the messages, oldest first.
        message_ids: The message behind each turn but the system one.
        first_turn: As `assistant.engine.base.Generation.first_turn`.
        whole: Whether every message with text is in it.
    """

    turns: tuple[Turn, ...]
    message_ids: tuple[int, ...]
    first_turn: int
    whole: bool

    def first_read(self, left_out: int) -> int | None:
        """Return the first message the model reads; `None` when it reads the whole conversation.

        Args:
            left_out: As `assistant.events.ContextFitted.left_out`.
        """
        if (left_out <= 0 and self.whole) or not self.message_ids:
            return None
        return self.message_ids[min(max(left_out, 0), len(self.message_ids) - 1)]


def make_prompt(
    heads: Sequence[MessageHead],
    fetch: Fetch,
    *,
    system_text: str,
    context_start: int | None,
    context_length: int | None,
) -> Prompt:
    """Build the request, reading only the texts that can fit.

    An answer without a word is left out: there is nothing in it to read.

    Args:
        heads: The path up to the last message the model shall read.
        fetch: Reads messages by id.
        system_text: Instructions of the conversation; blank for none.
        context_start: The first message read last time, when that still holds.
        context_length: Of the model, in tokens, when known.
    """
    spoken = [head for head in heads if head.length]
    budget = (context_length or UNKNOWN_CONTEXT_LENGTH) * CHARACTERS_PER_TOKEN
    recent = newest_within(spoken, budget)
    messages = [message for message in fetch([head.id for head in recent]) if message.text.strip()]
    ids = tuple(message.id for message in messages)
    system = (Turn("system", system_text.strip()),) if system_text.strip() else ()
    return Prompt(
        turns=system + tuple(Turn(message.role.value, message.text) for message in messages),
        message_ids=ids,
        first_turn=ids.index(context_start) if context_start in ids else 0,
        whole=len(recent) == len(spoken),
    )


def newest_within(heads: Sequence[MessageHead], budget: int) -> Sequence[MessageHead]:
    """Return the newest messages that have at most `budget` characters together.

    The newest message of the user and what follows it always belong to them, however long they are.
    """
    start = len(heads)
    used = 0
    question_seen = False
    while start > 0:
        head = heads[start - 1]
        used += head.length
        if used > budget and question_seen:
            break
        question_seen = question_seen or head.role is Role.USER
        start -= 1
    return heads[start:]
