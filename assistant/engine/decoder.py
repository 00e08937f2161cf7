"""One llama.cpp context: several sequences of tokens whose keys and values are kept, and decoding more of them."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.engine.bindings import AbortFlag
from assistant.engine.threads import ThreadGovernor, Work
from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, EngineError

SLOTS = 8
"""Sequences at once. Eight already give most of what decoding together can give on a few cores."""

_ABORTED = 2
_NO_ROOM = 1
_READING_BATCH = 24
"""Batches of at least so many tokens are bound by arithmetic, as reading is, smaller ones by memory."""


@dataclass(slots=True)
class Slot:
    """A sequence in the KV cache.

    Attributes:
        id: llama.cpp's number of the sequence.
        tokens: What is in the cache, in order.
        shared: How many of them at the beginning are another sequence's too and take no room of their own.
        owner: Whose conversation it is; may be empty.
        keep: Whether it is worth keeping once the cache needs its room.
        used: Counts up with every use; the lowest was used longest ago.
    """

    id: int
    tokens: list[int] = field(default_factory=list)
    shared: int = 0
    owner: str = ""
    keep: bool = False
    used: int = 0


@dataclass(frozen=True, slots=True)
class Part:
    """What one sequence adds to a batch.

    Attributes:
        slot: The sequence.
        tokens: The tokens behind what it holds.
        outputs: For how many of the last tokens the next one is to be chosen.
    """

    slot: Slot
    tokens: Sequence[int]
    outputs: int


class NoRoomError(EngineError):
    """The KV cache is full."""


class Decoder:
    """The KV cache with its sequences.

    Attributes:
        flag: Raise it from any thread to make the current decode end.
        slots: All sequences, used or not.
        cells: Room in the cache, in tokens of all sequences together; shared beginnings count once.
        rewinds: Whether a sequence can be shortened. Models with a running state (recurrent, hybrid) can't.
        context: llama.cpp's pointer.
    """

    def __init__(self, llama: Any, model: Any, context: Any, governor: ThreadGovernor) -> None:
        """Take over a context; `close` frees it."""
        self._llama = llama
        self.context = context
        self._memory = llama.llama_get_memory(context)
        self._governor = governor
        self._threads = 0
        self._capacity: int = llama.llama_n_batch(context)
        self._batch = llama.llama_batch_init(self._capacity, 0, 1)
        self.cells: int = llama.llama_n_ctx(context)
        self.slots = [Slot(number) for number in range(llama.llama_n_seq_max(context))]
        self.rewinds = not (llama.llama_model_is_recurrent(model) or llama.llama_model_is_hybrid(model))
        self.flag = AbortFlag(llama)
        llama.llama_set_abort_callback(context, self.flag.callback, self.flag.data)

    @property
    def capacity(self) -> int:
        """Tokens that fit into one decode."""
        return self._capacity

    def limit_threads(self, most: int) -> None:
        """Use at most so many threads from now on."""
        self._governor.limit(most)

    def decode(self, parts: Sequence[Part]) -> list[range]:
        """Add tokens to sequences in one batch.

        Args:
            parts: What each sequence adds; at most `capacity` tokens together.

        Returns:
            For each part the places of its outputs, for `llama_sampler_sample`.

        Raises:
            CancelledError: The flag was raised. Every sequence is as it was, or empty where it can't be shortened.
            EngineError: llama.cpp failed; the same holds.
        """
        if self.flag.raised:
            raise CancelledError
        places = self._fill(parts)
        count = self._batch.n_tokens
        work = Work.READ if count >= _READING_BATCH else Work.ANSWER
        self._set_threads(work)
        started = time.perf_counter()
        code = self._llama.llama_decode(self.context, self._batch)
        if code == 0:
            self._governor.observe(work, tokens=count, seconds=time.perf_counter() - started)
            for part in parts:
                part.slot.tokens += part.tokens
            return places
        # After a failure the cache may hold some of the batch.
        for part in parts:
            self.rewind(part.slot, len(part.slot.tokens), surely=True)
        if code == _ABORTED:
            raise CancelledError
        raise (NoRoomError if code == _NO_ROOM else EngineError)(
            QT_TRANSLATE_NOOP(
                "errors", "The model could not go on with this conversation. Try again, or start a new conversation."
            ),
            details=f"llama_decode returned {code}",
        )

    def rewind(self, slot: Slot, length: int, *, surely: bool = False) -> None:
        """Shorten a sequence to its first `length` tokens; where that is impossible it becomes empty.

        Args:
            slot: The sequence.
            length: Tokens that stay.
            surely: The cache may hold more than `slot.tokens` says.
        """
        if length == len(slot.tokens) and not surely:
            return
        if length == 0 or not self.rewinds or not self._llama.llama_memory_seq_rm(self._memory, slot.id, length, -1):
            self._llama.llama_memory_seq_rm(self._memory, slot.id, -1, -1)
            length = 0
        del slot.tokens[length:]
        slot.shared = min(slot.shared, length)

    def share(self, source: Slot, target: Slot, length: int) -> None:
        """Let an empty sequence begin with the first `length` tokens of another; they are not stored twice."""
        self._llama.llama_memory_seq_cp(self._memory, source.id, target.id, 0, length)
        target.tokens = source.tokens[:length]
        target.shared = length

    def state(self, slot: Slot) -> bytes:
        """Return the keys and values of a sequence, to be put back by `restore`; empty when there are none."""
        size = self._llama.llama_state_seq_get_size(self.context, slot.id)
        buffer = (ctypes.c_uint8 * size)()
        written = self._llama.llama_state_seq_get_data(self.context, buffer, size, slot.id)
        return bytes(memoryview(buffer)[:written])

    def restore(self, slot: Slot, tokens: Sequence[int], state: bytes) -> bool:
        """Put a state back into an empty sequence; False when llama.cpp refuses it, the sequence stays empty then.

        Args:
            slot: An empty sequence.
            tokens: What the state was made of.
            state: From `state`, and from nowhere else: llama.cpp trusts it.
        """
        buffer = ctypes.cast(ctypes.c_char_p(state), ctypes.POINTER(ctypes.c_uint8))
        if self._llama.llama_state_seq_set_data(self.context, buffer, len(state), slot.id) == 0:
            self.rewind(slot, 0, surely=True)
            return False
        slot.tokens = list(tokens)
        return True

    def close(self) -> None:
        """Free the context."""
        self._llama.llama_batch_free(self._batch)
        self._llama.llama_free(self.context)

    def _fill(self, parts: Sequence[Part]) -> list[range]:
        batch = self._batch
        count = 0
        places = []
        for part in parts:
            position = len(part.slot.tokens)
            first_output = len(part.tokens) - part.outputs
            for offset, token in enumerate(part.tokens):
                batch.token[count] = token
                batch.pos[count] = position + offset
                batch.n_seq_id[count] = 1
                batch.seq_id[count][0] = part.slot.id
                batch.logits[count] = offset >= first_output
                count += 1
            places.append(range(count - part.outputs, count))
        batch.n_tokens = count
        return places

    def _set_threads(self, work: Work) -> None:
        count = self._governor.threads(work)
        if count != self._threads:
            # Both numbers, as llama.cpp chooses between them by the size of the batch, not by the kind of work.
            self._llama.llama_set_n_threads(self.context, count, count)
            self._threads = count
