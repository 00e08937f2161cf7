"""One window per data folder, without a socket: a lock file, and a file that asks the first window to come up."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from assistant.errors import QT_TRANSLATE_NOOP, ThimbleError

ANSWER_SECONDS = 3.0
"""How long the first window has to answer."""
_MOST_BYTES = 1_000_000


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


def raise_first(lock_path: Path, documents: Sequence[Path] = ()) -> None:
    """Ask the window that holds the lock to come up and to open documents, and wait until it has.

    Args:
        lock_path: As for `acquire`.
        documents: What it is to open.

    Raises:
        NoAnswerError: It does not answer.
        ThimbleError: The folder can't be written.
    """
    request = request_file(lock_path)
    try:
        # Under another name first: the window takes it as soon as it appears.
        written = request.with_suffix(f".{os.getpid()}")
        written.write_text(json.dumps([str(path.absolute()) for path in documents]), encoding="ascii")
        written.replace(request)
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
    documents_wanted = Signal(object)
    """Documents that it brought, as `list[Path]`."""

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
            with self._request.open("rb") as file:
                told = file.read(_MOST_BYTES)
            self._request.unlink()
        except OSError:
            return  # nobody asks
        self.raised.emit()
        if documents := _documents(told):
            self.documents_wanted.emit(documents)


def _documents(told: bytes) -> list[Path]:
    """Return the paths that a second start has written down; none where it wrote something else."""
    try:
        names = json.loads(told)
    except ValueError:
        return []
    if not isinstance(names, list):
        return []
    return [Path(name) for name in names if isinstance(name, str) and name]


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
