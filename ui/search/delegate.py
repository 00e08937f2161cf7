"""How a row of what was found looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from assistant.store.search import Hit
from ui.search.results import HIT_ROLE, ResultModel
from ui.theme import RADIUS, SPACE, ThemeManager
from ui.transcript.display_text import shown_text
from ui.transcript.marks import utf16

_LINES = 2
"""Lines of a message that are shown."""
_SIDE = 3 * SPACE
_EDGE = 2 * SPACE


class ResultDelegate(QStyledItemDelegate):
    """Paints the conversation's title with the date, and below it the words found in what is around them."""

    def __init__(self, theme: ThemeManager, view: QListView, model: ResultModel) -> None:
        """Paint rows of `model` in `view`."""
        super().__init__(view)
        self._theme = theme
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row: a title, and two lines of a message or one of what the title belongs to."""
        hit = index.data(HIT_ROLE)
        line = QFontMetrics(option.font).lineSpacing()
        small = QFontMetrics(self._theme.small_font()).lineSpacing()
        below = _LINES * line + SPACE // 2 if hit is not None and hit.role is not None else small
        return QSize(100, line + SPACE + below + 2 * _EDGE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        hit = index.data(HIT_ROLE)
        if hit is None:
            return
        colors = self._theme.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        back = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(colors.selected))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colors.hover))
        painter.drawRoundedRect(back, RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.focus), 2))
            painter.drawRoundedRect(back, RADIUS, RADIUS)
        inner = option.rect.adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        self._paint_head(painter, option, hit, inner)
        below = inner.adjusted(0, QFontMetrics(option.font).lineSpacing() + SPACE, 0, 0)
        if hit.role is None:
            painter.setFont(self._theme.small_font())
            painter.setPen(QColor(colors.text if option.state & QStyle.StateFlag.State_Selected else colors.muted))
            painter.drawText(below, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop, self._model.what(hit))
        else:
            self._paint_snippet(painter, option, hit, below)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, inner: QRect) -> None:
        colors = self._theme.palette
        small = self._theme.small_font()
        date = self._model.date(hit)
        width = QFontMetrics(small).horizontalAdvance(date)
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        line = QRect(inner.left(), inner.top(), inner.width(), QFontMetrics(bold).lineSpacing())
        left = QRect(line.left(), line.top(), max(0, line.width() - width - 3 * SPACE), line.height())
        right = QRect(line.right() - width, line.top(), width + 1, line.height())
        area = QStyle.visualRect(option.direction, line, left)
        if hit.role is None:
            self._paint_line(painter, area, hit, bold)
        else:
            painter.setFont(bold)
            painter.setPen(QColor(colors.text))
            title = QFontMetrics(bold).elidedText(self._model.title(hit), Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, _aligned(option.direction), title)
        painter.setFont(small)
        # Muted words have too little contrast on the colour of the chosen row.
        painter.setPen(QColor(colors.text if option.state & QStyle.StateFlag.State_Selected else colors.muted))
        painter.drawText(QStyle.visualRect(option.direction, line, right), _aligned(option.direction), date)

    def _paint_line(self, painter: QPainter, area: QRect, hit: Hit, font: QFont) -> None:
        """Paint a title in which words were found."""
        text = shown_text(hit.snippet.text)
        self._paint_marked(painter, QRectF(area), text, self._formats(hit, 0), font=font, lines=1)

    def _paint_snippet(self, painter: QPainter, option: QStyleOptionViewItem, hit: Hit, area: QRect) -> None:
        speaker = self._model.speaker(hit) + "  "
        text = speaker + shown_text(hit.snippet.text)
        formats = self._formats(hit, len(speaker))
        name = QTextLayout.FormatRange()
        name.start, name.length = 0, len(speaker.encode("utf-16-le")) // 2
        look = QTextCharFormat()
        selected = option.state & QStyle.StateFlag.State_Selected
        look.setForeground(QColor(self._theme.palette.text if selected else self._theme.palette.muted))
        name.format = look
        self._paint_marked(painter, QRectF(area), text, [name, *formats], font=option.font, lines=_LINES)

    def _formats(self, hit: Hit, before: int) -> list[QTextLayout.FormatRange]:
        """Return how what was found is marked, `before` characters further on than in the snippet."""
        colors = self._theme.palette
        result = []
        for start, end in utf16(hit.snippet.text, hit.snippet.marks):
            part = QTextLayout.FormatRange()
            part.start, part.length = before + start, end - start
            look = QTextCharFormat()
            look.setBackground(QColor(colors.selected_text))
            look.setForeground(QColor(colors.text))
            look.setFontWeight(QFont.Weight.DemiBold)
            part.format = look
            result.append(part)
        return result

    def _paint_marked(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        formats: list[QTextLayout.FormatRange],
        *,
        font: QFont,
        lines: int,
    ) -> None:
        """Lay a text out in so many lines; the last one ends in an ellipsis where there is more."""
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2  # as Qt counts
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        for number in range(lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            if number == lines - 1 and line.textStart() + line.textLength() < length:
                # Room for the ellipsis.
                line.setLineWidth(area.width() - QFontMetrics(font).horizontalAdvance("…"))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        painter.setPen(QColor(self._theme.palette.text))
        layout.draw(painter, area.topLeft())
        last = layout.lineAt(layout.lineCount() - 1)
        if last.isValid() and last.textStart() + last.textLength() < length:
            end = area.left() + last.naturalTextRect().right()
            painter.setFont(font)
            painter.drawText(QPointF(end, area.top() + last.y() + last.ascent()), "…")


def _aligned(direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if direction == Qt.LayoutDirection.RightToLeft else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
