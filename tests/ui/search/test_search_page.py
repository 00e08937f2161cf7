import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from assistant.store import Role
from ui.chat.controller import ChatController
from ui.main_window import MainWindow
from ui.search.results import ResultModel
from ui.worker import EngineThread

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot, app, theme):
    worker = EngineThread(app.jobs)
    controller = ChatController(app, worker)
    opened = MainWindow(theme, app.settings)
    opened.fill(app, controller)
    opened.begin()
    opened.resize(1000, 700)
    with qtbot.waitActive(opened, timeout=60_000):
        opened.show()
    yield opened
    opened.close()
    controller.shutdown()
    worker.stop()
    opened.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def talk(app):
    """Adds a conversation of texts by turns and returns its id and those of its messages."""

    def add(title, *texts):
        conversation = app.store.create_conversation(title=title)
        ids = []
        for number, text in enumerate(texts):
            role = Role.ASSISTANT if number % 2 else Role.USER
            parent_id = ids[-1] if ids else None
            ids.append(app.store.add_message(conversation.id, parent_id=parent_id, role=role, text=text).id)
        return conversation.id, ids

    return add


def key(qtbot, window, keys, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window.focusWidget() or window, keys, modifier)


def search(qtbot, window, text, expected):
    """Type a search and wait until this many hits are shown; the index is made meanwhile."""
    window.search_all(text)
    qtbot.waitUntil(lambda: len(window.finder.page.results.hits) == expected, timeout=60_000)
    return window.finder.page


def is_marked(window, message_id):
    widget = window.page.transcript.shown_messages().get(message_id)
    return widget is not None and widget.marks.count > 0 and bool(widget.body.extraSelections())


def is_in_view(window, message_id):
    widget = window.page.transcript.shown_messages().get(message_id)
    viewport = window.page.transcript.viewport()
    return widget is not None and widget.geometry().intersects(viewport.rect())


def test_ctrl_shift_f_searches_all_messages(window, qtbot, talk):
    talk("Sea", "Where is the lighthouse?", "By the sea.")
    key(qtbot, window, Qt.Key.Key_F, CTRL | SHIFT)
    page = window.finder.page
    assert page.isVisible()
    assert window.focusWidget() is page.field
    qtbot.keyClicks(page.field, "lighth")
    qtbot.waitUntil(lambda: len(page.results.hits) == 1, timeout=60_000)
    assert page.state.text() == "1 found."


def test_enter_opens_the_message_that_was_found_and_marks_it(window, qtbot, talk):
    conversation_id, ids = talk("Sea", *(f"Message number {number}. " * 20 for number in range(40)))
    talk("Other", "Nothing to see here")
    page = search(qtbot, window, '"number 11"', 1)
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert window.sidebar.list.open_id == conversation_id
    assert window.page.isVisible()
    qtbot.waitUntil(lambda: is_marked(window, ids[11]))
    assert is_in_view(window, ids[11])


def test_the_arrows_move_in_the_results_while_the_field_keeps_the_focus(window, qtbot, talk):
    first, _ = talk("Sea", "A pear")
    second, _ = talk("Land", "A pear")
    page = search(qtbot, window, "pear", 2)
    assert page.current().conversation_id == second
    key(qtbot, window, Qt.Key.Key_Down)
    assert page.current().conversation_id == first
    assert "Sea" in page.field.accessibleDescription()
    assert window.focusWidget() is page.field
    key(qtbot, window, Qt.Key.Key_Return)
    assert window.sidebar.list.open_id == first


def test_a_message_on_a_branch_that_is_not_shown_is_gone_to(window, qtbot, app, talk):
    conversation_id, ids = talk("Sea", "Where?", "By the hidden cliff.")
    shown = app.store.add_message(conversation_id, parent_id=ids[0], role=Role.ASSISTANT, text="By the sea.")
    window.open_conversation(conversation_id)
    assert shown.id in window.page.transcript.shown_messages()
    page = search(qtbot, window, "hidden", 1)
    page.chosen.emit(page.results.hits[0])
    qtbot.waitUntil(lambda: is_marked(window, ids[1]))
    assert [head.id for head in app.store.path(conversation_id)] == ids


def test_a_hit_far_down_a_text_of_which_only_the_beginning_is_shown_is_gone_to(window, qtbot, talk):
    _, ids = talk("Sea", "filler\n" * 400 + "needle\n" + "filler\n" * 400, "Yes.")
    page = search(qtbot, window, "needle", 1)
    page.chosen.emit(page.results.hits[0])
    qtbot.waitUntil(lambda: is_marked(window, ids[0]), timeout=60_000)
    widget = window.page.transcript.shown_messages()[ids[0]]
    top = widget.y() + widget.body.y() + widget.marks.height_of(0)
    assert 0 <= top <= window.page.transcript.viewport().height()


def test_a_title_opens_its_conversation(window, qtbot, talk):
    conversation_id, _ = talk("Lighthouses", "Hello")
    page = search(qtbot, window, "lighthouses", 1)
    key(qtbot, window, Qt.Key.Key_Return)
    assert window.sidebar.list.open_id == conversation_id
    assert not page.isVisible()


def test_esc_goes_back_to_the_conversation_and_then_removes_the_marks(window, qtbot, talk):
    _, ids = talk("Sea", "A pear")
    page = search(qtbot, window, "pear", 1)
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not page.isVisible()
    page = search(qtbot, window, "pear", 1)
    key(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_marked(window, ids[0]))
    key(qtbot, window, Qt.Key.Key_Escape)
    assert not is_marked(window, ids[0])


def test_the_search_is_still_there_when_one_comes_back(window, qtbot, talk):
    talk("Sea", "A pear")
    page = search(qtbot, window, "pear", 1)
    key(qtbot, window, Qt.Key.Key_Return)
    key(qtbot, window, Qt.Key.Key_F, CTRL | SHIFT)
    assert page.field.text() == "pear"
    assert page.isVisible()
    qtbot.waitUntil(lambda: len(page.results.hits) == 1)


def test_enter_in_the_field_for_titles_searches_all_messages(window, qtbot, talk):
    talk("Sea", "A pear")
    window.search()
    qtbot.keyClicks(window.sidebar.search, "pear")
    assert window.sidebar.search_button.isVisible()
    key(qtbot, window, Qt.Key.Key_Return)
    page = window.finder.page
    assert page.field.text() == "pear"
    qtbot.waitUntil(lambda: len(page.results.hits) == 1, timeout=60_000)


def test_filters_narrow_the_results_and_can_be_taken_away(window, qtbot, talk):
    talk("Sea", "A pear", "Two pears")
    page = search(qtbot, window, "pear", 2)
    page.filters.who.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [hit.role for hit in page.results.hits] == [Role.USER])
    page.filters.what.setCurrentIndex(2)
    qtbot.waitUntil(page.all.isVisible)
    assert page.state.text() == "No message and no title has all these words."
    page.all.click()
    qtbot.waitUntil(lambda: len(page.results.hits) == 2)


def test_only_the_open_conversation_can_be_searched(window, qtbot, talk):
    first, _ = talk("Sea", "A pear")
    talk("Land", "A pear")
    window.open_conversation(first)
    page = search(qtbot, window, "pear", 2)
    page.filters.where.setCurrentIndex(1)
    qtbot.waitUntil(lambda: [hit.conversation_id for hit in page.results.hits] == [first])


def test_archived_conversations_are_found_and_marked_as_such(window, qtbot, app, talk):
    conversation_id, _ = talk("Sea", "A pear")
    app.store.set_archived(conversation_id, True)
    page = search(qtbot, window, "pear", 1)
    assert page.results.date(page.results.hits[0]).startswith("Archived")


def test_without_words_examples_that_find_something_are_offered(window, qtbot, talk):
    talk("Lighthouses of the world", "Hello")
    window.search_all()
    page = window.finder.page
    assert page.examples.isVisible()
    assert "“Quoted words”" in page.state.text()
    button = page.examples.children()[-1]
    assert button.text() == "Lighthouses"
    button.click()
    qtbot.waitUntil(lambda: len(page.results.hits) == 1, timeout=60_000)


def test_new_messages_are_found_while_the_page_is_open(window, qtbot, app, talk):
    conversation_id, ids = talk("Sea", "A pear")
    page = search(qtbot, window, "pear", 1)
    app.store.add_message(conversation_id, parent_id=ids[0], role=Role.ASSISTANT, text="Two pears")
    window.sidebar.list.refresh()
    page.field.setText("two pear")
    qtbot.waitUntil(lambda: len(page.results.hits) == 1, timeout=60_000)


def test_more_results_are_shown_when_asked_for(window, qtbot, app, talk):
    conversation_id, _ = talk("Sea", "Hello")
    for number in range(70):
        app.store.add_message(conversation_id, parent_id=None, role=Role.USER, text=f"pear {number}")
    page = search(qtbot, window, "pear", 60)
    qtbot.waitUntil(page.more.isVisible)
    page.more.click()
    qtbot.waitUntil(lambda: len(page.results.hits) == 70)
    assert not page.more.isVisible()


def test_every_control_of_the_page_has_a_name(window, qtbot, talk):
    talk("Sea", "A pear")
    page = search(qtbot, window, "pear", 1)
    filters = page.filters
    controls = (page.back, page.field, page.list, filters.where, filters.who, filters.when, filters.what, filters.order)
    assert all(control.accessibleName() for control in controls)
    assert page.results.data(page.results.index(0), Qt.ItemDataRole.AccessibleTextRole).startswith("You in “Sea”")


@pytest.mark.parametrize("width", [360, 700, 1200])
def test_nothing_is_cut_off_at_any_width(window, qtbot, talk, width):
    talk("Sea", "A pear")
    window.resize(width, 700)
    page = search(qtbot, window, "pear", 1)
    qtbot.waitUntil(lambda: page.width() <= width)
    for control in (page.field, page.filters.where, page.filters.when, page.filters.order, page.list):
        right = control.mapTo(window, control.rect().topRight()).x()
        assert right < window.width(), control.accessibleName()


def test_a_model_without_hits_is_empty(qapp):
    model = ResultModel()
    assert model.rowCount() == 0
    assert model.data(model.index(0)) is None


def test_it_goes_on_after_the_files_were_closed_for_a_while(window, qtbot, app, talk):
    conversation_id, _ = talk("Sea", "A pear")
    search(qtbot, window, "pear", 1)
    window.finder.shut_down()
    app.store.file.with_name("search.db").unlink()
    app.store.add_message(conversation_id, parent_id=None, role=Role.USER, text="Another pear")
    window.finder.resume()
    search(qtbot, window, "pear", 2)


def test_an_index_that_can_not_be_written_is_said_where_one_searches(window, qtbot, app, talk):
    talk("Sea", "A pear")
    app.store.file.with_name("search.db").mkdir()
    window.search_all("pear")
    page = window.finder.page
    qtbot.waitUntil(lambda: "can't be written" in page.state.text(), timeout=60_000)
    assert not page.results.hits
