"""One window per data folder, without a socket: a lock file, and a file that asks the first window to come up."""

from __future__ import annotations

import os
import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError

ANSWER_SECONDS = 3.0
"""How long the first window has to answer."""


class NoAnswerError(ThimbleError):
    """The first window does not answer."""


def request_file(lock_path: Path) -> Path:
    """Return the file whose appearance asks the first window to come up."""
    return lock_path.with_suffix(".raise")


def acquire(lock_path: Path) -> QLockFile | None:
    """Take the lock of the data folder; None when a running window holds it.

    Keep what is returned: the lock ends with it. A lock left by a killed program does not count.

    Raises:
        ThimbleError: The folder can't be made or written.
    """
    try:
        lock_path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unusable(lock_path.parent, str(error)) from error
    lock = QLockFile(str(lock_path))
    lock.setStaleLockTime(0)  # only a dead holder makes it stale, never its age
    if lock.tryLock(0):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        return None
    raise _unusable(lock_path.parent, lock.error().name)


def raise_first(lock_path: Path) -> None:
    """Ask the window that holds the lock to come up, and wait until it has.

    Raises:
        NoAnswerError: It does not answer.
        ThimbleError: The folder can't be written.
    """
    request = request_file(lock_path)
    try:
        request.write_text(str(os.getpid()), encoding="ascii")
        until = time.monotonic() + ANSWER_SECONDS
        while time.monotonic() < until:
            if not request.exists():
                return
            time.sleep(0.02)
        request.unlink(missing_ok=True)
    except OSError as error:
        raise _unusable(lock_path.parent, str(error)) from error
    raise NoAnswerError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Thimble is already running but does not answer. Close it in the system's list of programs, then start it "
            "again.",
        )
    )


class RaiseRequests(QObject):
    """Notices when a second start asks the window to come up."""

    raised = Signal()

    def __init__(self, lock_path: Path, parent: QObject | None = None) -> None:
        """Watch the folder of `lock_path`."""
        super().__init__(parent)
        self._request = request_file(lock_path)
        self._watcher = QFileSystemWatcher([str(lock_path.parent)], self)
        self._watcher.directoryChanged.connect(self._look)

    def answer(self) -> None:
        """Answer a request made before the watching began."""
        self._look()

    def _look(self) -> None:
        try:
            self._request.unlink()
        except OSError:
            return  # nobody asks
        self.raised.emit()


def _unusable(folder: Path, details: str) -> ThimbleError:
    return ThimbleError(
        QT_TRANSLATE_NOOP(
            "errors",
            "Thimble can't write to its data folder {folder}. Allow writing there, or start Thimble with --data-dir "
            "and another folder.",
        ),
        folder=str(folder),
        details=details,
    )
