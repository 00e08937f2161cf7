"""Start the window, and end it properly."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QLockFile, QSocketNotifier, Qt, QTimer

from assistant.errors import ThimbleError
from assistant.paths import Paths, find_paths
from ui.single_instance import NoAnswerError, RaiseRequests, acquire, raise_first

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from assistant.app import App
    from assistant.settings import SettingsFile
    from ui.faults import FaultReporter
    from ui.main_window import MainWindow
    from ui.protection.tasks import ClosedTask
    from ui.theme import ThemeManager

TUNE_AFTER_MS = 20_000
"""The built-in model is made faster for this computer once so much time has passed, if it was not yet."""

LONGEST_WAIT_FOR_PAINT_MS = 100
_WITHOUT_DESKTOP = ("offscreen", "minimal", "linuxfb", "vnc", "eglfs")


def run(data_dir: Path | None = None, documents: Sequence[Path] = ()) -> int:
    """Open the window, or bring up the one that is open already.

    Args:
        data_dir: The data folder from the command line, if any.
        documents: What is to be opened in the window.

    Returns:
        The exit code: 0 when all went well.
    """
    paths = find_paths(data_dir)
    lock: QLockFile | None = None
    failure: ThimbleError | None = None
    try:
        lock = acquire(paths.instance_lock)
        if lock is None:
            raise_first(paths.instance_lock, documents)
            print("Thimble is already open; its window was brought to the front.", file=sys.stderr)
            return 0
    except NoAnswerError as error:
        print(error.sentence, file=sys.stderr)
        return 1
    except ThimbleError as error:
        failure = error
    try:
        return _run_window(paths, failure, documents)
    finally:
        if lock is not None:
            lock.unlock()


def make_application() -> QApplication:
    """Return the Qt application with its name and icon."""
    from PySide6.QtGui import QGuiApplication

    from ui.application import Application
    from ui.icons import app_icon

    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    QGuiApplication.setDesktopFileName("thimble")
    qt = Application(sys.argv[:1])
    qt.setApplicationName("Thimble")
    qt.setApplicationDisplayName("")  # window titles say it themselves, in the order wanted
    qt.setWindowIcon(app_icon())
    return qt


def _run_window(paths: Paths, failure: ThimbleError | None, documents: Sequence[Path]) -> int:
    from assistant.settings import SettingsFile
    from ui import translations
    from ui.faults import FaultReporter, log_to
    from ui.theme import ThemeManager

    qt = make_application()
    log = log_to(paths.log)
    faults = FaultReporter()
    faults.install()
    try:
        failure = failure or _arrived(paths)
        settings = SettingsFile(paths.settings)
        translations.install(qt, settings.current.language)
        theme = ThemeManager(settings.current.theme, settings.current.text_size)
        theme.apply(qt)
        if failure is not None:
            return _show_failure(qt, theme, failure, paths)
        return _show_window(qt, paths, settings, theme, faults=faults, documents=documents)
    finally:
        faults.remove()
        if log is not None:
            logging.getLogger().removeHandler(log)
            log.close()


def _arrived(paths: Paths) -> ThimbleError | None:
    """Put in place what was being moved in when the program was killed, before anything of it is read."""
    if not paths.arrived.is_dir():
        return None
    from assistant.moving.arrival import settle

    try:
        settle(paths)
    except ThimbleError as error:
        return error
    return None


def _show_window(
    qt: QApplication,
    paths: Paths,
    settings: SettingsFile,
    theme: ThemeManager,
    *,
    faults: FaultReporter,
    documents: Sequence[Path],
) -> int:
    from ui.main_window import MainWindow

    task: ClosedTask | None = None
    while True:
        window = MainWindow(theme, settings)
        window.show()
        _let_it_paint(qt, window)
        code = _run_once(qt, window, settings, paths, task=task, theme=theme, faults=faults, documents=documents)
        documents = ()
        task = window.task
        # All is closed now. What has to be done like this is done behind a new window.
        window.deleteLater()
        qt.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if task is None:
            return code


def _run_once(
    qt: QApplication,
    window: MainWindow,
    settings: SettingsFile,
    paths: Paths,
    *,
    task: ClosedTask | None,
    theme: ThemeManager,
    faults: FaultReporter,
    documents: Sequence[Path],
) -> int:
    """Open the conversations in a window and run until it is closed."""
    from assistant.app import build
    from assistant.store.protection import Protection
    from ui.backups.repair_screen import RepairScreen
    from ui.protection.gate import open_up

    requests = RaiseRequests(paths.instance_lock, window)
    requests.raised.connect(window.bring_up)
    release = _close_on_signals(qt, window.close)
    try:
        opened = open_up(window, Protection.of(paths), task)
        if opened is None:
            window.hide()
            return 0
        if task is not None:
            # Moving in has brought other settings along.
            theme.set_theme(settings.read_again().theme)
            theme.set_text_size(settings.current.text_size)
        app = build(paths.data, settings, key=opened.key, report=RepairScreen(window))
    except ThimbleError as error:
        window.hide()
        return _show_failure(qt, theme, error, paths)
    finally:
        release()
    app.notices += opened.notices
    return _run_opened(qt, window, app, requests, faults=faults, documents=documents)


def _run_opened(
    qt: QApplication,
    window: MainWindow,
    app: App,
    requests: RaiseRequests,
    *,
    faults: FaultReporter,
    documents: Sequence[Path],
) -> int:
    from ui.application import Application
    from ui.chat.controller import ChatController
    from ui.garbage import CycleCollector, keep_for_good
    from ui.worker import EngineThread

    cycles = CycleCollector(qt)
    worker = EngineThread(app.jobs)
    controller = ChatController(app, worker)
    window.fill(app, controller)
    faults.reported.connect(window.notices.add)
    requests.documents_wanted.connect(window.switch.open_documents)
    window.begin()
    if documents:
        window.switch.open_documents(documents)
    if isinstance(qt, Application):
        qt.open_with(window.switch.open_documents)
    worker.start()
    requests.answer()
    release = _close_on_signals(qt, window.close_now)

    def save(_session: object) -> None:
        window.flush()

    qt.commitDataRequest.connect(save)  # the system is being shut down
    window.organiser.begin(worker, controller)
    QTimer.singleShot(2_000, window, keep_for_good)
    QTimer.singleShot(TUNE_AFTER_MS, window, app.tune_built_in)
    try:
        return qt.exec()
    finally:
        release()
        qt.commitDataRequest.disconnect(save)
        window.others.shut_down()
        window.finder.shut_down()
        window.organiser.shut_down()
        controller.shutdown()
        window.summaries.shut_down()
        worker.stop()
        cycles.stop()
        app.close()
        _empty_private_clipboard()


def _empty_private_clipboard() -> None:
    """Forget what was copied where no other program could get it.

    Platforms without a desktop keep the clipboard until after Python has ended; freeing an object that Python made (a
    copied selection) is a segmentation fault then.
    """
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.platformName() in _WITHOUT_DESKTOP:
        QGuiApplication.clipboard().clear()


def _let_it_paint(qt: QApplication, window: MainWindow) -> None:
    """Wait until the system has shown the empty window, so that a double click is answered soon."""
    waited = QElapsedTimer()
    waited.start()
    while not window.painted and waited.elapsed() < LONGEST_WAIT_FOR_PAINT_MS:
        qt.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents, 10)


def _show_failure(qt: QApplication, theme: ThemeManager, failure: ThimbleError, paths: Paths) -> int:
    from ui.failure_window import FailureWindow

    window = FailureWindow(theme, failure, paths.data)
    window.show()
    release = _close_on_signals(qt, window.close)
    try:
        qt.exec()
    finally:
        release()
    return 1


def _close_on_signals(qt: QApplication, close: Callable[[], object]) -> Callable[[], None]:
    """Let SIGINT and SIGTERM close the window as its button does; returns what ends that.

    Python's handlers run only when Python does, which a waiting Qt event loop does not: on POSIX a pipe wakes it, on
    Windows a timer.
    """

    def leave() -> None:
        close()
        qt.closeAllWindows()
        qt.quit()

    def soon(*_: object) -> None:
        # A handler may run in any line of Python, in the middle of painting too, where no window may go away.
        QTimer.singleShot(0, qt, leave)

    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, soon) for number in numbers}

    def restore() -> None:
        for number, handler in before.items():
            signal.signal(number, handler)

    if os.name != "posix":
        timer = QTimer(qt)
        timer.timeout.connect(lambda: None)
        timer.start(500)
        return restore
    read_end, write_end = os.pipe()
    os.set_blocking(read_end, False)
    os.set_blocking(write_end, False)
    previous = signal.set_wakeup_fd(write_end, warn_on_full_buffer=False)
    notifier = QSocketNotifier(read_end, QSocketNotifier.Type.Read, qt)
    notifier.activated.connect(lambda: os.read(read_end, 64))

    def release() -> None:
        signal.set_wakeup_fd(previous)
        notifier.setEnabled(False)
        os.close(read_end)
        os.close(write_end)
        restore()

    return release
