"""The formats a model file is converted to for speed, and which weights get which number format.

The kernels of Q8_0 and Q4_0 read prompts fastest. With the built-in model Q4_0 alone loses 24 % in perplexity, 14 %
when the embedding (which is the output too) is Q8_0, and 4 % with an importance matrix as well. What is left falls
mostly on the first and last blocks, on the attention's output and on the feed-forward's `up`: the mixes keep those in
Q8_0.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Q4_0 = 2
Q8_0 = 8
"""llama.cpp's numbers for the types of tensors (`enum ggml_type`)."""

BLOCK = 32
"""Weights that share a scale in Q4_0 and Q8_0; a row is a whole number of them."""

_END_SHARE = 15
"""One block in so many, at each end of the model, stays exact in a mix."""

_Q8_BITS = 8.5
_Q4_BITS = 4.5
_MOST_GROWTH = 1.6


@dataclass(frozen=True, slots=True)
class Format:
    """A format to convert to.

    Attributes:
        name: As shown and as it stands in the names of files.
        small: Weights of a block that become Q4_0 ("attn_q"); all others become Q8_0.
        instead_of: Name of a format that is quicker but loses more: this one is only made if that loses too much.
    """

    name: str
    small: frozenset[str] = frozenset()
    instead_of: str = ""

    def small_blocks(self, layers: int) -> range:
        """Return the blocks that have weights in Q4_0."""
        kept = max(1, round(layers / _END_SHARE))
        return range(kept, layers - kept) if self.small else range(0)


_SMALL = frozenset({"attn_q", "attn_k", "attn_v", "attn_qkv", "ffn_gate", "ffn_up", "ffn_down"})

FORMATS = (
    Format("Q8_0"),
    Format("Q4_Q8_S", _SMALL),
    Format("Q4_Q8_L", _SMALL - {"ffn_up"}, instead_of="Q4_Q8_S"),
)
"""In the order they are tried."""


def format_of(name: str) -> Format:
    """Return the format of that name.

    Raises:
        KeyError: There is none.
    """
    return {one.name: one for one in FORMATS}[name]


def formats_for(file_type: str, *, bytes_per_weight: float) -> tuple[Format, ...]:
    """Return what a model file may gain from; empty where its header says that there is nothing.

    Args:
        file_type: The format it is in ("Q4_1").
        bytes_per_weight: Its size by its number of weights.
    """
    if file_type in ("Q4_0", "IQ4_NL"):
        return ()
    formats = FORMATS if file_type != "Q8_0" else FORMATS[1:]
    # Answers are bound by how fast weights come from memory: no kernel makes up for twice the size.
    return tuple(one for one in formats if estimated_bits(one) / 8 <= bytes_per_weight * _MOST_GROWTH)


def estimated_bits(one: Format) -> float:
    """Return about how many bits a weight takes in this format; errs on the large side for mixes."""
    return _Q8_BITS if not one.small else (_Q8_BITS + _Q4_BITS) / 2


def part_of(tensor: str) -> tuple[int, str] | None:
    """Return the block and the part of a tensor's name ("blk.3.attn_q.weight": 3, "attn_q"); None for others."""
    pieces = tensor.split(".")
    if len(pieces) != 4 or pieces[0] != "blk" or pieces[3] != "weight" or not pieces[1].isdecimal():
        return None
    return int(pieces[1]), pieces[2]


def small_tensors(one: Format, shapes: Mapping[str, Sequence[int]], layers: int) -> list[str]:
    """Return the names of the tensors that become Q4_0.

    Args:
        one: The format.
        shapes: Of every tensor, by its name; the length of a row first.
        layers: Number of blocks.
    """
    blocks = one.small_blocks(layers)
    return [
        name
        for name, shape in shapes.items()
        if (place := part_of(name)) is not None
        and place[0] in blocks
        and place[1] in one.small
        and len(shape) == 2
        and shape[0] % BLOCK == 0
    ]


def patterns(tensors: Iterable[str]) -> list[str]:
    """Return regular expressions that match exactly these tensors of blocks; few: llama.cpp tries each on each."""
    parts: dict[int, list[str]] = defaultdict(list)
    for name in tensors:
        if (place := part_of(name)) is not None:
            parts[place[0]].append(place[1])
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for block, names in parts.items():
        blocks[tuple(sorted(names))].append(block)
    return [
        rf"^blk\.({'|'.join(map(str, sorted(numbers)))})\.({'|'.join(names)})\.weight$"
        for names, numbers in blocks.items()
    ]
