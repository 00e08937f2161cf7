"""The chat page: header, transcript, composer, context meter. Layout only; conditions are the controller's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal, SignalInstance
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from assistant.store import Message, MessageHead
from assistant.tasks.characters import characters
from ui.chat.characters import character_of, label
from ui.chat.composer import Composer
from ui.chat.context_meter import ContextMeter
from ui.chat.controller import ChatController
from ui.chat.empty_state import EmptyState
from ui.chat.failures import Failure
from ui.chat.header import Header
from ui.chat.small_model_hint import SmallModelHint
from ui.chat.system_text_dialog import SystemTextDialog
from ui.theme import COLUMN_WIDTH, NARROW, SPACE, ThemeManager
from ui.transcript.error_row import ShownError
from ui.transcript.view import TranscriptView

_NOT_TYPING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ChatPage(QWidget):
    """Shows what the controller says and hands it what the user does."""

    rename_requested = Signal(int)
    """The conversation on the page is to get another title."""
    delete_requested = Signal(int)
    """The conversation on the page is to be deleted."""

    def __init__(self, controller: ChatController, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Build the page and connect it; `ChatController.open` fills it."""
        super().__init__(parent)
        self._controller = controller
        self._theme = theme
        self._characters = characters()
        self._dialog: SystemTextDialog | None = None
        self.header = Header(theme, self)
        self.transcript = TranscriptView(theme, controller.fetch, self)
        self.empty_state = EmptyState(theme)
        self.transcript.set_empty_widget(self.empty_state)
        self.hint = SmallModelHint(theme, self)
        self.composer = Composer(theme, self)
        self.meter = ContextMeter(self)
        column = QWidget(self)
        column.setMaximumWidth(COLUMN_WIDTH + 2 * SPACE)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE)
        for widget in (self.hint, self.composer, self.meter):
            inner.addWidget(widget)
        self._footer = QHBoxLayout()
        self._footer.addWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.transcript, 1)
        layout.addLayout(self._footer)
        controller.drafts.read = self.composer.draft
        self._connect()
        self._show_hint()
        self._show_details()

    def header_layout_left(self) -> QHBoxLayout:
        """Return the room before the title, for the button of the drawer."""
        return self.header.left

    def header_layout_right(self) -> QHBoxLayout:
        """Return the room after the title, for the model picker."""
        return self.header.right

    def focus_input(self) -> None:
        """Put the cursor into the composer."""
        self.composer.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose_system_text(self) -> None:
        """Open the choice of characters."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        dialog = self._dialog = SystemTextDialog(
            self._controller.system_text, self._characters, self._theme, self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._system_text_chosen)
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop the answer on Esc, and type into the composer, wherever on the page the focus is."""
        if event.key() == Qt.Key.Key_Escape and self._controller.busy:
            self._controller.stop()
            return
        if event.text().isprintable() and event.text() and not event.modifiers() & _NOT_TYPING:
            # What nothing else took was meant for the one place where words go.
            self.focus_input()
            QApplication.sendEvent(self.composer.edit, event)
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around where there is little."""
        super().resizeEvent(event)
        side = (6 if self.width() >= NARROW else 3) * SPACE
        # The composer is below the text, which the scroll bar moves a little to one side.
        bar = self.transcript.verticalScrollBar().sizeHint().width()
        left, right = (bar, 0) if self.isRightToLeft() else (0, bar)
        self._footer.setContentsMargins(side + left, SPACE, side + right, 2 * SPACE)

    def _connect(self) -> None:
        controller, transcript = self._controller, self.transcript
        self.header.system_text_chosen.connect(self.choose_system_text)
        self.header.rename_chosen.connect(lambda: self._for_open(self.rename_requested))
        self.header.delete_chosen.connect(lambda: self._for_open(self.delete_requested))
        self.empty_state.example_chosen.connect(controller.send)
        self.hint.models_wanted.connect(controller.model_wanted)
        self.hint.dismissed.connect(self._dismiss_hint)
        self.composer.send_requested.connect(self._send)
        self.composer.edit.edit_last_wanted.connect(transcript.edit_last_message)
        self.composer.stop_requested.connect(controller.stop)
        self.composer.changed.connect(controller.drafts.touch)
        transcript.regenerate_requested.connect(controller.regenerate)
        transcript.edit_submitted.connect(controller.edit)
        transcript.continue_requested.connect(controller.continue_answer)
        transcript.alternative_requested.connect(controller.choose)
        transcript.action_requested.connect(controller.help_with)
        transcript.link_activated.connect(self._copy_link)
        controller.path_opened.connect(self._show_path)
        controller.path_changed.connect(self._refresh_path)
        controller.text_added.connect(transcript.append_text)
        controller.progress_changed.connect(transcript.set_progress)
        controller.answer_ended.connect(self._finish)
        controller.failed.connect(self._show_failure)
        controller.busy_changed.connect(self._set_busy)
        controller.context_changed.connect(self.meter.set_use)
        controller.details_changed.connect(self._show_details)
        controller.draft_opened.connect(self.composer.set_draft)
        controller.model_changed.connect(self._show_hint)

    def _send(self, text: str) -> None:
        if self._controller.send(text):
            self.composer.clear()
            self.transcript.scroll_to_end()

    def _show_path(self, heads: Sequence[MessageHead], context_start: int | None) -> None:
        self.transcript.show_path(heads, context_start=context_start)

    def _refresh_path(self, heads: Sequence[MessageHead], context_start: int | None) -> None:
        self.transcript.refresh_path(heads, context_start=context_start)

    def _finish(self, message: Message) -> None:
        self.transcript.finish(message)

    def _show_failure(self, message_id: int, failure: Failure) -> None:
        self.transcript.set_error(message_id, ShownError(failure.sentence, failure.buttons, failure.details))

    def _set_busy(self, busy: bool) -> None:
        self.transcript.set_busy(busy)
        self.composer.set_busy(busy)
        self.empty_state.setEnabled(not busy)

    def _show_details(self) -> None:
        controller = self._controller
        character = character_of(controller.system_text, self._characters)
        self.header.show_conversation(
            title=controller.title or self.tr("New chat"),
            character=label(character) if character else self.tr("My own words"),
            saved=controller.conversation_id is not None,
        )

    def _show_hint(self) -> None:
        self.hint.setVisible(self._controller.small_model_hint)

    def _dismiss_hint(self) -> None:
        self._controller.dismiss_small_model_hint()
        self._show_hint()
        self.focus_input()

    def _system_text_chosen(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None and result == QDialog.DialogCode.Accepted:
            self._controller.set_system_text(dialog.system_text())

    def _for_open(self, signal: SignalInstance) -> None:
        if self._controller.conversation_id is not None:
            signal.emit(self._controller.conversation_id)

    def _copy_link(self, url: QUrl) -> None:
        # Addresses come from a model: opening one could carry the conversation out of the computer.
        QGuiApplication.clipboard().setText(url.toString())
        self._controller.notice.emit(
            self.tr("The address {address} was copied. Thimble itself opens no connection.").format(
                address=url.toDisplayString()
            )
        )
