from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from assistant.store import Store
from ui.sidebar.panel import Sidebar


@dataclass
class Shelf:
    """A left side over conversations A, B, C (the newest) and a folder "Work" in which C lies."""

    side: Sidebar
    store: Store
    opened: list[int] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.list.opened.connect(self.opened.append)
        self.list.failed.connect(self.failed.append)

    @property
    def list(self):
        return self.side.list

    @property
    def model(self):
        return self.side.list.conversations

    def find(self, title):
        return next(one for one in self.store.conversations(archived=None) if one.title == title)

    def folder(self, name="Work"):
        return next(one for one in self.store.folders() if one.name == name)

    def rows(self):
        """What is seen, each heading in brackets, with "+" where something is hidden behind it."""
        rows = [self.model.row(self.model.index(place)) for place in range(self.model.rowCount())]
        return [
            self.model.title(row.conversation)
            if row.conversation
            else f"[{self.model.heading(row)}{'+' if row.closed else ''}]"
            for row in rows
        ]

    def heading(self, name):
        return self.model.index(self.rows().index(name))

    def group(self, group):
        return self.model.index_where(lambda row: row.group is group and row.conversation is None)

    def go_to(self, *titles):
        """Put the keyboard to the first of these conversations and select all of them."""
        ids = [self.find(title).id for title in titles]
        self.list.setFocus()
        self.list.setCurrentIndex(self.model.index_of(ids[0]))
        if len(ids) > 1:
            self.list._select(ids)


@pytest.fixture
def shelf(qtbot, store, theme):
    made = [store.create_conversation(title=title).id for title in "ABC"]
    store.move_to_folder(made[2], store.create_folder("Work").id)
    side = Sidebar(store, theme)
    qtbot.addWidget(side)
    side.resize(260, 700)
    side.show()
    side.list.refresh()
    return Shelf(side, store)


@pytest.fixture
def press(qtbot, shelf):
    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(shelf.list, key, modifier)

    return press


@pytest.fixture
def click(qtbot, shelf):
    def click(index, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.mouseClick(
            shelf.list.viewport(), Qt.MouseButton.LeftButton, modifier, shelf.list.visualRect(index).center()
        )

    return click
