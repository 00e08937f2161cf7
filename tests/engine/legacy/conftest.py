from __future__ import annotations

import pytest

from assistant.engine.legacy.loader import load_legacy
from assistant.engine.threads import ThreadGovernor
from tests.engine.tiny_ggml import write_model

GIGABYTES = 1 << 33


@pytest.fixture
def load(tmp_path):
    """Write a small model of a kind and load it; one thread, for two waiting for each other stall a busy machine."""
    loaded = []

    def load(kind, fill=None, *, context_length=0, progress=lambda _: True, available_bytes=GIGABYTES, **options):
        path = write_model(tmp_path / f"{kind}.bin", kind, fill, **options)
        model = load_legacy(
            path,
            kind=kind,
            context_length=context_length,
            governor=ThreadGovernor(1),
            available_bytes=available_bytes,
            progress=progress,
        )
        loaded.append(model)
        return model

    yield load
    for model in loaded:
        model.close()
