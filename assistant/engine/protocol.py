"""Messages between the program and its engine process.

A message is a little-endian 32-bit length followed by that many bytes of MessagePack, a tagged msgspec struct.
Nothing is ever unpickled; a message that does not decode ends the conversation.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, TypeVar

import msgspec

from assistant.engine.base import Generation, ModelInfo
from assistant.engine.lockdown import Lockdown
from assistant.errors import EngineError, MemoryShortError, ModelError, PromptTooLongError, ThimbleError
from assistant.events import AnswerStats, StopReason

MAX_MESSAGE_BYTES = 256 * 1024 * 1024
_LENGTH = struct.Struct("<I")
_Message = TypeVar("_Message")


class ProtocolError(Exception):
    """The other side sent something that is not a message."""


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


class Failure(msgspec.Struct, frozen=True, tag=True):
    """The request failed with a sentence for the user."""

    kind: str
    template: str
    values: dict[str, str | int | float]
    details: str

    @classmethod
    def of(cls, error: ThimbleError) -> Failure:
        """Pack an error."""
        values = {
            name: value if isinstance(value, str | int | float) else str(value) for name, value in error.values.items()
        }
        return cls(type(error).__name__, error.template, values, error.details)

    def error(self) -> ThimbleError:
        """Unpack the error."""
        kinds: dict[str, type[ThimbleError]] = {
            kind.__name__: kind for kind in (ModelError, MemoryShortError, EngineError, PromptTooLongError)
        }
        return kinds.get(self.kind, EngineError)(self.template, details=self.details, **self.values)


Answer = Loading | Loaded | Fitted | Reading | Piece | Done | Counted | StateFile | Stopped | Failure


class Reply(msgspec.Struct, frozen=True):
    """An answer to the request of the same number."""

    number: int
    answer: Answer


_encoder = msgspec.msgpack.Encoder()
_request_decoder = msgspec.msgpack.Decoder(Request)
_reply_decoder = msgspec.msgpack.Decoder(Reply)


def write_message(stream: BinaryIO, message: msgspec.Struct) -> None:
    """Write one message and flush.

    Raises:
        OSError: The other side is gone.
        ProtocolError: The message is too large.
    """
    body = _encoder.encode(message)
    if len(body) > MAX_MESSAGE_BYTES:
        raise ProtocolError(f"message of {len(body)} bytes")
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def read_request(stream: BinaryIO) -> Request | None:
    """Read one request; None when the other side closed the pipe.

    Raises:
        ProtocolError: It is not a request.
    """
    body = read_body(stream)
    return None if body is None else _decode(_request_decoder, body)


def read_reply(stream: BinaryIO) -> Reply | None:
    """Read one reply; None when the other side closed the pipe.

    Raises:
        ProtocolError: It is not a reply.
    """
    body = read_body(stream)
    return None if body is None else _decode(_reply_decoder, body)


def _decode(decoder: msgspec.msgpack.Decoder[_Message], body: bytes) -> _Message:
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolError(str(error)) from error


def read_body(stream: BinaryIO) -> bytes | None:
    """Read the bytes of one message; None when the other side closed the pipe.

    Raises:
        ProtocolError: The pipe ended within it, or it is too large.
    """
    # A buffered stream's read blocks until everything is there or the pipe ends.
    head = stream.read(_LENGTH.size)
    if not head:
        return None
    if len(head) < _LENGTH.size:
        raise ProtocolError("the pipe ended within a message")
    (length,) = _LENGTH.unpack(head)
    if length > MAX_MESSAGE_BYTES:
        raise ProtocolError(f"message of {length} bytes announced")
    body = stream.read(length)
    if len(body) < length:
        raise ProtocolError("the pipe ended within a message")
    return body
