from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from ui.sidebar.drags import MIME_TYPE, ids_of, mime_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


def drop(shelf, ids, index):
    """Drop conversations in the middle of a row; return whether the list took the drag."""
    data = mime_of(ids)
    viewport = shelf.list.viewport()
    at = shelf.list.visualRect(index).center() if index is not None else viewport.rect().bottomLeft()
    buttons, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.MoveAction
    entering = QDragEnterEvent(at, action, data, buttons, modifiers)
    QApplication.sendEvent(viewport, entering)
    moving = QDragMoveEvent(at, action, data, buttons, modifiers)
    QApplication.sendEvent(viewport, moving)
    marked = shelf.list._delegate.target
    QApplication.sendEvent(viewport, QDropEvent(QPointF(at), action, data, buttons, modifiers))
    assert shelf.list._delegate.target is None
    return entering.isAccepted() and moving.isAccepted() and marked is not None


def test_what_is_dropped_on_a_folder_lies_in_it(shelf):
    assert drop(shelf, [shelf.find("A").id, shelf.find("B").id], shelf.heading("[Work]"))
    assert shelf.rows() == ["[Work]", "C", "B", "A"]


def test_what_is_dropped_on_a_conversation_lies_in_the_same_folder(shelf):
    drop(shelf, [shelf.find("A").id], shelf.model.index_of(shelf.find("C").id))
    assert shelf.rows() == ["[Work]", "C", "A", "[Today]", "B"]


@pytest.mark.parametrize("where", ["[Today]", None])
def test_what_is_dropped_on_a_day_or_below_leaves_its_folder(shelf, where):
    drop(shelf, [shelf.find("C").id], shelf.heading(where) if where else None)
    assert shelf.rows() == ["[Work]", "[Today]", "C", "B", "A"]


def test_what_is_dropped_on_the_archive_goes_into_it_and_out_again(shelf):
    shelf.store.set_archived(shelf.find("A").id, True)
    shelf.list.refresh()
    drop(shelf, [shelf.find("C").id], shelf.heading("[Archive+]"))
    assert shelf.rows() == ["[Work]", "[Today]", "B", "[Archive+]"]
    drop(shelf, [shelf.find("C").id], shelf.heading("[Today]"))
    assert not shelf.find("C").archived


def test_what_is_dropped_on_the_bin_is_deleted(shelf):
    shelf.store.delete_conversation(shelf.find("A").id)
    shelf.list.refresh()
    drop(shelf, [shelf.find("C").id], shelf.heading("[Bin]"))
    assert [one.title for one in shelf.store.conversations()] == ["B"]


def test_what_is_dropped_among_the_pinned_is_pinned(shelf):
    shelf.store.set_pinned(shelf.find("A").id, True)
    shelf.list.refresh()
    drop(shelf, [shelf.find("B").id], shelf.heading("[Pinned]"))
    assert shelf.find("B").pinned


def test_files_are_left_to_the_window(shelf):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/model.gguf")])
    event = QDragEnterEvent(
        shelf.list.viewport().rect().center(),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(shelf.list.viewport(), event)
    assert not event.isAccepted()


@pytest.mark.parametrize("carried", [b"", b"x y", b"-1", b"1.5"])
def test_a_drag_of_nonsense_carries_no_conversation(carried):
    data = QMimeData()
    data.setData(MIME_TYPE, carried)
    assert ids_of(data) == []


def test_the_ids_of_a_drag_are_those_it_was_made_of():
    assert ids_of(mime_of([3, 1, 2**40])) == [3, 1, 2**40]
