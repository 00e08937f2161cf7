"""Backups and full disks with the whole window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from assistant.errors import StoreError
from assistant.store import MessageState, Role
from assistant.store.failures import FULL
from ui.chat import unsaved
from ui.chat.controller import ChatController
from ui.chat.unsaved import Answer
from ui.main_window import MainWindow
from ui.worker import EngineThread


@pytest.fixture
def window(qtbot, app, theme):
    worker = EngineThread(app.jobs)
    controller = ChatController(app, worker)
    made = MainWindow(theme, app.settings)
    made.fill(app, controller)
    made.begin()
    with qtbot.waitActive(made, timeout=60_000):
        made.show()
    yield made
    made.close_now()
    controller.shutdown()
    worker.stop()
    made.deleteLater()
    QApplication.processEvents()


def talk(app, title):
    conversation = app.store.create_conversation(title=title)
    app.store.add_message(conversation.id, parent_id=None, role=Role.USER, text=f"Tell me: {title}")
    return conversation.id


def shown(window):
    return [one.title for one in window.sidebar.list.conversations.shown]


def test_a_restored_backup_is_what_the_window_shows_and_what_was_typed_stays_in_what_was_replaced(window, app, qtbot):
    bread = talk(app, "Bread")
    window.sidebar.list.refresh()
    window.open_conversation(bread)
    backup = app.store.back_up()
    soup = talk(app, "Soup")
    window.sidebar.list.refresh()
    window.open_conversation(soup)
    window.page.composer.edit.setPlainText("half a thought")
    with qtbot.waitSignal(window.backups.restored) as restored:
        window.backups.restore(backup)
        assert not window.centralWidget().isEnabled()
    assert window.centralWidget().isEnabled()
    assert shown(window) == ["Bread"]
    assert window.windowTitle() == "Bread – Thimble"
    assert window.page.composer.edit.toPlainText() == ""
    with qtbot.waitSignal(window.backups.restored):
        window.backups.restore(restored.args[0])
    assert shown(window) == ["Soup", "Bread"]
    assert app.store.conversation(soup).draft == "half a thought"


class FullDisk:
    """Fails every write while it is full."""

    def __init__(self, store, monkeypatch):
        self.full = True
        for name in ("update_streaming", "finish_message", "set_draft", "set_state"):
            monkeypatch.setattr(store, name, self._wrapped(getattr(store, name)))

    def _wrapped(self, write):
        def wrapped(*args, **more):
            if self.full:
                raise StoreError(FULL)
            return write(*args, **more)

        return wrapped


def streaming(app, window):
    """An answer that is being written, as the window knows it."""
    conversation_id = talk(app, "Bread")
    window.sidebar.list.refresh()
    window.open_conversation(conversation_id)
    question = app.store.path(conversation_id)[-1]
    message = app.store.add_message(
        conversation_id, parent_id=question.id, role=Role.ASSISTANT, text="", state=MessageState.STREAMING
    )
    keeper = window._controller._answering._keeper
    return keeper, keeper.begin(message)


def test_on_a_full_disk_the_answer_stays_the_user_is_told_once_and_it_is_saved_when_there_is_room(
    window, app, qtbot, monkeypatch
):
    keeper, answer = streaming(app, window)
    disk = FullDisk(app.store, monkeypatch)
    told = []
    window._controller.notice.connect(told.append)
    for words in ("It takes ", "an hour."):
        keeper.append(answer, words)
        keeper.save()
    keeper.end(answer, MessageState.COMPLETE)
    assert told == [StoreError(FULL).sentence]
    assert window._controller.fetch([answer.message.id])[0].text == "It takes an hour."
    assert window._controller.unsaved() == ["It takes an hour."]
    disk.full = False
    qtbot.waitUntil(lambda: app.store.messages([answer.message.id])[0].text == "It takes an hour.")
    assert app.store.messages([answer.message.id])[0].state is MessageState.COMPLETE
    assert window._controller.unsaved() == []
    assert told == [StoreError(FULL).sentence]


@pytest.mark.parametrize("choice", [Answer.STAY, Answer.TRY_AGAIN])
def test_the_window_does_not_close_over_words_that_could_not_be_saved(window, app, qtbot, monkeypatch, choice):
    keeper, answer = streaming(app, window)
    disk = FullDisk(app.store, monkeypatch)
    keeper.append(answer, "last words")
    keeper.end(answer, MessageState.COMPLETE)
    asked = []

    def ask():
        asked.append(choice)
        disk.full = choice is Answer.STAY
        return choice

    monkeypatch.setattr(unsaved, "ask_in", lambda _: ask)
    assert window.close() is (choice is Answer.TRY_AGAIN)
    assert asked == [choice]
    disk.full = False
    keeper.save()
    assert app.store.messages([answer.message.id])[0].text == "last words"


def test_closed_by_the_system_it_asks_nothing(window, app, monkeypatch):
    keeper, answer = streaming(app, window)
    disk = FullDisk(app.store, monkeypatch)
    keeper.append(answer, "last words")
    monkeypatch.setattr(unsaved, "ask_in", lambda _: pytest.fail("asked"))
    window.close_now()
    assert not window.isVisible()
    disk.full = False


def test_an_answer_that_begins_ends_what_nobody_waits_for(window, monkeypatch):
    given_up = []
    monkeypatch.setattr(window.backups._helper, "give_up_background", lambda: given_up.append(True))
    window._controller.busy_changed.emit(True)
    window._controller.busy_changed.emit(False)
    assert given_up == [True]
