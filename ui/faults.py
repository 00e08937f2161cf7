"""Faults of our own: into the log without anybody's text, and onto the screen as one sentence."""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from assistant.jobs import unexpected
from ui.sentences import sentence

_MOST_BYTES = 500_000
_log = logging.getLogger(__name__)


class LogFormatter(logging.Formatter):
    """Writes where a fault happened and its kind, but not its message: that may quote a conversation."""

    def __init__(self) -> None:
        """Begin each line with the time."""
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def format(self, record: logging.LogRecord) -> str:
        """Return the lines of a record, whatever another handler has kept on it."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept

    def formatException(self, ei: object) -> str:  # noqa: N802 - logging's name
        """Return the traceback without messages; system errors keep their number."""
        error = ei[1] if isinstance(ei, tuple) else None
        lines: list[str] = []
        seen: set[int] = set()
        while isinstance(error, BaseException) and id(error) not in seen:
            seen.add(id(error))
            kind = type(error).__name__
            number = f" {error.errno}" if isinstance(error, OSError) else ""
            lines[:0] = [*traceback.format_tb(error.__traceback__), f"{kind}{number}\n"]
            error = error.__cause__ or error.__context__
        return "".join(lines).rstrip("\n")


def log_to(path: Path) -> logging.Handler | None:
    """Write warnings and worse to `path`, beginning anew above 500 kB (one old file is kept); None when it can't be.

    Done at the start only, and by hand: `logging.handlers` loads network modules that Thimble does without.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.replace(path.with_name(f"{path.name}.1"))
        handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(LogFormatter())
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
    return handler


class FaultReporter(QObject):
    """Catches what nothing else caught, on every thread."""

    reported = Signal(str)
    """A sentence for the user, on the thread of the receiver."""

    def install(self) -> None:
        """Begin catching; `remove` ends it."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._caught(args.exc_type, args.exc_value, args.exc_traceback)
        qInstallMessageHandler(_qt_message)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if error is None or issubclass(kind, KeyboardInterrupt):
            return
        _log.error("unexpected fault", exc_info=(kind, error, trace))
        self.reported.emit(sentence(unexpected(error)))


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    logging.getLogger("qt").log(level, "%s", message)
