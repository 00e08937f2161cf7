"""Conversations as plain text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from assistant.exchange.words import ENGLISH, Words, moment
from assistant.store import Conversation, Message

_RULE = "=" * 72


def document(
    conversations: Sequence[Conversation],
    messages: Callable[[Conversation], Iterator[Message]],
    *,
    words: Words = ENGLISH,
) -> Iterator[str]:
    """Return the branch shown of every conversation, piece by piece.

    Args:
        conversations: In the order wanted.
        messages: Reads the messages of one of them.
        words: The words between them.
    """
    for number, conversation in enumerate(conversations):
        if number:
            yield f"\n{_RULE}\n\n"
        yield f"{words.title(conversation)}\n{moment(conversation.created_at)}\n"
        if conversation.system_text.strip():
            yield f"\n{words.instructions}:\n{conversation.system_text.strip()}\n"
        for message in messages(conversation):
            note = f" ({ending})" if (ending := words.ending(message)) else ""
            yield f"\n{words.speaker(message)}{note}:\n{message.text.rstrip()}\n"
