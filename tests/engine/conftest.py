from __future__ import annotations

import pytest

from assistant.engine.base import LoadOptions
from assistant.engine.client import EngineClient
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file


@pytest.fixture(scope="session")
def model_file():
    file = built_in_file()
    assert file is not None, "the built-in model is missing: run the project's set-up"
    return file


@pytest.fixture
def client():
    engine = EngineClient()
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def loaded(model_file):
    """An engine with the built-in model, shared by a module's tests."""
    engine = EngineClient()
    list(engine.load(model_file, LoadOptions(context_length=4096), CancelToken()))
    yield engine
    engine.close()
