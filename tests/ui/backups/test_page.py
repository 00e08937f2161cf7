from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from assistant.store.backups import listed
from ui.backups.desk import BackupDesk
from ui.backups.page import BackupsPage
from ui.settings_dialog.dialog import SettingsDialog


@pytest.fixture
def at_work():
    return []


@pytest.fixture
def page(qtbot, app, theme, at_work):
    desk = BackupDesk(app, lambda: bool(at_work))
    dialog = SettingsDialog(app, theme)
    qtbot.addWidget(dialog)
    made = BackupsPage(desk, theme, dialog.change)
    dialog.add_page(made)
    dialog.tabs.setCurrentWidget(made)
    with qtbot.waitSignal(desk.listed):
        dialog.open_dialog()
    yield made
    desk.shut_down()


def texts(page):
    return [page.list.item(row).text() for row in range(page.list.count())]


def choose(page, row):
    page.list.setCurrentRow(row)


def test_without_backups_it_says_when_the_first_comes(page):
    assert texts(page) == ["None yet. The first is made today."]
    assert not page.restore_button.isEnabled()
    assert page.folder_label.text() == "None chosen"
    assert not page.forget_button.isVisible()


def test_a_backup_made_now_is_listed_with_its_date_and_size(page, qtbot):
    with qtbot.waitSignals([page._desk.backed_up, page._desk.listed]):
        page.now_button.click()
    assert page.status.text() == "Backed up."
    (text,) = texts(page)
    assert text.endswith(" · 1 MB")


def test_a_chosen_folder_gets_backups_too_and_can_be_left_again(page, qtbot, app, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    with qtbot.waitSignal(page._desk.listed):
        page.folder_button.click()
    assert app.settings.current.backup_folder == str(tmp_path)
    assert page.folder_label.text().startswith(str(tmp_path))
    with qtbot.waitSignals([page._desk.backed_up, page._desk.listed]):
        page.now_button.click()
    assert page.status.text() == "Backed up in two places."
    assert sum(text.endswith("second place") for text in texts(page)) == 1
    with qtbot.waitSignal(page._desk.listed):
        page.forget_button.click()
    assert app.settings.current.backup_folder == ""
    assert len(texts(page)) == 1


def test_choosing_no_folder_changes_nothing(page, app, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    page.folder_button.click()
    assert app.settings.current.backup_folder == ""


def test_a_folder_that_is_not_there_is_a_calm_sentence(page, qtbot, tmp_path):
    with qtbot.waitSignal(page._desk.listed):
        page._desk.choose_folder(str(tmp_path / "stick"))
    assert page.folder_label.text().endswith(
        "is not there now. Connect the drive it is on, and backups are made there again."
    )
    assert page.forget_button.isVisible()


def test_restoring_brings_the_old_conversations_back_and_can_be_undone(page, qtbot, app):
    app.store.create_conversation(title="Bread")
    with qtbot.waitSignals([page._desk.backed_up, page._desk.listed]):
        page.now_button.click()
    app.store.create_conversation(title="Soup")
    choose(page, 0)
    with qtbot.waitSignals([page._desk.restored, page._desk.listed]):
        page.restore_button.click()
    assert [one.title for one in app.store.conversations()] == ["Bread"]
    assert any(text.endswith("from before another was restored") for text in texts(page))
    with qtbot.waitSignals([page._desk.restored, page._desk.listed]):
        page.undo_bar.button.click()
    assert [one.title for one in app.store.conversations()] == ["Soup", "Bread"]


def test_restoring_waits_for_an_answer(page, qtbot, app, at_work):
    with qtbot.waitSignals([page._desk.backed_up, page._desk.listed]):
        page.now_button.click()
    choose(page, 0)
    at_work.append("an answer")
    page.restore_button.click()
    assert page.hint.text() == "An answer is being written. Wait for its end or stop it, then restore."
    assert len(listed(app.paths.conversations)) == 1


def test_a_damaged_backup_is_a_sentence_on_the_page(page, qtbot, app):
    with qtbot.waitSignals([page._desk.backed_up, page._desk.listed]):
        page.now_button.click()
    listed(app.paths.conversations)[0].path.write_bytes(b"nothing" * 1_000)
    choose(page, 0)
    with qtbot.waitSignal(page._desk.failed):
        page.restore_button.click()
    assert "is damaged or is no backup of Thimble" in page.status.text()
    assert not page.hint.isVisible()


def test_everything_has_a_name_and_is_reached_with_tab(page):
    controls = [*page.findChildren(QAbstractButton), page.list]
    for control in controls:
        if control.isVisible():
            assert control.accessibleName() or control.text()
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_it_fits_a_narrow_window(page):
    page.window().resize(360, 640)
    for button in (page.now_button, page.folder_button, page.restore_button, page.show_button):
        right = button.mapTo(page, button.rect().topRight()).x()
        assert right <= page.width()
