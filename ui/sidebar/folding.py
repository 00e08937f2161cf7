"""Which folders are closed and whether the archive is open, kept from one start to the next."""

from __future__ import annotations

import json

from assistant.errors import StoreError
from assistant.store import Store

_KEY = "sidebar_toggled"


def load_toggled(store: Store) -> set[str]:
    """Return the keys of the headings that are not as they are at first; none when they can't be read."""
    try:
        keys = json.loads(store.get_state(_KEY, "[]"))
    except (StoreError, ValueError):
        return set()
    return {key for key in keys if isinstance(key, str)} if isinstance(keys, list) else set()


def save_toggled(store: Store, keys: frozenset[str]) -> None:
    """Keep the keys of the headings that are not as they are at first.

    Raises:
        StoreError: They can't be kept.
    """
    store.set_state(_KEY, json.dumps(sorted(keys)))
