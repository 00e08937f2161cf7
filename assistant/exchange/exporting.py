"""Exporting conversations to a file that is either whole or not there."""

from __future__ import annotations

import contextlib
import os
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO

from assistant.about import version
from assistant.events import Event, Exchanging, Exported
from assistant.exchange import markdown, plain_text, thimble_json, web_page
from assistant.exchange.failures import NOTHING_TO_EXPORT, OWN_FILE, ExchangeError, cant_write
from assistant.exchange.words import ENGLISH, Words
from assistant.jobs import CancelToken
from assistant.store import Conversation, Message, Store

_SAY_SECONDS = 0.1


class Format(StrEnum):
    """What conversations are exported as."""

    MARKDOWN = "markdown"
    HTML = "html"
    TEXT = "text"
    PDF = "pdf"
    JSON = "json"
    """Everything, also branches that are not shown; the one that can be imported again."""


ENDINGS = {
    Format.MARKDOWN: ".md",
    Format.HTML: ".html",
    Format.TEXT: ".txt",
    Format.PDF: ".pdf",
    Format.JSON: ".json",
}
"""How the names of files of each format end."""

Messages = Callable[[Conversation], Iterator[Message]]
"""Reads the messages of the branch shown of a conversation."""
PdfWriter = Callable[[Path, Sequence[Conversation], Messages, Words], Iterator[None]]
"""Writes a PDF in steps, one for each element: this package knows no Qt, so the window's side does it.

What goes wrong with the file is an `OSError`.
"""

_DOCUMENTS = {
    Format.MARKDOWN: markdown.document,
    Format.HTML: web_page.document,
    Format.TEXT: plain_text.document,
}


@dataclass(frozen=True, slots=True)
class Selection:
    """Which conversations to export.

    Attributes:
        ids: These, in this order; `None` for others.
        folder_id: Those in this folder; `None`, without `ids`, for all.
    """

    ids: tuple[int, ...] | None = None
    folder_id: int | None = None


def export_file(
    open_store: Callable[[], Store],
    selection: Selection,
    *,
    format_: Format,
    path: Path,
    cancel: CancelToken,
    write_pdf: PdfWriter,
    words: Words = ENGLISH,
) -> Iterator[Event]:
    """Export conversations to a file; ends in `Exported`.

    Args:
        open_store: Opens the store for the thread that this runs on; it is closed at the end.
        selection: Which conversations.
        format_: What they become.
        path: The file; one that is there is replaced once the new one is whole.
        cancel: Read between messages.
        write_pdf: Writes a PDF.
        words: The words between the messages.

    Raises:
        ExchangeError: There are none, or the file can't be written; a file that was there is as it was.
        StoreError: They can't be read, or one does not exist.
        CancelledError: It was cancelled; a file that was there is as it was.
    """
    # Forty characters: a name may have 255 bytes, and one of its characters four.
    temporary = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}.part")
    try:
        try:
            with open_store() as store, store.snapshot():
                if _is_own(path, store.file):
                    raise ExchangeError(OWN_FILE, file=path.name)
                work = _Export(store, selection, cancel)
                with temporary.open("xb") as file:
                    if format_ is not Format.PDF:
                        yield from work.write(format_, file, words)
                if format_ is Format.PDF:
                    for _ in write_pdf(temporary, work.conversations, work.messages, words):
                        yield from work.news()
            with temporary.open("rb+") as file:
                # On the disk before it takes another's place.
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink()
    except OSError as error:
        raise cant_write(path.name, error) from error
    yield Exported(str(path), len(work.conversations), work.message_count)


def _is_own(path: Path, store: Path) -> bool:
    """Return whether a file is the store or one of those beside it that belong to it."""
    own = (store.with_name(store.name + suffix) for suffix in ("", "-wal", "-shm", "-journal"))
    return path.resolve() in [one.resolve() for one in own]


def export_stream(
    store: Store, selection: Selection, *, format_: Format, stream: BinaryIO, cancel: CancelToken
) -> Iterator[Event]:
    """Export conversations to a stream, in any format but PDF; ends in `Exported`.

    Raises:
        ExchangeError: There are none.
        StoreError: They can't be read, or one does not exist.
        OSError: The stream can't be written.
    """
    with store.snapshot():
        work = _Export(store, selection, cancel)
        yield from work.write(format_, stream, ENGLISH)
    stream.flush()
    yield Exported("", len(work.conversations), work.message_count)


class _Export:
    """One export under way.

    Attributes:
        conversations: What is exported.
        message_count: How many messages were.
    """

    def __init__(self, store: Store, selection: Selection, cancel: CancelToken) -> None:
        self._store = store
        self._cancel = cancel
        self._said_at = time.monotonic()
        self._done = 0
        # Of the conversations that are done and of the current one; a branch that isn't shown counts with its own.
        self._passed, self._within = 0, 0
        self.message_count = 0
        ids = selection.ids
        if ids is None:
            ids = tuple(store.conversation_ids(selection.folder_id))
        self._is_all = selection == Selection()
        self.conversations = [store.conversation(one) for one in dict.fromkeys(ids)]
        if not self.conversations:
            raise ExchangeError(NOTHING_TO_EXPORT)
        self._sizes = store.message_counts([one.id for one in self.conversations])
        self._whole = max(1, sum(self._sizes.values()))

    def messages(self, conversation: Conversation) -> Iterator[Message]:
        """Read the branch shown of a conversation, and count it."""
        for message in self._store.shown_messages(conversation.id):
            self._count()
            yield message
        self._finish(conversation)

    def write(self, format_: Format, file: BinaryIO, words: Words) -> Iterator[Event]:
        """Write everything."""
        if format_ is Format.JSON:
            pieces = self._json()
        else:
            texts = _DOCUMENTS[format_](self.conversations, self.messages, words=words)
            pieces = (text.encode(errors="replace") for text in texts)
        for piece in pieces:
            file.write(piece)
            yield from self.news()

    def news(self) -> Iterator[Event]:
        """Say how far it is, now and then, and end it when that was asked for."""
        self._cancel.raise_if_cancelled()
        if time.monotonic() - self._said_at >= _SAY_SECONDS:
            self._said_at = time.monotonic()
            yield Exchanging(self._done, min(1.0, (self._passed + self._within) / self._whole))

    def _json(self) -> Iterator[bytes]:
        used = {one.folder_id for one in self.conversations}
        folders = [folder for folder in self._store.folders() if self._is_all or folder.id in used]
        places = {folder.id: place for place, folder in enumerate(folders)}
        yield thimble_json.beginning(folders, program=f"Thimble {version()}", now=time.time())
        for number, conversation in enumerate(self.conversations):
            if number:
                yield b",\n"
            yield from thimble_json.conversation_json(
                conversation, self._tree(conversation), folder=places.get(conversation.folder_id or 0)
            )
        yield thimble_json.END

    def _tree(self, conversation: Conversation) -> Iterator[tuple[Message, bool]]:
        for message, chosen in self._store.tree(conversation.id):
            self._count()
            yield message, chosen
        self._finish(conversation)

    def _count(self) -> None:
        self._cancel.raise_if_cancelled()
        self.message_count += 1
        self._within += 1

    def _finish(self, conversation: Conversation) -> None:
        self._done += 1
        self._passed += self._sizes.get(conversation.id, 0)
        self._within = 0
