import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from ui.sidebar.panel import Sidebar

TITLES = ["Lighthouses", "Soup recipe", "Überraschung für Jürgen"]

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def side(qtbot, store, theme):
    for title in TITLES:
        store.create_conversation(title=title)
    side = Sidebar(store, theme)
    qtbot.addWidget(side)
    side.resize(260, 600)
    side.show()
    side.list.refresh()
    return side


def titles(side):
    return [item.title for item in side.list.conversations.shown]


def go_to(side, title):
    chosen = next(item for item in side.list.conversations.shown if item.title == title)
    side.list.setFocus()
    side.list.setCurrentIndex(side.list.conversations.index_of(chosen.id))
    return chosen


def test_the_latest_used_conversation_is_first(side):
    assert titles(side) == TITLES[::-1]


def test_typing_filters_by_all_words_without_case_and_accents(side, qtbot):
    side.focus_search()
    qtbot.keyClicks(side.search, "jurgen UBER")
    assert titles(side) == ["Überraschung für Jürgen"]


def test_esc_in_the_search_field_shows_all_again(side, qtbot):
    qtbot.keyClicks(side.search, "soup")
    qtbot.keyClick(side.search, Qt.Key.Key_Escape)
    assert titles(side) == TITLES[::-1]


def test_a_title_nobody_has_is_said(side, qtbot):
    qtbot.keyClicks(side.search, "zebra")
    assert side.empty.isVisible()
    assert side.empty.text() == "No title contains these words."


def test_an_empty_store_is_explained(qtbot, store, theme):
    side = Sidebar(store, theme)
    qtbot.addWidget(side)
    side.show()
    side.list.refresh()
    assert side.empty.text() == "Your conversations will be listed here."


def test_down_and_enter_open_the_first_hit(side, qtbot):
    qtbot.keyClicks(side.search, "soup")
    qtbot.keyClick(side.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(side.list.opened) as opened:
        qtbot.keyClick(side.list, Qt.Key.Key_Return)
    assert side.list.conversations.find(opened.args[0]).title == "Soup recipe"


def test_the_arrows_pass_over_headings(side, qtbot, store):
    store.set_pinned(store.conversations()[-1].id, True)
    side.list.refresh()
    go_to(side, "Lighthouses")
    qtbot.keyClick(side.list, Qt.Key.Key_Down)
    assert side.list.current().title == "Überraschung für Jürgen"


def test_f2_renames_in_place_and_the_name_is_the_users(side, qtbot, store):
    chosen = go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_F2)
    editor = side.list.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Leek soup")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.conversation(chosen.id).title == "Leek soup")
    assert store.conversation(chosen.id).titled_by_user
    qtbot.waitUntil(lambda: "Leek soup" in titles(side))


def test_enter_ends_the_typing_of_a_title_and_opens_nothing(side, qtbot):
    go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_F2)
    with qtbot.assertNotEmitted(side.list.opened):
        qtbot.keyClick(side.list.findChild(QLineEdit), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: side.list.findChild(QLineEdit) is None)


def test_esc_leaves_the_title_as_it_was(side, qtbot, store):
    chosen = go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_F2)
    editor = side.list.findChild(QLineEdit)
    qtbot.keyClicks(editor, "something else")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert store.conversation(chosen.id).title == "Soup recipe"


def test_an_empty_title_is_not_taken(side, qtbot, store):
    chosen = go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_F2)
    editor = side.list.findChild(QLineEdit)
    editor.setText("   ")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: side.list.findChild(QLineEdit) is None)
    assert store.conversation(chosen.id).title == "Soup recipe"


def test_an_answer_that_arrives_while_a_title_is_typed_does_not_end_the_typing(side, qtbot, store):
    go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_F2)
    editor = side.list.findChild(QLineEdit)
    store.create_conversation(title="Newer")
    side.list.refresh()
    qtbot.keyClicks(editor, "!")
    assert editor.isVisible()
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "Newer" in titles(side))


def test_delete_is_done_at_once_and_taken_back_by_undo(side, qtbot, store):
    go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_Delete)
    assert "Soup recipe" not in [item.title for item in store.conversations()]
    assert side.undo_bar.isVisible()
    qtbot.mouseClick(side.undo_bar.button, Qt.MouseButton.LeftButton)
    assert "Soup recipe" in titles(side)
    assert not side.undo_bar.isVisible()


def test_ctrl_z_in_the_list_takes_the_deletion_back(side, qtbot):
    go_to(side, "Soup recipe")
    qtbot.keyClick(side.list, Qt.Key.Key_Delete)
    qtbot.keyClick(side.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "Soup recipe" in titles(side)


def test_after_a_deletion_the_keyboard_is_at_a_neighbour(side, qtbot):
    go_to(side, "Lighthouses")
    qtbot.keyClick(side.list, Qt.Key.Key_Delete)
    assert side.list.current().title == "Soup recipe"


def test_a_second_deletion_leaves_the_first_one_done(side, qtbot, store):
    for title in ("Soup recipe", "Lighthouses"):
        go_to(side, title)
        qtbot.keyClick(side.list, Qt.Key.Key_Delete)
    side.undo_bar.undo()
    assert titles(side) == ["Überraschung für Jürgen", "Lighthouses"]


def test_the_menu_key_opens_the_menu_of_the_current_row(side, qtbot):
    go_to(side, "Soup recipe")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(side.list.viewport(), event)
    menu = side.list.findChild(QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == [
        "Open",
        "Rename",
        "Pin to the top",
        "Move to folder",
        "Archive",
        "Export…",
        "Delete",
    ]
    menu.actions()[2].trigger()
    assert titles(side)[0] == "Soup recipe"
    menu.close()


def test_a_pinned_conversation_says_so_to_a_screen_reader(side, store):
    chosen = go_to(side, "Soup recipe")
    side.list.toggle_pin(chosen)
    index = side.list.conversations.index_of(chosen.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Soup recipe, pinned"


def test_a_title_of_many_lines_and_control_characters_takes_one_line(side, store):
    chosen = store.create_conversation(title="a\nb\x07c" + "x" * 100_000)
    side.list.refresh()
    shown = side.list.conversations.index_of(chosen.id).data()
    assert shown.startswith("a b c")
    assert len(shown) <= 200


def test_a_failing_store_is_said_and_the_list_stays(side, qtbot, store):
    store.close()
    with qtbot.waitSignal(side.list.failed):
        side.list.refresh()
    assert titles(side) == TITLES[::-1]


def test_thousands_of_conversations_can_be_filtered_and_all_are_reachable(qtbot, store, theme):
    for number in range(3_000):
        store.create_conversation(title=f"Conversation {number}")
    side = Sidebar(store, theme)
    qtbot.addWidget(side)
    side.show()
    side.list.refresh()
    go_to(side, "Conversation 2999")
    qtbot.keyClick(side.list, Qt.Key.Key_End)
    assert side.list.current().title == "Conversation 0"
    side.search.setText("2999")
    assert titles(side) == ["Conversation 2999"]


def test_every_control_has_an_accessible_name(side):
    named = (side.chat_button, side.new_button, side.search, side.list, side.settings_button, side.offline_button)
    assert all(widget.accessibleName() for widget in named)
