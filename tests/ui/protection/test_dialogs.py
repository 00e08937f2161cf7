from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from assistant.app import build
from assistant.errors import StoreError
from assistant.store import Store, keys
from assistant.store.keys import KeyState, WrongPassphraseError, key_path, set_state
from assistant.store.protection import Protection
from ui.protection.dialogs import ChangeDialog, RemoveDialog, SetDialog, UnlockDialog
from ui.protection.gate import open_up, turning_off, turning_on
from ui.protection.progress import ProgressDialog
from ui.protection.tasks import ClosedTask, Opened
from ui.settings_dialog.protection_page import ProtectionPage

PASSPHRASE = "correct horse battery"


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch):
    monkeypatch.setattr(keys, "_COST", 1 << 8)


@pytest.fixture
def protection(tmp_path):
    path = tmp_path / "data" / "conversations.db"
    with Store.open(path) as store:
        store.create_conversation(title="A secret")
    return Protection(path)


@pytest.fixture
def key(protection):
    return protection.turn_on(PASSPHRASE)


@pytest.fixture
def show(qtbot):
    """Shows a dialog."""

    def show_one(dialog):
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog, timeout=60_000):
            dialog.open()
        return dialog

    return show_one


def type_in(qtbot, dialog, *texts):
    for edit, text in zip(dialog.fields.edits, texts, strict=True):
        edit.clear()
        qtbot.keyClicks(edit, text)


def titles(opened, path):
    with Store.open(path, key=opened.key) as store:
        return [one.title for one in store.conversations()]


def test_the_passphrase_and_return_unlock(qtbot, show, protection, key):
    dialog = show(UnlockDialog(protection))
    assert dialog.focusWidget() is dialog.fields.edits[0]
    type_in(qtbot, dialog, PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyPress(dialog, Qt.Key.Key_Return)
    assert dialog.result_value.key == key


def test_a_wrong_passphrase_is_said_and_can_be_typed_again(qtbot, show, protection, key):
    dialog = show(UnlockDialog(protection))
    type_in(qtbot, dialog, "wrong")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.said.isVisible)
    assert "not the passphrase" in dialog.said.text()
    assert dialog.fields.texts() == [""]
    assert dialog.focusWidget() is dialog.fields.edits[0]
    assert not dialog.accept_button.isEnabled()


def test_what_is_typed_is_hidden_until_it_is_wanted(qtbot, show, protection, key):
    dialog = show(UnlockDialog(protection))
    (edit,) = dialog.fields.edits
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    dialog.fields.show_box.click()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal


@pytest.mark.parametrize(
    ("pressed", "shift", "said"),
    [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False), ("1", False, False)],
)
def test_caps_lock_is_noticed_with_the_first_letter(show, protection, pressed, shift, said):
    dialog = show(UnlockDialog(protection))
    modifier = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_A, modifier, pressed)
    QApplication.sendEvent(dialog.fields.edits[0], event)
    assert dialog.fields.caps_hint.isVisible() is said


def test_nothing_typed_stays_in_a_closed_dialog(qtbot, show, protection, key):
    dialog = show(UnlockDialog(protection))
    type_in(qtbot, dialog, PASSPHRASE)
    dialog.reject()
    assert dialog.fields.texts() == [""]


def test_a_passphrase_is_set_only_when_losing_it_is_understood(qtbot, show):
    dialog = show(SetDialog())
    assert "lost for good" in dialog.warning.text()
    type_in(qtbot, dialog, PASSPHRASE, PASSPHRASE)
    assert not dialog.accept_button.isEnabled()
    dialog.understood.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept_button.click()
    assert dialog.result_value == PASSPHRASE


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [(PASSPHRASE, "correct horse batterz", "not the same"), ("short", "short", "too short")],
)
def test_a_mistyped_or_short_passphrase_is_not_set(qtbot, show, first, second, said):
    dialog = show(SetDialog())
    dialog.understood.click()
    type_in(qtbot, dialog, first, second)
    dialog.accept_button.click()
    assert said in dialog.said.text()
    assert dialog.isVisible()


def test_the_passphrase_is_changed(qtbot, show, protection, key):
    dialog = show(ChangeDialog(protection))
    type_in(qtbot, dialog, PASSPHRASE, "another passphrase", "another passphrase")
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept_button.click()
    assert protection.unlock("another passphrase").key == key
    with pytest.raises(WrongPassphraseError):
        protection.unlock(PASSPHRASE)


def test_removing_asks_for_the_right_passphrase(qtbot, show, protection, key):
    dialog = show(RemoveDialog(protection))
    type_in(qtbot, dialog, "wrong")
    dialog.accept_button.click()
    qtbot.waitUntil(dialog.said.isVisible)
    type_in(qtbot, dialog, PASSPHRASE)
    with qtbot.waitSignal(dialog.accepted):
        dialog.accept_button.click()
    assert dialog.result_value == PASSPHRASE


@pytest.mark.parametrize("make", [UnlockDialog, ChangeDialog, RemoveDialog, SetDialog])
def test_every_control_has_a_name_and_all_fit_a_narrow_window(show, protection, make):
    dialog = show(make() if make is SetDialog else make(protection))
    dialog.resize(340, 10)
    QApplication.processEvents()
    for edit in dialog.fields.edits:
        assert edit.accessibleName()
    for widget in dialog.findChildren(QWidget):
        if widget.isVisible():
            assert dialog.rect().contains(widget.rect().translated(widget.mapTo(dialog, widget.rect().topLeft())))


@pytest.fixture
def window(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def when_shown(kind, act):
    """Call `act` with the first dialog of a kind that is shown."""

    def look():
        dialog = next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None
        )
        if dialog is None:
            QTimer.singleShot(10, look)
        else:
            act(dialog)

    QTimer.singleShot(0, look)


def unlock_with(passphrase):
    def act(dialog):
        dialog.fields.edits[0].setText(passphrase)
        dialog.accept_button.click()

    when_shown(UnlockDialog, act)


def test_conversations_without_a_passphrase_are_opened_without_asking(window, protection):
    assert open_up(window, protection) == Opened(None, ())


def test_protected_conversations_are_opened_with_the_passphrase(window, protection, key):
    unlock_with(PASSPHRASE)
    assert titles(open_up(window, protection), protection.store) == ["A secret"]


def test_the_user_may_leave_instead(window, protection, key):
    when_shown(UnlockDialog, lambda dialog: dialog.reject_button.click())
    assert open_up(window, protection) is None


def test_what_was_interrupted_is_finished_after_unlocking(window, protection, key):
    set_state(protection.store, key, KeyState.TURNING_OFF)
    unlock_with(PASSPHRASE)
    opened = open_up(window, protection)
    assert opened.key is None
    assert titles(opened, protection.store) == ["A secret"]


def test_a_lost_key_file_is_a_sentence_and_no_endless_asking(window, protection, key):
    for file in (key_path(protection.store), protection.store.parent / "backups" / "conversations.key"):
        file.unlink()
    unlock_with(PASSPHRASE)
    with pytest.raises(StoreError, match="key file"):
        open_up(window, protection)


def test_turning_on_and_off_are_done_before_the_conversations_are_opened(window, protection):
    opened = open_up(window, protection, turning_on(protection, PASSPHRASE))
    assert opened.key is not None
    assert titles(opened, protection.store) == ["A secret"]
    opened = open_up(window, protection, turning_off(protection, PASSPHRASE))
    assert opened.key is None
    assert titles(opened, protection.store) == ["A secret"]


def test_a_failure_is_told_and_the_conversations_are_opened_as_they_are(window, protection):
    with Store.open(protection.store):
        opened = open_up(window, protection, turning_on(protection, PASSPHRASE))
    assert ["Another program" in notice.sentence for notice in opened.notices] == [True]
    assert titles(opened, protection.store) == ["A secret"]


def test_a_task_can_not_be_closed_while_it_runs(qtbot):
    def work(report):
        report(0.5)
        goes_on.wait()

    goes_on = threading.Event()
    dialog = ProgressDialog(ClosedTask("Working", work))
    qtbot.addWidget(dialog)
    seen = []

    def press():
        dialog.reject()
        dialog.close()
        seen.append(dialog.isVisible())
        goes_on.set()

    QTimer.singleShot(50, press)
    dialog.exec()
    assert seen == [True]
    assert dialog.failure is None


@pytest.mark.parametrize("protected", [True, False])
def test_the_page_offers_what_can_be_done(qtbot, tmp_path, protected):
    path = tmp_path / "data" / "conversations.db"
    Store.open(path).close()
    app = build(path.parent, key=Protection(path).turn_on(PASSPHRASE) if protected else None)
    page = ProtectionPage(app, lambda *_: None)
    qtbot.addWidget(page)
    offered = [button for button in (page.set_button, page.change_button, page.remove_button) if not button.isHidden()]
    assert offered == ([page.change_button, page.remove_button] if protected else [page.set_button])
    app.close()


def test_the_page_wants_the_window_closed_for_encrypting(qtbot, app):
    page = ProtectionPage(app, lambda *_: None)
    qtbot.addWidget(page)

    def act(dialog):
        for edit in dialog.fields.edits:
            edit.setText(PASSPHRASE)
        dialog.understood.click()
        dialog.accept_button.click()

    when_shown(SetDialog, act)
    with qtbot.waitSignal(page.task_wanted) as wanted:
        page.set_passphrase()
    assert isinstance(wanted.args[0], ClosedTask)
