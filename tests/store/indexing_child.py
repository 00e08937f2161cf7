"""Keeps the search index of a store while another thread writes messages, until it is killed."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

from assistant.errors import StoreError
from assistant.store import Role, Store
from assistant.store.search_indexer import Indexer


def write(path: Path) -> None:
    with Store.open(path) as store:
        while True:
            conversation = store.create_conversation(title="Killed")
            parent_id = None
            for number in range(30):
                message = store.add_message(
                    conversation.id, parent_id=parent_id, role=Role.USER, text=f"pear{conversation.id}x{number} 東京"
                )
                parent_id = message.id
            if conversation.id % 3 == 0:
                store.delete_conversation(conversation.id)
                store.purge_deleted(-1)


def main() -> None:
    path = Path(sys.argv[1])
    Store.open(path).close()
    threading.Thread(target=write, args=(path,), daemon=True).start()
    indexer = Indexer(path)
    while True:
        try:
            done = indexer.step()
        except StoreError:
            continue  # busy
        os.write(1, f"{done}\n".encode())


if __name__ == "__main__":
    main()
