import threading

from ui.models_dialog.reader import LibraryReader


class Models:
    """Reads as slowly as a test wants."""

    def __init__(self):
        self.go_on = threading.Event()
        self.reads = 0

    def installed(self):
        self.reads += 1
        number = self.reads
        self.go_on.wait()
        return [number]


def test_what_was_read_arrives_on_the_windows_thread(qtbot):
    models = Models()
    models.go_on.set()
    reader = LibraryReader(models)
    threads = []
    reader.read.connect(lambda _found: threads.append(threading.current_thread()))
    with qtbot.waitSignal(reader.read) as read:
        reader.start()
    assert read.args == [[1]]
    assert threads == [threading.main_thread()]
    reader.stop()


def test_what_was_asked_for_meanwhile_is_read_once_more_and_the_old_is_not_told(qtbot):
    models = Models()
    reader = LibraryReader(models)
    told = []
    reader.read.connect(told.append)
    for _ in range(3):
        reader.start()
    models.go_on.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == [[2]]
    reader.stop()


def test_after_stop_nothing_is_told_and_nothing_read(qtbot):
    models = Models()
    models.go_on.set()
    reader = LibraryReader(models)
    told = []
    reader.read.connect(told.append)
    reader.start()
    reader.stop()
    reader.start()
    qtbot.wait(50)
    assert told == []
    assert models.reads == 1
