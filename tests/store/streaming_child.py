"""Streams answers into a store until it is killed, printing what has been saved."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assistant.store import MessageState, Role, Store


def text_of_length(length: int) -> str:
    """A text whose every beginning is known, with characters of one to four bytes."""
    return ("aé€😀" * (length // 4 + 1))[:length]


def main() -> None:
    with Store.open(Path(sys.argv[1])) as store:
        conversation_id = store.create_conversation().id
        parent_id = None
        while True:
            message = store.add_message(
                conversation_id, parent_id=parent_id, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
            )
            parent_id = message.id
            for length in range(1, 5000, 7):
                store.update_streaming(message.id, text_of_length(length))
                os.write(1, f"{message.id} streaming {length}\n".encode())
            store.finish_message(message.id, text=text_of_length(5000), state=MessageState.COMPLETE)
            os.write(1, f"{message.id} complete 5000\n".encode())


if __name__ == "__main__":
    main()
