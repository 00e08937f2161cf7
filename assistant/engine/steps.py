"""What an answer is made of while it is being made, inside the engine process."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.errors import ThimbleError
from assistant.events import AnswerStats, StopReason


@dataclass(slots=True)
class Answering:
    """The course of one answer.

    Attributes:
        prompt_tokens: Length of the prompt.
        reused_tokens: Prompt tokens whose keys and values were there already.
        left_out: Oldest turns that were left out.
        started: When the request arrived; all times in seconds of `time.perf_counter`.
        reading_seconds: How long the prompt was read.
        first_token: When the first token was chosen; 0 before.
        last_token: When the newest token was chosen.
        answer_tokens: Tokens generated so far.
    """

    prompt_tokens: int
    reused_tokens: int
    left_out: int
    started: float
    reading_seconds: float = 0.0
    first_token: float = 0.0
    last_token: float = 0.0
    answer_tokens: int = 0

    def stats(self) -> AnswerStats:
        """Return the speeds so far."""
        read = self.prompt_tokens - self.reused_tokens
        answering = self.last_token - self.first_token
        return AnswerStats(
            prompt_tokens=self.prompt_tokens,
            answer_tokens=self.answer_tokens,
            prompt_tokens_per_second=read / self.reading_seconds if self.reading_seconds > 0 else 0.0,
            answer_tokens_per_second=(self.answer_tokens - 1) / answering if answering > 0 else 0.0,
            seconds_to_first_token=self.first_token - self.started if self.first_token else 0.0,
            reused_tokens=self.reused_tokens,
        )


@dataclass(frozen=True, slots=True)
class Begun:
    """The prompt is built: its length in tokens, and how many of the oldest turns were left out."""

    left_out: int
    prompt_tokens: int


@dataclass(frozen=True, slots=True)
class Read:
    """More of the prompt is read: `fraction` from 0 to 1."""

    fraction: float


@dataclass(frozen=True, slots=True)
class Token:
    """One more token; `text` may be empty."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The answer ended; `text` is what had been held back."""

    reason: StopReason
    text: str
    stats: AnswerStats


@dataclass(frozen=True, slots=True)
class Unmade:
    """The request was cancelled before its first token."""


@dataclass(frozen=True, slots=True)
class Broken:
    """The request failed."""

    error: ThimbleError


Step = Begun | Read | Token | End | Unmade | Broken
LAST_STEPS = (End, Unmade, Broken)
"""Exactly one of these ends every request."""
