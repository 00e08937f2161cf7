"""Searching all messages and titles, on a thread of its own and without writing anything.

For a common word there may be hundreds of thousands of hits. Of those the newest few hundred are taken from the index,
which hands them out newest first and stops there, and only these are ranked: by how often and how near to one another
the words are, by the conversation's title, and by age. What the index says is checked against the store, so that
nothing removed, and nothing of a deleted conversation, is ever shown.
"""

from __future__ import annotations

import json
import math
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, StoreError
from assistant.jobs import CancelToken
from assistant.store.database import Database, connect, stored
from assistant.store.failures import DAMAGE, store_error
from assistant.store.records import Kind, Role
from assistant.store.search_expression import expression_for
from assistant.store.search_filters import Filters, Order
from assistant.store.search_index import TITLES, VERSION, part_name, search_path
from assistant.store.search_snippets import Snippet, snippet, without_markup
from assistant.store.search_words import Phrase, phrases_of

CANDIDATES = 400
"""How many of the newest hits are ranked at least."""
MOST_HITS = 60
_MOST_TITLES = 10
_AVERAGE_WORDS = 80
_DAY = 86_400.0

__all__ = ["CANDIDATES", "MOST_HITS", "NOT_READY", "Filters", "Found", "Hit", "Order", "Searcher"]

NOT_READY = QT_TRANSLATE_NOOP("errors", "The search is being prepared; try again in a moment.")


@dataclass(frozen=True, slots=True)
class Hit:
    """A message that was found, or a conversation whose title was.

    Attributes:
        conversation_id: The conversation.
        message_id: The message; `None` for a title.
        title: The conversation's title; empty when it has none.
        role: Who wrote the message; `None` for a title.
        kind: What the conversation is about.
        archived: Whether the conversation is kept out of the list.
        created_at: When the message was written, or the conversation last used; Unix time in seconds.
        snippet: The part of the message, or the title, that holds what was searched for.
    """

    conversation_id: int
    message_id: int | None
    title: str
    role: Role | None
    kind: Kind
    archived: bool
    created_at: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found.

    Attributes:
        phrases: What the query asked for, for marking it in the text; empty when that was nothing.
        hits: Titles first, then messages in the order wanted.
        more: Whether there are more messages than these.
        waiting: How many messages and titles the index does not know yet, counted up to 10,000.
    """

    phrases: tuple[Phrase, ...] = ()
    hits: tuple[Hit, ...] = ()
    more: bool = False
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class _Request:
    phrases: tuple[Phrase, ...]
    filters: Filters
    limit: int
    cancel: CancelToken


@dataclass(frozen=True, slots=True)
class _Candidate:
    id: int
    places: tuple[list[int], ...]
    words: int


class Searcher:
    """Searches a store. It has read-only connections of its own, opened by the first search.

    One search runs at a time, on any thread; `release` may be called meanwhile from another.
    """

    def __init__(self, store: Path, *, key: bytes | None = None) -> None:
        """Open nothing yet.

        Args:
            store: The store's file.
            key: What it is encrypted with.
        """
        self._path = store
        self._key = key
        self._lock = threading.Lock()
        self._store: Database | None = None
        self._index: apsw.Connection | None = None
        self._collected: list[_Candidate] = []
        self._wanted_phrases = 0

    def search(
        self, query: str, filters: Filters | None = None, *, limit: int = MOST_HITS, cancel: CancelToken | None = None
    ) -> Found:
        """Find the messages and titles with all words and quoted phrases of a query.

        Args:
            query: What the user typed; no text is invalid.
            filters: What is looked through; everything by default.
            limit: How many messages at most.
            cancel: Ends the search early.

        Raises:
            CancelledError: The search was cancelled.
            StoreError: The store or the index can't be read.
        """
        filters = filters or Filters()
        cancel = cancel or CancelToken()
        phrases = phrases_of(query)
        with self._lock, self._errors_told(cancel):
            if not self._path.exists():
                return Found(phrases)
            store, index = self._opened()
            waiting = len(store.query("SELECT 1 FROM search_pending LIMIT 10000"))
            if not phrases:
                return Found(waiting=waiting)
            with cancel.listening(index.interrupt):
                request = _Request(phrases, filters, limit, cancel)
                titles = list(self._titles(store, index, request))
                ranked, more = self._ranked(store, index, request, {one[0] for one in titles})
            cancel.raise_if_cancelled()
            hits = [*self._title_hits(titles, phrases), *self._message_hits(store, ranked, phrases)]
        return Found(phrases, tuple(hits), more, waiting)

    def release(self) -> None:
        """Close both files until the next search, when none is running any more."""
        with self._lock:
            self._close()

    def _close(self) -> None:
        index, self._index = self._index, None
        # What was only read has nothing to lose.
        if index is not None:
            with suppress(apsw.Error):
                index.close()
        store, self._store = self._store, None
        if store is not None:
            with suppress(StoreError):
                store.close()

    @contextmanager
    def _errors_told(self, cancel: CancelToken) -> Iterator[None]:
        try:
            yield
        except apsw.InterruptError as error:
            if cancel.cancelled:
                raise CancelledError from error
            raise StoreError(NOT_READY, details=str(error)) from error
        except (*DAMAGE, apsw.SQLError, apsw.CantOpenError, apsw.BusyError, UnicodeDecodeError) as error:
            # Of the index: whoever keeps it makes it anew. The store's own errors are sentences already.
            self._close()
            raise StoreError(NOT_READY, details=f"{type(error).__name__}: {error}") from error
        except (apsw.Error, OSError) as error:
            self._close()
            raise store_error(error, path=search_path(self._path)) from error

    def _opened(self) -> tuple[Database, apsw.Connection]:
        if self._store is None:
            self._store = Database(connect(self._path, key=self._key, read_only=True), self._path, key=self._key)
        if self._index is None:
            index = connect(search_path(self._path), key=self._key, read_only=True)
            try:
                if index.execute("PRAGMA user_version").fetchall() != [(VERSION,)]:
                    raise apsw.CantOpenError("another version")
                index.register_fts5_function("hit", self._collect)
            except BaseException:
                index.close()
                raise
            self._index = index
        return self._store, self._index

    def _collect(self, api: Any, *_: object) -> None:
        """Take a hit from the index: FTS5 calls this for each row of a query, which is quicker than reading texts."""
        places = tuple(api.phrase_column_offsets(number, 0) for number in range(self._wanted_phrases))
        self._collected.append(_Candidate(api.rowid, places, api.column_size(0)))

    def _titles(self, store: Database, index: apsw.Connection, request: _Request) -> Iterator[tuple[Any, ...]]:
        filters = request.filters
        if filters.role is not None:
            return
        expression = expression_for(request.phrases, filters)
        rows = index.execute(
            f"SELECT rowid FROM {TITLES} WHERE {TITLES} MATCH ? ORDER BY rowid DESC LIMIT ?",  # noqa: S608 - our own name
            (expression, CANDIDATES),
        ).fetchall()
        known = store.query(
            """SELECT id, CAST(title AS BLOB), kind, archived, updated_at FROM conversation
               WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY updated_at DESC""",
            (json.dumps([id_ for (id_,) in rows]),),
        )
        left = len(known) if filters.conversation_id is None else 0
        for row in known[: min(left, _MOST_TITLES)]:
            if (filters.archived or not row[3]) and _within(row[4], filters):
                yield row

    def _ranked(
        self, store: Database, index: apsw.Connection, request: _Request, titled: set[int]
    ) -> tuple[list[tuple[Any, ...]], bool]:
        """Return the rows of the messages to be shown, in order, and whether there are more."""
        filters, limit = request.filters, request.limit
        wanted = max(CANDIDATES, 2 * limit)
        found: list[tuple[_Candidate, tuple[Any, ...]]] = []
        for candidates in self._candidates(index, request, wanted):
            found += [one for one in _checked(store, candidates) if _passes(one[1], filters)]
            if len(found) >= wanted:
                break
        if filters.order is Order.NEWEST:
            found.sort(key=lambda one: (one[1][3], one[0].id), reverse=True)
        else:
            now = time.time()
            found.sort(key=lambda one: _score(one[0], one[1], now, titled), reverse=True)
        return [row for _, row in found[:limit]], len(found) > limit

    def _candidates(self, index: apsw.Connection, request: _Request, batch: int) -> Iterator[list[_Candidate]]:
        """Yield hits of the index, the newest first, in batches."""
        self._wanted_phrases = len(request.phrases)
        finished = tuple(phrase for phrase in request.phrases if not phrase.prefix)
        for part, oldest, newest in _parts(index, request.filters):
            name = part_name(part)
            expression = expression_for(request.phrases, request.filters, oldest=oldest, newest=newest)
            if finished and finished != request.phrases:
                # All words with a beginning are gathered before the first hit is known: not where nothing can come of
                # it.
                probe = expression_for(finished, request.filters, oldest=oldest, newest=newest)
                sql = f"SELECT 1 FROM {name} WHERE {name} MATCH ? LIMIT 1"  # noqa: S608 - our own name
                if not index.execute(sql, (probe,)).fetchall():
                    continue
            before = 2**63 - 1
            while True:
                request.cancel.raise_if_cancelled()
                self._collected = []
                index.execute(
                    f"SELECT hit({name}) FROM {name} WHERE {name} MATCH ? AND rowid < ? "  # noqa: S608 - our own name
                    "ORDER BY rowid DESC LIMIT ?",
                    (expression, before, batch),
                ).fetchall()
                collected = self._collected
                if collected:
                    yield collected
                    before = collected[-1].id
                if len(collected) < batch:
                    break

    @staticmethod
    def _title_hits(rows: Sequence[tuple[Any, ...]], phrases: tuple[Phrase, ...]) -> Iterator[Hit]:
        for id_, title, kind, archived, updated_at in rows:
            text = stored(title)
            yield Hit(id_, None, text, None, Kind(kind), bool(archived), updated_at, snippet(text, phrases))

    @staticmethod
    def _message_hits(store: Database, rows: Sequence[tuple[Any, ...]], phrases: tuple[Phrase, ...]) -> Iterator[Hit]:
        ids = json.dumps([row[0] for row in rows])
        texts = dict(
            store.query(
                "SELECT id, CAST(text AS BLOB) FROM message WHERE id IN (SELECT value FROM json_each(?))", (ids,)
            )
        )
        for id_, conversation_id, role, created_at, title, kind, archived in rows:
            if id_ in texts:
                text = stored(texts[id_])
                part = snippet(without_markup(text) if role == Role.ASSISTANT.value else text, phrases)
                yield Hit(conversation_id, id_, stored(title), Role(role), Kind(kind), bool(archived), created_at, part)


def _checked(store: Database, candidates: list[_Candidate]) -> list[tuple[_Candidate, tuple[Any, ...]]]:
    """Return the candidates that are still there, each with its row."""
    rows = store.query(
        """SELECT message.id, conversation_id, role, message.created_at, CAST(title AS BLOB), kind, archived
           FROM message JOIN conversation ON conversation.id = conversation_id
           WHERE message.id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL""",
        (json.dumps([one.id for one in candidates]),),
    )
    known = {row[0]: row for row in rows}
    return [(one, known[one.id]) for one in candidates if one.id in known]


def _passes(row: tuple[Any, ...], filters: Filters) -> bool:
    return (filters.archived or not row[6]) and _within(row[3], filters)


def _within(seconds: float, filters: Filters) -> bool:
    return (filters.since is None or seconds >= filters.since) and (filters.until is None or seconds < filters.until)


def _score(candidate: _Candidate, row: tuple[Any, ...], now: float, titled: set[int]) -> float:
    """Return how well a message fits: each phrase counts up to 1, nearness and title up to 1, newness up to 0.7."""
    shortness = 0.3 + 0.7 * candidate.words / _AVERAGE_WORDS
    score = 0.0
    for places in candidate.places:
        count = max(1, len(places))
        score += count / (count + shortness)
    score /= max(1, len(candidate.places))
    if len(candidate.places) > 1:
        score += 1 / (1 + max(0, _nearest(candidate.places) - len(candidate.places) + 1) / 4)
    if row[1] in titled:
        score += 0.5
    days = max(0.0, now - row[3]) / _DAY
    return score + 0.7 * math.exp(-days / 60) + 0.1 * math.exp(-days / 1500)


def _nearest(places: tuple[list[int], ...]) -> int:
    """Return the width in words of the smallest part of a text that holds all phrases."""
    if not all(places):
        return 1_000
    at = [0] * len(places)
    best = 1_000
    while True:
        now = [one[place] for one, place in zip(places, at, strict=True)]
        best = min(best, max(now) - min(now))
        first = now.index(min(now))
        at[first] += 1
        if at[first] == len(places[first]):
            return best


def _parts(index: apsw.Connection, filters: Filters) -> list[tuple[int, float, float]]:
    """Return the parts that may hold what is wanted, the newest first, each with its oldest and newest time."""
    rows = index.execute(
        """SELECT number, oldest, newest FROM part
           WHERE newest >= ?1 AND oldest < ?2
           AND (?3 IS NULL OR EXISTS (SELECT 1 FROM place WHERE conversation_id = ?3 AND part = number))
           ORDER BY number DESC""",
        (
            -math.inf if filters.since is None else filters.since,
            math.inf if filters.until is None else filters.until,
            filters.conversation_id,
        ),
    )
    return [(int(str(number)), float(str(oldest)), float(str(newest))) for number, oldest, newest in rows]
