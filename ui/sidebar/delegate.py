"""How a row of the list of conversations looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.store import Conversation
from assistant.store.records import Kind
from ui.icons import icon
from ui.sidebar.drags import Target, target_of
from ui.sidebar.model import ROW_ROLE, TITLE_LENGTH
from ui.sidebar.rows import FOLDING, Group, Row
from ui.theme import RADIUS, SPACE, ThemeManager

_ICON = 16
_BAR = 3
_INDENT = _ICON + SPACE


class ConversationDelegate(QStyledItemDelegate):
    """Paints headings and titles; all rows are equally high, which keeps thousands of them quick."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self._theme = theme
        self.open_id: int | None = None
        """The conversation shown on the page; its row is marked."""
        self.several = False
        """Whether more than one row is selected, so that the selection is shown."""
        self.target: Target | None = None
        """Where a drag would be dropped; its rows are marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of any row."""
        return QSize(100, QFontMetrics(option.font).height() + 4 * SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        row = index.data(ROW_ROLE)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_back(painter, option, row)
        if row.conversation is not None:
            self._paint_conversation(painter, option, row, row.conversation, text)
        elif row.group in FOLDING or row.group is Group.BIN:
            self._paint_section(painter, option, row, text)
        else:
            font = self._theme.small_font()
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.palette.muted))
            area = option.rect.adjusted(2 * SPACE, 0, -2 * SPACE, -SPACE)
            self._text(painter, area, text, Qt.AlignmentFlag.AlignBottom, option.direction)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the field a title or a folder's name is typed in."""
        editor = QLineEdit(parent)
        editor.setMaxLength(TITLE_LENGTH)
        is_folder = index.data(ROW_ROLE).conversation is None
        editor.setAccessibleName(
            self.tr("New name of the folder") if is_folder else self.tr("New title of the conversation")
        )
        editor.setStyleSheet("padding: 0 5px; min-height: 0;")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the field fill the row."""
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    def _paint_back(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        """Paint what lies behind the words: open, selected, under the mouse, focused, about to be dropped on."""
        colors = self._theme.palette
        back = QRectF(option.rect).adjusted(1, 1, -1, -1)
        selected = self.several and bool(option.state & QStyle.StateFlag.State_Selected)
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        dropped_on = self.target is not None and self.target == target_of(row)
        if selected or dropped_on or (row.conversation is not None and row.conversation.id == self.open_id):
            painter.setBrush(QColor(colors.selected))
        elif enabled and option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
        painter.drawRoundedRect(back, RADIUS, RADIUS)
        if selected:
            bar = QRect(option.rect.left() + 1, option.rect.top() + 2 * SPACE, _BAR, option.rect.height() - 4 * SPACE)
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(QStyle.visualRect(option.direction, option.rect, bar), 1, 1)
        if enabled and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.focus), 2))
            painter.drawRoundedRect(back, RADIUS, RADIUS)

    def _paint_conversation(
        self, painter: QPainter, option: QStyleOptionViewItem, row: Row, conversation: Conversation, text: str
    ) -> None:
        area = option.rect.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        if row.group in FOLDING:
            area.setLeft(area.left() + _INDENT)
        if conversation.kind is Kind.SUMMARY:
            self._icon(painter, option, "summary", area.left())
            area.setLeft(area.left() + _ICON + SPACE + 2)
        if conversation.pinned:
            self._icon(painter, option, "pin", area.right() - _ICON + 1)
            area.setRight(area.right() - _ICON - SPACE)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if conversation.id == self.open_id else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette.text))
        area = QStyle.visualRect(option.direction, option.rect, area)
        self._text(painter, area, text, Qt.AlignmentFlag.AlignVCenter, option.direction)

    def _paint_section(self, painter: QPainter, option: QStyleOptionViewItem, row: Row, text: str) -> None:
        """Paint a folder, the archive or the bin: an icon, the name, and how many are in it."""
        area = option.rect.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        if row.group is Group.BIN:
            name = "trash"
        elif row.closed:
            mirrored = option.direction == Qt.LayoutDirection.RightToLeft
            name = "chevron-left" if mirrored else "chevron-right"
        else:
            name = "chevron-down"
        self._icon(painter, option, name, area.left())
        area.setLeft(area.left() + _INDENT)
        painter.setFont(self._theme.small_font())
        count = str(row.count)
        width = painter.fontMetrics().horizontalAdvance(count)
        painter.setPen(QColor(self._theme.palette.muted))
        place = QRect(area.right() - width, area.top(), width + 1, area.height())
        painter.drawText(
            QStyle.visualRect(option.direction, option.rect, place), Qt.AlignmentFlag.AlignCenter.value, count
        )
        area.setRight(area.right() - width - 2 * SPACE)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if row.group is Group.FOLDER else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.palette.text if row.group is Group.FOLDER else self._theme.palette.muted))
        area = QStyle.visualRect(option.direction, option.rect, area)
        self._text(painter, area, text, Qt.AlignmentFlag.AlignVCenter, option.direction)

    def _icon(self, painter: QPainter, option: QStyleOptionViewItem, name: str, left: int) -> None:
        place = QRect(left, option.rect.center().y() - _ICON // 2 + 1, _ICON, _ICON)
        icon(name, self._theme, "muted").paint(painter, QStyle.visualRect(option.direction, option.rect, place))

    @staticmethod
    def _text(
        painter: QPainter, area: QRect, text: str, vertical: Qt.AlignmentFlag, direction: Qt.LayoutDirection
    ) -> None:
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setLayoutDirection(direction)
        alignment = vertical | side | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, alignment.value | Qt.TextFlag.TextSingleLine.value, elided)
