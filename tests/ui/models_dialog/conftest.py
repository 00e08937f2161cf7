from __future__ import annotations

import hashlib

import pytest

from assistant.app import App
from assistant.jobs import JobRunner
from assistant.models.catalogue import read_catalogue
from assistant.paths import Paths
from assistant.settings import SettingsFile
from assistant.store import Store
from tests.engine.scripted import ScriptedEngine
from tests.engine.tiny_models import write_llama
from tests.models.file_server import FileServer
from ui.models_dialog.controller import ModelsController
from ui.models_dialog.dialog import ModelsDialog

ENTRY = """
[[model]]
id = "{id}"
name = "{name}"
repo = "test/{id}"
revision = "main"
file = "{id}.gguf"
bytes = {bytes}
sha256 = "{sha256}"
licence = "Apache-2.0"
tier = "tiny"
roles = ["chat"]
languages = ["en", "de"]
attention = "full"
"""


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """What this computer's environment says about proxies is no matter of the tests."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="session")
def content(tmp_path_factory):
    """A real, tiny model file."""
    return write_llama(tmp_path_factory.mktemp("tiny") / "tiny.gguf").read_bytes()


@pytest.fixture
def server(content):
    """Serves the tiny model on this computer alone."""
    server = FileServer(content)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def entries(tmp_path, monkeypatch, server, content):
    """A catalogue of two models that the server has."""
    digest = hashlib.sha256(content).hexdigest()
    file = tmp_path / "catalogue.toml"
    # The same content twice has two hashes only in this file; the second one is never fetched to its end.
    file.write_text(
        ENTRY.format(id="tiny", name="Tiny 1M", bytes=len(content), sha256=digest)
        + ENTRY.format(id="other", name="Other 1M", bytes=len(content), sha256=digest[::-1])
    )
    catalogue = read_catalogue(file)
    for module in ("catalogue", "library", "manager"):
        monkeypatch.setattr(f"assistant.models.{module}.catalogue", lambda: catalogue)
    monkeypatch.setattr("assistant.models.catalogue._ADDRESS", f"http://{server.host}/{{repo}}/{{revision}}/{{file}}")
    return list(catalogue)


@pytest.fixture
def app(tmp_path):
    paths = Paths(tmp_path / "data", "option")
    app = App(
        paths=paths,
        settings=SettingsFile(paths.settings),
        store=Store.open(paths.conversations),
        engine=ScriptedEngine(),
        jobs=JobRunner(),
    )
    yield app
    app.close()


@pytest.fixture
def controller(qapp, app, entries):
    controller = ModelsController(app)
    # As the window does.
    controller.chosen.connect(lambda model: app.settings.update(model=model))
    yield controller
    controller.shutdown()


@pytest.fixture
def dialog(qtbot, app, theme, controller):
    dialog = ModelsDialog(controller, theme, app.paths.models)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog, timeout=60_000):
        dialog.open_dialog()
    return dialog


@pytest.fixture
def model_file(tmp_path, content):
    """A model that the user has somewhere."""
    path = tmp_path / "elsewhere" / "Mine.gguf"
    path.parent.mkdir()
    path.write_bytes(content)
    return path


@pytest.fixture
def own_model(app, content):
    """A model in the models folder."""
    app.paths.models.mkdir(parents=True)
    path = app.paths.models / "Own.gguf"
    path.write_bytes(content)
    return path
