"""What FTS5 is asked for: a query and its filters in FTS5's own language."""

from __future__ import annotations

from assistant.store.search_filters import Filters
from assistant.store.search_index import month_of
from assistant.store.search_words import Phrase

_MOST_MONTHS = 36
_MOST_YEARS = 100


def expression_for(
    phrases: tuple[Phrase, ...], filters: Filters, *, oldest: float | None = None, newest: float | None = None
) -> str:
    """Return the expression; words hold no quotes, so that nothing a user types can be taken for syntax.

    Args:
        phrases: At least one.
        filters: Which marks are asked for. Months only narrow down: who asks checks the exact time.
        oldest: The oldest time of what is searched, Unix time in seconds; `None` to leave times out.
        newest: The newest one.
    """
    words = " AND ".join(f'"{" ".join(phrase.units)}"{" *" if phrase.prefix else ""}' for phrase in phrases)
    wanted = []
    if filters.conversation_id is not None:
        wanted.append(f'"c{filters.conversation_id}"')
    if filters.kind is not None:
        wanted.append(f'"k{filters.kind.value}"')
    if filters.role is not None:
        wanted.append(f'"r{filters.role.value}"')
    if oldest is not None and newest is not None and (times := _times(filters, oldest, newest)):
        wanted.append("(" + " OR ".join(f'"{time}"' for time in times) + ")")
    text = f"text : ({words})"
    return f"{text} AND marks : ({' AND '.join(wanted)})" if wanted else text


def _times(filters: Filters, oldest: float, newest: float) -> list[str]:
    """Return the marks of the months in question, or of years where it is many; none when all of it is, or too much."""
    since = oldest if filters.since is None else max(oldest, filters.since)
    until = newest if filters.until is None else min(newest, filters.until)
    if (since, until) == (oldest, newest):
        return []
    first, last = month_of(since), month_of(until)
    if first is None or last is None:
        return []
    if (last // 100 - first // 100) * 12 > _MOST_MONTHS:
        years = range(first // 100, last // 100 + 1)
        return [f"y{year}" for year in years] if len(years) <= _MOST_YEARS else []
    months = []
    while first <= last:
        months.append(f"m{first}")
        first = first + 1 if first % 100 < 12 else first + 89
    return months
