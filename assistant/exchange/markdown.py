"""Conversations as Markdown: answers are Markdown already, and go in as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.exchange.words import ENGLISH, Words, moment
from assistant.store import Conversation, Message, Role

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$")


def document(
    conversations: Sequence[Conversation],
    messages: Callable[[Conversation], Iterator[Message]],
    *,
    words: Words = ENGLISH,
) -> Iterator[str]:
    """Return the branch shown of every conversation, piece by piece; arguments as `plain_text.document`."""
    for number, conversation in enumerate(conversations):
        if number:
            yield "\n---\n\n"
        yield f"# {_escaped(words.title(conversation))}\n\n*{moment(conversation.created_at)}*\n"
        if conversation.system_text.strip():
            yield f"\n**{words.instructions}**\n\n{_quoted(conversation.system_text.strip())}\n"
        for message in messages(conversation):
            note = f" *({ending})*" if (ending := words.ending(message)) else ""
            text = message.text.rstrip()
            shown = _quoted(text) if message.role is Role.USER else closed(text)
            yield f"\n## {words.speaker(message)}{note}\n\n{shown}\n"


def closed(text: str) -> str:
    """Return Markdown with a code block that was cut off ended, so that it does not swallow what follows."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if found is None:
            continue
        marks, rest = found.group(1), found.group(2)
        if not fence:
            if marks[0] == "~" or "`" not in rest:
                fence = marks
        elif marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip():
            fence = ""
    return f"{text}\n{fence}" if fence else text


def _quoted(text: str) -> str:
    """Return what a person typed, as a quotation: line by line as it was, headings and all."""
    return "\n".join(f"> {line}".rstrip() for line in closed(text).split("\n"))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
