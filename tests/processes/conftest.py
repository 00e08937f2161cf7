from __future__ import annotations

import pytest

from assistant.models.library import built_in_file


@pytest.fixture(scope="session")
def model_file():
    file = built_in_file()
    assert file is not None, "the built-in model is missing: run the project's set-up"
    return file
