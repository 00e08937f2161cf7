"""Runs several requests at once in one llama.cpp context, and computes nothing twice.

Each request gets a sequence in the KV cache. All of them go on together in one batch: one token (or a guess) of each
answer, and a piece of the prompts that are still being read; others join as they end. A request begins with what is
known of its prompt already: in a sequence of the KV cache, in the states that left it, or in a file. Requests that come
together and begin alike wait until one of them has read the common part.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Iterator
from typing import Any

from assistant.engine.base import Generation
from assistant.engine.decoder import Decoder, NoRoomError, Part, Slot
from assistant.engine.prompt import PromptBuilder
from assistant.engine.prompt_cache import LEAST_TOKENS, Kept, PromptCache, common_length
from assistant.engine.saved_states import SavedStates
from assistant.engine.sequence import SequenceRun
from assistant.engine.steps import Broken, Step
from assistant.engine.vocabulary import Vocabulary
from assistant.errors import CancelledError, EngineError, PromptTooLongError

_WORTH_WAITING_TOKENS = 32
_CHUNKS_OF_SEVERAL = 4


class Scheduler:
    """The requests that run and wait. All calls but `cancel` come from one thread."""

    def __init__(
        self,
        llama: Any,
        decoder: Decoder,
        vocabulary: Vocabulary,
        builder: PromptBuilder,
        *,
        chunk: int,
        cache: PromptCache,
        saved: SavedStates,
    ) -> None:
        """Begin without requests.

        Args:
            llama: The bindings.
            decoder: The context.
            vocabulary: The model's.
            builder: Makes prompts.
            chunk: Tokens of a prompt read in one step while one request runs alone.
            cache: Where states go that leave the KV cache.
            saved: The states on disk.
        """
        self._llama = llama
        self._decoder = decoder
        self._vocabulary = vocabulary
        self._builder = builder
        self._chunk = chunk
        self._cache = cache
        self._saved = saved
        self._waiting: list[SequenceRun] = []
        self._running: list[SequenceRun] = []
        self._uses = itertools.count(1)
        self._lock = threading.Lock()
        self._cancelled: set[int] = set()
        self._refused: list[tuple[int, Step]] = []

    @property
    def busy(self) -> bool:
        """Whether `step` has something to do."""
        return bool(self._waiting or self._running or self._refused)

    @property
    def cached_tokens(self) -> int:
        """Tokens in the KV cache, shared ones counted once."""
        return sum(len(slot.tokens) - slot.shared for slot in self._decoder.slots)

    def add(self, number: int, request: Generation) -> None:
        """Take a request; its steps come from `step`."""
        try:
            prompt = self._builder.build(request)
        except PromptTooLongError as error:
            self._refused.append((number, Broken(error)))
            return
        room = self._builder.context_length
        self._waiting.append(SequenceRun(number, request, prompt, stop=self._builder.stop, room=room))

    def cancel(self, number: int) -> None:
        """End a request soon, also one that is still to come; may be called from any thread."""
        with self._lock:
            self._cancelled.add(number)
            if self._decoder.rewinds or len(self._running) <= 1:
                self._decoder.flag.raise_()
            # Else the others would lose what they have: a step of several is short enough to wait for.

    def step(self) -> Iterator[tuple[int, Step]]:
        """Go on with all requests by one batch; yields the numbers of requests with what came of it."""
        yield from self._refused
        self._refused.clear()
        yield from self._stop_cancelled()
        yield from self._admit()
        parts, runs = self._compose()
        if not parts:
            return
        started = time.perf_counter()
        try:
            places = self._decoder.decode(parts)
        except CancelledError:
            yield from self._stop_cancelled()
            return
        except NoRoomError as error:
            yield from self._make_way(error)
            return
        except EngineError as error:
            yield from self._break_all(error)
            return
        seconds = time.perf_counter() - started
        for run, part, outputs in zip(runs, parts, places, strict=True):
            yield from ((run.number, step) for step in self._advance(run, part, outputs, seconds))
        self._running = [run for run in self._running if not run.ended]

    def unsaved(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of the files that would save what is not on disk yet. Nothing may run meanwhile."""
        for slot in self._decoder.slots:
            if slot.keep and self._saved.wanted(slot.owner, slot.tokens):
                yield self._saved.pack(slot.owner, slot.tokens, self._decoder.state(slot))
        for kept in self._cache.unsaved():
            kept.saved = True
            if self._saved.wanted(kept.owner, kept.tokens):
                yield self._saved.pack(kept.owner, kept.tokens, kept.state)

    def forget(self, owner: str) -> None:
        """Drop what is kept of an owner."""
        self._cache.forget(owner)
        self._saved.forget(owner)
        running = {run.slot.id for run in self._running if run.slot}
        for slot in self._decoder.slots:
            if slot.owner == owner and slot.id not in running:
                self._decoder.rewind(slot, 0)

    def close(self) -> None:
        """Free the samplers of what still runs."""
        for run in self._running:
            run.close()

    def _stop_cancelled(self) -> Iterator[tuple[int, Step]]:
        with self._lock:
            self._decoder.flag.lower()
            wanted = self._cancelled & {run.number for run in (*self._waiting, *self._running)}
            self._cancelled -= wanted
        for run in [run for run in (*self._waiting, *self._running) if run.number in wanted]:
            yield run.number, run.stop()
        self._waiting = [run for run in self._waiting if not run.ended]
        self._running = [run for run in self._running if not run.ended]

    def _compose(self) -> tuple[list[Part], list[SequenceRun]]:
        """Return the next batch: answers first, then as much of the prompts as has room in it."""
        alone = len(self._running) == 1
        room = self._chunk if alone else min(self._decoder.capacity, _CHUNKS_OF_SEVERAL * self._chunk)
        parts: list[Part] = []
        runs: list[SequenceRun] = []
        for run in sorted(self._running, key=lambda run: run.reading):
            if run.slot is None or room <= 0:
                continue
            tokens = run.next_tokens(room, guess=alone)
            last = not run.reading or len(tokens) == len(run.due)
            outputs = 0 if not last else 1 if run.reading else len(tokens)
            parts.append(Part(run.slot, tuple(tokens), outputs))
            runs.append(run)
            room -= len(tokens)
        return parts, runs

    def _advance(self, run: SequenceRun, part: Part, outputs: range, seconds: float) -> Iterator[Step]:
        if run.reading:
            yield run.read(len(part.tokens))
            if run.pausing and not self._decoder.rewinds:
                self._checkpoint(run)
        if outputs:
            yield from run.answer(self._llama, self._decoder, self._vocabulary, outputs, seconds)
        part.slot.used = next(self._uses)

    def _checkpoint(self, run: SequenceRun) -> None:
        """Keep the state as it is now, for a model whose sequences can't be shortened."""
        slot = run.slot
        if slot is not None and len(slot.tokens) >= LEAST_TOKENS:
            state = self._decoder.state(slot)
            self._cache.add(Kept(slot.tokens.copy(), state, run.request.owner, saved=True), replacing=False)

    def _admit(self) -> Iterator[tuple[int, Step]]:
        """Give sequences to requests that wait, the oldest first, as long as there is room."""
        for run in list(self._waiting):
            if len(self._running) == len(self._decoder.slots) or self._will_share(run):
                break
            slot = self._sequence_for(run)
            if slot is None:
                break
            if not self._running:
                # Each token looks through everything in the cache: what nobody uses costs time there.
                for other in self._decoder.slots:
                    if other is not slot and other.tokens:
                        self._set_aside(other)
            self._waiting.remove(run)
            slot.owner, slot.keep, slot.used = run.request.owner, run.request.keep, next(self._uses)
            yield run.number, run.begin(slot, pauses=() if self._decoder.rewinds else self._pauses(run))
            self._running.append(run)

    def _will_share(self, run: SequenceRun) -> bool:
        """Tell whether a running request is about to read what this one begins with too."""
        known = max((common_length(slot.tokens, run.prompt) for slot in self._decoder.slots), default=0)
        for other in self._running:
            shared = common_length(other.prompt, run.prompt)
            if other.reading and shared - known >= (1 if run.waits else _WORTH_WAITING_TOKENS):
                other.pause_at(shared)
                run.waits = True
                return True
        return False

    def _pauses(self, run: SequenceRun) -> list[int]:
        """Return where to keep the state: behind what other requests share, and where an answer may be made anew."""
        shared = {common_length(other.prompt[:-1], run.prompt) for other in self._waiting}
        return sorted({length for length in shared if length >= _WORTH_WAITING_TOKENS} | {len(run.prompt) - 1})

    def _sequence_for(self, run: SequenceRun) -> Slot | None:
        """Return a sequence that holds as much of the prompt as is known; None while there is no room."""
        wanted = run.prompt[:-1]
        active = {other.slot.id for other in self._running if other.slot}
        idle = [slot for slot in self._decoder.slots if slot.id not in active]
        best, known = self._best(wanted, active)
        kept = self._cache.find(wanted, known=known, whole=not self._decoder.rewinds)
        kept = self._saved.find(wanted, known=known, whole=not self._decoder.rewinds, other=kept) or kept
        if kept is not None:
            restored = self._empty_slot(idle, max(run.most_tokens, len(kept.tokens)), active)
            if restored is not None and self._decoder.restore(restored, kept.tokens, kept.state):
                self._decoder.rewind(restored, common_length(restored.tokens, wanted))
                return restored
            best, known = self._best(wanted, active)
        if best is not None and best.id not in active and (_continues(best, wanted) or not best.keep):
            self._decoder.rewind(best, known)
            others = [slot for slot in idle if slot is not best]
            return best if self._find_room(run.most_tokens - known, others, active) else None
        empty = self._empty_slot(idle, run.most_tokens - known, active, source=best)
        if empty is not None and best is not None and known and len(best.tokens) >= known:
            self._decoder.share(best, empty, known)
        return empty

    def _best(self, wanted: list[int], active: set[int]) -> tuple[Slot | None, int]:
        """Return the sequence that holds most of a prompt, and how much."""
        best, known = None, 0
        for slot in self._decoder.slots:
            length = common_length(slot.tokens, wanted)
            if not self._decoder.rewinds and (slot.id in active or length < len(slot.tokens)):
                continue
            if length > known or (length == known and length and slot.id not in active):
                best, known = slot, length
        return best, known

    def _empty_slot(self, idle: list[Slot], need: int, active: set[int], *, source: Slot | None = None) -> Slot | None:
        """Return an empty sequence and room for `need` tokens; None when there is none."""
        others = [slot for slot in idle if slot is not source]
        if not others and not active:
            others = idle  # the only sequence there is
        if not others:
            return None
        slot = min(others, key=lambda slot: (bool(slot.tokens), slot.used))
        if slot.tokens:
            self._set_aside(slot)
        return slot if self._find_room(need, others, active) else None

    def _find_room(self, need: int, idle: list[Slot], active: set[int]) -> bool:
        """Take idle sequences out of the cache until `need` more tokens fit."""
        reserved = sum(run.most_tokens - len(run.slot.tokens) for run in self._running if run.slot is not None)
        for slot in sorted(idle, key=lambda slot: slot.used):
            if self.cached_tokens + reserved + need <= self._decoder.cells:
                break
            if slot.tokens:
                self._set_aside(slot)
        # A single request always fits: its prompt was made for this context.
        return not active or self.cached_tokens + reserved + need <= self._decoder.cells

    def _set_aside(self, slot: Slot) -> None:
        """Empty a sequence, its state kept if it is worth it."""
        if slot.keep and len(slot.tokens) >= LEAST_TOKENS:
            kept = Kept(slot.tokens.copy(), self._decoder.state(slot), slot.owner, saved=not slot.owner)
            self._cache.add(kept, replacing=self._decoder.rewinds)
        for other in self._decoder.slots:
            # Whoever shared its beginning may now be the only one that holds it.
            if other is not slot and other.shared and other.tokens[:1] == slot.tokens[:1]:
                other.shared = 0
        self._decoder.rewind(slot, 0)

    def _make_way(self, error: NoRoomError) -> Iterator[tuple[int, Step]]:
        """Free room after a batch did not fit: what is idle goes first, then the newest of several requests waits."""
        active = {run.slot.id for run in self._running if run.slot}
        idle = [slot for slot in self._decoder.slots if slot.id not in active and slot.tokens]
        if idle:
            for slot in idle:
                self._set_aside(slot)
        elif len(self._running) > 1 and self._running[-1].reading:
            run = self._running.pop()
            if run.slot is not None:
                self._decoder.rewind(run.slot, 0)
            run.slot = None
            self._waiting.insert(0, run)
        else:
            yield from self._break_all(error)

    def _break_all(self, error: EngineError) -> Iterator[tuple[int, Step]]:
        for run in self._running:
            run.close()
            yield run.number, Broken(error)
        self._running.clear()


def _continues(slot: Slot, wanted: list[int]) -> bool:
    """Tell whether a prompt goes on with what a sequence holds rather than only beginning like it."""
    return common_length(slot.tokens, wanted) * 2 >= len(slot.tokens)
