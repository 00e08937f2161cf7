import pytest
from PySide6.QtWidgets import QApplication, QWidget

from assistant.exchange.exporting import Format
from assistant.store import Role, Store
from tests.exchange.conftest import FILES
from tests.exchange.test_own_json import exported, imported
from tests.ui.exchange.test_import_dialog import drop
from ui.chat.controller import ChatController
from ui.exchange.windows import ExchangeWindows
from ui.main_window import MainWindow
from ui.worker import EngineThread

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def windows(app, qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    made = ExchangeWindows(app, window)
    window.show()
    yield made
    made.shut_down()
    QApplication.processEvents()


def test_files_dropped_onto_the_window_are_imported(windows, app, qtbot):
    with qtbot.waitSignal(windows.changed, timeout=60_000):
        drop(windows.parent(), FILES / "chatgpt.json")
    assert len(app.store.conversation_ids()) == 1
    assert windows._import.isVisible()


def test_what_came_of_it_is_said_in_the_window_when_the_dialog_was_closed(windows, qtbot):
    windows.open_import()
    with qtbot.waitSignal(windows.said, timeout=60_000) as said:
        windows.take_in([FILES / "open_webui.json"])
        windows._import.close()
    assert said.args[0].startswith("1 conversations were imported.")


def test_an_export_goes_on_when_its_dialog_is_closed(windows, lighthouses, qtbot, tmp_path):
    windows.export([lighthouses.id])
    windows._export.format.setCurrentIndex(windows._export.format.findData(Format.TEXT))
    windows._export.place.setText(str(tmp_path / "a.txt"))
    with qtbot.waitSignal(windows.said, timeout=60_000) as said:
        windows._export.export()
        windows._export.close()
    assert "a.txt" in said.args[0]
    assert (tmp_path / "a.txt").exists()


def test_an_import_that_runs_is_ended_with_the_window(windows, app, qtbot, tmp_path):
    (tmp_path / "long.json").write_bytes(b"[" + b"1," * 3_000_000 + b"1]")
    windows.take_in([tmp_path / "long.json"])
    windows.shut_down()
    assert not windows._import.isVisible()


def test_an_import_waits_for_an_export(windows, app, lighthouses, qtbot, tmp_path):
    windows.export([lighthouses.id])
    windows._export.place.setText(str(tmp_path / "a.html"))
    with qtbot.waitSignal(windows._controller.exported, timeout=60_000):
        windows._export.export()
        windows.take_in([FILES / "chatgpt.json"])
        assert "Try again when that is done" in windows._import.outcome.text()
        assert not windows._import.files_button.isEnabled()
    assert windows._import.files_button.isEnabled()
    assert len(app.store.conversation_ids()) == 1


@pytest.fixture
def main_window(app, theme, qtbot):
    worker = EngineThread(app.jobs)
    controller = ChatController(app, worker)
    window = MainWindow(theme, app.settings)
    window.fill(app, controller)
    window.begin()
    window.resize(1000, 700)
    with qtbot.waitActive(window, timeout=60_000):
        window.show()
    yield window
    window.close()
    controller.shutdown()
    worker.stop()
    window.deleteLater()
    QApplication.processEvents()


def test_imported_conversations_are_listed_at_once(main_window, qtbot):
    with qtbot.waitSignal(main_window.exchange.changed, timeout=60_000):
        drop(main_window, FILES / "open_webui.json")
    assert [one.title for one in main_window.sidebar.list.conversations.shown] == ["Soup recipe"]


def test_the_open_conversation_shows_what_it_got(main_window, app, qtbot, lighthouses, tmp_path):
    last = app.store.path_messages(lighthouses.id)[-1]
    with Store.open(tmp_path / "other.db") as other:
        exported(app.paths.conversations, tmp_path / "one.json")
        imported(tmp_path / "other.db", tmp_path / "one.json")
        (there,) = other.conversations()
        end = other.path_messages(there.id)[-1]
        other.add_message(there.id, parent_id=end.id, role=Role.USER, text="And how old?")
    exported(tmp_path / "other.db", tmp_path / "two.json")
    main_window.open_conversation(lighthouses.id)
    with qtbot.waitSignal(main_window.exchange.changed, timeout=60_000):
        drop(main_window, tmp_path / "two.json")
    newest = app.store.path(lighthouses.id)[-1]
    assert newest.id != last.id
    assert main_window._controller._heads[-1] == newest


def test_the_menu_of_the_page_exports_the_open_conversation(main_window, lighthouses):
    main_window.sidebar.list.refresh()
    main_window.open_conversation(lighthouses.id)
    (export,) = (action for action in main_window.page.header.menu.actions() if action.text() == "Export…")
    export.trigger()
    assert main_window.exchange._export.what.currentText() == "“Lighthouses”"


def test_a_new_chat_exports_all(main_window, lighthouses):
    main_window.new_chat()
    main_window.actions_by_id["export"].trigger()
    assert main_window.exchange._export.what.currentText() == "All 1 conversations"
