"""`thimble history check`, `backup` and `restore`: whether the conversations are whole, and copies of them."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path

import apsw

from assistant.errors import QT_TRANSLATE_NOOP, Bytes, StoreError, ThimbleError
from assistant.paths import Paths, find_paths
from assistant.settings import SettingsFile
from assistant.store import Store
from assistant.store.backups import Backup, BackupError, listed, row_counts, verify
from assistant.store.checking import NOT_WHOLE, check, is_marked
from assistant.store.database import connect
from assistant.store.failures import mark_damaged, told_to_user
from assistant.store.migrations import MIGRATIONS
from assistant.store.restoring import refuse_in_use, restore_to
from assistant.store.safekeeping import chosen_folder, make_backup
from assistant.terminal.asking import agreed, print_json
from assistant.terminal.unlocking import key_for

_NONE_YET = "There are no conversations yet. Begin one with: thimble chat"


def run_safety(options: argparse.Namespace) -> int:
    """Run the command and return its exit code: 1 when damage was found and stays."""
    paths = find_paths(options.data_dir)
    key = key_for(paths)
    if options.action == "check":
        return _check(paths.conversations, key, ask=not options.yes, as_json=options.json)
    if options.action == "backup":
        return _back_up(paths.conversations, key, options.folder, as_json=options.json)
    known = _known(paths)
    if options.backup is None:
        return _list(known, as_json=options.json)
    backup = _find(known, options.backup)
    if options.to is not None:
        restore_to(backup, options.to.absolute(), key=key, migrations=MIGRATIONS)
        if options.json:
            print_json({"restored": str(backup), "to": str(options.to.absolute())})
        else:
            print(f"The backup is now {options.to}")
        return 0
    return _restore(paths.conversations, key, backup, ask=not options.yes, as_json=options.json)


def _check(path: Path, key: bytes | None, *, ask: bool, as_json: bool) -> int:
    if not path.exists():
        _say({"whole": True, "conversations": 0, "messages": 0}, _NONE_YET, as_json=as_json)
        return 0
    with told_to_user(path):
        damage, counts = _damage(path, key)
    broken = _broken_backups(path, key)
    facts: dict[str, object] = {
        "whole": not damage,
        "damage": damage,
        "conversations": counts.get("conversation", 0),
        "messages": counts.get("message", 0),
        "backups": len(listed(path)),
        "damaged_backups": [one.path.name for one in broken],
    }
    if damage:
        return _repair(path, key, facts, ask=ask, as_json=as_json)
    text = (
        f"The file is whole. Conversations: {facts['conversations']}, messages: {facts['messages']}, "
        f"backups: {facts['backups']}."
    )
    if broken:
        text += f"\nDamaged backups: {', '.join(one.path.name for one in broken)}"
    _say(facts, text, as_json=as_json)
    return 1 if broken else 0


def _damage(path: Path, key: bytes | None) -> tuple[str, dict[str, int]]:
    """Return what is wrong with a store, empty for nothing, and how many rows its tables have."""
    if path.is_dir() or path.stat().st_size == 0:
        return "a folder" if path.is_dir() else "an empty file", {}
    connection = connect(path, key=key, read_only=True)
    try:
        check(connection, MIGRATIONS, path=path)
        # A store that was found damaged while it was in use is looked at by its next start; it may be whole again.
        return "", row_counts(connection)
    except NOT_WHOLE as error:
        return str(error) or type(error).__name__, {}
    finally:
        connection.close()


def _broken_backups(path: Path, key: bytes | None) -> list[Backup]:
    broken = []
    for backup in listed(path):
        try:
            verify(backup.path, key=key)
        except (apsw.Error, BackupError, UnicodeDecodeError):
            broken.append(backup)
    return broken


def _repair(path: Path, key: bytes | None, facts: dict[str, object], *, ask: bool, as_json: bool) -> int:
    if not as_json:
        print(f"The file is damaged: {facts['damage']}")
    if ask:
        if as_json:
            print_json({**facts, "repaired": False})
            return 1
        if not agreed("Repair it? The damaged file is kept."):
            return 1
    if not path.is_dir():
        refuse_in_use(path, key=key)
    if not is_marked(path):
        # However large the file is, the look that comes now is a thorough one.
        mark_damaged(path, "found by history check")
    with Store.open(path, key=key) as store:
        notices = [error.sentence for error in store.notices]
    _say({**facts, "repaired": True, "notices": notices}, "\n".join(notices), as_json=as_json)
    return 0


def _back_up(path: Path, key: bytes | None, folder: Path | None, *, as_json: bool) -> int:
    if not path.exists():
        raise StoreError(QT_TRANSLATE_NOOP("errors", "There are no conversations yet, so there is nothing to back up."))
    # A folder that was named is used as it is; only its last part may be made.
    made = make_backup(path, folder.absolute() if folder is not None else None, key=key)
    _say(
        {"backup": str(made), "bytes": made.stat().st_size},
        f"{made} ({Bytes(made.stat().st_size)})",
        as_json=as_json,
    )
    return 0


def _known(paths: Paths) -> list[Backup]:
    found = listed(paths.conversations)
    chosen = chosen_folder(SettingsFile(paths.settings).current.backup_folder)
    if chosen is not None:
        found += listed(paths.conversations, chosen)
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def _list(known: list[Backup], *, as_json: bool) -> int:
    if as_json:
        print_json(
            [
                {
                    "number": number,
                    "file": str(one.path),
                    "made_at": one.made_at.isoformat(),
                    "bytes": one.size,
                    "replaced": one.replaced,
                }
                for number, one in enumerate(known, start=1)
            ]
        )
        return 0
    if not known:
        print("There are no backups yet. Make one with: thimble history backup")
    for number, one in enumerate(known, start=1):
        note = "  (before another was restored)" if one.replaced else ""
        print(f"{number:>3}  {_date(one.made_at)}  {Bytes(one.size)!s:>8}  {one.path}{note}")
    return 0


def _find(known: list[Backup], wanted: str) -> Path:
    if wanted.isdecimal() and 0 < int(wanted) <= len(known):
        return known[int(wanted) - 1].path
    for one in known:
        if one.path.name == wanted:
            return one.path
    if Path(wanted).is_file():
        return Path(wanted).absolute()
    raise ThimbleError(
        QT_TRANSLATE_NOOP("errors", "There is no backup {backup}; “history restore” lists the backups there are."),
        backup=wanted,
    )


def _restore(path: Path, key: bytes | None, backup: Path, *, ask: bool, as_json: bool) -> int:
    if path.is_file():
        refuse_in_use(path, key=key)
    if ask:
        question = f"Replace all conversations by those in {backup.name}? What is there now is backed up first."
        if not agreed(question):
            return 1
    with Store.open(path, key=key) as store:
        for error in store.notices:
            print(error.sentence, file=sys.stderr)
        before = store.restore(backup)
        count = len(store.conversations())
    _say(
        {"restored": str(backup), "before": str(before), "conversations": count},
        f"Restored. Conversations: {count}. What was there before: {before}",
        as_json=as_json,
    )
    return 0


def _say(facts: dict[str, object], text: str, *, as_json: bool) -> None:
    if as_json:
        print_json(facts)
    else:
        print(text)


def _date(moment: datetime) -> str:
    return moment.astimezone().strftime("%Y-%m-%d %H:%M")
