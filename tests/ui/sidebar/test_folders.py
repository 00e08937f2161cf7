from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from ui.sidebar.panel import Sidebar
from ui.sidebar.rows import Group

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


def entry(menu, *path):
    """Return an entry of a menu by the words on the way to it."""
    for words in path:
        action = next(action for action in menu.actions() if action.text() == words)
        menu = action.menu() or menu
    return action


def menu_of(shelf, title):
    return shelf.list.menu_at(shelf.model.index_of(shelf.find(title).id))


def test_conversations_are_listed_below_their_folder(shelf):
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_a_click_on_a_folder_closes_and_opens_it(shelf, click):
    click(shelf.heading("[Work]"))
    assert shelf.rows() == ["[Work+]", "[Today]", "B", "A"]
    click(shelf.heading("[Work+]"))
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_the_arrows_close_and_open_a_folder(shelf, press):
    shelf.go_to("C")
    press(Qt.Key.Key_Left)
    assert shelf.list.currentIndex() == shelf.heading("[Work]")
    press(Qt.Key.Key_Left)
    assert shelf.rows()[0] == "[Work+]"
    press(Qt.Key.Key_Right)
    assert shelf.rows()[0] == "[Work]"


def test_enter_on_a_folder_closes_it_and_opens_no_conversation(shelf, press):
    shelf.list.setCurrentIndex(shelf.heading("[Work]"))
    press(Qt.Key.Key_Return)
    assert shelf.rows()[0] == "[Work+]"
    assert shelf.opened == []


def test_a_closed_folder_is_closed_at_the_next_start(shelf, click, qtbot, theme):
    click(shelf.heading("[Work]"))
    again = Sidebar(shelf.store, theme)
    qtbot.addWidget(again)
    again.list.refresh()
    row = again.list.conversations.row(again.list.conversations.index(0))
    assert (row.folder.name, row.closed) == ("Work", True)


@pytest.mark.parametrize("kept", ["", "{", "[1, null]", '{"a": 1}'])
def test_nonsense_in_the_kept_state_leaves_all_as_it_is_at_first(qtbot, store, theme, kept):
    store.set_state("sidebar_toggled", kept)
    store.create_folder("Work")
    side = Sidebar(store, theme)
    qtbot.addWidget(side)
    side.list.refresh()
    assert not side.list.conversations.row(side.list.conversations.index(0)).closed


def test_a_conversation_is_moved_by_its_menu_and_moved_back_by_undo(shelf):
    entry(menu_of(shelf, "A"), "Move to folder", "Work").trigger()
    assert shelf.rows() == ["[Work]", "C", "A", "[Today]", "B"]
    assert "“A” was moved to “Work”." in shelf.side.undo_bar.accessibleName()
    shelf.side.undo_bar.undo()
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_a_conversation_is_taken_out_of_its_folder(shelf):
    entry(menu_of(shelf, "C"), "Move to folder", "Out of the folder").trigger()
    assert shelf.rows() == ["[Work]", "[Today]", "C", "B", "A"]


def test_where_a_conversation_lies_already_is_no_choice(shelf):
    assert not entry(menu_of(shelf, "C"), "Move to folder", "Work").isEnabled()
    assert "Out of the folder" not in [
        action.text() for action in entry(menu_of(shelf, "A"), "Move to folder").menu().actions()
    ]


def test_a_new_folder_is_made_for_a_conversation_and_its_name_typed(shelf, qtbot):
    entry(menu_of(shelf, "A"), "Move to folder", "New folder").trigger()
    editor = shelf.list.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Holiday")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shelf.rows() == ["[Holiday]", "A", "[Work]", "C", "[Today]", "B"])


def test_the_button_beside_new_chat_makes_a_folder(shelf, qtbot):
    entry(shelf.side.more_button.menu(), "New folder").trigger()
    editor = shelf.list.findChild(QLineEdit)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert "[New folder]" in shelf.rows()


def test_f2_renames_a_folder(shelf, press, qtbot):
    shelf.list.setCurrentIndex(shelf.heading("[Work]"))
    shelf.list.setFocus()
    press(Qt.Key.Key_F2)
    editor = shelf.list.findChild(QLineEdit)
    assert editor.accessibleName() == "New name of the folder"
    editor.setText("Jobs")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shelf.rows()[0] == "[Jobs]")


def test_removing_a_folder_keeps_its_conversations_and_is_taken_back(shelf, press):
    shelf.list.setCurrentIndex(shelf.heading("[Work]"))
    shelf.list.setFocus()
    press(Qt.Key.Key_Delete)
    assert shelf.rows() == ["[Today]", "C", "B", "A"]
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_the_menu_of_a_folder_exports_and_selects_what_lies_in_it(shelf, qtbot):
    menu = shelf.list.menu_at(shelf.heading("[Work]"))
    with qtbot.waitSignal(shelf.side.export_requested) as exported:
        entry(menu, "Export…").trigger()
    assert exported.args == [[shelf.find("C").id]]
    shelf.store.move_to_folder(shelf.find("A").id, shelf.folder().id)
    shelf.list.refresh()
    entry(shelf.list.menu_at(shelf.heading("[Work]")), "Select all in it").trigger()
    assert [one.title for one in shelf.list.chosen()] == ["C", "A"]


def test_an_ampersand_in_a_name_is_shown_as_one(shelf):
    shelf.store.rename_folder(shelf.folder().id, "Salt & pepper")
    shelf.list.refresh()
    submenu = entry(menu_of(shelf, "A"), "Move to folder").menu()
    assert "Salt && pepper" in [action.text() for action in submenu.actions()]


def test_archiving_moves_into_a_closed_section_and_is_taken_back(shelf, press):
    shelf.go_to("A")
    press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "[Archive+]"]
    shelf.side.undo_bar.undo()
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_an_archived_conversation_can_be_opened_and_brought_back(shelf, click):
    shelf.store.set_archived(shelf.find("A").id, True)
    shelf.list.refresh()
    click(shelf.heading("[Archive+]"))
    click(shelf.model.index_of(shelf.find("A").id))
    assert shelf.opened == [shelf.find("A").id]
    entry(menu_of(shelf, "A"), "Back to the list").trigger()
    assert shelf.rows() == ["[Work]", "C", "[Today]", "B", "A"]


def test_the_search_finds_archived_titles_in_a_closed_archive(shelf, qtbot):
    shelf.store.rename(shelf.find("A").id, "Zebra")
    shelf.store.set_archived(shelf.find("Zebra").id, True)
    shelf.list.refresh()
    qtbot.keyClicks(shelf.side.search, "zeb")
    assert shelf.rows() == ["[Archive]", "Zebra"]


def test_renaming_a_conversation_in_a_closed_folder_opens_the_folder(shelf, click):
    click(shelf.heading("[Work]"))
    shelf.list.rename(shelf.find("C").id)
    assert shelf.rows()[:2] == ["[Work]", "C"]
    assert shelf.list.findChild(QLineEdit).text() == "C"


def test_the_bin_is_the_last_row_while_something_is_in_it(shelf, press, click, qtbot):
    shelf.go_to("A")
    press(Qt.Key.Key_Delete)
    assert shelf.rows()[-1] == "[Bin]"
    with qtbot.waitSignal(shelf.side.bin_requested):
        click(shelf.group(Group.BIN))
    shelf.side.undo_bar.undo()
    assert "[Bin]" not in shelf.rows()


def test_only_closed_folders_are_no_reason_to_say_that_the_list_is_empty(qtbot, store, theme):
    store.move_to_folder(store.create_conversation(title="A").id, store.create_folder("Work").id)
    store.set_state("sidebar_toggled", '["folder 1"]')
    side = Sidebar(store, theme)
    qtbot.addWidget(side)
    side.show()
    side.list.refresh()
    assert not side.empty.isVisible()


def test_a_screen_reader_hears_what_a_folder_holds_and_whether_it_is_open(shelf, click):
    shelf.store.set_archived(shelf.find("A").id, True)
    shelf.list.refresh()
    role = Qt.ItemDataRole.AccessibleTextRole
    assert shelf.heading("[Work]").data(role) == "Folder Work, 1 in it, open"
    assert shelf.heading("[Archive+]").data(role) == "Archive, 1 in it, closed"
    click(shelf.heading("[Archive+]"))
    assert shelf.model.index_of(shelf.find("A").id).data(role) == "A, archived"


def test_the_menu_key_on_the_heading_of_a_day_opens_nothing(shelf):
    assert shelf.list.menu_at(shelf.heading("[Today]")) is None
    assert shelf.list.findChild(QMenu) is None


def test_a_failing_store_is_said_and_nothing_moves(shelf):
    rows = shelf.rows()
    menu = menu_of(shelf, "A")
    shelf.store.close()
    entry(menu, "Move to folder", "Work").trigger()
    assert shelf.rows() == rows
    assert len(shelf.failed) == 1
