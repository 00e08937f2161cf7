import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import json
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from ui.application import Application

qt = Application(["thimble"])
opened = []
Application.sendEvent(qt, QFileOpenEvent(QUrl.fromLocalFile("/early.pdf")))
qt.open_with(lambda files: opened.append([str(file) for file in files]))
Application.sendEvent(qt, QFileOpenEvent(QUrl.fromLocalFile("/late.pdf")))
print(json.dumps(opened))
"""


def test_documents_that_come_before_the_window_are_opened_with_it():
    output = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert json.loads(output) == [[str(Path("/early.pdf"))], [str(Path("/late.pdf"))]]
