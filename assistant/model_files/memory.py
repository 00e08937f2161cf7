"""How much memory a model takes, told from its header.

The figures follow what llama.cpp (llama-cpp-python 0.3.36) allocates and touches with the engine's settings: weights
mapped from the file, an f16 KV cache for the whole context in every layer (`swa_full`), flash attention, one row of
logits for each sequence. The constants were fitted to the growth of the resident memory of the built-in model, of its
Q8_0 version, and of random LLaMA, LFM2 and Mamba models of 100 to 150 MB; the total was 1.00 to 1.23 times what was
measured. The vocabulary's were fitted to 19 real ones of 30,000 to 262,000 tokens.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.model_files.gguf import Header

SMALLEST_CONTEXT = 512

_CONTEXT_STEP = 256
_F16_BYTES = 2
_F32_BYTES = 4
_TOKEN_BYTES = 210
_MERGE_BYTES = 135
_FIXED_BYTES = 8 * 1024 * 1024
_EMBEDDINGS_PER_TOKEN = 6


@dataclass(frozen=True, slots=True)
class MemoryNeed:
    """The memory of a loaded model, in bytes.

    Attributes:
        weights: The weights.
        kv: The KV cache and recurrent states.
        buffers: The vocabulary, what is computed for a batch, and small things.
    """

    weights: int
    kv: int
    buffers: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.weights + self.kv + self.buffers


def memory_need(header: Header, context_length: int, *, batch: int = 512, sequences: int = 1) -> MemoryNeed:
    """Return the memory a model takes once it has read a prompt of the full context.

    Weights in a format that llama.cpp puts into another order (Q4_0, Q4_K, Q8_0, …) may lie in memory twice; the pages
    of the file are then given back by the system as soon as something else needs them, and are not counted.

    Args:
        header: Of the model.
        context_length: Context in tokens, shared by all sequences.
        batch: Tokens read at once.
        sequences: Sequences in one context.
    """
    # llama.cpp rounds the context up to whole steps.
    cells = -(-context_length // _CONTEXT_STEP) * _CONTEXT_STEP
    batch = min(batch, cells)
    kv = header.cache_numbers * cells * _F16_BYTES + header.state_bytes * sequences
    vocabulary = header.vocabulary * _TOKEN_BYTES + header.merges * _MERGE_BYTES
    # Inputs, outputs and residuals of a block, its inner vectors twice (gate and up), and the attention mask.
    activations = batch * (2 * header.inner + _EMBEDDINGS_PER_TOKEN * header.embedding) * _F32_BYTES
    mask = batch * cells * _F16_BYTES if header.cache_numbers else 0
    logits = 2 * sequences * header.vocabulary * _F32_BYTES
    return MemoryNeed(header.weight_bytes, kv, _FIXED_BYTES + vocabulary + activations + mask + logits)


def fitting_context(header: Header, wanted: int, available_bytes: int, *, batch: int = 512, sequences: int = 1) -> int:
    """Return the largest context that fits.

    Args:
        header: Of the model.
        wanted: Context in tokens that is asked for; more than the model was trained for is not given.
        available_bytes: Memory that is free for the model, its weights included.
        batch: Tokens read at once.
        sequences: Sequences in one context.

    Returns:
        Tokens, in steps of 256 below what is asked for; 0 when not even 512 fit, or what is asked for if that is less.
    """
    wanted = min(wanted, header.context_length)
    least = min(wanted, SMALLEST_CONTEXT)

    def fits(length: int) -> bool:
        return memory_need(header, length, batch=batch, sequences=sequences).total <= available_bytes

    if wanted <= 0 or not fits(least):
        return 0
    if fits(wanted):
        return wanted
    # The need only grows with the context: halve the steps between a length that fits and one that does not.
    low, high = least // _CONTEXT_STEP, -(-wanted // _CONTEXT_STEP)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle * _CONTEXT_STEP):
            low = middle
        else:
            high = middle
    return max(low * _CONTEXT_STEP, least)
