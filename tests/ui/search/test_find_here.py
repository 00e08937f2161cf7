import pytest
from PySide6.QtCore import Qt

from tests.ui.search.test_search_page import CTRL, SHIFT, is_in_view, is_marked, key, talk, window

__all__ = ["talk", "window"]  # fixtures

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def find(window, qtbot):
    """Opens the strip, types a text and waits for what it says about it."""

    def search(text, expected):
        key(qtbot, window, Qt.Key.Key_F, CTRL)
        bar = window.finder.here.bar
        assert window.focusWidget() is bar.field
        bar.field.setText(text)
        qtbot.waitUntil(lambda: bar.count.text() == expected, timeout=60_000)
        return bar

    return search


def test_ctrl_f_marks_any_part_of_a_word_in_the_conversation(window, talk, find):
    conversation_id, ids = talk("Sea", "The lighthouse", "Two **Lighthouses** there")
    window.open_conversation(conversation_id)
    find("GHTHO", "1 of 2")
    assert is_marked(window, ids[0])
    assert is_marked(window, ids[1])


def test_enter_goes_to_the_next_place_and_from_the_last_to_the_first(window, qtbot, talk, find):
    conversation_id, ids = talk(
        "Sea", *(f"pear {number} " * 60 if number in (3, 25) else "x\n" * 30 for number in range(40))
    )
    window.open_conversation(conversation_id)
    bar = find("pear 3", "1 of 60")
    assert is_in_view(window, ids[3])
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == "2 of 60"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, SHIFT)
    assert bar.count.text() == "60 of 60"
    key(qtbot, window, Qt.Key.Key_F3)
    assert bar.count.text() == "1 of 60"
    key(qtbot, window, Qt.Key.Key_F3, SHIFT)
    assert bar.count.text() == "60 of 60"


def test_a_place_far_away_is_scrolled_to(window, qtbot, talk, find):
    texts = ["filler words " * 100 for _ in range(200)]
    texts[20] = "a needle"
    conversation_id, ids = talk("Sea", *texts)
    window.open_conversation(conversation_id)
    assert not is_in_view(window, ids[20])
    find("needle", "1 of 1")
    qtbot.waitUntil(lambda: is_in_view(window, ids[20]) and is_marked(window, ids[20]))


def test_what_is_not_there_is_said(window, talk, find):
    conversation_id, _ = talk("Sea", "The lighthouse")
    window.open_conversation(conversation_id)
    bar = find("zebra", "Nothing found")
    assert not bar.next_button.isEnabled()


def test_esc_closes_the_strip_removes_the_marks_and_goes_back_to_the_input(window, qtbot, talk, find):
    conversation_id, ids = talk("Sea", "The lighthouse")
    window.open_conversation(conversation_id)
    bar = find("light", "1 of 1")
    key(qtbot, window, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert not is_marked(window, ids[0])
    assert window.page.composer.isAncestorOf(window.focusWidget())


def test_another_conversation_is_searched_when_it_is_opened(window, qtbot, talk, find):
    first, _ = talk("Sea", "The lighthouse")
    second, ids = talk("Land", "light light")
    window.open_conversation(first)
    bar = find("light", "1 of 1")
    window.open_conversation(second)
    qtbot.waitUntil(lambda: bar.count.text() == "1 of 2", timeout=60_000)
    assert is_marked(window, ids[0])


def test_only_messages_that_are_shown_are_searched(window, app, talk, find):
    conversation_id, ids = talk("Sea", "The lighthouse")
    app.store.set_draft(conversation_id, "light")
    app.store.add_message(conversation_id, parent_id=None, role=app.store.messages(ids)[0].role, text="Only one light")
    window.open_conversation(conversation_id)
    find("light", "1 of 1")


def test_characters_outside_the_first_plane_do_not_shift_the_marks(window, talk, find):
    conversation_id, ids = talk("Sea", "👍👍 the 𝒜 needle")
    window.open_conversation(conversation_id)
    find("needle", "1 of 1")
    (selection,) = window.page.transcript.shown_messages()[ids[0]].body.extraSelections()
    assert selection.cursor.selectedText() == "needle"


def test_every_control_of_the_strip_has_a_name(window, talk, find):
    conversation_id, _ = talk("Sea", "The lighthouse")
    window.open_conversation(conversation_id)
    bar = find("light", "1 of 1")
    controls = (bar.field, bar.previous_button, bar.next_button, bar.close_button)
    assert all(control.accessibleName() and control.toolTip() for control in controls)
