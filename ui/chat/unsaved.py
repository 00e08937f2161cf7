"""What happens when the window is closed while words could not be saved: nothing is thrown away without asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from ui.chat.controller import ChatController


class Answer(Enum):
    """What the user wants to be done."""

    TRY_AGAIN = auto()
    SAVE_AS_FILE = auto()
    CLOSE = auto()
    STAY = auto()


def may_close(controller: ChatController, ask: Callable[[], Answer], save: Callable[[Sequence[str]], bool]) -> bool:
    """Save everything, asking for help as long as that does not work.

    Args:
        controller: Knows what is not saved.
        ask: Asks the user what to do.
        save: Puts the texts into a file of the user's choice; returns whether it has.

    Returns:
        Whether the window may be closed.
    """
    while True:
        controller.flush()
        texts = controller.unsaved()
        if not texts:
            return True
        answer = ask()
        if answer is Answer.STAY:
            return False
        if answer is Answer.CLOSE or (answer is Answer.SAVE_AS_FILE and save(texts)):
            return True


def may_close_window(window: QWidget, controller: ChatController) -> bool:
    """Do as `may_close` with boxes over `window`."""
    return may_close(controller, ask_in(window), save_in(window))


def ask_in(window: QWidget) -> Callable[[], Answer]:
    """Return what asks the user in a box over `window`."""

    def ask() -> Answer:
        box = QMessageBox(window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle("Thimble")
        box.setText(
            QCoreApplication.translate(
                "Unsaved", "Your last words could not be saved yet, because the disk is full or can't be written to."
            )
        )
        box.setInformativeText(
            QCoreApplication.translate(
                "Unsaved",
                "Free some space and try again, or save them as a text file on another drive. If you close now, they "
                "are lost.",
            )
        )
        answers: dict[object, Answer] = {}
        for words, role, answer in (
            (QCoreApplication.translate("Unsaved", "Try again"), QMessageBox.ButtonRole.AcceptRole, Answer.TRY_AGAIN),
            (
                QCoreApplication.translate("Unsaved", "Save as a text file…"),
                QMessageBox.ButtonRole.ActionRole,
                Answer.SAVE_AS_FILE,
            ),
            (
                QCoreApplication.translate("Unsaved", "Close and lose them"),
                QMessageBox.ButtonRole.DestructiveRole,
                Answer.CLOSE,
            ),
            (QCoreApplication.translate("Unsaved", "Stay"), QMessageBox.ButtonRole.RejectRole, Answer.STAY),
        ):
            button: QPushButton = box.addButton(words, role)
            answers[button] = answer
            if answer is Answer.TRY_AGAIN:
                box.setDefaultButton(button)
            elif answer is Answer.STAY:
                box.setEscapeButton(button)
        box.exec()
        return answers.get(box.clickedButton(), Answer.STAY)

    return ask


def save_in(window: QWidget) -> Callable[[Sequence[str]], bool]:
    """Return what asks for a file over `window` and writes texts into it."""

    def save(texts: Sequence[str]) -> bool:
        name, _ = QFileDialog.getSaveFileName(
            window,
            QCoreApplication.translate("Unsaved", "Save as a text file"),
            "thimble.txt",
            QCoreApplication.translate("Unsaved", "Text (*.txt)"),
        )
        if not name:
            return False
        try:
            Path(name).write_text("\n\n".join(texts) + "\n", encoding="utf-8")
        except OSError:
            return False  # It is asked again.
        return True

    return save
