"""One message of the transcript: who speaks, the text, what can be done with it, how it ended."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QEnterEvent, QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QWidget

from assistant.store.records import Message, MessageHead, MessageState, Role
from ui.theme import COLUMN_WIDTH, RADIUS, SPACE, VERY_NARROW, ThemeManager
from ui.transcript import words
from ui.transcript.actions import Action, ActionBar, Offer
from ui.transcript.body import MessageBody
from ui.transcript.display_text import beginning
from ui.transcript.editor import LONGEST_EDITED, MessageEditor
from ui.transcript.error_row import ErrorRow, ShownError
from ui.transcript.highlight import Highlighter
from ui.transcript.viewer import TextViewer

HEADING_HEIGHT = 32
DIVIDER_HEIGHT = 44
PADDING = 2 * SPACE
COLLAPSED_CHARACTERS = 5_000
COLLAPSED_LINES = 60
LONGEST_INLINE = 150_000
"""Characters laid out inside the transcript; more opens in a window of its own."""
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MessageWidget(QWidget):
    """Shows one message; used again for others while the reader scrolls."""

    chosen = Signal(int, Action)
    edit_submitted = Signal(int, str)
    error_pressed = Signal(int)
    link_activated = Signal(QUrl)
    height_changed = Signal(int)

    def __init__(self, theme: ThemeManager, highlighter: Highlighter, parent: QWidget) -> None:
        """Begin without a message."""
        super().__init__(parent)
        self._theme = theme
        self.head: MessageHead | None = None
        self.message: Message | None = None
        self._busy = False
        self._is_last = False
        self._divider = False
        self._expanded = False
        self._progress_text = ""
        self._shown_text: str | None = None
        self._error: ShownError | None = None
        self._active = False
        self._ring = False
        self._width = 0
        self._dirty = True
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._speaker = self._muted_label()
        self._foot = self._muted_label()
        self._progress = self._muted_label()
        self.body = MessageBody(theme, highlighter, self)
        self.body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body.height_changed.connect(self._changed)
        self.body.link_activated.connect(self.link_activated)
        self._bar: ActionBar | None = None
        self._editor: MessageEditor | None = None
        self._error_row: ErrorRow | None = None
        self._more: QPushButton | None = None
        self._continue: QPushButton | None = None

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

    @property
    def is_editing(self) -> bool:
        """Whether the user is editing this message."""
        return self._editor is not None

    @property
    def editor(self) -> MessageEditor | None:
        """The editor, while the user is editing."""
        return self._editor

    @property
    def has_divider(self) -> bool:
        """Whether the line where the model's reading starts is above this message."""
        return self._divider

    @property
    def action_bar(self) -> ActionBar | None:
        """The actions, once they were shown."""
        return self._bar

    def focusables(self) -> list[QWidget]:
        """What Tab stops at inside the message, in reading order."""
        result: list[QWidget] = []
        if self._bar is not None and not self._bar.isHidden():
            result += [button for button in self._bar.buttons() if button.isEnabled()]
        if self._editor is not None:
            return result + self._editor.focusables()
        if not self.body.isHidden():
            result.append(self.body)
            result += self.body.code_buttons()
        for button in (self._more, self._continue):
            if button is not None and not button.isHidden() and button.isEnabled():
                result.append(button)
        if self._error_row is not None and not self._error_row.isHidden():
            result += self._error_row.focusables()
        return result

    def set_active(self, active: bool) -> None:
        """Show or hide the actions: the mouse or the focus is inside."""
        if active != self._active:
            self._active = active
            self._update_bar()

    def arrange(self, width: int) -> int:
        """Lay everything out for a width in pixels and return the height."""
        if width == self._width and not self._dirty:
            return self.height()
        self._width = width
        self._dirty = False
        margin = 6 * SPACE if width > VERY_NARROW else 3 * SPACE
        column = max(80, min(COLUMN_WIDTH, width - 2 * margin))
        left = (width - column) // 2
        y = PADDING + (DIVIDER_HEIGHT if self._divider else 0)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for label in (self._speaker, self._foot, self._progress):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        bar_width = self._place_bar(left, column, y)
        self._place(self._speaker, QRect(left, y, max(60, column - bar_width), HEADING_HEIGHT))
        y += HEADING_HEIGHT
        for widget in (self._editor, self.body, self._more, self._progress, self._error_row, self._foot):
            if widget is None or widget.isHidden():
                continue
            height = self._height_of(widget, column)
            wide = column if widget is not self._more else min(column, widget.sizeHint().width())
            if widget is self._foot and self._continue is not None and not self._continue.isHidden():
                button = self._continue.sizeHint()
                height = max(height, button.height())
                words_width = self._foot.fontMetrics().horizontalAdvance(self._foot.text()) + 4
                foot_width = min(column - button.width() - 8, words_width)
                self._place(self._continue, QRect(left + foot_width + 8, y + 4, button.width(), button.height()))
                wide, height = foot_width, height + 4
            self._place(widget, QRect(left, y, wide, height))
            y += height + (SPACE if widget is not self.body else 2)
        y += PADDING
        self.resize(width, y)
        return y

    def _height_of(self, widget: QWidget, column: int) -> int:
        if widget is self.body:
            return self.body.fit(column)
        if widget.hasHeightForWidth():
            return widget.heightForWidth(column)
        return widget.sizeHint().height()

    def _place(self, widget: QWidget, rect: QRect) -> None:
        area = QRect(0, 0, self._width, 1)
        widget.setGeometry(QStyle.visualRect(self.layoutDirection(), area, rect))

    def _place_bar(self, left: int, column: int, y: int) -> int:
        if self._bar is None or self._bar.isHidden():
            return 0
        size = self._bar.sizeHint()
        height = min(size.height(), HEADING_HEIGHT)
        self._place(self._bar, QRect(left + column - size.width(), y, size.width(), height))
        return size.width() + 8

    def _muted_label(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

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
            self.message is not None and self._is_last and words.is_cut_off(self.message) and not self.body.is_streaming
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
            error = ShownError(message.error, self.tr("Try again"), asks_again=True)
        if error is not None and self._error_row is None:
            self._error_row = ErrorRow(self)
            self._error_row.pressed.connect(self._error_was_pressed)
            self._error_row.height_changed.connect(self._changed)
        if self._error_row is not None:
            self._error_row.setVisible(error is not None)
            if error is not None:
                self._error_row.show_error(error, enabled=not self._busy)

    def _error_was_pressed(self) -> None:
        if self._error is None:
            self._choose(Action.REGENERATE)
        elif self.head is not None:
            self.error_pressed.emit(self.head.id)

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
        margin = 6 * SPACE if self._width > VERY_NARROW else 3 * SPACE
        column = max(80, min(COLUMN_WIDTH, self._width - 2 * margin))
        self._place_bar((self._width - column) // 2, column, PADDING + (DIVIDER_HEIGHT if self._divider else 0))
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
            QGuiApplication.clipboard().setText(self.message.text)
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
        self.body.restyle()

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

    def _toggle_all(self) -> None:
        if self.message is None:
            return
        if len(self.message.text) > LONGEST_INLINE:
            TextViewer(self.message.text, self._theme, self.window()).show()
            return
        self._expanded = not self._expanded
        self._show(self.message)

    def _changed(self) -> None:
        self._dirty = True
        if self.head is not None:
            self.height_changed.emit(self.head.id)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the actions under the mouse."""
        self.set_active(True)
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Hide the actions, unless the focus is inside."""
        self.set_active(self.has_focus_inside())
        super().leaveEvent(event)

    def has_focus_inside(self) -> bool:
        """Whether the keyboard focus is on the message or on something in it."""
        focus = QGuiApplication.focusObject()
        return focus is self or (isinstance(focus, QWidget) and self.isAncestorOf(focus))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus ring where the keyboard brought the focus."""
        self._ring = event.reason() in _KEYBOARD
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Remove the focus ring."""
        self._ring = False
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the focus ring and the line where the model's reading starts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = 6 * SPACE if self._width > VERY_NARROW else 3 * SPACE
        column = max(80, min(COLUMN_WIDTH, self._width - 2 * margin))
        left = (self._width - column) // 2
        top = DIVIDER_HEIGHT if self._divider else 0
        if self._ring:
            painter.setPen(QPen(QColor(self._theme.palette.focus), 2))
            painter.drawRoundedRect(QRect(left - 10, top + 2, column + 20, self.height() - top - 4), RADIUS, RADIUS)
        if self._divider:
            self._paint_divider(painter, QRect(left, 0, column, DIVIDER_HEIGHT))

    def _paint_divider(self, painter: QPainter, area: QRect) -> None:
        text = self.tr("Earlier messages no longer fit; the model reads from here.")
        painter.setFont(self._theme.small_font())
        metrics = painter.fontMetrics()
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        half = metrics.horizontalAdvance(text) // 2 + 12
        middle = area.center()
        painter.setPen(QColor(self._theme.palette.line))
        painter.drawLine(area.left(), middle.y(), middle.x() - half, middle.y())
        painter.drawLine(middle.x() + half, middle.y(), area.right(), middle.y())
        painter.setPen(QColor(self._theme.palette.muted))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
