from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from ui.organise.bin_dialog import BinDialog
from ui.organise.words import days_left

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)

DAY = 24 * 3600


@pytest.fixture
def ids(store):
    made = [store.create_conversation(title=title).id for title in ("First", "Second", "Third")]
    for place, number in enumerate(made):
        store.delete_conversation(number)
        store._database.change(
            "UPDATE conversation SET deleted_at = deleted_at - ? WHERE id = ?", ((10 - place) * DAY, number)
        )
    return made


@pytest.fixture
def dialog(qtbot, store, theme):
    dialog = BinDialog(store, theme)
    qtbot.addWidget(dialog)
    dialog.removed = []
    dialog.removal_wanted.connect(dialog.removed.append)
    # As the keeper does it.
    dialog.removal_wanted.connect(store.discard)
    dialog.open_dialog()
    return dialog


def titles(dialog):
    return [item.title for item in dialog.items.items]


def test_the_latest_deleted_is_first_and_ready_to_be_brought_back(ids, dialog):
    assert titles(dialog) == ["Third", "Second", "First"]
    assert dialog.selected() == [ids[2]]
    assert dialog.items.index(0, 1).data() == "22 days left"


def test_enter_brings_back(ids, dialog, qtbot, store):
    with qtbot.waitSignal(dialog.restored) as restored:
        qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert restored.args == [[ids[2]]]
    assert titles(dialog) == ["Second", "First"]
    assert [one.title for one in store.conversations()] == ["Third"]


def test_several_are_brought_back_together(ids, dialog, qtbot, store):
    dialog.view.selectAll()
    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert len(store.conversations()) == 3
    assert dialog.empty.isVisible()
    assert not dialog.empty_button.isEnabled()


def test_before_something_goes_for_good_it_is_asked(ids, dialog, qtbot):
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    assert dialog.question.isVisible()
    assert dialog.question.text() == "Remove this conversation for good? It can't be brought back."
    assert dialog.removed == []
    assert dialog.focusWidget() is dialog.no_button


def test_yes_removes_what_was_asked_about(ids, dialog, qtbot, store):
    qtbot.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.yes_button, Qt.MouseButton.LeftButton)
    assert dialog.removed == [[ids[2]]]
    assert titles(dialog) == ["Second", "First"]
    assert not dialog.question.isVisible()


def test_the_whole_bin_can_be_emptied(ids, dialog, qtbot, store):
    qtbot.mouseClick(dialog.empty_button, Qt.MouseButton.LeftButton)
    assert dialog.question.text() == "Remove 3 conversations for good? They can't be brought back."
    qtbot.mouseClick(dialog.yes_button, Qt.MouseButton.LeftButton)
    assert store.binned() == []
    assert dialog.empty.isVisible()


@pytest.mark.parametrize("way", ["button", "escape", "close"])
def test_keeping_removes_nothing(ids, dialog, qtbot, way):
    dialog.ask_for_all()
    if way == "button":
        qtbot.mouseClick(dialog.no_button, Qt.MouseButton.LeftButton)
    elif way == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()
        dialog.open_dialog()
    assert dialog.isVisible()
    assert not dialog.question.isVisible()
    assert dialog.removed == []
    assert len(titles(dialog)) == 3


def test_an_empty_bin_says_what_it_is_for(dialog):
    assert dialog.empty.isVisible()
    assert not dialog.view.isVisible()
    assert not dialog.restore_button.isEnabled()


def test_the_rules_of_deleting_are_said(dialog):
    words = dialog.explanation.text()
    assert all(part in words for part in ("30 days", "overwritten", "search", "Backups"))


def test_what_is_selected_stays_selected_when_the_bin_changes(ids, dialog, store):
    dialog.view.selectionModel().clear()
    dialog.view.setCurrentIndex(dialog.items.index(1, 0))
    store.restore_conversation(ids[2])
    dialog.refresh()
    assert dialog.selected() == [ids[1]]


def test_a_failing_store_is_said(ids, dialog, store):
    store.close()
    dialog.restore_selected()
    assert dialog.notices.text


def test_a_screen_reader_hears_title_date_and_time_left(ids, dialog):
    words = dialog.items.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words.startswith("Third, deleted on ")
    assert words.endswith(", 22 days left")
    assert all(
        widget.accessibleName() or widget.text()
        for widget in (dialog.view, dialog.restore_button, dialog.remove_button, dialog.empty_button)
        if hasattr(widget, "text")
    )
    assert dialog.view.accessibleName()


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (0, "30 days left"),
        (28.5, "2 days left"),
        (29.5, "last day"),
        (31, "last day"),
        (-400, "30 days left"),
    ],
)
def test_the_days_that_are_left_are_counted_also_with_the_clock_set_back(days_ago, words):
    now = time.time()
    assert days_left(now - days_ago * DAY, now) == words
