import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from assistant.settings import Settings, SettingsFile, Theme
from ui.settings_dialog.dialog import SettingsDialog

NOT_IN_THE_DIALOG = {"model_files", "backup_folder", "small_model_hint", "window_geometry", "splitter_state"}


@pytest.fixture
def dialog(qtbot, app, theme):
    dialog = SettingsDialog(app, theme)
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog, timeout=60_000):
        dialog.open_dialog()
    return dialog


def field(dialog, name):
    return next(page.fields[name] for page in dialog.pages if name in page.fields)


def saved(app):
    return SettingsFile(app.paths.settings).current


def test_every_setting_of_the_user_is_there(dialog):
    shown = {name for page in dialog.pages for name in page.fields}
    assert shown == {entry.name for entry in msgspec.structs.fields(Settings)} - NOT_IN_THE_DIALOG


def test_every_setting_has_a_name_and_an_explanation(dialog):
    for page in dialog.pages:
        for entry in page.fields.values():
            assert entry.control.accessibleName()
            assert entry.explanation.text()


def test_the_values_in_force_are_shown(qtbot, app, theme):
    app.settings.update(seed=4_294_967_294, temperature=0.75, theme=Theme.DARK)
    dialog = SettingsDialog(app, theme)
    qtbot.addWidget(dialog)
    assert field(dialog, "seed").control.value() == 4_294_967_294
    assert field(dialog, "temperature").control.value() == 0.75
    assert field(dialog, "theme").control.currentText() == "Dark"


def test_a_change_holds_and_is_saved(dialog, app, qtbot):
    with qtbot.waitSignal(dialog.changed) as changed:
        field(dialog, "top_k").control.setValue(17)
    assert changed.args == ["top_k", 17]
    assert saved(app).top_k == 17


def test_closing_saves_what_was_changed_a_moment_ago(dialog, app):
    field(dialog, "max_answer_tokens").control.setValue(300)
    dialog.close()
    assert saved(app).max_answer_tokens == 300


def test_the_theme_changes_while_the_window_is_open(dialog, theme, app):
    box = field(dialog, "theme").control
    box.setCurrentIndex(box.findText("Dark"))
    assert theme.is_dark
    dialog.flush()
    assert saved(app).theme is Theme.DARK


def test_the_text_size_changes_while_the_window_is_open(dialog, theme):
    field(dialog, "text_size").control.setValue(150)
    assert theme.text_size == 150


def test_the_language_is_saved_and_each_is_written_in_itself(dialog, app):
    box = field(dialog, "language").control
    assert [box.itemText(place) for place in range(1, box.count())] == ["English", "Deutsch", "Français", "Español"]
    box.setCurrentIndex(2)
    dialog.flush()
    assert saved(app).language == "de"


def test_a_language_written_into_the_file_by_hand_can_be_chosen_again(qtbot, app, theme):
    app.settings.update(language="fi")
    dialog = SettingsDialog(app, theme)
    qtbot.addWidget(dialog)
    assert field(dialog, "language").control.currentText() == "suomi"


def test_automatic_is_a_word_and_not_a_number(dialog):
    assert field(dialog, "threads").control.text() == "Automatic"
    assert field(dialog, "context_length").control.text() == "Automatic"


def test_what_a_model_may_take_is_said_in_words_where_it_is_no_number(dialog):
    assert field(dialog, "memory_limit_mb").control.text() == "Automatic"
    field(dialog, "idle_minutes").control.setValue(0)
    assert field(dialog, "idle_minutes").control.text() == "Never"


def test_a_switch_holds_and_is_saved(dialog, app, qtbot):
    switch = field(dialog, "save_battery").control
    assert switch.isChecked()
    with qtbot.waitSignal(dialog.changed) as changed:
        qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert changed.args == ["save_battery", False]
    assert not saved(app).save_battery


def test_reset_gives_only_this_page_its_defaults(dialog, app, qtbot):
    field(dialog, "temperature").control.setValue(1.5)
    field(dialog, "text_size").control.setValue(120)
    qtbot.mouseClick(dialog.pages[0].reset_button, Qt.MouseButton.LeftButton)
    dialog.flush()
    assert saved(app).temperature == Settings().temperature
    assert field(dialog, "temperature").control.value() == Settings().temperature
    assert saved(app).text_size == 120


def test_advanced_values_are_shown_when_one_is_not_the_default(qtbot, app, theme):
    app.settings.update(min_p=0.3)
    dialog = SettingsDialog(app, theme)
    qtbot.addWidget(dialog)
    dialog.show()
    assert field(dialog, "min_p").isVisible()


def test_advanced_values_step_back_at_first(dialog, qtbot):
    assert not field(dialog, "min_p").isVisible()
    toggle = next(button for button in dialog.pages[0].findChildren(QPushButton) if button.isCheckable())
    qtbot.mouseClick(toggle, Qt.MouseButton.LeftButton)
    assert field(dialog, "min_p").isVisible()


def test_a_settings_file_that_can_t_be_written_is_said_and_the_change_holds(dialog, app):
    app.paths.data.mkdir(parents=True, exist_ok=True)
    app.paths.settings.unlink(missing_ok=True)
    app.paths.settings.mkdir()
    field(dialog, "top_k").control.setValue(7)
    dialog.flush()
    assert "could not be saved" in dialog.notices.text
    assert app.settings.current.top_k == 7


def test_a_model_added_later_is_offered_at_the_next_opening(dialog, app):
    app.paths.models.mkdir(parents=True)
    (app.paths.models / "Own.gguf").write_bytes(b"GGUF" + bytes(20))
    dialog.close()
    dialog.open_dialog()
    box = field(dialog, "model").control
    assert box.findData("own") >= 0


def test_the_wheel_over_a_value_without_focus_does_not_change_it(dialog):
    control = field(dialog, "max_answer_tokens").control
    before = control.value()
    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(control, wheel)
    assert control.value() == before


@pytest.mark.parametrize("page", range(4))
def test_every_control_is_reached_with_the_tab_key(dialog, qtbot, page):
    dialog.tabs.setCurrentIndex(page)
    dialog.tabs.tabBar().setFocus()
    wanted = {
        control
        for kind in (QSpinBox, QCheckBox, QComboBox, QPushButton)
        for control in dialog.pages[page].findChildren(kind)
        if control.isVisible()
    }
    seen: set[QWidget] = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    assert wanted <= seen


def test_a_control_reached_with_tab_is_scrolled_into_view(dialog, qtbot):
    dialog.resize(320, 320)
    dialog.tabs.tabBar().setFocus()
    button = dialog.pages[0].reset_button
    for _ in range(40):
        if QApplication.focusWidget() is button:
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is button
    assert dialog.pages[0].viewport().rect().contains(button.mapTo(dialog.pages[0].viewport(), button.rect().center()))


def test_nothing_is_cut_off_in_a_narrow_window(dialog):
    dialog.resize(320, 480)
    for page in dialog.pages:
        assert page.widget().minimumSizeHint().width() <= 320


def test_the_data_folder_is_shown(dialog, app):
    texts = [label.text() for label in dialog.pages[3].findChildren(QLabel)]
    assert str(app.paths.data) in texts
