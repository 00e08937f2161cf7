"""What is shown where an answer failed: one sentence and one button that helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from assistant.errors import QT_TRANSLATE_NOOP, EngineError, ModelError, PromptTooLongError, ThimbleError
from ui.sentences import sentence


class Remedy(Enum):
    """What the button does."""

    TRY_AGAIN = auto()
    CHOOSE_MODEL = auto()
    USE_BUILT_IN = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """A failed answer, as shown.

    Attributes:
        sentence: What happened and what to do, in the user's language.
        remedy: What the button does.
        details: Technical text behind "More".
    """

    sentence: str
    remedy: Remedy = Remedy.TRY_AGAIN
    details: str = ""

    @property
    def button(self) -> str:
        """The button's words."""
        match self.remedy:
            case Remedy.TRY_AGAIN:
                return QCoreApplication.translate("ChatFailure", "Try again")
            case Remedy.CHOOSE_MODEL:
                return QCoreApplication.translate("ChatFailure", "Choose a model…")
            case Remedy.USE_BUILT_IN:
                return QCoreApplication.translate("ChatFailure", "Use the built-in model")


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
    remedy = Remedy.TRY_AGAIN
    if isinstance(error, ModelError):
        remedy = Remedy.CHOOSE_MODEL if model_is_built_in else Remedy.USE_BUILT_IN
    elif isinstance(error, PromptTooLongError):
        remedy = Remedy.CHOOSE_MODEL
    return Failure(sentence(error), remedy, error.details)
