"""States of sequences that left the KV cache, kept in memory and found again by what they begin with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LEAST_TOKENS = 48
"""Shorter sequences are read again as quickly as they are put back."""

_COPIED_TOKENS_PER_READ_TOKEN = 100
"""Putting back so many tokens takes about as long as reading one."""


@dataclass(slots=True)
class Kept:
    """A sequence that left the cache.

    Attributes:
        tokens: What it was made of.
        state: From `Decoder.state`.
        owner: Whose conversation it is; may be empty.
        saved: Whether it lies on disk, or need not.
    """

    tokens: list[int]
    state: bytes
    owner: str
    saved: bool


class PromptCache:
    """The states, most recently used last, inside a budget of bytes."""

    def __init__(self, budget: int) -> None:
        """Keep at most `budget` bytes."""
        self._budget = budget
        self._kept: list[Kept] = []

    def __len__(self) -> int:
        """Return the number of states."""
        return len(self._kept)

    @property
    def bytes(self) -> int:
        """Size of all states."""
        return sum(len(kept.state) for kept in self._kept)

    def add(self, kept: Kept, *, replacing: bool) -> list[Kept]:
        """Keep a state; returns those that had to go for it, which may be this one.

        Args:
            kept: The state.
            replacing: States of the same owner that are a beginning of this one are of no more use and go silently.
        """
        if replacing:
            self._kept = [
                other
                for other in self._kept
                if other.owner != kept.owner or common_length(other.tokens, kept.tokens) < len(other.tokens)
            ]
        self._kept.append(kept)
        gone = []
        while self._kept and self.bytes > self._budget:
            gone.append(self._kept.pop(0))
        return gone

    def find(self, tokens: Sequence[int], *, known: int, whole: bool) -> Kept | None:
        """Return the state that saves most reading, if one pays.

        Args:
            tokens: What is to be read, without its last token.
            known: How many of them are in the KV cache already.
            whole: Only states that are a beginning of `tokens` from end to end.
        """
        best, length = None, known
        for kept in self._kept:
            shared = common_length(kept.tokens, tokens)
            if shared > length and pays(len(kept.tokens), shared - known) and not (whole and shared < len(kept.tokens)):
                best, length = kept, shared
        if best is not None:
            self._kept.remove(best)
            self._kept.append(best)
        return best

    def unsaved(self) -> list[Kept]:
        """Return the states that are not on disk."""
        return [kept for kept in self._kept if not kept.saved]

    def forget(self, owner: str) -> None:
        """Drop an owner's states."""
        self._kept = [kept for kept in self._kept if kept.owner != owner]


def pays(length: int, gained: int) -> bool:
    """Tell whether putting back a state of `length` tokens is worth the reading of `gained` tokens it saves."""
    return gained >= max(LEAST_TOKENS, length / _COPIED_TOKENS_PER_READ_TOKEN)


def common_length(first: Sequence[int], second: Sequence[int]) -> int:
    """Return how many tokens two sequences have in common at their beginning."""
    length = min(len(first), len(second))
    if first[:length] == second[:length]:
        return length
    low, high = 0, length
    # Comparing slices is C; a search by halves needs a dozen of them instead of a loop over thousands of tokens.
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def longest(candidates: Iterable[Sequence[int]], tokens: Sequence[int]) -> int:
    """Return the longest beginning that any of the candidates shares with `tokens`."""
    return max((common_length(candidate, tokens) for candidate in candidates), default=0)
