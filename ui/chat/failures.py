"""What is shown where an answer failed: one sentence and a button or two that help."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from assistant.errors import (
    QT_TRANSLATE_NOOP,
    EngineError,
    MemoryShortError,
    ModelError,
    PromptTooLongError,
    RepeatedCrashError,
    ThimbleError,
)
from ui.sentences import sentence


class Remedy(Enum):
    """What a button does."""

    TRY_AGAIN = auto()
    LOAD_ANYWAY = auto()
    """Try again with a model that the engine would not load without being told."""
    CHOOSE_MODEL = auto()
    USE_BUILT_IN = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed answer, as shown.

    Attributes:
        sentence: What happened and what to do, in the user's language.
        remedies: What the buttons do, the most helpful first.
        details: Technical text behind "More".
    """

    sentence: str
    remedies: tuple[Remedy, ...] = (Remedy.TRY_AGAIN,)
    details: str = ""

    @property
    def buttons(self) -> tuple[str, ...]:
        """The words on the buttons."""
        return tuple(_words(remedy) for remedy in self.remedies)


def nothing_said() -> ThimbleError:
    """Return the sentence for an answer that ended before its first word."""
    return EngineError(
        QT_TRANSLATE_NOOP("errors", "The model had nothing to say. Try again, or put your message in other words.")
    )


def failure_of(error: ThimbleError, *, model_is_built_in: bool) -> Failure:
    """Return what is shown for an error.

    Args:
        error: What ended the answer.
        model_is_built_in: Whether the built-in model was to be used, so that it is no way out.
    """
    remedies: tuple[Remedy, ...] = (Remedy.TRY_AGAIN,)
    match error:
        case RepeatedCrashError():
            remedies = (Remedy.LOAD_ANYWAY, Remedy.CHOOSE_MODEL)
        case MemoryShortError() | PromptTooLongError():
            # The built-in model is small, but whether it is what the user wants instead is a choice.
            remedies = (Remedy.CHOOSE_MODEL,)
        case ModelError():
            remedies = (Remedy.CHOOSE_MODEL if model_is_built_in else Remedy.USE_BUILT_IN,)
    return Failure(sentence(error), remedies, error.details)


def _words(remedy: Remedy) -> str:
    match remedy:
        case Remedy.TRY_AGAIN | Remedy.LOAD_ANYWAY:
            return QCoreApplication.translate("ChatFailure", "Try again")
        case Remedy.CHOOSE_MODEL:
            return QCoreApplication.translate("ChatFailure", "Choose a model…")
        case Remedy.USE_BUILT_IN:
            return QCoreApplication.translate("ChatFailure", "Use the built-in model")
