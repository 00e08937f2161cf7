"""Reference cycles are freed on the window's thread alone.

Python frees them on whichever thread happens to allocate. When that is another one and a cycle holds an object of Qt,
its end takes one of Qt's locks and then waits for the interpreter, while the window's thread, which has the
interpreter, may be waiting for that lock in `connect`: both stand still for ever (seen with PySide6 6.11).
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Slot


class CycleCollector(QObject):
    """Takes the collection over from Python, with its own measures of when; nothing runs while nothing happens."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Begin; needs a `QCoreApplication`, on the window's thread."""
        super().__init__(parent)
        gc.disable()
        # Each time the window has done what there was to do: no timer wakes an idle program.
        QAbstractEventDispatcher.instance().aboutToBlock.connect(self.collect)

    @Slot()
    def collect(self) -> None:
        """Collect the generations that are due, as Python would."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        due = [place for place in range(3) if counts[place] > thresholds[place]]
        # As in Python, the older ones wait for the youngest.
        if due and due[0] == 0:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Give the collection back to Python."""
        dispatcher = QAbstractEventDispatcher.instance()
        if dispatcher is not None:
            dispatcher.aboutToBlock.disconnect(self.collect)
        gc.enable()


def keep_for_good() -> None:
    """Leave what is there out of all later collections: what the start has made lives as long as the program."""
    gc.collect()
    gc.freeze()
