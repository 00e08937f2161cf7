"""How fast the models ran on this computer, and how fast others would.

Answering is bound by memory: each token reads all weights once, so its speed goes with 1 / bytes. Reading a prompt is
bound by arithmetic: its speed goes with 1 / parameters.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
from pathlib import Path

import msgspec

from assistant.events import AnswerStats

KEPT = 5
"""Measurements kept of a model: their median is its speed, so a busy minute counts little."""
LEAST_ANSWER_TOKENS = 16
"""Shorter answers tell more about their beginning than about the speed."""
LEAST_PROMPT_TOKENS = 32
_MAX_FILE_BYTES = 1_000_000

_log = logging.getLogger(__name__)


class Speed(msgspec.Struct, frozen=True):
    """Tokens per second; 0 where unknown.

    Attributes:
        prompt: Reading a prompt.
        answer: Writing an answer.
        measured: Whether it was measured here with this model; otherwise it is estimated from another.
    """

    prompt: float
    answer: float
    measured: bool = True


class Measured(msgspec.Struct):
    """What was measured with one model, newest last."""

    bytes: int
    parameters: int = 0
    prompt: list[float] = msgspec.field(default_factory=list)
    answer: list[float] = msgspec.field(default_factory=list)


class Speeds:
    """The speeds measured here, kept in a small JSON file. May be used from any thread."""

    def __init__(self, file: Path) -> None:
        """Keep them in `file`, which is read when first needed; a broken one counts as empty."""
        self._file = file
        self._lock = threading.Lock()
        self._known: dict[str, Measured] | None = None

    def record(self, key: str, stats: AnswerStats, *, size: int, parameters: int = 0) -> None:
        """Keep the speed of one answer; answers that are too short to tell are left out.

        Args:
            key: Which model; see `Model.key`.
            stats: What the engine measured.
            size: Bytes of the model's file.
            parameters: Its number of weights; 0 when unknown.
        """
        answer = stats.answer_tokens_per_second if stats.answer_tokens >= LEAST_ANSWER_TOKENS else 0.0
        read = stats.prompt_tokens - stats.reused_tokens
        prompt = stats.prompt_tokens_per_second if read >= LEAST_PROMPT_TOKENS else 0.0
        if answer <= 0 and prompt <= 0:
            return
        with self._lock:
            known = self._read()
            measured = known.pop(key, None) or Measured(size)
            measured.bytes, measured.parameters = size, parameters or measured.parameters
            for value, kept in ((prompt, measured.prompt), (answer, measured.answer)):
                if value > 0:
                    kept.append(round(value, 2))
                    del kept[:-KEPT]
            known[key] = measured  # the last one in the file is the one used last
            self._write(known)

    def measured(self, key: str) -> Speed | None:
        """Return how fast a model ran here, or None when that was never measured."""
        with self._lock:
            found = self._read().get(key)
        return Speed(_median(found.prompt), _median(found.answer)) if found else None

    def estimated(self, *, size: int, parameters: int = 0, reference: str = "") -> Speed | None:
        """Return how fast a model would run here, or None when nothing was measured yet.

        Args:
            size: Bytes of its file.
            parameters: Its number of weights; 0 to judge by the size.
            reference: Key of the model to estimate from; the one used last where it was never measured.
        """
        with self._lock:
            known = self._read()
            base = known.get(reference) or next(reversed(known.values()), None)
        if base is None or base.bytes <= 0 or size <= 0:
            return None
        by_size = base.bytes / size
        by_parameters = base.parameters / parameters if base.parameters and parameters else by_size
        return Speed(_median(base.prompt) * by_parameters, _median(base.answer) * by_size, measured=False)

    def forget(self, key: str) -> None:
        """Forget a model."""
        with self._lock:
            known = self._read()
            if known.pop(key, None) is not None:
                self._write(known)

    def _read(self) -> dict[str, Measured]:
        if self._known is None:
            self._known = {}
            try:
                if self._file.stat().st_size <= _MAX_FILE_BYTES:
                    self._known = msgspec.json.decode(self._file.read_bytes(), type=dict[str, Measured])
            except FileNotFoundError:
                pass
            except (OSError, msgspec.DecodeError, RecursionError) as error:
                _log.warning("the measured speeds can't be read: %s", error)
        return self._known

    def _write(self, known: dict[str, Measured]) -> None:
        # Losing a measurement is no loss to the user: it is measured again with the next answer.
        temporary = self._file.with_name(f"{self._file.name}.{os.getpid()}.new")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(msgspec.json.encode(known))
            temporary.replace(self._file)
        except OSError as error:
            _log.warning("the measured speeds can't be saved: %s", error)
            with contextlib.suppress(OSError):
                temporary.unlink()


def _median(values: list[float]) -> float:
    """Return the middle value, of two the lower one (the module `statistics` takes 10 ms to import)."""
    return sorted(values)[(len(values) - 1) // 2] if values else 0.0
