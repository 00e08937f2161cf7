from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from assistant.app import App
from assistant.jobs import JobRunner
from assistant.paths import Paths
from assistant.settings import SettingsFile
from assistant.store import Store
from tests.engine.scripted import ScriptedEngine
from ui.chat.controller import ChatController
from ui.worker import EngineThread


@dataclass
class Desk:
    """A controller at work, and what it told the page."""

    app: App
    engine: ScriptedEngine
    worker: EngineThread
    controller: ChatController
    qtbot: object
    texts: dict[int, str] = field(default_factory=dict)
    progress: list[tuple[int, str]] = field(default_factory=list)
    ended: list = field(default_factory=list)
    failures: list = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)
    opened: list = field(default_factory=list)
    uses: list = field(default_factory=list)
    paths: list = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    typed: str = ""

    def __post_init__(self):
        controller = self.controller
        controller.text_added.connect(self._add_text)
        controller.progress_changed.connect(lambda *entry: self.progress.append(entry))
        controller.answer_ended.connect(self.ended.append)
        controller.failed.connect(lambda *entry: self.failures.append(entry))
        controller.notice.connect(self.notices.append)
        controller.busy_changed.connect(self.busy.append)
        controller.conversation_opened.connect(self.opened.append)
        controller.context_changed.connect(self.uses.append)
        controller.path_changed.connect(lambda *entry: self.paths.append(entry))
        controller.draft_opened.connect(self.drafts.append)
        controller.drafts.read = lambda: self.typed

    def _add_text(self, message_id, text):
        self.texts[message_id] = self.texts.get(message_id, "") + text

    @property
    def store(self):
        return self.app.store

    @property
    def conversation(self):
        return self.store.conversation(self.controller.conversation_id)

    def path(self, conversation_id=None):
        return self.store.path_messages(conversation_id or self.controller.conversation_id)

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=60_000)

    def wait_idle(self):
        self.wait(lambda: not self.controller.busy)

    def ask(self, text):
        """Send a message and wait for the end of its answer; return the path."""
        assert self.controller.send(text)
        self.wait_idle()
        return self.path()

    def type(self, text):
        self.typed = text
        self.controller.drafts.touch()


@pytest.fixture
def make_desk(tmp_path, qtbot):
    """Returns a function that starts everything on the same data folder, as a start of the program does."""
    desks = []

    def make(*answers, engine=None, context_length=2048):
        paths = Paths(tmp_path, "option")
        engine = engine or ScriptedEngine(*answers, context_length=context_length)
        app = App(
            paths=paths,
            settings=SettingsFile(paths.settings),
            store=Store.open(paths.conversations),
            engine=engine,
            jobs=JobRunner(),
        )
        worker = EngineThread(app.jobs)
        desk = Desk(app, engine, worker, ChatController(app, worker), qtbot)
        worker.start()
        desks.append(desk)
        return desk

    yield make
    for desk in desks:
        desk.controller.shutdown()
        desk.app.close()


@pytest.fixture
def desk(make_desk):
    return make_desk()
