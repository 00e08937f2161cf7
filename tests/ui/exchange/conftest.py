from __future__ import annotations

import pytest

from tests.exchange.conftest import talk
from ui.exchange.controller import ExchangeController


@pytest.fixture
def lighthouses(app):
    return talk(app.store, "Lighthouses", "How tall?", "About 100 metres.")


@pytest.fixture
def controller(app, qapp):
    made = ExchangeController(app)
    yield made
    made.shut_down()
    qapp.processEvents()
