"""A real HTTP server on this computer alone, which serves one file the way a test wants it."""

from __future__ import annotations

import http.server
import re
import select
import socket
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Asked:
    """One request: its path and headers."""

    path: str
    headers: dict[str, str]


@dataclass
class FileServer:
    """Serves `content`; `plan` holds what to do with the next requests instead, first one first."""

    content: bytes
    etag: str = '"v1"'
    ranges: bool = True
    plan: list[Callable[[Handler], None]] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    tunnel_to: tuple[str, int] = ("127.0.0.1", 0)
    ended: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self):
        owner = self

        class Bound(Handler):
            server_plan = owner

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Bound)
        self.http.daemon_threads = False
        self.http.block_on_close = True
        self.scheme = "http"
        self._thread = threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.01})

    def encrypt(self, certificate):
        """Speak TLS with this certificate (PEM, with its key)."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        self.http.socket = context.wrap_socket(self.http.socket, server_side=True)
        self.scheme = "https"

    def start(self):
        self._thread.start()

    def stop(self):
        self.ended.set()
        self.http.shutdown()
        self._thread.join()
        self.http.server_close()

    @property
    def host(self):
        return f"127.0.0.1:{self.http.server_port}"

    @property
    def url(self):
        return f"{self.scheme}://{self.host}/model.gguf"

    @property
    def ranges_asked(self):
        return [one.headers.get("Range") for one in self.asked]


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers as planned, else as a good server would."""

    server_plan: FileServer
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        plan = self.server_plan
        plan.asked.append(Asked(self.path, dict(self.headers)))
        self.close_connection = True
        step = plan.plan.pop(0) if plan.plan else serve
        try:
            step(self)
        except (TimeoutError, ConnectionError):
            return  # the client went away, as some tests want

    def do_CONNECT(self):
        """Pass a connection on to the planned server, as a proxy does."""
        plan = self.server_plan
        plan.asked.append(Asked(self.path, dict(self.headers)))
        self.close_connection = True
        if plan.plan:
            plan.plan.pop(0)(self)
            return
        with socket.create_connection(plan.tunnel_to) as there:
            self.head(200, None)
            ways = {self.connection: there, there: self.connection}
            while True:
                for source in select.select(list(ways), [], [])[0]:
                    piece = source.recv(65_536)
                    if not piece:
                        return
                    ways[source].sendall(piece)

    def head(self, status, length, **headers):
        self.send_response(status)
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()

    def log_message(self, *_):
        return


def serve(handler, *, only=None):
    """The file, or the part that was asked for; `only` so many bytes of it before the connection breaks."""
    plan = handler.server_plan
    asked = re.fullmatch(r"bytes=(\d+)-", handler.headers.get("Range", ""))
    fresh = handler.headers.get("If-Range", plan.etag) == plan.etag
    kind = {"Content_Type": "application/octet-stream", "ETag": plan.etag}
    if asked and plan.ranges and fresh:
        start = int(asked[1])
        if start >= len(plan.content):
            handler.head(416, 0, Content_Range=f"bytes */{len(plan.content)}")
            return
        body = plan.content[start:]
        whole = f"bytes {start}-{len(plan.content) - 1}/{len(plan.content)}"
        handler.head(206, len(body), Content_Range=whole, **kind)
    else:
        body = plan.content
        handler.head(200, len(body), **kind)
    handler.wfile.write(body[:only])


def dropping_after(count):
    return lambda handler: serve(handler, only=count)


def stalling_after(count):
    def step(handler):
        serve(handler, only=count)
        handler.server_plan.ended.wait()

    return step


def answering(status, body=b"", **headers):
    def step(handler):
        handler.head(status, len(body), **headers)
        handler.wfile.write(body)

    return step


def raw(answer):
    return lambda handler: handler.wfile.write(answer)


def redirecting(location, status=302):
    return answering(status, Location=location)


def saying_length(length):
    def step(handler):
        handler.head(200, length, Content_Type="application/octet-stream")
        handler.wfile.write(handler.server_plan.content)

    return step


def endless(handler):
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    piece = b"GGUF" + bytes(4092)
    while not handler.server_plan.ended.is_set():
        handler.wfile.write(b"1000\r\n" + piece + b"\r\n")


def hanging_up(handler):
    handler.connection.shutdown(socket.SHUT_RDWR)


def silent(handler):
    handler.server_plan.ended.wait()
