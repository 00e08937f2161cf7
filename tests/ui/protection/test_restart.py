"""The real window is closed for a task and comes back, in one process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.moving.bundle import move_out
from assistant.paths import Paths
from assistant.settings import SettingsFile, Theme
from assistant.store import Store
from assistant.store.cipher import Form, form_of
from assistant.store.protection import Protection

ROOT = Path(__file__).parents[3]
PASSPHRASE = "correct horse battery"

DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
import ui.start
from assistant.store.protection import Protection
from ui.main_window import MainWindow
from ui.protection.dialogs import UnlockDialog
from ui.protection.gate import turning_off, turning_on

PASSPHRASE, FILE = sys.argv[2], sys.argv[3]
QFileDialog.getOpenFileName = lambda *_: (FILE, "")
steps = {steps}
windows = []

def look():
    shown = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for dialog in shown:
        if isinstance(dialog, UnlockDialog) and dialog.isEnabled():
            dialog.fields.edits[0].setText(PASSPHRASE)
            dialog.try_it()
    for window in shown:
        if isinstance(window, MainWindow) and window.filled and window not in windows:
            windows.append(window)
            titles = [one.title for one in window._app.store.conversations()]
            print(window._app.settings.current.theme, titles, window.notices.text, flush=True)
            globals()[steps.pop(0)](window)

def on(window):
    window.close_for(turning_on(Protection.of(window._app.paths), PASSPHRASE))

def off(window):
    window.close_for(turning_off(Protection.of(window._app.paths), PASSPHRASE))

def bring_in(window):
    window.open_settings()
    window.others._settings.pages[3].moving.bring_in()

def close(window):
    window.close()

make = ui.start.make_application
def make_application():
    qt = make()
    timer = QTimer(qt)
    timer.timeout.connect(look)
    timer.start(20)
    return qt
ui.start.make_application = make_application
sys.exit(ui.start.run(Path(sys.argv[1])))
"""


@pytest.fixture
def run(tmp_path):
    def run_steps(*steps):
        result = subprocess.run(
            [
                sys.executable,
                "-c",
                DRIVER.replace("{steps}", repr(list(steps))),
                str(tmp_path / "data"),
                PASSPHRASE,
                str(tmp_path / "all.zip"),
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, "")
        return result.stdout.splitlines()

    return run_steps


def conversations(paths, title, key=None):
    with Store.open(paths.conversations, key=key) as store:
        store.create_conversation(title=title)


def test_protection_is_turned_on_and_off_while_the_window_is_away(run, tmp_path):
    paths = Paths(tmp_path / "data", "option")
    conversations(paths, "Lighthouses")
    shown = "system ['Lighthouses'] "
    assert run("on", "off", "on", "close") == [shown] * 4
    assert form_of(paths.conversations) is Form.OTHER_KEY
    assert run("off", "close") == [shown] * 2
    assert form_of(paths.conversations) is Form.PLAIN


def test_what_is_brought_in_is_shown_with_its_settings(run, tmp_path):
    source = Paths(tmp_path / "source", "option")
    conversations(source, "Lighthouses")
    SettingsFile(source.settings).update(theme=Theme.DARK)
    move_out(source, tmp_path / "all.zip", key=None, models=False)
    assert run("bring_in", "close") == ["system [] ", "dark ['Lighthouses'] "]
    assert SettingsFile(tmp_path / "data" / "settings.json").current.theme is Theme.DARK


@pytest.fixture
def locked(tmp_path):
    """A window that waits for the passphrase."""
    paths = Paths(tmp_path / "data", "option")
    conversations(paths, "Lighthouses")
    Protection.of(paths).turn_on(PASSPHRASE)
    code = DRIVER.replace("{steps}", "[]").replace("dialog.try_it()", "print('locked', flush=True)")
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(paths.data), "", ""],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert process.stdout.readline() == "locked\n"
    yield process
    process.kill()
    process.communicate()


def test_a_second_start_brings_up_the_window_that_waits_for_the_passphrase(locked, tmp_path):
    second = subprocess.run(
        [sys.executable, str(ROOT / "main.py"), "--data-dir", str(tmp_path / "data")],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (second.returncode, second.stdout) == (0, "")
    assert "brought to the front" in second.stderr
    assert locked.poll() is None


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_signal_ends_a_window_that_waits_for_the_passphrase(locked):
    locked.send_signal(signal.SIGTERM)
    _, errors = locked.communicate()
    assert (locked.returncode, errors) == (0, "")
