"""Empties the bin: at the start, every few hours, and when the user says so, without the window standing still."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from assistant.errors import StoreError
from assistant.store import Store
from assistant.store.bin import KEEP_SECONDS
from ui.sentences import sentence

BEGIN_MS = 2_000
AGAIN_MS = 6 * 3600 * 1000
"""A window may stay open for weeks."""

ERASE_AT_ONCE_BYTES = 4_000_000
"""A file of this size is written anew in some 15 ms; a larger one when the program ends (see `App.close`)."""

_STEP_MS = 10
"""Between two steps, so that what the user does comes first."""

_log = logging.getLogger(__name__)


class BinKeeper(QObject):
    """Removes for good what has been in the bin for 30 days, and what the user removes from it, in small steps."""

    purged = Signal()
    """Nothing that was removed for good is in the store any more."""
    discarded = Signal()
    """The bin holds less than before."""
    failed = Signal(str)
    """A sentence: what the user asked for could not be done."""

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        """Do nothing yet; see `begin`."""
        super().__init__(parent)
        self._store = store
        self._steps = QTimer(self)
        self._steps.setInterval(_STEP_MS)
        self._steps.timeout.connect(self._step)
        self._again = QTimer(self)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.remove_old)

    def begin(self) -> None:
        """Look a moment after the start, when the window has what it needs, and every few hours."""
        QTimer.singleShot(BEGIN_MS, self, self.remove_old)
        self._again.start()

    def remove_old(self) -> None:
        """Remove for good what was deleted 30 days ago, and go on with what an earlier run had begun."""
        try:
            if self._store.discard_older(KEEP_SECONDS):
                self.discarded.emit()
        except StoreError as error:
            _log.warning("the bin was not emptied: %s", type(error).__name__)
            return
        self._steps.start()

    def remove(self, ids: Sequence[int]) -> None:
        """Remove conversations in the bin for good."""
        try:
            self._store.discard(ids)
        except StoreError as error:
            self.failed.emit(sentence(error))
            return
        self.discarded.emit()
        self._steps.start()

    def stop(self) -> None:
        """Leave the rest to the next start."""
        self._steps.stop()
        self._again.stop()

    def _step(self) -> None:
        try:
            if self._store.purge_step():
                return
            if self._store.has_leftovers:
                self._store.erase_leftovers(at_most_bytes=ERASE_AT_ONCE_BYTES)
        except StoreError as error:
            # A full disk or another program: what is left is out of sight, and the next start goes on.
            _log.warning("the bin was not emptied: %s", type(error).__name__)
        self._steps.stop()
        self.purged.emit()
