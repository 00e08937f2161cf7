"""Guessing the next tokens of an answer that copies from its prompt: n-gram lookup, without a second model.

The last tokens are looked up in what was read and written so far; what followed them there is put into the batch behind
the token that is due, and as much of it stays as the sampler would have chosen itself. So the answer is the one that
would have come anyway, only sooner. (Prompt lookup decoding: Saxena 2023, "Prompt Lookup Decoding".)
"""

from __future__ import annotations

from collections.abc import Sequence

LONGEST_GUESS = 7
"""With the token that is due, the eight tokens that the matrix kernels work on at once."""

_LONGEST_NGRAM = 4
_SHORTEST_NGRAM = 2
_WARM_UP = 3
_KEPT = 0.85
_PAYS = 1.05
_FIRST_GUESS = 3
_FIRST_PAUSE = 8
_LONGEST_PAUSE = 256


class NgramIndex:
    """Finds what followed the last tokens when they occurred before. Costs a few dictionary steps a token."""

    def __init__(self, tokens: Sequence[int]) -> None:
        """Begin with what was read."""
        self._tokens: list[int] = []
        self._ends: dict[tuple[int, ...], int] = {}
        self.extend(tokens)

    def extend(self, tokens: Sequence[int]) -> None:
        """Add what came next."""
        for token in tokens:
            # The n-grams that end before this token: it is what follows them.
            for size in range(_SHORTEST_NGRAM, _LONGEST_NGRAM + 1):
                if len(self._tokens) >= size:
                    self._ends[tuple(self._tokens[-size:])] = len(self._tokens)
            self._tokens.append(token)

    def guess(self, most: int) -> list[int]:
        """Return up to `most` tokens that may come next; empty when the last ones are new."""
        for size in range(min(_LONGEST_NGRAM, len(self._tokens)), _SHORTEST_NGRAM - 1, -1):
            end = self._ends.get(tuple(self._tokens[-size:]))
            if end is not None:
                return self._tokens[end : end + most]
        return []


class Payoff:
    """Says how much to guess, from what it brought and what it cost: nothing while it does not pay.

    The cost of a step with a guess and of one without are measured; guessing goes on while tokens a second with it
    are clearly above those without. It begins with few tokens and takes many once they were right. After a miss there
    is a pause, after each further one a longer, so that an answer that copies nothing loses next to nothing.
    """

    def __init__(self) -> None:
        """Begin hopeful."""
        self._plain = _Mean()
        self._guessed = _Mean()
        self._tokens = _Mean()
        self._pause = 0
        self._next_pause = _FIRST_PAUSE
        self._longest = _FIRST_GUESS

    @property
    def longest(self) -> int:
        """How many tokens to guess at the next step, at most; 0 for none."""
        if self._plain.count < _WARM_UP or self._pause:
            return 0  # nothing to compare with yet, or it did not pay
        return self._longest

    def observe(self, *, guessed: int, tokens: int, seconds: float) -> None:
        """Learn from a step.

        Args:
            guessed: How many tokens were guessed in it.
            tokens: Tokens of the answer it brought, at least 1.
            seconds: What it took.
        """
        if not guessed:
            self._plain.add(seconds)
            self._pause = max(0, self._pause - 1)
            return
        self._guessed.add(seconds)
        self._tokens.add(tokens)
        if tokens == 1 or not self._pays:
            self._pause = self._next_pause
            self._next_pause = min(_LONGEST_PAUSE, self._next_pause * 2)
            self._longest = _FIRST_GUESS
            self._guessed, self._tokens = _Mean(), _Mean()
        elif tokens > guessed:
            self._longest = LONGEST_GUESS
            self._next_pause = _FIRST_PAUSE

    @property
    def _pays(self) -> bool:
        return self._guessed.count < _WARM_UP or self._tokens.value * self._plain.value >= _PAYS * self._guessed.value


class _Mean:
    """A mean that forgets slowly."""

    def __init__(self) -> None:
        self.value = 0.0
        self.count = 0

    def add(self, value: float) -> None:
        kept = min(_KEPT, self.count / (self.count + 1))
        self.value = kept * self.value + (1 - kept) * value
        self.count += 1
