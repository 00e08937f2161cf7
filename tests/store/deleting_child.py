"""Makes, deletes and removes conversations for good until it is killed, printing what has been done."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assistant.store import Role, Store


def main() -> None:
    with Store.open(Path(sys.argv[1])) as store:
        while True:
            for fate in ("kept", "gone"):
                conversation_id = store.create_conversation(title=fate).id
                parent_id = None
                for number in range(40):
                    text = f"{fate} {number} " * 40
                    message = store.add_message(conversation_id, parent_id=parent_id, role=Role.USER, text=text)
                    parent_id = message.id
                if fate == "kept":
                    os.write(1, f"kept {conversation_id}\n".encode())
            store.delete_conversation(conversation_id)
            store.discard([conversation_id])
            os.write(1, f"gone {conversation_id}\n".encode())
            while store.purge_step(messages=5):
                os.write(1, b"step 0\n")
            if conversation_id % 4 == 0:
                store.erase_leftovers()
                os.write(1, b"erased 0\n")


if __name__ == "__main__":
    main()
