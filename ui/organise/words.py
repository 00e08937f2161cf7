"""Numbers, sizes and times in the words of the bin and the statistics."""

from __future__ import annotations

from datetime import UTC, datetime
from math import ceil

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from assistant.store.bin import KEEP_SECONDS
from ui.sentences import file_size

_DAY = 24 * 3600


def days_left(deleted_at: float, now: float) -> str:
    """Return how long a conversation stays in the bin.

    Args:
        deleted_at: When it was deleted, as Unix time in seconds.
        now: The time, alike.
    """
    days = ceil((deleted_at + KEEP_SECONDS - now) / _DAY)
    if days <= 1:
        return QCoreApplication.translate("organise", "last day")
    # With the clock set back a conversation was deleted in the future.
    days = min(days, KEEP_SECONDS // _DAY)
    return QCoreApplication.translate("organise", "{days} days left").format(days=days)


def day(seconds: float) -> str:
    """Return the date of a Unix time as the user's language writes it; empty for one no calendar has."""
    try:
        local = datetime.fromtimestamp(seconds, UTC).astimezone()
    except (OverflowError, OSError, ValueError):
        return ""
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)


def number(value: int) -> str:
    """Return a number with the marks of the user's language."""
    return QLocale().toString(value)


def small_size(size: int) -> str:
    """Return a number of bytes, in KB below a megabyte."""
    if 0 < size < 1_000_000:
        kilobytes = max(1, round(size / 1_000))
        return QCoreApplication.translate("sizes", "{number} KB").format(number=QLocale().toString(kilobytes))
    return file_size(size)
