import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assistant.errors import ThimbleError
from ui.single_instance import NoAnswerError, RaiseRequests, acquire, raise_first, request_file

ROOT = Path(__file__).parents[2]
HOLDER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from ui.single_instance import acquire
lock = acquire(Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


def start_holder(lock_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(lock_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    return process, process.stdout.readline().strip()


@pytest.fixture
def lock_path(tmp_path):
    return tmp_path / "data" / "window.lock"


def test_the_second_of_two_processes_does_not_get_the_lock(lock_path):
    process, answer = start_holder(lock_path)
    try:
        assert answer == "held"
        assert acquire(lock_path) is None
    finally:
        process.communicate("")


def test_the_lock_is_free_after_its_holder_has_ended(lock_path):
    process, _ = start_holder(lock_path)
    process.communicate("")
    assert acquire(lock_path) is not None


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_the_lock_of_a_killed_process_does_not_count(lock_path):
    process, _ = start_holder(lock_path)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert acquire(lock_path) is not None


def test_two_data_folders_have_two_windows(tmp_path):
    first = acquire(tmp_path / "a" / "window.lock")
    second = acquire(tmp_path / "b" / "window.lock")
    assert first is not None
    assert second is not None


def test_a_folder_that_can_t_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ThimbleError, match="can't write to its data folder"):
        acquire(tmp_path / "file" / "window.lock")


def test_a_request_raises_the_window_and_is_taken_away(lock_path, qtbot):
    lock = acquire(lock_path)
    requests = RaiseRequests(lock_path)
    with qtbot.waitSignal(requests.raised, timeout=60_000):
        request_file(lock_path).write_text("1")
    assert not request_file(lock_path).exists()
    lock.unlock()


def test_a_request_from_before_the_window_was_ready_is_answered(lock_path, qtbot):
    lock_path.parent.mkdir()
    request_file(lock_path).write_text("1")
    requests = RaiseRequests(lock_path)
    with qtbot.waitSignal(requests.raised):
        requests.answer()


def test_no_answer_is_said_and_the_request_taken_back(lock_path, monkeypatch):
    monkeypatch.setattr("ui.single_instance.ANSWER_SECONDS", 0.05)
    lock_path.parent.mkdir()
    with pytest.raises(NoAnswerError, match="already running"):
        raise_first(lock_path)
    assert not request_file(lock_path).exists()


def test_a_second_start_hands_its_documents_over_by_their_whole_paths(lock_path, qtbot, tmp_path, monkeypatch):
    lock = acquire(lock_path)
    monkeypatch.chdir(tmp_path)
    requests = RaiseRequests(lock_path)
    with qtbot.waitSignal(requests.documents_wanted, timeout=60_000) as given:
        starter = threading.Thread(target=raise_first, args=(lock_path, [Path("ü report.pdf"), Path("notes")]))
        starter.start()
    starter.join()
    assert given.args == [[tmp_path / "ü report.pdf", tmp_path / "notes"]]
    assert sorted(file.name for file in lock_path.parent.iterdir()) == ["window.lock"]
    lock.unlock()


@pytest.mark.parametrize("told", ["1", '{"a": 1}', "[1, null]", "\x00\xff", "[]"])
def test_a_request_that_makes_no_sense_only_raises_the_window(lock_path, qtbot, told):
    lock_path.parent.mkdir()
    request_file(lock_path).write_text(told, encoding="latin-1")
    requests = RaiseRequests(lock_path)
    given = []
    requests.documents_wanted.connect(given.append)
    with qtbot.waitSignal(requests.raised):
        requests.answer()
    assert given == []
