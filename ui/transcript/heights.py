"""Heights of a long list of items: prefix sums that are cheap to ask and to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator


class Heights:
    """Heights in pixels with prefix sums in O(log n) (a Fenwick tree)."""

    def __init__(self, heights: Iterable[int] = ()) -> None:
        """Begin with one height per item."""
        self._heights = list(heights)
        self._tree = [0, *self._heights]
        size = len(self._heights)
        for i in range(1, size + 1):
            parent = i + (i & -i)
            if parent <= size:
                self._tree[parent] += self._tree[i]
        self._top_bit = 1 << (size.bit_length() - 1) if size else 0
        self._total = sum(self._heights)

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, index: int) -> int:
        return self._heights[index]

    def __iter__(self) -> Iterator[int]:
        return iter(self._heights)

    @property
    def total(self) -> int:
        """The sum of all heights."""
        return self._total

    def set(self, index: int, height: int) -> None:
        """Change one height."""
        delta = height - self._heights[index]
        if not delta:
            return
        self._heights[index] = height
        self._total += delta
        i = index + 1
        while i < len(self._tree):
            self._tree[i] += delta
            i += i & -i

    def top(self, index: int) -> int:
        """Return the sum of the heights before `index`."""
        result = 0
        i = index
        while i:
            result += self._tree[i]
            i -= i & -i
        return result

    def at(self, y: int) -> int:
        """Return the index of the item at `y`, clamped to the list; 0 for an empty list."""
        index = 0
        rest = y
        bit = self._top_bit
        while bit:
            step = index + bit
            if step < len(self._tree) and self._tree[step] <= rest:
                index = step
                rest -= self._tree[step]
            bit >>= 1
        return max(0, min(index, len(self._heights) - 1))
