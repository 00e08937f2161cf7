"""The PDF for the terminal, where no window is open."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.exchange.words import ENGLISH, Words
from assistant.store import Conversation, Message


def write_pdf(
    path: Path,
    conversations: Sequence[Conversation],
    messages: Callable[[Conversation], Iterator[Message]],
    words: Words = ENGLISH,
) -> Iterator[None]:
    """As `ui.exchange.pdf.write_pdf`, with Qt started for its fonts alone; no display is needed."""
    if sys.platform != "win32":
        # On Windows only the platform's own plug-in knows its fonts, and it needs no display either.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A script without a font shows in the PDF; twenty lines of warnings say no more.
    os.environ.setdefault("QT_LOGGING_RULES", "qt.text.font.db=false")
    from PySide6.QtGui import QGuiApplication

    from ui.exchange import pdf

    application = QGuiApplication.instance() or QGuiApplication(["thimble"])
    yield from pdf.write_pdf(path, conversations, messages, words)
    del application
