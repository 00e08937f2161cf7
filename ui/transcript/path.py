"""The messages of the conversation shown: their heads, their texts as far as needed, their heights as far as known."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence

from assistant.store.records import Message, MessageHead, MessageState, Role
from ui.transcript.heights import Heights
from ui.transcript.message_widget import COLLAPSED_CHARACTERS, LONGEST_INLINE

Fetch = Callable[[Sequence[int]], list[Message]]
_KEPT_MESSAGES = 64
_KEPT_CHARACTERS = 4_000_000
_AROUND_TEXT = 84
"""Pixels of a message that are not its text."""


class Path:
    """The list the transcript shows a part of."""

    def __init__(self, fetch: Fetch) -> None:
        """Begin empty; `fetch` returns the messages with the given ids."""
        self._fetch = fetch
        self.heads: list[MessageHead] = []
        self.heights = Heights()
        self._places: dict[int, int] = {}
        self._messages: OrderedDict[int, Message] = OrderedDict()
        self._streams: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self.heads)

    def replace(self, heads: Sequence[MessageHead], *, width: int, line_height: float, keep: bool) -> None:
        """Take a new list; with `keep`, what is known of messages that did not change stays."""
        estimates = estimated_heights(heads, width, line_height)
        if keep:
            known = {head.id: (head, height) for head, height in zip(self.heads, self.heights, strict=True)}
            for index, head in enumerate(heads):
                old = known.get(head.id)
                if old is not None:
                    estimates[index] = old[1]
                    if old[0] != head and head.state is not MessageState.STREAMING:
                        self._messages.pop(head.id, None)
                        self._streams.pop(head.id, None)
        else:
            self._messages.clear()
            self._streams.clear()
        self.heads = list(heads)
        self._places = {head.id: index for index, head in enumerate(self.heads)}
        self.heights = Heights(estimates)
        for head in self.heads:
            if head.state is MessageState.STREAMING and head.id not in self._streams:
                message = self.messages([head.id]).get(head.id)
                self._streams[head.id] = [message.text if message else ""]

    def estimate_again(self, *, width: int, line_height: float) -> None:
        """Estimate all heights anew, for another width."""
        self.heights = Heights(estimated_heights(self.heads, width, line_height))

    def place(self, message_id: int) -> int | None:
        """Return a message's place, if it is on the path."""
        return self._places.get(message_id)

    def messages(self, ids: Sequence[int]) -> dict[int, Message]:
        """Return messages with their texts, fetching what is not at hand."""
        missing = [message_id for message_id in ids if message_id not in self._messages]
        if missing:
            for message in self._fetch(missing):
                self._messages[message.id] = message
        found = {}
        for message_id in ids:
            if message_id in self._messages:
                self._messages.move_to_end(message_id)
                found[message_id] = self._messages[message_id]
        self._forget(keep=len(ids))
        return found

    def _forget(self, *, keep: int) -> None:
        characters = sum(len(message.text) for message in self._messages.values())
        while len(self._messages) > keep and (len(self._messages) > _KEPT_MESSAGES or characters > _KEPT_CHARACTERS):
            _, message = self._messages.popitem(last=False)
            characters -= len(message.text)

    def append(self, message_id: int, text: str) -> None:
        """Keep streamed text, also while the message is not in view."""
        stream = self._streams.get(message_id)
        if stream is None:
            message = self.messages([message_id]).get(message_id)
            stream = self._streams[message_id] = [message.text if message else ""]
        stream.append(text)

    def streamed(self, message_id: int) -> str | None:
        """Return the text of a message that is being written; `None` for any other."""
        stream = self._streams.get(message_id)
        if stream is None:
            return None
        stream[:] = ["".join(stream)]
        return stream[0]

    def finish(self, message: Message, head: MessageHead) -> None:
        """Take over a message as it ended."""
        self._streams.pop(message.id, None)
        self._messages[message.id] = message
        place = self._places.get(message.id)
        if place is not None:
            self.heads[place] = head


def estimated_heights(heads: Sequence[MessageHead], width: int, line_height: float) -> list[int]:
    """Return about how tall messages will be, in pixels, before their texts are known."""
    per_character = 1.15 * line_height * line_height * 0.36 / width
    shortest = int(_AROUND_TEXT + line_height)
    longest = {Role.USER: COLLAPSED_CHARACTERS, Role.ASSISTANT: LONGEST_INLINE}
    tallest = {role: int(_AROUND_TEXT + length * per_character) for role, length in longest.items()}
    result = []
    for head in heads:  # Written out: this runs over 10,000 messages while the window waits.
        height = int(_AROUND_TEXT + head.length * per_character)
        if height < shortest:
            height = shortest
        elif height > tallest[head.role]:
            height = tallest[head.role]
        result.append(height)
    return result
