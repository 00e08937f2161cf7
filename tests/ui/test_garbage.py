import gc
import threading
import weakref

from PySide6.QtCore import QObject

from ui.garbage import CycleCollector


class Cycle(QObject):
    """Only the collector frees it: it refers to itself."""

    def __init__(self):
        super().__init__()
        self.me = self


def allocate():
    """Enough to make Python's own collector run several times."""
    for _ in range(200):
        kept = [[number] for number in range(1_000)]
    return kept


def test_other_threads_never_free_what_qt_owns_and_the_window_does(qtbot):
    freed_on = []
    watched = [weakref.ref(Cycle(), lambda _gone: freed_on.append(threading.current_thread())) for _ in range(20)]
    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert freed_on == []
    kept = allocate()  # what is freed again at once is no reason to collect
    assert kept
    qtbot.waitUntil(lambda: len(freed_on) == len(watched), timeout=60_000)
    assert set(freed_on) == {threading.main_thread()}


def test_afterwards_python_collects_again(qapp):
    was_on = gc.isenabled()
    collector = CycleCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    if not was_on:
        gc.disable()  # the collector of all tests goes on
