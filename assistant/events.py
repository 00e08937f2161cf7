"""What a running task tells its listener.

A task is a generator of events. Every job ends in exactly one of `Finished`, `Installed`, `Cancelled`, `Failed`.
"""

from __future__ import annotations

from enum import StrEnum

import msgspec

from assistant.errors import ThimbleError


class StopReason(StrEnum):
    """Why an answer ended."""

    STOP = "stop"
    """The model ended it, or a stop string was met."""
    LENGTH = "length"
    """The longest allowed answer was reached; it can be continued."""
    CONTEXT = "context"
    """The context is full; it can be continued once older turns are left out."""
    CANCELLED = "cancelled"
    """The user pressed Stop; it can be continued."""


class Stage(StrEnum):
    """What happens before the first word."""

    STARTING = "starting"
    """The engine process starts and opens the model file."""
    READING = "reading"
    """The prompt is read."""


class Transfer(StrEnum):
    """What happens to a model file that is brought here."""

    DOWNLOADING = "downloading"
    COPYING = "copying"
    CHECKING = "checking"
    """What lies on the disk is read again for its hash."""


class TuningStep(StrEnum):
    """What happens while a model file is made faster."""

    OBSERVING = "observing"
    """The model reads a text, to see which weights matter most."""
    CONVERTING = "converting"
    """A file in another format is written."""
    TIMING = "timing"
    """Both files read and answer in turns."""
    JUDGING = "judging"
    """A text shows how exact a file is."""


class AnswerStats(msgspec.Struct, frozen=True):
    """Size and speed of one answer.

    Attributes:
        prompt_tokens: Length of the whole prompt in tokens.
        answer_tokens: Tokens generated.
        prompt_tokens_per_second: Reading speed over the tokens that were not in the KV cache already; 0 when none.
        answer_tokens_per_second: Generation speed from the first to the last token; 0 below two tokens.
        seconds_to_first_token: From the request's arrival in the engine to the first token.
        reused_tokens: Prompt tokens found in the KV cache.
    """

    prompt_tokens: int
    answer_tokens: int
    prompt_tokens_per_second: float
    answer_tokens_per_second: float
    seconds_to_first_token: float
    reused_tokens: int = 0


class Event(msgspec.Struct, frozen=True):
    """Base of everything a task yields."""


class Progress(Event, frozen=True):
    """Work before the first word: `fraction` from 0 to 1."""

    stage: Stage
    fraction: float


class ModelReady(Event, frozen=True):
    """The model is loaded: its name as shown to the user and its context length in tokens."""

    name: str
    context_length: int


class ContextFitted(Event, frozen=True):
    """How the conversation fits into the context.

    Attributes:
        left_out: How many of the oldest messages given were left out.
        prompt_tokens: Length of the prompt in tokens.
        context_length: Size of the context in tokens.
    """

    left_out: int
    prompt_tokens: int
    context_length: int


class Text(Event, frozen=True):
    """More of the answer, to be appended. Never ends in half a character."""

    text: str


class Connecting(Event, frozen=True):
    """A connection is about to be opened; said before it is, also for each host a server refers to.

    Attributes:
        host: The host, with its port where that is not the usual one.
        proxy: Host of the system's proxy that passes it on; empty without one.
    """

    host: str
    proxy: str = ""


class Transferred(Event, frozen=True):
    """How far a model file has come.

    Attributes:
        transfer: What is happening to it.
        done_bytes: Bytes that are here, those of an earlier attempt included.
        total_bytes: Bytes of the whole file.
        bytes_per_second: Speed over the last seconds; 0 while it is not known.
    """

    transfer: Transfer
    done_bytes: int
    total_bytes: int
    bytes_per_second: float = 0.0


class Waiting(Event, frozen=True):
    """A download is tried again in `seconds`; `reason` says what happened."""

    reason: ThimbleError
    seconds: float


class Installed(Event, frozen=True):
    """The job is done: a model file can be used.

    Attributes:
        path: The file; the first one of a split model.
        in_place: Whether it stays where the user has it, outside the models folder.
    """

    path: str
    in_place: bool = False


class Tuning(Event, frozen=True):
    """How far the making of a faster file has come.

    Attributes:
        step: What happens now.
        format: The format it is about ("Q8_0"); empty for the original file.
        fraction: Of the whole work, from 0 to 1.
    """

    step: TuningStep
    format: str
    fraction: float


class FormatFigures(msgspec.Struct, frozen=True, kw_only=True):
    """A model in one format, as measured on this computer.

    Attributes:
        format: Name of the format ("Q8_0"); of the original what its header says.
        bytes: Size of the file.
        prompt_tokens_per_second: Median reading speed.
        answer_tokens_per_second: Median answering speed.
        perplexity: How surprised it is by a text it does not know; lower is better.
        prompt_ratio: Reading speed, times the original's (median of neighbouring runs).
        answer_ratio: Answering speed, times the original's.
        loss: By how much the perplexity is higher than the original's (0.02 is 2 %).
        loss_error: Standard error of `loss`.
    """

    format: str
    bytes: int
    prompt_tokens_per_second: float
    answer_tokens_per_second: float
    perplexity: float
    prompt_ratio: float = 1.0
    answer_ratio: float = 1.0
    loss: float = 0.0
    loss_error: float = 0.0


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """A model file beside faster forms of itself.

    Attributes:
        source: The original file, which was only read.
        original: Its figures; absent when its header already says that nothing can be gained.
        candidates: The other formats in the order they were measured.
        recommended: Format of the candidate to keep; empty when none is worth it.
        file: The recommended candidate's file under a temporary name; empty without one.
    """

    source: str
    original: FormatFigures | None
    candidates: tuple[FormatFigures, ...] = ()
    recommended: str = ""
    file: str = ""

    @property
    def best(self) -> FormatFigures | None:
        """The recommended candidate's figures."""
        return next((one for one in self.candidates if one.format == self.recommended), None)


class Compared(Event, frozen=True):
    """The job is done: a faster form of a model file was looked for. Its file is to be kept or discarded."""

    comparison: Comparison


class Exchanging(Event, frozen=True):
    """How far an export or import has come.

    Attributes:
        done: Conversations dealt with.
        fraction: Of the whole work, from 0 to 1.
    """

    done: int
    fraction: float


class Exported(Event, frozen=True):
    """The job is done: conversations were written to a file.

    Attributes:
        path: The file; empty for one that was written to a stream.
        conversations: How many there are in it.
        messages: How many messages there are in it.
    """

    path: str
    conversations: int
    messages: int


class TakenIn(Event, frozen=True, kw_only=True):
    """The job is done: conversations were imported.

    Attributes:
        new: Conversations that were not here before.
        grown: Conversations that were here and got messages they lacked.
        known: Conversations that were here with all their messages.
        messages: Messages that were added.
        left_out: Parts of messages that can't be kept: pictures, attached files, notes of tools.
        unreadable: Pieces that could not be understood: damaged conversations, cut-off ends.
        foreign: Names of files in which there was nothing to import.
        failure: What ended it early; absent when everything was read.
        cancelled: Whether the user ended it early; what was imported until then stays.
    """

    new: int = 0
    grown: int = 0
    known: int = 0
    messages: int = 0
    left_out: int = 0
    unreadable: int = 0
    foreign: tuple[str, ...] = ()
    failure: ThimbleError | None = None
    cancelled: bool = False


class Finished(Event, frozen=True):
    """The job is done."""

    stop_reason: StopReason
    stats: AnswerStats


class Cancelled(Event, frozen=True):
    """The user stopped the job; what was made stays. `stats` is absent when nothing had been generated."""

    stats: AnswerStats | None = None


class Failed(Event, frozen=True):
    """The job failed; what was made stays."""

    error: ThimbleError


class Tidied(Event, frozen=True):
    """Work that the user does not see is done."""


FINAL_EVENTS = (Finished, Installed, Compared, Exported, TakenIn, Tidied, Cancelled, Failed)
"""Exactly one of these ends every job."""
