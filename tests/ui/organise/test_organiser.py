from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.store import Role
from ui.chat.controller import ChatController
from ui.main_window import MainWindow
from ui.worker import EngineThread

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def open_window(qtbot, app, theme):
    opened = []

    def open_one(width=1000):
        worker = EngineThread(app.jobs)
        controller = ChatController(app, worker)
        window = MainWindow(theme, app.settings)
        window.fill(app, controller)
        opened.append((window, controller, worker))
        window.begin()
        window.organiser.begin(worker, controller)
        window.resize(width, 700)
        with qtbot.waitActive(window, timeout=60_000):
            window.show()
        return window

    yield open_one
    for window, controller, worker in opened:
        window.close()
        controller.shutdown()
        worker.stop()
        window.deleteLater()
    QApplication.processEvents()


def talk(app, title):
    conversation = app.store.create_conversation(title=title)
    app.store.add_message(conversation.id, parent_id=None, role=Role.USER, text="x")
    return conversation.id


def entry(window, words):
    menu = window.page.header.menu
    menu.aboutToShow.emit()
    return next(action for action in menu.actions() if action.text() == words)


def test_the_open_conversation_is_archived_by_the_menu_of_its_page_and_stays_open(open_window, app):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.open_conversation(number)
    entry(window, "Archive").trigger()
    assert app.store.conversation(number).archived
    assert window.windowTitle() == "Lighthouses – Thimble"
    entry(window, "Back to the list").trigger()
    assert not app.store.conversation(number).archived


def test_the_open_conversation_is_pinned_by_the_menu_of_its_page(open_window, app):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.open_conversation(number)
    entry(window, "Pin to the top").trigger()
    assert app.store.conversation(number).pinned
    assert entry(window, "Unpin").isEnabled()


def test_a_new_chat_can_not_be_archived(open_window):
    assert not entry(open_window(), "Archive").isEnabled()


def test_the_last_conversation_is_shown_at_the_start_also_from_a_closed_folder(open_window, app):
    number = talk(app, "Lighthouses")
    app.store.move_to_folder(number, app.store.create_folder("Work").id)
    app.store.set_state("sidebar_toggled", '["folder 1"]')
    app.store.set_state("last_conversation", str(number))
    assert open_window().windowTitle() == "Lighthouses – Thimble"


@pytest.mark.parametrize("kept", ["²", "-1", "9" * 30, "x"])
def test_nonsense_for_the_last_conversation_begins_a_new_chat(open_window, app, kept):
    app.store.set_state("last_conversation", kept)
    assert open_window().windowTitle() == "Thimble"


def test_the_palette_finds_archived_conversations_and_the_bin(open_window, app):
    app.store.set_archived(talk(app, "Zebras"), True)
    window = open_window()
    window.open_palette()
    shown = [entry.text for _, entry in window._palette._entries]
    assert "Zebras" in shown
    assert "Bin: deleted conversations" in shown
    window._palette.close()


def test_a_conversation_is_deleted_found_in_the_bin_and_brought_back(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.open_conversation(number)
    window.sidebar.list.delete_by_id(number)
    assert window.windowTitle() == "Thimble"
    window.actions_by_id["bin"].trigger()
    dialog = window.organiser._bin
    assert [item.title for item in dialog.items.items] == ["Lighthouses"]
    qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.list.conversations.find(number) is not None


def test_what_is_removed_for_good_leaves_list_bin_and_store(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.sidebar.list.delete_by_id(number)
    window.organiser.open_bin()
    dialog = window.organiser._bin
    dialog.ask_for_all()
    with qtbot.waitSignal(window.organiser.keeper.purged):
        qtbot.mouseClick(dialog.yes_button, Qt.MouseButton.LeftButton)
    assert dialog.items.items == []
    assert app.store._database.query("SELECT count(*) FROM conversation") == [(0,)]
    assert window.sidebar.list.conversations.rowCount() == 0


def test_undo_after_it_was_removed_for_good_is_said_kindly(open_window, app):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.sidebar.list.delete_by_id(number)
    app.store.discard([number])
    window.sidebar.undo_bar.undo()
    assert window.sidebar.list.conversations.find(number) is None
    assert "no longer exists" in window.notices.text


def test_beside_a_closed_drawer_undo_is_offered_on_the_page(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window(width=500)
    window.open_conversation(number)
    window.sidebar.list.delete_by_id(number)
    assert window.organiser.undo_bar.isVisible()
    qtbot.mouseClick(window.organiser.undo_bar.button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Lighthouses – Thimble"
    assert not window.organiser.undo_bar.isVisible()


def test_undo_in_the_open_drawer_takes_the_offer_from_the_page(open_window, app):
    number = talk(app, "Lighthouses")
    window = open_window(width=500)
    window.sidebar.list.delete_by_id(number)
    window.open_drawer()
    window.sidebar.undo_bar.undo()
    assert not window.organiser.undo_bar.isVisible()
    assert app.store.conversation(number).title == "Lighthouses"


@pytest.mark.parametrize("width", [1000, 500])
def test_a_folder_is_made_from_the_palette_at_any_width(open_window, width):
    window = open_window(width=width)
    window.actions_by_id["folder"].trigger()
    assert window.sidebar.list.findChild(QLineEdit).isVisible()


def test_the_statistics_open_one_of_the_longest(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.organiser.open_statistics()
    dialog = window.organiser._statistics
    with qtbot.waitSignal(window.organiser._reader.read, timeout=60_000):
        pass
    dialog.opened.emit(number)
    assert window.windowTitle() == "Lighthouses – Thimble"
