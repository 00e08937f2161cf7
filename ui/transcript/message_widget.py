"""One message of the transcript: who speaks, the text, what can be done with it, how it ended."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QEnterEvent, QGuiApplication, QTextCursor
from PySide6.QtWidgets import QPushButton, QWidget

from assistant.store.records import Message, MessageHead, MessageState, Role
from ui.theme import VERY_NARROW, ThemeManager
from ui.transcript import words
from ui.transcript.actions import Action, ActionBar, Offer
from ui.transcript.display_text import beginning
from ui.transcript.editor import LONGEST_EDITED, MessageEditor
from ui.transcript.error_row import ErrorRow, ShownError
from ui.transcript.highlight import Highlighter
from ui.transcript.marks import BodyMarks
from ui.transcript.message_parts import MessageParts
from ui.transcript.viewer import TextViewer

COLLAPSED_CHARACTERS = 5_000
COLLAPSED_LINES = 60
LONGEST_INLINE = 150_000
"""Characters laid out inside the transcript; more opens in a window of its own."""


class MessageWidget(MessageParts):
    """Shows one message; used again for others while the reader scrolls."""

    chosen = Signal(int, Action)
    edit_submitted = Signal(int, str)
    error_pressed = Signal(int, int)
    """Message, and which button below its error: 0 for the first."""
    link_activated = Signal(QUrl)

    def __init__(self, theme: ThemeManager, highlighter: Highlighter, parent: QWidget) -> None:
        """Begin without a message."""
        super().__init__(theme, highlighter, parent)
        self.message: Message | None = None
        self._busy = False
        self._is_last = False
        self._expanded = False
        self._progress_text = ""
        self._shown_text: str | None = None
        self._error: ShownError | None = None
        self._active = False
        self.body.link_activated.connect(self.link_activated)
        self.marks = BodyMarks(self.body, theme)

    def bind(self, head: MessageHead, message: Message, *, is_last: bool, divider: bool, busy: bool) -> None:
        """Show a message."""
        self.head = head
        self._divider = divider
        self._is_last = is_last
        self._busy = busy
        self._show(message)

    def update_place(self, head: MessageHead, *, is_last: bool, divider: bool, busy: bool) -> None:
        """Take over what changed around the message."""
        if (head, is_last, divider, busy) == (self.head, self._is_last, self._divider, self._busy):
            return
        self.head, self._is_last, self._divider, self._busy = head, is_last, divider, busy
        self._refresh()

    def stream(self, text: str) -> None:
        """Begin to show an answer that is being written, with what there is of it."""
        self._shown_text = None
        self.body.start_streaming(text)
        self._refresh()

    def append(self, text: str) -> None:
        """Add to the answer being written."""
        self._progress_text = ""
        if not self._progress.isHidden():
            self._refresh()
        self.body.append(text)

    def finish(self, message: Message) -> None:
        """Show the answer as it ended."""
        self._progress_text = ""
        streaming = self.body.is_streaming
        self.message = message
        if streaming and len(message.text) <= LONGEST_INLINE:
            self.body.finish(message.text)
            self._shown_text = message.text
            self._refresh()
        else:
            self._show(message)

    def set_progress(self, sentence: str) -> None:
        """Show what happens before the first word; an empty sentence removes the line."""
        if sentence != self._progress_text:
            self._progress_text = sentence
            self._refresh()

    def set_error(self, error: ShownError | None) -> None:
        """Show what went wrong."""
        if error != self._error:
            self._error = error
            self._refresh()

    def restyle(self) -> None:
        """Take fonts and colours of the theme in force."""
        text = self._shown_text
        self._shown_text = None
        if self._bar is not None:
            self._bar.restyle()
        if self.message is not None and (text is not None or not self.body.is_streaming):
            self._show(self.message)
        self._dirty = True

    def set_active(self, active: bool) -> None:
        """Show or hide the actions: the mouse or the focus is inside."""
        if active != self._active:
            self._active = active
            self._update_bar()

    def _show(self, message: Message) -> None:
        self.message = message
        if message.state is MessageState.STREAMING:
            self.stream(message.text)
            return
        text = message.text
        if self._is_long() and not (self._expanded and len(text) <= LONGEST_INLINE):
            user = message.role is Role.USER
            text = beginning(
                text,
                characters=COLLAPSED_CHARACTERS if user else LONGEST_INLINE,
                lines=COLLAPSED_LINES if user else LONGEST_INLINE,
            )
        if text != self._shown_text or self.body.is_streaming:
            self._shown_text = text
            if message.role is Role.USER:
                self.body.show_plain(text)
            else:
                self.body.show_markdown(text)
        self._refresh()

    def _is_long(self) -> bool:
        if self.message is None:
            return False
        text = self.message.text
        if self.message.role is Role.ASSISTANT:
            return len(text) > LONGEST_INLINE
        return len(text) > COLLAPSED_CHARACTERS or text.count("\n") >= COLLAPSED_LINES

    def _refresh(self) -> None:
        """Bring everything around the text up to date."""
        message, head = self.message, self.head
        if message is None or head is None:
            return
        self._speaker.setText(words.speaker(message.role))
        self._speaker.setToolTip(message.model)
        self.body.setAccessibleName(words.speaker(message.role))
        streaming = self.body.is_streaming
        foot = "" if streaming else words.foot(message)
        self._foot.setText(foot)
        self._foot.setToolTip("" if streaming else words.speed_details(message))
        self._foot.setVisible(bool(foot))
        self._progress.setText(self._progress_text)
        self._progress.setVisible(bool(self._progress_text))
        self.body.setVisible(self._editor is None and bool(message.text or streaming))
        self.setAccessibleName(words.accessible_name(message.role, message.text))
        self.setAccessibleDescription(foot)
        self._refresh_more()
        self._refresh_continue()
        self._refresh_error()
        self._update_bar()
        self._changed()

    def _refresh_more(self) -> None:
        wanted = self._is_long() and self._editor is None and not self.body.is_streaming
        if wanted and self._more is None:
            self._more = QPushButton(self)
            self._more.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._more.clicked.connect(self._toggle_all)
        if self._more is not None:
            if wanted and self.message is not None:
                size = words.size_in_words(len(self.message.text))
                self._more.setText(self.tr("Show less") if self._expanded else self.tr("Show all ({0})").format(size))
            self._more.setVisible(wanted)

    def _refresh_continue(self) -> None:
        wanted = (
            self.message is not None
            and self._is_last
            and words.can_continue(self.message)
            and not self.body.is_streaming
        )
        if wanted and self._continue is None:
            self._continue = QPushButton(self.tr("Continue"), self)
            self._continue.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._continue.clicked.connect(lambda: self._choose(Action.CONTINUE))
        if self._continue is not None:
            self._continue.setVisible(wanted)
            self._continue.setEnabled(not self._busy)

    def _refresh_error(self) -> None:
        error = self._error
        message = self.message
        if error is None and message is not None and message.state is MessageState.FAILED and message.error:
            error = ShownError(message.error, (self.tr("Try again"),), asks_again=True)
        if error is not None and self._error_row is None:
            self._error_row = ErrorRow(self)
            self._error_row.pressed.connect(self._error_was_pressed)
            self._error_row.height_changed.connect(self._changed)
        if self._error_row is not None:
            self._error_row.setVisible(error is not None)
            if error is not None:
                self._error_row.show_error(error, enabled=not self._busy)

    def _error_was_pressed(self, button: int) -> None:
        if self._error is None:
            self._choose(Action.REGENERATE)
        elif self.head is not None:
            self.error_pressed.emit(self.head.id, button)

    def _offer(self) -> Offer:
        if self.head is None or self.message is None:
            return Offer(())
        actions = [Action.COPY] if self.message.text else []
        if self.message.role is Role.USER:
            if len(self.message.text) <= LONGEST_EDITED:
                actions.insert(0, Action.EDIT)
        else:
            if self._is_last and words.can_continue(self.message):
                actions.append(Action.CONTINUE)
            actions.append(Action.REGENERATE)
        if self.head.alternatives > 1:
            actions += [Action.PREVIOUS, Action.NEXT]
        return Offer(
            tuple(actions),
            alternative=self.head.alternative,
            alternatives=self.head.alternatives,
            busy=self._busy,
            narrow=self._width < VERY_NARROW,
        )

    def _update_bar(self) -> None:
        wanted = (
            self._active
            and self._editor is None
            and self.message is not None
            and not (self.body.is_streaming and not self.message.text)
        )
        if wanted and self._bar is None:
            self._bar = ActionBar(self._theme, self)
            self._bar.chosen.connect(self._choose)
        if self._bar is None:
            return
        if wanted:
            self._bar.offer(self._offer())
        self._bar.setVisible(wanted)
        self._place_bar(*self._column())
        self._bar.raise_()

    def _choose(self, action: Action) -> None:
        if self.head is None:
            return
        if action is Action.COPY:
            self.copy()
        elif action is Action.EDIT:
            self.edit()
        else:
            self.chosen.emit(self.head.id, action)

    def copy(self) -> None:
        """Copy the original text of the message."""
        if self.message is not None:
            text = self.body.streamed_text if self.body.is_streaming else self.message.text
            QGuiApplication.clipboard().setText(text)
            self.show_copied()

    def show_copied(self) -> None:
        """Say that the message was copied."""
        if self._bar is not None:
            self._bar.show_copied()

    def clear(self) -> None:
        """Forget the message, to be used for another."""
        self._end_editing()
        self.head = None
        self.message = None
        self._expanded = False
        self._progress_text = ""
        self._error = None
        self._shown_text = None
        self._dirty = True
        self.body.reset()

    def edit(self) -> None:
        """Let the user change the message in its place."""
        if self.message is None or self._editor is not None:
            return
        self._editor = MessageEditor(self._theme, self.message.text, self)
        self._editor.set_busy(self._busy)
        self._editor.submitted.connect(self._submit_edit)
        self._editor.cancelled.connect(self._cancel_edit)
        self._editor.height_changed.connect(self._changed)
        self._editor.show()
        self._refresh()
        self._editor.edit.moveCursor(QTextCursor.MoveOperation.End)
        self._editor.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def _submit_edit(self, text: str) -> None:
        if self.head is not None:
            self._end_editing()
            self.edit_submitted.emit(self.head.id, text)

    def _cancel_edit(self) -> None:
        self._end_editing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_editing(self) -> None:
        if self._editor is not None:
            self._editor.hide()
            self._editor.deleteLater()
            self._editor = None
            self._refresh()

    def expand(self) -> bool:
        """Show all of a text of which only the beginning is shown; return whether there was more to show."""
        text = self.message.text if self.message is not None else ""
        if self._expanded or not self._is_long() or len(text) > LONGEST_INLINE:
            return False
        self._toggle_all()
        return True

    def _toggle_all(self) -> None:
        if self.message is None:
            return
        if len(self.message.text) > LONGEST_INLINE:
            TextViewer(self.message.text, self._theme, self.window()).show()
            return
        self._expanded = not self._expanded
        self._show(self.message)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the actions under the mouse."""
        self.set_active(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the actions, unless the focus is inside."""
        self.set_active(self.has_focus_inside())
        super().leaveEvent(event)
