from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from assistant.app import App
from assistant.events import Cancelled, Finished, StopReason, Text
from assistant.jobs import JobRunner
from assistant.paths import Paths
from assistant.settings import SettingsFile
from assistant.store import Store
from tests.engine.scripted import Gate, ScriptedEngine, stats
from ui.summaries.controller import State, SummaryController
from ui.worker import EngineThread

TOPICS = ("lighthouse", "harbour", "railway", "library", "orchard", "observatory", "brewery", "museum")


def long_text(sections=8, sentences=14):
    """A document in English with headings, whose every sentence says something of its own."""
    parts = ["# The town of Halford"]
    for number in range(sections):
        topic = TOPICS[number % len(TOPICS)]
        parts.append(f"## The {topic} {number + 1}")
        parts.append(
            " ".join(
                f"The {topic} of Halford has {number * 100 + place + 3} windows and was painted by the people of the "
                f"town in the year {1700 + number * 20 + place}."
                for place in range(sentences)
            )
        )
    return "\n\n".join(parts)


class RepeatingEngine(ScriptedEngine):
    """Answers each request with the first sentence of the text in it; waits at a gate before request number `wait_at`.

    Attributes:
        gate: Where it waits.
        wait_at: How many requests are answered before it waits; None for never.
    """

    def __init__(self):
        super().__init__()
        self.gate = Gate()
        self.wait_at = None

    def generate(self, request, cancel):
        if self.wait_at is not None and len(self.requests) >= self.wait_at:
            self.gate.wait(cancel)
            if cancel.cancelled:
                yield Cancelled(None)
                return
        self.requests.append(request)
        text = next(turn.text for turn in request.turns if turn.role == "user").split("\n\n", 1)[1]
        yield Text(" " + text.split(". ")[0].strip().rstrip(".") + ".")
        yield Finished(StopReason.STOP, stats(12))


@dataclass
class Desk:
    """A summary controller at work, and what it told the page."""

    app: App
    engine: RepeatingEngine
    worker: EngineThread
    controller: SummaryController
    qtbot: object
    errors: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    opened: list = field(default_factory=list)
    reading: list[str] = field(default_factory=list)
    states: list[str] = field(default_factory=list)

    def __post_init__(self):
        controller = self.controller
        controller.error_changed.connect(lambda words: words and self.errors.append(words))
        controller.notice.connect(self.notices.append)
        controller.conversation_opened.connect(self.opened.append)
        controller.reading_changed.connect(self.reading.append)
        controller.summary_changed.connect(self._note_state)

    def _note_state(self):
        if self.sheet is not None and self.sheet.status:
            self.states.append(self.sheet.status)

    @property
    def store(self):
        return self.app.store

    @property
    def sheet(self):
        return self.controller.sheet

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=60_000)

    def wait_open(self):
        self.wait(lambda: self.controller.state is State.OPEN)

    def wait_idle(self):
        self.wait(lambda: self.controller.state is State.OPEN and not self.sheet.running and not self.sheet.asking)

    def summarised(self, text=None):
        """Take a text and wait for its summary; returns the sheet."""
        self.controller.take(text or long_text())
        self.wait_idle()
        return self.sheet

    def messages(self, conversation_id=None):
        return self.store.path_messages(conversation_id or self.sheet.id)


@pytest.fixture
def make_desk(tmp_path, qtbot):
    """Returns a function that starts everything on the same data folder, as a start of the program does."""
    desks = []

    def make(engine=None, reader=None):
        paths = Paths(tmp_path, "option")
        engine = engine or RepeatingEngine()
        app = App(
            paths=paths,
            settings=SettingsFile(paths.settings),
            store=Store.open(paths.conversations),
            engine=engine,
            jobs=JobRunner(),
        )
        app.store.close_interrupted()
        worker = EngineThread(app.jobs)
        desk = Desk(app, engine, worker, SummaryController(app, worker, reader), qtbot)
        worker.start()
        desks.append(desk)
        return desk

    def end(desk):
        desk.controller.shutdown()
        desk.app.close()
        desks.remove(desk)

    make.end = end
    yield make
    for desk in list(desks):
        end(desk)


@pytest.fixture
def desk(make_desk):
    return make_desk()
