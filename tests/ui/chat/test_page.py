from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QToolButton

from assistant.engine.base import Turn
from assistant.errors import EngineError, StoreError
from assistant.store.failures import FULL
from assistant.tasks.characters import characters
from tests.engine.scripted import Gate
from ui.chat.page import ChatPage


@pytest.fixture
def show(make_desk, theme, qtbot):
    """Returns a function that opens a page on a scripted engine."""

    def make(*answers):
        desk = make_desk(*answers)
        page = ChatPage(desk.controller, theme)
        page.desk = desk
        qtbot.addWidget(page)
        page.resize(800, 600)
        page.show()
        desk.controller.open(None)
        page.focus_input()
        return page

    return make


def say(page, text):
    QTest.keyClicks(page.composer.edit, text)
    QTest.keyClick(page.composer.edit, Qt.Key.Key_Return)


def test_a_typed_question_is_answered_and_leaves_the_composer_empty(show):
    page = show()
    say(page, "How tall is it?")
    assert page.composer.draft() == ""
    page.desk.wait_idle()
    assert [message.text for message in page.desk.path()] == ["How tall is it?", "Between 100 and 140 metres."]
    assert page.transcript.copy_last_answer()
    assert QGuiApplication.clipboard().text() == "Between 100 and 140 metres."


def test_esc_stops_the_answer(show):
    page = show(["Half ", Gate()])
    say(page, "Go")
    page.desk.wait(lambda: bool(page.desk.texts))
    QTest.keyClick(page.composer.edit, Qt.Key.Key_Escape)
    page.desk.wait_idle()
    assert page.desk.path()[-1].text == "Half "


def test_what_is_typed_while_a_message_has_the_focus_goes_into_the_composer(show):
    page = show()
    say(page, "How tall is it?")
    page.desk.wait_idle()
    page.transcript.focus_message(0)
    focus = page.window().focusWidget()
    assert page.transcript.isAncestorOf(focus)
    QTest.keyClick(focus, Qt.Key.Key_H)
    assert page.composer.edit.toPlainText() == "h"


def test_up_in_the_empty_composer_edits_the_last_question(show):
    page = show()
    say(page, "How tall is it?")
    page.desk.wait_idle()
    QTest.keyClick(page.composer.edit, Qt.Key.Key_Up)
    editor = page.window().focusWidget()
    assert editor.toPlainText() == "How tall is it?"


def test_the_first_screen_offers_examples_that_send_themselves(show):
    page = show()
    assert page.empty_state.isVisible()
    buttons = page.empty_state.findChildren(QPushButton)
    assert len(buttons) == 3
    QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    page.desk.wait_idle()
    assert page.desk.path()[0].text == page.empty_state.examples()[1][1]
    assert not page.empty_state.isVisible()


def test_in_a_low_window_the_first_screen_scrolls_instead_of_overlapping(show):
    page = show()
    page.resize(420, 360)
    QApplication.processEvents()
    buttons = page.empty_state.findChildren(QPushButton)
    places = [QRect(button.mapTo(page.empty_state, QPoint(0, 0)), button.size()) for button in buttons]
    assert all(one.bottom() < other.top() for one, other in itertools.pairwise(places))
    buttons[-1].setFocus(Qt.FocusReason.TabFocusReason)
    page.empty_state.findChild(QScrollArea).ensureWidgetVisible(buttons[-1])
    assert not buttons[-1].visibleRegion().isEmpty()


def test_a_message_the_store_refuses_stays_in_the_composer(show, monkeypatch):
    page = show()

    def refuse(**_kwargs):
        raise StoreError(FULL)

    monkeypatch.setattr(page.desk.store, "create_conversation", refuse)
    say(page, "precious")
    assert page.composer.draft() == "precious"
    assert len(page.desk.notices) == 1


def test_text_typed_before_switching_comes_back(show):
    page = show()
    say(page, "Go")
    page.desk.wait_idle()
    first = page.desk.controller.conversation_id
    QTest.keyClicks(page.composer.edit, "half a thought")
    page.desk.controller.open(None)
    assert page.composer.draft() == ""
    page.desk.controller.open(first)
    assert page.composer.draft() == "half a thought"


def test_the_line_about_the_small_model_is_closed_for_good(show, theme, qtbot):
    page = show()
    assert page.hint.isVisible()
    QTest.mouseClick(page.hint.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not page.hint.isVisible()
    assert page.desk.app.settings.current.small_model_hint is False


def test_the_line_about_the_small_model_is_not_shown_for_others(show, tmp_path):
    page = show()
    page.desk.controller.set_model("another")
    assert not page.hint.isVisible()


def test_a_character_is_chosen_for_this_conversation(show):
    page = show()
    page.choose_system_text()
    page._dialog.findChildren(QPushButton)[1].click()
    page._dialog.accept()
    assert page.header.character == "Tutor"
    say(page, "Hello")
    page.desk.wait_idle()
    assert page.desk.engine.requests[-1].turns[0] == Turn("system", characters()[1].text)
    page.desk.controller.open(None)
    assert page.header.character == "Plain assistant"


def test_ones_own_words_become_the_system_text(show):
    page = show()
    page.choose_system_text()
    QTest.keyClicks(page._dialog.edit, "You are a pirate.")
    page._dialog.accept()
    assert page.desk.controller.system_text == "You are a pirate."
    assert page.header.character == "My own words"


def test_a_failure_is_shown_with_its_button_and_the_button_works(show):
    page = show(["Half ", EngineError("The engine ended.")], ["Whole"])
    say(page, "Go")
    page.desk.wait_idle()
    button = next(button for button in page.transcript.findChildren(QPushButton) if button.text() == "Try again")
    page.desk.wait(button.isVisible)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    page.desk.wait_idle()
    assert page.desk.path()[-1].text == "Whole"


def test_the_meter_says_how_full_the_context_is(show):
    page = show()
    assert page.meter.accessibleName() == ""
    say(page, "Go")
    page.desk.wait_idle()
    assert page.meter.accessibleName() == "Context 5 %"
    assert "2048" in page.meter.toolTip().replace(",", "")


def test_rename_and_delete_name_the_open_conversation(show, qtbot):
    page = show()
    entries = {action.text(): action for action in page.header.menu.actions()}
    rename, delete = entries["Rename…"], entries["Delete"]
    assert not rename.isEnabled()
    assert not delete.isEnabled()
    say(page, "Go")
    page.desk.wait_idle()
    number = page.desk.controller.conversation_id
    with qtbot.waitSignal(page.rename_requested, check_params_cb=lambda id_: id_ == number):
        rename.trigger()
    with qtbot.waitSignal(page.delete_requested, check_params_cb=lambda id_: id_ == number):
        delete.trigger()


@pytest.mark.parametrize("width", [360, 640, 1100])
def test_nothing_sticks_out_at_any_width(show, width, qtbot):
    page = show()
    say(page, "A rather long first question that makes a rather long title")
    page.desk.wait_idle()
    page.resize(width, 600)
    qtbot.wait(50)
    assert page.width() == width
    for child in (page.header, page.composer, page.meter, page.hint, page.composer.send_button):
        left = child.mapTo(page, child.rect().topLeft()).x()
        assert left >= 0
        assert left + child.width() <= width


def test_everything_that_can_be_pressed_has_a_name(show):
    page = show()
    for button in [*page.findChildren(QToolButton), *page.findChildren(QPushButton)]:
        assert button.accessibleName() or button.text(), button


def test_a_link_is_copied_and_nothing_is_opened(show):
    page = show()
    page.transcript.link_activated.emit(QUrl("https://example.org/?q=secret"))
    assert QGuiApplication.clipboard().text() == "https://example.org/?q=secret"
    assert "copied" in page.desk.notices[-1]
