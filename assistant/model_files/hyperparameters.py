"""The shape of a language model as its GGUF metadata gives it, checked for what llama.cpp asserts about it.

Sources: `src/llama-model.cpp` (`load_hparams`), `src/llama-hparams.cpp`, `src/llama-kv-cache.cpp` and
`src/llama-memory-recurrent.cpp` of the llama.cpp in llama-cpp-python 0.3.36.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model_files.architectures import Attention, LayerFacts, attention_of, kinds_of_layers
from assistant.model_files.gguf_structure import damaged
from assistant.model_files.gguf_values import Values

_MAX_LAYERS = 512
_MAX_EXPERTS = 1_024
_MAX_CONTEXT = 1 << 27
_MAX_EMBEDDING = 1 << 18
_MAX_HEADS = 1 << 14
_MAX_HEAD_LENGTH = 1 << 16
_MAX_FEED_FORWARD = 1 << 22
_MAX_STATE_BYTES = 1 << 32
_STATE_NUMBER_BYTES = 4
_RECURRENT_PARTS = 2
_ROPE_SCALINGS = ("", "none", "linear", "yarn", "longrope")
_GEMMA3N_LAYERS_WITH_CACHE = 20
_ONE_EXPERT_IS_NONE = ("hunyuan-dense", "hunyuan_vl")
_ONE_TOKEN_SHIFT = ("rwkv6qwen2", "arwkv7")


@dataclass(frozen=True, slots=True)
class Hyperparameters:
    """The shape of a model.

    Attributes:
        attention: How it remembers.
        context_length: Tokens it was trained for.
        layers: Blocks, those that only predict further ahead included.
        embedding: Length of the vector of a token.
        feed_forward: Longest inner vector of a block.
        inner: Numbers in the inner vectors of a block for each token, of its experts together.
        heads: Most attention heads of a layer; 0 without attention.
        kv_heads: KV heads of each layer; 0 where a layer has no KV cache.
        key_length: Length of a head's key.
        value_length: Length of a head's value in the KV cache; 0 where it is made from the key (MLA).
        sliding_window: Tokens that layers with a window look back; 0 without.
        cache_numbers: Numbers in the KV cache for each token, over all layers.
        state_bytes: Size of the recurrent state of one sequence, over all layers.
    """

    attention: Attention
    context_length: int
    layers: int
    embedding: int
    feed_forward: int
    inner: int
    heads: int
    kv_heads: tuple[int, ...]
    key_length: int
    value_length: int
    sliding_window: int
    cache_numbers: int
    state_bytes: int


def read_hyperparameters(values: Values, architecture: str) -> Hyperparameters:
    """Read and check the shape of a model of a known architecture.

    Raises:
        ModelError: A value is missing, absurd, or contradicts another.
    """
    attention = attention_of(architecture)
    layers = values.number(".block_count", least=1, most=_MAX_LAYERS)
    extra = values.number(".nextn_predict_layers", most=layers, default=0)
    embedding = values.number(".embedding_length", least=1, most=_MAX_EMBEDDING)
    none = (0,) * layers
    feed_forward = values.per_layer(".feed_forward_length", layers, most=_MAX_FEED_FORWARD, default=none)
    heads = values.per_layer(
        ".attention.head_count",
        layers,
        most=_MAX_HEADS,
        default=none if attention is not Attention.FULL else None,
    )
    kv_heads = values.per_layer(".attention.head_count_kv", layers, most=_MAX_HEADS, default=heads)
    _check_heads(values, heads, kv_heads, attention)
    _check_experts(values, architecture, layers)
    own = embedding // heads[0] if heads[0] else 0
    key_length = values.number(".attention.key_length", most=_MAX_HEAD_LENGTH, default=own)
    value_length = values.number(".attention.value_length", most=_MAX_HEAD_LENGTH, default=own)
    _check_rope(values, architecture, key_length)
    facts = LayerFacts(
        kv_heads=kv_heads,
        feed_forward=feed_forward,
        interval=values.number(".full_attention_interval", least=1, most=_MAX_LAYERS, default=0),
        marked=values.flags(".attention.recurrent_layers", layers),
        extra_layers=extra,
    )
    kinds = kinds_of_layers(architecture, facts)
    cached = _cached_layers(values, architecture, layers)
    kv_heads = tuple(
        count if has_cache and layer < cached else 0
        for layer, (count, (has_cache, _)) in enumerate(zip(kv_heads, kinds, strict=True))
    )
    value_length = 0 if values.number(".attention.key_length_mla", most=_MAX_HEAD_LENGTH, default=0) else value_length
    state_bytes = sum(recurrent for _, recurrent in kinds) * _state_bytes(values, architecture, embedding, heads[0])
    if state_bytes > _MAX_STATE_BYTES:
        raise damaged(values.path, f"a recurrent state of {state_bytes} bytes")
    return Hyperparameters(
        attention=attention,
        context_length=values.number(".context_length", least=1, most=_MAX_CONTEXT),
        layers=layers,
        embedding=embedding,
        feed_forward=max(feed_forward),
        inner=_inner_numbers(values, layers, max(feed_forward)),
        heads=max(heads),
        kv_heads=kv_heads,
        key_length=key_length,
        value_length=value_length,
        sliding_window=_sliding_window(values),
        cache_numbers=_cache_numbers(values, kv_heads, key_length, value_length),
        state_bytes=state_bytes,
    )


def _check_heads(values: Values, heads: tuple[int, ...], kv_heads: tuple[int, ...], attention: Attention) -> None:
    if attention is Attention.FULL and not any(heads):
        raise damaged(values.path, "no attention heads")
    for count, kv_count in zip(heads, kv_heads, strict=True):
        # Layers without attention may keep the number of heads.
        if kv_count > 0 and (count < kv_count or count % kv_count):
            raise damaged(values.path, f"{kv_count} KV heads for {count} heads")


def _check_experts(values: Values, architecture: str, layers: int) -> None:
    experts = values.number(".expert_count", most=_MAX_EXPERTS, default=0)
    used = max(values.per_layer(".expert_used_count", layers, most=_MAX_EXPERTS, default=(0,) * layers))
    groups = values.number(".expert_group_count", most=_MAX_EXPERTS, default=0)
    groups_used = values.number(".expert_group_used_count", most=_MAX_EXPERTS, default=0)
    if architecture in _ONE_EXPERT_IS_NONE and experts == 1:
        experts = used = 0
    if experts:
        fine = 0 < used <= experts and groups < experts
    else:
        fine = used == groups == 0
    if groups > 1:
        fine = fine and experts % groups == 0 and 0 < groups_used < groups
    if not fine:
        raise damaged(values.path, f"{used} of {experts} experts in {groups_used} of {groups} groups")


def _inner_numbers(values: Values, layers: int, feed_forward: int) -> int:
    none = (0,) * layers
    used = values.per_layer(".expert_used_count", layers, most=_MAX_EXPERTS, default=none)
    expert = values.per_layer(".expert_feed_forward_length", layers, most=_MAX_FEED_FORWARD, default=none)
    recurrent = values.number(".ssm.inner_size", most=_MAX_FEED_FORWARD, default=0)
    return max(feed_forward, max(used) * (max(expert) or feed_forward), _RECURRENT_PARTS * recurrent)


def _check_rope(values: Values, architecture: str, key_length: int) -> None:
    scaling = values.text(".rope.scaling.type")
    if scaling not in _ROPE_SCALINGS:
        raise damaged(values.path, f"the unknown rope scaling {scaling[:80]!r}")
    rotated = values.number(".rope.dimension_count", most=_MAX_HEAD_LENGTH, default=0)
    if key_length and attention_of(architecture) is Attention.FULL and (rotated > key_length or rotated % 2):
        raise damaged(values.path, f"{rotated} rotated dimensions of {key_length}")


def _cached_layers(values: Values, architecture: str, layers: int) -> int:
    """Return how many layers, from the first, have a KV cache of their own; the others use one of these."""
    if architecture == "gemma3n":
        return _GEMMA3N_LAYERS_WITH_CACHE
    shared = values.number(".attention.shared_kv_layers", most=layers, default=0) if architecture == "gemma4" else 0
    return layers - shared


def _sliding_window(values: Values) -> int:
    return values.number(".attention.sliding_window", most=_MAX_CONTEXT, default=0)


def _cache_numbers(values: Values, kv_heads: tuple[int, ...], key_length: int, value_length: int) -> int:
    """Return the numbers in the KV cache for each token.

    Layers with a sliding window may have heads of another size; they keep all tokens like the others.
    """
    full = key_length + value_length
    key_in_window = values.number(".attention.key_length_swa", most=_MAX_HEAD_LENGTH, default=key_length)
    value_in_window = values.number(".attention.value_length_swa", most=_MAX_HEAD_LENGTH, default=value_length)
    windowed = key_in_window + (value_in_window if value_length else 0)
    pattern = values.flags(".attention.sliding_window_pattern", len(kv_heads))
    if windowed != full and not pattern:
        full = max(full, windowed)
    # An indexer's keys, where a model picks the tokens it attends to.
    indexed = values.number(".attention.indexer.key_length", most=_MAX_HEAD_LENGTH, default=0)
    return sum(
        heads * (windowed if pattern and pattern[layer] else full) + (indexed if heads else 0)
        for layer, heads in enumerate(kv_heads)
    )


def _state_bytes(values: Values, architecture: str, embedding: int, heads: int) -> int:
    """Return the size of one layer's recurrent state: `n_embd_r` and `n_embd_s` of llama.cpp."""
    wkv = values.number(".wkv.head_size", most=_MAX_HEAD_LENGTH, default=0)
    convolution = values.number(".shortconv.l_cache", most=_MAX_HEAD_LENGTH, default=0)
    delta = values.number(".kda.head_dim", most=_MAX_HEAD_LENGTH, default=0)
    kernel = values.number(".ssm.conv_kernel", most=_MAX_HEAD_LENGTH, default=0)
    inner = values.number(".ssm.inner_size", most=_MAX_FEED_FORWARD, default=0)
    state = values.number(".ssm.state_size", most=_MAX_HEAD_LENGTH, default=0)
    groups = values.number(".ssm.group_count", most=_MAX_HEADS, default=0)
    if wkv:
        shifts = values.number(".token_shift_count", most=16, default=1 if architecture in _ONE_TOKEN_SHIFT else 2)
        numbers = embedding * (shifts + wkv)
    elif convolution:
        numbers = embedding * (convolution - 1)
    elif delta:
        numbers = 3 * max(0, kernel - 1 if kernel else 3) * heads * delta + delta * delta * heads
    elif architecture == "minimax-01":
        own = embedding // heads if heads else 0
        length = values.number(".attention.key_length", most=_MAX_HEAD_LENGTH, default=own)
        numbers = length * length * heads
    else:
        numbers = max(0, kernel - 1) * (inner + 2 * groups * state) + state * inner
    return numbers * _STATE_NUMBER_BYTES
