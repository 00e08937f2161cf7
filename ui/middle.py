"""What pages without content have in common: a column in their middle."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.theme import SPACE


def put_in_the_middle(whole: QWidget, column: QWidget) -> None:
    """Lay a column out in the middle of a widget, a little above it; what does not fit can be scrolled to.

    Args:
        whole: Has no layout yet.
        column: As wide as it wants to be at most.
    """
    page = QWidget(whole)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(4 * SPACE, 6 * SPACE, 4 * SPACE, 6 * SPACE)
    layout.addStretch(2)
    row = QHBoxLayout()
    row.addWidget(column)
    layout.addLayout(row)
    layout.addStretch(3)
    area = QScrollArea(whole)
    area.setWidget(page)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    page.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    outer = QVBoxLayout(whole)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
