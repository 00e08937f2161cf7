"""Does one kind of work with a store until it is killed, printing what is done: `killed_child.py KIND FILE`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from assistant.store import Role, Store
from assistant.store.backups import listed
from assistant.store.migrations import MIGRATIONS, Migration
from assistant.store.safekeeping import make_backup

LATER = (
    *MIGRATIONS,
    Migration("2099-01 words", "CREATE TABLE word (text TEXT) STRICT; INSERT INTO word SELECT text FROM message"),
    Migration("2099-02 mood", "ALTER TABLE message ADD COLUMN mood TEXT; UPDATE message SET mood = 'good'"),
)


def say(words: str) -> None:
    os.write(1, f"{words}\n".encode())


def write(path: Path) -> None:
    """Add conversations with messages, edits and deletions; each is told once it is saved."""
    with Store.open(path) as store:
        say("ready")
        while True:
            one = store.create_conversation(title="new")
            parent_id = None
            for number in range(5):
                text = f"{one.id}-{number} " * 200
                parent_id = store.add_message(one.id, parent_id=parent_id, role=Role.USER, text=text).id
                say(f"message {parent_id} {one.id}-{number}")
            store.rename(one.id, f"renamed {one.id}")
            say(f"renamed {one.id}")


def back_up(path: Path) -> None:
    """Write and back up in turn."""
    with Store.open(path) as store:
        say("ready")
        while True:
            one = store.create_conversation(title="new")
            say(f"conversation {one.id}")
            say(f"backup {make_backup(path).name}")


def migrate(path: Path) -> None:
    """Bring the schema up to date."""
    say("ready")
    Store.open(path, migrations=LATER).close()
    say("migrated")


def restore(path: Path) -> None:
    """Restore the two backups there are in turn."""
    with Store.open(path) as store:
        backups = [backup.path for backup in listed(path) if not backup.replaced]
        say("ready")
        while True:
            for backup in backups:
                store.restore(backup)
                say(f"restored {backup.name}")


def repair(path: Path) -> None:
    """Open a damaged store."""
    say("ready")
    Store.open(path).close()
    say("repaired")


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]))
