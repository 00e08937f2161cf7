"""`thimble bench`: how fast a model reads and answers on this computer, by threads and sequences."""

from __future__ import annotations

import argparse
import statistics
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from assistant.engine.base import Engine, Generation, LoadOptions, Sampling, Turn
from assistant.engine.client import EngineClient
from assistant.engine.load_plan import automatic_threads
from assistant.errors import CancelledError, ThimbleError
from assistant.events import AnswerStats, Cancelled, Event, Failed, Finished, ModelReady, Progress, StopReason
from assistant.jobs import CancelToken, Job
from assistant.models.library import Library
from assistant.paths import find_paths
from assistant.settings import SettingsFile
from assistant.terminal.answering import printable
from assistant.terminal.running import StatusLine, run_to_end

SEQUENCES = (1, 8)
ROUNDS = 3
ANSWER_TOKENS = 64
CONTEXT = 4_096
_CANCELLED = 130

_STORY = (
    "The lighthouse stood on a rock two miles from the harbour, and its keeper rowed to the town once a week for "
    "bread, oil and letters. In the winter of that year the sea was so rough that nobody saw him for forty days. When "
    "the wind fell at last, the baker, the doctor and the doctor's daughter took the large boat and a sack of flour "
    "and went to look for him. They found the door open, the lamp lit and the table laid for four. "
)
_LONG_PROMPT = "Read this and say what it is about. " + 2 * _STORY
_SHORT_PROMPT = "Write a very long story about a ship and its crew, with many details."
_GREEDY = Sampling(temperature=0.0, repeat_penalty=1.0, seed=1)


@dataclass(frozen=True, slots=True)
class Measurement:
    """Speeds with one number of threads and one number of sequences.

    Attributes:
        threads: Threads for reading and answering, kept fixed.
        sequences: Answers decoded together.
        prompt_tokens_per_second: Prompt tokens of all sequences until each has its first token.
        answer_tokens_per_second: The speeds of all sequences added up.
    """

    threads: int
    sequences: int
    prompt_tokens_per_second: float
    answer_tokens_per_second: float


@dataclass(frozen=True, slots=True)
class Report:
    """What was measured with a model: medians of `rounds`."""

    model: str
    name: str
    rounds: int
    measurements: tuple[Measurement, ...]


class Measured(Event, frozen=True):
    """One more measurement is there."""

    measurement: Measurement


def run_bench(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    paths = find_paths(options.data_dir)
    settings = SettingsFile(paths.settings)
    for notice in settings.notices:
        print(notice.sentence, file=sys.stderr)
    model = Library(paths.models, settings.current.model_files).find(options.model or settings.current.model)
    counts = range(1, automatic_threads() + 1)
    status = StatusLine(enabled=sys.stderr.isatty())
    made: list[Measurement] = []
    name = model.name
    problem: ThimbleError | None = None
    cancelled = False

    def deliver(_: int, event: Event) -> None:
        nonlocal name, problem, cancelled
        match event:
            case ModelReady(loaded):
                name = loaded
            case Measured(measurement):
                made.append(measurement)
            case Failed(error):
                problem = error
            case Cancelled():
                cancelled = True
        status.show(f"Measuring: {len(made)} of {len(counts) * len(SEQUENCES)}")

    engine = EngineClient()
    try:
        run_to_end(Job(lambda cancel: measure(engine, model.path, counts, cancel)), deliver)
    finally:
        status.clear()
        engine.close()
    if problem is not None:
        raise problem
    if cancelled:
        return _CANCELLED
    report = Report(model.id, name, ROUNDS, tuple(made))
    print(as_json(report) if options.json else as_table(report))
    return 0


def measure(engine: Engine, path: Path, counts: Sequence[int], cancel: CancelToken) -> Iterator[Event]:
    """Measure a model with each number of threads.

    Args:
        engine: Runs the model; it loads it anew for each number of threads.
        path: The model file.
        counts: Numbers of threads.
        cancel: Ends it.

    Yields:
        `Progress`, `ModelReady`, `Measured`, then `Finished`.

    Raises:
        ModelError, EngineError: As `Engine.load` and `Engine.generate_many`.
        CancelledError: The user stopped it.
    """
    number = 0
    stats: list[AnswerStats] = []
    for threads in counts:
        for event in engine.load(path, LoadOptions(context_length=CONTEXT, threads=threads), cancel):
            if isinstance(event, Progress | ModelReady):
                yield event
        for sequences in SEQUENCES:
            reading: list[float] = []
            answering: list[float] = []
            for _ in range(ROUNDS):
                # Each prompt begins with another number, so that nothing of it is in the KV cache.
                for text, longest, speed, speeds in (
                    (_LONG_PROMPT, 1, _reading_speed, reading),
                    (_SHORT_PROMPT, ANSWER_TOKENS, _answering_speed, answering),
                ):
                    prompts = [f"{number + index}. {text}" for index in range(sequences)]
                    number += sequences
                    stats = _answers(engine, prompts, longest, cancel)
                    speeds.append(speed(stats))
            yield Measured(Measurement(threads, sequences, statistics.median(reading), statistics.median(answering)))
    yield Finished(StopReason.STOP, stats[-1])


def as_table(report: Report) -> str:
    """Return the report for people."""
    lines = [
        f"{printable(report.name)} ({report.model}), tokens per second, medians of {report.rounds} rounds",
        f"{'threads':>7}  {'sequences':>9}  {'reading':>9}  {'answering':>9}",
    ]
    for one in report.measurements:
        reading, answering = one.prompt_tokens_per_second, one.answer_tokens_per_second
        lines.append(f"{one.threads:>7}  {one.sequences:>9}  {reading:>9.1f}  {answering:>9.1f}")
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Return the report for programs."""
    content = asdict(report)
    for one in content["measurements"]:
        for name in ("prompt_tokens_per_second", "answer_tokens_per_second"):
            one[name] = round(one[name], 2)
    return msgspec.json.format(msgspec.json.encode(content)).decode()


def _answers(engine: Engine, prompts: Sequence[str], longest: int, cancel: CancelToken) -> list[AnswerStats]:
    """Answer all prompts together and return the numbers of each answer."""
    requests = [Generation(turns=(Turn("user", prompt),), sampling=_GREEDY, max_tokens=longest) for prompt in prompts]
    stats = []
    for _, event in engine.generate_many(requests, cancel):
        match event:
            case Finished(_, made):
                stats.append(made)
            case Failed(error):
                raise error
            case Cancelled():
                raise CancelledError
    return stats


def _reading_speed(stats: Sequence[AnswerStats]) -> float:
    tokens = sum(one.prompt_tokens - one.reused_tokens for one in stats)
    seconds = max(one.seconds_to_first_token for one in stats)
    return tokens / seconds if seconds > 0 else 0.0


def _answering_speed(stats: Sequence[AnswerStats]) -> float:
    return sum(one.answer_tokens_per_second for one in stats)
