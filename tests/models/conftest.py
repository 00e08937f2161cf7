from __future__ import annotations

import pytest

from tests.models.file_server import FileServer
from tests.models.served import fetched

__all__ = ["fetched"]

CONTENT = b"GGUF" + bytes(range(256)) * 4_000


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """What this computer's environment says about proxies is no matter of the tests."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def server():
    server = FileServer(CONTENT)
    server.start()
    yield server
    server.stop()
