"""What of a file could not be imported, counted while it is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from assistant.exchange.values import as_dict, as_list


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


def texts_of(content: Any, findings: Findings) -> list[str]:
    """Return the texts of a message's content, a text or an array of parts; counts the parts that are none."""
    if isinstance(content, str):
        return [content]
    texts = []
    for part in as_list(content):
        text = as_dict(part).get("text")
        if isinstance(text, str):
            texts.append(text)
        else:
            findings.left_out += 1
    return texts
