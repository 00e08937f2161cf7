"""What searching costs with very many messages, and what the store and the window cost then.

Run with the program's root on the path: `python tests/bench/bench_search.py [MESSAGES]` (1,000,000 by default, which
takes some minutes and 1.5 GB of disk). The last part opens a real window, drawn into memory.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

import apsw
import psutil

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from assistant.store import Kind, Role, Store
from assistant.store.search import Filters, Order, Searcher
from assistant.store.search_index import search_path
from assistant.store.search_indexer import Indexer
from tests.bench.generated_store import Words, fill

QUERIES = 400


def timed(action: Callable[[], object]) -> float:
    """Return how long an action took, in milliseconds."""
    start = time.perf_counter()
    action()
    return 1000 * (time.perf_counter() - start)


def show(what: str, times: list[float], peer: str = "", peer_times: list[float] | None = None) -> None:
    """Print median, 95th percentile and slowest, with the ratio to a peer measured in the same run."""
    high = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    line = f"{what:<46} median {median(times):8.2f}  p95 {high:8.2f}  slowest {max(times):8.2f} ms"
    if peer_times:
        line += f"   {median(times) / median(peer_times):6.3f} x {peer} ({median(peer_times):.1f} ms)"
    print(line, flush=True)


def queries(words: Words, seed: int) -> dict[str, list[str]]:
    """Return what people might type, by kind; every kind in all scripts."""
    choose = random.Random(seed)
    scripts = list(words.vocabularies.values())

    def word(first: int, last: int) -> str:
        return choose.choice(scripts)[choose.randrange(first, last)]

    makers: dict[str, Callable[[], str]] = {
        "a common word": lambda: word(0, 20) + " ",
        "a rare word": lambda: word(5_000, 20_000) + " ",
        "one letter": lambda: word(0, 50)[0],
        "the beginning of a word": lambda: word(0, 20_000)[: choose.randint(1, 5)],
        "two common words": lambda: f"{word(0, 20)} {word(0, 20)} ",
        "a common and a rare word": lambda: f"{word(0, 20)} {word(3_000, 20_000)} ",
        "a phrase of common words": lambda: f'"{word(0, 20)} {word(0, 20)}"',
        "three words, the last not finished": lambda: f"{word(0, 50)} {word(0, 200)} {word(0, 50)[:2]}",
        "what occurs nowhere": lambda: word(0, 50) + "qqqq" + word(0, 50) + " ",
    }
    return {name: [make() for _ in range(max(20, QUERIES // len(makers)))] for name, make in makers.items()}


def bench_indexing(path: Path, messages: int) -> None:
    """Making the index, while somebody else adds messages."""
    indexer = Indexer(path)
    done = threading.Event()
    writes: list[float] = []

    def write() -> None:
        with Store.open(path) as store:
            conversation = store.create_conversation(title="Meanwhile").id
            parent = None
            while not done.wait(0.05):
                start = time.perf_counter()
                parent = store.add_message(conversation, parent_id=parent, role=Role.USER, text="while indexing").id
                writes.append(1000 * (time.perf_counter() - start))

    writer = threading.Thread(target=write)
    writer.start()
    start = time.perf_counter()
    while indexer.step():
        pass
    took = time.perf_counter() - start
    done.set()
    writer.join()
    while indexer.step():
        pass
    indexer.close()
    sizes = path.stat().st_size / 1e6, search_path(path).stat().st_size / 1e6
    print(
        f"indexing: {took:.1f} s, {messages / took:,.0f} messages a second; "
        f"store {sizes[0]:.0f} MB, index {sizes[1]:.0f} MB"
    )
    if writes:
        show("adding a message while all is indexed", writes)


def bench_searching(path: Path, words: Words) -> None:
    """Searches of many kinds, against reading all texts with LIKE."""
    searcher = Searcher(path)
    searcher.search("warm ")
    everything: list[float] = []
    for name, wanted in queries(words, 2).items():
        times = []
        hits = 0
        for query in wanted:
            start = time.perf_counter()
            hits += len(searcher.search(query).hits)
            times.append(1000 * (time.perf_counter() - start))
        everything += times
        show(f"{name} ({hits / len(wanted):.0f} hits)", times)
    latin = words.vocabularies["latin"]
    for name, filters in {
        "in one conversation": Filters(conversation_id=1),
        "only summaries": Filters(kind=Kind.SUMMARY),
        "only mine, of last week": Filters(role=Role.USER, since=time.time() - 7 * 86_400),
        "older than a year, newest first": Filters(until=time.time() - 365 * 86_400, order=Order.NEWEST),
    }.items():
        times = [
            timed(lambda query=query, filters=filters: searcher.search(query, filters))
            for query in latin[:20] + latin[9_000:9_020]
        ]
        everything += times
        show(f"a word {name}", times)
    bare = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    like = [
        timed(
            lambda word=word: bare.execute(
                "SELECT id FROM message WHERE text LIKE ? LIMIT 60", (f"%{word}%",)
            ).fetchall()
        )
        for word in latin[15_000:15_003]
    ]
    bare.close()
    searcher.release()
    show("ALL SEARCHES", everything, "LIKE over all texts", like)


def bench_store(path: Path) -> None:
    """Opening a conversation of 10,000 messages and adding a message."""
    with Store.open(path) as store:
        show(
            "path() of 10,000 messages and its last 20",
            [timed(lambda: store.messages([head.id for head in store.path(1)[-20:]])) for _ in range(20)],
        )
        conversation = store.create_conversation().id
        show(
            "adding a message",
            [
                timed(lambda: store.add_message(conversation, parent_id=None, role=Role.USER, text="words " * 50))
                for _ in range(200)
            ],
        )


def bench_window(folder: Path) -> None:
    """A real window over the store: opening the long conversation to its end, and memory; in a process of its own."""
    subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), "--window", str(folder)],
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


def in_window(folder: Path) -> None:
    """What `bench_window` runs."""
    from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from assistant.app import build
    from ui.chat.controller import ChatController
    from ui.main_window import MainWindow
    from ui.theme import ThemeManager
    from ui.worker import EngineThread

    qt = QApplication([])
    theme = ThemeManager()
    theme.apply(qt)
    start = time.perf_counter()
    app = build(folder)
    print(f"{'opening the checked store':<46} {1000 * (time.perf_counter() - start):.0f} ms")
    worker = EngineThread(app.jobs)
    controller = ChatController(app, worker)
    window = MainWindow(theme, app.settings)
    window.fill(app, controller)
    window.resize(1000, 700)
    window.show()
    window.begin()
    other = app.store.create_conversation(title="Other").id
    times = []
    for _ in range(10):
        window.open_conversation(other)
        qt.processEvents()
        start = time.perf_counter()
        window.open_conversation(1)
        while window.page.transcript.is_working or not window.page.transcript.shown_messages():
            qt.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
        window.grab()
        times.append(1000 * (time.perf_counter() - start))
    show("window: 10,000 messages to its end, painted", times)
    gaps: list[float] = []
    clock = QElapsedTimer()
    beat = QTimer()
    beat.timeout.connect(lambda: gaps.append(clock.restart()))
    beat.start(5)
    clock.start()
    for query in ("e", "ta", "的", "на", "th", "tha"):
        window.search_all(query)
        _until(lambda: not window.finder.is_searching)
    show("window: between two beats of 5 ms, searching", gaps)
    window.open_conversation(1)
    window.finder.open_here()
    found: list[float] = []
    for query in ("e", "ta", "tha", "zzzz"):
        window.finder.here.bar.field.setText("")
        _until(lambda: not window.finder.here.bar.count.text())
        start = time.perf_counter()
        window.finder.here.bar.field.setText(query)
        _until(lambda: bool(window.finder.here.bar.count.text()))
        found.append(1000 * (time.perf_counter() - start))
    show("window: Ctrl+F in 10,000 messages, to the place", found)
    # The index is made anew while the window is used.
    window.finder.shut_down()
    search_path(folder / "conversations.db").unlink()
    window.finder.resume()
    gaps.clear()
    clock.restart()
    end = time.perf_counter() + 8
    _until(lambda: time.perf_counter() > end)
    show("window: between two beats of 5 ms, indexing", gaps)
    memory = psutil.Process().memory_full_info()
    print(f"memory of the window: {memory.uss / 1e6:.0f} MB of its own, {memory.rss / 1e6:.0f} MB with what it shares")
    window.close()
    controller.shutdown()
    worker.stop()
    app.close()


def _until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so; other threads get their turn as in the program."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    timer = QTimer()
    timer.timeout.connect(lambda: loop.quit() if is_so() else None)
    timer.start(2)
    loop.exec()


def main() -> None:
    """Print every measurement."""
    if sys.argv[1:2] == ["--window"]:
        in_window(Path(sys.argv[2]))
        return
    messages = int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory(prefix="thimble-bench-") as name:
        path = Path(name) / "conversations.db"
        words = Words()
        start = time.perf_counter()
        fill(path, messages, words=words)
        print(f"{messages:,} messages made in {time.perf_counter() - start:.0f} s")
        bench_indexing(path, messages)
        bench_searching(path, words)
        bench_store(path)
        bench_window(Path(name))


if __name__ == "__main__":
    main()
