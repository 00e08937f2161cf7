from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from ui.sidebar.rows import Group

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def chosen(shelf):
    return [one.title for one in shelf.list.chosen()]


def index(shelf, title):
    return shelf.model.index_of(shelf.find(title).id)


def test_a_click_opens_and_selects_nothing_to_be_seen(shelf, click):
    click(index(shelf, "A"))
    assert shelf.opened == [shelf.find("A").id]
    assert not shelf.side.selection_bar.isVisible()


@pytest.mark.parametrize("modifier", [CTRL, SHIFT])
def test_a_click_with_a_key_selects_more_and_opens_nothing(shelf, click, modifier):
    shelf.go_to("B")
    click(index(shelf, "A"), modifier)
    assert chosen(shelf) == ["B", "A"]
    assert shelf.opened == []
    assert shelf.side.selection_bar.isVisible()
    assert shelf.side.selection_bar.accessibleName() == "2 selected"


def test_shift_and_the_arrows_select_several(shelf, press):
    shelf.go_to("B")
    press(Qt.Key.Key_Down, SHIFT)
    assert chosen(shelf) == ["B", "A"]


def test_ctrl_a_selects_all_conversations_and_no_heading(shelf, press):
    shelf.go_to("A")
    press(Qt.Key.Key_A, CTRL)
    assert chosen(shelf) == ["C", "B", "A"]
    assert shelf.side.selection_bar.accessibleName() == "3 selected"


def test_esc_ends_the_selection_and_the_next_one_is_the_windows(shelf, press):
    shelf.go_to("B", "A")
    press(Qt.Key.Key_Escape)
    assert not shelf.side.selection_bar.isVisible()
    assert len(chosen(shelf)) == 1


def test_delete_removes_all_selected_and_undo_brings_all_back(shelf, press, qtbot):
    shelf.go_to("C", "A")
    with qtbot.waitSignals([shelf.list.removing, shelf.list.removed]):
        press(Qt.Key.Key_Delete)
    assert shelf.rows() == ["[Work]", "[Today]", "B", "[Bin]"]
    assert shelf.side.undo_bar.accessibleName() == "2 conversations were deleted."
    shelf.side.undo_bar.undo()
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]
    assert shelf.opened == []


def test_undo_of_a_deletion_brings_back_only_what_that_deletion_took(shelf, press):
    shelf.go_to("B")
    press(Qt.Key.Key_Delete)
    shelf.go_to("C", "A")
    press(Qt.Key.Key_Delete)
    shelf.side.undo_bar.undo()
    assert shelf.rows() == ["[Work]", "C", "[Today]", "A", "[Bin]"]


def test_the_bar_archives_all_selected(shelf, qtbot):
    shelf.go_to("C", "A")
    qtbot.mouseClick(shelf.side.selection_bar.archive, Qt.MouseButton.LeftButton)
    assert shelf.rows() == ["[Work]", "[Today]", "B", "[Archive+]"]
    shelf.side.undo_bar.undo()
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_the_bar_deletes_all_selected(shelf, qtbot):
    shelf.go_to("B", "A")
    qtbot.mouseClick(shelf.side.selection_bar.delete, Qt.MouseButton.LeftButton)
    assert [one.title for one in shelf.store.conversations()] == ["C"]


def test_the_bar_ends_the_selection(shelf, qtbot):
    shelf.go_to("B", "A")
    qtbot.mouseClick(shelf.side.selection_bar.close_button, Qt.MouseButton.LeftButton)
    assert not shelf.side.selection_bar.isVisible()


def test_the_menu_of_one_of_several_acts_on_all(shelf, qtbot):
    shelf.go_to("C", "A")
    menu = shelf.list.menu_at(index(shelf, "A"))
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Pin to the top", "Move to folder", "Archive", "Export…", "Delete 2 conversations"]
    with qtbot.waitSignal(shelf.side.export_requested) as exported:
        menu.actions()[3].trigger()
    assert exported.args == [[shelf.find("C").id, shelf.find("A").id]]
    menu.actions()[0].trigger()
    assert shelf.rows() == ["[Pinned]", "C", "A", "[Work]", "[Today]", "B"]


def test_the_menu_of_one_outside_the_selection_acts_on_it_alone(shelf):
    shelf.go_to("C", "A")
    words = [action.text() for action in shelf.list.menu_at(index(shelf, "B")).actions()]
    assert words[0] == "Open"


def test_several_from_different_folders_move_together_and_back(shelf):
    home = shelf.store.create_folder("Home")
    shelf.list.refresh()
    both = [shelf.find("C"), shelf.find("A")]
    shelf.list.changes.move(both, home)
    assert shelf.side.undo_bar.accessibleName() == "2 conversations were moved to “Home”."
    shelf.side.undo_bar.undo()
    assert shelf.rows() == ["[Home]", "[Work]", "C", "[Today]", "B", "A"]


def test_the_selection_survives_an_answer_that_arrives(shelf):
    shelf.go_to("C", "A")
    shelf.store.create_conversation(title="Newer")
    shelf.list.refresh()
    assert chosen(shelf) == ["C", "A"]


def test_a_heading_is_never_part_of_a_selection(shelf, click):
    shelf.go_to("C", "A")
    click(shelf.group(Group.FOLDER), CTRL)
    assert all(shelf.model.conversation(one) is not None for one in shelf.list.selectedIndexes())


def test_every_button_of_the_bar_has_a_name(shelf):
    bar = shelf.side.selection_bar
    assert all(button.accessibleName() for button in (bar.archive, bar.delete, bar.more, bar.close_button))
