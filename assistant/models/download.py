"""Fetches a model file of the catalogue: resumed where it broke off, checked, put in place as a whole or not at all.

Nothing here runs, and nothing of the network is loaded, before the first step of the generator is taken.
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import CancelledError
from assistant.events import Connecting, Event, Installed, Transfer, Transferred, Waiting
from assistant.jobs import CancelToken
from assistant.models import download_errors
from assistant.models.download_errors import PassingError
from assistant.models.first_look import GGUF_MAGIC
from assistant.models.folder_lock import download_lock
from assistant.models.http_exchange import REDIRECTS, Exchange, host_of, redirect_target
from assistant.models.part_file import PartFile, check_free_space, name_taken
from assistant.models.transfer_rate import TransferRate

if TYPE_CHECKING:
    import http.client
    import ssl

_PIECE_BYTES = 256 * 1024
_MOST_REDIRECTS = 5
_MOST_RESTARTS = 1
_CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to fetch.

    Attributes:
        url: Where from.
        file: Its name in the models folder.
        bytes: Its size.
        sha256: Its hash, hexadecimal.
    """

    url: str
    file: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for a server.

    Attributes:
        seconds: For a connection, and for each piece of the answer: slow lines pause for many seconds.
        tries: Failures in a row until it is given up; a failure after `progress_bytes` new ones counts as the first.
        first_wait: Seconds before the second try; twice as many before each further one.
        longest_wait: The most of these.
        longest_asked_wait: The longest wait a server may ask for; it is given up at once beyond that.
        progress_bytes: How much must come for a try to count as a success.
    """

    seconds: float = 30.0
    tries: int = 6
    first_wait: float = 1.0
    longest_wait: float = 30.0
    longest_asked_wait: float = 300.0
    progress_bytes: int = 1_000_000


def download(
    wanted: Wanted,
    folder: Path,
    cancel: CancelToken,
    *,
    patience: Patience | None = None,
    tls: ssl.SSLContext | None = None,
) -> Iterator[Event]:
    """Fetch a file into a folder. What came before a failure or a cancel is kept, and the next call goes on there.

    Args:
        wanted: The file.
        folder: Where it will lie; made if needed.
        cancel: Ends it at any moment.
        patience: How long to wait.
        tls: Which servers to trust; the system's choice by default.

    Yields:
        `Connecting` before each connection is opened, `Transferred`, `Waiting` before another try, then `Installed`.

    Raises:
        TransferError: It can't be had; one sentence says why.
        CancelledError: The user stopped it.
    """
    target = folder / wanted.file
    with download_lock(folder):
        if target.exists():
            raise name_taken(target)
        part = PartFile(target, sha256=wanted.sha256, size=wanted.bytes)
        check_free_space(folder, wanted.bytes - part.size)
        with part:
            yield from _Fetch(wanted, part, cancel, patience or Patience(), tls).steps()
    yield Installed(str(target))


class _Fetch:
    """One download under way."""

    def __init__(
        self, wanted: Wanted, part: PartFile, cancel: CancelToken, patience: Patience, tls: ssl.SSLContext | None
    ) -> None:
        self._wanted = wanted
        self._part = part
        self._cancel = cancel
        self._patience = patience
        self._tls = tls
        self._host = host_of(wanted.url)
        self._done = 0
        self._hash = hashlib.sha256()
        self._restarts = 0
        self._joined = False
        self._connected = False

    def steps(self) -> Iterator[Event]:
        """Try until the file is complete, and check it."""
        yield from self._read_part()
        self._joined = self._done > 0
        failures = 0
        while True:
            before = self._done
            try:
                yield from self._complete()
            except PassingError as error:
                progress = self._done - before >= self._patience.progress_bytes
                failures = 1 if progress else failures + 1
                wait = self._wait_after(error, failures)
                if wait is None:
                    raise error.reason from error
                if wait > 0:
                    yield Waiting(error.reason, wait)
                    self._rest(wait)
                continue
            if self._hash.hexdigest() == self._wanted.sha256:
                self._part.complete()
                return
            if not self._joined or self._restarts >= _MOST_RESTARTS:
                break
            # Its pieces may be from different times or places; only the whole file, fetched at once, tells.
            self._restart("")
        self._part.discard()
        raise download_errors.wrong_content(self._host, f"sha256 {self._hash.hexdigest()}")

    def _read_part(self) -> Iterator[Event]:
        """Hash what is here already."""
        total, file = self._wanted.bytes, self._part.file
        rate = TransferRate(0)
        while piece := file.read(_PIECE_BYTES):
            self._cancel.raise_if_cancelled()
            self._hash.update(piece)
            self._done += len(piece)
            if rate.due(self._done):
                yield Transferred(Transfer.CHECKING, self._done, total, rate.bytes_per_second)

    def _wait_after(self, error: PassingError, failures: int) -> float | None:
        """Return the seconds to wait, or None when it is time to give up."""
        patience = self._patience
        if failures >= patience.tries or not self._connected:
            return None  # where nothing ever answered, the user finds the reason sooner than we would
        if error.seconds is not None:
            return error.seconds if error.seconds <= patience.longest_asked_wait else None
        return min(patience.longest_wait, patience.first_wait * 2.0 ** (failures - 1))

    def _rest(self, seconds: float) -> None:
        over = threading.Event()
        with self._cancel.listening(over.set):
            over.wait(seconds)
        self._cancel.raise_if_cancelled()

    def _complete(self) -> Iterator[Event]:
        """Fetch what is missing."""
        url = self._wanted.url
        for _ in range(_MOST_REDIRECTS + 1):
            if self._done == self._wanted.bytes:
                return
            self._host = host_of(url)
            exchange = Exchange(url, self._headers(), seconds=self._patience.seconds, tls=self._tls)
            proxy = exchange.proxy.host if exchange.proxy else ""
            yield Connecting(self._host, proxy)
            try:
                answer = self._asked(exchange, proxy)
                if answer.status not in REDIRECTS:
                    yield from self._take(exchange, answer, proxy)
                    return
                url = redirect_target(url, answer.headers.get("Location", ""))
            finally:
                exchange.close()
        raise download_errors.lost(self._host)

    def _headers(self) -> dict[str, str]:
        headers = {"User-Agent": "Thimble", "Accept": "*/*", "Accept-Encoding": "identity"}
        if self._done:
            headers["Range"] = f"bytes={self._done}-"
            if self._part.etag:
                headers["If-Range"] = self._part.etag
        return headers

    def _asked(self, exchange: Exchange, proxy: str) -> http.client.HTTPResponse:
        try:
            answer = exchange.start(self._cancel)
        except CancelledError:
            raise
        except Exception as error:
            raise download_errors.of_connection(error, self._host, proxy=proxy) from error
        self._connected = True
        return answer

    def _take(self, exchange: Exchange, answer: http.client.HTTPResponse, proxy: str) -> Iterator[Event]:
        """Take the answer's body, if it is (the rest of) the file."""
        if answer.status == 416 and self._done and self._restarts < _MOST_RESTARTS:
            # The server's file ends before ours does: what we have is of something else.
            self._restart("")
            raise PassingError(download_errors.wrong_size(self._host, "HTTP 416"), 0.0)
        if answer.status not in (200, 206):
            if 200 < answer.status < 300:
                raise download_errors.wrong_size(self._host, f"HTTP {answer.status}")
            raise download_errors.of_status(answer.status, answer.headers, self._host)
        if answer.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
            raise download_errors.web_page(self._host)
        if answer.status == 206:
            self._check_range(answer.headers.get("Content-Range", ""))
            self._joined = True
        else:
            self._forget(answer.headers.get("ETag") or "")
        expected = self._wanted.bytes - self._done
        if answer.length is not None and answer.length != expected:
            raise download_errors.wrong_size(self._host, f"{answer.length} bytes instead of {expected}")
        yield from self._receive(exchange, proxy)

    def _check_range(self, content_range: str) -> None:
        found = _CONTENT_RANGE.fullmatch(content_range.strip())
        if found and int(found[1]) == self._done and found[3] in (str(self._wanted.bytes), "*"):
            return
        if found and found[3] not in (str(self._wanted.bytes), "*"):
            raise download_errors.wrong_size(self._host, content_range)
        if self._restarts < _MOST_RESTARTS:
            self._restart("")
            raise PassingError(download_errors.wrong_size(self._host, content_range), 0.0)
        raise download_errors.wrong_size(self._host, content_range)

    def _restart(self, etag: str) -> None:
        self._restarts += 1
        self._forget(etag)

    def _forget(self, etag: str) -> None:
        self._part.restart(etag)
        self._done = 0
        self._joined = False
        self._hash = hashlib.sha256()

    def _receive(self, exchange: Exchange, proxy: str) -> Iterator[Event]:
        total = self._wanted.bytes
        rate = TransferRate(self._done)
        yield Transferred(Transfer.DOWNLOADING, self._done, total)
        while True:
            try:
                piece = exchange.read(_PIECE_BYTES, self._cancel)
            except CancelledError:
                raise
            except Exception as error:
                raise download_errors.of_connection(error, self._host, proxy=proxy) from error
            if not piece:
                break
            if self._done + len(piece) > total:
                self._part.discard()
                raise download_errors.wrong_size(self._host, f"more than {total} bytes")
            if self._done == 0 and not piece.startswith(GGUF_MAGIC[: len(piece)]):
                raise download_errors.wrong_content(self._host, f"begins with {piece[:16]!r}")
            self._hash.update(piece)
            self._part.write(piece)
            self._done += len(piece)
            if rate.due(self._done) or self._done == total:
                yield Transferred(Transfer.DOWNLOADING, self._done, total, rate.bytes_per_second)
        if self._done < total:
            raise PassingError(download_errors.broken(self._host, f"ended at {self._done} of {total} bytes"))


def part_of(wanted: Wanted, folder: Path) -> PartFile:
    """Return what came of a download so far."""
    return PartFile(folder / wanted.file, sha256=wanted.sha256, size=wanted.bytes)
