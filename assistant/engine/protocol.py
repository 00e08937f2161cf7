"""Messages between the program and its engine process."""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from assistant.engine.base import Generation, ModelInfo
from assistant.events import AnswerStats, StopReason
from assistant.processes.lockdown import Lockdown
from assistant.processes.messages import Failure, decode, read_body


class Load(msgspec.Struct, frozen=True, tag=True):
    """Open a model file.

    Attributes:
        path: The file.
        context_length: Context in tokens; 0 for what the model was trained for.
        threads: Most threads for reading and answering, at least 1.
        fixed_threads: Use just so many, instead of finding out how many are best.
        available_bytes: Memory that may be used; bounds an automatic context.
        cache_bytes: Memory for what was read and left the KV cache.
        states: Folder of saved states; empty when there is none.
        secret: The key of that folder.
        encrypted: Whether its files are encrypted with that key.
        build: What tells this engine's states from those of another version.
    """

    path: str
    context_length: int
    threads: int
    fixed_threads: bool
    available_bytes: int
    cache_bytes: int = 0
    states: str = ""
    secret: bytes = b""
    encrypted: bool = False
    build: str = ""


class Generate(msgspec.Struct, frozen=True, tag=True):
    """Answer a conversation. Several may be sent before the first is done: they run together.

    Attributes:
        request: What is wanted.
        threads: Most threads to use from now on; 0 to leave them as they are.
    """

    request: Generation
    threads: int = 0


class CountTokens(msgspec.Struct, frozen=True, tag=True):
    """Count the tokens of a text."""

    text: str


class Cancel(msgspec.Struct, frozen=True, tag=True):
    """End the current request soon. Answered by that request's own end."""

    request: int


class Status(msgspec.Struct, frozen=True, tag=True):
    """Count the tokens in the KV cache."""


class SaveStates(msgspec.Struct, frozen=True, tag=True):
    """Send what is worth keeping on disk; answered by `StateFile`s and, at the end, their number."""


class Forget(msgspec.Struct, frozen=True, tag=True):
    """Drop what was read for an owner; answered by a number without meaning."""

    owner: str


class Close(msgspec.Struct, frozen=True, tag=True):
    """End the process."""


Command = Load | Generate | CountTokens | Cancel | Status | SaveStates | Forget | Close


class Request(msgspec.Struct, frozen=True):
    """A command with the number its replies carry."""

    number: int
    command: Command


class Loading(msgspec.Struct, frozen=True, tag=True):
    """How much of the model is loaded: 0 to 1."""

    fraction: float


class Loaded(msgspec.Struct, frozen=True, tag=True):
    """The model is ready, and the process can no longer do what `lockdown` says."""

    info: ModelInfo
    lockdown: Lockdown = Lockdown()


class Fitted(msgspec.Struct, frozen=True, tag=True):
    """How many of the oldest turns were left out, and the prompt's length in tokens."""

    left_out: int
    prompt_tokens: int


class Reading(msgspec.Struct, frozen=True, tag=True):
    """How much of the prompt is read: 0 to 1."""

    fraction: float


class Piece(msgspec.Struct, frozen=True, tag=True):
    """More of the answer."""

    text: str


class Done(msgspec.Struct, frozen=True, tag=True):
    """The answer ended."""

    stop_reason: StopReason
    stats: AnswerStats


class Counted(msgspec.Struct, frozen=True, tag=True):
    """A number of tokens."""

    tokens: int


class StateFile(msgspec.Struct, frozen=True, tag=True):
    """A file of the folder of states."""

    name: str
    content: bytes


class Stopped(msgspec.Struct, frozen=True, tag=True):
    """The request was cancelled before it made anything."""


Answer = Loading | Loaded | Fitted | Reading | Piece | Done | Counted | StateFile | Stopped | Failure


class Reply(msgspec.Struct, frozen=True):
    """An answer to the request of the same number."""

    number: int
    answer: Answer


_request_decoder = msgspec.msgpack.Decoder(Request)
_reply_decoder = msgspec.msgpack.Decoder(Reply)


def read_request(stream: BinaryIO) -> Request | None:
    """Read one request; None when the other side closed the pipe.

    Raises:
        ProtocolError: It is not a request.
    """
    body = read_body(stream)
    return None if body is None else decode(_request_decoder, body)


def read_reply(stream: BinaryIO) -> Reply | None:
    """Read one reply; None when the other side closed the pipe.

    Raises:
        ProtocolError: It is not a reply.
    """
    body = read_body(stream)
    return None if body is None else decode(_reply_decoder, body)
