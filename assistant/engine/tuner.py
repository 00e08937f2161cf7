"""The process that converts a model file and measures what comes of it: the same program started with `--tuner`.

It takes one order (`assistant.engine.tuner_protocol`), reports, and ends; it ends with its parent too. It can write to
one folder only, and its priority is low.
"""

from __future__ import annotations

import math
import os
import signal
import statistics
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from assistant.engine.activations import Activations
from assistant.engine.bindings import load_llama_cpp
from assistant.engine.formats import format_of
from assistant.engine.measuring import BATCH, WINDOW, MeasuredModel
from assistant.engine.quantiser import Quantiser, conversion_progress
from assistant.engine.tuner_protocol import Done, Measured, Order, Report, Target, Working, read_order
from assistant.errors import QT_TRANSLATE_NOOP, EngineError, ThimbleError
from assistant.events import FormatFigures, TuningStep
from assistant.model_files.gguf_structure import read_structure
from assistant.processes.guest import be_a_good_guest
from assistant.processes.lockdown import lock_down
from assistant.processes.messages import Failure, ProtocolError, write_message
from assistant.processes.pipes import take_over_pipes

_ROUNDS = 7
_LEAST_ROUNDS = 3
_RACE_SECONDS = 8.0
"""A slow model runs fewer rounds."""

_ANSWER_TOKENS = 24
_TRIAL_TOKENS = 64
_STEP_SECONDS = 1.0
"""About how long a model may read in one round."""

_OBSERVING_SECONDS = 20.0
_JUDGING_SECONDS = 45.0
"""How long the original may read each text; the measurement of a large model takes minutes, not an hour."""

_LEAST_WINDOWS = 2


def main() -> int:
    """Do what is ordered; returns the exit code."""
    # Ctrl+C in a terminal reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    be_a_good_guest()
    source, sink = take_over_pipes()
    try:
        order = read_order(source)
        if order is None:
            return 0
        write = _reporter(sink)
        try:
            Tuner(order, source, write).run()
            write(Done())
        except ThimbleError as error:
            write(Failure.of(error))
        except (ImportError, OSError, MemoryError) as error:
            write(Failure.of(_failed(error)))
    except (ProtocolError, BrokenPipeError) as error:
        print(f"tuner: {error}", file=sys.stderr)
        return 1
    return 0


class Tuner:
    """Carries out one order."""

    def __init__(self, order: Order, source: BinaryIO, report: Callable[[Report], None]) -> None:
        """Open llama.cpp and lock the process down.

        Args:
            order: What to do.
            source: The parent's pipe; the process ends with it.
            report: Sends what is to be told.

        Raises:
            ImportError: llama.cpp can't be loaded.
            ModelError: The model file can't be read.
        """
        self._order = order
        self._report = report
        self._original = Path(order.parts[0])
        self._llama = llama = load_llama_cpp()
        self._converting = ""
        self._threads = order.threads
        # Kept for the life of the process: llama.cpp calls it, and a collected callback is a segmentation fault.
        self._log_callback = llama.llama_log_callback(self._take_log)
        llama.llama_log_set(self._log_callback, None)
        llama.llama_backend_init()
        self._activations = Activations(llama)
        lock_down(readable=[Path(part) for part in order.parts], writable=[Path(order.folder)])
        # After the lock-down, which binds the threads that start later.
        threading.Thread(target=_end_with, args=(source,), name="pipe", daemon=True).start()
        self._shapes = {
            tensor.name: tensor.shape for part in order.parts for tensor in read_structure(Path(part)).tensors
        }

    def run(self) -> None:
        """Convert and measure.

        Raises:
            ModelError: The model can't be converted or measured.
        """
        importance: dict[str, list[float]] | None = None
        losses: dict[str, float] = {}
        with self._open(self._original) as original:
            text = original.vocabulary.tokenize(self._order.text, add_special=False)
            race = _Race(original, text, threads=self._order.threads, seconds=self._order.patience * _RACE_SECONDS)
            self._threads = race.threads
            judged = _most_tokens(len(text), race.first_speed, self._order.patience * _JUDGING_SECONDS)
            expected: list[list[float]] = []
            for target in self._order.targets:
                wanted = format_of(target.format)
                if wanted.instead_of in losses and losses[wanted.instead_of] <= self._order.most_loss:
                    continue
                if importance is None and wanted.small:
                    importance = self._observe(race.first_speed)
                self._convert(target, importance or {})
                with self._open(Path(target.path)) as candidate:
                    times = race.run(candidate, partial(self._tell, TuningStep.TIMING, wanted.name))
                    if not expected:
                        expected += self._judge(original, text[:judged], "")
                    found = self._judge(candidate, text[:judged], wanted.name)
                figures = times.figures(wanted.name, Path(target.path).stat().st_size)
                measured = _compared(figures, expected, found)
                losses[wanted.name] = measured.loss
                size = sum(Path(part).stat().st_size for part in self._order.parts)
                self._report(Measured(measured, _judged(times.original(self._order.file_type, size), expected)))

    def _open(self, path: Path) -> MeasuredModel:
        return MeasuredModel(self._llama, path, threads=self._threads)

    def _observe(self, speed: float) -> dict[str, list[float]]:
        """Return the importance of the original's weights."""
        activations = self._activations
        with MeasuredModel(self._llama, self._original, threads=self._threads, watch=activations.callback) as model:
            text = model.vocabulary.tokenize(self._order.calibration, add_special=False)
            text = text[: _most_tokens(len(text), speed, self._order.patience * _OBSERVING_SECONDS)]
            for start in range(0, len(text), BATCH):
                batch = text[start : start + BATCH]
                activations.tokens = len(batch)
                # All logits: otherwise the last block only computes the rows that are asked for.
                model.read(batch, start=start % WINDOW, judged=True)
                self._tell(TuningStep.OBSERVING, "", (start + len(batch)) / len(text))
        return activations.importance(self._shapes)

    def _convert(self, target: Target, importance: dict[str, list[float]]) -> None:
        self._converting = target.format
        self._tell(TuningStep.CONVERTING, target.format, 0.0)
        Quantiser(self._llama, threads=self._order.threads).convert(
            self._original,
            Path(target.path),
            format_of(target.format),
            shapes=self._shapes,
            layers=self._order.layers,
            importance=importance,
        )
        self._converting = ""

    def _judge(self, model: MeasuredModel, text: Sequence[int], name: str) -> list[list[float]]:
        windows: list[list[float]] = []
        for window in model.surprises(text):
            windows.append(window)
            self._tell(TuningStep.JUDGING, name, len(windows) * WINDOW / len(text))
        return windows

    def _tell(self, step: TuningStep, name: str, fraction: float) -> None:
        self._report(Working(step, name, min(1.0, fraction)))

    def _take_log(self, _level: int, text: bytes, _data: object) -> None:
        if self._converting:
            conversion_progress(text, lambda done: self._tell(TuningStep.CONVERTING, self._converting, done))


class _Race:
    """Two models read and answer in turns, so that a busy minute hits both."""

    def __init__(self, original: MeasuredModel, text: Sequence[int], *, threads: int, seconds: float) -> None:
        """Warm the original up, and choose how much is read and by how many threads.

        On a busy computer threads wait for each other, and one alone is many times faster than two.
        """
        self._original = original
        self._seconds = seconds
        self._text = text[:WINDOW]
        speeds: dict[int, float] = {}
        original.read(text[:_TRIAL_TOKENS])
        for number in {threads, 1}:
            original.use_threads(number)
            speeds[number] = original.reading_speed(text[:_TRIAL_TOKENS])
        self.threads = max(speeds, key=speeds.__getitem__)
        self.first_speed = speeds[self.threads]
        original.use_threads(self.threads)
        length = self.first_speed * _STEP_SECONDS
        self._length = WINDOW if length >= WINDOW else BATCH if length >= BATCH // 2 else BATCH // 4

    def run(self, candidate: MeasuredModel, progress: Callable[[float], None]) -> _Times:
        """Time both."""
        times = _Times()
        candidate.reading_speed(self._text[:BATCH])
        started = time.perf_counter()
        for round_ in range(_ROUNDS):
            if round_ >= _LEAST_ROUNDS and time.perf_counter() - started > self._seconds:
                break
            progress(round_ / _ROUNDS)
            first, second = (self._original, candidate) if round_ % 2 else (candidate, self._original)
            speeds = {model.path: self._speeds(model) for model in (first, second)}
            times.add(speeds[self._original.path], speeds[candidate.path])
        progress(1.0)
        return times

    def _speeds(self, model: MeasuredModel) -> tuple[float, float]:
        reading = model.reading_speed(self._text[: self._length])
        return reading, model.answering_speed(self._text[:_ANSWER_TOKENS], start=self._length)


class _Times:
    """Speeds of the original and a candidate, round by round: reading and answering in tokens/s."""

    def __init__(self) -> None:
        self._rounds: list[tuple[tuple[float, float], tuple[float, float]]] = []

    def add(self, original: tuple[float, float], candidate: tuple[float, float]) -> None:
        self._rounds.append((original, candidate))

    def original(self, file_type: str, size: int) -> FormatFigures:
        return FormatFigures(
            format=file_type,
            bytes=size,
            prompt_tokens_per_second=self._median(lambda original, _: original[0]),
            answer_tokens_per_second=self._median(lambda original, _: original[1]),
            perplexity=0.0,
        )

    def figures(self, name: str, size: int) -> FormatFigures:
        return FormatFigures(
            format=name,
            bytes=size,
            prompt_tokens_per_second=self._median(lambda _, candidate: candidate[0]),
            answer_tokens_per_second=self._median(lambda _, candidate: candidate[1]),
            perplexity=0.0,
            prompt_ratio=self._median(lambda original, candidate: candidate[0] / original[0]),
            answer_ratio=self._median(lambda original, candidate: candidate[1] / original[1]),
        )

    def _median(self, value: Callable[[tuple[float, float], tuple[float, float]], float]) -> float:
        return statistics.median(value(original, candidate) for original, candidate in self._rounds)


def _judged(figures: FormatFigures, windows: Sequence[Sequence[float]]) -> FormatFigures:
    """Return figures with the perplexity that the surprises mean."""
    mean = statistics.fmean(value for window in windows for value in window)
    return msgspec.structs.replace(figures, perplexity=math.exp(mean))


def _compared(
    figures: FormatFigures, expected: Sequence[Sequence[float]], found: Sequence[Sequence[float]]
) -> FormatFigures:
    """Return a candidate's figures with its perplexity and what it loses; token by token against the original."""
    pairs = zip(expected, found, strict=True)
    differences = [new - old for one, other in pairs for old, new in zip(one, other, strict=True)]
    loss = math.expm1(statistics.fmean(differences))
    error = statistics.stdev(differences) / math.sqrt(len(differences)) * (1 + loss)
    return msgspec.structs.replace(_judged(figures, found), loss=loss, loss_error=error)


def _most_tokens(length: int, speed: float, seconds: float) -> int:
    """Return how many of `length` tokens can be read at `speed` tokens/s: whole windows, at least two."""
    windows = min(length // WINDOW, max(_LEAST_WINDOWS, int(speed * seconds) // WINDOW))
    return windows * WINDOW


def _reporter(sink: BinaryIO) -> Callable[[Report], None]:
    """Return what writes reports; of those about progress only such as show."""
    shown: tuple[TuningStep, str, int] | None = None

    def report(message: Report) -> None:
        nonlocal shown
        if isinstance(message, Working):
            now = (message.step, message.format, int(message.fraction * 100))
            if now == shown:
                return
            shown = now
        write_message(sink, message)

    return report


def _end_with(source: BinaryIO) -> None:
    """End this process when the parent's pipe ends: nobody waits for what it computes."""
    source.read(1)
    os._exit(0)


def _failed(error: BaseException) -> EngineError:
    return EngineError(
        QT_TRANSLATE_NOOP(
            "errors", "Making the model faster failed ({kind}). The original is as it was; please try again."
        ),
        kind=type(error).__name__,
        details=repr(error),
    )
