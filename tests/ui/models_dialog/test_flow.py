import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from ui.models_dialog.flow import FlowLayout


class Block(QWidget):
    def sizeHint(self):
        return QSize(100, 20)


@pytest.fixture
def row(qtbot, qapp):
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = FlowLayout(holder)
    blocks = [Block(holder) for _ in range(3)]
    for block in blocks:
        layout.addWidget(block)
    return holder, layout, blocks


def places(row, width):
    holder, layout, blocks = row
    holder.resize(width, layout.heightForWidth(width))
    holder.show()
    return [(block.x(), block.y()) for block in blocks if not block.isHidden()]


def test_what_fits_stands_in_one_line(row):
    assert places(row, 316) == [(0, 0), (108, 0), (216, 0)]


def test_a_full_line_goes_on_below(row):
    assert places(row, 315) == [(0, 0), (108, 0), (0, 28)]
    assert row[1].heightForWidth(315) == 48


def test_what_is_hidden_leaves_no_gap(row):
    row[2][0].hide()
    assert places(row, 400) == [(0, 0), (108, 0)]


def test_right_to_left_begins_at_the_right(row):
    row[0].setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert places(row, 316) == [(216, 0), (108, 0), (0, 0)]


def test_it_can_be_as_narrow_as_its_widest_widget(row):
    assert row[1].minimumSize() == QSize(100, 20)
    assert row[1].sizeHint().width() == 100
