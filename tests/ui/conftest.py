import pytest

from assistant.app import build
from assistant.settings import Theme
from assistant.store import Store
from ui.theme import ThemeManager


@pytest.fixture
def theme(qapp):
    manager = ThemeManager(Theme.LIGHT)
    manager.apply(qapp)
    return manager


@pytest.fixture
def store(tmp_path):
    store = Store.open(tmp_path / "conversations.db")
    yield store
    store.close()


@pytest.fixture
def app(tmp_path):
    app = build(tmp_path / "data")
    yield app
    app.close()
