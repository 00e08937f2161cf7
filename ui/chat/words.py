"""What a running answer is doing, in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from assistant.events import Stage


@dataclass(frozen=True, slots=True)
class ContextUse:
    """How full the model's context is, in tokens."""

    used: int
    length: int

    @property
    def percent(self) -> int:
        """From 0 to 100."""
        return min(100, round(100 * self.used / self.length)) if self.length > 0 else 0


def stage_words(stage: Stage, fraction: float | None = None) -> str:
    """Return "Starting the model… 60 %" and the like.

    Args:
        stage: What happens before the first word.
        fraction: From 0 to 1; left out of the words when unknown or nothing has been done.
    """
    percent = round(100 * min(max(fraction, 0.0), 1.0)) if fraction is not None else 0
    if stage is Stage.STARTING:
        if not percent:
            return QCoreApplication.translate("ChatWords", "Starting the model…")
        return QCoreApplication.translate("ChatWords", "Starting the model… {percent} %").format(percent=percent)
    if not percent:
        return QCoreApplication.translate("ChatWords", "Reading your message…")
    return QCoreApplication.translate("ChatWords", "Reading your message… {percent} %").format(percent=percent)


def waiting_words() -> str:
    """Return what an answer says while another conversation's is being made."""
    return QCoreApplication.translate("ChatWords", "Waiting for the other answer…")


def stopping_words() -> str:
    """Return what an answer says between Stop and its end, when it has no word yet."""
    return QCoreApplication.translate("ChatWords", "Stopping…")
