from __future__ import annotations

import ctypes

import pytest

from assistant.engine.bindings import load_llama_cpp
from assistant.models.library import built_in_file


@pytest.fixture(scope="session")
def model_file():
    file = built_in_file()
    assert file is not None, "the built-in model is missing: run the project's set-up"
    return file


@pytest.fixture
def llama_cpp():
    """The library, which says nothing meanwhile."""
    library = load_llama_cpp()
    silent = library.llama_log_callback(lambda *_: None)
    library.llama_log_set(silent, None)
    library.llama_backend_init()
    yield library
    # A callback that Python has given back would be a segmentation fault.
    library.llama_log_set(ctypes.cast(None, library.llama_log_callback), None)
