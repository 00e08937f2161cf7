"""The summary page with the real built-in model, from a file to a kept summary, over a restart."""

import pytest

from assistant.app import build
from assistant.summaries.summary import Length, Origin, Style
from ui.summaries.controller import State, SummaryController
from ui.summaries.kept import Options
from ui.worker import EngineThread

pytestmark = pytest.mark.model

TEXT = """# The lighthouse of Halford

The lighthouse of Halford stands on a rock in the bay. It was built in 1782 by the engineer John Marsh, after two ships
had been lost in one winter. The tower is 31 metres high and its light can be seen from 24 kilometres away.

## The keepers

Three families have kept the light. The last keeper, Anna Reed, left the tower in 1974, when the light became automatic.
She wrote a diary every day, which the museum of the town has kept since then.

## Visits

The tower is open from May to September, every day from 10 to 17 o'clock. Groups must announce their visit two days
before. The museum asks visitors to bring warm clothes, because the stairs are cold also in summer.
"""


@pytest.fixture
def start(tmp_path, qtbot):
    opened = []

    def make():
        app = build(tmp_path / "data")
        worker = EngineThread(app.jobs)
        controller = SummaryController(app, worker)
        worker.start()
        opened.append((app, controller))
        return controller

    def end():
        app, controller = opened.pop()
        controller.shutdown()
        app.close()

    make.end = end
    yield make
    while opened:
        end()


def test_a_file_becomes_a_summary_with_places_that_exist_and_is_there_after_a_restart(start, qtbot, tmp_path):
    file = tmp_path / "halford.md"
    file.write_text(TEXT)
    controller = start()
    controller.read([file])
    qtbot.waitUntil(lambda: controller.state is State.OPEN and not controller.sheet.running, timeout=180_000)
    sheet = controller.sheet
    assert sheet.failure is None
    assert sheet.summary.complete
    assert not sheet.summary.declined
    assert sheet.summary.model == "SmolLM2 135M"
    blocks = sheet.digest.document.blocks
    for point in sheet.summary.points:
        for source in point.sources:
            assert blocks[source.place.block].text[source.start : source.end] == source.text
        if point.origin is Origin.EXTRACTED:
            assert point.text in {source.text for source in point.sources}

    controller.set_options(Options(Style.OUTLINE, Length.SHORT))
    qtbot.waitUntil(lambda: not sheet.running, timeout=180_000)
    assert [heading.text for heading in sheet.summary.outline] == ["The lighthouse of Halford", "The keepers", "Visits"]

    assert controller.ask("Who was the last keeper?")
    qtbot.waitUntil(lambda: not sheet.asking, timeout=180_000)
    assert "Anna Reed" in sheet.questions[0].answer
    assert sheet.questions[0].sources[0].place.heading == "The keepers"

    summary, number = sheet.summary, sheet.id
    start.end()
    again = start()
    again.open(number)
    qtbot.waitUntil(lambda: again.state is State.OPEN, timeout=180_000)
    assert again.sheet.summary == summary
    assert "Anna Reed" in again.sheet.questions[0].answer
