import logging
import sys
import threading

import pytest

from ui.faults import FaultReporter, LogFormatter, log_to

SECRET = "what I told the doctor"


def fail(text):
    raise ValueError(text)


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "data" / "thimble.log"
    handler = log_to(path)
    yield path
    logging.getLogger().removeHandler(handler)
    handler.close()


@pytest.fixture
def faults(qapp):
    faults = FaultReporter()
    faults.install()
    yield faults
    faults.remove()


def caught(text):
    try:
        fail(text)
    except ValueError:
        return sys.exc_info()


def test_a_fault_is_logged_with_its_place(faults, log):
    sys.excepthook(*caught(SECRET))
    assert "in fail" in log.read_text()
    assert "ValueError" in log.read_text()


def test_the_log_does_not_quote_what_a_fault_says(faults, log):
    sys.excepthook(*caught(SECRET))
    assert SECRET not in log.read_text()


def test_the_causes_of_a_fault_are_logged_too(log):
    try:
        try:
            fail(SECRET)
        except ValueError as error:
            raise OSError(28, "no space") from error
    except OSError:
        logging.getLogger("test").exception("a job failed")
    assert "ValueError" in log.read_text()
    assert "OSError 28" in log.read_text()
    assert SECRET not in log.read_text()


def test_a_fault_becomes_one_sentence(faults, qtbot):
    with qtbot.waitSignal(faults.reported) as reported:
        sys.excepthook(*caught(SECRET))
    assert reported.args[0] == "Something in Thimble went wrong (ValueError). Nothing was lost; please try again."


def test_a_fault_on_another_thread_is_said_in_the_window(faults, qtbot):
    with qtbot.waitSignal(faults.reported):
        thread = threading.Thread(target=fail, args=(SECRET,))
        thread.start()
        thread.join()


def test_ctrl_c_is_no_fault(faults, qtbot):
    with qtbot.assertNotEmitted(faults.reported):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)


def test_a_big_log_is_begun_anew_and_one_old_one_kept(tmp_path):
    path = tmp_path / "thimble.log"
    path.write_bytes(b"x" * 600_000)
    handler = log_to(path)
    logging.getLogger().removeHandler(handler)
    handler.close()
    assert not path.exists()
    assert (tmp_path / "thimble.log.1").stat().st_size == 600_000


def test_a_folder_that_can_t_be_made_means_no_log(tmp_path):
    (tmp_path / "file").write_text("")
    assert log_to(tmp_path / "file" / "thimble.log") is None


def test_an_exception_that_is_its_own_context_does_not_hang_the_log():
    first, second = ValueError("a"), ValueError("b")
    first.__context__, second.__context__ = second, first
    assert LogFormatter().formatException((ValueError, first, None)).count("ValueError") == 2
