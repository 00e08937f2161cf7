"""Looking into what another program wrote, where nothing can be relied upon."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

_LATEST = 4_102_444_800.0
"""The year 2100: a later time is no time."""
_UNITS = (1.0, 1e3, 1e6, 1e9)
"""Programs count seconds, milliseconds, microseconds or nanoseconds."""


def as_dict(value: Any) -> dict[str, Any]:
    """Return an object; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def as_list(value: Any) -> list[Any]:
    """Return an array; an empty one for anything else."""
    return value if isinstance(value, list) else []


def as_text(value: Any) -> str:
    """Return a text; an empty one for anything else."""
    return value if isinstance(value, str) else ""


def as_key(value: Any) -> str:
    """Return what names something, a text or a whole number, as text of a sane length; else an empty one."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if abs(value) < 2**63 else ""
    return value[:200] if isinstance(value, str) else ""


def as_time(value: Any) -> float | None:
    """Return a moment as Unix time in seconds; `None` for what can't be one."""
    if isinstance(value, str):
        value = _from_text(value)
    if not isinstance(value, int | float) or isinstance(value, bool):
        return None
    for unit in _UNITS:
        # Compared first: a whole number of a thousand digits is not a float.
        if 0 < value < _LATEST * unit:
            seconds = float(value) / unit
            return seconds if math.isfinite(seconds) else None
    return None


def _from_text(text: str) -> float | None:
    text = text.strip()[:40]
    try:
        return float(text)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
