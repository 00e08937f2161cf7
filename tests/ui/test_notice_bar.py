from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from ui.notice_bar import NoticeBar


def make(qtbot, theme):
    bar = NoticeBar(theme)
    qtbot.addWidget(bar)
    return bar


def test_closing_a_sentence_shows_the_next(qtbot, theme):
    bar = make(qtbot, theme)
    bar.add("One.")
    bar.add("Two.")
    assert bar.text == "One."
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.text == "Two."
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_same_sentence_is_not_shown_again_while_it_is_there(qtbot, theme):
    bar = make(qtbot, theme)
    bar.add("One.")
    bar.add("One.")
    qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
    assert bar.text == ""


def test_a_flood_of_faults_does_not_fill_the_memory(qtbot, theme):
    bar = make(qtbot, theme)
    for number in range(1_000):
        bar.add(f"Fault {number}.")
    closed = 0
    while bar.text:
        qtbot.mouseClick(bar.findChild(QToolButton), Qt.MouseButton.LeftButton)
        closed += 1
    assert closed <= 21
