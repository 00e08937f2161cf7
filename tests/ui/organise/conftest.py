from __future__ import annotations

from tests.ui.chat.conftest import desk, make_desk  # noqa: F401 - fixtures
