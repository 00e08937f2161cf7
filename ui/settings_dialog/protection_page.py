"""The page about the passphrase that protects the conversations."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from assistant.app import App
from assistant.store.protection import Protection
from ui.protection.dialogs import ChangeDialog, RemoveDialog, SetDialog
from ui.protection.gate import turning_off, turning_on
from ui.settings_dialog.fields import Change
from ui.settings_dialog.page import Page
from ui.theme import SPACE


class ProtectionPage(Page):
    """Says whether the conversations are protected; sets, changes and removes the passphrase."""

    task_wanted = Signal(object)
    """A `ClosedTask`: the window is to be closed for it."""

    def __init__(self, app: App, change: Change) -> None:
        """Show how things stand."""
        super().__init__(change)
        self.title = self.tr("Protection")
        self._protection = Protection.of(app.paths)
        self.heading = QLabel()
        self.explanation = QLabel()
        self.explanation.setWordWrap(True)
        self.explanation.setProperty("role", "muted")
        self.said = QLabel()
        self.said.setProperty("role", "accent")
        self.said.setWordWrap(True)
        self.said.hide()
        self.set_button = self._button(
            self.tr("Set a passphrase…"), self.tr("Encrypt your conversations; Thimble closes for a moment")
        )
        self.set_button.clicked.connect(self.set_passphrase)
        self.change_button = self._button(
            self.tr("Change the passphrase…"), self.tr("Choose another passphrase; nothing is encrypted again")
        )
        self.change_button.clicked.connect(self.change_passphrase)
        self.remove_button = self._button(
            self.tr("Remove the protection…"), self.tr("Decrypt your conversations; Thimble closes for a moment")
        )
        self.remove_button.clicked.connect(self.remove_passphrase)
        self.column.setSpacing(2 * SPACE)
        for label in (self.heading, self.explanation, self.said):
            self.column.addWidget(label)
        self.column.addSpacing(2 * SPACE)
        for button in (self.set_button, self.change_button, self.remove_button):
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.finish()
        self.protected = app.store.key is not None
        self._show()

    def set_passphrase(self) -> None:
        """Ask for a new passphrase, then have everything encrypted."""
        dialog = SetDialog(self.window())
        if dialog.exec():
            self.task_wanted.emit(turning_on(self._protection, str(dialog.result_value)))
        dialog.deleteLater()

    def change_passphrase(self) -> None:
        """Ask for the old and the new passphrase."""
        dialog = ChangeDialog(self._protection, self.window())
        if dialog.exec():
            self.said.setText(self.tr("The new passphrase holds from now on."))
            self.said.show()
        dialog.deleteLater()

    def remove_passphrase(self) -> None:
        """Ask for the passphrase, then have everything decrypted."""
        dialog = RemoveDialog(self._protection, self.window())
        if dialog.exec():
            self.task_wanted.emit(turning_off(self._protection, str(dialog.result_value)))
        dialog.deleteLater()

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(tip)
        button.setAccessibleDescription(tip)
        button.setAutoDefault(False)
        return button

    def _show(self) -> None:
        if self.protected:
            self.heading.setText(self.tr("Your conversations are protected by a passphrase"))
            self.explanation.setText(
                self.tr(
                    "Conversations, drafts, backups, the search index and what models keep of them are encrypted on "
                    "this disk. Exported files are not, and settings and models are not."
                )
            )
        else:
            self.heading.setText(self.tr("Your conversations are not protected"))
            self.explanation.setText(
                self.tr(
                    "Whoever can use this computer's disk can read them. A passphrase encrypts conversations, drafts, "
                    "backups, the search index and what models keep of them."
                )
            )
        self.heading.setWordWrap(True)
        self.set_button.setVisible(not self.protected)
        self.change_button.setVisible(self.protected)
        self.remove_button.setVisible(self.protected)
