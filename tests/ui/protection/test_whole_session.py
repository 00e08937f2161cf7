"""The real window with the real model, protected: nothing of a conversation can be read on disk, also after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store import Store
from assistant.store.cipher import Form, form_of
from assistant.store.protection import Protection

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does"),
]

ROOT = Path(__file__).parents[3]
PASSPHRASE = "correct horse battery"
SECRET = "Wintergreen Cottage"
QUESTION = f"Repeat: {SECRET}, {SECRET}. " + "The keeper of the lighthouse wrote down which ships had passed. " * 20
DRAFT = "Unsent words about a Grünspan ledger"
TITLE = "Plans for the Tannenhof"
NEEDLES = (SECRET, "keeper of the lighthouse", "Grünspan", "Tannenhof")

DRIVER = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import ui.start, ui.worker
from assistant.events import Finished, Tidied
from ui.main_window import MainWindow
from ui.protection.dialogs import UnlockDialog
from ui.protection.gate import turning_on
from assistant.store.protection import Protection

QUESTION, PASSPHRASE, DRAFT, TITLE = json.loads(sys.argv[2])
finished, seen = [], []
steps = {steps}

class Watched(ui.worker.EngineThread):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.job_event.connect(self.see)
    def see(self, _, event):
        if isinstance(event, Finished | Tidied):
            finished.append(event)
ui.worker.EngineThread = Watched

def look():
    dialog = next((w for w in QApplication.topLevelWidgets() if isinstance(w, UnlockDialog) and w.isVisible()), None)
    if dialog is not None and dialog.isEnabled() and not dialog.said.isVisible():
        dialog.fields.edits[0].setText(PASSPHRASE)
        dialog.try_it()
        return
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()), None)
    if window is None or not window.filled or not steps:
        return
    if globals()[steps[0]](window):
        print(steps.pop(0), flush=True)

def ask(window):
    if not seen or seen[-1] is not window:
        seen.append(window)
        finished.clear()
        window._app.settings.override(max_answer_tokens=8)
        window.new_chat()
        window._controller.send(QUESTION)
    return any(isinstance(event, Finished) for event in finished)

def rename(window):
    conversation = window._app.store.conversations()[0]
    window._app.store.rename(conversation.id, TITLE)
    return True

def draft(window):
    window.page.composer.edit.setPlainText(DRAFT)
    window._controller.flush()
    window._app.store.set_state("new-chat-draft", DRAFT)
    return True

def back_up(window):
    return window._app.store.back_up()

def park(window):
    if "parking" not in finished:
        finished[:] = ["parking"]
        window._app.park()
    return any(isinstance(event, Tidied) for event in finished)

def protect(window):
    window.close_for(turning_on(Protection.of(window._app.paths), PASSPHRASE))
    return True

def show(window):
    print(json.dumps([m.text for c in window._app.store.conversations()
                      for m in window._app.store.path_messages(c.id)][:1]), flush=True)
    return True

def close(window):
    window.close()
    return True

make = ui.start.make_application
def make_application():
    qt = make()
    timer = QTimer(qt)
    timer.timeout.connect(look)
    timer.start(50)
    return qt
ui.start.make_application = make_application
sys.exit(ui.start.run(Path(sys.argv[1])))
"""


@pytest.fixture
def data(tmp_path):
    return tmp_path / "data"


@pytest.fixture
def start(data):
    started = []

    def start_one(*steps):
        arguments = json.dumps([QUESTION, PASSPHRASE, DRAFT, TITLE])
        process = subprocess.Popen(
            [sys.executable, "-c", DRIVER.replace("{steps}", repr(list(steps))), str(data), arguments],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        )
        started.append(process)
        return process

    yield start_one
    for process in started:
        process.kill()
        process.communicate()


def readable(data):
    needles = {text.encode(encoding): text for text in NEEDLES for encoding in ("utf-8", "utf-16-le", "utf-16-be")}
    return sorted(
        {
            (str(file.relative_to(data)), text)
            for file in data.rglob("*")
            if file.is_file()
            for needle, text in needles.items()
            if needle in file.read_bytes()
        }
    )


def test_nothing_of_a_conversation_can_be_read_after_a_session_and_a_kill(start, data):
    process = start("ask", "rename", "draft", "back_up", "park", "close")
    output, errors = process.communicate()
    assert (process.returncode, errors) == (0, ""), output
    assert {text for _, text in readable(data)} == set(NEEDLES)
    assert list((data / "states").glob("*.state"))

    process = start("protect", "show", "ask", "rename", "draft", "back_up", "park")
    told = [process.stdout.readline().strip() for _ in range(8)]
    assert told[-1] == "park", process.communicate()
    os.kill(process.pid, signal.SIGKILL)
    _, errors = process.communicate()
    assert errors == ""
    assert QUESTION.startswith(json.loads(told[1])[0][:20])
    assert readable(data) == []
    states = list((data / "states").iterdir())
    assert states
    assert {file.read_bytes()[:8] for file in states} == {b"THIMKV02"}

    unlocked = Protection(data / "conversations.db").unlock(PASSPHRASE)
    assert form_of(data / "conversations.db", unlocked.key) is Form.ENCRYPTED
    again = start("show", "close")
    output, errors = again.communicate()
    assert (again.returncode, errors) == (0, ""), output
    assert readable(data) == []
    with Store.open(data / "conversations.db", key=unlocked.key, read_only=True) as store:
        assert store.notices == []
        assert len(store.conversations()) == 2
        assert store.get_state("new-chat-draft") == DRAFT
