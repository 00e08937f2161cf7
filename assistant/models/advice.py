"""Whether a model is something for this computer: from its memory need and its speed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from assistant.errors import QT_TRANSLATE_NOOP, Bytes, ThimbleError
from assistant.models.speeds import Speed

WELL_TOKENS_PER_SECOND = 6.5
"""People read 4 to 5 words a second, and a word takes about 1.4 tokens: from here on the text keeps ahead of them."""
ADVISED_CONTEXT = 2_048
"""Tokens that a model should have room for to be of use: some pages of conversation."""
SYSTEM_RESERVE_BYTES = 500_000_000
"""What a system without open programs takes of the whole memory, at the least."""

_KV_BYTES_PER_TOKEN_LEAST = 24_000
_KV_SHARE_OF_WEIGHTS = 6e-5
"""KV bytes of a token per byte of weights. From 1 to 7 thousand million weights at 4 to 5 bits each, models with
grouped heads need about that (Qwen3 4B: 147 KB at 2.5 GB); smaller ones need more in proportion (SmolLM2 135M: 23 KB
at 0.1 GB)."""
_HYBRID_KV_SHARE = 0.3
"""Hybrid models keep a KV cache in about every fourth layer."""
_BUFFER_BYTES = 70_000_000
_BUFFER_SHARE_OF_WEIGHTS = 0.03
"""The vocabulary and what is computed for a batch, by `assistant.model_files.memory`: 40 MB for 135 million weights and
49,000 tokens, 130 MB for 4 thousand million and 150,000."""


class Verdict(StrEnum):
    """The short answer."""

    WELL = "well"
    """It fits and writes at least as fast as people read."""
    SLOW = "slow"
    """It fits, but people will wait for its words."""
    WONT_FIT = "wont_fit"
    """It does not fit into the memory there is, that is free or that is allowed."""
    UNKNOWN = "unknown"
    """It fits; how fast it would run is not known before a model was used once on this computer."""


@dataclass(frozen=True, slots=True)
class Computer:
    """What a model may use.

    Attributes:
        total_bytes: The whole memory.
        available_bytes: What is free or can be freed at once.
        limit_bytes: The most a model may take, from the settings; 0 for no limit.
    """

    total_bytes: int
    available_bytes: int
    limit_bytes: int = 0


@dataclass(frozen=True, slots=True)
class Advice:
    """What to say about a model.

    Attributes:
        verdict: The short answer.
        reason: One sentence with the figures. (No error: `ThimbleError` is how the core carries a sentence that the
            window translates.)
        need_bytes: Memory it needs with `ADVISED_CONTEXT` tokens.
        speed: How fast it runs or would run here, if that is known.
    """

    verdict: Verdict
    reason: ThimbleError
    need_bytes: int
    speed: Speed | None = None


def this_computer(limit_bytes: int = 0) -> Computer:
    """Return the memory of this computer at this moment. Takes some milliseconds.

    What our own engine process holds counts as free: it is given back before another model is loaded.
    """
    import psutil  # here: it is no part of the window's start

    memory = psutil.virtual_memory()
    held = 0
    try:
        for child in psutil.Process().children():
            held += _own_bytes(child.memory_info())
    except (psutil.Error, OSError):
        held = 0
    return Computer(memory.total, min(memory.total, memory.available + held), limit_bytes)


def _own_bytes(memory: Any) -> int:
    """Return the memory of a process that is free when it ends.

    File pages, a model's weights among them, count as free already. `private` is Windows', `shared` is Linux'.
    """
    private = getattr(memory, "private", None)
    return int(private) if private is not None else max(0, memory.rss - getattr(memory, "shared", 0))


def estimated_need(size: int, *, hybrid: bool = False, context: int = ADVISED_CONTEXT) -> int:
    """Return about how many bytes of memory a model needs whose file is not here yet.

    Args:
        size: Bytes of the file.
        hybrid: Whether only some layers keep a KV cache.
        context: Tokens in its context.
    """
    per_token = max(_KV_BYTES_PER_TOKEN_LEAST, int(size * _KV_SHARE_OF_WEIGHTS))
    if hybrid:
        per_token = int(per_token * _HYBRID_KV_SHARE)
    return size + per_token * context + _BUFFER_BYTES + int(size * _BUFFER_SHARE_OF_WEIGHTS)


def advise(need_bytes: int, speed: Speed | None, computer: Computer) -> Advice:
    """Return the advice about a model.

    Args:
        need_bytes: Memory it needs.
        speed: How fast it runs or would run here; None when nobody knows.
        computer: What it may use.
    """
    need = Bytes(need_bytes)
    most = computer.total_bytes - SYSTEM_RESERVE_BYTES
    if computer.limit_bytes and need_bytes > computer.limit_bytes:
        reason = ThimbleError(
            QT_TRANSLATE_NOOP("errors", "Needs {need} of memory; the settings allow {limit}."),
            need=need,
            limit=Bytes(computer.limit_bytes),
        )
        return Advice(Verdict.WONT_FIT, reason, need_bytes, speed)
    if need_bytes > most:
        reason = ThimbleError(
            QT_TRANSLATE_NOOP("errors", "Needs {need} of memory; this computer has {total} in all."),
            need=need,
            total=Bytes(computer.total_bytes),
        )
        return Advice(Verdict.WONT_FIT, reason, need_bytes, speed)
    if need_bytes > computer.available_bytes:
        reason = ThimbleError(
            QT_TRANSLATE_NOOP("errors", "Needs {need} of memory, {free} is free: close other programs first."),
            need=need,
            free=Bytes(computer.available_bytes),
        )
        return Advice(Verdict.WONT_FIT, reason, need_bytes, speed)
    if speed is None or speed.answer <= 0:
        reason = ThimbleError(
            QT_TRANSLATE_NOOP(
                "errors", "Needs {need} of memory, {free} is free. How fast it runs shows once a model has answered."
            ),
            need=need,
            free=Bytes(computer.available_bytes),
        )
        return Advice(Verdict.UNKNOWN, reason, need_bytes, speed)
    rate = f"{speed.answer:.0f}" if speed.answer >= 10 else f"{speed.answer:.1f}"
    if speed.measured:
        template = QT_TRANSLATE_NOOP("errors", "Writes {rate} tokens a second here and needs {need} of memory.")
    else:
        template = QT_TRANSLATE_NOOP(
            "errors", "Would write about {rate} tokens a second here and needs {need} of memory."
        )
    verdict = Verdict.WELL if speed.answer >= WELL_TOKENS_PER_SECOND else Verdict.SLOW
    return Advice(verdict, ThimbleError(template, rate=rate, need=need), need_bytes, speed)
