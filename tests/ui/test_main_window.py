import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from assistant.errors import ThimbleError
from assistant.settings import SettingsFile
from assistant.store import Role
from tests.engine.tiny_models import write_llama
from ui.chat.controller import ChatController
from ui.main_window import MainWindow
from ui.worker import EngineThread

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def open_window(qtbot, app, theme):
    """Opens windows over the same data, one after the other; each ends like the real one."""
    opened = []

    def open_one(width=1000, height=700):
        worker = EngineThread(app.jobs)
        controller = ChatController(app, worker)
        window = MainWindow(theme, app.settings)
        window.fill(app, controller)
        opened.append((window, controller, worker))
        window.begin()
        if width:
            window.resize(width, height)
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


def talk(app, title, answer="An answer."):
    conversation = app.store.create_conversation(title=title)
    question = app.store.add_message(conversation.id, parent_id=None, role=Role.USER, text=f"Tell me: {title}")
    app.store.add_message(conversation.id, parent_id=question.id, role=Role.ASSISTANT, text=answer)
    return conversation.id


def key(qtbot, window, keys, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, keys, modifier)


CTRL = Qt.KeyboardModifier.ControlModifier


def test_it_is_named_after_the_open_conversation(open_window, app):
    talk(app, "Lighthouses")
    window = open_window()
    assert window.windowTitle() == "Thimble"
    window.open_conversation(app.store.conversations()[0].id)
    assert window.windowTitle() == "Lighthouses – Thimble"


def test_renaming_the_open_conversation_renames_the_window(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.open_conversation(number)
    window.sidebar.list.setFocus()
    key(qtbot, window, Qt.Key.Key_F2)
    editor = window.sidebar.list.findChild(QLineEdit)
    editor.setText("Beacons")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.windowTitle() == "Beacons – Thimble")


def test_the_cursor_is_in_the_input_at_the_start(open_window):
    window = open_window()
    assert window.page.composer.isAncestorOf(window.focusWidget())


def test_below_640_pixels_the_side_is_a_drawer(open_window, qtbot):
    window = open_window(width=639)
    assert window.is_narrow
    assert not window.sidebar.isVisible()
    qtbot.mouseClick(window.menu_button, Qt.MouseButton.LeftButton)
    assert window.sidebar.isVisible()
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not window.sidebar.isVisible()


def test_from_640_pixels_on_it_is_beside_the_page(open_window):
    window = open_window(width=639)
    window.resize(640, 700)
    assert not window.is_narrow
    assert window.sidebar.isVisible()
    assert not window.menu_button.isVisible()


def test_the_window_can_be_as_narrow_as_360_pixels(open_window):
    window = open_window(width=360)
    assert window.width() == 360
    assert window.page.width() == 360


def test_choosing_from_the_drawer_closes_it(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window(width=500)
    window.open_drawer()
    window.sidebar.list.setCurrentIndex(window.sidebar.list.conversations.index_of(number))
    qtbot.keyClick(window.sidebar.list, Qt.Key.Key_Return)
    assert not window.drawer.isVisible()
    assert window.windowTitle() == "Lighthouses – Thimble"


def test_ctrl_n_begins_a_new_chat(open_window, app, qtbot):
    window = open_window()
    window.open_conversation(talk(app, "Lighthouses"))
    key(qtbot, window, Qt.Key.Key_N, CTRL)
    assert window.windowTitle() == "Thimble"
    assert window.sidebar.list.open_id is None


@pytest.mark.parametrize("width", [1000, 500])
def test_ctrl_l_searches_titles_at_any_width(open_window, qtbot, width):
    window = open_window(width=width)
    key(qtbot, window, Qt.Key.Key_L, CTRL)
    assert window.focusWidget() is window.sidebar.search


def test_ctrl_1_goes_back_to_the_input(open_window, qtbot):
    window = open_window()
    window.sidebar.focus_search()
    key(qtbot, window, Qt.Key.Key_1, CTRL)
    assert window.page.composer.isAncestorOf(window.focusWidget())


def test_the_palette_opens_a_conversation_by_a_part_of_its_title(open_window, app, qtbot):
    talk(app, "Soup recipe")
    talk(app, "Lighthouses")
    window = open_window()
    key(qtbot, window, Qt.Key.Key_K, CTRL)
    palette = window._palette
    qtbot.keyClicks(palette.field, "soup")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.windowTitle() == "Soup recipe – Thimble"
    assert not palette.isVisible()


def test_the_palette_runs_a_command(open_window, qtbot):
    window = open_window()
    window.open_palette()
    qtbot.keyClicks(window._palette.field, "keyboard short")
    qtbot.keyClick(window._palette.field, Qt.Key.Key_Return)
    assert window.others._sheet.isVisible()
    window.others._sheet.close()


def test_the_palette_goes_round_with_the_arrows_and_does_nothing_for_no_hit(open_window, qtbot):
    window = open_window()
    window.open_palette()
    palette = window._palette
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.list.currentItem().text(0) == "Quit"
    qtbot.keyClicks(palette.field, "zzz")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_ctrl_comma_opens_the_settings_and_a_model_chosen_there_is_named_in_the_header(open_window, app, qtbot):
    app.paths.models.mkdir(parents=True)
    (app.paths.models / "Own.gguf").write_bytes(b"GGUF" + bytes(20))
    window = open_window()
    key(qtbot, window, Qt.Key.Key_Comma, CTRL)
    dialog = window.others._settings
    assert dialog.isVisible()
    box = dialog.pages[0].fields["model"].control
    box.setCurrentIndex(box.findData("own"))
    dialog.close()
    assert window.picker.text() == "Own"
    assert app.settings.current.model == "own"


def test_ctrl_shift_c_copies_the_last_answer(open_window, app, qtbot):
    window = open_window()
    window.open_conversation(talk(app, "Lighthouses", answer="About 100 metres."))
    window.focus_page()
    key(qtbot, window, Qt.Key.Key_C, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.clipboard().text() == "About 100 metres."


def test_deleting_the_open_conversation_shows_a_new_chat_and_undo_shows_it_again(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.open_conversation(number)
    window.sidebar.list.setFocus()
    key(qtbot, window, Qt.Key.Key_Delete)
    assert window.windowTitle() == "Thimble"
    qtbot.mouseClick(window.sidebar.undo_bar.button, Qt.MouseButton.LeftButton)
    assert window.windowTitle() == "Lighthouses – Thimble"


def test_the_last_conversation_is_open_again_at_the_next_start(open_window, app):
    number = talk(app, "Lighthouses")
    talk(app, "Soup recipe")
    window = open_window()
    window.open_conversation(number)
    window.close()
    assert open_window().windowTitle() == "Lighthouses – Thimble"


def test_a_last_conversation_that_is_gone_means_a_new_chat(open_window, app):
    app.store.set_state("last_conversation", "4711")
    window = open_window()
    assert window.windowTitle() == "Thimble"
    assert window.notices.text == ""


def test_size_and_splitter_are_the_same_at_the_next_start(open_window, app):
    window = open_window(width=760, height=650)
    window.splitter.setSizes([300, 460])
    window.splitter.splitterMoved.emit(300, 1)
    window.close()
    again = open_window(width=0)
    assert (again.width(), again.height()) == (760, 650)
    assert again.splitter.sizes()[0] == 300


def test_the_width_of_the_side_survives_being_narrow(open_window):
    window = open_window(width=1000)
    window.splitter.setSizes([320, 680])
    window.splitter.splitterMoved.emit(320, 1)
    window.resize(500, 700)
    window.resize(1000, 700)
    assert window.splitter.sizes()[0] == 320


def test_the_width_of_the_side_survives_a_restart_and_being_narrow(open_window):
    first = open_window(width=1000)
    first.splitter.setSizes([320, 680])
    first.splitter.splitterMoved.emit(320, 1)
    first.close()
    second = open_window(width=0)
    second.resize(500, 700)
    second.resize(1000, 700)
    assert second.splitter.sizes()[0] == pytest.approx(320, abs=2)


@pytest.mark.parametrize("state", ["not base64!", "AAAA"])
def test_a_geometry_that_makes_no_sense_is_passed_over(open_window, app, state):
    app.settings.update(window_geometry=state, splitter_state=state)
    window = open_window(width=0)
    assert window.width() >= 360


def test_what_is_to_be_said_at_the_start_is_said_once(open_window, app):
    app.notices.append(ThimbleError("The {thing} was repaired.", thing="store"))
    assert open_window().notices.text == "The store was repaired."


def test_what_is_typed_is_kept_when_the_window_closes(open_window, app, qtbot):
    window = open_window()
    qtbot.keyClicks(window.focusWidget(), "half a thought")
    window.close()
    again = open_window()
    assert again.page.composer.edit.toPlainText() == "half a thought"


def test_a_full_disk_does_not_keep_the_window_open(open_window, app):
    window = open_window()
    app.paths.settings.unlink(missing_ok=True)
    app.paths.settings.mkdir()
    assert window.close()


@pytest.mark.parametrize("width", [1000, 500, 360])
def test_the_keyboard_alone_reaches_every_part_of_the_window(open_window, app, qtbot, width):
    talk(app, "Lighthouses")
    window = open_window(width=width)
    reached = set()
    for _ in range(60):
        focus = window.focusWidget()
        reached.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    side = window.sidebar
    if width >= 640:
        assert {
            side.chat_button,
            side.new_button,
            side.more_button,
            side.search,
            side.list,
            side.settings_button,
        } <= reached
        assert side.offline_button in reached
    else:
        assert window.menu_button in reached
    assert window.picker in reached
    assert any(window.page.composer.isAncestorOf(widget) for widget in reached if widget)


def test_tab_goes_through_the_side_as_it_is_read(open_window, qtbot, app):
    talk(app, "Lighthouses")
    window = open_window()
    side = window.sidebar
    side.chat_button.setFocus()
    order = []
    for _ in range(8):
        order.append(window.focusWidget())
        key(qtbot, window, Qt.Key.Key_Tab)
    assert order == [
        side.chat_button, side.summary_button, side.new_button, side.more_button, side.search, side.list,
        side.settings_button, side.offline_button,
    ]  # fmt: skip


def tabbed(window, qtbot, first, last):
    """What Tab goes through from one control to another, by name."""
    first.setFocus(Qt.FocusReason.TabFocusReason)
    order = [first]
    for _ in range(40):
        key(qtbot, window, Qt.Key.Key_Tab)
        order.append(window.focusWidget())
        if order[-1] is last:
            break
    return [widget.accessibleName() for widget in order]


def test_tab_goes_through_the_page_as_it_is_read(open_window, app, qtbot):
    app.settings.update(small_model_hint=False)
    number = talk(app, "Lighthouses", "```python\nprint(1)\n```")
    window = open_window()
    window.open_conversation(number)
    page = window.page
    qtbot.waitUntil(lambda: not page.transcript.is_working)
    assert tabbed(window, qtbot, window.sidebar.offline_button, page.composer.edit) == [
        "Offline", "Character: Plain assistant", window.picker.accessibleName(), "Menu of this conversation",
        "Thimble answered: ```python print(1) ```", "Copy message", "Answer again", "Thimble", "Copy code (python)",
        "Message",
    ]  # fmt: skip


def test_tab_goes_through_the_first_screen_as_it_is_read(open_window, qtbot):
    window = open_window()
    names = tabbed(window, qtbot, window.sidebar.offline_button, window.page.composer.edit)
    assert names[4:7] == ["Draft an e-mail to the landlord", "Tell a bedtime story", "Collect ideas for a party"]
    assert names[8:] == ["Don't show this again", "Message"]


def test_in_a_narrow_window_tab_begins_with_the_button_of_the_drawer(open_window, qtbot):
    window = open_window(width=500)
    assert tabbed(window, qtbot, window.menu_button, window.page.composer.edit)[1:3] == [
        window.picker.accessibleName(), "Menu of this conversation",
    ]  # fmt: skip


def test_the_keyboard_is_at_a_conversation_as_soon_as_it_is_begun(open_window, app, qtbot):
    number = talk(app, "Lighthouses")
    window = open_window()
    window.open_conversation(number)
    key(qtbot, window, Qt.Key.Key_N, CTRL)
    qtbot.keyClicks(window.page.composer.edit, "Soup")
    key(qtbot, window, Qt.Key.Key_Return)
    assert window.sidebar.list.current().title == "Soup"
    qtbot.waitUntil(lambda: app.store.conversations()[0].title == "Soup")
    key(qtbot, window, Qt.Key.Key_Escape)


def test_esc_in_the_search_field_shows_all_titles_again(open_window, app, qtbot):
    talk(app, "Lighthouses")
    window = open_window()
    window.search()
    qtbot.keyClicks(window.sidebar.search, "zebra")
    assert not window.sidebar.list.conversations.shown
    key(qtbot, window, Qt.Key.Key_Escape)
    assert window.sidebar.list.conversations.shown


def test_coming_to_the_front_ends_being_minimized(open_window):
    window = open_window()
    window.showMinimized()
    window.bring_up()
    assert not window.isMinimized()


def test_the_settings_on_disk_are_whole_after_closing(open_window, app):
    window = open_window()
    window.close()
    assert SettingsFile(app.paths.settings).notices == []


def test_the_models_menu_opens_by_keyboard(open_window, qtbot):
    window = open_window()
    seen = []

    def look():
        menu = QApplication.activePopupWidget()
        seen.append([action.text() for action in menu.actions()][-1])
        menu.close()

    QTimer.singleShot(50, look)
    key(qtbot, window, Qt.Key.Key_M, CTRL)
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["Models…"]


def test_ctrl_shift_m_opens_the_models_with_the_catalogue_in_front_of_a_first_user(open_window, qtbot):
    window = open_window()
    key(qtbot, window, Qt.Key.Key_M, CTRL | Qt.KeyboardModifier.ShiftModifier)
    dialog = window.others._models
    assert dialog.isVisible()
    assert dialog.tabs.tabText(dialog.tabs.currentIndex()) == "To download"


def test_the_hint_about_the_small_model_leads_to_the_models(open_window):
    window = open_window()
    window.page.hint.models_wanted.emit()
    assert window.others._models.isVisible()


def test_the_settings_lead_to_the_models(open_window, qtbot):
    window = open_window()
    window.open_settings()
    qtbot.mouseClick(window.others._settings.pages[0].models_button, Qt.MouseButton.LeftButton)
    assert window.others._models.isVisible()


def test_a_model_used_in_the_models_window_is_named_in_the_header(open_window, app):
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Own.gguf")
    window = open_window()
    window.others.open_models()
    dialog = window.others._models
    dialog.installed.cards["own"].use_button.click()
    assert window.picker.text() == "Own"
    assert app.settings.current.model == "own"
    dialog.installed.cards["own"].remove_button.click()
    assert "SmolLM2" in window.picker.text()


def test_a_model_chosen_in_the_header_is_marked_in_the_models_window(open_window, app):
    app.paths.models.mkdir(parents=True)
    write_llama(app.paths.models / "Own.gguf")
    window = open_window()
    window.others.open_models()
    window.picker.chosen.emit("own")
    assert window.others._models.installed.cards["own"].badge.text() == "In use"


def test_a_model_file_dropped_anywhere_on_the_window_opens_the_models_with_a_question(open_window, tmp_path):
    file = write_llama(tmp_path / "Mine.gguf")
    window = open_window()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    # The field for messages would take the file's name as text.
    target = window.page.composer.edit.viewport()
    at, buttons, keys = target.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    assert not window.page.composer.edit.canInsertFromMimeData(data)
    QApplication.sendEvent(target, QDragEnterEvent(at, Qt.DropAction.CopyAction, data, buttons, keys))
    assert window.drops.hint.isVisible()
    QApplication.sendEvent(window, QDropEvent(QPointF(at), Qt.DropAction.CopyAction, data, buttons, keys))
    dialog = window.others._models
    assert dialog.isVisible()
    assert "Mine.gguf" in dialog.imports.label.text()
    assert window.page.composer.draft() == ""


def test_closing_the_window_ends_the_models_too(open_window):
    window = open_window()
    window.others.open_models()
    dialog, reader = window.others._models, window.others._models_controller._reader
    window.close()
    assert not dialog.isVisible()
    assert reader._thread is None
