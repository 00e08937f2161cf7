"""What is done while the conversations are closed: the window goes, and comes back when it is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from assistant.errors import ThimbleError


@dataclass(frozen=True, slots=True)
class Opened:
    """What the conversations are opened with.

    Attributes:
        key: What they are encrypted with; `None` where no passphrase protects them.
        notices: What the user should know.
    """

    key: bytes | None = field(default=None, repr=False)
    notices: tuple[ThimbleError, ...] = ()


@dataclass(frozen=True, slots=True)
class ClosedTask:
    """Work that needs the conversations closed.

    Attributes:
        title: What is being done, translated.
        work: Does it on another thread, with a function that takes how far it is. Returns what the conversations are
            opened with then; `None` when that is to be found out as at any start.
    """

    title: str
    work: Callable[[Callable[[float], None]], Opened | None]
