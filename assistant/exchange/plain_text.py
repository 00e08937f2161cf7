"""Conversations as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.exchange import words
from assistant.store import Conversation, Message

_RULE = "=" * 72


def document(
    conversations: Sequence[Conversation], messages: Callable[[Conversation], Iterator[Message]]
) -> Iterator[str]:
    """Return the branch shown of every conversation, piece by piece.

    Args:
        conversations: In the order wanted.
        messages: Reads the messages of one of them.
    """
    for number, conversation in enumerate(conversations):
        if number:
            yield f"\n{_RULE}\n\n"
        yield f"{words.title(conversation)}\n{words.moment(conversation.created_at)}\n"
        if conversation.system_text.strip():
            yield f"\nInstructions for the model:\n{conversation.system_text.strip()}\n"
        for message in messages(conversation):
            note = f" ({ending})" if (ending := words.ending(message)) else ""
            yield f"\n{words.speaker(message)}{note}:\n{message.text.rstrip()}\n"
