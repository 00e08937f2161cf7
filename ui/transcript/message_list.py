"""A list of messages of any length, of which only what is in view exists as widgets."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from assistant.store.records import Message, MessageHead, MessageState
from ui.theme import COLUMN_WIDTH, SPACE, VERY_NARROW, ThemeManager
from ui.transcript.error_row import ShownError
from ui.transcript.glide import Glide
from ui.transcript.highlight import Highlighter
from ui.transcript.jump_button import JumpButton
from ui.transcript.message_widget import MessageWidget
from ui.transcript.path import Fetch, Path
from ui.transcript.scroll_bar import QuietScrollBar
from ui.transcript.text_style import TextStyle

MARGIN = 4 * SPACE
"""Above the first and below the last message."""
OVERSCAN = 300
"""Pixels beyond the visible part for which widgets exist."""
STEP_SECONDS = 0.008
"""How long one step may make new widgets before the window gets its turn."""
_POOL = 12
_NEAR_END = 4
_FETCH_BATCH = 8
LINE = 48
"""Pixels of one step of the scroll bar."""


class MessageList(QAbstractScrollArea):
    """Keeps widgets, heights and the scroll bar in line, and the reader's place where it is."""

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
        self.setVerticalScrollBar(QuietScrollBar(Qt.Orientation.Vertical, self))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._layout_more)
        self._glide = Glide(self)
        self._glide.moved.connect(self._scroll_by)
        self._jump = JumpButton(theme, self)
        self._jump.clicked.connect(self.scroll_to_end)
        theme.changed.connect(self._restyle)

    def set_empty_widget(self, widget: QWidget) -> None:
        """Show `widget` while there is no message."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self.viewport())
        self._layout()

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
        for message_id in list(self._widgets):
            place, widget = self._path.place(message_id), self._widgets.get(message_id)
            if widget is None:
                continue
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
        # A message whose height changes has all laid out anew, which makes and takes away others.
        for message_id in list(self._widgets):
            place, widget = self._path.place(message_id), self._widgets.get(message_id)
            if place is not None and widget is not None:
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
        bar.setSingleStep(LINE)
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
                widget.place_bar_within(self.viewport().height())
        if self._anchor is None and len(self._path):
            self._take_anchor(value)

    def _take_anchor(self, value: int) -> None:
        if len(self._path):
            place = self._path.heights.at(value - MARGIN)
            self._anchor = (self._path.heads[place].id, value - self._path.heights.top(place))

    def _show_empty(self) -> None:
        # With nothing to read, Tab goes through what is shown instead.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if len(self._path) else Qt.FocusPolicy.ClickFocus)
        if self._empty is not None:
            self._empty.setVisible(not len(self._path))
            self._empty.setGeometry(self.viewport().rect())

    def _show_jump(self) -> None:
        bar = self.verticalScrollBar()
        self._jump.setVisible(bar.maximum() - bar.value() > 2 * LINE and not self._follow)
        area = self.viewport().geometry()
        self._jump.move(area.center().x() - 20, area.bottom() - 52)
        self._jump.raise_()

    def _height_changed(self, message_id: int) -> None:
        if message_id in self._widgets:
            self._layout()

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

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again when the interface is mirrored or its language changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LayoutDirectionChange, QEvent.Type.LanguageChange) and hasattr(self, "_more"):
            self._restyle()

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

    def _take_style(self) -> None:
        self._line_height = TextStyle.of(self._theme).text_line_height()

    def _restyle(self) -> None:
        self._take_style()
        self._jump.restyle()
        self._path.estimate_again(width=self._column(), line_height=self._line_height)
        for widget in self._pool:
            widget.deleteLater()
        self._pool.clear()
        for message_id in list(self._widgets):
            if message_id in self._widgets:
                self._widgets[message_id].restyle()
        self._layout()


def _with_text(message: Message, text: str) -> Message:
    return replace(message, text=text, state=MessageState.STREAMING)
