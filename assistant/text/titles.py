"""A title for a conversation: from its first message, and what is asked of one that a model makes."""

from __future__ import annotations

import re
import unicodedata

LONGEST_TITLE = 48
_SENTENCE_END = re.compile(r"(?<=[.!?…؟।])(?=\s|$)|(?<=[\u3002\uff01\uff1f])")
_MARKUP = re.compile(r"^[\s#>*\-`_]+|[\s*`_]+$")
_LOOKED_AT = 2_000
MOST_TITLE_WORDS = 7
SHORT_QUESTION_WORDS = 5
"""A question of so few words is its own best title."""

_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"^(?:topic|title)\s*:\s*", re.IGNORECASE)
_AROUND = " \t\"'“”„«»‘’*_`#.:;,-–"
_CONTENT_LETTERS = 4
"""Shorter words (the, und, de) say nothing about the topic."""


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


def title_can_be_made(question: str) -> bool:
    """Return whether a model may find a better title for a conversation than its first sentence."""
    return len(question.split()) > SHORT_QUESTION_WORDS


def usable_title(generated: str, *, question: str, answer: str) -> str:
    """Return what a model wrote as a title, tidied up; "" when it is not one, or not about this conversation.

    Small models often write a sentence, an excuse or something from nowhere. A title counts when it is short and every
    word that says something is in the exchange, at least one of them in the question; endings may differ.

    Args:
        generated: What the model wrote.
        question: What the user wrote first.
        answer: What was answered.
    """
    lines = generated.strip().splitlines()
    title = " ".join(_LABEL.sub("", lines[0].strip(_AROUND) if lines else "").split()).strip(_AROUND)
    if not 2 < len(title) <= LONGEST_TITLE or len(title.split()) > MOST_TITLE_WORDS:
        return ""
    if _words(title)[:1] == ["i"]:
        return ""  # an excuse or an answer
    words = [word for word in _words(title) if len(word) >= _CONTENT_LETTERS or word.isdigit()]
    asked, answered = _words(question[:_LOOKED_AT]), _words(answer[:_LOOKED_AT])
    in_question = [word for word in words if _is_in(word, asked)]
    if not in_question or len(set(words)) < len(words):
        return ""
    if not all(word in in_question or (not word.isdigit() and _is_in(word, answered)) for word in words):
        return ""
    return title[0].upper() + title[1:]


def _words(text: str) -> list[str]:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _WORD.findall("".join(c for c in decomposed if not unicodedata.combining(c)))


def _is_in(word: str, words: list[str]) -> bool:
    """Tell whether a word is among others, with another ending perhaps ("planning", "plan"), or a part of one.

    Words of scripts without spaces come as long runs, in which the title's are found as parts.
    """
    for other in words:
        if word == other or (not word.isascii() and word in other):
            return True
        shared = next(
            (place for place, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other))
        )
        if not word.isdigit() and shared >= max(_CONTENT_LETTERS, min(len(word), len(other)) - 2):
            return True
    return False
