from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from assistant.exchange.exporting import Format, Selection
from tests.exchange.conftest import talk
from ui.exchange.export_dialog import ExportDialog


@pytest.fixture
def dialog(app, controller, qtbot, tmp_path, theme):
    app.store.set_state("export_folder", str(tmp_path))
    made = ExportDialog(app.store, controller)
    qtbot.addWidget(made)
    return made


def choose(dialog, format_):
    dialog.format.setCurrentIndex(dialog.format.findData(format_))


def offered(dialog):
    return [dialog.what.itemText(place) for place in range(dialog.what.count())]


def test_the_conversation_asked_for_is_chosen_and_the_others_are_offered(dialog, app, lighthouses):
    folder = app.store.create_folder("Work")
    app.store.create_folder("Empty")
    app.store.move_to_folder(talk(app.store, "Soup", "Hot?").id, folder.id)
    dialog.open_for([lighthouses.id])
    assert offered(dialog) == ["“Lighthouses”", "All 2 conversations", "Folder “Work” (1)"]
    assert dialog.what.currentData() == Selection((lighthouses.id,))


def test_several_chosen_ones_are_counted(dialog, app, lighthouses):
    dialog.open_for([lighthouses.id, talk(app.store, "Soup", "Hot?").id])
    assert offered(dialog)[0] == "2 chosen conversations"


def test_without_one_all_are_chosen(dialog, lighthouses):
    dialog.open_for()
    assert dialog.what.currentData() == Selection()


def test_the_file_is_named_after_the_conversation(dialog, app, tmp_path):
    dialog.open_for([talk(app.store, 'What is 1/2? <"a:b">\\*|', "?").id])
    assert dialog.file == tmp_path / "What is 1 2 a b.html"


@pytest.mark.parametrize(
    ("title", "name"), [("", "Untitled"), ("...", "Thimble"), ("Con", "Con_"), ("x" * 300, "x" * 59 + "…")]
)
def test_the_name_of_the_file_is_one_that_every_system_allows(dialog, app, title, name):
    dialog.open_for([talk(app.store, title, "?").id])
    assert dialog.file.name == f"{name}.html"


def test_the_ending_follows_the_format(dialog, lighthouses, tmp_path):
    dialog.open_for([lighthouses.id])
    choose(dialog, Format.JSON)
    assert dialog.file == tmp_path / "Lighthouses.json"


def test_exporting_writes_the_file_and_says_so(dialog, lighthouses, qtbot, controller, tmp_path):
    dialog.open_for([lighthouses.id])
    choose(dialog, Format.MARKDOWN)
    with qtbot.waitSignal(controller.exported, timeout=60_000):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
        assert not dialog.export_button.isEnabled()
        assert dialog.progress.isVisible()
    assert "About 100 metres." in (tmp_path / "Lighthouses.md").read_text(encoding="utf-8")
    assert "Lighthouses.md" in dialog.outcome.label.text()
    assert dialog.export_button.isEnabled()
    assert dialog.focusWidget() is dialog.folder_button


def test_the_format_and_the_folder_are_remembered(dialog, app, lighthouses, qtbot, tmp_path):
    dialog.open_for([lighthouses.id])
    choose(dialog, Format.TEXT)
    (tmp_path / "elsewhere").mkdir()
    dialog.place.setText(str(tmp_path / "elsewhere" / "mine.txt"))
    with qtbot.waitSignal(dialog._controller.exported, timeout=60_000):
        dialog.export()
    again = ExportDialog(app.store, dialog._controller)
    qtbot.addWidget(again)
    again.open_for([lighthouses.id])
    assert (again.chosen_format, again.file) == (Format.TEXT, tmp_path / "elsewhere" / "Lighthouses.txt")


def test_a_file_that_would_be_replaced_is_announced(dialog, lighthouses, tmp_path):
    dialog.open_for([lighthouses.id])
    assert not dialog._warning.isVisible()
    (tmp_path / "mine.html").write_text("x")
    dialog.place.setText(str(tmp_path / "mine.html"))
    assert "will be replaced" in dialog._warning.text()
    assert dialog._warning.isVisible()


def test_a_place_that_can_not_be_written_is_said_where_it_happened(dialog, lighthouses, qtbot, controller, tmp_path):
    dialog.open_for([lighthouses.id])
    dialog.place.setText(str(tmp_path / "missing" / "a.html"))
    with qtbot.waitSignal(controller.failed, timeout=60_000):
        dialog.export()
    assert "can't be written" in dialog.outcome.label.text()
    assert not dialog.folder_button.isVisible()


def test_cancelling_leaves_the_dialog_as_it_was(dialog, app, qtbot, controller, tmp_path):
    dialog.open_for([talk(app.store, "Long", *["word " * 2_000] * 200).id])
    choose(dialog, Format.PDF)
    with qtbot.waitSignal(controller.failed, timeout=60_000):
        dialog.export()
        qtbot.mouseClick(dialog.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert dialog.export_button.isEnabled()
    assert not dialog.progress.isVisible()
    assert list(tmp_path.glob("Long*")) == []


def test_the_chooser_adds_the_ending_that_is_missing(dialog, lighthouses, tmp_path, monkeypatch):
    dialog.open_for([lighthouses.id])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine"), ""))
    dialog.choose_place()
    assert dialog.file == tmp_path / "mine.html"


def test_without_a_name_there_is_nothing_to_begin(dialog, lighthouses):
    dialog.open_for([lighthouses.id])
    dialog.place.setText("  ")
    assert not dialog.export_button.isEnabled()


def test_the_keyboard_reaches_everything_in_the_order_it_is_read(dialog, lighthouses, qtbot):
    dialog.open_for([lighthouses.id])
    dialog.what.setFocus()
    order = []
    for _ in range(6):
        order.append(dialog.focusWidget())
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert order == [
        dialog.what, dialog.format, dialog.place, dialog.choose_button, dialog.close_button, dialog.export_button,
    ]  # fmt: skip
    assert all(control.accessibleName() for control in (dialog.what, dialog.format, dialog.place))


def test_it_fits_a_narrow_screen(dialog, lighthouses):
    dialog.open_for([lighthouses.id])
    dialog.resize(320, 400)
    assert dialog.width() == 320
    assert dialog.minimumSizeHint().width() <= 360


def test_a_folder_that_is_gone_is_not_proposed_again(dialog, app, lighthouses):
    app.store.set_state("export_folder", "/no/such/folder")
    dialog.open_for([lighthouses.id])
    assert dialog.file.parent != Path("/no/such/folder")
