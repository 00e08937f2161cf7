"""How the next token is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.engine.base import Sampling

_PENALTY_WINDOW = 128
_RANDOM_SEED = 0xFFFFFFFF


class Sampler:
    """A sampler chain for one answer; `close` frees it."""

    def __init__(self, llama: Any, context: Any, vocabulary_size: int, sampling: Sampling) -> None:
        """Build the chain for tokens of `context`."""
        self._llama = llama
        self._context = context
        self._chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        for sampler in self._samplers(vocabulary_size, sampling):
            llama.llama_sampler_chain_add(self._chain, sampler)

    def choose(self, place: int) -> int:
        """Choose a token from the logits at a place of the last batch, and remember it."""
        return int(self._llama.llama_sampler_sample(self._chain, self._context, place))

    def close(self) -> None:
        """Free the chain."""
        self._llama.llama_sampler_free(self._chain)

    def _samplers(self, vocabulary_size: int, sampling: Sampling) -> Iterator[Any]:
        llama = self._llama
        if sampling.repeat_penalty != 1.0:
            yield llama.llama_sampler_init_penalties(
                vocabulary_size, _PENALTY_WINDOW, sampling.repeat_penalty, 0.0, 0.0
            )
        if sampling.temperature <= 0:
            yield llama.llama_sampler_init_greedy()
            return
        if sampling.top_k > 0:
            yield llama.llama_sampler_init_top_k(sampling.top_k)
        yield llama.llama_sampler_init_top_p(sampling.top_p, 1)
        yield llama.llama_sampler_init_min_p(sampling.min_p, 1)
        yield llama.llama_sampler_init_temp(sampling.temperature)
        yield llama.llama_sampler_init_dist(_RANDOM_SEED if sampling.seed < 0 else sampling.seed)
