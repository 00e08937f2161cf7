"""`thimble models tune`: a model file made faster on this computer, kept if the user agrees."""

from __future__ import annotations

import argparse
import sys

import msgspec

from assistant.engine.tuning import ModelTuner
from assistant.errors import QT_TRANSLATE_NOOP, Bytes, ModelError, ThimbleError
from assistant.events import Cancelled, Compared, Comparison, Event, Failed, FormatFigures, Tuning, TuningStep
from assistant.jobs import Job
from assistant.models.library import Kind, Library, Model
from assistant.paths import find_paths
from assistant.settings import SettingsFile
from assistant.tasks.tune import TunedModels
from assistant.terminal.answering import printable
from assistant.terminal.running import StatusLine, run_to_end

_STEPS = {
    TuningStep.OBSERVING: "Seeing which weights matter",
    TuningStep.CONVERTING: "Converting",
    TuningStep.TIMING: "Timing",
    TuningStep.JUDGING: "Measuring how exact it is",
}
_SAME = 0.02
"""Nearer to each other than this, two speeds are called the same."""

_DONE = 0
_CANCELLED = 130


def run_tune(options: argparse.Namespace) -> int:
    """Look for a faster form of a model, show it, and keep or discard it; returns the exit code."""
    paths = find_paths(options.data_dir)
    settings = SettingsFile(paths.settings)
    model = Library(paths.models, settings.current.model_files).find(options.id)
    _check_kind(model)
    if not options.yes and not sys.stdin.isatty():
        raise ThimbleError(
            QT_TRANSLATE_NOOP("errors", "Nobody can be asked here. Add --yes if you agree to what is shown.")
        )
    tuned = TunedModels(ModelTuner(), paths.tuned)
    comparison = _compare(tuned.tune_job(model))
    if comparison is None:
        return _CANCELLED
    kept = False
    try:
        if not options.json:
            print("\n".join(report(comparison, model.name)))
        if comparison.best is not None and (options.yes or _agreed(f"Use {printable(model.name)} in this form?")):
            tuned.keep_tuned(comparison)
            kept = True
    finally:
        if not kept:
            tuned.discard_tuned(comparison)
    if options.json:
        print(msgspec.json.format(msgspec.json.encode(_facts(model, comparison, kept=kept))).decode())
    elif comparison.best is not None:
        print("It is used from now on." if kept else "Nothing was changed.")
    return _DONE


def report(comparison: Comparison, name: str) -> list[str]:
    """Return the lines that show a comparison to people."""
    if comparison.original is None:
        return [f"{printable(name)} is in the fastest format already: there is nothing to gain."]
    rows = [comparison.original, *comparison.candidates]
    width = max(len(one.format) for one in rows)
    lines = [
        f"{one.format:<{width}}  {Bytes(one.bytes)!s:>7}  reads {one.prompt_tokens_per_second:,.0f} tokens/s, "
        f"answers {one.answer_tokens_per_second:,.1f} tokens/s, perplexity {one.perplexity:.2f}"
        for one in rows
    ]
    lines.append("")
    if (best := comparison.best) is None:
        lines.append("None of these is both faster and exact enough on this computer: there is nothing to gain.")
    else:
        lines.append(f"{best.format} {in_words(best)}.")
    return lines


def in_words(figures: FormatFigures) -> str:
    """Return what a form is like beside the original: "reads 2.9 times faster, answers as fast, 0.1 % less exact"."""
    exact = f"{figures.loss:.1%}".replace("%", " %")
    return ", ".join(
        (
            _speed("reads", figures.prompt_ratio),
            _speed("answers", figures.answer_ratio),
            f"{exact} less exact" if figures.loss >= 0.0005 else "as exact",
        )
    )


def _speed(verb: str, ratio: float) -> str:
    if abs(ratio - 1) < _SAME:
        return f"{verb} as fast"
    return f"{verb} {ratio:.2f} times as fast" if ratio < 1 else f"{verb} {ratio:.1f} times faster"


def _check_kind(model: Model) -> None:
    if model.kind is not Kind.GGUF:
        raise ModelError(
            QT_TRANSLATE_NOOP(
                "errors", "{file} is in an old format that can't be converted. Look for the model as a GGUF file."
            ),
            file=model.path.name,
        )


def _compare(job: Job) -> Comparison | None:
    """Run the job to its end; None when it was cancelled."""
    status = StatusLine(enabled=sys.stderr.isatty())
    final: list[Event] = []

    def deliver(_: int, event: Event) -> None:
        match event:
            case Tuning(step, name, fraction):
                about = f" ({name})" if name else ""
                status.show(f"{fraction:4.0%}  {_STEPS[step]}{about} …")
            case _:
                final.append(event)

    run_to_end(job, deliver)
    status.clear()
    match final[-1]:
        case Compared(comparison):
            return comparison
        case Cancelled():
            return None
        case Failed(error):
            raise error
    raise AssertionError("unreachable: a tuning ends in one of these")


def _agreed(question: str) -> bool:
    print(f"{question} [y/N] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().casefold() in ("y", "yes")


def _facts(model: Model, comparison: Comparison, *, kept: bool) -> dict[str, object]:
    return {
        "id": model.id,
        "original": comparison.original,
        "candidates": comparison.candidates,
        "recommended": comparison.recommended or None,
        "kept": kept,
    }
