"""What a GGUF model file says about itself, read and checked before llama.cpp sees it.

llama.cpp ends its process on some files that contradict themselves; what it asserts about a header is checked here, and
what it would refuse anyway gets a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import QT_TRANSLATE_NOOP, ModelError
from assistant.model_files.architectures import ANSWERING, OTHER_PURPOSES, Attention
from assistant.model_files.gguf_structure import (
    FLOAT32,
    INT32,
    STRING,
    U16,
    Structure,
    Tensor,
    damaged,
    incomplete,
    read_structure,
)
from assistant.model_files.gguf_values import Values
from assistant.model_files.hyperparameters import read_hyperparameters
from assistant.model_files.tensor_types import FILE_TYPES

_MAX_VOCABULARY = 1 << 23
_MAX_PARTS = 10_000
_PART_NAME = re.compile(r"(?P<name>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})\.gguf")
_NO_VOCABULARY = ("no_vocab", "none")
_GUESSED = 1_024


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a model file says; of a split model, all its files together.

    Attributes:
        version: Of the GGUF format.
        architecture: llama.cpp's name for the kind of model ("llama", "qwen3", …).
        name: The model's own name, or an empty string.
        licence: As the file gives it ("apache-2.0"), or an empty string.
        file_type: The mix of number formats ("Q4_1", "Q4_K_M", …), or an empty string.
        parameters: Number of weights.
        weight_bytes: Their size.
        file_bytes: Size on disk.
        context_length: Tokens the model was trained for.
        layers: Blocks.
        embedding: Length of the vector of a token.
        vocabulary: Number of tokens it knows.
        merges: Number of rules by which its tokenizer joins pieces; 0 for other tokenizers.
        feed_forward: Longest inner vector of a block.
        inner: Numbers in the inner vectors of a block for each token; more than `feed_forward` with several experts.
        heads: Most attention heads of a layer; 0 without attention.
        kv_heads: KV heads of each layer; 0 where a layer has no KV cache of its own.
        key_length: Length of a head's key.
        value_length: Length of a head's value in the KV cache; 0 where it is made from the key.
        sliding_window: Tokens that some layers look back; 0 when all look at everything.
        attention: How the model remembers, and so whether its state can be rewound.
        cache_numbers: Numbers in the KV cache for each token, over all layers.
        state_bytes: Size of the recurrent state of one sequence.
        chat_template: Whether the file has one.
        parts: The files, in order; llama.cpp opens the first.
    """

    version: int
    architecture: str
    name: str
    licence: str
    file_type: str
    parameters: int
    weight_bytes: int
    file_bytes: int
    context_length: int
    layers: int
    embedding: int
    vocabulary: int
    merges: int
    feed_forward: int
    inner: int
    heads: int
    kv_heads: tuple[int, ...]
    key_length: int
    value_length: int
    sliding_window: int
    attention: Attention
    cache_numbers: int
    state_bytes: int
    chat_template: bool
    parts: tuple[Path, ...]


def read_header(path: Path) -> Header:
    """Read and check the header of a model file; of a split model, of all its files, whichever is given.

    Raises:
        ModelError: The file can't be used; the sentence says why.
    """
    parts, structures = _read_parts(path)
    first = structures[0]
    architecture = _architecture(path, first)
    values = Values(path, first, architecture)
    tensors = [tensor for structure in structures for tensor in structure.tensors]
    shape = read_hyperparameters(values, architecture)
    vocabulary, merges = _vocabulary(values)
    _check_tensors(path, tensors, embedding=shape.embedding, layers=shape.layers, vocabulary=vocabulary)
    return Header(
        version=first.version,
        architecture=architecture,
        name=values.text("general.name")[:200],
        licence=values.text("general.license")[:200],
        file_type=_file_type(first, tensors),
        parameters=sum(tensor.parameters for tensor in tensors),
        weight_bytes=sum(tensor.bytes for tensor in tensors),
        file_bytes=sum(structure.file_bytes for structure in structures),
        context_length=shape.context_length,
        layers=shape.layers,
        embedding=shape.embedding,
        vocabulary=vocabulary,
        merges=merges,
        feed_forward=shape.feed_forward,
        inner=shape.inner,
        heads=shape.heads,
        kv_heads=shape.kv_heads,
        key_length=shape.key_length,
        value_length=shape.value_length,
        sliding_window=shape.sliding_window,
        attention=shape.attention,
        cache_numbers=shape.cache_numbers,
        state_bytes=shape.state_bytes,
        chat_template=bool(values.text("tokenizer.chat_template")),
        parts=parts,
    )


def part_paths(path: Path) -> tuple[Path, ...]:
    """Return the paths of all files of a split model by the name of one of them; only `path` for other names."""
    match = _PART_NAME.fullmatch(path.name)
    if match is None or not 1 <= int(match["number"]) <= int(match["count"]) <= _MAX_PARTS:
        return (path,)
    count = int(match["count"])
    return tuple(path.with_name(f"{match['name']}-{number:05d}-of-{count:05d}.gguf") for number in range(1, count + 1))


def _read_parts(path: Path) -> tuple[tuple[Path, ...], list[Structure]]:
    given = read_structure(path)
    count = _split_number(path, given, "split.count", 1)
    if count <= 1:
        return (path,), [given]
    paths = part_paths(path)
    if len(paths) != count or paths[_split_number(path, given, "split.no", 0) % count] != path:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{file} is one of {count} parts of a model, but its name does not say which. Give the parts their "
                "own names again: they end in -00001-of-{last}.gguf and so on.",
            ),
            file=path.name,
            count=count,
            last=f"{count:05d}",
        )
    missing = [part.name for part in paths if not part.is_file()]
    if missing:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{file} is one of {count} parts of a model, and {missing} is not beside it. Put all parts into one "
                "folder.",
            ),
            file=path.name,
            count=count,
            missing=missing[0],
            details=", ".join(missing[:20]),
        )
    structures = [given if part == path else read_structure(part) for part in paths]
    _check_parts(paths, structures)
    return paths, structures


def _check_parts(paths: Sequence[Path], structures: Sequence[Structure]) -> None:
    names: set[str] = set()
    for number, (path, structure) in enumerate(zip(paths, structures, strict=True)):
        if _split_number(path, structure, "split.no", -1) != number:
            raise damaged(path, f"split.no is not {number}")
        for tensor in structure.tensors:
            if tensor.name in names:
                raise damaged(path, f"tensor {tensor.name!r} is in another part too")
            names.add(tensor.name)
    expected = structures[0].metadata.get("split.tensors.count")
    if expected != len(names):
        raise incomplete(paths[0], f"{len(names)} of {expected} tensors in {len(paths)} parts")


def _split_number(path: Path, structure: Structure, key: str, default: int) -> int:
    value = structure.metadata.get(key, default)
    if not isinstance(value, int) or structure.kinds.get(key, U16) != U16:
        raise damaged(path, f"{key} is {value}")
    return value


def _architecture(path: Path, structure: Structure) -> str:
    architecture = structure.metadata.get("general.architecture")
    if not isinstance(architecture, str):
        raise damaged(path, "general.architecture is missing")
    if architecture in ANSWERING:
        return architecture
    if architecture in OTHER_PURPOSES:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{file} is no model that writes answers but one for something else ({architecture}). Choose another "
                "model.",
            ),
            file=path.name,
            architecture=architecture,
        )
    raise ModelError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{file} holds a kind of model that Thimble does not know ({architecture}). Choose another model, or get a "
            "newer Thimble.",
        ),
        file=path.name,
        architecture=Values(path, structure, "").text("general.architecture")[:60] or "–",
    )


def _vocabulary(values: Values) -> tuple[int, int]:
    """Return how many tokens and how many merges there are."""
    tokenizer = values.text("tokenizer.ggml.model")
    if not tokenizer:
        raise damaged(values.path, "tokenizer.ggml.model is missing")
    if tokenizer in _NO_VOCABULARY:
        raise damaged(values.path, "there is no vocabulary")
    tokens = values.array("tokenizer.ggml.tokens")
    if tokens is None or tokens.kind != STRING or not 0 < tokens.length <= _MAX_VOCABULARY:
        raise damaged(values.path, "tokenizer.ggml.tokens is no vocabulary")
    for key, kinds in (("tokenizer.ggml.scores", (FLOAT32, INT32)), ("tokenizer.ggml.token_type", (INT32,))):
        array = values.array(key)
        if array is not None and (array.length != tokens.length or array.kind not in kinds):
            raise damaged(values.path, f"{key} has {array.length} items for {tokens.length} tokens")
    merges = values.array("tokenizer.ggml.merges")
    if merges is not None and merges.kind != STRING:
        raise damaged(values.path, "tokenizer.ggml.merges holds no texts")
    return tokens.length, merges.length if merges is not None else 0


def _check_tensors(path: Path, tensors: Sequence[Tensor], *, embedding: int, layers: int, vocabulary: int) -> None:
    table = next((tensor for tensor in tensors if tensor.name == "token_embd.weight"), None)
    if table is None:
        raise damaged(path, "token_embd.weight is missing")
    if table.shape != (embedding, vocabulary):
        raise damaged(path, f"token_embd.weight is {table.shape} for {vocabulary} tokens of {embedding}")
    for tensor in tensors:
        # A routing table is the one whole-numbered tensor of models that answer.
        if not tensor.type.weight and "tid2eid" not in tensor.name:
            raise damaged(path, f"tensor {tensor.name!r} is of type {tensor.type.name}")
        if len(tensor.shape) == 1 and not tensor.type.exact:
            raise damaged(path, f"tensor {tensor.name!r} has one dimension and is of type {tensor.type.name}")
        block = tensor.name.split(".", 2)
        if block[0] == "blk" and (len(block) < 3 or not block[1].isdecimal() or int(block[1]) >= layers):
            raise damaged(path, f"tensor {tensor.name!r} in a model of {layers} layers")


def _file_type(structure: Structure, tensors: Sequence[Tensor]) -> str:
    said = structure.metadata.get("general.file_type")
    if isinstance(said, int) and said % _GUESSED in FILE_TYPES:
        return FILE_TYPES[said % _GUESSED]
    # As llama.cpp does it: the format of most tensors.
    kinds = Counter(tensor.type.name for tensor in tensors)
    return kinds.most_common(1)[0][0] if said is None else ""
