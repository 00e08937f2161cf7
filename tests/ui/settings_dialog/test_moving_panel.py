from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QFileDialog

from assistant.app import build
from assistant.moving import portable as portable_module
from assistant.moving.bundle import read_manifest
from assistant.paths import PORTABLE_FOLDER, Paths
from assistant.store import Store
from tests.engine.tiny_models import write_llama
from ui.protection.tasks import ClosedTask
from ui.settings_dialog import moving_panel
from ui.settings_dialog.moving_panel import MovingPanel


@pytest.fixture
def panel(qtbot, app):
    app.store.create_conversation(title="Lighthouses")
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Tiny.gguf")
    made = MovingPanel(app)
    qtbot.addWidget(made)
    yield made
    made.stop()


@pytest.fixture
def choose(monkeypatch):
    """Chooses a file instead of the user; an empty name closes the file dialog."""

    def answer(file):
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(file), ""))

    return answer


def said(qtbot, panel):
    qtbot.waitUntil(lambda: panel._call is None)
    return panel.said.text()


def test_everything_is_copied_into_the_chosen_file(qtbot, panel, choose, tmp_path):
    file = tmp_path / "all.thimble.zip"
    choose(file)
    panel.models_box.setChecked(True)
    panel.out_button.click()
    assert said(qtbot, panel).startswith(f"Everything is in {file}")
    assert "can read the conversations" in panel.said.text()
    assert (read_manifest(file).conversations, read_manifest(file).models) == (1, 1)


def test_a_closed_file_dialog_does_nothing(qtbot, panel, choose, tmp_path):
    choose("")
    for button in (panel.out_button, panel.in_button):
        button.click()
        assert panel._call is None
    assert sorted(one.name for one in tmp_path.iterdir()) == ["data"]


def test_a_failure_is_said_below_the_buttons(qtbot, panel, choose, tmp_path):
    choose(tmp_path / "missing" / "all.thimble.zip")
    panel.out_button.click()
    assert "can't be written" in said(qtbot, panel)
    assert panel.out_button.isEnabled()


def test_it_can_be_stopped_and_leaves_nothing(qtbot, panel, choose, tmp_path, monkeypatch):
    goes_on = threading.Event()

    def slow(*arguments, report, **options):
        report(0.1)
        goes_on.wait()
        report(0.2)

    monkeypatch.setattr(moving_panel, "move_out", slow)
    choose(tmp_path / "all.thimble.zip")
    panel.out_button.click()
    qtbot.waitUntil(lambda: panel.bar.value() == 100)
    assert not panel.stop_button.isHidden()
    assert not panel.out_button.isEnabled()
    panel.stop_button.click()
    goes_on.set()
    assert said(qtbot, panel) == "Stopped; nothing was left behind."
    assert panel.stop_button.isHidden()


def test_bringing_in_is_refused_at_once_where_there_are_conversations(qtbot, panel, choose, tmp_path):
    file = tmp_path / "all.thimble.zip"
    choose(file)
    panel.out_button.click()
    said(qtbot, panel)
    wanted = []
    panel.task_wanted.connect(wanted.append)
    panel.in_button.click()
    assert "never overwritten" in said(qtbot, panel)
    assert wanted == []


def test_bringing_in_wants_the_window_closed(qtbot, panel, choose, tmp_path):
    file = tmp_path / "all.thimble.zip"
    choose(file)
    panel.out_button.click()
    said(qtbot, panel)
    empty = build(tmp_path / "empty")
    other = MovingPanel(empty)
    qtbot.addWidget(other)
    with qtbot.waitSignal(other.task_wanted) as wanted:
        other.in_button.click()
    (task,) = wanted.args
    assert isinstance(task, ClosedTask)
    said(qtbot, other)
    empty.close()
    assert task.work(lambda share: None) is None
    with Store.open(Paths(tmp_path / "empty", "option").conversations) as store:
        assert [one.title for one in store.conversations()] == ["Lighthouses"]


def test_data_goes_beside_the_program(qtbot, panel, tmp_path, monkeypatch):
    program = tmp_path / "program"
    program.mkdir()
    monkeypatch.setattr(portable_module, "program_folder", lambda: program)
    panel.portable_button.click()
    assert str(program / PORTABLE_FOLDER) in said(qtbot, panel)
    with Store.open(program / PORTABLE_FOLDER / "conversations.db") as store:
        assert [one.title for one in store.conversations()] == ["Lighthouses"]


def test_a_portable_program_does_not_offer_it_again(qtbot, app):
    app.paths = Paths(app.paths.data, "portable")
    panel = MovingPanel(app)
    qtbot.addWidget(panel)
    assert panel.portable_button.isHidden()


def test_every_control_has_a_name(panel):
    for button in (panel.out_button, panel.in_button, panel.portable_button, panel.stop_button, panel.models_box):
        assert button.text()
        assert button.accessibleDescription()
