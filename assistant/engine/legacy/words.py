"""Text to tokens and back for models from before GGUF.

Kinds whose files hold only a list of words are tokenized here, by the library's own rules: its code recurses once per
character of a word (a long one overflows the stack) and takes a time that grows with the cube of the text (Replit).
LLaMA and Falcon use the library, which checks nothing either: see `assistant.model_files.ggml_check`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Protocol

from assistant.engine.legacy.library import LibraryModel
from assistant.model_files.ggml_check import GgmlFile, falcon_special_words

_SPLIT = re.compile(rb"'s|'t|'re|'ve|'m|'ll|'d| ?[A-Za-z]+| ?[0-9]+| ?[^\sA-Za-z0-9]+|\s+(?!\S)|\s+")
_SPECIAL = re.compile(rb"<\|[^|<>\s]{1,40}\|>|<fim[-_][a-z]+>|</?s>|### (End|Instruction:|Response:)")
_ENDS = frozenset({b"<|endoftext|>", b"</s>", b"<|end|>", b"<|im_end|>", b"<|end_of_turn|>", b"### End"})
_UNKNOWN_SCORE = -1_000.0
_UNKNOWN = 0
_LLAMA_SPECIAL_WORDS = 3


class _Encoder(Protocol):
    """Splits bytes, in which no special token is marked, into tokens."""

    def __call__(self, text: bytes) -> list[int]:
        """Return the tokens of `text`."""


class LegacyVocabulary:
    """The vocabulary of a loaded model.

    Attributes:
        size: Number of tokens.
        bos: Always empty: these models' prompts do not spell the token that begins a text.
        eos: Always empty, as well.
    """

    def __init__(self, file: GgmlFile, model: LibraryModel) -> None:
        """Read the words; `model` is used where the library's own tokenizer is."""
        self.size = model.vocabulary_size
        self.bos = ""
        self.eos = ""
        self._words = file.words[: self.size]
        self._numbers = {word: token for token, word in enumerate(self._words)}
        self._beginning: list[int] = []
        self._space = ""
        if file.kind in ("llama", "falcon"):
            self._encode: _Encoder = model.tokenize
            special = self._words[:_LLAMA_SPECIAL_WORDS] if file.kind == "llama" else falcon_special_words(self._words)
            self._special = frozenset(special)
            self._ends = frozenset({model.end})
            if file.kind == "llama":
                self._beginning, self._space = [model.beginning], " "
        else:
            self._encode = _Unigrams(self._numbers, file.scores) if file.scores else _LongestWords(self._numbers)
            self._special = frozenset(word for word in self._words if _SPECIAL.fullmatch(word))
            self._ends = frozenset(self._numbers[word] for word in _ENDS if word in self._numbers)
        marks = b"|".join(re.escape(word) for word in sorted(self._special, key=len, reverse=True))
        self._marks = re.compile(b"(" + marks + b")") if marks else None

    def tokenize(self, text: str, *, add_special: bool = False, parse_special: bool = False) -> list[int]:
        """Return the tokens of `text`.

        Args:
            text: Any text; what has no token is left out.
            add_special: Add what the model wants at the beginning of a text.
            parse_special: Special tokens written out in `text` count as such.
        """
        if not text:
            return list(self._beginning) if add_special else []
        data = ((self._space if add_special else "") + text).encode("utf-8", "replace").replace(b"\0", b" ")
        tokens = list(self._beginning) if add_special else []
        parts = self._marks.split(data) if self._marks else [data]
        for index, part in enumerate(parts):
            if index % 2 == 0:
                tokens += self._encode(part) if part else []
            elif parse_special:
                tokens.append(self._numbers[part])
            else:
                # Cut within, so that no tokenizer can put the mark together.
                tokens += self._encode(part[:1])
                tokens += self._encode(part[1:]) if part[1:] else []
        return [token for token in tokens if 0 <= token < self.size]

    def piece(self, token: int) -> bytes:
        """Return the bytes a token stands for; empty for special tokens."""
        word = self._words[token]
        return b"" if word in self._special else word

    def is_end(self, token: int) -> bool:
        """Tell whether a token ends the answer."""
        return token in self._ends


class _LongestWords:
    """GPT-2's split into words, each from its beginning the longest token that fits (the files have no merges)."""

    def __init__(self, numbers: dict[bytes, int]) -> None:
        self._numbers = numbers
        self._lengths = _lengths_by_beginning(numbers)
        self._word_tokens = lru_cache(maxsize=8_192)(self._tokens_of)

    def __call__(self, text: bytes) -> list[int]:
        return [token for word in _SPLIT.findall(text) for token in self._word_tokens(word)]

    def _tokens_of(self, word: bytes) -> tuple[int, ...]:
        tokens = []
        start = 0
        while start < len(word):
            for length in self._lengths.get(word[start : start + 2], ()):
                token = self._numbers.get(word[start : start + length])
                if token is not None and start + length <= len(word):
                    tokens.append(token)
                    start += length
                    break
            else:
                token = self._numbers.get(word[start : start + 1])
                tokens += [] if token is None else [token]
                start += 1
        return tuple(tokens)


class _Unigrams:
    """The split into tokens whose scores add up to the most (Kudo 2018, https://arxiv.org/abs/1804.10959)."""

    def __init__(self, numbers: dict[bytes, int], scores: Sequence[float]) -> None:
        self._numbers = numbers
        self._scores = scores
        self._lengths = _lengths_by_beginning(numbers)

    def __call__(self, text: bytes) -> list[int]:
        best = [float("-inf")] * (len(text) + 1)
        best[0] = 0.0
        came_from: list[tuple[int, int]] = [(0, _UNKNOWN)] * (len(text) + 1)
        for start in range(len(text)):
            for length in (*self._lengths.get(text[start : start + 2], ()), 1):
                token = self._numbers.get(text[start : start + length])
                end = start + length
                if end > len(text) or (token is None and length > 1):
                    continue
                score = best[start] + (_UNKNOWN_SCORE if token is None else self._scores[token])
                if score > best[end]:
                    best[end], came_from[end] = score, (start, _UNKNOWN if token is None else token)
        tokens = []
        position = len(text)
        while position:
            position, token = came_from[position]
            tokens.append(token)
        return tokens[::-1]


def _lengths_by_beginning(words: Iterable[bytes]) -> dict[bytes, tuple[int, ...]]:
    """Return, for two first bytes, the lengths of words that begin so, longest first."""
    lengths: dict[bytes, set[int]] = {}
    for word in words:
        if len(word) >= 2:
            lengths.setdefault(word[:2], set()).add(len(word))
    return {beginning: tuple(sorted(found, reverse=True)) for beginning, found in lengths.items()}
