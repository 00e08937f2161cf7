"""Which backups are still worth their room: one of each of the last 7 days, then one of each of 4 earlier weeks.

Days and weeks are counted among the backups there are, never from the clock: a computer that was off for a year keeps
all it had, and a clock that is wrong deletes nothing. Backups that seem to be from the future are counted by
themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import datetime, timedelta

from assistant.store.backups import Backup

DAYS, WEEKS = 7, 4
REPLACED = 5
"""So many of the stores that made way for a restored backup are kept."""
MOST_BYTES = 2_000_000_000
"""All backups together may take this much."""
LEAST = 2
"""So many are kept however large they are."""

_SKEW = timedelta(minutes=10)


def superseded(
    backups: Sequence[Backup], *, now: datetime, most_bytes: int = MOST_BYTES, least: int = LEAST
) -> list[Backup]:
    """Return the backups that may go.

    Args:
        backups: All of one folder.
        now: What the clock says, with its time zone.
        most_bytes: What those that stay may take together.
        least: So many of the newest stay however large they are.
    """
    newest_first = sorted(backups, key=lambda backup: backup.made_at, reverse=True)
    replaced = [backup for backup in newest_first if backup.replaced][:REPLACED]
    made = [backup for backup in newest_first if not backup.replaced]
    past = _worth_keeping([backup for backup in made if backup.made_at <= now + _SKEW])
    future = _worth_keeping([backup for backup in made if backup.made_at > now + _SKEW])
    kept = [*past, *future, *replaced]
    for candidate in [*reversed(future[1:]), *reversed(past[least:])]:
        if sum(backup.size for backup in kept) <= most_bytes:
            break
        kept.remove(candidate)
    return [backup for backup in backups if backup not in kept]


def _worth_keeping(newest_first: list[Backup]) -> list[Backup]:
    daily = _first_of_each(newest_first, DAYS, lambda made_at: made_at.date())
    earlier = [backup for backup in newest_first if daily and backup.made_at < daily[-1].made_at]
    days = {_local(backup).date() for backup in daily}
    earlier = [backup for backup in earlier if _local(backup).date() not in days]
    return daily + _first_of_each(earlier, WEEKS, lambda made_at: made_at.isocalendar()[:2])


def _first_of_each(newest_first: list[Backup], most: int, period: Callable[[datetime], Hashable]) -> list[Backup]:
    found: dict[Hashable, Backup] = {}
    for backup in newest_first:
        found.setdefault(period(_local(backup)), backup)
    return list(found.values())[:most]


def _local(backup: Backup) -> datetime:
    try:
        return backup.made_at.astimezone()
    except (OverflowError, OSError, ValueError):
        return backup.made_at  # The first and last years a clock can show have no local time.
