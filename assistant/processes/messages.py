"""Messages between the program and the processes it starts.

A message is a little-endian 32-bit length followed by that many bytes of MessagePack, a tagged msgspec struct.
Nothing is ever unpickled; a message that does not decode ends the conversation.
"""

from __future__ import annotations

import struct
from typing import BinaryIO, TypeVar

import msgspec

from assistant import errors
from assistant.errors import EngineError, ThimbleError

MAX_MESSAGE_BYTES = 256 * 1024 * 1024
_LENGTH = struct.Struct("<I")
_Message = TypeVar("_Message")


class ProtocolError(Exception):
    """The other side sent something that is not a message."""


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
        kind = getattr(errors, self.kind, None)
        if not (isinstance(kind, type) and issubclass(kind, ThimbleError)):
            kind = EngineError
        return kind(self.template, details=self.details, **self.values)


_encoder = msgspec.msgpack.Encoder()


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


def decode(decoder: msgspec.msgpack.Decoder[_Message], body: bytes) -> _Message:
    """Decode the bytes of one message.

    Raises:
        ProtocolError: They are none that `decoder` knows.
    """
    try:
        return decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolError(str(error)) from error


def read_body(stream: BinaryIO, *, most: int = MAX_MESSAGE_BYTES) -> bytes | None:
    """Read the bytes of one message; None when the other side closed the pipe.

    Args:
        stream: The pipe.
        most: Bytes that it may have.

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
    if length > most:
        raise ProtocolError(f"message of {length} bytes announced")
    body = stream.read(length)
    if len(body) < length:
        raise ProtocolError("the pipe ended within a message")
    return body
