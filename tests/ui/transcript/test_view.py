from __future__ import annotations

import dataclasses
import itertools

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from assistant.settings import Theme
from assistant.store.records import MessageState, Role
from ui.transcript.actions import Action
from ui.transcript.error_row import ShownError

LONG = "A sentence that is long enough to fill a line or so of the column, more or less. " * 12


def filled(talk, count: int) -> None:
    for number in range(count):
        if number % 2:
            talk.answer(f"Answer {number}. {LONG}")
        else:
            talk.ask(f"Question {number}?")


def top_of(view, message_id: int) -> int:
    return view.shown_messages()[message_id].mapTo(view, QPoint(0, 0)).y()


def first_in_view(view) -> int:
    shown = view.shown_messages()
    return min((i for i in shown if top_of(view, i) + shown[i].height() > 0), key=lambda i: top_of(view, i))


def pressed(view, message_id: int, action: Action) -> None:
    widget = view.shown_messages()[message_id]
    widget.set_active(True)
    widget.action_bar.chosen.emit(action)


def test_of_ten_thousand_messages_only_those_near_the_end_are_fetched(view, talk, settled):
    filled(talk, 10_000)
    view.show_path(talk.heads)
    settled()
    assert 10_000 in talk.fetched
    assert len(set(talk.fetched)) < 40
    assert len(view.shown_messages()) < 40


def test_the_newest_message_is_in_view_at_first(view, talk, settled):
    filled(talk, 50)
    view.show_path(talk.heads)
    settled()
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert 0 < top_of(view, 50) + view.shown_messages()[50].height() <= view.height()


def test_messages_touch_without_gap_or_overlap_wherever_the_reader_scrolls(view, talk, settled):
    filled(talk, 300)
    view.show_path(talk.heads)
    settled()
    bar = view.verticalScrollBar()
    for part in (0.9, 0.5, 0.51, 0.1, 0.0):
        bar.setValue(int(bar.maximum() * part))
        settled()
        shown = view.shown_messages()
        ids = sorted(shown)
        assert ids == list(range(ids[0], ids[-1] + 1))
        for first, second in itertools.pairwise(ids):
            assert top_of(view, first) + shown[first].height() == top_of(view, second)


def test_no_message_is_drawn_that_does_not_belong_to_the_view(view, talk, settled):
    filled(talk, 60)
    view.show_path(talk.heads)
    for step in (-1, -1, -5, 3, -20, 40):
        view.focus_message(step)
        settled()
    visible = [child for child in view.viewport().children() if isinstance(child, QWidget) and child.isVisible()]
    assert set(visible) == set(view.shown_messages().values())


def test_heights_becoming_known_do_not_move_what_is_being_read(view, talk, settled):
    filled(talk, 200)
    view.show_path(talk.heads)
    settled()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    message_id = first_in_view(view)
    before = top_of(view, message_id)
    settled()
    assert top_of(view, message_id) == before


def test_home_and_end_reach_both_ends(view, talk, settled, qtbot):
    filled(talk, 200)
    view.show_path(talk.heads)
    settled()
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    settled()
    assert top_of(view, 1) >= 0
    qtbot.keyClick(view, Qt.Key.Key_End)
    settled()
    assert view.verticalScrollBar().value() == view.verticalScrollBar().maximum()
    assert 200 in view.shown_messages()


def test_page_up_scrolls_by_about_a_page(view, talk, settled, qtbot):
    filled(talk, 100)
    view.show_path(talk.heads)
    settled()
    before = view.verticalScrollBar().maximum() - view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    qtbot.waitUntil(
        lambda: view.verticalScrollBar().maximum() - view.verticalScrollBar().value() - before > view.height() * 0.7
    )


def test_the_end_is_followed_while_an_answer_grows(view, talk, settled, qtbot):
    talk.ask("Tell me a lot.")
    answer = talk.answer("", state=MessageState.STREAMING)
    view.show_path(talk.heads)
    for number in range(60):
        view.append_text(answer, f"Paragraph {number} with some words.\n\n")
    qtbot.waitUntil(lambda: "Paragraph 59" in view.shown_messages()[answer].body.toPlainText())
    settled()
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0


def test_a_reader_who_scrolled_up_is_left_alone_and_offered_a_way_down(view, talk, settled, qtbot):
    filled(talk, 20)
    answer = talk.answer("", state=MessageState.STREAMING)
    view.show_path(talk.heads)
    settled()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() - 600)
    settled()
    message_id = first_in_view(view)
    before = top_of(view, message_id)
    view.append_text(answer, "More and more.\n\n" * 60)
    qtbot.wait(80)
    settled()
    assert top_of(view, message_id) == before
    jump = next(b for b in view.findChildren(QWidget) if b.accessibleName() == "Jump to the newest")
    assert jump.isVisible()
    qtbot.mouseClick(jump, Qt.MouseButton.LeftButton)
    settled()
    assert bar.value() == bar.maximum()
    assert not jump.isVisible()


def test_text_that_arrives_while_its_message_is_out_of_view_is_there_later(view, talk, settled):
    filled(talk, 200)
    answer = talk.answer("Begun. ", state=MessageState.STREAMING)
    view.show_path(talk.heads)
    settled()
    view.verticalScrollBar().setValue(0)
    settled()
    assert answer not in view.shown_messages()
    view.append_text(answer, "Went on. ")
    view.append_text(answer, "And on.")
    view.scroll_to_end()
    settled()
    assert view.shown_messages()[answer].body.toPlainText().strip() == "Begun. Went on. And on."


def test_progress_is_said_in_words_until_the_first_word_comes(view, talk, settled, qtbot):
    talk.ask("Hello")
    answer = talk.answer("", state=MessageState.STREAMING)
    view.show_path(talk.heads)
    view.set_progress(answer, "Reading your message… 40 %")
    settled()
    shown = view.shown_messages()[answer]
    assert "Reading your message… 40 %" in [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    view.append_text(answer, "Hi")
    assert "Reading" not in "".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"state": MessageState.CANCELLED}, "Stopped"),
        ({"state": MessageState.INTERRUPTED}, "Interrupted when Thimble closed"),
        ({"stop_reason": "length"}, "Cut off at the longest answer allowed"),
        ({"stop_reason": "context"}, "Cut off: the context is full"),
    ],
)
def test_how_an_answer_ended_is_said_in_words(view, talk, settled, more, words):
    talk.ask("Hello")
    answer = talk.answer("Some words here", **more)
    view.show_path(talk.heads)
    settled()
    assert words in view.shown_messages()[answer].accessibleDescription()


def test_the_size_and_speed_of_an_answer_are_said_in_words(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("word " * 40)
    view.show_path(talk.heads)
    settled()
    assert view.shown_messages()[answer].accessibleDescription() == "40 words · 20 words/s"


def test_a_cut_off_answer_can_be_continued_where_it_is_the_last(view, talk, settled, qtbot):
    talk.ask("Hello")
    talk.answer("First", stop_reason="length")
    talk.ask("And?")
    last = talk.answer("Second", stop_reason="length")
    view.show_path(talk.heads)
    settled()
    buttons = [b for b in view.findChildren(QPushButton) if b.text() == "Continue" and b.isVisible()]
    assert len(buttons) == 1
    with qtbot.waitSignal(view.continue_requested) as asked:
        buttons[0].click()
    assert asked.args == [last]


def test_a_stopped_answer_can_be_continued_where_its_text_ends(view, talk, settled):
    talk.ask("Hello")
    talk.answer("Half of", state=MessageState.CANCELLED)
    view.show_path(talk.heads)
    settled()
    assert [b for b in view.findChildren(QPushButton) if b.text() == "Continue" and b.isVisible()]


def test_an_answer_stopped_before_its_first_word_has_nothing_to_continue(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("", state=MessageState.CANCELLED)
    view.show_path(talk.heads)
    settled()
    assert not [b for b in view.findChildren(QPushButton) if b.text() == "Continue" and b.isVisible()]
    widget = view.shown_messages()[answer]
    widget.set_active(True)
    assert [b.accessibleName() for b in widget.action_bar.buttons()] == ["Answer again"]


def bar_place(view, message_id):
    bar = view.shown_messages()[message_id].action_bar
    return bar.mapTo(view, QPoint(0, 0)).y()


def test_the_actions_of_a_long_answer_are_in_view_at_its_end_too(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("\n\n".join([LONG] * 12))
    view.show_path(talk.heads)
    settled()
    view.shown_messages()[answer].set_active(True)
    assert top_of(view, answer) < 0
    assert view.height() - 80 < bar_place(view, answer) < view.height()
    view.verticalScrollBar().setValue(0)
    settled()
    view.shown_messages()[answer].set_active(True)
    assert bar_place(view, answer) == pytest.approx(top_of(view, answer), abs=12)


def test_the_last_own_message_can_be_edited_from_outside(view, talk, settled):
    question = talk.ask("Hello")
    talk.answer("\n\n".join([LONG] * 12))
    view.show_path(talk.heads)
    settled()
    assert view.edit_last_message()
    assert view.shown_messages()[question].is_editing
    assert 0 <= top_of(view, question) < view.height()


def test_there_is_nothing_to_edit_without_a_message_or_while_an_answer_is_written(view, talk, settled):
    assert not view.edit_last_message()
    talk.ask("Hello")
    view.show_path(talk.heads)
    settled()
    view.set_busy(True)
    assert not view.edit_last_message()


def test_a_failed_answer_says_why_and_can_be_tried_again(view, talk, settled, qtbot):
    talk.ask("Hello")
    answer = talk.answer("", state=MessageState.FAILED, error="The model file is gone.")
    view.show_path(talk.heads)
    settled()
    widget = view.shown_messages()[answer]
    assert "The model file is gone." in [label.text() for label in widget.findChildren(QLabel)]
    button = next(b for b in widget.findChildren(QPushButton) if b.text() == "Try again")
    with qtbot.waitSignal(view.regenerate_requested) as asked:
        button.click()
    assert asked.args == [answer]


def test_an_error_set_from_outside_has_its_own_buttons(view, talk, settled, qtbot):
    talk.ask("Hello")
    answer = talk.answer("half", state=MessageState.FAILED, error="x")
    view.show_path(talk.heads)
    view.set_error(answer, ShownError("Not enough memory.", ("Free memory", "Choose a model"), "malloc"))
    settled()
    for place, words in enumerate(("Free memory", "Choose a model")):
        button = next(b for b in view.findChildren(QPushButton) if b.text() == words)
        with qtbot.waitSignal(view.action_requested) as asked:
            button.click()
        assert asked.args == [answer, place]


def test_actions_ask_for_what_they_say(view, talk, settled, qtbot):
    talk.ask("Hello")
    answer = talk.answer("Hi", versions=(2, 3))
    view.show_path(talk.heads)
    settled()
    with qtbot.waitSignal(view.regenerate_requested) as asked:
        pressed(view, answer, Action.REGENERATE)
    assert asked.args == [answer]
    with qtbot.waitSignal(view.alternative_requested) as asked:
        pressed(view, answer, Action.PREVIOUS)
    assert asked.args == [answer, -1]


def test_while_an_answer_is_written_no_other_can_be_started(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("Hi", versions=(2, 3))
    view.show_path(talk.heads)
    settled()
    view.set_busy(True)
    widget = view.shown_messages()[answer]
    widget.set_active(True)
    enabled = {button.accessibleName() for button in widget.action_bar.buttons() if button.isEnabled()}
    assert enabled == {"Copy message"}


def test_messages_may_come_and_go_while_an_answer_begins_and_ends(view, talk, settled):
    view.resize(900, 300)
    for _ in range(30):
        talk.ask("Short?")
        talk.answer("Half", state=MessageState.FAILED, error="The engine stopped. " * 30)
    view.show_path(talk.heads)
    settled()
    for place in (0, 400, 2000):
        view.verticalScrollBar().setValue(place)
        for widget in view.shown_messages().values():
            widget.height_changed.connect(lambda _: view.scroll_to_end())
        view.set_busy(True)
        view.set_busy(False)
    settled()
    assert max(view.shown_messages()) == 60


def test_copying_a_message_gives_the_original_markdown(view, talk, settled):
    talk.ask("Hello")
    text = "**bold** \x00 `code`\r\n"
    answer = talk.answer(text)
    view.show_path(talk.heads)
    settled()
    pressed(view, answer, Action.COPY)
    assert QGuiApplication.clipboard().text().replace("\x00", "") == text.replace("\x00", "")
    assert view.copy_last_answer()


def test_there_is_no_last_answer_to_copy_in_an_empty_conversation(view):
    view.show_path([])
    assert not view.copy_last_answer()


def test_an_edited_message_is_sent_again_with_ctrl_enter(view, talk, settled, qtbot):
    question = talk.ask("Helo")
    talk.answer("Hi")
    view.show_path(talk.heads)
    settled()
    pressed(view, question, Action.EDIT)
    editor = view.shown_messages()[question].editor.edit
    editor.setPlainText("Hello")
    with qtbot.waitSignal(view.edit_submitted) as asked:
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == [question, "Hello"]


def test_escape_ends_editing_without_sending(view, talk, settled, qtbot):
    question = talk.ask("Hello")
    view.show_path(talk.heads)
    settled()
    pressed(view, question, Action.EDIT)
    widget = view.shown_messages()[question]
    with qtbot.assertNotEmitted(view.edit_submitted):
        qtbot.keyClick(widget.editor.edit, Qt.Key.Key_Escape)
    assert not widget.is_editing
    assert widget.body.isVisible()


def test_an_edit_in_progress_survives_scrolling_away(view, talk, settled):
    question = talk.ask("Hello")
    filled(talk, 200)
    view.show_path(talk.heads)
    view.verticalScrollBar().setValue(0)
    settled()
    pressed(view, question, Action.EDIT)
    view.shown_messages()[question].editor.edit.setPlainText("Typed")
    view.scroll_to_end()
    settled()
    view.verticalScrollBar().setValue(0)
    settled()
    assert view.shown_messages()[question].editor.edit.toPlainText() == "Typed"


def test_the_actions_do_not_move_anything_when_they_appear(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("Hi")
    view.show_path(talk.heads)
    settled()
    widget = view.shown_messages()[answer]
    before = (widget.height(), widget.body.geometry())
    widget.set_active(True)
    settled()
    assert (widget.height(), widget.body.geometry()) == before


def test_in_a_narrow_window_the_actions_are_a_menu(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("Hi")
    view.resize(360, 600)
    view.show_path(talk.heads)
    settled()
    widget = view.shown_messages()[answer]
    widget.set_active(True)
    assert [button.accessibleName() for button in widget.action_bar.buttons()] == ["What to do with this message"]


def test_messages_tell_a_screen_reader_who_said_what(view, talk, settled):
    question = talk.ask("How tall?")
    answer = talk.answer("About 100 metres. " * 50)
    view.show_path(talk.heads)
    settled()
    assert view.shown_messages()[question].accessibleName() == "You said: How tall?"
    name = view.shown_messages()[answer].accessibleName()
    assert name.startswith("Thimble answered: About 100 metres.")
    assert len(name) < 200


def test_the_keyboard_moves_from_message_to_message(view, talk, settled):
    filled(talk, 100)
    view.show_path(talk.heads)
    settled()
    view.focus_message(-1)
    assert view.shown_messages()[100].hasFocus()
    for _ in range(30):
        view.focus_message(-1)
    widget = view.shown_messages()[70]
    assert widget.hasFocus()
    assert widget.isVisible()
    assert widget.action_bar.isVisible()


def test_tab_goes_through_one_message_and_then_leaves(qtbot, view, talk, settled):
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(view)
    after = QLineEdit()
    column.addWidget(after)
    page.resize(900, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    filled(talk, 40)
    view.show_path(talk.heads)
    settled()
    view.focus_message(0)
    reached = []
    for _ in range(12):
        focus = page.focusWidget()
        if focus is after:
            break
        reached.append(focus.accessibleName())
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert page.focusWidget() is after
    assert "Copy message" in reached
    assert "Answer again" in reached
    view.setParent(None)


def test_a_long_message_of_the_user_is_folded_and_can_be_unfolded(view, talk, settled):
    question = talk.ask("line\n" * 300)
    view.show_path(talk.heads)
    settled()
    widget = view.shown_messages()[question]
    folded = widget.height()
    button = next(b for b in widget.findChildren(QPushButton) if b.text().startswith("Show all"))
    button.click()
    settled()
    assert widget.height() > 3 * folded
    assert widget.body.toPlainText().count("line") == 300


def test_five_megabytes_open_in_a_window_of_their_own(view, talk, settled, qtbot):
    text = "word " * 1_000_000
    question = talk.ask(text)
    view.show_path(talk.heads)
    settled()
    widget = view.shown_messages()[question]
    assert len(widget.body.toPlainText()) <= 5_001
    button = next(b for b in widget.findChildren(QPushButton) if b.isVisible())
    assert button.text() == "Show all (5.0 MB)"
    button.click()
    viewer = view.window().findChild(QWidget, "text-viewer")
    qtbot.waitUntil(lambda: viewer.is_complete, timeout=60_000)
    viewer.view.selectAll()
    viewer.view.copy()
    assert QGuiApplication.clipboard().text() == text
    viewer.close()


def test_where_the_models_reading_starts_is_marked(view, talk, settled):
    filled(talk, 4)
    view.show_path(talk.heads, context_start=3)
    settled()
    assert [i for i, widget in view.shown_messages().items() if widget.has_divider] == [3]


def test_the_first_message_needs_no_mark(view, talk, settled):
    filled(talk, 4)
    view.show_path(talk.heads, context_start=1)
    settled()
    assert not any(widget.has_divider for widget in view.shown_messages().values())


def test_a_new_message_leaves_the_readers_place(view, talk, settled):
    filled(talk, 60)
    view.show_path(talk.heads)
    settled()
    view.verticalScrollBar().setValue(800)
    settled()
    message_id = first_in_view(view)
    before = top_of(view, message_id)
    filled(talk, 2)
    view.refresh_path(talk.heads)
    settled()
    assert top_of(view, message_id) == before


def test_another_version_takes_the_place_of_the_first(view, talk, settled):
    talk.ask("Hello")
    talk.answer("First version")
    view.show_path(talk.heads)
    settled()
    other = talk.answer("Second version", versions=(2, 2))
    view.refresh_path([talk.heads[0], talk.heads[2]])
    settled()
    assert set(view.shown_messages()) == {1, other}


def test_finishing_shows_the_whole_text_and_its_speed(view, talk, settled):
    talk.ask("Hello")
    answer = talk.answer("", state=MessageState.STREAMING)
    view.show_path(talk.heads)
    view.append_text(answer, "One two")
    view.finish(dataclasses.replace(talk.messages[answer], text="One two three", state=MessageState.COMPLETE))
    settled()
    widget = view.shown_messages()[answer]
    assert widget.body.toPlainText() == "One two three"
    assert widget.accessibleDescription() == "3 words"


def test_a_new_theme_reaches_what_is_shown(view, talk, settled, theme):
    talk.ask("Hello")
    answer = talk.answer("Some text")
    view.show_path(talk.heads)
    settled()
    theme.set_theme(Theme.DARK)
    settled()
    char = view.shown_messages()[answer].body.document().begin().begin().fragment().charFormat()
    assert char.foreground().color().name().upper() == theme.palette.text


def test_no_text_moves_aside_when_there_is_more_than_fits(view, talk, settled):
    question = talk.ask("Hello")
    answer = talk.answer("", state=MessageState.STREAMING)
    view.show_path(talk.heads)
    settled()
    before = view.shown_messages()[question].body.x()
    view.append_text(answer, "\n\n".join([LONG] * 20))
    settled()
    view.verticalScrollBar().setValue(0)
    settled()
    assert view.verticalScrollBar().maximum() > 0
    assert view.shown_messages()[question].body.x() == before


def test_numbers_of_a_list_are_not_cut_off_by_larger_text(view, talk, settled, theme):
    talk.ask("Hello")
    answer = talk.answer("\n".join(f"{n}. item" for n in range(1, 13)))
    theme.set_text_size(200)
    view.show_path(talk.heads)
    settled()
    document = view.shown_messages()[answer].body.document()
    assert document.indentWidth() > QFontMetricsF(document.defaultFont()).horizontalAdvance("12. ")


def test_larger_text_takes_more_room(view, talk, settled, theme):
    filled(talk, 2)
    view.show_path(talk.heads)
    settled()
    before = view.shown_messages()[2].height()
    theme.set_text_size(150)
    settled()
    assert view.shown_messages()[2].height() > before * 1.2


def test_an_empty_conversation_shows_what_was_given_for_it(view, talk, settled):
    hint = QLabel("Ask anything")
    view.set_empty_widget(hint)
    view.show_path([])
    assert hint.isVisible()
    talk.add(Role.USER, "Hello")
    view.show_path(talk.heads)
    assert not hint.isVisible()


def test_resizing_keeps_the_paragraph_being_read(view, talk, settled):
    talk.ask("Tell me")
    talk.answer("\n\n".join(f"Paragraph {number}. {LONG[:300]}" for number in range(80)))
    filled(talk, 4)
    view.show_path(talk.heads)
    settled()
    view.verticalScrollBar().setValue(2_000)
    settled()
    body = view.shown_messages()[2].body
    before = body.cursorForPosition(body.viewport().mapFromGlobal(view.mapToGlobal(QPoint(100, 2)))).block().text()
    view.resize(500, 700)
    settled()
    after = body.cursorForPosition(body.viewport().mapFromGlobal(view.mapToGlobal(QPoint(100, 2)))).block().text()
    assert after == before
