"""Downloads in the window, from a real server on this computer."""

import hashlib

import pytest
from PySide6.QtCore import Qt

from tests.models.file_server import answering, stalling_after
from ui.models_dialog.controller import ModelsController
from ui.models_dialog.dialog import ModelsDialog, ModelsPage
from ui.models_dialog.downloads import Phase

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)


@pytest.fixture
def desk(dialog, controller, entries, qtbot):
    """The dialog at its second page, and what is pressed there."""
    dialog.tabs.setCurrentIndex(ModelsPage.OFFERED)
    return Desk(dialog, controller, entries[0], qtbot)


class Desk:
    def __init__(self, dialog, controller, entry, qtbot):
        self.dialog, self.controller, self.entry, self.qtbot = dialog, controller, entry, qtbot
        self.card = dialog.offers.cards[entry.id]

    @property
    def phase(self):
        return self.controller.downloads.state(self.entry).phase

    def press(self, button):
        assert button.isVisible()
        assert button.isEnabled()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def start(self):
        self.press(self.card.download_button)
        self.press(self.card.terms.buttons[0])

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=60_000)

    def wait_for(self, phase):
        self.wait(lambda: self.phase is phase)


def test_the_first_press_shows_host_size_and_licence_and_connects_to_nothing(desk, server):
    desk.press(desk.card.download_button)
    text = desk.card.terms.label.text()
    assert "127.0.0.1" in text
    assert "Apache-2.0" in text
    assert "1 MB" in text
    assert not desk.card.download_button.isVisible()
    assert server.asked == []
    assert desk.controller.downloads.running_id == ""


def test_not_now_leaves_everything_as_it_was(desk, server):
    desk.press(desk.card.download_button)
    desk.press(desk.card.terms.buttons[1])
    assert desk.card.download_button.isVisible()
    assert server.asked == []


def test_the_second_press_fetches_the_model_and_it_can_be_used(desk, app, content):
    desk.start()
    desk.wait(desk.card.use_button.isVisible)
    assert (app.paths.models / "tiny.gguf").read_bytes() == content
    assert desk.card.badge.text() == "On this computer"
    assert "Tiny 1M" in desk.dialog.notices.text
    assert "tiny" in desk.dialog.installed.cards
    desk.press(desk.card.use_button)
    assert app.settings.current.model == "tiny"
    assert not desk.card.use_button.isVisible()


def test_progress_is_said_in_megabytes(desk, server, content):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    assert " of 1 MB" in desk.card.progress.label.text()
    assert desk.card.progress.bar.value() > 0


def test_pause_keeps_what_came_and_resume_goes_on_there(desk, server, app, content):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    desk.press(desk.card.progress.pause_button)
    desk.wait_for(Phase.HELD)
    # The press may come days later: the host is named once more.
    assert "127.0.0.1" in desk.card.progress.label.text()
    desk.press(desk.card.progress.resume_button)
    desk.wait(desk.card.use_button.isVisible)
    assert server.ranges_asked[-1].startswith("bytes=")
    assert hashlib.sha256((app.paths.models / "tiny.gguf").read_bytes()).hexdigest() == desk.entry.sha256


def test_a_download_of_an_earlier_run_rests_until_it_is_resumed(desk, server, content, app, theme):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    desk.controller.shutdown()  # as the end of the program does
    again = ModelsController(app)
    dialog = ModelsDialog(again, theme, app.paths.models)
    desk.qtbot.addWidget(dialog)
    dialog.open_dialog(ModelsPage.OFFERED)
    asked = len(server.asked)
    assert dialog.offers.cards["tiny"].progress.resume_button.isVisible()
    assert "Paused" in dialog.offers.cards["tiny"].progress.label.text()
    assert len(server.asked) == asked
    again.shutdown()


def test_while_one_is_fetched_no_other_can_begin(desk, server, content, entries):
    server.plan = [stalling_after(len(content) // 2)]
    other = desk.dialog.offers.cards["other"]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    assert not other.download_button.isEnabled()
    assert "one comes at a time" in other.download_button.toolTip()
    desk.controller.downloads.start(entries[1])
    assert desk.controller.downloads.running_id == "tiny"
    desk.press(desk.card.progress.pause_button)
    desk.wait_for(Phase.HELD)
    assert other.download_button.isEnabled()


def test_cancel_offers_the_download_again_and_can_be_taken_back(desk, server, content, app):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    desk.press(desk.card.progress.cancel_button)
    desk.wait_for(Phase.OFFERED)
    assert desk.card.download_button.isVisible()
    desk.press(desk.dialog.undo_bar.button)
    assert desk.phase is Phase.HELD
    assert app.models.downloaded_bytes(desk.entry) > 0


def test_what_came_of_a_cancelled_download_is_deleted_when_its_time_is_over(desk, server, content, app):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    desk.press(desk.card.progress.cancel_button)
    desk.wait_for(Phase.OFFERED)
    assert app.models.downloaded_bytes(desk.entry) > 0
    desk.dialog.undo_bar._timer.timeout.emit()
    assert app.models.downloaded_bytes(desk.entry) == 0


def test_a_failure_is_one_sentence_and_trying_again_helps(desk, server):
    server.plan = [answering(404)]
    desk.start()
    desk.wait_for(Phase.FAILED)
    assert desk.card.failure.label.text()
    assert desk.card.failure.buttons[0].text() == "Try again"
    desk.press(desk.card.failure.buttons[0])
    desk.wait(desk.card.use_button.isVisible)


def test_a_failed_download_can_be_given_up(desk, server):
    server.plan = [answering(404)]
    desk.start()
    desk.wait_for(Phase.FAILED)
    desk.press(desk.card.failure.buttons[1])
    assert desk.phase is Phase.OFFERED


def test_other_bytes_than_promised_never_become_a_model(desk, server, app, content):
    server.content = content[:-1] + bytes([content[-1] ^ 1])
    desk.start()
    desk.wait_for(Phase.FAILED)
    assert not (app.paths.models / "tiny.gguf").exists()
    assert desk.controller.find("tiny") is None


def test_the_tab_says_how_far_it_is_for_who_looks_at_the_other_page(desk, server, content):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.dialog.tabs.setCurrentIndex(ModelsPage.INSTALLED)
    desk.wait(lambda: "%" in desk.dialog.tabs.tabText(ModelsPage.OFFERED))
    desk.controller.downloads.pause()
    desk.wait(lambda: desk.dialog.tabs.tabText(ModelsPage.OFFERED) == "To download")


@pytest.mark.parametrize(("plan", "said"), [([], "Tiny 1M is here"), ([answering(404)], "127.0.0.1")])
def test_what_comes_of_a_download_is_said_elsewhere_when_its_window_was_closed(desk, server, plan, said):
    heard = []
    desk.dialog.said_hidden.connect(heard.append)
    server.plan = plan
    desk.start()
    desk.dialog.close()
    desk.wait(lambda: bool(heard))
    assert said in heard[0]
    assert desk.dialog.notices.text == ""


def test_the_whole_way_goes_by_keyboard(desk, qtbot):
    desk.card.download_button.setFocus()
    qtbot.keyClick(desk.dialog.focusWidget(), Qt.Key.Key_Space)
    assert desk.card.terms.buttons[0].hasFocus()
    qtbot.keyClick(desk.dialog.focusWidget(), Qt.Key.Key_Space)
    desk.wait(desk.card.use_button.isVisible)


def test_no_thread_is_started_before_a_download_is(desk):
    assert desk.controller.downloads._background._thread is None
    desk.press(desk.card.download_button)
    assert desk.controller.downloads._background._thread is None


def test_the_end_of_the_program_pauses_a_download(desk, server, content, app):
    server.plan = [stalling_after(len(content) // 2)]
    desk.start()
    desk.wait(lambda: desk.controller.downloads.state(desk.entry).fraction > 0)
    desk.controller.shutdown()
    assert desk.controller.downloads._background._thread.isFinished()
    assert app.models.downloaded_bytes(desk.entry) > 0
