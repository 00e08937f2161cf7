import pytest
from PySide6.QtCore import Qt

from assistant.errors import EngineError, ModelError
from assistant.events import Cancelled, Compared, Comparison, FormatFigures, Tuning, TuningStep
from assistant.jobs import Job
from assistant.models.library import BUILT_IN_ID
from tests.engine.scripted import Gate
from ui.models_dialog.controller import ModelsController
from ui.models_dialog.dialog import ModelsDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)

ORIGINAL = FormatFigures(
    format="Q4_1", bytes=98_000_000, prompt_tokens_per_second=400, answer_tokens_per_second=140, perplexity=23.66
)
FASTER = FormatFigures(
    format="Q8_0", bytes=145_000_000, prompt_tokens_per_second=980, answer_tokens_per_second=143, perplexity=23.67,
    prompt_ratio=2.45, answer_ratio=1.02,
)  # fmt: skip
GAIN = Comparison(source="a", original=ORIGINAL, candidates=(FASTER,), recommended="Q8_0", file="b")
NO_GAIN = Comparison(source="a", original=ORIGINAL)


class ScriptedTuner:
    """Measures what a test wrote down, and notes what became of it."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes)
        self.gate = Gate()
        self.kept, self.discarded, self.refused = [], [], None

    def tune_job(self, model):
        def steps(cancel):
            yield Tuning(TuningStep.CONVERTING, "Q8_0", 0.25)
            self.gate.wait(cancel)
            if cancel.cancelled:
                yield Cancelled()
                return
            outcome = self.outcomes.pop(0)
            if isinstance(outcome, Exception):
                raise outcome
            yield Compared(outcome)

        return Job(steps)

    def keep_tuned(self, comparison):
        if self.refused is not None:
            raise self.refused
        self.kept.append(comparison)

    def is_tuned(self, model):
        return bool(self.kept) and model.id == "own"

    def give_up(self, model):
        if self.refused is not None:
            raise self.refused
        self.kept.clear()

    def discard_tuned(self, comparison):
        self.discarded.append(comparison)


@pytest.fixture
def open_desk(qtbot, app, theme, own_model, entries):
    desks = []

    def open_one(*outcomes):
        tuner = ScriptedTuner(*outcomes)
        controller = ModelsController(app, tuner=tuner)
        controller.chosen.connect(lambda model: app.settings.update(model=model))
        dialog = ModelsDialog(controller, theme, app.paths.models)
        qtbot.addWidget(dialog)
        desks.append(Desk(tuner, controller, dialog, qtbot))
        with qtbot.waitActive(dialog, timeout=60_000):
            dialog.open_dialog()
        qtbot.waitUntil(dialog.installed.cards["own"].tune_button.isVisible, timeout=60_000)
        return desks[-1]

    yield open_one
    for desk in desks:
        desk.controller.shutdown()


class Desk:
    def __init__(self, tuner, controller, dialog, qtbot):
        self.tuner, self.controller, self.dialog, self.qtbot = tuner, controller, dialog, qtbot

    @property
    def card(self):
        return self.dialog.installed.cards["own"]

    def press(self, button):
        assert button.isVisible()
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    def run(self):
        """From the first press to the result."""
        self.press(self.card.tune_button)
        self.press(self.card.tuning.begin_button)
        self.tuner.gate.open()
        self.qtbot.waitUntil(self.card.tuning.result.isVisible, timeout=60_000)


def test_the_first_press_says_what_would_be_done_and_starts_nothing(open_desk):
    desk = open_desk()
    desk.press(desk.card.tune_button)
    assert "stays as it is" in desk.card.tuning.question.label.text()
    assert not desk.card.tune_button.isVisible()
    assert not desk.controller.tuning.busy
    desk.press(desk.card.tuning.question.buttons[1])
    assert desk.card.tune_button.isVisible()
    assert not desk.card.tuning.isVisible()


def test_what_happens_is_said_and_no_other_model_can_begin(open_desk):
    desk = open_desk(GAIN)
    desk.press(desk.card.tune_button)
    desk.press(desk.card.tuning.begin_button)
    desk.qtbot.waitUntil(lambda: "Q8_0" in desk.card.tuning.progress.label.text(), timeout=60_000)
    assert desk.card.tuning.progress.bar.value() == 250
    assert not desk.card.tuning.question.isVisible()
    assert not desk.dialog.installed.cards[BUILT_IN_ID].tune_button.isVisible()


def test_speed_and_exactness_are_shown_and_keep_uses_the_faster_one(open_desk):
    desk = open_desk(GAIN)
    desk.run()
    text = desk.card.tuning.result.label.text()
    assert "Reading: 2.5 times as fast" in text
    assert "Exactness: the same" in text
    desk.press(desk.card.tuning.keep_button)
    assert desk.tuner.kept == [GAIN]
    assert desk.tuner.discarded == []
    assert "faster from the next answer on" in desk.dialog.notices.text
    assert "Made faster for this computer." in desk.card.facts.text()
    assert not desk.card.tuning.isVisible()
    assert not desk.card.tune_button.isVisible()


def test_a_model_that_was_made_faster_can_be_used_as_it_was(open_desk):
    desk = open_desk(GAIN)
    desk.run()
    desk.press(desk.card.tuning.keep_button)
    said = []
    desk.controller.notice.connect(said.append)
    desk.tuner.refused = PermissionError("The file is open.")
    desk.press(desk.card.untune_button)
    assert "Own.gguf can't be deleted" in said[0]
    assert "Made faster" in desk.card.facts.text()
    desk.tuner.refused = None
    desk.press(desk.card.untune_button)
    assert "Made faster" not in desk.card.facts.text()
    assert desk.card.tune_button.isVisible()


def test_don_t_keep_deletes_the_faster_file_and_changes_nothing(open_desk, app):
    desk = open_desk(GAIN)
    desk.run()
    desk.press(desk.card.tuning.decline_button)
    assert desk.tuner.discarded == [GAIN]
    assert desk.tuner.kept == []
    assert app.settings.current.model == ""
    assert desk.card.tune_button.isVisible()


def test_where_nothing_is_worth_it_there_is_nothing_to_keep(open_desk):
    desk = open_desk(NO_GAIN)
    desk.run()
    assert not desk.card.tuning.keep_button.isVisible()
    assert "Nothing was changed" in desk.card.tuning.result.label.text()
    desk.press(desk.card.tuning.decline_button)
    assert desk.card.tune_button.isVisible()


def test_cancel_stops_it_and_leaves_everything_as_it_was(open_desk):
    desk = open_desk(GAIN)
    desk.press(desk.card.tune_button)
    desk.press(desk.card.tuning.begin_button)
    desk.press(desk.card.tuning.progress.cancel_button)
    desk.qtbot.waitUntil(desk.card.tune_button.isVisible, timeout=60_000)
    assert desk.tuner.kept == desk.tuner.discarded == []


def test_a_failure_is_a_sentence_and_it_can_be_tried_again(open_desk):
    desk = open_desk(EngineError("The disk is full."), GAIN)
    desk.press(desk.card.tune_button)
    desk.press(desk.card.tuning.begin_button)
    desk.tuner.gate.open()
    desk.qtbot.waitUntil(desk.card.tuning.failure.isVisible, timeout=60_000)
    assert desk.card.tuning.failure.label.text() == "The disk is full."
    desk.press(desk.card.tuning.failure.buttons[0])
    desk.qtbot.waitUntil(desk.card.tuning.result.isVisible, timeout=60_000)


def test_what_can_t_be_kept_is_said_and_deleted(open_desk):
    desk = open_desk(GAIN)
    desk.run()
    desk.tuner.refused = ModelError("The file can't be moved.")
    desk.press(desk.card.tuning.keep_button)
    assert desk.dialog.notices.text == "The file can't be moved."
    assert desk.tuner.discarded == [GAIN]


def test_the_end_of_the_program_stops_it_and_deletes_what_was_not_decided(open_desk):
    desk = open_desk(GAIN)
    desk.run()
    desk.controller.shutdown()
    assert desk.tuner.discarded == [GAIN]


def test_the_whole_way_goes_by_keyboard(open_desk):
    desk = open_desk(GAIN)
    desk.tuner.gate.open()
    desk.card.tune_button.setFocus()
    for _ in range(2):
        desk.qtbot.keyClick(desk.dialog.focusWidget(), Qt.Key.Key_Space)
    desk.qtbot.waitUntil(desk.card.tuning.result.isVisible, timeout=60_000)
    assert desk.card.tuning.keep_button.hasFocus()
    desk.qtbot.keyClick(desk.dialog.focusWidget(), Qt.Key.Key_Space)
    assert desk.tuner.kept == [GAIN]
