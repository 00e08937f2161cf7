"""What of a file could not be imported, counted while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Findings:
    """Counts that grow while files are read.

    Attributes:
        left_out: Parts of messages that can't be kept: pictures, attached files, notes of tools.
        unreadable: Pieces that could not be understood.
        foreign: Names of files in which there was nothing to import.
    """

    left_out: int = 0
    unreadable: int = 0
    foreign: list[str] = field(default_factory=list)
