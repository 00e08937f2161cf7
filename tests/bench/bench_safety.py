"""What safety costs with 500 MB of conversations: the start, the thorough look, backing up, restoring, repairing.

Run with the program's root on the path: `python tests/bench/bench_safety.py`.
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.store import Role, Store
from assistant.store.backups import back_up_file
from assistant.store.checking import check_thoroughly

CONVERSATIONS, MESSAGES = 500, 350_000
KEY = bytes(range(32))


def filled(path: Path, key: bytes | None) -> None:
    """Make a store of about 500 MB: texts of 1,200 characters."""
    with Store.open(path, key=key) as store, store._database.transaction() as database:
        for number in range(CONVERSATIONS):
            database.write(
                "INSERT INTO conversation (title, system_text, created_at, updated_at, uid) VALUES ('t', '', 1, 1, ?)",
                (str(number),),
            )
        database.connection.executemany(
            """INSERT INTO message (conversation_id, chosen, role, state, length, created_at, model, text)
               VALUES (?, ?, 'user', 'complete', 1200, 1, '', ?)""",
            (
                (number % CONVERSATIONS + 1, number < CONVERSATIONS, (f"{number} words and so on " * 60)[:1200])
                for number in range(MESSAGES)
            ),
        )


def timed(what: str, action: object, *, against: float = 0.0) -> float:
    """Run an action once and print how long it took, with the ratio to another time."""
    start = time.perf_counter()
    action()  # type: ignore[operator]
    took = time.perf_counter() - start
    print(f"{what:<46} {took:8.2f} s" + (f"   {took / against:5.2f} x copying the file" if against else ""))
    return took


def adding(path: Path, key: bytes | None) -> None:
    """Print the median time of adding a message, alone and while a backup is being made."""
    with Store.open(path, key=key) as store:
        one = store.create_conversation().id

        def add() -> float:
            start = time.perf_counter()
            store.add_message(one, parent_id=None, role=Role.USER, text="some words " * 50)
            return 1000 * (time.perf_counter() - start)

        alone = median(add() for _ in range(200))
        thread = threading.Thread(target=back_up_file, args=(path,), kwargs={"key": key})
        thread.start()
        beside = []
        while thread.is_alive():
            beside.append(add())
        thread.join()
        print(
            f"{'adding a message, median':<46} {alone:8.2f} ms alone, {median(beside):.2f} ms during a backup "
            f"(longest {max(beside):.0f} ms)"
        )


def bench(folder: Path, key: bytes | None) -> None:
    """Print all of it for one form of the file."""
    path = folder / "conversations.db"
    filled(path, key)
    print(f"{'encrypted' if key else 'plain'}, {path.stat().st_size / 1e6:.0f} MB, {MESSAGES} messages")
    copied = timed("copying the file", lambda: shutil.copyfile(path, folder / "copy"))
    (folder / "copy").unlink()
    timed("opening it", lambda: Store.open(path, key=key).close())
    timed("looking at all of it", lambda: check_thoroughly(path, key=key, cancelled=lambda: False), against=copied)
    made: list[Path] = []
    timed("a backup, verified", lambda: made.append(back_up_file(path, key=key)), against=copied)
    with Store.open(path, key=key) as store:
        timed("restoring it, with what was there kept", lambda: store.restore(made[0]), against=copied)
    adding(path, key)
    for backup in (folder / "backups").iterdir():
        backup.unlink()
    with path.open("r+b") as file:
        file.write(b"\xff" * 4096)
    timed("repairing it without a backup", lambda: Store.open(path, key=key).close(), against=copied)
    print(f"{'most memory so far':<46} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:8.0f} MB\n")


if __name__ == "__main__":
    for form in (None, KEY):
        with tempfile.TemporaryDirectory(prefix="thimble-bench-") as folder:
            bench(Path(folder), form)
