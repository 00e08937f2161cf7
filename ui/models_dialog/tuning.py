"""Making a model faster as the user sees it: asked for, agreed to, running, decided. One model at a time."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot

from assistant.errors import QT_TRANSLATE_NOOP, ModelError, ThimbleError
from assistant.events import Cancelled, Compared, Comparison, Event, Failed, Tuning
from assistant.jobs import Job
from assistant.models.library import Model
from ui.models_dialog.background import Background
from ui.models_dialog.tune_words import TuneWords
from ui.sentences import sentence

_log = logging.getLogger(__name__)


class Tuner(Protocol):
    """What makes models faster."""

    def tune_job(self, model: Model) -> Job:
        """Return a job that yields `Tuning` and ends in `Compared`, `Cancelled` or `Failed`."""

    def keep_tuned(self, comparison: Comparison) -> None:
        """Use the recommended form in the original's place; raises a `ThimbleError` when that can't be done."""

    def discard_tuned(self, comparison: Comparison) -> None:
        """Delete the recommended form."""

    def is_tuned(self, model: Model) -> bool:
        """Whether a faster form is used in a model's place."""

    def give_up(self, model: Model) -> None:
        """Use the original again and delete its faster form; raises an `OSError` when that can't be done."""


class TunePhase(Enum):
    """Where it is between the press and the decision."""

    ASKING = auto()
    RUNNING = auto()
    RESULT = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class TuneState:
    """What a model's card shows.

    Attributes:
        phase: Where it is.
        words: What is said about it.
        fraction: How much is done, from 0 to 1.
        can_keep: Whether there is something worth keeping.
    """

    phase: TunePhase
    words: str
    fraction: float = 0.0
    can_keep: bool = False


class TuningDesk(QObject):
    """What may be done about making models faster, and when."""

    changed = Signal(str)
    """Id of a model whose state is another one now."""
    kept = Signal(object)
    """The `Model` that is faster now."""
    failed = Signal(str)
    """A sentence: what was measured could not be kept."""

    def __init__(self, tuner: Tuner, parent: QObject | None = None) -> None:
        """Begin with nothing to do."""
        super().__init__(parent)
        self._tuner = tuner
        self._words = TuneWords(self)
        self._background = Background(self)
        self._background.job_event.connect(self._on_event)
        self._model: Model | None = None
        self._state: TuneState | None = None
        self._comparison: Comparison | None = None
        self._job_id = 0

    @property
    def busy(self) -> bool:
        """Whether something runs or waits for a decision: another model has to wait."""
        return self._state is not None and self._state.phase in (TunePhase.RUNNING, TunePhase.RESULT)

    def state(self, model_id: str) -> TuneState | None:
        """Return what the card of a model shows; None for nothing."""
        return self._state if self._model is not None and self._model.id == model_id else None

    def ask(self, model: Model) -> None:
        """Say what would be done with a model."""
        if not self.busy:
            before = self._model
            self._set(model, TuneState(TunePhase.ASKING, self._words.question(model)))
            if before is not None and before.id != model.id:
                self.changed.emit(before.id)

    def start(self) -> None:
        """Begin with the model that was asked about; the user has agreed."""
        if self._model is None or self.busy:
            return
        job = self._tuner.tune_job(self._model)
        self._job_id = job.id
        self._set(self._model, TuneState(TunePhase.RUNNING, self.tr("Starting…")))
        self._background.submit(job)

    def cancel(self) -> None:
        """Stop what runs, or close the question or the failure; nothing is left behind."""
        if self._state is not None and self._state.phase is TunePhase.RUNNING:
            self._background.cancel(self._job_id)
        elif not self.busy:
            self._close()

    def keep(self) -> None:
        """Use the faster form from now on."""
        model, comparison = self._model, self._comparison
        if model is None or comparison is None:
            return
        try:
            self._tuner.keep_tuned(comparison)
        except ThimbleError as error:
            self.failed.emit(sentence(error))
            self._discard()
            self._close()
            return
        self._comparison = None
        self._close()
        self.kept.emit(model)

    def decline(self) -> None:
        """Delete the faster file; the model stays as it is."""
        self._discard()
        self._close()

    def is_tuned(self, model: Model) -> bool:
        """Whether a faster form is used in a model's place."""
        return self._tuner.is_tuned(model)

    def give_up(self, model: Model) -> None:
        """Use a model as it is again."""
        try:
            self._tuner.give_up(model)
        except OSError as error:
            # On Windows, a file that the engine has open can't be deleted.
            in_use = ModelError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "The faster form of {file} can't be deleted. If it is in use, choose another model and try again "
                    "in a moment.",
                ),
                file=model.path.name,
                details=str(error),
            )
            self.failed.emit(sentence(in_use))
        self.changed.emit(model.id)

    def stop(self) -> None:
        """Stop what runs and wait for the end of its thread; what was not decided is declined."""
        self._background.stop()
        self._discard()

    @Slot(int, object)
    def _on_event(self, job_id: int, event: Event) -> None:
        if self._model is None or job_id != self._job_id:
            return
        match event:
            case Tuning():
                self._set(self._model, TuneState(TunePhase.RUNNING, self._words.progress(event), event.fraction))
            case Compared():
                self._comparison = event.comparison
                can_keep = event.comparison.best is not None
                words = self._words.result(event.comparison)
                self._set(self._model, TuneState(TunePhase.RESULT, words, 1.0, can_keep))
            case Cancelled():
                self._close()
            case Failed():
                self._set(self._model, TuneState(TunePhase.FAILED, sentence(event.error)))

    def _discard(self) -> None:
        comparison, self._comparison = self._comparison, None
        if comparison is None:
            return
        try:
            self._tuner.discard_tuned(comparison)
        except (ThimbleError, OSError) as error:
            _log.warning("a faster file was not deleted: %s", error)

    def _set(self, model: Model, state: TuneState) -> None:
        self._model, self._state = model, state
        self.changed.emit(model.id)

    def _close(self) -> None:
        model, self._model, self._state = self._model, None, None
        if model is not None:
            self.changed.emit(model.id)
