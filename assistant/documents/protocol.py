"""What the process that reads documents and the program say to each other.

The program sends one `Order`; the process answers for each file in turn with any number of `Blocks` and `Working`,
then `Finished` or `Refused`, and ends.
"""

from __future__ import annotations

from typing import BinaryIO

import msgspec

from assistant.documents.blocks import Block, Note
from assistant.processes.messages import decode, read_body

BATCH_BLOCKS = 256
BATCH_CHARACTERS = 200_000
"""Blocks are sent together up to these."""

MOST_REPORT_BYTES = 4_000_000
"""No report is longer: a block has at most `limits.MOST_BLOCK_CHARACTERS`, each of at most four bytes."""


class OrderedFile(msgspec.Struct, frozen=True):
    """A file to read.

    Attributes:
        path: As the system spells it (`os.fsencode`): names need not be text.
        name: What the user knows it by.
    """

    path: bytes
    name: str


class Order(msgspec.Struct, frozen=True):
    """What to read. After it the process can open these files and no others.

    Attributes:
        files: In this order.
        cpu_seconds: Time for each.
        memory_bytes: Address space for all.
    """

    files: tuple[OrderedFile, ...]
    cpu_seconds: int
    memory_bytes: int


class Blocks(msgspec.Struct, frozen=True, tag=True):
    """The next blocks of the file."""

    blocks: tuple[Block, ...]


class Working(msgspec.Struct, frozen=True, tag=True):
    """How far it is: pages or chapters done, of how many."""

    done: int
    total: int


class Finished(msgspec.Struct, frozen=True, tag=True):
    """The file has been read; the next one follows.

    Attributes:
        title: The document's own title; empty when it says none.
        format: "pdf", "docx" and so on.
        pages: Pages or slides; 0 where the format has none.
        notes: What could not be read.
    """

    title: str
    format: str
    pages: int
    notes: tuple[Note, ...]


class Refused(msgspec.Struct, frozen=True, tag=True):
    """The file can't be read; the next one follows.

    Attributes:
        template: One of the sentences of `assistant.documents.errors`.
        values: What goes into it besides the file's name.
        details: Technical text.
    """

    template: str
    values: dict[str, str | int | float]
    details: str


Report = Blocks | Working | Finished | Refused

_order_decoder = msgspec.msgpack.Decoder(Order)
_report_decoder: msgspec.msgpack.Decoder[Report] = msgspec.msgpack.Decoder(Report)


def read_order(stream: BinaryIO) -> Order | None:
    """Read the order; None when the program is gone.

    Raises:
        ProtocolError: It is none.
    """
    body = read_body(stream)
    return None if body is None else decode(_order_decoder, body)


def read_report(stream: BinaryIO) -> Report | None:
    """Read the next report; None when the process has ended.

    Raises:
        ProtocolError: It is none, or too long.
    """
    body = read_body(stream, most=MOST_REPORT_BYTES)
    return None if body is None else decode(_report_decoder, body)
