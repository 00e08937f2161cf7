"""The kinds of models that llama.cpp knows, and how each remembers what it has read.

Sources: `src/llama-arch.cpp`, `src/llama-model.cpp` and `src/models/*.cpp` of the llama.cpp in llama-cpp-python
0.3.36.
"""

from __future__ import annotations

import enum
from collections.abc import Sequence
from dataclasses import dataclass

_ANSWERING = """
    afmoe apertus arcee arctic arwkv7 baichuan bailingmoe bailingmoe2 bailingmoe3 bitnet bloom chameleon chatglm
    codeshell cogvlm cohere2 cohere2moe command-r dbrx deci deepseek deepseek2 deepseek2-ocr deepseek32 deepseek4
    dots1 dots3note ernie4_5 ernie4_5-moe exaone exaone-moe exaone4 falcon falcon-h1 gemma gemma2 gemma3 gemma3n
    gemma4 glm-dsa glm4 glm4moe glm5-next gpt-oss gpt2 gptneox granite granite_swa granitehybrid granitemoe
    graniteswitch grok grovemoe hrm_text hunyuan-dense hunyuan-moe hunyuan_vl hy_v3 hy_v4 internlm2 jais jais2 jamba
    kimi-k3 kimi-linear laguna lfm2 lfm2moe llama llama4 maincoder mamba mamba2 maple mellum mimo2 minicpm minicpm3
    minimax-01 minimax-m2 minimax-m3 mistral3 mistral4 mpt muse-glimmer nanbeige nemotron nemotron_h nemotron_h_moe
    olmo olmo2 olmoe openelm orion paddleocr pangu-embedded phi2 phi3 phimoe plamo plamo2 plamo3 plm qwen qwen2
    qwen2moe qwen2vl qwen3 qwen35 qwen35moe qwen3moe qwen3next qwen3vl qwen3vlmoe qwen4exp refact rwkv6 rwkv6qwen2
    rwkv7 seed_oss smallthinker smollm3 spark2_5 stablelm starcoder starcoder2 step35 talkie xverse
"""
ANSWERING = frozenset(_ANSWERING.split())
"""The architectures that write text, token by token. `gptj` is named in llama.cpp, but nothing there runs it."""

_OTHER_PURPOSES = """
    bert clip dflash dream eagle3 eurobert gemma-embedding gemma4-assistant jina-bert-v2 jina-bert-v3 llada
    llada-moe llama-embed modern-bert neo-bert nomic-bert nomic-bert-moe pockettts qwen3tts rnd1 t5 t5encoder
    wavtokenizer-dec
"""
OTHER_PURPOSES = frozenset(_OTHER_PURPOSES.split())
"""Known ones that do something else: embeddings, pictures, speech, drafts, diffusion, encoding before decoding."""

_RECURRENT = frozenset(("mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7", "arwkv7"))
_HYBRID_BY_HEADS = frozenset(
    ("jamba", "plamo2", "granitehybrid", "lfm2", "lfm2moe", "kimi-linear", "kimi-k3", "bailingmoe3", "glm5-next")
)
_HYBRID_BY_FEED_FORWARD = frozenset(("nemotron_h", "nemotron_h_moe"))
_HYBRID_BY_INTERVAL = {"qwen3next": 4, "qwen35": 4, "qwen35moe": 4, "qwen4exp": 4, "minimax-01": 8}
_HYBRID_IN_EACH_LAYER = frozenset(("falcon-h1",))
_HYBRID_OTHERWISE = frozenset(("deepseek4",))  # compressed pieces of its KV cache, counted as if they were all of it


class Attention(enum.Enum):
    """How a model remembers.

    `FULL`: a KV cache that can be rewound to any token. `RECURRENT`: a state of fixed size that can't. `HYBRID`: both,
    layer by layer; it can't be rewound either.
    """

    FULL = "full"
    HYBRID = "hybrid"
    RECURRENT = "recurrent"


def attention_of(architecture: str) -> Attention:
    """Return how models of a known architecture remember."""
    if architecture in _RECURRENT:
        return Attention.RECURRENT
    if (
        architecture in _HYBRID_BY_HEADS | _HYBRID_BY_FEED_FORWARD | _HYBRID_IN_EACH_LAYER | _HYBRID_OTHERWISE
        or architecture in _HYBRID_BY_INTERVAL
    ):
        return Attention.HYBRID
    return Attention.FULL


@dataclass(frozen=True, slots=True)
class LayerFacts:
    """What tells a recurrent layer from one with a KV cache.

    Attributes:
        kv_heads: KV heads of each layer.
        feed_forward: Feed-forward length of each layer.
        interval: Every how many layers one has attention; 0 when the file does not say.
        marked: Which layers are recurrent, when the file says so for each, else empty.
        extra_layers: Layers at the end that only predict more tokens ahead.
    """

    kv_heads: Sequence[int]
    feed_forward: Sequence[int]
    interval: int
    marked: Sequence[bool]
    extra_layers: int


def kinds_of_layers(architecture: str, facts: LayerFacts) -> list[tuple[bool, bool]]:
    """Return for each layer whether it has a KV cache, and whether it has a recurrent state."""
    count = len(facts.kv_heads)
    used = count - facts.extra_layers
    if architecture in _RECURRENT:
        return [(False, True)] * count
    if architecture in _HYBRID_IN_EACH_LAYER:
        return [(True, True)] * count
    if architecture in _HYBRID_BY_HEADS:
        return [(heads > 0, heads == 0) for heads in facts.kv_heads]
    if architecture in _HYBRID_BY_FEED_FORWARD:
        return [
            (heads > 0, heads == 0 and length == 0)
            for heads, length in zip(facts.kv_heads, facts.feed_forward, strict=True)
        ]
    if architecture in _HYBRID_BY_INTERVAL:
        interval = facts.interval or _HYBRID_BY_INTERVAL[architecture]
        recurrent = facts.marked or [(layer + 1) % interval != 0 for layer in range(count)]
        return [(layer < used and not recurrent[layer], layer < used and recurrent[layer]) for layer in range(count)]
    return [(heads > 0, False) for heads in facts.kv_heads]
