from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from assistant.paths import Paths
from assistant.store import Role, Store
from ui.organise.statistics_dialog import StatisticsDialog
from ui.organise.statistics_reader import StatisticsReader, disk_use
from ui.organise.words import small_size


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path, "option")


@pytest.fixture
def reader(qtbot, store, paths):
    reader = StatisticsReader(store, paths)
    yield reader
    reader.stop()


@pytest.fixture
def dialog(qtbot, reader):
    dialog = StatisticsDialog(reader)
    qtbot.addWidget(dialog)
    return dialog


def open_and_wait(dialog, reader, qtbot):
    with qtbot.waitSignal(reader.read, timeout=60_000):
        dialog.open_dialog()


def figure(dialog, words):
    """Return the numbers beside some words, in order."""
    return [label.text() for label in dialog.area.widget().findChildren(QLabel) if label.accessibleName() == words]


def talk(store, title, text):
    conversation = store.create_conversation(title=title)
    store.add_message(conversation.id, parent_id=None, role=Role.USER, text=text)
    return conversation.id


def test_something_is_said_before_the_numbers_are_there(dialog):
    assert dialog.area.widget().text() == "Counting…"


def test_the_numbers_are_those_of_the_store(dialog, reader, store, qtbot):
    talk(store, "One", "12345")
    store.set_archived(talk(store, "Two", "123"), True)
    store.delete_conversation(talk(store, "Three", "1"))
    open_and_wait(dialog, reader, qtbot)
    assert figure(dialog, "Conversations")[0] == "2"
    assert figure(dialog, "of these in the archive") == ["1"]
    assert figure(dialog, "In the bin") == ["1"]
    assert figure(dialog, "Messages") == ["2"]
    assert figure(dialog, "Characters of text") == ["8"]


def test_one_of_the_longest_can_be_opened(dialog, reader, store, qtbot):
    number = talk(store, "Salt & pepper", "x" * 100)
    open_and_wait(dialog, reader, qtbot)
    (button,) = dialog.area.widget().findChildren(QPushButton)
    assert button.text() == "Salt && pepper"
    with qtbot.waitSignal(dialog.opened) as opened:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert opened.args == [number]


def test_opened_again_it_counts_again(dialog, reader, store, qtbot):
    open_and_wait(dialog, reader, qtbot)
    talk(store, "One", "1")
    open_and_wait(dialog, reader, qtbot)
    assert figure(dialog, "Messages") == ["1"]


def test_a_store_that_can_not_be_read_is_said(dialog, reader, qtbot, store, tmp_path):
    store.close()
    (tmp_path / "conversations.db").write_bytes(b"nonsense" * 1000)
    with qtbot.waitSignal(reader.failed, timeout=60_000):
        dialog.open_dialog()
    assert "damaged" in dialog.area.widget().text()


def test_the_disk_is_divided_into_what_it_holds_without_counting_twice(paths, tmp_path):
    with Store.open(paths.conversations):
        pass
    size = paths.conversations.stat().st_size
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "conversations-1.db").write_bytes(b"x" * 100)
    (tmp_path / "conversations.db.damaged-2026").write_bytes(b"x" * 7)
    paths.states.mkdir()
    (paths.states / "a.state").write_bytes(b"x" * 20)
    paths.tuned.mkdir(parents=True)
    (paths.tuned / "a.gguf").write_bytes(b"x" * 30)
    (tmp_path / "settings.json").write_bytes(b"x" * 40)
    use = disk_use(paths, size)
    assert (use.conversations, use.backups, use.states, use.models, use.rest) == (size, 107, 20, 30, 40)


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0 MB"), (1, "1 KB"), (45_000, "45 KB"), (2_400_000, "2 MB"), (3_100_000_000, "3.1 GB")]
)
def test_small_sizes_are_said_in_kilobytes(qapp, size, words):
    assert small_size(size) == words
