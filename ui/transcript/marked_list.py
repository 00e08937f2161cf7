"""A list of messages in which what was searched for is marked and can be gone to."""

from __future__ import annotations

from ui.transcript.marks import Find
from ui.transcript.message_list import LINE, MARGIN, MessageList
from ui.transcript.message_widget import MessageWidget


class MarkedList(MessageList):
    """Marks all messages in view alike, also those that come into view later."""

    _find: Find | None = None
    _at: tuple[int, int] | None = None
    """The message and its mark that the reader is at."""
    _waits = False
    """Whether the mark is still to be scrolled to: its text is being written."""

    def mark(self, find: Find | None) -> None:
        """Mark what `find` finds in any message; None removes all marks."""
        self._find, self._at, self._waits = find, None, False
        for widget in self._widgets.values():
            widget.marks.set(find)

    @property
    def is_marked(self) -> bool:
        """Whether anything is being searched for."""
        return self._find is not None

    def show_mark(self, message_id: int, number: int = 0) -> bool:
        """Scroll to a mark, or to the message when it has none; return whether the message is in the conversation.

        Args:
            message_id: The message.
            number: Which of its marks, from 0; the last one when there are fewer.
        """
        place = self._path.place(message_id)
        if place is None:
            return False
        self._glide.stop()
        self._follow = False
        self._at = (message_id, number)
        self._bring_into_view(place)
        for id_, widget in self._widgets.items():
            widget.marks.set(self._find, number if id_ == message_id else None)
        self._waits = True
        self._marked(message_id)
        return True

    def first_in_view(self) -> int | None:
        """Return the first message whose beginning is in view, or the one in view when it is longer than that."""
        if self._anchor is None:
            return None
        place = self._path.place(self._anchor[0])
        if place is None:
            return None
        bar = self.verticalScrollBar()
        begun = self._anchor[1] > LINE and place + 1 < len(self._path)
        if begun and self._path.heights.top(place + 1) < bar.value() + self.viewport().height() - LINE:
            place += 1
        return self._path.heads[place].id

    def _bind(self, widget: MessageWidget, place: int) -> None:
        super()._bind(widget, place)
        message_id = self._path.heads[place].id
        number = self._at[1] if self._at is not None and self._at[0] == message_id else None
        widget.marks.set(self._find, number)

    def _new_widget(self) -> MessageWidget:
        widget = super()._new_widget()
        widget.marks.changed.connect(lambda: self._marked(widget.head.id if widget.head is not None else None))
        return widget

    def _marked(self, message_id: int | None) -> None:
        """Go to the mark wanted once the whole text of its message is there."""
        if not self._waits or self._at is None or self._at[0] != message_id or self._laying_out:
            return
        widget = self._widgets.get(message_id)
        place = self._path.place(message_id)
        if widget is None or place is None or not widget.marks.is_ready:
            return
        if widget.marks.count <= self._at[1] and widget.expand():
            return  # Comes back here when all of the text is there.
        self._waits = False
        height = widget.marks.height_of(self._at[1])
        if height is None:
            return
        # The message was made anew or grew: its place and those of the messages above are measured first.
        self._layout()
        y = MARGIN + self._path.heights.top(place) + widget.body.y() + height
        bar = self.verticalScrollBar()
        page = self.viewport().height()
        if not bar.value() + LINE <= y <= bar.value() + page - 2 * LINE:
            self._take_anchor(max(0, y - page // 3))
            self._layout()
