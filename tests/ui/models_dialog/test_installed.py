import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from assistant.events import AnswerStats
from assistant.models.library import BUILT_IN_ID
from ui.models_dialog.dialog import ModelsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


def press(qtbot, button):
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def read_all(qtbot, controller):
    """Wait until every file was looked at."""
    qtbot.waitUntil(lambda: all(item.header or item.problem for item in controller.installed), timeout=60_000)


def test_the_built_in_model_is_there_in_use_and_can_t_be_removed(dialog):
    card = dialog.installed.cards[BUILT_IN_ID]
    assert card.badge.text() == "In use"
    assert "built-in" in card.facts.text()
    assert not card.use_button.isVisible()
    assert not card.remove_button.isVisible()
    assert card.folder_button.isVisible()


def test_what_a_file_says_is_shown_a_moment_after_its_name(own_model, dialog, controller, qtbot):
    assert "own" in dialog.installed.cards
    read_all(qtbot, controller)
    assert "reads up to 360 words at once" in dialog.installed.cards["own"].facts.text()


def test_a_broken_file_has_its_sentence_and_can_only_be_removed(own_model, dialog, controller, qtbot):
    own_model.write_bytes(own_model.read_bytes()[:1000])
    controller.refresh()
    read_all(qtbot, controller)
    card = dialog.installed.cards["own"]
    assert card.badge.text() == "Can't be used"
    assert card.problem.isVisible()
    assert "Own.gguf" in card.problem.text()
    assert not card.use_button.isVisible()
    assert card.remove_button.isVisible()


def test_a_measured_speed_is_said_in_words(own_model, dialog, controller, app):
    item = controller.find("own")
    app.models.record(item.model, AnswerStats(100, 100, 500.0, 70.0, 0.1))
    controller.refresh()
    assert "Writes 50 words a second here." in dialog.installed.cards["own"].facts.text()


def test_use_chooses_the_model_and_leaves_the_focus_in_its_card(own_model, dialog, app, qtbot):
    card = dialog.installed.cards["own"]
    card.use_button.setFocus()
    qtbot.keyClick(card.use_button, Qt.Key.Key_Space)
    assert app.settings.current.model == "own"
    assert card.badge.text() == "In use"
    assert dialog.installed.cards[BUILT_IN_ID].use_button.isVisible()


def test_show_folder_tells_where_the_file_lies(own_model, dialog, qtbot):
    dialog.folder_wanted.disconnect()
    with qtbot.waitSignal(dialog.folder_wanted) as wanted:
        press(qtbot, dialog.installed.cards["own"].folder_button)
    assert wanted.args == [own_model.parent]


def test_a_removed_model_is_gone_at_once_and_undo_brings_it_back(own_model, dialog, app, qtbot):
    app.settings.update(model="own")
    press(qtbot, dialog.installed.cards["own"].remove_button)
    assert "own" not in dialog.installed.cards
    assert not own_model.exists()
    assert app.settings.current.model == ""
    press(qtbot, dialog.undo_bar.button)
    assert own_model.exists()
    assert "own" in dialog.installed.cards
    assert app.settings.current.model == "own"


def test_ctrl_z_takes_a_removal_back(own_model, dialog, qtbot):
    press(qtbot, dialog.installed.cards["own"].remove_button)
    qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert own_model.exists()


def test_after_its_time_a_removed_model_is_deleted_for_good(own_model, dialog, controller, app, qtbot):
    press(qtbot, dialog.installed.cards["own"].remove_button)
    dialog.undo_bar._timer.timeout.emit()
    controller.shutdown()
    assert not list(app.paths.models.rglob("Own.gguf"))


def test_a_second_removal_leaves_the_first_done_and_can_be_taken_back(own_model, dialog, controller, qtbot, content):
    second = own_model.with_name("Second.gguf")
    second.write_bytes(content)
    controller.refresh()
    press(qtbot, dialog.installed.cards["own"].remove_button)
    press(qtbot, dialog.installed.cards["second"].remove_button)
    press(qtbot, dialog.undo_bar.button)
    assert second.exists()
    controller.shutdown()
    assert not list(own_model.parent.rglob("Own.gguf"))


def test_a_model_used_in_place_is_only_taken_out_of_the_list(model_file, dialog, controller, app, qtbot):
    app.settings.update(model_files=(str(model_file),))
    controller.refresh()
    card = dialog.installed.cards["mine"]
    assert "the file stays" in card.remove_button.toolTip()
    press(qtbot, card.remove_button)
    assert "mine" not in dialog.installed.cards
    assert model_file.exists()


def test_a_file_that_can_t_be_moved_is_said_and_stays(own_model, dialog, app, qtbot):
    (app.paths.models / ".trash").write_text("a file where the folder should be")
    press(qtbot, dialog.installed.cards["own"].remove_button)
    assert "Own.gguf" in dialog.notices.text
    assert "own" in dialog.installed.cards


def test_every_button_is_reached_with_the_tab_key_in_the_order_of_the_list(own_model, dialog, controller, qtbot):
    read_all(qtbot, controller)
    dialog.tabs.tabBar().setFocus()
    wanted = [button for button in dialog.findChildren(QPushButton) if button.isVisible()]
    seen = []
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert set(wanted) <= set(seen)
    built_in, own = dialog.installed.cards[BUILT_IN_ID], dialog.installed.cards["own"]
    assert seen.index(built_in.folder_button) < seen.index(own.use_button) < seen.index(own.remove_button)


def test_every_control_has_a_name_that_says_which_model(own_model, dialog):
    card = dialog.installed.cards["own"]
    assert card.accessibleName() == "Own"
    for button in (card.use_button, card.folder_button, card.remove_button):
        assert "Own" in button.accessibleName()
    assert "MB" in card.accessibleDescription()


@pytest.mark.parametrize("page", list(ModelsPage))
def test_nothing_is_cut_off_in_a_narrow_window(own_model, dialog, page):
    dialog.tabs.setCurrentIndex(page)
    dialog.resize(360, 640)
    QApplication.processEvents()
    shown = dialog.tabs.currentWidget()
    assert shown.widget().minimumSizeHint().width() <= shown.viewport().width()


def test_without_any_model_the_page_says_what_to_do(dialog, controller, monkeypatch):
    monkeypatch.setattr("assistant.models.library.built_in_file", lambda: None)
    controller.refresh()
    assert dialog.installed.nothing.isVisible()
    assert "add a model file" in dialog.installed.nothing.text()
