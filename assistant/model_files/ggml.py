"""Tells model files from before GGUF apart.

Their first bytes hardly say what they are: most kinds begin with the same four, and then each has its own row of 32-bit
numbers, its vocabulary and its tensors. So a file is read as each kind in turn, and is of the one whose numbers are
plausible and whose first tensor, behind the vocabulary, has a name of that kind. The layouts are those that
ctransformers 0.2.27 reads (https://github.com/marella/ctransformers).
"""

from __future__ import annotations

import stat
import struct
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from assistant.errors import ModelError

_GGML = b"lmgg"
_GGMF = b"fmgg"
_GGJT = b"tjgg"
_GGCC = b"ccgg"

_MOST_WORDS = 1_000_000
_LONGEST_WORD = 1_024
_MOST_EMBEDDING = 1 << 16
_MOST_HEADS = 1_024
_MOST_LAYERS = 512
_MOST_CONTEXT = 1 << 20
_LONGEST_NAME = 128
_CHUNK = 1 << 16
_Read = TypeVar("_Read")
_INTEGER = struct.Struct("<i")

_FILL_IN_THE_MIDDLE = frozenset((b"<fim_prefix>", b"<fim-prefix>"))
_INSTRUCTIONS = frozenset((b"### End", b"### Response:", b"### Instruction:"))
_TELLING_WORDS = _FILL_IN_THE_MIDDLE | _INSTRUCTIONS


@dataclass(frozen=True, slots=True)
class _Layout:
    """How a kind of file begins.

    Attributes:
        kind: Its name; `special` and its words turn it into another.
        fields: The leading 32-bit numbers in their order.
        names: What the names of tensors of this kind begin with.
        counted: The vocabulary begins with its length once more.
        scored: A 32-bit number follows each word.
        special: The kind, when one of `special_words` is in the vocabulary.
    """

    kind: str
    fields: tuple[str, ...]
    names: tuple[bytes, ...]
    counted: bool = False
    scored: bool = False
    special: str = ""
    special_words: frozenset[bytes] = frozenset()


_GPT2 = ("vocabulary", "context", "embedding", "heads", "layers", "type")
_NEOX = ("vocabulary", "context", "embedding", "heads", "layers", "rotary", "parallel", "type")
_LLAMA = ("vocabulary", "embedding", "multiple", "heads", "layers", "rotary", "type")
_LAYOUTS = (
    _Layout("gpt2", _GPT2, (b"model/",), counted=True, special="starcoder", special_words=_FILL_IN_THE_MIDDLE),
    _Layout(
        "gptj",
        ("vocabulary", "context", "embedding", "heads", "layers", "rotary", "type"),
        (b"transformer.wte.", b"transformer.h.", b"transformer.ln_f.", b"lm_head."),
        counted=True,
    ),
    _Layout("gptneox", _NEOX, (b"gpt_neox.", b"embed_out."), special="dolly", special_words=_INSTRUCTIONS),
    _Layout(
        "mpt",
        ("embedding", "context", "heads", "layers", "vocabulary", "alibi", "clip", "type"),
        (b"transformer.wte.", b"transformer.blocks.", b"transformer.norm_f."),
    ),
    _Layout(
        "replit",
        ("embedding", "context", "heads", "layers", "vocabulary", "type"),
        (b"transformer.wte.", b"transformer.blocks.", b"transformer.norm_f."),
        scored=True,
    ),
    # The oldest LLaMA files, which no library reads any more: known for the sake of the sentence.
    _Layout("llama", _LLAMA, (b"tok_embeddings.", b"layers.", b"norm.", b"output.")),
)
_BOUNDS = {
    "vocabulary": _MOST_WORDS,
    "embedding": _MOST_EMBEDDING,
    "heads": _MOST_HEADS,
    "layers": _MOST_LAYERS,
    "context": _MOST_CONTEXT,
}


class _OtherKindError(Exception):
    """The file is not what it was read as."""


def ggml_kind(path: Path) -> str | None:
    """Return which kind of model a file from before GGUF holds.

    Args:
        path: The file.

    Returns:
        "gpt2", "gptj", "gptneox", "dolly", "mpt", "replit", "starcoder", "llama" or "falcon"; None for every other
        file, a damaged one included.

    Raises:
        ModelError: The file can't be opened.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb", buffering=_CHUNK) as file:
            return _kind(file)
    except OSError as error:
        raise ModelError.unreadable(path.name, error) from error


def _kind(file: BinaryIO) -> str | None:
    magic = file.read(len(_GGML))
    # These belong to one kind each; a version stands between magic and numbers.
    if magic in (_GGMF, _GGJT):
        return "llama" if _tried(file, 8, partial(_numbers, file, _LLAMA)) else None
    if magic == _GGCC:
        fields = ("vocabulary", "embedding", "heads", "kv_heads", "layers", "variant", "type")
        return "falcon" if _tried(file, 8, partial(_numbers, file, fields)) else None
    if magic != _GGML:
        return None
    for layout in _LAYOUTS:
        if kind := _tried(file, len(_GGML), partial(_read_as, file, layout)):
            return kind
    return None


def _tried(file: BinaryIO, start: int, read: Callable[[], _Read]) -> _Read | None:
    file.seek(start)
    try:
        return read()
    except _OtherKindError:
        return None


def _read_as(file: BinaryIO, layout: _Layout) -> str:
    numbers = _numbers(file, layout.fields)
    words = numbers["vocabulary"]
    if layout.counted and _integer(file) != words:
        raise _OtherKindError
    told = _skip_words(file, words, scored=layout.scored)
    if not _tensor_name(file).startswith(layout.names):
        raise _OtherKindError
    return layout.special if told & layout.special_words else layout.kind


def _numbers(file: BinaryIO, fields: tuple[str, ...]) -> dict[str, int]:
    numbers = {field: _integer(file) for field in fields}
    for field, most in _BOUNDS.items():
        if not 0 < numbers.get(field, 1) <= most:
            raise _OtherKindError
    if numbers["embedding"] % numbers["heads"]:
        raise _OtherKindError
    return numbers


def _skip_words(file: BinaryIO, count: int, *, scored: bool) -> set[bytes]:
    """Step over a vocabulary; returns those of its words that tell kinds apart."""
    told: set[bytes] = set()
    behind = _INTEGER.size if scored else 0
    for _ in range(count):
        length = _integer(file)
        if not 0 <= length <= _LONGEST_WORD:
            raise _OtherKindError
        word = _bytes(file, length + behind)[:length]
        if word in _TELLING_WORDS:
            told.add(word)
    return told


def _tensor_name(file: BinaryIO) -> bytes:
    dimensions, length, _ = _integer(file), _integer(file), _integer(file)
    if dimensions not in (1, 2) or not 0 < length <= _LONGEST_NAME:
        raise _OtherKindError
    _bytes(file, dimensions * _INTEGER.size)
    return _bytes(file, length)


def _integer(file: BinaryIO) -> int:
    number: int = _INTEGER.unpack(_bytes(file, _INTEGER.size))[0]
    return number


def _bytes(file: BinaryIO, count: int) -> bytes:
    data = file.read(count)
    if len(data) < count:
        raise _OtherKindError
    return data
