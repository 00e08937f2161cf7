"""`thimble history search`: messages and titles with all words of a query."""

from __future__ import annotations

import argparse
import sys
import time
from datetime import timedelta
from pathlib import Path

import msgspec

from assistant.errors import StoreError
from assistant.paths import find_paths
from assistant.store import Kind, Role, Store
from assistant.store.search import Filters, Found, Hit, Order, Searcher
from assistant.store.search_indexer import Indexer
from assistant.terminal.answering import printable
from assistant.terminal.unlocking import key_for

_SPEAKERS = {Role.USER: "You", Role.ASSISTANT: "Thimble", None: "Title"}
_WORTH_SAYING = 5_000
"""Messages from which reading them into the index takes a moment."""


def run_search(options: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    paths = find_paths(options.data_dir)
    path, key = paths.conversations, key_for(paths)
    # Says so when the store is damaged, or has to be brought up to date by the window first.
    Store.open(path, key=key, read_only=True).close()
    if path.exists():
        _learn(path, key)
    searcher = Searcher(path, key=key)
    try:
        found = searcher.search(options.query, _filters(options), limit=options.limit)
    finally:
        searcher.release()
    if options.json:
        print(msgspec.json.format(msgspec.json.encode([_as_dict(hit) for hit in found.hits])).decode())
    else:
        _print(found)
    return 0


def _learn(path: Path, key: bytes | None) -> None:
    """Bring the index up to date, as far as it can be written."""
    indexer = Indexer(path, key=key)
    try:
        if indexer.waiting() > _WORTH_SAYING:
            print("Reading all messages for the first search …", file=sys.stderr)
        while indexer.step():
            pass
    except StoreError as error:
        print(error.sentence, file=sys.stderr)
    finally:
        indexer.close()


def _filters(options: argparse.Namespace) -> Filters:
    until = options.until + timedelta(days=1) if options.until is not None else None
    return Filters(
        conversation_id=options.conversation,
        role=Role(options.role) if options.role else None,
        kind=Kind(options.kind) if options.kind else None,
        since=options.since.timestamp() if options.since is not None else None,
        until=until.timestamp() if until is not None else None,
        archived=not options.no_archived,
        order=Order.NEWEST if options.newest else Order.BEST,
    )


def _print(found: Found) -> None:
    if not found.hits:
        print("Nothing was found." if found.phrases else "There is no word in this to search for.")
    for hit in found.hits:
        title = " ".join(printable(hit.title).split()) or "(no title)"
        archived = ", archived" if hit.archived else ""
        when = time.strftime("%Y-%m-%d %H:%M", time.localtime(hit.created_at))
        print(f"{hit.conversation_id}  {title}  ({_SPEAKERS[hit.role]}, {when}{archived})")
        if hit.message_id is not None:
            print(f"    {printable(_marked(hit))}")
    if found.more:
        print("There is more; ask for it with --limit, or with more words.", file=sys.stderr)
    if found.waiting:
        print("Some messages could not be searched yet.", file=sys.stderr)


def _marked(hit: Hit) -> str:
    """Return the snippet with what was found between stars."""
    parts = []
    at = 0
    for mark in hit.snippet.marks:
        parts += [hit.snippet.text[at : mark.start], "*", hit.snippet.text[mark.start : mark.end], "*"]
        at = mark.end
    return "".join([*parts, hit.snippet.text[at:]])


def _as_dict(hit: Hit) -> dict[str, object]:
    return {
        "conversation_id": hit.conversation_id,
        "message_id": hit.message_id,
        "title": hit.title,
        "role": hit.role,
        "kind": hit.kind,
        "archived": hit.archived,
        "created_at": hit.created_at,
        "snippet": hit.snippet.text,
        "marks": [[mark.start, mark.end] for mark in hit.snippet.marks],
    }
