"""A model of the catalogue that is served on this computer alone."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from assistant.models import library, manager
from assistant.models.catalogue import Catalogue, CatalogueEntry, catalogue
from tests.engine.tiny_models import write_llama
from tests.models.file_server import FileServer


@pytest.fixture
def fetched(tmp_path, monkeypatch):
    """A server with a tiny real model, and its entry."""
    content = write_llama(tmp_path / "served.gguf").read_bytes()
    server = FileServer(content)
    server.start()
    entry = msgspec.structs.replace(
        catalogue().find("granite-4.0-350m-q4_k_m"),
        file="Served.gguf",
        bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
    )
    monkeypatch.setattr(CatalogueEntry, "url", property(lambda _: server.url))
    for module in (library, manager):
        monkeypatch.setattr(module, "catalogue", lambda: Catalogue((entry,)))
    yield server, entry
    server.stop()
