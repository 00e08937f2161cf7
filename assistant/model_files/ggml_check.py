"""Checks model files from before GGUF, record by record, before a model library sees them.

The library that reads them (ctransformers) trusts every number in a file: of 195 malformed files 107 ended the
program. Here the whole structure is walked without loading any weights: all numbers within bounds, each tensor known,
there once, of the shape and type that the model needs, and its data within the file.
"""

from __future__ import annotations

import os
import re
import struct
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.model_files.ggml_layouts import (
    F16,
    F32,
    LAYOUTS,
    MAGIC_GGCC,
    MAGIC_GGJT,
    TENSOR_TYPES,
    WEIGHT_TYPES,
    Layout,
    Numbers,
    Shape,
    falcon_is_large,
)

_MOST_WORDS = 1_000_000
_LONGEST_WORD = 1_024
_LONGEST_NAME = 128
_MOST_EMBEDDING = 20_480
_LEAST_HEADS = 2
"""With one head the library takes a row of the joined heads for one of a head, and copies past the end of a buffer."""

_MOST_HEADS = 512
_MOST_CONTEXT = 1 << 20
_INT_LIMIT = 1 << 31
_ALIGNMENT = 32
_TYPE_VERSION_FACTOR = 1_000
_CURRENT_TYPE_VERSION = 2
_SEVENTY_B = re.compile(r"(\b|_)70b(\b|_)", re.IGNORECASE)
_SEVENTY_B_LAYERS = 80
_SEVENTY_B_SHARED_HEADS = 8
_FALCON_SPECIAL_WORDS = 12
_FALCON_FIRST_ADDED_WORD = 65_024
_FALCON_MOST_EMBEDDING = {False: 4_544, True: 8_192}
_NEVER_IN_UTF8 = frozenset({0, 0xC0, 0xC1, *range(0xF5, 0x100)})


class _BrokenError(Exception):
    """What is wrong with the file, in technical words."""


class _TooOldError(_BrokenError):
    """The file is of a form that the library no longer reads."""


@dataclass(frozen=True, slots=True)
class GgmlFile:
    """A model file whose structure is sound.

    Attributes:
        path: The file.
        kind: One of `LAYOUTS`.
        numbers: What stands at its beginning, by the names in its layout.
        words: The vocabulary: the bytes of each token.
        scores: A score per token; empty where the kind has none.
        type_name: The type most weights have, "Q4_0" for example.
        parameters: Number of weights.
        weight_bytes: Bytes of all tensors.
        mappable: Tensors are aligned, so that the file can be mapped into memory.
    """

    path: Path
    kind: str
    numbers: Numbers
    words: tuple[bytes, ...]
    scores: tuple[float, ...]
    type_name: str
    parameters: int
    weight_bytes: int
    mappable: bool


def check_ggml(path: Path, kind: str) -> GgmlFile:
    """Walk through a whole file; reads its vocabulary and skips its weights.

    Args:
        path: The file.
        kind: What `ggml_kind` says it is.

    Raises:
        ModelError: It can't be opened, is damaged, incomplete or of a form too old to be read.
    """
    try:
        with path.open("rb") as stream:
            return _Walk(stream, os.fstat(stream.fileno()).st_size, LAYOUTS[kind]).file(path, kind)
    except OSError as error:
        raise ModelError.unreadable(path.name, error) from error
    except _TooOldError as error:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "The model file {file} has a form that is too old to be read. Get the same model as a GGUF file.",
            ),
            file=path.name,
            details=f"{kind}: {error}",
        ) from error
    except _BrokenError as error:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors", "The model file {file} is damaged or incomplete. Get the file again, or choose another model."
            ),
            file=path.name,
            details=f"{kind}: {error}",
        ) from error


class _Walk:
    """One pass over one file."""

    def __init__(self, stream: BinaryIO, size: int, layout: Layout) -> None:
        self._stream = stream
        self._size = size
        self._layout = layout
        self._position = 0
        self._outdated = False

    def file(self, path: Path, kind: str) -> GgmlFile:
        magic, version = self._magic()
        self._aligned = magic in (MAGIC_GGJT, MAGIC_GGCC)
        numbers = dict(zip(self._layout.fields, self._integers(len(self._layout.fields)), strict=True))
        if self._layout.uniform:
            type_version, numbers["type"] = divmod(numbers["type"], _TYPE_VERSION_FACTOR)
            self._outdated = numbers["type"] > F16 and type_version != _CURRENT_TYPE_VERSION
        _check_numbers(kind, numbers, self._layout.most_layers)
        if kind == "llama":
            _complete_llama(numbers, str(path))
            _check_llama_version(numbers["type"], magic, version)
        words, scores = self._vocabulary(numbers["vocabulary"])
        if self._layout.merged:
            self._merges()
        shapes = dict(self._layout.tensors(numbers))
        try:
            types, parameters, weight_bytes = self._tensors(shapes, WEIGHT_TYPES.get(numbers["type"], F32))
        except _BrokenError as error:
            raise (_TooOldError(str(error)) if self._outdated else error) from error
        _check_words(kind, words)
        words = _as_the_library_has_them(kind, numbers, words)
        type_name = TENSOR_TYPES[types.most_common(1)[0][0]].name
        return GgmlFile(path, kind, numbers, words, scores, type_name, parameters, weight_bytes, self._aligned)

    def _magic(self) -> tuple[int, int | None]:
        (magic,) = self._integers(1)
        for known, versions in self._layout.magics:
            if magic == known:
                version = None if versions == (None,) else self._integers(1)[0]
                if version in versions:
                    return magic, version
                raise _TooOldError(f"version {version}")
        raise _TooOldError(f"begins with {magic & 0xFFFFFFFF:#x}")

    def _vocabulary(self, count: int) -> tuple[tuple[bytes, ...], tuple[float, ...]]:
        if self._layout.counted and self._integers(1)[0] != count:
            raise _BrokenError("two different lengths of the vocabulary")
        self._need(count * 4)
        words, scores = [], []
        for _ in range(count):
            words.append(self._word())
            if self._layout.scored:
                scores.append(struct.unpack("<f", self._bytes(4))[0])
        return tuple(words), tuple(scores)

    def _merges(self) -> None:
        (count,) = self._integers(1)
        if not 0 < count <= _MOST_WORDS:
            raise _BrokenError(f"{count} merges")
        for _ in range(count * 2):
            self._word()

    def _tensors(self, shapes: dict[str, Shape], weight_type: int) -> tuple[Counter[int], int, int]:
        """Walk through the tensors; returns the numbers of weights per type, of all weights and of their bytes."""
        types: Counter[int] = Counter()
        weight_bytes = 0
        missing = dict(shapes)
        while self._position < self._size:
            dimensions, name_length, number = self._integers(3)
            if dimensions not in (1, 2) or not 0 < name_length <= _LONGEST_NAME or number not in TENSOR_TYPES:
                raise _BrokenError(f"a tensor with {dimensions} dimensions, type {number}, name of {name_length} bytes")
            lengths = self._integers(dimensions)
            name = self._bytes(name_length).decode("utf-8", "replace")
            shape = missing.pop(name, None)
            if shape is None:
                raise _BrokenError(f"unknown or repeated tensor {name!r}")
            if lengths != shape.rows:
                raise _BrokenError(f"tensor {name!r} has the shape {lengths}, not {shape.rows}")
            stored = TENSOR_TYPES[number]
            wanted = F32 if shape.fixed else weight_type if self._layout.uniform else number
            if number != wanted or lengths[0] % stored.block:
                raise _BrokenError(f"tensor {name!r} of shape {lengths} has the type {stored.name}")
            if self._aligned:
                self._skip(-self._position % _ALIGNMENT)
            count = lengths[0] * (lengths[1] if dimensions == 2 else 1)
            length = count // stored.block * stored.block_bytes
            self._skip(length)
            weight_bytes += length
            types[number] += count
        needed = [name for name, shape in missing.items() if not shape.optional]
        if needed:
            raise _BrokenError(f"{len(needed)} tensors are missing, {needed[0]!r} among them")
        return types, sum(types.values()), weight_bytes

    def _word(self) -> bytes:
        (length,) = self._integers(1)
        if not 0 <= length <= _LONGEST_WORD:
            raise _BrokenError(f"a word of {length} bytes")
        return self._bytes(length)

    def _integers(self, count: int) -> tuple[int, ...]:
        return struct.unpack(f"<{count}i", self._bytes(4 * count))

    def _bytes(self, count: int) -> bytes:
        self._need(count)
        data = self._stream.read(count)
        if len(data) != count:
            raise _BrokenError("the file shrank while it was read")
        self._position += count
        return data

    def _skip(self, count: int) -> None:
        self._need(count)
        self._position += count
        self._stream.seek(self._position)

    def _need(self, count: int) -> None:
        if count > self._size - self._position:
            raise _BrokenError(f"{count} bytes from {self._position} on are not in a file of {self._size} bytes")


def _check_numbers(kind: str, numbers: Numbers, most_layers: int) -> None:
    embedding, heads, layers = numbers["embedding"], numbers["heads"], numbers["layers"]
    for name, least, most in (
        ("vocabulary", 1, _MOST_WORDS),
        ("embedding", 1, _MOST_EMBEDDING),
        ("heads", _LEAST_HEADS, _MOST_HEADS),
        ("layers", 1, most_layers),
        ("context", 1, _MOST_CONTEXT),
        ("rotary", 2, max(2, embedding // max(1, heads))),
        ("multiple", 1, _MOST_EMBEDDING),
        ("kv_heads", 1, max(1, heads)),
    ):
        if not least <= numbers.get(name, least) <= most:
            raise _BrokenError(f"{name} is {numbers[name]}")
    if embedding % heads or numbers.get("rotary", 0) % 2 or heads % numbers.get("kv_heads", 1):
        raise _BrokenError(f"embedding {embedding} and heads {heads} do not fit together")
    if kind not in ("llama", "falcon") and numbers["type"] not in WEIGHT_TYPES:
        raise _BrokenError(f"type {numbers['type']}")
    if kind == "llama" and numbers["rotary"] != embedding // heads:
        raise _BrokenError(f"rotary is {numbers['rotary']} where a head has {embedding // heads}")
    if kind == "falcon":
        most_embedding = _FALCON_MOST_EMBEDDING[falcon_is_large(numbers)]
        if embedding > most_embedding or numbers["falcon_type"] not in (7, 40):
            raise _BrokenError(f"embedding {embedding} in a model of type {numbers['falcon_type']}")
    # The library multiplies these as 32-bit numbers.
    context = numbers.get("context", 1) if kind != "mpt" else 1
    if max(embedding * layers * context, embedding * numbers["vocabulary"], 4 * embedding * embedding) >= _INT_LIMIT:
        raise _BrokenError("too large for the library's 32-bit numbers")


def _complete_llama(numbers: Numbers, path: str) -> None:
    """Add what the library works out itself: shared heads by the file's name, and the feed-forward length."""
    numbers["gqa"] = _SEVENTY_B_SHARED_HEADS if _SEVENTY_B.search(path) else 1
    if numbers["heads"] % numbers["gqa"]:
        raise _BrokenError(f"{numbers['heads']} heads in a model that is named 70b")
    large = numbers["gqa"] > 1 and numbers["layers"] == _SEVENTY_B_LAYERS
    raw = int(8 * numbers["embedding"] // 3 * (1.3 if large else 1))
    numbers["ff"] = -(-raw // numbers["multiple"]) * numbers["multiple"]


def _check_llama_version(file_type: int, magic: int, version: int | None) -> None:
    """Refuse the quantizations of before May and June 2023, whose blocks were different."""
    generation = version if magic == MAGIC_GGJT and version else 0
    if (generation < 2 and file_type not in (0, 1)) or (generation < 3 and file_type in (2, 3, 7)):
        raise _TooOldError(f"type {file_type} in version {version}")


def _check_words(kind: str, words: tuple[bytes, ...]) -> None:
    """Refuse vocabularies that the library's tokenizer would stumble over."""
    if kind == "mpt":
        for word in words:
            try:
                word.decode("utf-8")
            except UnicodeDecodeError as error:
                raise _BrokenError(f"word {word!r} is not UTF-8") from error
    if kind in ("llama", "falcon"):
        known = set(words)
        lacking = [byte for byte in range(256) if bytes([byte]) not in known and byte not in _NEVER_IN_UTF8]
        if lacking:
            raise _BrokenError(f"{len(lacking)} bytes are not in the vocabulary, {lacking[0]:#x} among them")
    if kind == "falcon":
        if len(words) < _FALCON_SPECIAL_WORDS:
            raise _BrokenError(f"{len(words)} words")
        for word in falcon_special_words(words):
            try:
                word.decode("utf-8")
            except UnicodeDecodeError as error:
                raise _BrokenError(f"special word {word!r} is not UTF-8") from error
            if not word:
                raise _BrokenError("an empty special word")


def falcon_special_words(words: tuple[bytes, ...]) -> Iterator[bytes]:
    """Yield the words that the library always takes for special tokens."""
    yield from words[:_FALCON_SPECIAL_WORDS]
    yield from words[_FALCON_FIRST_ADDED_WORD:]


def _as_the_library_has_them(kind: str, numbers: Numbers, words: tuple[bytes, ...]) -> tuple[bytes, ...]:
    if kind == "mpt":
        # Each character stands for one byte.
        return tuple(bytes(ord(letter) & 0xFF for letter in word.decode("utf-8")) for word in words)
    if kind == "replit":
        return tuple(word.replace("▁".encode(), b" ") for word in words)
    if kind == "falcon" and numbers["vocabulary"] == len(words) == _FALCON_FIRST_ADDED_WORD + 1:
        return words[:-1] if words[-1] == b"[PAD]" else words
    return words
