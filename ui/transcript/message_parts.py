"""The parts of a message in the transcript, and where they are."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QStyle, QWidget

from assistant.store.records import MessageHead
from ui.theme import COLUMN_WIDTH, RADIUS, SPACE, VERY_NARROW, ThemeManager
from ui.transcript.actions import ActionBar
from ui.transcript.body import MessageBody
from ui.transcript.editor import MessageEditor
from ui.transcript.error_row import ErrorRow
from ui.transcript.highlight import Highlighter

HEADING_HEIGHT = 32
DIVIDER_HEIGHT = 44
PADDING = 2 * SPACE
_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class MessageParts(QWidget):
    """Holds what a message consists of, in its places; what the parts show is decided elsewhere."""

    height_changed = Signal(int)

    def __init__(self, theme: ThemeManager, highlighter: Highlighter, parent: QWidget) -> None:
        """Begin without a message."""
        super().__init__(parent)
        self._theme = theme
        self.head: MessageHead | None = None
        self._divider = False
        self._ring = False
        self._width = 0
        self._dirty = True
        self._bar_at_foot = False
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._speaker = self._muted_label()
        self._foot = self._muted_label()
        self._progress = self._muted_label()
        self.body = MessageBody(theme, highlighter, self)
        self.body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.body.height_changed.connect(self._changed)
        self._bar: ActionBar | None = None
        self._editor: MessageEditor | None = None
        self._error_row: ErrorRow | None = None
        self._more: QPushButton | None = None
        self._continue: QPushButton | None = None

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

    def arrange(self, width: int) -> int:
        """Lay everything out for a width in pixels and return the height."""
        if width == self._width and not self._dirty:
            return self.height()
        self._width = width
        self._dirty = False
        left, column = self._column()
        y = PADDING + (DIVIDER_HEIGHT if self._divider else 0)
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        for label in (self._speaker, self._foot, self._progress):
            label.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        bar_width = self._place_bar(left, column)
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

    def place_bar_within(self, view_height: int) -> None:
        """Keep the actions in view: at the foot of a message whose heading is above the view of this height."""
        heading = self.y() + PADDING + (DIVIDER_HEIGHT if self._divider else 0)
        self._bar_at_foot = heading < 0 and self.y() + self.height() - PADDING <= view_height
        if self._bar is not None and not self._bar.isHidden():
            self._place_bar(*self._column())

    def _column(self) -> tuple[int, int]:
        """Return the left edge and the width of the text column."""
        margin = 6 * SPACE if self._width > VERY_NARROW else 3 * SPACE
        column = max(80, min(COLUMN_WIDTH, self._width - 2 * margin))
        return (self._width - column) // 2, column

    def _place_bar(self, left: int, column: int) -> int:
        if self._bar is None or self._bar.isHidden():
            return 0
        y = PADDING + (DIVIDER_HEIGHT if self._divider else 0)
        size = self._bar.sizeHint()
        height = min(size.height(), HEADING_HEIGHT)
        if self._bar_at_foot and (foot := self._foot_row()) is not None and foot.width() + size.width() + 8 <= column:
            y = foot.center().y() - height // 2
        self._place(self._bar, QRect(left + column - size.width(), y, size.width(), height))
        return size.width() + 8

    def _foot_row(self) -> QRect | None:
        """Return what is taken of the last row; None when there is no row below the text."""
        if not self._foot.isHidden():
            width = self._foot.fontMetrics().horizontalAdvance(self._foot.text()) + 4
            if self._continue is not None and not self._continue.isHidden():
                width += self._continue.width() + 8
            return QRect(0, self._foot.y(), width, self._foot.height())
        if self._more is not None and not self._more.isHidden():
            return QRect(0, self._more.y(), self._more.width(), self._more.height())
        return None

    def _muted_label(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "muted")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _changed(self) -> None:
        self._dirty = True
        if self.head is not None:
            self.height_changed.emit(self.head.id)

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
        left, column = self._column()
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
