from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from ui.chat.composer import Composer
from ui.chat.plain_edit import LONGEST_LINE, LONGEST_TYPED, plain
from ui.theme import ThemeManager


@pytest.fixture
def composer(qtbot):
    composer = Composer(ThemeManager())
    qtbot.addWidget(composer)
    composer.resize(500, 60)
    composer.show()
    composer.edit.setFocus()
    composer.sent = []
    composer.send_requested.connect(composer.sent.append)
    return composer


def paste(composer, text):
    data = QMimeData()
    data.setText(text)
    composer.edit.insertFromMimeData(data)


def chips(composer):
    return [chip.text() for chip in composer.findChildren(QPushButton) if not chip.isHidden()]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier])
def test_enter_sends(composer, key, modifier):
    QTest.keyClicks(composer.edit, "Hello")
    QTest.keyClick(composer.edit, key, modifier)
    assert composer.sent == ["Hello"]
    assert composer.edit.toPlainText() == "Hello"


def test_shift_enter_begins_a_new_line(composer):
    QTest.keyClicks(composer.edit, "one")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(composer.edit, "two")
    assert composer.sent == []
    assert composer.edit.toPlainText() == "one\ntwo"
    assert composer.edit.blockCount() == 2


def test_pasted_right_to_left_lines_are_all_in_view(composer, qtbot):
    composer.resize(720, 60)
    paste(composer, "שלום עולם, זו בדיקה של טקסט מימין לשמאל. " * 3 + "\nEnglish line\nمرحبا بالعالم 123 abc")
    edit = composer.edit
    qtbot.waitUntil(lambda: edit.height() == edit.sizeHint().height() and not edit.verticalScrollBar().isVisible())
    assert edit.document().size().height() >= 3


def test_up_in_the_empty_field_asks_for_the_last_message(composer, qtbot):
    with qtbot.waitSignal(composer.edit.edit_last_wanted):
        QTest.keyClick(composer.edit, Qt.Key.Key_Up)
    QTest.keyClicks(composer.edit, "words")
    with qtbot.assertNotEmitted(composer.edit.edit_last_wanted):
        QTest.keyClick(composer.edit, Qt.Key.Key_Up)


def test_an_unfinished_input_method_word_is_never_sent(composer):
    QTest.keyClicks(composer.edit, "Hi ")
    QApplication.sendEvent(composer.edit, QInputMethodEvent("にほ", []))
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert composer.sent == []
    done = QInputMethodEvent("", [])
    done.setCommitString("日本")
    QApplication.sendEvent(composer.edit, done)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert len(composer.sent) == 1
    assert composer.sent[0].startswith("Hi ")
    assert composer.sent[0].endswith("日本")


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_nothing_is_sent_when_there_are_no_words(composer, text):
    composer.edit.setPlainText(text)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert composer.sent == []


def test_it_grows_from_one_line_to_eight(composer):
    heights = []
    scrolls = []
    for lines in range(1, 12):
        composer.edit.setPlainText("\n".join(["line"] * lines))
        QApplication.processEvents()
        heights.append(composer.edit.height())
        scrolls.append(composer.edit.verticalScrollBar().maximum() > 0)
    assert heights[:8] == sorted(set(heights[:8]))
    assert set(heights[7:]) == {heights[7]}
    assert scrolls == [False] * 8 + [True] * 3


def test_wrapped_lines_count_too(composer, qtbot):
    one = composer.edit.sizeHint().height()
    composer.edit.setPlainText("many words " * 30)
    assert composer.edit.sizeHint().height() > 2 * one


def test_pasting_takes_words_only(composer):
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    composer.edit.insertFromMimeData(data)
    assert composer.edit.toPlainText() == "bold"


def test_control_characters_are_left_behind(composer):
    paste(composer, "a\x00b\x07c\td\r\ne\x1df")
    assert composer.edit.toPlainText() == "abc\td\nef"
    assert plain("\u2028x\x7f\ufffe") == "\nx"


def test_a_long_text_is_attached_and_sent_with_the_message(composer):
    text = "word " * 1_000_000
    paste(composer, text)
    assert composer.edit.toPlainText() == ""
    assert chips(composer) == ["Pasted text, 5.0 MB"]
    QTest.keyClicks(composer.edit, "Shorten this:")
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert composer.sent == [f"Shorten this:\n\n{text.strip()}"]


def test_one_endless_line_is_attached_because_it_could_not_be_edited(composer):
    paste(composer, "x" * (LONGEST_LINE + 1))
    assert composer.edit.toPlainText() == ""
    assert chips(composer) == ["Pasted text, 10 kB"]


def test_pasting_again_and_again_does_not_get_past_the_limit(composer):
    page = ("x" * 99 + "\n") * 900
    for _ in range(4):
        paste(composer, page)
    assert len(composer.edit.toPlainText()) <= LONGEST_TYPED
    assert len(composer.attached) == 2


def test_an_attached_text_can_be_removed_or_sent_alone(composer):
    paste(composer, "a" * 20_000)
    paste(composer, "b" * 30_000)
    QTest.mouseClick(composer.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    assert composer.attached == ("b" * 30_000,)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert composer.sent == ["b" * 30_000]


def test_a_draft_keeps_typed_and_attached_text_apart(composer, qtbot):
    QTest.keyClicks(composer.edit, "typed")
    paste(composer, "a" * 20_000)
    other = Composer(ThemeManager())
    qtbot.addWidget(other)
    other.set_draft(composer.draft())
    assert other.edit.toPlainText() == "typed"
    assert other.attached == composer.attached
    other.set_draft("")
    assert other.draft() == ""
    assert chips(other) == []


def test_showing_a_draft_is_no_change_by_the_user(composer):
    changes = []
    composer.changed.connect(lambda: changes.append(True))
    composer.set_draft("typed before")
    assert changes == []


def test_undo_brings_back_what_was_pasted_over(composer):
    QTest.keyClicks(composer.edit, "precious")
    composer.edit.selectAll()
    paste(composer, "other")
    composer.edit.undo()
    assert composer.edit.toPlainText() == "precious"


def test_the_button_is_stop_while_answering_and_enter_sends_nothing_then(composer, qtbot):
    QTest.keyClicks(composer.edit, "next")
    composer.set_busy(True)
    QTest.keyClick(composer.edit, Qt.Key.Key_Return)
    assert composer.sent == []
    button = composer.send_button
    assert button.accessibleName() == "Stop"
    with qtbot.waitSignal(composer.stop_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    composer.set_busy(False)
    assert button.accessibleName() == "Send"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert composer.sent == ["next"]


def test_right_to_left_text_stands_at_the_right(composer):
    composer.edit.setPlainText("שלום עולם")
    line = composer.edit.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextRect().left() > composer.edit.viewport().width() / 2
    composer.edit.setPlainText("hello")
    line = composer.edit.document().firstBlock().layout().lineAt(0)
    assert line.naturalTextRect().left() < 20


def test_field_and_buttons_have_names_for_screen_readers(composer):
    paste(composer, "a" * 20_000)
    assert composer.edit.accessibleName() == "Message"
    assert composer.send_button.accessibleName() == "Send"
    assert composer.findChildren(QPushButton)[0].accessibleName() == "Remove: Pasted text, 20 kB"
