"""Turns the bytes of tokens into text that can be shown."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Decodes UTF-8 that arrives in arbitrary pieces and ends before the first stop string.

    No half character and nothing that may still turn out to be the beginning of a stop string is given out.

    Attributes:
        stopped: A stop string was met; nothing more is given out.
    """

    def __init__(self, stop: Sequence[str] = ()) -> None:
        """Begin with nothing; empty stop strings are ignored."""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._stop = tuple(text for text in stop if text)
        self._held = ""
        self.stopped = False

    def feed(self, piece: bytes) -> str:
        """Return the text that can be shown after `piece`; may be empty."""
        return self._release(self._decoder.decode(piece))

    def finish(self) -> str:
        """Return what was held back: an incomplete character is given out as U+FFFD."""
        text = self._release(self._decoder.decode(b"", final=True))
        if self.stopped:
            return text
        held, self._held = self._held, ""
        return text + held

    def _release(self, text: str) -> str:
        if self.stopped or not text:
            return ""
        text = self._held + text
        found = [position for stop in self._stop if (position := text.find(stop)) >= 0]
        if found:
            self.stopped = True
            self._held = ""
            return text[: min(found)]
        keep = max((_overlap(text, stop) for stop in self._stop), default=0)
        self._held = text[len(text) - keep :]
        return text[: len(text) - keep]


def _overlap(text: str, stop: str) -> int:
    """Return the length of the longest end of `text` that is a proper beginning of `stop`."""
    for length in range(min(len(text), len(stop) - 1), 0, -1):
        if text.endswith(stop[:length]):
            return length
    return 0
