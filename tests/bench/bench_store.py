"""What the store costs: showing a long conversation, and saving an answer while it streams.

Run with the program's root on the path: `python tests/bench/bench_store.py`.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import apsw

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.store import MessageState, Role, Store

MESSAGES = 10_000
SCREEN = 50
ROUNDS = 15
STREAMS = (2_000, 20_000, 100_000)
"""Characters of an answer saved every 100 characters."""
STEP = 100


def milliseconds(action: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of an action."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


def show(what: str, took: float, peer: str = "", peer_took: float = 0.0) -> None:
    """Print one line, with the ratio to a peer measured in the same run."""
    ratio = f"   {took / peer_took:5.2f} x {peer} ({peer_took:.3f} ms)" if peer else ""
    print(f"{what:<52} {took:9.3f} ms{ratio}")


def filled(folder: Path) -> tuple[Store, int]:
    """Return a store with one conversation of `MESSAGES` messages of 600 characters, every tenth with alternatives."""
    store = Store.open(folder / "long.db")
    conversation_id = store.create_conversation(title="Long").id
    parent_id = None
    for number in range(MESSAGES):
        role = Role.ASSISTANT if number % 2 else Role.USER
        if number % 10 == 9:
            store.add_message(conversation_id, parent_id=parent_id, role=role, text="another answer " * 40)
        parent_id = store.add_message(conversation_id, parent_id=parent_id, role=role, text="some words " * 55).id
    return store, conversation_id


def bench_long_conversation(folder: Path) -> None:
    """Reading, choosing and adding in a conversation of `MESSAGES` messages, against bare SQL."""
    store, conversation_id = filled(folder)
    ids = [head.id for head in store.path(conversation_id)]
    bare = apsw.Connection(str(folder / "long.db"), flags=apsw.SQLITE_OPEN_READONLY)

    def bare_heads() -> None:
        bare.execute(
            "SELECT id, parent_id, role, state, length, chosen FROM message WHERE conversation_id = ?",
            (conversation_id,),
        ).fetchall()

    def bare_texts(wanted: list[int]) -> None:
        for id_ in wanted:
            bare.execute("SELECT * FROM message WHERE id = ?", (id_,)).fetchall()

    show(
        f"path() of {MESSAGES} messages",
        milliseconds(lambda: store.path(conversation_id)),
        "bare SELECT",
        milliseconds(bare_heads),
    )
    for count in (SCREEN, MESSAGES):
        wanted = ids[-count:]
        show(
            f"messages() of {count}",
            milliseconds(lambda wanted=wanted: store.messages(wanted)),
            "bare SELECTs",
            milliseconds(lambda wanted=wanted: bare_texts(wanted)),
        )
    show("path_messages()", milliseconds(lambda: store.path_messages(conversation_id)))
    show("path_messages(upto=last)", milliseconds(lambda: store.path_messages(conversation_id, ids[-1])))
    show("choose_alternative()", milliseconds(lambda: store.choose_alternative(ids[9])))
    show("conversations()", milliseconds(store.conversations))
    show("set_draft() of 5 MB", milliseconds(lambda: store.set_draft(conversation_id, "x" * 5_000_000), 5))
    store.set_draft(conversation_id, "")
    show("back_up()", milliseconds(store.back_up, 3))
    bare.close()
    show("close()", milliseconds(store.close, 1))
    show("Store.open(), checked", milliseconds(lambda: Store.open(folder / "long.db").close(), 5))
    show(
        "Store.open(read_only=True), checked",
        milliseconds(lambda: Store.open(folder / "long.db", read_only=True).close(), 5),
    )


def stream(save: Callable[[str], object], length: int) -> list[float]:
    """Save a growing text every `STEP` characters; return the seconds of each."""
    times = []
    text = ""
    while len(text) < length:
        text += "x" * STEP
        start = time.perf_counter()
        save(text)
        times.append(time.perf_counter() - start)
    return times


def bench_streaming(folder: Path) -> None:
    """Saving an answer as it grows, against a bare apsw loop that writes the same text into a one-row table."""
    store = Store.open(folder / "stream.db")
    conversation_id = store.create_conversation().id
    bare = apsw.Connection(str(folder / "bare.db"))
    bare.execute("PRAGMA journal_mode = WAL").fetchall()
    bare.execute("PRAGMA synchronous = NORMAL")
    bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT")
    bare.execute("INSERT INTO answer VALUES (1, '')")
    for length in STREAMS:
        ours: list[float] = []
        theirs: list[float] = []
        for _ in range(max(3, 60_000 // length)):
            message = store.add_message(
                conversation_id, parent_id=None, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
            )
            ours += stream(lambda text, id_=message.id: store.update_streaming(id_, text), length)
            store.finish_message(message.id, text="x" * length, state=MessageState.COMPLETE)
            theirs += stream(lambda text: bare.execute("UPDATE answer SET text = ? WHERE id = 1", (text,)), length)
        show(
            f"update_streaming(), answer of {length} characters",
            1000 * median(ours),
            "bare UPDATE",
            1000 * median(theirs),
        )
        show("    slowest", 1000 * max(ours), "bare", 1000 * max(theirs))
    bare.close()
    store.close()


def main() -> None:
    """Print every measurement."""
    with tempfile.TemporaryDirectory(prefix="thimble-bench-") as name:
        bench_long_conversation(Path(name))
        bench_streaming(Path(name))


if __name__ == "__main__":
    main()
