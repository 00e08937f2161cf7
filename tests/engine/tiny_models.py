"""Tiny model files with random weights that llama.cpp really loads, and the writer they are made with.

They answer gibberish, at once, and show everything that does not depend on what a model has learnt. The GGUF format:
https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import array
import math
import random
import struct
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_ALIGNMENT = 32
_F32 = 0
_KINDS = {
    "u8": (0, "<B"),
    "i8": (1, "<b"),
    "u16": (2, "<H"),
    "i16": (3, "<h"),
    "u32": (4, "<I"),
    "i32": (5, "<i"),
    "f32": (6, "<f"),
    "bool": (7, "<?"),
    "u64": (10, "<Q"),
    "i64": (11, "<q"),
    "f64": (12, "<d"),
}
_STRING = 8
_ARRAY = 9
_CHAT_TEMPLATE = "{% for message in messages %}{{ message['role'] }}: {{ message['content'] }}\n{% endfor %}assistant:"
_PIECES = (*"▁etaonisrh", "▁t", "he", "▁a", "in", "▁the", "er", "▁s", "an", "▁w", "on")
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6


@dataclass(frozen=True)
class Typed:
    """A metadata value of a given kind (`u16`, `i32`, …) where the plain rule would choose another."""

    kind: str
    value: float | Sequence[float]


Value = str | bool | int | float | Sequence[str] | Sequence[int] | Sequence[float] | Typed
"""Plain values become strings, booleans, u32 and f32, or arrays of these."""


@dataclass(frozen=True)
class Tensor:
    """A tensor; `shape` begins with the length of a row, as in the file."""

    name: str
    shape: tuple[int, ...]
    data: bytes
    kind: int = _F32


def write_gguf(path: Path, metadata: Mapping[str, Value], tensors: Sequence[Tensor], *, version: int = 3) -> Path:
    """Write a GGUF file and return its path."""
    out = bytearray(b"GGUF" + struct.pack("<IQQ", version, len(tensors), len(metadata)))
    for key, value in metadata.items():
        out += _string(key) + packed(value)
    offset = 0
    for tensor in tensors:
        out += _string(tensor.name) + struct.pack(f"<I{len(tensor.shape)}Q", len(tensor.shape), *tensor.shape)
        out += struct.pack("<IQ", tensor.kind, offset)
        offset += _padded(len(tensor.data))
    out += bytes(_padded(len(out)) - len(out))
    for tensor in tensors:
        out += tensor.data + bytes(_padded(len(tensor.data)) - len(tensor.data))
    path.write_bytes(out)
    return path


def write_split_llama(folder: Path, *, parts: int = 3, name: str = "tiny") -> list[Path]:
    """Write the model of `write_llama` in several files, as `llama-gguf-split` does, and return their paths."""
    metadata, tensors = llama()
    each = -(-len(tensors) // parts)
    paths = []
    for part in range(parts):
        split: dict[str, Value] = {
            "split.no": Typed("u16", part),
            "split.count": Typed("u16", parts),
            "split.tensors.count": Typed("i32", len(tensors)),
        }
        path = folder / f"{name}-{part + 1:05d}-of-{parts:05d}.gguf"
        described = metadata | split if part == 0 else split
        paths.append(write_gguf(path, described, tensors[part * each : (part + 1) * each]))
    return paths


def packed(value: Value) -> bytes:
    """Return a metadata value as it stands in the file, its kind before it."""
    if isinstance(value, Typed):
        number, form = _KINDS[value.kind]
        if isinstance(value.value, int | float):
            return struct.pack("<I", number) + struct.pack(form, value.value)
        items = b"".join(struct.pack(form, item) for item in value.value)
        return struct.pack("<IIQ", _ARRAY, number, len(value.value)) + items
    if isinstance(value, str):
        return struct.pack("<I", _STRING) + _string(value)
    if isinstance(value, bool | int | float):
        return packed(Typed(_kind(value), value))
    if isinstance(value[0], str):
        return struct.pack("<IIQ", _ARRAY, _STRING, len(value)) + b"".join(_string(str(item)) for item in value)
    return packed(Typed(_kind(value[0]), value))


def write_llama(
    path: Path, *, context_length: int = 512, layers: int = 2, embedding: int = 64, seed: int = 1, **metadata: Value
) -> Path:
    """Write a LLaMA model of 4 heads and 2 KV heads, by default of 380 kB.

    Args:
        path: The file.
        context_length: Tokens it claims to be trained for.
        layers: Transformer blocks.
        embedding: A multiple of 8.
        seed: Of the random weights.
        metadata: More metadata or other values, with `__` for each dot in a key.
    """
    return write_gguf(path, *llama(context_length, layers, embedding, seed, metadata))


def llama(
    context_length: int = 512,
    layers: int = 2,
    embedding: int = 64,
    seed: int = 1,
    more: Mapping[str, Value] | None = None,
) -> tuple[dict[str, Value], list[Tensor]]:
    """Return the metadata and the tensors of `write_llama`, to be spoilt."""
    weights = _Weights(seed)
    described = _described("llama", context_length, layers, embedding, more)
    described |= {
        "llama.attention.head_count": 4,
        "llama.attention.head_count_kv": 2,
        "llama.rope.dimension_count": embedding // 4,
    } | _dotted(more)
    tensors = _ends(weights, embedding, "output_norm")
    for layer in range(layers):
        tensors += _attention(weights, layer, embedding)
        tensors += _feed_forward(weights, layer, embedding)
    return described, tensors


def write_lfm2(
    path: Path, *, context_length: int = 512, layers: int = 4, embedding: int = 64, seed: int = 1, **metadata: Value
) -> Path:
    """Write a hybrid model, by default of 710 kB: every second layer's state can't be rewound.

    The arguments are those of `write_llama`.
    """
    weights = _Weights(seed)
    described = _described("lfm2", context_length, layers, embedding, metadata)
    kept = 3
    described |= {
        "lfm2.attention.head_count": 4,
        "lfm2.attention.head_count_kv": Typed("i32", [2 * (layer % 2) for layer in range(layers)]),
        "lfm2.shortconv.l_cache": kept,
        "lfm2.rope.freq_base": 10_000.0,
    } | _dotted(metadata)
    tensors = _ends(weights, embedding, "token_embd_norm")
    for layer in range(layers):
        if layer % 2:
            tensors += _attention(weights, layer, embedding)
            tensors += [weights.ones(f"blk.{layer}.attn_{part}_norm.weight", embedding // 4) for part in "qk"]
        else:
            tensors += [
                weights.ones(f"blk.{layer}.attn_norm.weight", embedding),
                weights.random(f"blk.{layer}.shortconv.conv.weight", kept, embedding),
                weights.random(f"blk.{layer}.shortconv.in_proj.weight", embedding, 3 * embedding),
                weights.random(f"blk.{layer}.shortconv.out_proj.weight", embedding, embedding),
            ]
        tensors += _feed_forward(weights, layer, embedding)
    return write_gguf(path, described, tensors)


def write_mamba(
    path: Path, *, context_length: int = 512, layers: int = 2, embedding: int = 64, seed: int = 1, **metadata: Value
) -> Path:
    """Write a recurrent model, by default of 340 kB: a state of fixed size in place of a KV cache.

    The arguments are those of `write_llama`.
    """
    weights = _Weights(seed)
    described = _described("mamba", context_length, layers, embedding, metadata)
    kernel, inner, state, rank = 4, 2 * embedding, 16, 4
    described |= {
        "mamba.ssm.conv_kernel": kernel,
        "mamba.ssm.inner_size": inner,
        "mamba.ssm.state_size": state,
        "mamba.ssm.time_step_rank": rank,
    } | _dotted(metadata)
    tensors = _ends(weights, embedding, "output_norm")
    for layer in range(layers):
        block = f"blk.{layer}."
        tensors += [
            weights.ones(block + "attn_norm.weight", embedding),
            weights.random(block + "ssm_in.weight", embedding, 2 * inner),
            weights.random(block + "ssm_conv1d.weight", kernel, inner),
            weights.random(block + "ssm_conv1d.bias", inner),
            weights.random(block + "ssm_x.weight", inner, rank + 2 * state),
            weights.random(block + "ssm_dt.weight", rank, inner),
            weights.random(block + "ssm_dt.bias", inner),
            # Minus one to minus sixteen, as in a model before its training: the state decays.
            Tensor(block + "ssm_a", (state, inner), _floats([-1.0 - number for number in range(state)] * inner)),
            weights.ones(block + "ssm_d", inner),
            weights.random(block + "ssm_out.weight", inner, embedding),
        ]
    return write_gguf(path, described, tensors)


class _Weights:
    """Random tensors whose rows keep the size of what they are multiplied with."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def random(self, name: str, *shape: int) -> Tensor:
        raw = array.array("h", self._random.randbytes(2 * math.prod(shape)))
        if sys.byteorder == "big":
            raw.byteswap()
        scale = math.sqrt(3 / shape[0]) / 32_768
        return Tensor(name, shape, _floats([number * scale for number in raw]))

    def ones(self, name: str, length: int) -> Tensor:
        return Tensor(name, (length,), _floats([1.0] * length))


def _described(
    architecture: str, context_length: int, layers: int, embedding: int, more: Mapping[str, Value] | None
) -> dict[str, Value]:
    pieces = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), *_PIECES]
    kinds = [_UNKNOWN, _CONTROL, _CONTROL, *([_BYTE] * 256), *([_NORMAL] * len(_PIECES))]
    return {
        "general.architecture": architecture,
        "general.name": f"Tiny {architecture}",
        "general.license": "apache-2.0",
        "general.file_type": 0,
        f"{architecture}.context_length": context_length,
        f"{architecture}.embedding_length": embedding,
        f"{architecture}.block_count": layers,
        f"{architecture}.feed_forward_length": 2 * embedding,
        f"{architecture}.attention.layer_norm_rms_epsilon": 1e-5,
        "tokenizer.ggml.model": "llama",
        "tokenizer.ggml.tokens": pieces,
        "tokenizer.ggml.scores": [0.0] * 259 + [float(-number) for number in range(len(_PIECES))],
        "tokenizer.ggml.token_type": Typed("i32", kinds),
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.chat_template": _CHAT_TEMPLATE,
    } | _dotted(more)


def _dotted(metadata: Mapping[str, Value] | None) -> dict[str, Value]:
    return {key.replace("__", "."): value for key, value in (metadata or {}).items()}


def _ends(weights: _Weights, embedding: int, norm: str) -> list[Tensor]:
    vocabulary = 259 + len(_PIECES)
    return [weights.random("token_embd.weight", embedding, vocabulary), weights.ones(f"{norm}.weight", embedding)]


def _attention(weights: _Weights, layer: int, embedding: int) -> list[Tensor]:
    block = f"blk.{layer}."
    return [
        weights.ones(block + "attn_norm.weight", embedding),
        weights.random(block + "attn_q.weight", embedding, embedding),
        weights.random(block + "attn_k.weight", embedding, embedding // 2),
        weights.random(block + "attn_v.weight", embedding, embedding // 2),
        weights.random(block + "attn_output.weight", embedding, embedding),
    ]


def _feed_forward(weights: _Weights, layer: int, embedding: int) -> list[Tensor]:
    block = f"blk.{layer}."
    return [
        weights.ones(block + "ffn_norm.weight", embedding),
        weights.random(block + "ffn_gate.weight", embedding, 2 * embedding),
        weights.random(block + "ffn_up.weight", embedding, 2 * embedding),
        weights.random(block + "ffn_down.weight", 2 * embedding, embedding),
    ]


def _kind(value: bool | int | float | str) -> str:
    return "bool" if isinstance(value, bool) else "u32" if isinstance(value, int) else "f32"


def _string(text: str) -> bytes:
    data = text.encode()
    return struct.pack("<Q", len(data)) + data


def _floats(values: Sequence[float]) -> bytes:
    data = array.array("f", values)
    if sys.byteorder == "big":
        data.byteswap()
    return data.tobytes()


def _padded(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
