"""Which language a text is in, and which of its words carry meaning."""

from __future__ import annotations

import re
from functools import cache

from assistant.paths import resources_folder

WORD_LISTS = ("de", "en", "es", "fr", "it", "nl", "pt")
"""Languages whose commonest words are known."""

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 20_000
_LEAST_WORDS = 8
_LEAST_SHARE = 0.18
_SCRIPTS = (
    ("ja", re.compile(r"[぀-ヿ]")),
    ("ko", re.compile(r"[가-힣]")),
    ("zh", re.compile(r"[一-鿿]")),
    ("ru", re.compile(r"[Ѐ-ӿ]")),
    ("el", re.compile(r"[Ͱ-Ͽ]")),
    ("ar", re.compile(r"[؀-ۿ]")),
    ("he", re.compile(r"[֐-׿]")),
    ("hi", re.compile(r"[ऀ-ॿ]")),
    ("th", re.compile(r"[฀-๿]")),
)
_LETTER = re.compile(r"[^\W\d_]")


@cache
def _stop_word_lists() -> dict[str, frozenset[str]]:
    text = (resources_folder() / "language" / "stop_words.txt").read_text("utf-8")
    lines = " ".join(line for line in text.splitlines() if not line.startswith("#"))
    found = re.findall(r"(\w+): ([^:]*)(?= \w+:|$)", lines)
    return {code: frozenset(words.split()) for code, words in found}


@cache
def stop_words(language: str) -> frozenset[str]:
    """Return the words of a language that say nothing about a subject; those of all known ones for an unknown one."""
    lists = _stop_word_lists()
    return lists[language] if language in lists else frozenset().union(*lists.values())


def language_of(text: str) -> str:
    """Return the code of the language of `text`, "" when it is too short to tell or none that is known.

    Latin scripts are told apart by their commonest words, others stand for their most widespread language; that is
    enough to choose word lists and to know whether a model writes the language.
    """
    text = _sample(text)
    letters = len(_LETTER.findall(text))
    if not letters:
        return ""
    for code, script in _SCRIPTS:
        found = len(script.findall(text))
        # Japanese is mostly Han with some kana between.
        if found > letters * (0.08 if code == "ja" else 0.4):
            return code
    words = [word.casefold() for word in _WORD.findall(text)]
    if len(words) < _LEAST_WORDS:
        return ""
    shares = {code: sum(word in stop_words(code) for word in words) / len(words) for code in _stop_word_lists()}
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] >= _LEAST_SHARE else ""


def _sample(text: str) -> str:
    """Return pieces of the beginning, the middle and the end of a long text."""
    if len(text) <= _LOOKED_AT:
        return text
    part = _LOOKED_AT // 4
    return "\n".join(text[at : at + part] for at in range(0, len(text) - part, (len(text) - part) // 3))
