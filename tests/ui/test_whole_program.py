"""The whole program in a process of its own, with real key presses and the real model, killed and started again."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.store import MessageState, Role, Store

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does"),
]

ROOT = Path(__file__).parents[2]
QUESTION = "Write a very long story about a ship and its captain."

DRIVER = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import ui.start, ui.worker
from assistant.events import Text
from ui.main_window import MainWindow

shown = []
def tell(**what):
    print(json.dumps(what), flush=True)

class Watched(ui.worker.EngineThread):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.job_event.connect(self.see)
    def see(self, _, event):
        if isinstance(event, Text):
            shown.append(event.text)
            tell(at=time.monotonic(), length=sum(map(len, shown)))
ui.worker.EngineThread = Watched

def begin():
    window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
    if window is None or not window.isVisible() or QApplication.focusWidget() is None:
        QTimer.singleShot(20, begin)
        return
    tell(title=window.windowTitle())
    act(window)

def act(window):
    {action}

make = ui.start.make_application
def make_application():
    qt = make()
    QTimer.singleShot(0, begin)
    return qt
ui.start.make_application = make_application
sys.exit(ui.start.run(Path(sys.argv[1])))
"""

ASK = f"""box = QApplication.focusWidget()
    QTest.keyClicks(box, {QUESTION!r})
    QTest.keyClick(box, Qt.Key.Key_Return)"""
CLOSE = "window.close()"


@pytest.fixture
def start(tmp_path):
    started = []

    def start_one(action):
        process = subprocess.Popen(
            [sys.executable, "-c", DRIVER.replace("{action}", action), str(tmp_path / "data")],
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


def messages(tmp_path):
    with Store.open(tmp_path / "data" / "conversations.db", read_only=True) as store:
        (conversation,) = store.conversations()
        return store.path_messages(conversation.id)


def test_killed_in_mid_answer_at_most_the_last_second_is_missing(start, tmp_path):
    process = start(ASK)
    told = []
    while not told or told[-1]["at"] - told[0]["at"] < 2.5:
        line = json.loads(process.stdout.readline())
        if "at" in line:
            told.append(line)
    os.kill(process.pid, signal.SIGKILL)
    rest, _ = process.communicate()
    told += [json.loads(line) for line in rest.splitlines() if line.startswith("{")]
    question, answer = messages(tmp_path)
    second_earlier = max(line["length"] for line in told if line["at"] <= told[-1]["at"] - 1.0)
    assert question.text == QUESTION
    assert answer.state is MessageState.STREAMING
    assert second_earlier > 0
    assert len(answer.text) >= second_earlier

    again = start(CLOSE)
    assert json.loads(again.stdout.readline())["title"].startswith("Write a very long story")
    assert again.wait() == 0
    reopened = messages(tmp_path)[1]
    assert reopened.state is MessageState.INTERRUPTED
    assert reopened.text == answer.text


def test_closed_in_mid_answer_everything_is_kept(start, tmp_path):
    process = start(ASK + "\n    QTimer.singleShot(4000, window.close)")
    output, errors = process.communicate()
    told = [json.loads(line) for line in output.splitlines()]
    question, answer = messages(tmp_path)
    assert (process.returncode, errors) == (0, "")
    assert question.role is Role.USER
    assert answer.state is not MessageState.STREAMING
    assert len(answer.text) >= max(line["length"] for line in told if "at" in line)


COPY = """from ui.transcript.body import MessageBody
    window._controller.send("Hello.")
    def copy():
        bodies = [body for body in window.findChildren(MessageBody) if body.toPlainText() == "Hello."]
        if not bodies:
            QTimer.singleShot(20, copy)
            return
        bodies[0].selectAll()
        bodies[0].copy()
        tell(copied=QApplication.clipboard().text())
        window.close()
    copy()"""


def test_closed_with_something_copied_it_ends_without_a_crash(start):
    process = start(COPY)
    output, errors = process.communicate()
    assert json.loads(output.splitlines()[-1]) == {"copied": "Hello."}
    assert (process.returncode, errors) == (0, "")
