"""The windows that ask for a passphrase: to unlock, to set, change and remove the protection."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLabel, QWidget

from assistant.errors import QT_TRANSLATE_NOOP, StoreError, ThimbleError
from assistant.store.keys import LEAST_CHARACTERS, check_new_passphrase
from assistant.store.protection import Protection
from ui.protection.dialog import PassphraseDialog

NOT_THE_SAME = QT_TRANSLATE_NOOP("errors", "The two passphrases are not the same; type them again.")


class UnlockDialog(PassphraseDialog):
    """Asks for the passphrase at the start; `result_value` is an `Unlocked`."""

    def __init__(self, protection: Protection, parent: QWidget | None = None) -> None:
        """Ask for the passphrase of `protection`."""
        super().__init__(
            self.tr("Your conversations are locked"),
            self.tr("Type your passphrase to open them."),
            [self.tr("Passphrase")],
            accept=self.tr("Unlock"),
            reject=self.tr("Quit"),
            parent=parent,
        )
        self._protection = protection

    def work(self, *passphrases: str) -> Callable[[], Any]:
        """Unlock."""
        return lambda: self._protection.unlock(passphrases[0])

    def failed(self, error: ThimbleError) -> None:
        """Leave: no other passphrase helps."""
        self.failure = error
        self.reject()


class SetDialog(PassphraseDialog):
    """Asks for a new passphrase, after saying what losing it means; `result_value` is the passphrase."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """Ask for it twice."""
        super().__init__(
            self.tr("Protect your conversations"),
            self.tr(
                "Conversations, their backups and all else that tells of them are encrypted with your passphrase, and "
                "it is asked for at each start."
            ),
            [self.tr("New passphrase"), self.tr("The same once more")],
            accept=self.tr("Encrypt"),
            reject=self.tr("Cancel"),
            parent=parent,
        )
        self.advice = QLabel(
            self.tr("At least {count} characters. Four or five unusual words are good and easy to remember.").format(
                count=LEAST_CHARACTERS
            ),
            self,
        )
        self.advice.setProperty("role", "muted")
        self.warning = QLabel(
            self.tr(
                "If you lose the passphrase, your conversations are lost for good: nobody can open them without it, "
                "neither we nor a repair shop, and there is no way to get it back. Write it down and keep the paper "
                "in a safe place."
            ),
            self,
        )
        self.warning.setProperty("role", "warning")
        self.traces = QLabel(
            self.tr(
                "Files that could be read until now are overwritten and removed. A disk may keep traces of them all "
                "the same, and copies you made elsewhere stay as they are."
            ),
            self,
        )
        self.traces.setProperty("role", "muted")
        self.understood = QCheckBox(self.tr("I keep the passphrase in a safe place"), self)
        self.understood.toggled.connect(self._typed)
        for label in (self.advice, self.warning, self.traces):
            label.setWordWrap(True)
            self.middle.addWidget(label)
        self.middle.addWidget(self.understood)
        QWidget.setTabOrder(self.fields.show_box, self.understood)
        QWidget.setTabOrder(self.understood, self.reject_button)
        QWidget.setTabOrder(self.reject_button, self.accept_button)
        self._typed()

    def ready(self) -> bool:
        """Tell whether both are typed, and losing it was understood."""
        return super().ready() and hasattr(self, "understood") and self.understood.isChecked()

    def work(self, *passphrases: str) -> Callable[[], Any]:
        """Take the passphrase, which is used when the conversations are closed."""
        first = _twice_the_same(*passphrases)
        return lambda: first


class ChangeDialog(PassphraseDialog):
    """Puts another passphrase in the place of the one there is."""

    def __init__(self, protection: Protection, parent: QWidget | None = None) -> None:
        """Ask for the old one, and for the new one twice."""
        super().__init__(
            self.tr("Change the passphrase"),
            self.tr(
                "The new one holds at once. Copies of your data that you made elsewhere still open with the old one."
            ),
            [self.tr("Present passphrase"), self.tr("New passphrase"), self.tr("The new one once more")],
            accept=self.tr("Change"),
            reject=self.tr("Cancel"),
            parent=parent,
        )
        self._protection = protection

    def work(self, *passphrases: str) -> Callable[[], Any]:
        """Change it."""
        old, *new = passphrases
        chosen = _twice_the_same(*new)
        return lambda: self._protection.change(old, chosen)


class RemoveDialog(PassphraseDialog):
    """Asks for the passphrase before the protection is removed; `result_value` is the passphrase."""

    def __init__(self, protection: Protection, parent: QWidget | None = None) -> None:
        """Ask for the passphrase of `protection`."""
        super().__init__(
            self.tr("Remove the protection"),
            self.tr("Afterwards whoever can use this computer's disk can read your conversations."),
            [self.tr("Passphrase")],
            accept=self.tr("Remove"),
            reject=self.tr("Cancel"),
            parent=parent,
        )
        self._protection = protection

    def work(self, *passphrases: str) -> Callable[[], Any]:
        """Check it."""
        (passphrase,) = passphrases

        def check() -> str:
            self._protection.unlock(passphrase)
            return passphrase

        return check


def _twice_the_same(first: str, second: str) -> str:
    if first != second:
        raise StoreError(NOT_THE_SAME)
    check_new_passphrase(first)
    return first
