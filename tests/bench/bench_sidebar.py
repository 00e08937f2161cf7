"""How quick is the left side with 10,000 conversations in 40 folders?

Everything is measured in one process against the same list with 100 conversations.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from assistant.settings import Theme
from assistant.store import Role, Store
from ui.sidebar.panel import Sidebar
from ui.theme import ThemeManager

COUNTS = (100, 10_000)
FOLDERS = 40
ROUNDS = 15


def main() -> int:
    """Fill two stores and compare."""
    qt = QApplication.instance() or QApplication(sys.argv[:1])
    theme = ThemeManager(Theme.LIGHT)
    theme.apply(qt)
    found: dict[str, list[float]] = {}
    for count in COUNTS:
        with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / "conversations.db") as store:
            ids = _fill(store, count)
            side = Sidebar(store, theme)
            side.resize(260, 760)
            side.show()
            side.list.refresh()
            qt.processEvents()
            for name, work in _works(side, store, ids).items():
                found.setdefault(name, []).append(_median_ms(qt, work))
            side.close()
    print(f"{'':44}{COUNTS[0]:>12,}{COUNTS[1]:>12,} conversations, ms (median of {ROUNDS})")
    for name, times in found.items():
        print(f"{name:44}{times[0]:12.1f}{times[1]:12.1f}   x {times[1] / times[0]:.1f}")
    return 0


def _fill(store: Store, count: int) -> list[int]:
    folders = [store.create_folder(f"Folder {number}").id for number in range(FOLDERS)]
    now = time.time()
    with store._database.transaction() as database:
        for number in range(count):
            database.write(
                """INSERT INTO conversation (title, system_text, created_at, updated_at, uid, folder_id, archived)
                   VALUES (?, 'You are a helpful assistant.', ?, ?, ?, ?, ?)""",
                (
                    f"Conversation {number} about lighthouses and soup",
                    now - number * 3600,
                    now - number * 3600,
                    str(number),
                    folders[number % FOLDERS] if number % 3 == 0 else None,
                    number % 5 == 0,
                ),
            )
    return [one.id for one in store.conversations(archived=None)]


def _works(side: Sidebar, store: Store, ids: list[int]) -> dict[str, Callable[[int], object]]:
    chosen = [store.conversation(id_) for id_ in ids[: len(ids) // 2]]

    def renamed(number: int) -> None:
        store.rename(ids[number], f"Another title {number} {time.time()}")
        side.list.refresh()

    def used(number: int) -> None:
        store.add_message(ids[-1 - number], parent_id=None, role=Role.USER, text="x")
        side.list.refresh()

    def delete(_: int) -> None:
        side.list.delete(chosen)
        side.undo_bar.undo()

    return {
        "read again, nothing changed": lambda _: side.list.refresh(),
        "read again, one title changed": renamed,
        "read again, one moved to the top": used,
        "a letter typed into the search": lambda number: side.search.setText("soup"[: number % 5]),
        "close or open a folder": lambda _: side.list._toggle(side.list.conversations.row(_folder(side))),
        "select all": lambda _: side.list.selectAll(),
        "select none": lambda _: side.list.clear_selection(),
        "delete half of them and take it back": delete,
    }


def _folder(side: Sidebar) -> object:
    return side.list.conversations.index_where(lambda row: row.folder is not None and row.conversation is None)


def _median_ms(qt: QApplication, work: Callable[[int], object]) -> float:
    times = []
    for number in range(ROUNDS):
        begun = time.perf_counter()
        work(number)
        qt.processEvents()
        times.append((time.perf_counter() - begun) * 1e3)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
