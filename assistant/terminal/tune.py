"""`thimble models tune`: make a model faster on this computer, show what that brings and costs, and ask."""

from __future__ import annotations

import sys

import msgspec

from assistant.engine.tuning import ModelTuner
from assistant.events import Cancelled, Compared, Comparison, Event, Failed, FormatFigures, Tuning, TuningStep
from assistant.models.library import Model
from assistant.paths import Paths
from assistant.tasks.tune import TunedModels
from assistant.terminal.answering import printable
from assistant.terminal.asking import agreed, print_json
from assistant.terminal.running import StatusLine, run_to_end

_STEPS = {
    TuningStep.OBSERVING: "Looking at what matters most",
    TuningStep.CONVERTING: "Writing a copy",
    TuningStep.TIMING: "Measuring the speed",
    TuningStep.JUDGING: "Measuring the exactness",
}
_CANCELLED = 130
_NO_CHANGE = 0.05
"""A speed that differs by less counts as the same."""


def run_tune(paths: Paths, model: Model, *, ask: bool, as_json: bool) -> int:
    """Look for a faster form of a model, show it, and keep it if the user agrees; returns the exit code.

    Raises:
        ThimbleError: It failed, or nobody can be asked.
    """
    forms = TunedModels(ModelTuner(), paths.tuned)
    final: list[Event] = []
    status = StatusLine(enabled=sys.stderr.isatty())

    def deliver(_: int, event: Event) -> None:
        if isinstance(event, Tuning):
            form = f" ({event.format})" if event.format else ""
            status.show(f"{_STEPS[event.step]}{form} … {event.fraction:.0%}")
        else:
            final.append(event)

    run_to_end(forms.tune_job(model), deliver)
    status.clear()
    match final[-1]:
        case Failed(error):
            raise error
        case Cancelled():
            return _CANCELLED
        case Compared(comparison):
            return _decide(forms, model, comparison, ask=ask, as_json=as_json)
    raise AssertionError("unreachable: a job that compares ends in one of the cases")


def _decide(forms: TunedModels, model: Model, comparison: Comparison, *, ask: bool, as_json: bool) -> int:
    kept = False
    try:
        print(comparison_text(model.name, comparison), file=sys.stderr if as_json else sys.stdout)
        kept = comparison.best is not None and (not ask or agreed(f"Use the faster form of {printable(model.name)}?"))
    finally:
        # Nobody agreed, or nobody could be asked: what was made for the question goes.
        if not kept:
            forms.discard_tuned(comparison)
    if kept:
        forms.keep_tuned(comparison)
    if as_json:
        print_json({"id": model.id, "kept": kept, **msgspec.to_builtins(comparison)})
    elif comparison.best is not None:
        print("It is used from now on." if kept else "Nothing was changed.")
    return 0


def comparison_text(name: str, comparison: Comparison) -> str:
    """Return a table of what was measured, and what it means in words."""
    original, best = comparison.original, comparison.best
    if original is None:
        return f"{printable(name)} is in a format already that this computer reads as fast as any."
    rows = [
        ("", "MB", "reads tokens/s", "answers tokens/s", "perplexity"),
        *(_row(one) for one in (original, *comparison.candidates)),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    table = "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    if best is None:
        return f"{table}\n\nNo other format is worth it here."
    return (
        f"{table}\n\n{best.format} {_speed('reads', best.prompt_ratio)}, {_speed('answers', best.answer_ratio)} and is "
        f"{_exactness(best)}."
    )


def _row(one: FormatFigures) -> tuple[str, ...]:
    return (
        one.format,
        str(one.bytes // 1_000_000),
        f"{one.prompt_tokens_per_second:.0f} ({one.prompt_ratio:.2f}x)",
        f"{one.answer_tokens_per_second:.0f} ({one.answer_ratio:.2f}x)",
        f"{one.perplexity:.2f} ({one.loss:+.1%})",
    )


def _speed(what: str, ratio: float) -> str:
    if abs(ratio - 1) < _NO_CHANGE:
        return f"{what} as fast as before"
    return f"{what} {ratio:.1f} times as fast" if ratio > 1 else f"{what} {1 - ratio:.0%} slower"


def _exactness(best: FormatFigures) -> str:
    if best.loss <= best.loss_error:
        return "as exact, as far as can be measured"
    return f"{best.loss:.1%} less exact"
