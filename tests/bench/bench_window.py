"""The window beside a bare PySide6 window: time to the first paint, idle memory, and stalls while an answer streams.

Every figure comes from processes of their own, started in turns. Without a display the offscreen platform is used.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROUNDS = 7
STREAMING_ROUNDS = 3

WATCH = """
import json, os, sys, time
sys.path.insert(0, {root!r})
import psutil
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

STARTED = float(os.environ["BENCH_STARTED"])

class FirstPaint(QObject):
    def __init__(self, then, has_input):
        super().__init__()
        self.then, self.has_input = then, has_input
        self.seconds = self.ready = 0.0
    def eventFilter(self, watched, event):
        if not self.seconds and event.type() == QEvent.Type.Paint:
            self.seconds = time.monotonic() - STARTED
            QTimer.singleShot(0, self.wait_for_input)
        return False
    def wait_for_input(self):
        if self.has_input and QApplication.focusWidget() is None:
            QTimer.singleShot(5, self.wait_for_input)
            return
        self.ready = time.monotonic() - STARTED
        QTimer.singleShot(1500, self.then)

class Stalls(QObject):
    def __init__(self):
        super().__init__()
        self.timer = QTimer(self)
        self.timer.setInterval(5)
        self.timer.timeout.connect(self.tick)
        self.gaps, self.last = [], 0.0
    def start(self):
        self.last = time.perf_counter()
        self.timer.start()
    def tick(self):
        now = time.perf_counter()
        self.gaps.append(now - self.last)
        self.last = now

def report(**figures):
    libraries = Path("/proc/self/maps").read_text() if os.path.exists("/proc/self/maps") else ""
    memory = psutil.Process().memory_full_info()
    figures.update(first_paint=paint.seconds, ready=paint.ready, memory=memory.uss / 1e6, llama="libllama" in libraries)
    print(json.dumps(figures), flush=True)

from pathlib import Path
"""

BARE = (
    WATCH
    + """
from PySide6.QtWidgets import QLabel, QMainWindow
qt = QApplication([])
def done():
    report()
    qt.quit()
paint = FirstPaint(done, has_input=False)
qt.installEventFilter(paint)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.resize(1000, 720)
window.show()
qt.exec()
"""
)

THIMBLE = (
    WATCH
    + """
import ui.start
made = ui.start.make_application
def make_application():
    qt = made()
    qt.installEventFilter(paint)
    return qt
ui.start.make_application = make_application
def window():
    from ui.main_window import MainWindow
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))
def done():
    report()
    window().close()
paint = FirstPaint(done, has_input=True)
ui.start.run(Path(sys.argv[1]))
"""
)

STREAMING = (
    THIMBLE.replace(
        "import ui.start\n", "import ui.start\nfrom PySide6.QtTest import QTest\nfrom PySide6.QtCore import Qt\n"
    )
    .replace("FirstPaint(done,", "FirstPaint(ask,")
    .replace(
        "def done():",
        """
def ask():
    box = QApplication.focusWidget()
    QTest.keyClicks(box, "Write a very long story about a ship and its captain.")
    stalls.start()
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTimer.singleShot(12000, end)
stalls = Stalls()
def end():
    gaps = sorted(stalls.gaps)
    report(longest=gaps[-1] * 1000, p99=gaps[int(len(gaps) * 0.99)] * 1000, characters=sum(map(len, texts)))
    window().close()
texts = []
import ui.worker
from assistant.events import Text
class Watched(ui.worker.EngineThread):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.job_event.connect(lambda _, event: texts.append(event.text) if isinstance(event, Text) else None)
ui.worker.EngineThread = Watched
def done():""",
    )
)

BUSY_BARE = (
    WATCH
    + """
import threading
from PySide6.QtWidgets import QLabel, QMainWindow
from assistant.engine.base import Generation, LoadOptions, Turn
from assistant.engine.client import EngineClient
from assistant.jobs import CancelToken
from assistant.models.library import built_in_file
qt = QApplication([])
stalls = Stalls()
cancel = CancelToken()
def answer():
    engine = EngineClient()
    list(engine.load(built_in_file(), LoadOptions(), cancel))
    list(engine.generate(Generation(turns=(Turn("user", "Write a very long story."),), max_tokens=4000), cancel))
    engine.close()
def ask():
    thread.start()
    stalls.start()
    QTimer.singleShot(12000, end)
def end():
    gaps = sorted(stalls.gaps)
    report(longest=gaps[-1] * 1000, p99=gaps[int(len(gaps) * 0.99)] * 1000, characters=0)
    cancel.cancel()
    thread.join()
    qt.quit()
thread = threading.Thread(target=answer)
paint = FirstPaint(ask, has_input=False)
qt.installEventFilter(paint)
window = QMainWindow()
window.setCentralWidget(QLabel("Hello"))
window.show()
qt.exec()
"""
)


def run(program):
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "settings.json").write_text('{"seed": 1, "max_answer_tokens": 4000}')
        environment = {**os.environ, "THIMBLE_HOME": data}
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            environment.setdefault("QT_QPA_PLATFORM", "offscreen")
        environment["BENCH_STARTED"] = str(time.monotonic())
        result = subprocess.run(
            [sys.executable, "-c", program.replace("{root!r}", repr(str(ROOT))), data],
            capture_output=True,
            text=True,
            env=environment,
            check=False,
        )
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout.splitlines()[-1])


def row(name, bare, ours, comment="", digits=1):
    print(f"  {name:<34} {bare:12.{digits}f} {ours:12.{digits}f}   {comment}")


def medians(pairs, key):
    return tuple(statistics.median(pair[who][key] for pair in pairs) for who in (0, 1))


def main():
    pairs = [(run(BARE), run(THIMBLE)) for _ in range(ROUNDS)]
    ratio = statistics.median(ours["first_paint"] / bare["first_paint"] for bare, ours in pairs)
    more = statistics.median(ours["memory"] - bare["memory"] for bare, ours in pairs)
    print(f"{'window, medians of ' + str(ROUNDS) + ' rounds':<36} {'bare PySide6':>12} {'Thimble':>12}")
    row("first paint in s", *medians(pairs, "first_paint"), f"ratio {ratio:.2f}", digits=3)
    ready = statistics.median(ours["ready"] / bare["ready"] for bare, ours in pairs)
    row("can be typed into, in s", *medians(pairs, "ready"), f"ratio {ready:.2f}", digits=3)
    row("own memory when idle in MB", *medians(pairs, "memory"), f"{more:+.1f} MB")
    row("model library in the process", 0, sum(ours["llama"] for _, ours in pairs), "0 means never", digits=0)
    streaming = [(run(BUSY_BARE), run(STREAMING)) for _ in range(STREAMING_ROUNDS)]
    print(f"window thread while answering, medians of {STREAMING_ROUNDS} rounds of 12 s (gaps of a 5 ms timer)")
    for key, name in (("longest", "longest gap in ms"), ("p99", "99th percentile in ms")):
        bare, ours = medians(streaming, key)
        row(name, bare, ours, f"ratio {ours / bare:.2f}")
    row("characters streamed", 0, medians(streaming, "characters")[1], digits=0)


if __name__ == "__main__":
    main()
