"""Makes models faster on this computer: asked for, or by itself for the built-in one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from assistant.engine.tuning import LEAST_GAIN, MOST_LOSS, NOISE, ModelTuner
from assistant.events import Compared, Comparison, Event
from assistant.jobs import CancelToken, Job
from assistant.models.library import Model
from assistant.models.tuned import discard, forget, forget_gone, keep, remember_nothing, tuned_file, tuned_record


class TunedModels:
    """The faster forms of models on this computer: made, kept, used in the originals' place, given up."""

    def __init__(self, tuner: ModelTuner, folder: Path) -> None:
        """Keep them in `folder`, which is made when the first one is."""
        self._tuner = tuner
        self._folder = folder

    def file_for(self, model: Model) -> Path:
        """Return the file to open for a model: its faster form, or its own where there is none."""
        return tuned_file(model.path, self._folder) or model.path

    def is_tuned(self, model: Model) -> bool:
        """Tell whether a faster form is used in a model's place."""
        return tuned_file(model.path, self._folder) is not None

    def tune_job(self, model: Model) -> Job:
        """Return a job that looks for a faster form; it yields `Tuning` and ends in `Compared`."""
        return Job(lambda cancel: self._tuner.tune(model.path, self._folder, cancel))

    def built_in_job(self, model: Model) -> Job | None:
        """Return a job that makes the built-in model faster without asking; None when that was done already."""
        if not needs_tuning(model.path, self._folder):
            return None
        return Job(lambda cancel: tune_built_in(self._tuner, model.path, self._folder, cancel))

    def keep_tuned(self, comparison: Comparison) -> None:
        """Use the recommended form in the original's place from now on.

        Raises:
            ModelError: It can't be kept.
        """
        keep(comparison, self._folder)

    def discard_tuned(self, comparison: Comparison) -> None:
        """Delete the recommended form, and remember when there was none."""
        discard(comparison)
        if comparison.best is None:
            remember_nothing(comparison, self._folder)

    def give_up(self, model: Model) -> None:
        """Use the original again and delete its faster form."""
        forget(model.path, self._folder)

    def forget_removed(self, models: Path) -> None:
        """Delete the faster forms of models that are no longer in the models folder."""
        forget_gone(self._folder, models)


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
