"""Keeps ctransformers within its fixed buffers, which it overruns on real models with long contexts.

Each kind's function that evaluates tokens has one buffer of 256 MiB for all intermediate results, and ends the
process when they do not fit. The buffer only grows when *tokens in the call x bytes per token* exceeds it, where bytes
per token were measured once, in the very first call: what a long past adds is not in it. Even read one by one, GPT-2 XL
has room for 780 of its 1,024 tokens, and Replit's 3B model for 1,360 of 2,048.

For some models shorter steps are enough. For others two calls are made after loading: one token at a late position, so
that the measured bytes per token are many, then as many tokens as make the buffer large enough for everything to come.
Kinds that work in two more buffers, which never grow, get shorter steps or a shorter context. Counts of intermediate
results are from `models/llms/*.cc` of version 0.2.27. LLaMA and Falcon measure their buffers themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from assistant.model_files.ggml_check import GgmlFile

MOST_STEP = 16
"""Tokens in one call at most. From 32 on a library with BLAS computes differently, and answers would differ."""

_STEPS = (MOST_STEP, 8, 4, 2, 1)
_STEPS_WITH_GROWTH = (2, 1)
"""Few tokens in a call, for a larger buffer is memory that is never given back."""

_BUFFER_BYTES = 256 << 20
_ROOM_BYTES = _BUFFER_BYTES - (6 << 20)
_GROWTH = 1.1
_TENSOR_BYTES = 512
_TENSORS_PER_LAYER = 80
_F32_BYTES = 4
_SHORTEST_CONTEXT = 64


@dataclass(frozen=True, slots=True)
class _Work:
    """What one layer needs while it is computed.

    Attributes:
        rows: Vectors of the embedding's length, per token in the call.
        value_bytes: Bytes per number of a copy of all past values; 0 where none is made.
        score_copies: Tables of attention scores: heads x tokens in the call x tokens so far.
        scratch: Layers take turns in buffers of their own.
    """

    rows: int
    value_bytes: int
    score_copies: int
    scratch: bool


_WORK = MappingProxyType(
    {
        "gpt2": _Work(rows=46, value_bytes=4, score_copies=1, scratch=False),
        "starcoder": _Work(rows=46, value_bytes=4, score_copies=1, scratch=True),
        "gptj": _Work(rows=32, value_bytes=0, score_copies=1, scratch=False),
        "gptneox": _Work(rows=48, value_bytes=0, score_copies=1, scratch=True),
        "dolly": _Work(rows=48, value_bytes=0, score_copies=1, scratch=False),
        "mpt": _Work(rows=24, value_bytes=2, score_copies=5, scratch=True),
        "replit": _Work(rows=24, value_bytes=2, score_copies=5, scratch=False),
    }
)
_KEY_VALUE_BYTES = MappingProxyType({"gpt2": 8, "starcoder": 8, "falcon": 12})
_HALF_KEY_VALUE_BYTES = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How a model can be used safely.

    Attributes:
        context_length: Tokens that may be read.
        step: Tokens in one call.
        first_calls: Position and number of tokens of the calls to make right after loading.
        buffer_bytes: Memory the library takes for intermediate results.
    """

    context_length: int
    step: int
    first_calls: tuple[tuple[int, int], ...]
    buffer_bytes: int


def plan(file: GgmlFile, context_length: int) -> Plan | None:
    """Return how to use a model with a context of at most `context_length` tokens; None when it can't be used."""
    work = _WORK.get(file.kind)
    if work is None:
        return Plan(context_length, min(MOST_STEP, context_length), (), _BUFFER_BYTES)
    sizes = _Sizes(file, work)
    while True:
        for grow, steps in ((False, _STEPS), (True, _STEPS_WITH_GROWTH)):
            for step in steps:
                found = _safe(sizes, work, context_length, min(step, context_length), grow=grow)
                if found is not None:
                    return found
        if context_length < _SHORTEST_CONTEXT:
            return None
        context_length -= context_length // 8


def key_value_bytes(file: GgmlFile, context_length: int) -> int:
    """Return the memory of keys and values for a context."""
    numbers = file.numbers
    shared = numbers.get("gqa", 1) if file.kind == "llama" else numbers["heads"] // numbers.get("kv_heads", 1)
    if file.kind not in ("llama", "falcon"):
        shared = 1
    per_number = _KEY_VALUE_BYTES.get(file.kind, _HALF_KEY_VALUE_BYTES)
    return numbers["layers"] * (numbers["embedding"] // shared) * context_length * per_number


def _safe(sizes: _Sizes, work: _Work, context_length: int, step: int, *, grow: bool) -> Plan | None:
    past = context_length - step
    if work.scratch:
        fits = sizes.layer(step, past) <= _ROOM_BYTES and sizes.rest(step, past) <= _ROOM_BYTES
        return Plan(context_length, step, (), 3 * _BUFFER_BYTES) if fits else None
    needed = sizes.total(step, past)
    if needed <= _ROOM_BYTES:
        return Plan(context_length, step, (), _BUFFER_BYTES)
    if not grow or sizes.total(1, 0) > _ROOM_BYTES:
        return None
    position = _latest_position(sizes, context_length)
    measured = sizes.least(position)
    count = int(needed / (_GROWTH * measured)) + 1
    if count > context_length or sizes.total(count, 0) > _GROWTH * measured * count:
        return None
    return Plan(context_length, step, ((position, 1), (0, count)), int(_GROWTH * measured * count))


def _latest_position(sizes: _Sizes, context_length: int) -> int:
    """Return the latest position at which one token still fits into the first buffer."""
    low, high = 0, context_length - 1
    while low < high:
        middle = (low + high + 1) // 2
        if sizes.total(1, middle) <= _ROOM_BYTES:
            low = middle
        else:
            high = middle - 1
    return low


class _Sizes:
    """Bytes of intermediate results for a number of tokens after a number of past ones."""

    def __init__(self, file: GgmlFile, work: _Work) -> None:
        self._work = work
        self._embedding = file.numbers["embedding"]
        self._heads = file.numbers["heads"]
        self._layers = file.numbers["layers"]
        self._vocabulary = file.numbers["vocabulary"]

    def layer(self, tokens: int, past: int) -> int:
        work, all_tokens = self._work, past + tokens
        rows = tokens * self._embedding * _F32_BYTES * (work.rows + 4)
        values = all_tokens * self._embedding * work.value_bytes
        return rows + values + self._scores(tokens, all_tokens) * work.score_copies

    def rest(self, tokens: int, past: int) -> int:
        """What is needed once: the ends of the graph, its nodes, and room to convert the largest operand."""
        ends = tokens * _F32_BYTES * (3 * self._vocabulary + 8 * self._embedding)
        nodes = (self._layers + 1) * _TENSORS_PER_LAYER * _TENSOR_BYTES
        operand = self._scores(tokens, past + tokens) + tokens * _F32_BYTES * 4 * self._embedding
        return ends + nodes + operand

    def total(self, tokens: int, past: int) -> int:
        return self._layers * self.layer(tokens, past) + self.rest(tokens, past)

    def least(self, past: int) -> int:
        """What one token is sure to need."""
        work = self._work
        values = (past + 1) * self._embedding * work.value_bytes
        rows = (work.rows - 4) * self._embedding * _F32_BYTES
        return self._layers * (rows + values + self._scores(1, past + 1) * work.score_copies)

    def _scores(self, tokens: int, all_tokens: int) -> int:
        return self._heads * tokens * all_tokens * _F32_BYTES
