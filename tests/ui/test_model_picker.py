from pathlib import Path

import pytest

from ui.model_picker import ModelPicker


@pytest.fixture
def picker(qtbot, app, theme):
    picker = ModelPicker(app, theme)
    qtbot.addWidget(picker)
    picker.chosen.connect(lambda model: app.settings.update(model=model))  # as the controller does
    picker.refresh()
    return picker


def model_file(path: Path, content=b"GGUF" + bytes(20)):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def entries(picker):
    picker._menu.aboutToShow.emit()
    return [action.text() for action in picker._menu.actions() if action.text()]


def test_it_names_the_built_in_model_at_first(picker):
    assert "SmolLM2" in picker.text()
    assert picker.accessibleName() == "Model: SmolLM2 135M"


def test_its_menu_lists_models_with_sizes_and_says_which_is_built_in(picker, app):
    model_file(app.paths.models / "Own-Model.gguf", b"GGUF" + bytes(3_000_000))
    listed = entries(picker)
    assert listed[0].startswith("SmolLM2 135M  ·  built-in, ")
    assert listed[1] == "Own-Model  ·  3 MB"
    assert listed[-2:] == ["Add a model file…", "Models…"]


def test_the_model_in_use_is_checked(picker):
    entries(picker)
    assert picker._menu.actions()[0].isChecked()


def test_choosing_from_the_menu_tells_the_id(picker, app, qtbot):
    model_file(app.paths.models / "Own.gguf")
    entries(picker)
    with qtbot.waitSignal(picker.chosen) as chosen:
        picker._menu.actions()[1].trigger()
    assert chosen.args == ["own"]


def test_its_menu_leads_to_more(picker, qtbot):
    entries(picker)
    add, models = picker._menu.actions()[-2:]
    with qtbot.waitSignal(picker.file_wanted):
        add.trigger()
    with qtbot.waitSignal(picker.models_wanted):
        models.trigger()
    assert "Ctrl+Shift+M" in models.toolTip()


def test_a_missing_model_falls_back_to_the_built_in_one_and_says_so(picker, app, qtbot):
    app.settings.update(model="gone")
    with qtbot.waitSignal(picker.failed) as failed:
        picker.refresh()
    assert "gone" in failed.args[0]
    assert app.settings.current.model == ""
    assert "SmolLM2" in picker.text()


def test_a_long_name_is_shortened_but_said_in_full(picker, app):
    model_file(app.paths.models / ("Very-long-name-" * 8 + ".gguf"))
    app.settings.update(model=("very-long-name-" * 8))
    picker.refresh()
    picker.set_name_width(100)
    assert picker.fontMetrics().horizontalAdvance(picker.text()) <= 110
    assert "Very-long-name-" * 8 in picker.accessibleName()


def test_an_ampersand_in_a_name_is_shown(picker, app):
    model_file(app.paths.models / "You&Me.gguf")
    assert "You&&Me  ·  1 MB" in entries(picker)
