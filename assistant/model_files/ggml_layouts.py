"""What is where in model files from before GGUF, kind by kind.

There is no common header: each kind has its own row of 32-bit numbers, then its vocabulary, then the tensors. The
layouts are those that ctransformers 0.2.27 reads (https://github.com/marella/ctransformers, `models/llms/*.cc`,
`models/ggml/llama-ggml.cpp`, `models/ggml/libfalcon.cpp`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

MAGIC_GGML = 0x67676D6C
MAGIC_GGMF = 0x67676D66
MAGIC_GGJT = 0x67676A74
MAGIC_GGCC = 0x67676363

F32 = 0
F16 = 1


@dataclass(frozen=True, slots=True)
class TensorType:
    """How numbers are stored: `block_bytes` bytes for `block` numbers of a row."""

    name: str
    block: int
    block_bytes: int


TENSOR_TYPES = MappingProxyType(
    {
        F32: TensorType("F32", 1, 4),
        F16: TensorType("F16", 1, 2),
        2: TensorType("Q4_0", 32, 18),
        3: TensorType("Q4_1", 32, 20),
        6: TensorType("Q5_0", 32, 22),
        7: TensorType("Q5_1", 32, 24),
        8: TensorType("Q8_0", 32, 34),
        10: TensorType("Q2_K", 256, 84),
        11: TensorType("Q3_K", 256, 110),
        12: TensorType("Q4_K", 256, 144),
        13: TensorType("Q5_K", 256, 176),
        14: TensorType("Q6_K", 256, 210),
    }
)

WEIGHT_TYPES = MappingProxyType({0: F32, 1: F16, 2: 2, 3: 3, 7: 8, 8: 6, 9: 7, 10: 10, 11: 11, 12: 12, 13: 13, 14: 14})
"""From a file's number for its main type to the type of its matrices, where one type is used for all of them."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A tensor that belongs to a model.

    Attributes:
        rows: Length of a row, then the number of rows; a vector has no second number.
        fixed: Always F32, whatever type the matrices have.
        optional: The file may leave it out.
    """

    rows: tuple[int, ...]
    fixed: bool = False
    optional: bool = False


Numbers = dict[str, int]
"""The file's numbers under the names in `Layout.fields`, with "ff" (feed-forward length) and "gqa" added for LLaMA."""
Tensors = Iterator[tuple[str, Shape]]


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of file.

    Attributes:
        fields: Names of the leading 32-bit numbers in their order.
        tensors: Gives the tensors that a model with these numbers has.
        magics: The first four bytes, and the versions that follow them; `None` where no version follows.
        counted: The vocabulary begins with its length once more.
        scored: A 32-bit float follows each word.
        merged: The vocabulary is followed by pairs of words that are joined (byte-pair encoding).
        uniform: All matrices have the type that the header names.
        most_layers: More than this overflows the library's fixed graph of 4,096 nodes.
    """

    fields: tuple[str, ...]
    tensors: Callable[[Numbers], Tensors]
    magics: tuple[tuple[int, tuple[int | None, ...]], ...] = ((MAGIC_GGML, (None,)),)
    counted: bool = False
    scored: bool = False
    merged: bool = False
    uniform: bool = True
    most_layers: int = 72


def _vector(length: int) -> Shape:
    return Shape((length,), fixed=True)


def _gpt2(numbers: Numbers) -> Tensors:
    e, vocabulary = numbers["embedding"], numbers["vocabulary"]
    yield "model/ln_f/g", _vector(e)
    yield "model/ln_f/b", _vector(e)
    yield "model/wte", Shape((e, vocabulary))
    yield "model/wpe", Shape((e, numbers["context"]), fixed=True)
    yield "model/lm_head", Shape((e, vocabulary), optional=True)
    for index in range(numbers["layers"]):
        layer = f"model/h{index}"
        for norm in ("ln_1", "ln_2"):
            yield f"{layer}/{norm}/g", _vector(e)
            yield f"{layer}/{norm}/b", _vector(e)
        for name, row, rows in (
            ("attn/c_attn", e, 3 * e),
            ("attn/c_proj", e, e),
            ("mlp/c_fc", e, 4 * e),
            ("mlp/c_proj", 4 * e, e),
        ):
            yield f"{layer}/{name}/w", Shape((row, rows))
            yield f"{layer}/{name}/b", _vector(rows)


def _gptj(numbers: Numbers) -> Tensors:
    e, vocabulary = numbers["embedding"], numbers["vocabulary"]
    yield "transformer.wte.weight", Shape((e, vocabulary))
    yield "transformer.ln_f.weight", _vector(e)
    yield "transformer.ln_f.bias", _vector(e)
    yield "lm_head.weight", Shape((e, vocabulary))
    yield "lm_head.bias", _vector(vocabulary)
    for index in range(numbers["layers"]):
        layer = f"transformer.h.{index}"
        yield f"{layer}.ln_1.weight", _vector(e)
        yield f"{layer}.ln_1.bias", _vector(e)
        for name in ("q_proj", "k_proj", "v_proj", "out_proj"):
            yield f"{layer}.attn.{name}.weight", Shape((e, e))
        yield f"{layer}.mlp.fc_in.weight", Shape((e, 4 * e))
        yield f"{layer}.mlp.fc_in.bias", _vector(4 * e)
        yield f"{layer}.mlp.fc_out.weight", Shape((4 * e, e))
        yield f"{layer}.mlp.fc_out.bias", _vector(e)


def _gpt_neox(numbers: Numbers) -> Tensors:
    e, vocabulary = numbers["embedding"], numbers["vocabulary"]
    yield "gpt_neox.embed_in.weight", Shape((e, vocabulary))
    yield "gpt_neox.final_layer_norm.weight", _vector(e)
    yield "gpt_neox.final_layer_norm.bias", _vector(e)
    yield "embed_out.weight", Shape((e, vocabulary))
    for index in range(numbers["layers"]):
        layer = f"gpt_neox.layers.{index}"
        for norm in ("input_layernorm", "post_attention_layernorm"):
            yield f"{layer}.{norm}.weight", _vector(e)
            yield f"{layer}.{norm}.bias", _vector(e)
        for name, row, rows in (
            ("attention.query_key_value", e, 3 * e),
            ("attention.dense", e, e),
            ("mlp.dense_h_to_4h", e, 4 * e),
            ("mlp.dense_4h_to_h", 4 * e, e),
        ):
            yield f"{layer}.{name}.weight", Shape((row, rows))
            yield f"{layer}.{name}.bias", _vector(rows)


def _mpt(numbers: Numbers) -> Tensors:
    e = numbers["embedding"]
    yield "transformer.wte.weight", Shape((e, numbers["vocabulary"]))
    yield "transformer.norm_f.weight", _vector(e)
    for index in range(numbers["layers"]):
        layer = f"transformer.blocks.{index}"
        yield f"{layer}.norm_1.weight", _vector(e)
        yield f"{layer}.norm_2.weight", _vector(e)
        yield f"{layer}.attn.Wqkv.weight", Shape((e, 3 * e))
        yield f"{layer}.attn.out_proj.weight", Shape((e, e))
        yield f"{layer}.ffn.up_proj.weight", Shape((e, 4 * e))
        yield f"{layer}.ffn.down_proj.weight", Shape((4 * e, e))


def _llama(numbers: Numbers) -> Tensors:
    e, vocabulary, ff = numbers["embedding"], numbers["vocabulary"], numbers["ff"]
    kv = e // numbers["gqa"]
    yield "tok_embeddings.weight", Shape((e, vocabulary))
    yield "norm.weight", _vector(e)
    yield "output.weight", Shape((e, vocabulary))
    for index in range(numbers["layers"]):
        layer = f"layers.{index}"
        yield f"{layer}.attention_norm.weight", _vector(e)
        yield f"{layer}.ffn_norm.weight", _vector(e)
        for name, row, rows in (
            ("attention.wq", e, e),
            ("attention.wk", e, kv),
            ("attention.wv", e, kv),
            ("attention.wo", e, e),
            ("feed_forward.w1", e, ff),
            ("feed_forward.w2", ff, e),
            ("feed_forward.w3", e, ff),
        ):
            yield f"{layer}.{name}.weight", Shape((row, rows))


def _falcon(numbers: Numbers) -> Tensors:
    e, vocabulary = numbers["embedding"], numbers["vocabulary"]
    head = e // numbers["heads"]
    norms = ("ln_mlp", "ln_attn") if falcon_is_large(numbers) else ("input_layernorm",)
    yield "transformer.word_embeddings.weight", Shape((e, vocabulary))
    yield "transformer.ln_f.weight", _vector(e)
    yield "transformer.ln_f.bias", _vector(e)
    yield "lm_head.weight", Shape((e, vocabulary))
    for index in range(numbers["layers"]):
        layer = f"transformer.h.{index}"
        for norm in norms:
            yield f"{layer}.{norm}.weight", _vector(e)
            yield f"{layer}.{norm}.bias", _vector(e)
        rows = (numbers["kv_heads"] * 2 + numbers["heads"]) * head
        yield f"{layer}.self_attention.query_key_value.weight", Shape((e, rows))
        yield f"{layer}.self_attention.dense.weight", Shape((e, e))
        yield f"{layer}.mlp.dense_h_to_4h.weight", Shape((e, 4 * e))
        yield f"{layer}.mlp.dense_4h_to_h.weight", Shape((4 * e, e))


def falcon_is_large(numbers: Numbers) -> bool:
    """Tell whether the library takes a Falcon file for one of the 40B family: by its layers, else by its own word."""
    return numbers["layers"] == 60 or (numbers["layers"] != 32 and numbers["falcon_type"] == 40)


_GPT2_FIELDS = ("vocabulary", "context", "embedding", "heads", "layers", "type")
_NEOX_FIELDS = ("vocabulary", "context", "embedding", "heads", "layers", "rotary", "parallel", "type")

LAYOUTS = MappingProxyType(
    {
        "gpt2": Layout(_GPT2_FIELDS, _gpt2, counted=True),
        "starcoder": Layout(_GPT2_FIELDS, _gpt2, counted=True),
        "gptj": Layout(
            ("vocabulary", "context", "embedding", "heads", "layers", "rotary", "type"), _gptj, counted=True
        ),
        "gptneox": Layout(_NEOX_FIELDS, _gpt_neox),
        "dolly": Layout(_NEOX_FIELDS, _gpt_neox),
        "mpt": Layout(
            ("embedding", "context", "heads", "layers", "vocabulary", "alibi_bits", "clip_bits", "type"), _mpt
        ),
        "replit": Layout(("embedding", "context", "heads", "layers", "vocabulary", "type"), _mpt, scored=True),
        "llama": Layout(
            ("vocabulary", "embedding", "multiple", "heads", "layers", "rotary", "type"),
            _llama,
            magics=((MAGIC_GGMF, (1,)), (MAGIC_GGJT, (1, 2, 3))),
            scored=True,
            uniform=False,
            most_layers=100,
        ),
        "falcon": Layout(
            ("vocabulary", "embedding", "heads", "kv_heads", "layers", "falcon_type", "type", "merges"),
            _falcon,
            magics=((MAGIC_GGCC, (10,)),),
            scored=True,
            merged=True,
            uniform=False,
            most_layers=60,
        ),
    }
)
"""By the names that `assistant.model_files.ggml.ggml_kind` gives."""
