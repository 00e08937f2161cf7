"""The words of a text, as far as they are needed to compare texts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from assistant.text.languages import stop_words

# Words with inner apostrophes; of scripts without spaces each character stands alone and is paired later.
_TOKEN = re.compile(r"[぀-ヿ㐀-鿿฀-໿ក-៿豈-﫿]|[^\W_]+(?:[’'][^\W_]+)*")
_PAIRED = re.compile(r"[぀-ヿ㐀-鿿฀-໿ក-៿豈-﫿]")
_STEM = 6
# Digits in groups of three, or digits with decimals; "2026-11-25" is three numbers.
_NUMBER = re.compile(r"\d{1,3}(?:[.,’'\u00a0\u202f\u2009 ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_CAPITAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?|[^\W\d_][\w’'&-]*[^\W_]|[^\W\d_]")


def content_words(text: str, language: str = "") -> list[str]:
    """Return the words of `text` that carry meaning, in order, reduced so that forms of a word look the same.

    Case and accents are folded, long words cut to their first letters; of scripts without spaces pairs of neighbouring
    characters stand for words. Numbers are words.

    Args:
        text: Any text.
        language: Whose stop words are left out; "" for those of all known languages.
    """
    stops = stop_words(language)
    words = []
    before = ""
    end = -1
    for found in _TOKEN.finditer(text):
        token = found.group()
        if len(token) == 1 and _PAIRED.match(token):
            if before and found.start() == end:
                words.append(before + token)
            before, end = token, found.end()
            continue
        before = ""
        word = token.casefold()
        if word in stops or (len(word) == 1 and not word.isdigit()):
            continue
        words.append(_stem(word))
    return words


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    if not word.isascii():
        word = "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
    word = re.sub(r"[’'].*$", "", word) if not word.startswith(("l'", "d'", "l’", "d’")) else word[2:]
    if word.isdigit():
        return word
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:_STEM]


def numbers(text: str) -> list[str]:
    """Return the numbers in `text` in their order, without the marks that group digits: "1,234.50" gives "1234.5"."""
    return [_plain(found.group()) for found in _NUMBER.finditer(text)]


def _plain(number: str) -> str:
    parts = re.split(r"\D", number)
    # What follows the last mark is a group of three digits, or decimals.
    if len(parts) > 1 and (len(parts[-1]) != 3 or parts[0] == "0"):
        whole, decimals = "".join(parts[:-1]), parts[-1].rstrip("0")
    else:
        whole, decimals = "".join(parts), ""
    whole = whole.lstrip("0") or "0"
    return f"{whole}.{decimals}" if decimals else whole


def names(text: str, language: str = "") -> list[str]:
    """Return the words of `text` with a capital that is not due to the beginning of a sentence, folded.

    Where a capital says nothing, at the beginning of a sentence and in German, whose nouns all have one, a word counts
    only with a further capital or digit in it.
    """
    found_names = []
    for found in _CAPITAL.finditer(text):
        word = found.group()
        if not any(char.isupper() for char in word):
            continue
        inner = any(char.isupper() or char.isdigit() for char in word[1:])
        if not inner and (len(word) == 1 or language == "de" or _begins(text, found.start())):
            continue
        found_names.append(folded(word))
    return found_names


def _begins(text: str, at: int) -> bool:
    before = text[:at].rstrip(" \t\n\"'“”‘’«»„([{*_-–—•")
    return not before or before[-1] in ".!?…:;。！？"


def folded(word: str) -> str:
    """Return a word without case, accents and the ’s of English."""
    word = re.sub(r"[’']s?$", "", word.casefold())
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
