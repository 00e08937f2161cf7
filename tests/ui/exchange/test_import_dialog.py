import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.exchange.conftest import FILES
from ui.exchange.drops import conversation_files
from ui.exchange.import_dialog import ImportDialog


@pytest.fixture
def dialog(controller, qtbot, theme):
    made = ImportDialog(controller)
    qtbot.addWidget(made)
    made.open_dialog()
    return made


def test_files_that_are_chosen_are_imported_and_counted(dialog, app, controller, qtbot, monkeypatch):
    names = [str(FILES / "chatgpt.json"), str(FILES / "open_webui.json")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    with qtbot.waitSignal(controller.taken_in, timeout=60_000):
        qtbot.mouseClick(dialog.files_button, Qt.MouseButton.LeftButton)
        assert not dialog.files_button.isEnabled()
        assert dialog.progress.isVisible()
    assert dialog.outcome.text() == (
        "2 conversations were imported.\n3 pictures, attached files or notes of tools could not be taken over."
    )
    assert dialog.files_button.isEnabled()
    assert not dialog.progress.isVisible()
    assert len(app.store.conversation_ids()) == 2


def test_a_folder_that_is_chosen_is_imported(dialog, app, controller, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(FILES / "jan"))
    with qtbot.waitSignal(controller.taken_in, timeout=60_000):
        dialog.folder_button.click()
    assert [one.title for one in app.store.conversations()] == ["Walking tour"]


def test_choosing_nothing_does_nothing(dialog, controller, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    dialog.files_button.click()
    assert not controller.busy


def drop(target, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(10, 10), *how))
    QApplication.sendEvent(target, QDropEvent(QPointF(10, 10), *how))


def test_files_that_are_dropped_onto_it_are_imported(dialog, app, controller, qtbot):
    with qtbot.waitSignal(controller.taken_in, timeout=60_000):
        drop(dialog, FILES / "chatgpt.json")
    assert len(app.store.conversation_ids()) == 1


def test_only_what_may_hold_conversations_is_taken(tmp_path):
    data = QMimeData()
    for thread in ("jan/threads/1", "threads.d/1", "1"):
        (tmp_path / thread).mkdir(parents=True)
        (tmp_path / thread / "thread.json").write_text("{}")
    (tmp_path / "documents").mkdir()
    names = ["a.json", "b.CHAT", "c.zip", "d.gguf", "e.png", "f.jsonl", "jan", "threads.d", "1", "documents"]
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name)) for name in names] + [QUrl("https://a.example/x.json")])
    assert [path.name for path in conversation_files(data)] == [
        *("a.json", "b.CHAT", "c.zip", "f.jsonl", "jan", "threads.d", "1"),
    ]


def test_cancelling_keeps_what_was_imported(dialog, app, controller, qtbot, tmp_path):
    (tmp_path / "long.json").write_bytes(b"[" + b"1," * 3_000_000 + b"1]")
    with qtbot.waitSignal(controller.progressed, timeout=60_000):
        dialog.take_in([FILES / "chatgpt.json", tmp_path / "long.json"])
    with qtbot.waitSignal(controller.taken_in, timeout=60_000):
        qtbot.mouseClick(dialog.progress.cancel_button, Qt.MouseButton.LeftButton)
    assert "stopped early" in dialog.outcome.text()
    assert dialog.files_button.isEnabled()
    assert len(app.store.conversation_ids()) == 1


def test_it_fits_a_narrow_screen(dialog):
    dialog.resize(320, 400)
    assert dialog.width() == 320
