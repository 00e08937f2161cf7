"""How a row of the list of conversations looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from assistant.store.records import Kind
from ui.icons import icon
from ui.sidebar.model import CONVERSATION_ROLE, TITLE_LENGTH
from ui.theme import RADIUS, SPACE, ThemeManager

_PIN = 16


class ConversationDelegate(QStyledItemDelegate):
    """Paints headings and titles; all rows are equally high, which keeps thousands of them quick."""

    def __init__(self, theme: ThemeManager, parent: QObject | None = None) -> None:
        """Begin with nothing open."""
        super().__init__(parent)
        self._theme = theme
        self.open_id: int | None = None
        """The conversation shown on the page; its row is marked."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size of any row."""
        return QSize(100, QFontMetrics(option.font).height() + 4 * SPACE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        colors = self._theme.palette
        conversation = index.data(CONVERSATION_ROLE)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        inner = option.rect.adjusted(2 * SPACE, 0, -2 * SPACE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if conversation is None:
            font = self._theme.small_font()
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            painter.setPen(QColor(colors.muted))
            area = inner.adjusted(0, 0, 0, -SPACE)
            self._text(painter, area, text, Qt.AlignmentFlag.AlignBottom, option.direction)
            painter.restore()
            return
        back = QRectF(option.rect).adjusted(1, 1, -1, -1)
        if conversation.id == self.open_id:
            painter.setBrush(QColor(colors.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(back, RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.focus), 2))
            painter.drawRoundedRect(back, RADIUS, RADIUS)
        area = inner
        if conversation.kind is Kind.SUMMARY:
            mark = QRect(inner.left(), inner.center().y() - _PIN // 2 + 1, _PIN, _PIN)
            area = area.adjusted(_PIN + SPACE + 2, 0, 0, 0)
            icon("summary", self._theme, "muted").paint(painter, QStyle.visualRect(option.direction, option.rect, mark))
        if conversation.pinned:
            pin = QRect(inner.right() - _PIN + 1, inner.center().y() - _PIN // 2 + 1, _PIN, _PIN)
            area = area.adjusted(0, 0, -_PIN - SPACE, 0)
            icon("pin", self._theme, "muted").paint(painter, QStyle.visualRect(option.direction, option.rect, pin))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if conversation.id == self.open_id else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(colors.text))
        area = QStyle.visualRect(option.direction, option.rect, area)
        self._text(painter, area, text, Qt.AlignmentFlag.AlignVCenter, option.direction)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Return the field a title is renamed in."""
        editor = QLineEdit(parent)
        editor.setMaxLength(TITLE_LENGTH)
        editor.setAccessibleName(self.tr("New title of the conversation"))
        editor.setStyleSheet("padding: 0 5px; min-height: 0;")
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Let the field fill the row."""
        editor.setGeometry(option.rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _text(
        painter: QPainter, area: QRect, text: str, vertical: Qt.AlignmentFlag, direction: Qt.LayoutDirection
    ) -> None:
        elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        side = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        painter.setLayoutDirection(direction)
        alignment = vertical | side | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, alignment.value | Qt.TextFlag.TextSingleLine.value, elided)
