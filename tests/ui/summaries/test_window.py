"""The summary page in the window: pages, the left side, dropped files, the last conversation."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from assistant.store import Role
from assistant.store.records import Kind
from tests.ui.summaries.conftest import RepeatingEngine, long_text
from ui.chat.controller import ChatController
from ui.main_window import MainWindow
from ui.summaries.controller import State
from ui.worker import EngineThread

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def open_window(qtbot, app, theme):
    """Opens windows over the same data, one after the other; each ends like the real one."""
    opened = []
    app.engine = RepeatingEngine()

    def end(window, controller, worker):
        window.close()
        controller.shutdown()
        worker.stop()
        window.deleteLater()

    def open_one(width=1000):
        for parts in opened:
            end(*parts)
        opened.clear()
        worker = EngineThread(app.jobs)
        controller = ChatController(app, worker)
        window = MainWindow(theme, app.settings)
        window.fill(app, controller)
        opened.append((window, controller, worker))
        window.begin()
        worker.start()
        window.resize(width, 700)
        with qtbot.waitActive(window, timeout=60_000):
            window.show()
        return window

    yield open_one
    for parts in opened:
        end(*parts)
    QApplication.processEvents()


@pytest.fixture
def summarise(qtbot):
    """Returns a function that summarises a text in a window and returns its sheet."""

    def run(window, text=None):
        window.switch.show_summary()
        controller = window.summaries.controller
        controller.take(text or long_text())
        qtbot.waitUntil(lambda: controller.state is State.OPEN and not controller.sheet.running, timeout=60_000)
        return controller.sheet

    return run


def key(qtbot, window, keys, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, keys, modifier)


def drop(window, files):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    target = window.focusWidget() or window
    at, buttons, keys = target.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    viewport = target.viewport() if hasattr(target, "viewport") else target
    QApplication.sendEvent(viewport, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))
    hinted = window.document_drops.hint.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, keys))
    return hinted


def test_ctrl_2_shows_the_summary_page_and_ctrl_1_the_chat(open_window, qtbot):
    window = open_window()
    key(qtbot, window, Qt.Key.Key_2, CTRL)
    assert window.pages.currentWidget() is window.summaries.page
    assert window.sidebar.summary_button.isChecked()
    assert not window.sidebar.chat_button.isChecked()
    assert window.summaries.page.empty_state.file_button.hasFocus()
    key(qtbot, window, Qt.Key.Key_1, CTRL)
    assert window.pages.currentWidget() is window.page
    assert window.sidebar.chat_button.isChecked()


def test_the_rows_at_the_left_side_show_the_pages(open_window, qtbot):
    window = open_window()
    qtbot.mouseClick(window.sidebar.summary_button, Qt.MouseButton.LeftButton)
    assert window.switch.on_summary
    qtbot.mouseClick(window.sidebar.summary_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.summary_button.isChecked()
    qtbot.mouseClick(window.sidebar.chat_button, Qt.MouseButton.LeftButton)
    assert not window.switch.on_summary


def test_the_summary_page_is_made_when_it_is_first_wanted(open_window):
    window = open_window()
    assert window.summaries.page is None
    assert window.pages.count() == 1


@pytest.mark.parametrize("width", [1000, 500])
def test_model_picker_and_drawer_are_in_the_header_that_is_shown(open_window, width):
    window = open_window(width)
    window.switch.show_summary()
    header = window.summaries.page.header
    assert header.isAncestorOf(window.picker)
    assert window.picker.isVisible()
    assert header.isAncestorOf(window.menu_button)
    assert window.menu_button.isVisible() == (width < 640)
    window.switch.show_chat()
    assert window.page.header.isAncestorOf(window.picker)
    assert window.picker.isVisible()


def test_a_summary_in_the_list_opens_on_its_page_and_a_chat_on_the_other(open_window, app, summarise, qtbot):
    window = open_window()
    sheet = summarise(window)
    chat = app.store.create_conversation(title="Soup").id
    app.store.add_message(chat, parent_id=None, role=Role.USER, text="Soup?")
    window.sidebar.list.refresh()
    window.open_conversation(chat)
    assert window.pages.currentWidget() is window.page
    assert window.windowTitle() == "Soup – Thimble"
    window.open_conversation(sheet.id)
    assert window.pages.currentWidget() is window.summaries.page
    assert window.windowTitle() == "The town of Halford – Thimble"
    assert window.sidebar.list.open_id == sheet.id


def test_a_summary_without_its_document_opens_as_a_chat(open_window, app):
    number = app.store.create_conversation(title="Brought here", kind=Kind.SUMMARY).id
    app.store.add_message(number, parent_id=None, role=Role.USER, text="Summarise")
    window = open_window()
    window.open_conversation(number)
    assert window.pages.currentWidget() is window.page


def test_the_summary_is_open_again_at_the_next_start(open_window, summarise, qtbot):
    sheet = summarise(open_window())
    again = open_window()
    assert again.switch.on_summary
    qtbot.waitUntil(lambda: again.summaries.controller.state is State.OPEN)
    assert again.summaries.controller.sheet.id == sheet.id
    assert again.summaries.controller.sheet.summary == sheet.summary


def test_deleting_the_summary_closes_it_and_undo_brings_it_back(open_window, summarise, qtbot):
    window = open_window()
    sheet = summarise(window)
    window.sidebar.list.setFocus()
    key(qtbot, window, Qt.Key.Key_Delete)
    assert window.summaries.controller.state is State.EMPTY
    assert window.windowTitle() == "Thimble"
    qtbot.mouseClick(window.sidebar.undo_bar.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.summaries.controller.state is State.OPEN)
    assert window.summaries.controller.sheet.summary == sheet.summary


def test_deleting_another_conversation_leaves_the_summary_open(open_window, app, summarise):
    window = open_window()
    sheet = summarise(window)
    other = app.store.create_conversation(title="Other").id
    window.sidebar.list.refresh()
    window.sidebar.list.delete_by_id(other)
    assert window.summaries.controller.sheet is sheet


def test_a_new_summary_and_a_new_chat(open_window, summarise, qtbot):
    window = open_window()
    summarise(window)
    key(qtbot, window, Qt.Key.Key_N, CTRL | SHIFT)
    assert window.summaries.controller.state is State.EMPTY
    assert window.sidebar.list.open_id is None
    key(qtbot, window, Qt.Key.Key_N, CTRL)
    assert window.pages.currentWidget() is window.page


@pytest.mark.parametrize("on_summary", [False, True])
def test_a_document_dropped_anywhere_is_summarised(open_window, qtbot, tmp_path, on_summary):
    file = tmp_path / "town.md"
    file.write_text(long_text())
    window = open_window()
    if on_summary:
        window.switch.show_summary()
    assert drop(window, [file])
    qtbot.waitUntil(
        lambda: window.summaries.controller is not None and window.summaries.controller.state is State.OPEN,
        timeout=60_000,
    )
    assert window.summaries.controller.sheet.digest.document.title == "The town of Halford"
    assert window.page.composer.draft() == ""


def test_a_model_file_is_still_for_the_models(open_window, tmp_path):
    file = tmp_path / "Mine.gguf"
    file.write_bytes(b"GGUF")
    window = open_window()
    assert not drop(window, [file])
    assert window.others._models.isVisible()
    assert window.summaries.controller is None


def test_a_folder_of_documents_is_summarised_and_one_of_conversations_imported(open_window, qtbot, tmp_path):
    documents, threads = tmp_path / "documents", tmp_path / "threads"
    documents.mkdir()
    (documents / "town.md").write_text(long_text())
    (threads / "1").mkdir(parents=True)
    (threads / "1" / "thread.json").write_text("{}")
    window = open_window()
    assert not drop(window, [threads])
    assert window.summaries.controller is None
    assert drop(window, [documents])
    qtbot.waitUntil(lambda: window.summaries.controller.state is State.OPEN, timeout=60_000)


def test_sending_to_chat_begins_one_behind_what_is_typed_there(open_window, summarise):
    window = open_window()
    window.page.composer.edit.setPlainText("Translate this:")
    sheet = summarise(window)
    window.summaries.page.summary.chat_button.click()
    assert window.pages.currentWidget() is window.page
    typed = window.page.composer.edit.toPlainText()
    assert typed.startswith("Translate this:\n\nThe town of Halford")
    assert sheet.summary.points[0].text in typed


def test_ctrl_shift_c_copies_the_summary(open_window, summarise, qtbot):
    window = open_window()
    sheet = summarise(window)
    key(qtbot, window, Qt.Key.Key_C, CTRL | SHIFT)
    assert QApplication.clipboard().text() == sheet.plain_text()


def test_esc_stops_the_summary(open_window, app, qtbot):
    app.engine.wait_at = 1
    window = open_window()
    window.switch.show_summary()
    controller = window.summaries.controller
    controller.take(long_text())
    qtbot.waitUntil(app.engine.gate.reached.is_set, timeout=60_000)
    key(qtbot, window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not controller.sheet.running, timeout=60_000)
    assert controller.sheet.resumable


def test_ctrl_f_searches_the_text_and_esc_closes_that_first(open_window, summarise, qtbot):
    window = open_window()
    summarise(window)
    key(qtbot, window, Qt.Key.Key_F, CTRL)
    assert window.summaries.page.finding.bar.field.hasFocus()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not window.summaries.page.finding.is_open


def test_the_search_goes_back_to_the_page_it_was_opened_from(open_window, summarise, qtbot):
    window = open_window()
    summarise(window)
    window.search_all("")
    key(qtbot, window, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.summaries.page


def test_ctrl_s_without_a_summary_says_so(open_window, qtbot):
    window = open_window()
    key(qtbot, window, Qt.Key.Key_S, CTRL)
    assert window.notices.text.startswith("There is no summary to save yet.")


def test_a_summary_is_marked_in_the_list_for_screen_readers(open_window, summarise):
    window = open_window()
    sheet = summarise(window)
    index = window.sidebar.list.conversations.index_of(sheet.id)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "The town of Halford, summary"


def test_closed_while_it_summarises_everything_so_far_is_kept(open_window, app, qtbot):
    app.engine.wait_at = 3
    window = open_window()
    window.switch.show_summary()
    window.summaries.controller.take(long_text())
    qtbot.waitUntil(app.engine.gate.reached.is_set, timeout=60_000)
    number = window.summaries.controller.sheet.id
    window.close()
    document = app.store.summary(number).document
    assert len(app.store.kept_answers(document)) == 3


def test_a_model_chosen_in_the_header_offers_its_languages(open_window, summarise, app, monkeypatch):
    window = open_window()
    summarise(window)
    monkeypatch.setattr(window.summaries.controller, "languages", lambda: ["en", "de"])
    window._controller.model_changed.emit()
    assert window.summaries.page.options.language_box.findData("de") == 1
