from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


def press(qtbot, button):
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def mime(*paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


BUTTON, NO_KEYS, COPY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction


def enter(target, data):
    """The event of dragging onto a widget; `data` has to be kept, the event only points to it."""
    return QDragEnterEvent(target.rect().center(), COPY, data, BUTTON, NO_KEYS)


def drop(target, data):
    """Drag onto a widget and let go; return whether the window took it."""
    entered = enter(target, data)
    QApplication.sendEvent(target, entered)
    if not entered.isAccepted():
        return False
    QApplication.sendEvent(target, QDropEvent(QPointF(target.rect().center()), COPY, data, BUTTON, NO_KEYS))
    return True


def wait_for(qtbot, condition):
    qtbot.waitUntil(condition, timeout=60_000)


def test_a_dropped_file_is_asked_about_and_nothing_happens_before_the_answer(dialog, app, model_file):
    assert drop(dialog, mime(model_file))
    assert dialog.imports.copy_button.isVisible()
    assert dialog.imports.copy_button.hasFocus()
    assert "Mine.gguf (1 MB)" in dialog.imports.label.text()
    assert not app.paths.models.exists()
    assert app.settings.current.model_files == ()


def test_copy_brings_the_file_into_the_models_folder(dialog, app, model_file, content, qtbot):
    drop(dialog, mime(model_file))
    press(qtbot, dialog.imports.copy_button)
    wait_for(qtbot, lambda: "mine" in dialog.installed.cards)
    assert (app.paths.models / "Mine.gguf").read_bytes() == content
    assert model_file.exists()
    assert not dialog.imports.isVisible()
    assert "Mine is here and can be used." in dialog.notices.text


def test_use_where_it_is_copies_nothing(dialog, app, model_file, qtbot):
    drop(dialog, mime(model_file))
    press(qtbot, dialog.imports.in_place_button)
    wait_for(qtbot, lambda: "mine" in dialog.installed.cards)
    assert app.settings.current.model_files == (str(model_file),)
    assert not (app.paths.models / "Mine.gguf").exists()


def test_cancel_and_esc_do_nothing_with_the_file(dialog, controller, model_file, qtbot):
    drop(dialog, mime(model_file))
    press(qtbot, dialog.imports.dismiss_button)
    assert not dialog.imports.isVisible()
    drop(dialog, mime(model_file))
    qtbot.keyClick(dialog.imports.copy_button, Qt.Key.Key_Escape)
    assert not dialog.imports.isVisible()
    assert dialog.isVisible()
    assert controller.imports.asking == []


def test_several_files_are_asked_about_once_and_come_one_after_the_other(dialog, model_file, content, qtbot):
    other = model_file.with_name("Another.gguf")
    other.write_bytes(content)
    drop(dialog, mime(model_file, other))
    assert "Mine.gguf, Another.gguf" in dialog.imports.label.text()
    press(qtbot, dialog.imports.copy_button)
    wait_for(qtbot, lambda: {"mine", "another"} <= set(dialog.installed.cards))
    wait_for(qtbot, lambda: not dialog.imports.isVisible())


def test_a_file_that_is_no_model_is_said_in_a_sentence(dialog, app, tmp_path, qtbot):
    letter = tmp_path / "letter.gguf"
    letter.write_text("Dear Sir")
    drop(dialog, mime(letter))
    press(qtbot, dialog.imports.copy_button)
    wait_for(qtbot, lambda: "letter.gguf" in dialog.notices.text)
    assert not (app.paths.models / "letter.gguf").exists()
    assert not dialog.imports.isVisible()


@pytest.mark.parametrize("name", ["letter.txt", "picture.png", "folder"])
def test_other_files_are_not_taken(dialog, tmp_path, name):
    assert not drop(dialog, mime(tmp_path / name))


def test_text_is_not_taken(dialog):
    data = QMimeData()
    data.setText("/home/me/Mine.gguf")
    assert not drop(dialog, data)


def test_while_a_file_is_over_the_window_it_says_what_will_happen(dialog, model_file):
    data = mime(model_file)
    QApplication.sendEvent(dialog, enter(dialog, data))
    assert dialog._drops.hint.isVisible()
    QApplication.sendEvent(dialog, QDragLeaveEvent())
    assert not dialog._drops.hint.isVisible()
    drop(dialog, data)
    assert not dialog._drops.hint.isVisible()


def test_the_button_asks_for_files(dialog, controller, model_file, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(model_file)], ""))
    press(qtbot, dialog.add_button)
    assert controller.imports.asking == [model_file]


def test_choosing_no_file_asks_nothing(dialog, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    press(qtbot, dialog.add_button)
    assert not dialog.imports.isVisible()


def test_copying_can_be_cancelled_and_leaves_nothing_behind(dialog, app, model_file, qtbot, monkeypatch):
    started = []
    copy = app.models.import_job

    def held(path: Path, *, in_place: bool):
        job = copy(path, in_place=in_place)
        job.cancel.cancel()  # pressed before the first byte
        started.append(path)
        return job

    monkeypatch.setattr(app.models, "import_job", held)
    drop(dialog, mime(model_file))
    press(qtbot, dialog.imports.copy_button)
    wait_for(qtbot, lambda: not dialog.imports.isVisible())
    assert started == [model_file]
    assert not (app.paths.models / "Mine.gguf").exists()
    assert dialog.notices.text == ""
