"""Makes models faster on this computer: asked for, or by itself for the built-in one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.engine.tuning import LEAST_GAIN, MOST_LOSS, NOISE, ModelTuner
from assistant.events import Compared, Comparison, Event
from assistant.jobs import CancelToken
from assistant.models.tuned import discard, keep, remember_nothing, tuned_record


def needs_tuning(model: Path, folder: Path) -> bool:
    """Tell whether it is not known yet what can be gained with a model file; reads a few small files only.

    Args:
        model: The model file.
        folder: Where faster forms are kept.
    """
    return tuned_record(model, folder) is None


def tune_built_in(tuner: ModelTuner, model: Path, folder: Path, cancel: CancelToken) -> Iterator[Event]:
    """Look for a faster form of the built-in model and keep it without asking if it loses next to nothing.

    Yields what `ModelTuner.tune` does. That nothing can be gained is remembered, so that `needs_tuning` says so. A
    cancel leaves everything as it was.

    Args:
        tuner: Makes and measures.
        model: The built-in model's file.
        folder: Where faster forms are kept.
        cancel: Ends it.

    Raises:
        ModelError: There is no room, or the file can't be used.
        EngineError: The tuner's process failed.
        CancelledError: It was cancelled.
    """
    for event in tuner.tune(model, folder, cancel, quick=True):
        if isinstance(event, Compared):
            if keeps_unasked(event.comparison):
                keep(event.comparison, folder)
            else:
                discard(event.comparison)
                remember_nothing(event.comparison, folder)
        yield event


def keeps_unasked(comparison: Comparison) -> bool:
    """Tell whether the recommended form reads faster, answers no slower and is as exact as makes no difference."""
    best = comparison.best
    return (
        best is not None and best.prompt_ratio >= LEAST_GAIN and best.answer_ratio >= NOISE and best.loss <= MOST_LOSS
    )
