"""Starts of the real program, as processes of their own."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import apsw
import pytest

from assistant.store import Store

ROOT = Path(__file__).parents[2]
posix_only = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")

IN_THE_WINDOW = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
import ui.start

make = ui.start.make_application

def patient_application():
    qt = make()
    timer = QTimer(qt)
    def look():
        window = next((w for w in qt.topLevelWidgets() if w.isVisible() and getattr(w, "filled", True)), None)
        if window is None:
            return
        timer.stop()
        {action}
    timer.timeout.connect(look)
    timer.start(20)
    return qt

ui.start.make_application = patient_application
sys.exit(ui.start.run(Path(sys.argv[1])))
"""

TELL_THAT_IT_IS_OPEN = 'print("open", window.windowTitle(), flush=True)'


def start(data, action=TELL_THAT_IT_IS_OPEN):
    return subprocess.Popen(
        [sys.executable, "-c", IN_THE_WINDOW.format(action=action), str(data)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )


@pytest.fixture
def running(tmp_path):
    """A window that is open."""
    process = start(tmp_path / "data")
    assert process.stdout.readline().startswith("open")
    yield process
    process.kill()
    process.communicate()


def test_the_window_process_loads_nothing_heavy_and_no_network(tmp_path):
    action = "print(json.dumps(sorted(sys.modules))); window.close()"
    output, errors = start(tmp_path / "data", action).communicate()
    loaded = {name.partition(".")[0] for name in json.loads(output.splitlines()[0])}
    assert not loaded & {"llama_cpp", "numpy", "pygments", "jinja2", "ssl", "http", "requests", "asyncio"}, errors
    assert not {"PySide6.QtNetwork", "PySide6.QtQml"} & set(json.loads(output.splitlines()[0]))


def test_a_second_start_raises_the_first_window_and_ends(running, tmp_path):
    second = start(tmp_path / "data")
    output, errors = second.communicate()
    assert (second.returncode, output) == (0, "")
    assert errors == "Thimble is already open; its window was brought to the front.\n"
    assert running.poll() is None


@posix_only
def test_a_second_start_says_so_when_the_first_hangs(running, tmp_path):
    running.send_signal(signal.SIGSTOP)
    try:
        second = start(tmp_path / "data")
        _, errors = second.communicate()
    finally:
        running.send_signal(signal.SIGCONT)
    assert second.returncode == 1
    assert errors.startswith("Thimble is already running but does not answer.")
    assert len(errors.splitlines()) == 1


@posix_only
def test_after_a_kill_the_next_start_opens_a_window(running, tmp_path):
    running.kill()
    running.wait()
    again = start(tmp_path / "data", "window.close()")
    again.communicate()
    assert again.returncode == 0


@posix_only
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_closes_the_window_and_keeps_what_was_typed(tmp_path, number):
    action = (
        'window.page.composer.edit.insertPlainText("half a thought"); '
        'QTimer.singleShot(0, lambda: print("typed", flush=True))'
    )
    process = start(tmp_path / "data", action)
    assert process.stdout.readline() == "typed\n"
    process.send_signal(number)
    _, errors = process.communicate()
    assert process.returncode == 0, errors
    shown = "print(window.page.composer.edit.toPlainText(), flush=True); window.close()"
    output, _ = start(tmp_path / "data", shown).communicate()
    assert output == "half a thought\n"


def test_a_store_of_a_newer_version_is_a_sentence_in_a_window_and_stays_as_it_is(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    Store.open(data / "conversations.db").close()
    connection = apsw.Connection(str(data / "conversations.db"))
    connection.execute("INSERT INTO migration VALUES ('9999-from-the-future', 0)")
    connection.close()
    action = 'print(type(window).__name__, "|", window.text.text(), flush=True); window.close()'
    process = start(data, action)
    output, errors = process.communicate()
    assert output.startswith("FailureWindow | "), errors
    assert "newer" in output
    assert "Traceback" not in errors
    assert process.returncode == 1


def test_a_data_folder_that_can_t_be_made_is_a_sentence_in_a_window(tmp_path):
    (tmp_path / "file").write_text("")
    action = 'print(type(window).__name__, "|", window.text.text(), flush=True); window.close()'
    process = start(tmp_path / "file" / "data", action)
    output, errors = process.communicate()
    assert output.startswith("FailureWindow | Thimble can't write to its data folder"), errors
    assert process.returncode == 1


def test_a_fault_in_the_window_is_one_sentence_and_the_window_stays(tmp_path):
    action = (
        "QTimer.singleShot(0, lambda: 1 / 0); "
        "QTimer.singleShot(300, lambda: (print(window.notices.text, flush=True), window.close()))"
    )
    process = start(tmp_path / "data", action)
    output, errors = process.communicate()
    assert output.startswith("Something in Thimble went wrong (ZeroDivisionError)."), errors
    assert process.returncode == 0
    assert "ZeroDivisionError" in (tmp_path / "data" / "thimble.log").read_text()


def test_conversations_deleted_long_ago_are_purged_and_newer_ones_kept(tmp_path):
    data = tmp_path / "data"
    data.mkdir()
    store = Store.open(data / "conversations.db")
    old, new = (store.create_conversation(title=title).id for title in ("old", "new"))
    for number in (old, new):
        store.delete_conversation(number)
    store.close()
    connection = apsw.Connection(str(data / "conversations.db"))
    connection.execute("UPDATE conversation SET deleted_at = ? WHERE id = ?", (time.time() - 31 * 24 * 3600, old))
    connection.close()
    start(data, "QTimer.singleShot(2500, window.close)").communicate()
    connection = apsw.Connection(str(data / "conversations.db"))
    assert [row[0] for row in connection.execute("SELECT id FROM conversation")] == [new]
    connection.close()


def test_a_document_named_at_the_start_is_read_in_the_window(tmp_path):
    (tmp_path / "note.txt").write_text(
        "The tower was built in 1782. It is 31 metres high. Its light is seen from afar."
    )
    waiting = (
        "controller = window.summaries.controller; tries = [0]\n"
        "        look_again = QTimer(window)\n"
        "        def see():\n"
        "            sheet = controller.sheet\n"
        "            if sheet is not None and sheet.keys is not None:\n"
        "                print(sheet.keys.points[0].text, flush=True)\n"
        "                window.close()\n"
        "        look_again.timeout.connect(see)\n"
        "        look_again.start(20)"
    )
    program = IN_THE_WINDOW.format(action=waiting).replace(
        "ui.start.run(Path(sys.argv[1]))", "ui.start.run(Path(sys.argv[1]), [Path(sys.argv[2])])"
    )
    process = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "data"), str(tmp_path / "note.txt")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "The tower was built in 1782." in process.stdout, process.stderr
    assert process.returncode == 0
