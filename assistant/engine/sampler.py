"""How the next token is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from assistant.engine.base import Sampling

_PENALTY_WINDOW = 128
_RANDOM_SEED = 0xFFFFFFFF


class Sampler:
    """A sampler chain; entering gives the function that chooses the next token."""

    def __init__(self, llama: Any, context: Any, vocabulary_size: int, sampling: Sampling) -> None:
        """Build the chain for the next token of `context`."""
        self._llama = llama
        self._context = context
        self._chain = llama.llama_sampler_chain_init(llama.llama_sampler_chain_default_params())
        for sampler in self._samplers(vocabulary_size, sampling):
            llama.llama_sampler_chain_add(self._chain, sampler)

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

    def __enter__(self) -> Callable[[], int]:
        """Return the function that chooses a token from the last decode's logits."""
        return lambda: int(self._llama.llama_sampler_sample(self._chain, self._context, -1))

    def __exit__(self, *_: object) -> None:
        """Free the chain."""
        self._llama.llama_sampler_free(self._chain)
