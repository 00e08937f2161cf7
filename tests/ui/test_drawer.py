import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.drawer import Drawer


@pytest.fixture
def drawer(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(400, 500)
    page.field = QLineEdit(page)
    drawer = Drawer(theme, page)
    content = QWidget()
    layout = QVBoxLayout(content)
    drawer.buttons = [QPushButton("one"), QPushButton("two")]
    for button in drawer.buttons:
        layout.addWidget(button)
    drawer.set_content(content)
    with qtbot.waitActive(page, timeout=60_000):
        page.show()
    page.field.setFocus()
    return drawer


def test_it_opens_with_the_focus_inside_and_gives_it_back(drawer, qtbot):
    drawer.open()
    assert drawer.window().focusWidget() is drawer.buttons[0]
    qtbot.keyClick(drawer, Qt.Key.Key_Escape)
    assert not drawer.isVisible()
    assert drawer.window().focusWidget() is drawer.parentWidget().field


def test_tab_stays_inside(drawer, qtbot):
    drawer.open()
    seen = []
    for _ in range(4):
        seen.append(drawer.window().focusWidget())
        qtbot.keyClick(drawer.window().focusWidget(), Qt.Key.Key_Tab)
    assert seen == [*drawer.buttons, *drawer.buttons]


def test_a_press_beside_it_closes_it(drawer, qtbot):
    drawer.open()
    qtbot.mouseClick(drawer, Qt.MouseButton.LeftButton, pos=QPoint(390, 200))
    assert not drawer.isVisible()


def test_it_covers_the_window_after_a_resize(drawer, qtbot):
    drawer.open()
    drawer.parentWidget().resize(500, 700)
    assert drawer.size() == drawer.parentWidget().size()


def test_it_leaves_room_to_press_beside_it_in_the_narrowest_window(drawer, qtbot):
    drawer.parentWidget().resize(300, 500)
    drawer.open()
    qtbot.mouseClick(drawer, Qt.MouseButton.LeftButton, pos=QPoint(290, 200))
    assert not drawer.isVisible()
