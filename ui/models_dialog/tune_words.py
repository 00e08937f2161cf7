"""What is said while a model is made faster, and about what came of it: speed and exactness in plain words."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject

from assistant.events import Comparison, FormatFigures, Tuning, TuningStep
from assistant.models.library import Model
from ui.models_dialog.words import TOKENS_PER_WORD
from ui.sentences import file_size

_NO_CHANGE = 0.05
"""A speed that differs by less counts as the same."""
_NO_LOSS = 0.005
_SMALL_LOSS = 0.03
"""The loss that is offered without a warning, as the share by which the perplexity grows."""


class TuneWords(QObject):
    """Puts the work, the figures and the advice into the user's language."""

    def question(self, model: Model) -> str:
        """Return what would be done with a model."""
        return self.tr(
            "Thimble writes copies of the model in formats that this computer's processor may read faster, and "
            "measures how fast and how exact each is. That takes some minutes, in which answers are slower, and up to "
            "{size} on the disk. The model itself stays as it is, and you decide at the end."
        ).format(size=file_size(2 * model.size))

    def progress(self, event: Tuning) -> str:
        """Return what happens now."""
        match event.step:
            case TuningStep.OBSERVING:
                return self.tr("Looking at what matters most in the model…")
            case TuningStep.CONVERTING:
                return self.tr("Writing a copy in the format {format}…").format(format=event.format)
            case TuningStep.TIMING:
                return self.tr("Measuring the speed…")
            case TuningStep.JUDGING:
                return self.tr("Measuring the exactness…")

    def result(self, comparison: Comparison) -> str:
        """Return what came of it, with the reason why nothing is worth keeping where that is so."""
        best, original = comparison.best, comparison.original
        if original is None:
            return self.tr("This model is already in a format that this computer reads as fast as any.")
        if best is None:
            return self.tr(
                "No other format is worth it here: those that are faster make the model clearly less exact. "
                "Nothing was changed."
            )
        return "\n".join(
            (
                self._speed(
                    self.tr("Reading"),
                    best.prompt_ratio,
                    original.prompt_tokens_per_second,
                    best.prompt_tokens_per_second,
                ),
                self._speed(
                    self.tr("Writing"),
                    best.answer_ratio,
                    original.answer_tokens_per_second,
                    best.answer_tokens_per_second,
                ),
                self._exactness(best),
                self.tr("Size: {after} instead of {before}, on the disk and in memory.").format(
                    after=file_size(best.bytes), before=file_size(original.bytes)
                ),
            )
        )

    def _speed(self, what: str, ratio: float, before: float, after: float) -> str:
        figures = self.tr("({after} instead of {before} words a second)").format(
            after=_words(after), before=_words(before)
        )
        if abs(ratio - 1) < _NO_CHANGE:
            return self.tr("{what}: as fast as before {figures}.").format(what=what, figures=figures)
        number = QLocale().toString(ratio, "f", 1)
        if ratio > 1:
            return self.tr("{what}: {number} times as fast {figures}.").format(
                what=what, number=number, figures=figures
            )
        percent = round((1 - ratio) * 100)
        return self.tr("{what}: {percent} % slower {figures}.").format(what=what, percent=percent, figures=figures)

    def _exactness(self, best: FormatFigures) -> str:
        percent = QLocale().toString(best.loss * 100, "f", 1)
        if best.loss <= max(_NO_LOSS, best.loss_error):
            return self.tr("Exactness: the same, as far as it can be measured.")
        if best.loss <= _SMALL_LOSS:
            return self.tr("Exactness: {percent} % less sure of its words, which is hardly noticed.").format(
                percent=percent
            )
        return self.tr("Exactness: {percent} % less sure of its words, which may be noticed.").format(percent=percent)


def _words(tokens_per_second: float) -> str:
    return QLocale().toString(round(tokens_per_second / TOKENS_PER_WORD))
