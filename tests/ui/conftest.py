import gc

import pytest

from assistant.app import build
from assistant.settings import Theme
from assistant.store import Store
from ui.garbage import CycleCollector
from ui.theme import ThemeManager


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard_at_the_end(qapp):
    """The offscreen platform frees what was copied after Python has ended, which crashes with an object of Python's."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session", autouse=True)
def cycles_are_freed_on_this_thread(qapp):
    """As in the program: freed on a thread that a test started, objects of Qt may bring everything to a stop."""
    collector = CycleCollector()
    yield
    collector.stop()


@pytest.fixture(autouse=True)
def cycles_of_a_test_are_freed_with_it(cycles_are_freed_on_this_thread):
    yield
    gc.collect(1)


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
