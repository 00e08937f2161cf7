"""A model's tokens: text to tokens and back."""

from __future__ import annotations

import ctypes
from typing import Any

_FIRST_PIECE_BYTES = 64


class Vocabulary:
    """The vocabulary of a loaded llama.cpp model; valid as long as the model is."""

    def __init__(self, llama: Any, pointer: Any) -> None:
        """Wrap llama.cpp's vocabulary."""
        self._llama = llama
        self._vocab = pointer
        self.size: int = llama.llama_vocab_n_tokens(pointer)

    def tokenize(self, text: str, *, add_special: bool = False, parse_special: bool = False) -> list[int]:
        """Return the tokens of `text`.

        Args:
            text: Any text; lone surrogates become U+FFFD.
            add_special: Add the beginning and end tokens the model wants.
            parse_special: Special tokens written out in `text` count as such.
        """
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        while True:
            buffer = (self._llama.llama_token * room)()
            count = self._llama.llama_tokenize(self._vocab, data, len(data), buffer, room, add_special, parse_special)
            if count >= 0:
                return list(buffer[:count])
            if -count <= room:
                raise ValueError(f"llama_tokenize returned {count} for {len(data)} bytes")
            room = -count

    def piece(self, token: int) -> bytes:
        """Return the bytes a token stands for; empty for special tokens."""
        length = _FIRST_PIECE_BYTES
        while True:
            buffer = ctypes.create_string_buffer(length)
            count = self._llama.llama_token_to_piece(self._vocab, token, buffer, length, 0, False)
            if count >= 0:
                return buffer.raw[:count]
            length = -count

    def text_of(self, token: int) -> str:
        """Return how a special token is written; empty for a token that does not exist (-1)."""
        if not 0 <= token < self.size:
            return ""
        text: bytes | None = self._llama.llama_vocab_get_text(self._vocab, token)
        return (text or b"").decode("utf-8", "replace")

    def is_end(self, token: int) -> bool:
        """Tell whether a token ends the answer."""
        return bool(self._llama.llama_vocab_is_eog(self._vocab, token))

    @property
    def bos(self) -> str:
        """How the token is written that begins a text, or an empty string."""
        return self.text_of(self._llama.llama_vocab_bos(self._vocab))

    @property
    def eos(self) -> str:
        """How the token is written that ends a text, or an empty string."""
        return self.text_of(self._llama.llama_vocab_eos(self._vocab))
