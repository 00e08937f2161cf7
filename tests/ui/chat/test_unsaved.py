from __future__ import annotations

import pytest

from ui.chat.unsaved import Answer, may_close


class Controller:
    """Has texts that are saved once there is room."""

    def __init__(self, *texts):
        self.texts = list(texts)
        self.room = False

    def flush(self):
        if self.room:
            self.texts.clear()

    def unsaved(self):
        return list(self.texts)


def never():
    pytest.fail("asked without need")


def test_with_everything_saved_nobody_is_asked():
    assert may_close(Controller(), never, never)


def test_with_room_made_meanwhile_trying_again_saves_everything():
    controller = Controller("last words")

    def ask():
        controller.room = True
        return Answer.TRY_AGAIN

    assert may_close(controller, ask, never)
    assert controller.texts == []


def test_staying_keeps_the_window_and_the_words():
    controller = Controller("last words")
    assert not may_close(controller, lambda: Answer.STAY, never)
    assert controller.texts == ["last words"]


def test_closing_is_only_done_when_it_was_chosen():
    assert may_close(Controller("last words"), lambda: Answer.CLOSE, never)


def test_saving_as_a_file_closes_once_the_file_is_there():
    answers, saves, files = [Answer.SAVE_AS_FILE] * 2, [False, True], []

    def save(texts):
        files.append(texts)
        return saves.pop(0)

    assert may_close(Controller("last words"), answers.pop, save)
    assert files == [["last words"]] * 2
    assert answers == []
