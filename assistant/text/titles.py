"""A title for a conversation, from its first message."""

from __future__ import annotations

import re

LONGEST_TITLE = 48
_SENTENCE_END = re.compile(r"(?<=[.!?…؟।])(?=\s|$)|(?<=[\u3002\uff01\uff1f])")
_MARKUP = re.compile(r"^[\s#>*\-`_]+|[\s*`_]+$")
_LOOKED_AT = 2_000


def title_from(message: str) -> str:
    """Return the first sentence of the first line that has one, cut at a word's end; "" for a blank message.

    Args:
        message: What the user wrote, of any length; only its beginning is looked at.
    """
    for line in message.lstrip()[:_LOOKED_AT].splitlines():
        words = " ".join(_MARKUP.sub("", line).split())
        if words:
            return shortened(_SENTENCE_END.split(words, maxsplit=1)[0], LONGEST_TITLE)
    return ""


def shortened(text: str, longest: int) -> str:
    """Return `text` with at most `longest` characters, cut after a word when one ends in the second half."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    if not text[longest - 1].isspace():
        at = cut.rfind(" ")
        if at >= longest // 2:
            cut = cut[:at]
    return cut.rstrip(" ,;:–-") + "…"
