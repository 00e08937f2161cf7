"""Messages between the program and the process that converts and measures model files.

The framing is that of `assistant.engine.protocol`. One order, then reports until `Done` or `Failure`; cancelling is the
end of the process, which has nothing to lose but files under temporary names.
"""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from assistant.events import FormatFigures, TuningStep
from assistant.processes.messages import Failure, ProtocolError, read_body


class Target(msgspec.Struct, frozen=True):
    """A file to be made.

    Attributes:
        format: Name of its format.
        path: Where to write it.
    """

    format: str
    path: str


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be done.

    Attributes:
        parts: The files of the original model in order; the first is opened.
        file_type: The format it is in.
        layers: Its number of blocks.
        folder: The only folder that may be written to.
        targets: What to make, in this order.
        most_loss: A format loses too much above this (0.03 is 3 %), so the next more exact one is made too.
        threads: Threads for everything.
        patience: How long the measurements may take: 1 for a few minutes at most, a tenth for some seconds.
        text: What the perplexity is measured on.
        calibration: What the importance of weights is found with.
    """

    parts: tuple[str, ...]
    file_type: str
    layers: int
    folder: str
    targets: tuple[Target, ...]
    most_loss: float
    threads: int
    patience: float
    text: str
    calibration: str


class Working(msgspec.Struct, frozen=True, tag=True):
    """How far a step has come: `fraction` from 0 to 1; `format` is empty for the original."""

    step: TuningStep
    format: str
    fraction: float


class Measured(msgspec.Struct, frozen=True, tag=True):
    """A format was measured beside the original, whose figures up to now come with it."""

    candidate: FormatFigures
    original: FormatFigures


class Done(msgspec.Struct, frozen=True, tag=True):
    """Everything ordered was done."""


Report = Working | Measured | Done | Failure

_order_decoder = msgspec.msgpack.Decoder(Order)
_report_decoder: msgspec.msgpack.Decoder[Report] = msgspec.msgpack.Decoder(Report)


def read_order(stream: BinaryIO) -> Order | None:
    """Read the order; None when the other side closed the pipe.

    Raises:
        ProtocolError: It is no order.
    """
    body = read_body(stream)
    try:
        return None if body is None else _order_decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolError(str(error)) from error


def read_report(stream: BinaryIO) -> Report | None:
    """Read one report; None when the other side closed the pipe.

    Raises:
        ProtocolError: It is no report.
    """
    body = read_body(stream)
    try:
        return None if body is None else _report_decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProtocolError(str(error)) from error
