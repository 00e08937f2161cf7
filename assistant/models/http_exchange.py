"""One HTTP request that can be given up at any moment, through the system's proxy where there is one.

The only module of Thimble that opens a connection. Importing it loads nothing of the network: that happens when the
first exchange starts, which is after a click.
"""

from __future__ import annotations

import threading
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from assistant.errors import QT_TRANSLATE_NOOP, CancelledError, TransferError
from assistant.jobs import CancelToken
from assistant.models import download_errors

if TYPE_CHECKING:
    import http.client
    import socket
    import ssl

_NOT_QUOTED = "%/:?#[]@!$&'()*+,;=~"
REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy of the system's settings.

    Attributes:
        host: Its host.
        port: Its port.
        authorization: Value of the header `Proxy-Authorization`; empty for none.
    """

    host: str
    port: int
    authorization: str = ""


def proxy_for(url: str) -> Proxy | None:
    """Return the proxy that the environment or the system's settings name for `url`, or None.

    Raises:
        TransferError: The proxy is of a kind that Thimble can't use (SOCKS, say).
    """
    from urllib.request import getproxies, proxy_bypass

    target = urlsplit(url)
    proxies = getproxies()
    address = proxies.get(target.scheme) or proxies.get("all")
    if not address or proxy_bypass(target.hostname or ""):
        return None
    try:
        parts = urlsplit(address if "://" in address else f"http://{address}")
        host, port = parts.hostname, parts.port or 80
    except ValueError:
        host = None
    if host is None or parts.scheme != "http":
        raise TransferError(
            QT_TRANSLATE_NOOP(
                "errors",
                "This computer's proxy setting can't be used for downloads. Only HTTP proxies work: change the "
                "setting, or fetch the file another way and import it.",
            ),
        )
    authorization = ""
    if parts.username is not None:
        login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        authorization = "Basic " + b64encode(login.encode()).decode()
    return Proxy(host, port, authorization)


def redirect_target(url: str, location: str) -> str:
    """Return the address that a server refers to.

    Raises:
        TransferError: It is no web address, or an unencrypted one although `url` is encrypted.
    """
    allowed = ("https",) if urlsplit(url).scheme == "https" else ("http", "https")
    try:
        target = urljoin(url, location)
        parts = urlsplit(target)
        usable = parts.scheme in allowed and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise download_errors.unsafe_address(host_of(url), location[:200])
    # Servers are not careful with spaces; what is quoted already stays.
    return quote(target, safe=_NOT_QUOTED)


def host_of(url: str) -> str:
    """Return the host of an address, with its port where that is not the usual one."""
    parts = urlsplit(url)
    usual = {"http": 80, "https": 443}.get(parts.scheme)
    host = parts.hostname or ""
    return host if parts.port in (None, usual) else f"{host}:{parts.port}"


class Exchange:
    """A GET request and its answer. Close it in any case."""

    def __init__(self, url: str, headers: dict[str, str], *, seconds: float, tls: ssl.SSLContext | None = None) -> None:
        """Prepare it; nothing is opened yet.

        Args:
            url: What to get, http or https.
            headers: Headers of the request.
            seconds: How long to wait for a connection, and for each piece of the answer.
            tls: Which servers to trust; the system's choice by default.

        Raises:
            TransferError: As `proxy_for`.
        """
        self.proxy = proxy_for(url)
        self._connection, self._target = _connection(urlsplit(url), self.proxy, seconds, tls)
        self._headers = headers
        if self.proxy is not None and self._target == url and self.proxy.authorization:
            self._headers = {**headers, "Proxy-Authorization": self.proxy.authorization}
        self._lock = threading.Lock()
        self._working = False
        self._closed = False
        self._socket: socket.socket | None = None
        self._response: http.client.HTTPResponse | None = None

    def start(self, cancel: CancelToken) -> http.client.HTTPResponse:
        """Send the request and return the answer's head.

        Looking up a name can't be interrupted, so that is waited for on a thread of its own, which ends by itself.

        Raises:
            CancelledError: The user stopped it.
            OSError, http.client.HTTPException: It failed.
        """
        cancel.raise_if_cancelled()
        done = threading.Event()
        failure: list[BaseException] = []

        def work() -> None:
            try:
                self._connection.connect()
                self._socket = self._connection.sock
                self._connection.request("GET", self._target, headers=self._headers)
                self._response = self._connection.getresponse()
            except BaseException as error:
                failure.append(error)
            finally:
                with self._lock:
                    self._working = False
                    if self._closed:
                        self._release()
                done.set()

        self._working = True
        threading.Thread(target=work, name="connect", daemon=True).start()
        with cancel.listening(done.set):
            done.wait()
        if cancel.cancelled:
            raise CancelledError
        if failure:
            raise failure[0]
        if self._response is None:
            raise RuntimeError("neither an answer nor a failure")
        return self._response

    def read(self, most: int, cancel: CancelToken) -> bytes:
        """Return the next piece of the answer as soon as there is one; empty at its end.

        Raises:
            CancelledError: The user stopped it.
            OSError, http.client.HTTPException: It failed.
        """
        if self._response is None:
            raise RuntimeError("not started")
        cancel.raise_if_cancelled()
        with cancel.listening(self._shut_down):
            try:
                piece = self._response.read1(most)
            except Exception:
                cancel.raise_if_cancelled()
                raise
        cancel.raise_if_cancelled()
        return piece

    def close(self) -> None:
        """Close the connection; a thread that still waits for it does so in our place."""
        self._shut_down()
        with self._lock:
            self._closed = True
            if not self._working:
                self._release()

    def _release(self) -> None:
        if self._response is not None:
            self._response.close()
        self._connection.close()

    def _shut_down(self) -> None:
        """Wake whoever waits for the socket."""
        import socket

        if self._socket is None:
            return
        try:
            # Not the TLS socket's own method, which takes the encryption away under the reader's feet.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
        except OSError:
            return  # it is closed or was never connected


def _connection(
    target: SplitResult, proxy: Proxy | None, seconds: float, tls: ssl.SSLContext | None
) -> tuple[http.client.HTTPConnection, str]:
    """Return a connection that is not open yet, and what to ask it for."""
    import http.client

    path = target.path or "/"
    if target.query:
        path = f"{path}?{target.query}"
    host = target.hostname or ""
    if target.scheme == "http":
        if proxy is not None:
            return http.client.HTTPConnection(proxy.host, proxy.port, timeout=seconds), target.geturl()
        return http.client.HTTPConnection(host, target.port, timeout=seconds), path
    from assistant.models.certificates import tls_context

    tls = tls or tls_context()
    if proxy is None:
        return http.client.HTTPSConnection(host, target.port, timeout=seconds, context=tls), path
    secure = http.client.HTTPSConnection(proxy.host, proxy.port, timeout=seconds, context=tls)
    login = {"Proxy-Authorization": proxy.authorization} if proxy.authorization else {}
    secure.set_tunnel(host, target.port or 443, headers=login)
    return secure, path
