"""The transcript: a conversation of any length, of which only what is in view exists as widgets."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QToolButton, QWidget

from assistant.store.records import Message, MessageHead, MessageState, Role
from ui.icons import icon
from ui.theme import COLUMN_WIDTH, SPACE, VERY_NARROW, ThemeManager
from ui.transcript import words
from ui.transcript.actions import Action
from ui.transcript.announce import announce
from ui.transcript.error_row import ShownError
from ui.transcript.focus import next_outside
from ui.transcript.glide import Glide
from ui.transcript.highlight import Highlighter
from ui.transcript.message_widget import MessageWidget
from ui.transcript.path import Fetch, Path
from ui.transcript.text_style import TextStyle
from ui.transcript.writer import SAFE_SCHEMES

MARGIN = 4 * SPACE
"""Above the first and below the last message."""
OVERSCAN = 300
"""Pixels beyond the visible part for which widgets exist."""
STEP_SECONDS = 0.008
"""How long one step may make new widgets before the window gets its turn."""
_POOL = 12
_NEAR_END = 4
_FETCH_BATCH = 8
_LINE = 48


class TranscriptView(QAbstractScrollArea):
    """Shows the messages of one conversation."""

    regenerate_requested = Signal(int)
    edit_submitted = Signal(int, str)
    continue_requested = Signal(int)
    alternative_requested = Signal(int, int)
    action_requested = Signal(int)
    link_activated = Signal(QUrl)

    def __init__(self, theme: ThemeManager, fetch: Fetch, parent: QWidget | None = None) -> None:
        """Begin without messages; `fetch` returns messages with their texts for ids."""
        super().__init__(parent)
        self._theme = theme
        self._path = Path(fetch)
        self._highlighter = Highlighter(self)
        self._widgets: dict[int, MessageWidget] = {}
        self._pool: list[MessageWidget] = []
        self._errors: dict[int, ShownError] = {}
        self._progress: dict[int, str] = {}
        self._context_start: int | None = None
        self._busy = False
        self._follow = True
        self._anchor: tuple[int, int] | None = None
        self._current: int | None = None
        self._laying_out = False
        self._setting_bar = False
        self._estimated_width = 0
        self._empty: QWidget | None = None
        self._line_height = 20.0
        self._take_style()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Conversation"))
        self.viewport().setAutoFillBackground(False)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._layout_more)
        self._glide = Glide(self)
        self._glide.moved.connect(self._scroll_by)
        self._jump = QToolButton(self)
        self._jump.setIconSize(QSize(20, 20))
        self._jump.setFixedSize(40, 40)
        self._jump.setToolTip(self.tr("Jump to the newest (End)"))
        self._jump.setAccessibleName(self.tr("Jump to the newest"))
        self._jump.clicked.connect(self.scroll_to_end)
        self._jump.hide()
        self._style_jump()
        theme.changed.connect(self._restyle)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_changed)

    # What is shown

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

    def set_error(self, message_id: int, sentence: str, action_label: str, details: str) -> None:
        """Show what went wrong below a message; pressing the button emits `action_requested`."""
        error = ShownError(sentence, action_label, details)
        self._errors[message_id] = error
        if message_id in self._widgets:
            self._widgets[message_id].set_error(error)

    def set_empty_widget(self, widget: QWidget) -> None:
        """Show `widget` while there is no message."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self.viewport())
        self._layout()

    # What can be done

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

    def scroll_to_end(self) -> None:
        """Show the newest message and follow it while it grows."""
        self._glide.stop()
        self._follow = True
        self._layout()

    @property
    def is_working(self) -> bool:
        """Whether widgets are still being made for what is in view or near."""
        return self._more.isActive()

    def shown_messages(self) -> dict[int, MessageWidget]:
        """The messages that exist as widgets, by id."""
        return dict(self._widgets)

    # Layout

    def _set_path(
        self,
        heads: Sequence[MessageHead],
        *,
        context_start: int | None,
        keep: bool,
        before: dict[int, MessageHead] | None = None,
    ) -> None:
        self._context_start = context_start
        self._path.replace(heads, width=self._column(), line_height=self._line_height, keep=keep)
        self._estimated_width = self._column()
        for message_id, widget in list(self._widgets.items()):
            place = self._path.place(message_id)
            if place is None:
                self._release(message_id)
                continue
            head = self._path.heads[place]
            if before is not None and before.get(message_id) != head:
                if head.state is MessageState.STREAMING or head.state is MessageState.COMPLETE:
                    self._errors.pop(message_id, None)
                if head.state is not MessageState.STREAMING or not widget.body.is_streaming:
                    self._bind(widget, place)
                    continue
            widget.update_place(head, **self._surroundings(place))
        if self._anchor is not None and self._path.place(self._anchor[0]) is None:
            self._anchor = None
        if self._current is not None and self._path.place(self._current) is None:
            self._current = None
        self._layout()

    def _surroundings(self, place: int) -> dict[str, bool]:
        return {
            "is_last": place == len(self._path) - 1,
            "divider": place > 0 and self._path.heads[place].id == self._context_start,
            "busy": self._busy,
        }

    def _update_places(self) -> None:
        for message_id, widget in self._widgets.items():
            place = self._path.place(message_id)
            if place is not None:
                widget.update_place(self._path.heads[place], **self._surroundings(place))

    def _column(self) -> int:
        width = self.viewport().width()
        return max(80, min(COLUMN_WIDTH, width - 2 * (6 * SPACE if width > VERY_NARROW else 3 * SPACE)))

    def _layout_more(self) -> None:
        self._layout(ahead=True)

    def _layout(self, *, ahead: bool = False) -> None:
        """Bring widgets, heights and the scroll bar in line; `ahead` also makes widgets beyond the visible part."""
        if self._laying_out or not self.viewport().width():
            return
        self._laying_out = True
        deadline = time.monotonic() + STEP_SECONDS
        try:
            complete = True
            for _ in range(6):
                value = self._place_scroll_bar()
                complete = self._make_widgets(value, deadline, ahead=ahead)
                if not self._measure():
                    break
            self._place_widgets(self._place_scroll_bar())
        finally:
            self._laying_out = False
        if not complete or not ahead:
            self._more.start(0 if not complete else 30)
        self._show_empty()
        self._show_jump()

    def _place_scroll_bar(self) -> int:
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        total = self._path.heights.total + 2 * MARGIN if len(self._path) else 0
        maximum = max(0, total - page)
        if self._follow or self._anchor is None:
            value = maximum
        else:
            place = self._path.place(self._anchor[0])
            value = self._path.heights.top(place or 0) + self._anchor[1]
        value = max(0, min(maximum, value))
        self._setting_bar = True
        bar.setPageStep(page)
        bar.setSingleStep(_LINE)
        bar.setRange(0, maximum)
        bar.setValue(value)
        self._setting_bar = False
        return value

    def _range(self, value: int, margin: int) -> range:
        if not len(self._path):
            return range(0)
        heights = self._path.heights
        first = heights.at(value - MARGIN - margin)
        last = heights.at(value - MARGIN + self.viewport().height() + margin)
        return range(first, last + 1)

    def _make_widgets(self, value: int, deadline: float, *, ahead: bool) -> bool:
        visible = self._range(value, 0)
        near = self._range(value, OVERSCAN)
        heads = self._path.heads
        far = self._range(value, 3 * OVERSCAN)
        for message_id in list(self._widgets):
            place = self._path.place(message_id)
            if place is None or (place not in far and not self._widgets[message_id].has_focus_inside()):
                if place is not None and self._widgets[message_id].is_editing:
                    continue
                self._release(message_id)
        # From the end when following it: what is made first stays where it is.
        order = sorted(visible, reverse=self._follow)
        if ahead:
            order += [place for place in near if place not in visible]
        missing = [place for place in order if heads[place].id not in self._widgets]
        for start in range(0, len(missing), _FETCH_BATCH):
            batch = missing[start : start + _FETCH_BATCH]
            self._path.messages([heads[place].id for place in batch])
            for place in batch:
                if time.monotonic() > deadline and self._widgets:
                    return False
                self._make(place)
        return True

    def _make(self, place: int) -> None:
        widget = self._pool.pop() if self._pool else self._new_widget()
        self._widgets[self._path.heads[place].id] = widget
        self._bind(widget, place)
        widget.show()

    def _bind(self, widget: MessageWidget, place: int) -> None:
        head = self._path.heads[place]
        message = self._path.messages([head.id]).get(head.id)
        if message is None:
            return
        streamed = self._path.streamed(head.id)
        if streamed is not None:
            message = _with_text(message, streamed)
        widget.bind(head, message, **self._surroundings(place))
        widget.set_error(self._errors.get(head.id))
        widget.set_progress(self._progress.get(head.id, ""))

    def _new_widget(self) -> MessageWidget:
        widget = MessageWidget(self._theme, self._highlighter, self.viewport())
        widget.chosen.connect(self._act)
        widget.edit_submitted.connect(self.edit_submitted)
        widget.error_pressed.connect(self.action_requested)
        widget.link_activated.connect(self._open_link)
        widget.height_changed.connect(self._height_changed)
        return widget

    def _release(self, message_id: int) -> None:
        widget = self._widgets.pop(message_id)
        if widget.has_focus_inside():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        widget.hide()
        widget.set_active(False)
        widget.clear()
        if len(self._pool) < _POOL:
            self._pool.append(widget)
        else:
            widget.deleteLater()

    def _measure(self) -> bool:
        changed = False
        width = self.viewport().width()
        for message_id, widget in self._widgets.items():
            place = self._path.place(message_id)
            if place is None:
                continue
            height = widget.arrange(width)
            if height != self._path.heights[place]:
                self._path.heights.set(place, height)
                changed = True
        return changed

    def _place_widgets(self, value: int) -> None:
        for message_id, widget in self._widgets.items():
            place = self._path.place(message_id)
            if place is not None:
                widget.move(0, MARGIN + self._path.heights.top(place) - value)
        if self._anchor is None and len(self._path):
            self._take_anchor(value)

    def _take_anchor(self, value: int) -> None:
        if len(self._path):
            place = self._path.heights.at(value - MARGIN)
            self._anchor = (self._path.heads[place].id, value - self._path.heights.top(place))

    def _show_empty(self) -> None:
        if self._empty is not None:
            self._empty.setVisible(not len(self._path))
            self._empty.setGeometry(self.viewport().rect())

    def _show_jump(self) -> None:
        bar = self.verticalScrollBar()
        self._jump.setVisible(bar.maximum() - bar.value() > 2 * _LINE and not self._follow)
        area = self.viewport().geometry()
        self._jump.move(area.center().x() - 20, area.bottom() - 52)
        self._jump.raise_()

    def _height_changed(self, message_id: int) -> None:
        if message_id in self._widgets:
            self._layout()

    # Events

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name and arguments
        """Follow the scroll bar."""
        if self._setting_bar or self._laying_out:
            return
        bar = self.verticalScrollBar()
        self._follow = bar.value() >= bar.maximum() - _NEAR_END
        self._take_anchor(bar.value())
        self._layout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out at the new width; the reader's place stays."""
        super().resizeEvent(event)
        column = self._column()
        if column != self._estimated_width:
            self._change_width(column)
        self._layout()

    def _change_width(self, column: int) -> None:
        """Estimate anew, keeping the paragraph at the upper edge where it is."""
        reading = self._reading_position()
        self._estimated_width = column
        self._path.estimate_again(width=column, line_height=self._line_height)
        if reading is None or self._follow:
            return
        message_id, position, distance = reading
        widget = self._widgets[message_id]
        widget.arrange(self.viewport().width())
        self._anchor = (message_id, round(widget.body.y() + widget.body.position_y(position)) - distance + MARGIN)

    def _reading_position(self) -> tuple[int, int, int] | None:
        if self._anchor is None or self._anchor[0] not in self._widgets:
            return None
        widget = self._widgets[self._anchor[0]]
        y = self._anchor[1] - MARGIN - widget.body.y()
        if y <= 0:
            return None
        position = widget.body.position_at(y)
        return self._anchor[0], position, round(widget.body.position_y(position)) - y

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll smoothly, by pixels where the device tells them."""
        if not event.pixelDelta().isNull():
            self._glide.stop()
            self._scroll_by(-event.pixelDelta().y())
        else:
            lines = QApplication.wheelScrollLines()
            distance = round(-event.angleDelta().y() / 120 * lines * _LINE * 0.75)
            self._glide.move(distance, duration_ms=self._theme.motion_ms)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys."""
        page = max(_LINE, self.viewport().height() - 2 * _LINE)
        distances = {
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_Up: -_LINE,
            Qt.Key.Key_Down: _LINE,
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

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the interface is mirrored or its language changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange) and hasattr(self, "_more"):
            self._restyle()

    # Actions

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

    def _scroll_by(self, distance: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + distance)

    def _bring_into_view(self, place: int) -> None:
        self._follow = place == len(self._path) - 1 and self._follow
        for _ in range(3):
            self._laying_out = True  # A message made outside the visible part must not be taken away at once.
            if self._path.heads[place].id not in self._widgets:
                self._make(place)
            self._measure()
            self._laying_out = False
            top = self._path.heights.top(place)
            bottom = top + self._path.heights[place] + 2 * MARGIN
            bar = self.verticalScrollBar()
            page = self.viewport().height()
            value = bar.value()
            if top < value or bottom - top > page:
                value = top
            elif bottom > value + page:
                value = bottom - page
            self._take_anchor(max(0, value))
            self._layout()

    # Looks

    def _take_style(self) -> None:
        self._line_height = TextStyle.of(self._theme).text_line_height()

    def _restyle(self) -> None:
        self._take_style()
        self._style_jump()
        self._path.estimate_again(width=self._column(), line_height=self._line_height)
        for widget in self._pool:
            widget.deleteLater()
        self._pool.clear()
        for widget in self._widgets.values():
            widget.restyle()
        self._layout()

    def _style_jump(self) -> None:
        colors = self._theme.palette
        self._jump.setIcon(icon("arrow-down", self._theme))
        self._jump.setStyleSheet(
            f"QToolButton {{ background: {colors.raised}; border: 1px solid {colors.line}; border-radius: 20px; }}"
            f"QToolButton:hover {{ background: {colors.hover}; }}"
            f"QToolButton:focus {{ border: 2px solid {colors.focus}; }}"
        )


def _with_text(message: Message, text: str) -> Message:
    return replace(message, text=text, state=MessageState.STREAMING)
