"""The transcript: what the chat page shows in it, and what its reader can do."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from assistant.store.records import Message, MessageHead, Role
from ui.theme import ThemeManager
from ui.transcript import words
from ui.transcript.actions import Action
from ui.transcript.announce import announce
from ui.transcript.editor import LONGEST_EDITED
from ui.transcript.error_row import ShownError
from ui.transcript.focus import next_outside
from ui.transcript.marked_list import MarkedList
from ui.transcript.message_list import LINE
from ui.transcript.message_widget import MessageWidget
from ui.transcript.path import Fetch
from ui.transcript.writer import SAFE_SCHEMES


class TranscriptView(MarkedList):
    """Shows the messages of one conversation."""

    regenerate_requested = Signal(int)
    edit_submitted = Signal(int, str)
    continue_requested = Signal(int)
    alternative_requested = Signal(int, int)
    action_requested = Signal(int, int)
    """Message, and which button below its error: 0 for the first."""
    link_activated = Signal(QUrl)

    def __init__(self, theme: ThemeManager, fetch: Fetch, parent: QWidget | None = None) -> None:
        """Begin without messages; `fetch` returns messages with their texts for ids."""
        super().__init__(theme, fetch, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Conversation"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    def show_path(self, heads: Sequence[MessageHead], *, context_start: int | None = None) -> None:
        """Show a conversation from its end.

        Args:
            heads: The messages, oldest first.
            context_start: Id of the first message the model still reads; `None` when it reads all.
        """
        self._errors.clear()
        self._progress.clear()
        self._current = None
        self._glide.stop()
        for message_id in list(self._widgets):
            self._release(message_id)
        self._follow = True
        self._anchor = None
        self._set_path(heads, context_start=context_start, keep=False)

    def refresh_path(self, heads: Sequence[MessageHead], *, context_start: int | None = None) -> None:
        """Show the same conversation after a change; the reader's place stays, or the end if it was in view.

        Args:
            heads: The messages, oldest first.
            context_start: As in `show_path`.
        """
        changed = {head.id: head for head in self._path.heads}
        self._set_path(heads, context_start=context_start, keep=True, before=changed)

    def append_text(self, message_id: int, text: str) -> None:
        """Add to the answer being written."""
        if not text or self._path.place(message_id) is None:
            return
        self._progress.pop(message_id, None)
        started = self._path.streamed(message_id) is None
        self._path.append(message_id, text)
        widget = self._widgets.get(message_id)
        if widget is None:
            return
        if started or not widget.body.is_streaming:
            widget.stream(self._path.streamed(message_id) or "")
        else:
            widget.append(text)

    def set_progress(self, message_id: int, sentence: str) -> None:
        """Say what happens before the first word; an empty sentence removes the line."""
        self._progress[message_id] = sentence
        if message_id in self._widgets:
            self._widgets[message_id].set_progress(sentence)

    def finish(self, message: Message) -> None:
        """Show an answer as it ended, and tell a screen reader once."""
        place = self._path.place(message.id)
        if place is None:
            return
        self._progress.pop(message.id, None)
        head = replace(self._path.heads[place], state=message.state, length=len(message.text))
        self._path.finish(message, head)
        widget = self._widgets.get(message.id)
        if widget is not None:
            widget.update_place(head, **self._surroundings(place))
            widget.finish(message)
        if message.text:
            announce(self, widget, words.accessible_name(message.role, message.text))

    def set_busy(self, busy: bool) -> None:
        """While an answer is being written, no other can be started from here."""
        if busy != self._busy:
            self._busy = busy
            self._update_places()

    def set_error(self, message_id: int, error: ShownError) -> None:
        """Show what went wrong below a message; pressing a button emits `action_requested`."""
        self._errors[message_id] = error
        if message_id in self._widgets:
            self._widgets[message_id].set_error(error)

    def copy_last_answer(self) -> bool:
        """Copy the newest answer and return whether there is one."""
        for head in reversed(self._path.heads):
            if head.role is Role.ASSISTANT:
                message = self._path.messages([head.id]).get(head.id)
                text = self._path.streamed(head.id) or (message.text if message else "")
                if text:
                    QGuiApplication.clipboard().setText(text)
                    if head.id in self._widgets:
                        self._widgets[head.id].show_copied()
                    return True
        return False

    def edit_last_message(self) -> bool:
        """Let the user change their newest message in its place; return whether there is one to change."""
        place = next((n for n in reversed(range(len(self._path))) if self._path.heads[n].role is Role.USER), None)
        if place is None or self._busy or self._path.heads[place].length > LONGEST_EDITED:
            return False
        self._glide.stop()
        self._bring_into_view(place)
        widget = self._widgets.get(self._path.heads[place].id)
        if widget is not None:
            widget.edit()
        return widget is not None

    def focus_message(self, step: int) -> None:
        """Move the keyboard focus by `step` messages; from outside to the newest."""
        count = len(self._path)
        if not count:
            return
        place = self._path.place(self._current) if self._current is not None else None
        inside = self.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False
        place = count - 1 if place is None or not inside else max(0, min(count - 1, place + step))
        self._glide.stop()
        self._bring_into_view(place)
        widget = self._widgets.get(self._path.heads[place].id)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll smoothly, by pixels where the device tells them."""
        if not event.pixelDelta().isNull():
            self._glide.stop()
            self._scroll_by(-event.pixelDelta().y())
        else:
            lines = QApplication.wheelScrollLines()
            distance = round(-event.angleDelta().y() / 120 * lines * LINE * 0.75)
            self._glide.move(distance, duration_ms=self._theme.motion_ms)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys."""
        page = max(LINE, self.viewport().height() - 2 * LINE)
        distances = {
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Up: -LINE,
            Qt.Key.Key_Down: LINE,
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif event.key() in distances:
            self._glide.move(distances[Qt.Key(event.key())], duration_ms=self._theme.motion_ms)
        elif event.key() == Qt.Key.Key_Home:
            self._glide.stop()
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.scroll_to_end()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on to the current message when it comes by Tab."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            widget = self._widgets.get(self._current) if self._current is not None else None
            if widget is not None:
                widget.setFocus(event.reason())
            else:
                self.focus_message(0)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the current message and then leaves: no reader has to pass 10,000 messages."""
        if not len(self._path):
            return super().focusNextPrevChild(forward)
        focus = QApplication.focusWidget()
        widget = self._widgets.get(self._current) if self._current is not None else None
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        if focus is not None and widget is not None and (focus is widget or widget.isAncestorOf(focus)):
            stops = [widget, *widget.focusables()]
            place = stops.index(focus) + (1 if forward else -1) if focus in stops else -1
            if 0 <= place < len(stops):
                stops[place].setFocus(reason)
                return True
        target = next_outside(self, forward=forward)
        if target is None:
            return super().focusNextPrevChild(forward)
        target.setFocus(reason)
        return True

    def _focus_changed(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if focus is not None and not self.isAncestorOf(focus):
            focus = None
        for message_id, widget in self._widgets.items():
            inside = focus is not None and (focus is widget or widget.isAncestorOf(focus))
            if inside:
                self._current = message_id
            widget.set_active(inside or widget.underMouse())

    def _act(self, message_id: int, action: Action) -> None:
        if action is Action.REGENERATE:
            self.regenerate_requested.emit(message_id)
        elif action is Action.CONTINUE:
            self.continue_requested.emit(message_id)
        elif action is Action.PREVIOUS:
            self.alternative_requested.emit(message_id, -1)
        elif action is Action.NEXT:
            self.alternative_requested.emit(message_id, 1)

    def _open_link(self, url: QUrl) -> None:
        if url.scheme().lower() in SAFE_SCHEMES:
            self.link_activated.emit(url)

    def _new_widget(self) -> MessageWidget:
        widget = super()._new_widget()
        widget.chosen.connect(self._act)
        widget.edit_submitted.connect(self.edit_submitted)
        widget.error_pressed.connect(self.action_requested)
        widget.link_activated.connect(self._open_link)
        return widget
