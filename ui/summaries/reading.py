"""What takes time before a document can be shown: reading it, finding its key sentences. On a thread of its own."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assistant.documents.blocks import Document
from assistant.documents.reader import Reader, ReadingProgress
from assistant.documents.text import document_from_text
from assistant.errors import QT_TRANSLATE_NOOP, StoreError
from assistant.events import Cancelled, Event, Failed, Tidied
from assistant.jobs import CancelToken, Job
from assistant.summaries.keeping import document_hash, packed_document, unpacked_document
from assistant.summaries.summary import Source, Summary
from ui.models_dialog.background import Background
from ui.summaries.kept import Options
from ui.summaries.text_window import starts_of

if TYPE_CHECKING:
    from array import array

    from assistant.summaries.digest import Digest

_TELL_SECONDS = 0.05
_MOST_SOURCES = 5
_SOURCE_CHARACTERS = 600


class Prepared(Event, frozen=True):
    """A document that can be shown and summarised.

    Attributes:
        digest: The document.
        hash: Tells its text from all others.
        content: The document for the store; empty when it came from there.
        keys: Its key sentences.
        starts: Where its blocks begin.
    """

    digest: Digest
    hash: str
    content: bytes
    keys: Summary
    starts: array[int]


class KeysFound(Event, frozen=True):
    """The key sentences of a document in another style or length."""

    keys: Summary


class SourcesFound(Event, frozen=True):
    """The passages a question is about."""

    sources: tuple[Source, ...]


class Reading(QObject):
    """Runs one such job after the other; the thread is made when the first one comes."""

    progressed = Signal(int, object)
    """Number of a request, and its `ReadingProgress`."""
    prepared = Signal(int, object)
    """Number of a request, and a `Prepared`."""
    keys_found = Signal(int, object)
    """Number of a request, and a `Summary` of key sentences."""
    sources_found = Signal(int, object)
    """Number of a request, and the passages found."""
    failed = Signal(int, object)
    """Number of a request, and a `ThimbleError`."""
    stopped = Signal(int)
    """Number of a request that was cancelled."""

    def __init__(self, reader: Reader | None = None, parent: QObject | None = None) -> None:
        """Begin without a thread.

        Args:
            reader: Reads files; the usual one by default.
            parent: Owns it.
        """
        super().__init__(parent)
        self._reader = reader
        self._background = Background(self)
        self._background.job_event.connect(self._on_event)

    def read(self, paths: list[Path], options: Options) -> int:
        """Read files and folders as one document; returns the request's number."""

        def steps(cancel: CancelToken) -> Iterator[Event]:
            told = float("-inf")

            def tell(progress: ReadingProgress) -> None:
                nonlocal told
                if time.monotonic() - told >= _TELL_SECONDS:
                    told = time.monotonic()
                    self.progressed.emit(job.id, progress)

            reader = self._reader or Reader()
            source = paths[0] if len(paths) == 1 else paths
            yield _prepared(reader.read(source, on_progress=tell, cancel=cancel), options, cancel)
            yield Tidied()

        job = Job(steps)
        self._background.submit(job)
        return job.id

    def take(self, text: str, name: str, options: Options) -> int:
        """Make a document of text; returns the request's number."""
        return self._run(lambda cancel: _prepared(document_from_text(text, name=name), options, cancel))

    def restore(self, content: bytes, known_hash: str, options: Options) -> int:
        """Bring back a document from the store; returns the request's number."""
        return self._run(lambda cancel: _prepared(_unpacked(content), options, cancel, known_hash=known_hash))

    def find_keys(self, digest: Digest, options: Options) -> int:
        """Find the key sentences in a style and length; returns the request's number."""
        return self._run(lambda _: KeysFound(_keys(digest, options)))

    def find_sources(self, digest: Digest, question: str) -> int:
        """Find the passages a question is about; returns the request's number."""
        return self._run(
            lambda _: SourcesFound(tuple(digest.index.sources(question, _MOST_SOURCES, characters=_SOURCE_CHARACTERS)))
        )

    def cancel(self, request: int) -> None:
        """Stop a request that waits or runs."""
        self._background.cancel(request)

    def stop(self) -> None:
        """Stop everything and wait for the thread's end; may be called more than once."""
        self._background.stop()

    def _run(self, work: Callable[[CancelToken], Event]) -> int:
        def steps(cancel: CancelToken) -> Iterator[Event]:
            yield work(cancel)
            yield Tidied()

        job = Job(steps)
        self._background.submit(job)
        return job.id

    def _on_event(self, request: int, event: Event) -> None:
        match event:
            case Prepared():
                self.prepared.emit(request, event)
            case KeysFound(keys):
                self.keys_found.emit(request, keys)
            case SourcesFound(sources):
                self.sources_found.emit(request, sources)
            case Failed(error):
                self.failed.emit(request, error)
            case Cancelled():
                self.stopped.emit(request)


def _unpacked(content: bytes) -> Document:
    try:
        return unpacked_document(content)
    except ValueError as error:
        raise StoreError(
            QT_TRANSLATE_NOOP(
                "errors", "The document of this summary can't be read from the store any more. Choose its file again."
            ),
            details=str(error),
        ) from error


def _prepared(document: Document, options: Options, cancel: CancelToken, *, known_hash: str = "") -> Prepared:
    # Here: it brings numpy, which a window without a document does not need.
    from assistant.summaries.digest import Digest

    cancel.raise_if_cancelled()
    digest = Digest(document)
    cancel.raise_if_cancelled()
    keys = _keys(digest, options)
    cancel.raise_if_cancelled()
    starts = starts_of(document)
    if known_hash:
        return Prepared(digest, known_hash, b"", keys, starts)
    return Prepared(digest, document_hash(document), packed_document(document), keys, starts)


def _keys(digest: Digest, options: Options) -> Summary:
    from assistant.tasks.summarise import key_sentences

    return key_sentences(digest, options.style, options.length)
