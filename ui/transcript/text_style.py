"""How the text of messages looks: fonts, colours and distances of every kind of paragraph."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from ui.theme import LINE_HEIGHT, ThemeManager, mixed

_INDENT = 24
QUOTE_INDENT = 16
CODE_HEADER = 36
"""Room above code for its language and its button."""
CODE_PADDING = 12
PARAGRAPH_GAP = 10
_ITEM_GAP = 4
_HEADING_SCALE = {1: 1.35, 2: 1.22, 3: 1.1}
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value

JOINED = QTextFormat.Property.UserProperty.value + 1
"""Property of a paragraph that goes on with the line of the paragraph before."""


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Fonts and colours of one moment; made anew when the theme changes."""

    reading_font: QFont
    code_font: QFont
    text: QColor
    muted: QColor
    raised: QColor
    line: QColor
    accent: QColor
    inline_code: QColor
    dark: bool

    @staticmethod
    def of(theme: ThemeManager) -> TextStyle:
        """Take the style from the theme in force."""
        colors = theme.palette
        return TextStyle(
            reading_font=theme.reading_font(),
            code_font=theme.code_font(),
            text=QColor(colors.text),
            muted=QColor(colors.muted),
            raised=QColor(colors.raised),
            line=QColor(colors.line),
            accent=QColor(colors.accent),
            inline_code=QColor(mixed(colors.text, colors.background, 0.07)),
            dark=theme.is_dark,
        )

    @property
    def indent(self) -> int:
        """Width of one list level in pixels: a number of two digits fits, whatever the text size."""
        return max(_INDENT, math.ceil(QFontMetricsF(self.reading_font).horizontalAdvance("00.  ")))

    @property
    def text_format(self) -> QTextCharFormat:
        """Plain reading text."""
        result = QTextCharFormat()
        result.setForeground(QBrush(self.text))
        return result

    @property
    def code_format(self) -> QTextCharFormat:
        """Text of a code block."""
        result = QTextCharFormat()
        result.setFont(self.code_font)
        result.setForeground(QBrush(self.text))
        return result

    def paragraph(self) -> QTextBlockFormat:
        """Return the format of a paragraph."""
        result = QTextBlockFormat()
        result.setLineHeight(self.line_height, _PROPORTIONAL)
        result.setTopMargin(PARAGRAPH_GAP)
        result.setBottomMargin(PARAGRAPH_GAP)
        return result

    def item(self) -> QTextBlockFormat:
        """Return the format of a list item."""
        result = self.paragraph()
        result.setTopMargin(_ITEM_GAP)
        result.setBottomMargin(_ITEM_GAP)
        return result

    def code_line(self, left: float) -> QTextBlockFormat:
        """Return the format of a line of code whose box begins at `left`."""
        result = QTextBlockFormat()
        result.setLineHeight(125, _PROPORTIONAL)
        result.setLeftMargin(left + CODE_PADDING)
        result.setRightMargin(CODE_PADDING)
        return result

    def heading(self, level: int) -> tuple[QTextBlockFormat, float]:
        """Return the format of a heading and how much larger its text is."""
        result = self.paragraph()
        result.setHeadingLevel(level)
        result.setLineHeight(115, _PROPORTIONAL)
        result.setTopMargin(PARAGRAPH_GAP + 6)
        result.setBottomMargin(PARAGRAPH_GAP - 2)
        return result, _HEADING_SCALE.get(level, 1.0)

    def rule(self) -> QTextBlockFormat:
        """Return the format of an empty paragraph that is a line across the column."""
        result = QTextBlockFormat()
        result.setLineHeight(1, _FIXED)
        result.setTopMargin(PARAGRAPH_GAP + 6)
        result.setBottomMargin(PARAGRAPH_GAP + 6)
        result.setBackground(QBrush(self.line))
        return result

    def table(self) -> QTextTableFormat:
        """Return the format of a table."""
        result = QTextTableFormat()
        result.setBorderCollapse(True)
        result.setBorder(1)
        result.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        result.setBorderBrush(QBrush(self.line))
        result.setCellPadding(6)
        result.setCellSpacing(0)
        result.setTopMargin(PARAGRAPH_GAP)
        result.setBottomMargin(PARAGRAPH_GAP)
        result.setWidth(QTextLength(QTextLength.Type.VariableLength, 0))
        return result

    def text_line_height(self) -> float:
        """Return the height of a line of reading text, in pixels."""
        return QFontMetricsF(self.reading_font).height() * self.line_height / 100

    @property
    def line_height(self) -> float:
        """Percent of the font's own line height that gives `LINE_HEIGHT` times its size."""
        pixels = QFontInfo(self.reading_font).pixelSize()
        return max(100.0, 100 * LINE_HEIGHT * pixels / max(1.0, QFontMetricsF(self.reading_font).height()))


def sliver() -> tuple[QTextBlockFormat, QTextCharFormat]:
    """Return the format of an empty paragraph that Qt insists on, beside a table: it takes a pixel."""
    block = QTextBlockFormat()
    block.setLineHeight(1, _FIXED)
    char = QTextCharFormat()
    font = QFont()
    font.setPixelSize(1)
    char.setFont(font)
    return block, char
