"""How many threads the next decode gets: learned from how long the last ones took.

Every node of llama.cpp's graph ends with a barrier, some hundred times a token, so all threads wait for the slowest. On
a quiet computer one thread per physical core is best, or one fewer where memory is the limit. With other programs busy,
fewer threads can be many times faster, because a thread without a core makes all others wait.
"""

from __future__ import annotations

import enum
from collections import deque
from collections.abc import Iterable

_HISTORY = 8
"""Decodes whose time is what one is expected to take."""

_FIRST_WAIT = 8
_LONGEST_WAIT = 256
_LONGEST_WAIT_READING = 32
_PROBE_SHARE = 0.04
"""A direction that lost is asked again after this many decodes: doubled each time, and long enough for the time lost by
asking to be at most this share of all."""

_SLOWER = 1.0
_FASTER = 0.97
"""Time relative to the present count's below which a lower or a higher count becomes the new one. Of equal counts the
lower is better: it leaves more of the computer to others."""

_DOWN, _UP = -1, 1


class Work(enum.Enum):
    """What is decoded; the best counts differ, so they are learned apart."""

    READ = "read"
    """Parts of a prompt: many tokens in one decode, bound by arithmetic."""
    ANSWER = "answer"
    """One token, or one of each sequence: often bound by memory."""


class ThreadGovernor:
    """Chooses the number of threads before each decode.

    It has no clock and no randomness: the same observations lead to the same counts. Calls come from one thread.
    """

    def __init__(self, most: int, *, fixed: int = 0) -> None:
        """Begin with `most` threads for all work.

        Args:
            most: The ceiling, usually the physical cores; at least 1.
            fixed: Always use this many instead, whatever happens and whatever the ceiling; 0 to adapt.
        """
        if most < 1 or fixed < 0:
            raise ValueError(f"{most} threads at most, {fixed} fixed")
        self._fixed = fixed
        self._searches = {
            Work.READ: _Search(most, needed=3, samples=2, first_wait=12, longest_wait=_LONGEST_WAIT_READING),
            Work.ANSWER: _Search(most, needed=4, samples=5, first_wait=4, longest_wait=_LONGEST_WAIT),
        }

    def threads(self, work: Work) -> int:
        """Return how many threads the next decode of this kind of work gets."""
        return self._fixed or self._searches[work].threads

    def observe(self, work: Work, *, tokens: int, seconds: float) -> None:
        """Learn from a decode that was made with the count `threads` answered last for this work.

        Decodes that failed or were aborted must not be told.

        Args:
            work: What was decoded.
            tokens: Size of the batch.
            seconds: How long the decode took.
        """
        if self._fixed or tokens <= 0 or seconds <= 0:
            return
        search = self._searches[work]
        before = search.count
        search.observe(_size_class(tokens), seconds / tokens)
        if work is Work.ANSWER and search.count != before:
            # The computer may have become busy or free. Prompts are read in few decodes: alone that would take long.
            self._searches[Work.READ].look(_DOWN if search.count < before else _UP)

    def limit(self, most: int) -> None:
        """Change the ceiling, as on battery; a fixed count stays.

        Raises:
            ValueError: `most` is below 1.
        """
        if most < 1:
            raise ValueError(f"{most} threads at most")
        for search in self._searches.values():
            search.limit(most)


class _Direction:
    """One way to go from the present count, and when to ask about it again."""

    def __init__(self, sign: int, step: int, longest_wait: int) -> None:
        self.sign = sign
        self.step = step
        self._longest_wait = longest_wait
        self.wait = self.interval = _FIRST_WAIT
        self._patience = _FIRST_WAIT
        self._deaf = 0

    def pass_by(self) -> None:
        """One more decode was made."""
        self.wait -= 1
        self._deaf -= 1

    def hears(self) -> bool:
        """Tell whether an alarm counts: the more questions were lost, the longer it does not after one that did."""
        if self._deaf > 0:
            return False
        self._deaf = self._patience
        return True

    def won(self) -> None:
        """The count has changed in this direction."""
        self._patience = _FIRST_WAIT

    def ask_again(self, step: int, wait: int) -> None:
        """Look `step` away after `wait` decodes, as if never asked before."""
        self.step = step
        self.wait = self.interval = wait

    def lost(self, excess: float) -> None:
        """Go on with a smaller step, or wait longer; `excess` is what asking took, in decodes at the present count."""
        self._patience = min(2 * self._patience, self._longest_wait // 4)
        if self.step > 1:
            self.step //= 2
            self.wait = max(_FIRST_WAIT, int(excess / _PROBE_SHARE / 2))
        else:
            # One disturbance must not silence a direction for long, hence at most four times.
            longer = max(2.0 * self.interval, excess / _PROBE_SHARE)
            self.interval = int(min(longer, 4 * self.interval, self._longest_wait))
            self.wait = self.interval


class _Alarm:
    """Notices that decodes take longer or shorter than expected: two one-sided cumulative sums (Page, 1954).

    One slow decode of any length is no alarm; two in a short time are, or a small difference that stays.
    """

    def __init__(self) -> None:
        self.quiet()

    def quiet(self) -> None:
        """Begin anew."""
        self._slow = self._fast = 0.0

    @property
    def suspicious(self) -> bool:
        return self._slow > 0 or self._fast > 0

    @property
    def slower(self) -> bool:
        return self._slow > 2.0

    @property
    def faster(self) -> bool:
        return self._fast > 0.8

    def take(self, ratio: float) -> None:
        """Take the time of one more decode, relative to the expected one."""
        self._slow = max(0.0, self._slow + min(ratio - 1.0, 1.25) - 0.2)
        self._fast = max(0.0, self._fast + (1.0 - ratio) - 0.2)


class _Search:
    """Looks for the best count of one kind of work by asking its neighbours, a few decodes at a time.

    Times are per token, and compared only between batches of about one size (`_size_class`).
    """

    def __init__(self, most: int, *, needed: int, samples: int, first_wait: int, longest_wait: int) -> None:
        self._most = most
        self.count = most  # the present count; a probe is beside it
        self._needed = needed  # decodes before the expected time is trusted
        self._samples = samples  # decodes of a probe
        self._probed = 0  # the count being tried; 0 for none
        self._way = self._down = _Direction(_DOWN, self._wide(), longest_wait)
        self._up = _Direction(_UP, self._wide(), longest_wait)
        self._alarmed = False  # an alarm caused the probe
        self._urgent = False  # something else already said that times have changed
        self._ratios: list[float] = []
        self._trial: list[tuple[int, float]] = []
        self._history: dict[int, deque[float]] = {}
        self._expected: dict[int, float] = {}
        self._suspects: deque[tuple[int, float]] = deque(maxlen=_HISTORY)
        self._alarm = _Alarm()
        self._down.wait = first_wait

    @property
    def threads(self) -> int:
        return self._probed or self.count

    def limit(self, most: int) -> None:
        if most == self._most:
            return
        at_the_ceiling = self.count == self._most
        self._most = most
        self._settle(most if at_the_ceiling else min(self.count, most), ())
        for way in (self._down, self._up):
            way.ask_again(self._wide(), _FIRST_WAIT)

    def look(self, sign: int) -> None:
        """Ask soon whether fewer (-1) or more (+1) threads are better."""
        way = self._down if sign == _DOWN else self._up
        way.wait = min(way.wait, 1)
        self._urgent = True

    def observe(self, size: int, cost: float) -> None:
        if self._most == 1:
            return
        if self._probed:
            self._judge(size, cost)
        else:
            self._watch(size, cost)

    # At the present count.

    def _watch(self, size: int, cost: float) -> None:
        self._down.pass_by()
        self._up.pass_by()
        expected = self._expected.get(size)
        if expected is not None:
            self._alarm.take(cost / expected)
        if self._alarm.suspicious:
            self._suspects.append((size, cost))
            if self._alarm.slower:
                self._react_to_slower()
                return
            if self._alarm.faster:
                self._remember(list(self._suspects)[-self._needed :])
                if self._up.hears():
                    self._up.ask_again(self._wide(), _FIRST_WAIT)
                return
        else:
            self._suspects.clear()
        self._add(size, cost)
        if size in self._expected:
            self._ask()

    def _add(self, size: int, cost: float) -> None:
        history = self._history.get(size)
        if history is None:
            history = self._history[size] = deque(maxlen=_HISTORY)
        history.append(cost)
        # While something is suspicious, what it is compared with stays as it was.
        if len(history) >= self._needed and not self._alarm.suspicious:
            self._expected[size] = _typical(history)

    def _ask(self) -> None:
        """Begin a probe if one is due."""
        if self._alarm.suspicious and not self._urgent:
            return  # wait until it is clear what the present count takes now
        for way in sorted((self._up, self._down), key=lambda way: way.wait):
            if way.wait <= 0 and self._can(way):
                self._begin(way, self._neighbour(way))
                return

    def _react_to_slower(self) -> None:
        """The computer became busy, or the context grew much: measure anew what the present count takes, try fewer."""
        before = dict(self._expected)
        self._remember(self._suspects)
        worse = max(self._expected[size] / before[size] for size in self._expected if size in before)
        if self._can(self._down) and self._down.hears():
            self._down.ask_again(self._wide(), _FIRST_WAIT)
            halved = worse >= 2.0
            count = self.count // 2 if halved else self._neighbour(self._down)
            self._begin(self._down, count, alarmed=True)

    # At another count.

    def _begin(self, way: _Direction, count: int, *, alarmed: bool = False) -> None:
        self._way = way
        self._urgent = False
        self._alarmed = alarmed
        self._probed = count
        self._ratios = []
        self._trial = []

    def _judge(self, size: int, cost: float) -> None:
        self._trial.append((size, cost))
        expected = self._expected.get(size)
        if expected is not None:
            self._ratios.append(cost / expected)
            verdict = self._verdict()
            if verdict is not None:
                self._end(better=verdict)
                return
        if len(self._trial) >= 3 * self._samples:
            self._end(better=False)  # batches of sizes there is nothing to compare with

    def _verdict(self) -> bool | None:
        """Tell whether the probed count is better; None while that is open."""
        ratios = self._ratios
        asked, least = len(ratios), min(ratios, default=1.0)
        if least > (3.0 if asked == 1 and self._samples > 2 else 1.2):
            return False
        if asked >= 2 and max(ratios) < 0.6:
            return True
        if asked < self._samples:
            return None
        return _typical(ratios) < (_SLOWER if self._way.sign == _DOWN else _FASTER)

    def _end(self, *, better: bool) -> None:
        way, count, step = self._way, self._probed, abs(self._probed - self.count)
        self._probed = 0
        if not better:
            way.lost(sum(max(0.0, ratio - 1.0) for ratio in self._ratios))
            return
        back = self._up if way is self._down else self._down
        self._settle(count, self._trial)
        way.won()
        way.ask_again(max(step, min(2 * step, self._wide())), 1)
        back.ask_again(max(1, step // 2), _FIRST_WAIT // 2 if self._alarmed else 2 * _FIRST_WAIT)

    def _settle(self, count: int, samples: Iterable[tuple[int, float]]) -> None:
        """Make `count` the present one, knowing only `samples` about it."""
        self._probed = 0
        self.count = count
        self._remember(samples)

    def _remember(self, samples: Iterable[tuple[int, float]]) -> None:
        """Forget what was expected, and expect `samples`."""
        samples = list(samples)
        self._history.clear()
        self._expected.clear()
        self._suspects.clear()
        self._alarm.quiet()
        for size, cost in samples:
            self._add(size, cost)
        for size, history in self._history.items():
            self._expected[size] = _typical(history)

    # Where to go.

    def _wide(self) -> int:
        return max(1, self._most // 4)

    def _can(self, way: _Direction) -> bool:
        return self._neighbour(way) != self.count

    def _neighbour(self, way: _Direction) -> int:
        if way.sign == _UP:
            return min(self._most, self.count + way.step)
        return self.count - way.step if way.step < self.count else max(1, self.count // 2)


def _typical(times: Iterable[float]) -> float:
    """Return the mean without the longest of four or more.

    Not the median: on a busy computer some decodes are quick and the others very slow, and their sum is what counts.
    """
    ordered = sorted(times)
    kept = ordered[:-1] if len(ordered) >= 4 else ordered
    return sum(kept) / len(kept)


def _size_class(tokens: int) -> int:
    """Return a number that batches of about one size share: each its own up to 8, then four to an octave."""
    if tokens <= 8:
        return tokens
    octave = tokens.bit_length() - 3
    return 8 * octave + (tokens >> octave)
