"""From a window without content to the key of the conversations: what stands between a start and its store."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QDialog, QWidget

from assistant.errors import ThimbleError
from assistant.store.cipher import Form, form_of
from assistant.store.protection import Protection, Unlocked
from ui.protection.tasks import ClosedTask, Opened


def open_up(window: QWidget, protection: Protection, task: ClosedTask | None = None) -> Opened | None:
    """Return what the conversations are opened with, asking for the passphrase where one protects them.

    Args:
        window: What dialogs are shown over.
        protection: Of the data folder.
        task: What is to be done first.

    Returns:
        `None` when the user wants to leave.

    Raises:
        ThimbleError: The conversations can't be opened.
    """
    notices: list[ThimbleError] = []
    if task is not None:
        opened, failure = _done(window, task)
        if opened is not None:
            return opened
        if failure is not None:
            notices.append(failure)
    if not protection.is_on:
        return Opened(None, tuple(notices))
    unlocked = _unlocked(window, protection)
    if unlocked is None:
        return None
    key: bytes | None = unlocked.key
    if unlocked.waiting:
        finish = ClosedTask(
            QCoreApplication.translate("Gate", "Finishing the encryption"),
            lambda report: Opened(protection.finish(unlocked, report=report)),
        )
        opened, failure = _done(window, finish)
        if failure is not None:
            if form_of(protection.store, unlocked.key) is not Form.ENCRYPTED:
                raise failure
            notices.append(failure)  # a backup, say, is still in plain; the conversations can be opened
        key = opened.key if opened is not None else unlocked.key
    return Opened(key, (*notices, *protection.notices))


def turning_on(protection: Protection, passphrase: str) -> ClosedTask:
    """Return the task that encrypts everything."""
    return ClosedTask(
        QCoreApplication.translate("Gate", "Encrypting your conversations"),
        _then_opened(protection, lambda report: protection.turn_on(passphrase, report=report)),
    )


def turning_off(protection: Protection, passphrase: str) -> ClosedTask:
    """Return the task that makes everything plain again."""
    return ClosedTask(
        QCoreApplication.translate("Gate", "Removing the protection"),
        _then_opened(protection, lambda report: protection.turn_off(passphrase, report=report)),
    )


def _then_opened(
    protection: Protection, work: Callable[[Callable[[float], None]], bytes | None]
) -> Callable[[Callable[[float], None]], Opened]:
    return lambda report: Opened(work(report), tuple(protection.notices))


def _done(window: QWidget, task: ClosedTask) -> tuple[Opened | None, ThimbleError | None]:
    from ui.protection.progress import ProgressDialog

    dialog = ProgressDialog(task, window)
    dialog.exec()
    outcome = dialog.opened, dialog.failure
    _delete(dialog)
    return outcome


def _unlocked(window: QWidget, protection: Protection) -> Unlocked | None:
    from ui.protection.dialogs import UnlockDialog

    dialog = UnlockDialog(protection, window)
    dialog.exec()
    failure, value = dialog.failure, dialog.result_value
    _delete(dialog)
    if failure is not None:
        raise failure
    return value if isinstance(value, Unlocked) else None


def _delete(dialog: QDialog) -> None:
    """Delete a dialog now: there may be no event loop any more that would, and its window goes with the program."""
    dialog.deleteLater()
    QCoreApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)
