"""The text of a document, however long, with a passage marked in it."""

from __future__ import annotations

from array import array

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QTextEdit, QWidget

from assistant.documents.blocks import Block, BlockKind, Document
from assistant.summaries.summary import Source
from ui.summaries.text_window import MARGIN, block_at, paragraph, qt_offset, starts_of, window_around
from ui.theme import SPACE, ThemeManager, scaled
from ui.transcript.text_style import TextStyle

_HEADING_SIZES = {1: 1.35, 2: 1.2, 3: 1.1}
_ABOVE = 0.25
"""Share of the height that is left above a passage that is shown."""


class DocumentEdit(QTextEdit):
    """Plain text that can be read, selected and copied, and nothing else."""

    def __init__(self, pane: TextPane) -> None:
        """Begin empty."""
        super().__init__(pane)
        self._pane = pane
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(4 * SPACE)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the document's two ends, not those of what is laid out."""
        if event.matches(QKeySequence.StandardKey.MoveToStartOfDocument):
            self._pane.show_character(0)
        elif event.matches(QKeySequence.StandardKey.MoveToEndOfDocument):
            self._pane.show_end()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; Control and the wheel would change the size of this text alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)


class TextPane(QWidget):
    """Lays out a window of the document around what is seen; its scroll bar stands for all of it."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._blocks: tuple[Block, ...] = ()
        self._starts = array("q", [0])
        self._first = self._end = 0
        self._passage: Source | None = None
        self._filling = False
        self._wanted: int | None = None
        self.edit = DocumentEdit(self)
        self.edit.setAccessibleName(self.tr("Text of the document"))
        self.bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.bar.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.bar)
        self.setFocusProxy(self.edit)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)
        self.edit.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.bar.valueChanged.connect(self._dragged)
        theme.changed.connect(self._restyle)

    @property
    def is_windowed(self) -> bool:
        """Whether only a part of the document is laid out."""
        return self._end - self._first < len(self._blocks)

    @property
    def laid_out(self) -> tuple[int, int]:
        """The first block that is laid out, and the one after the last."""
        return self._first, self._end

    def show_document(self, document: Document | None, starts: array[int] | None = None) -> None:
        """Show a document from its beginning.

        Args:
            document: The document; None for nothing.
            starts: As `starts_of`, where that is known already.
        """
        self._passage = None
        self._blocks = document.blocks if document is not None else ()
        if document is None:
            self._starts = array("q", [0])
        else:
            self._starts = starts if starts is not None else starts_of(document)
        self._fill(0)
        self._scroll_to(0)

    def show_passage(self, source: Source) -> None:
        """Mark a passage and bring it into sight."""
        block = source.place.block
        if not 0 <= block < len(self._blocks):
            return
        self._passage = source
        if not self._first <= block < self._end:
            self._fill(self._starts[block])
        self._mark()
        cursor = self._cursor(block, source.start)
        cursor.setPosition(self._cursor(block, source.end).position(), QTextCursor.MoveMode.KeepAnchor)
        at = self.edit.textCursor()
        at.setPosition(cursor.selectionStart())
        self._filling = True
        self.edit.setTextCursor(at)  # a screen reader reads on from here
        self._filling = False
        top = self._top_of(block) + self._line_in(block, source.start)
        self.edit.verticalScrollBar().setValue(round(top - _ABOVE * self.edit.viewport().height()))
        self._scrolled()

    def passage(self) -> str:
        """Return the text that is marked; empty for none."""
        marked = self.edit.extraSelections()
        return marked[0].cursor.selectedText() if marked else ""

    def show_character(self, character: int) -> None:
        """Bring a character of the document to the top."""
        if not self._blocks:
            return
        character = max(0, min(character, self._starts[-1] - 1))
        block = block_at(self._starts, character)
        if not self._first <= block < self._end:
            self._fill(character)
        self._scroll_to(block, character - self._starts[block])
        self._scrolled()

    def show_end(self) -> None:
        """Bring the end of the document into sight."""
        if self._end < len(self._blocks):
            self._fill(self._starts[-1])
        bar = self.edit.verticalScrollBar()
        bar.setValue(bar.maximum())
        self._scrolled()

    def top_character(self) -> int:
        """Return the character of the document at the top."""
        if not self._blocks:
            return 0
        cursor = self.edit.cursorForPosition(QPoint(2 * SPACE, 2))
        block = min(self._first + cursor.blockNumber(), len(self._blocks) - 1)
        return self._starts[block] + min(cursor.positionInBlock(), len(self._blocks[block].text))

    def top_block(self) -> int:
        """Return the block at the top."""
        return block_at(self._starts, self.top_character()) if self._blocks else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the scroll bar know how much is seen."""
        super().resizeEvent(event)
        self._later.start(0)

    def _fill(self, character: int) -> None:
        """Lay out the window around a character."""
        self._filling = True
        self._first, self._end = window_around(self._starts, character) if self._blocks else (0, 0)
        style = TextStyle.of(self._theme)
        document = self.edit.document()
        document.setDefaultFont(style.reading_font)
        self.edit.clear()
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        for place in range(self._first, self._end):
            block = self._blocks[place]
            paragraph_format, text_format = _formats(block, style)
            if place > self._first:
                cursor.insertBlock(paragraph_format, text_format)
            else:
                cursor.setBlockFormat(paragraph_format)
                cursor.setBlockCharFormat(text_format)
            cursor.insertText(paragraph(block), text_format)
        cursor.endEditBlock()
        windowed = self.is_windowed
        self.bar.setVisible(windowed)
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if windowed else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.edit.setVerticalScrollBarPolicy(policy)
        document.documentLayout().documentSize()  # all of it is laid out now, so that every place is known
        self._mark()
        self._filling = False

    def _scroll_to(self, block: int, offset: int = 0) -> None:
        self._filling = True
        top = self._top_of(block) + (self._line_in(block, offset) if offset else 0)
        self.edit.verticalScrollBar().setValue(round(top) if block or offset else 0)
        self._filling = False
        self._show_place()

    def _top_of(self, block: int) -> float:
        found = self.edit.document().findBlockByNumber(block - self._first)
        return self.edit.document().documentLayout().blockBoundingRect(found).top()

    def _line_in(self, block: int, offset: int) -> float:
        found = self.edit.document().findBlockByNumber(block - self._first)
        line = found.layout().lineForTextPosition(qt_offset(self._blocks[block], offset))
        return line.y() if line.isValid() else 0.0

    def _cursor(self, block: int, offset: int) -> QTextCursor:
        found = self.edit.document().findBlockByNumber(block - self._first)
        cursor = QTextCursor(found)
        cursor.setPosition(found.position() + min(qt_offset(self._blocks[block], offset), found.length() - 1))
        return cursor

    def _mark(self) -> None:
        source = self._passage
        if source is None or not self._first <= source.place.block < self._end:
            self.edit.setExtraSelections([])
            return
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(source.place.block, source.start)
        end = self._cursor(source.place.block, source.end).position()
        selection.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextCharFormat()
        marked.setBackground(QColor(self._theme.palette.selected_text))
        selection.format = marked
        self.edit.setExtraSelections([selection])

    def _scrolled(self) -> None:
        if self._filling or not self.is_windowed:
            return
        self._show_place()
        top = self.top_character()
        near_start = self._first > 0 and top - self._starts[self._first] < MARGIN
        near_end = self._end < len(self._blocks) and self._starts[self._end] - top < 2 * MARGIN
        if near_start or near_end:
            self._later.start(0)

    def _dragged(self, value: int) -> None:
        self._wanted = value
        self._later.start(0)

    def _catch_up(self) -> None:
        """Go where the scroll bar was dragged to, or move the window on under what is seen."""
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            if wanted >= self.bar.maximum():
                self.show_end()
            else:
                self.show_character(wanted)
            return
        if not self.is_windowed:
            return
        top = self.top_character()
        first, end = window_around(self._starts, top)
        if (first, end) != (self._first, self._end):
            block = block_at(self._starts, top)
            above = self.edit.verticalScrollBar().value() - self._top_of(block)
            self._fill(top)
            self._filling = True
            self.edit.verticalScrollBar().setValue(round(self._top_of(block) + above))
            self._filling = False
        self._show_place()

    def _show_place(self) -> None:
        """Let the scroll bar of the whole document stand where the text does."""
        if not self.is_windowed:
            return
        top = self.top_character()
        bottom = self.edit.cursorForPosition(QPoint(2 * SPACE, self.edit.viewport().height() - 2))
        block = min(self._first + bottom.blockNumber(), len(self._blocks) - 1)
        seen = max(1, self._starts[block] + bottom.positionInBlock() - top)
        blocked = self.bar.blockSignals(True)
        self.bar.setPageStep(seen)
        self.bar.setSingleStep(max(1, seen // 20))
        self.bar.setRange(0, max(0, self._starts[-1] - seen))
        own = self.edit.verticalScrollBar()
        at_end = self._end == len(self._blocks) and own.value() >= own.maximum()
        self.bar.setValue(self.bar.maximum() if at_end else top)
        self.bar.blockSignals(blocked)

    def _restyle(self) -> None:
        top = self.top_character()
        self._fill(top)
        if self._blocks:
            block = block_at(self._starts, top)
            self._scroll_to(block, top - self._starts[block])


def _formats(block: Block, style: TextStyle) -> tuple[QTextBlockFormat, QTextCharFormat]:
    """Return how a block looks."""
    text = style.text_format
    if block.kind is BlockKind.HEADING:
        paragraph_format, _ = style.heading(min(6, max(1, block.level)))
        font = scaled(style.reading_font, _HEADING_SIZES.get(block.level, 1.0))
        font.setWeight(QFont.Weight.DemiBold)
        text.setFont(font)
        return paragraph_format, text
    if block.kind is BlockKind.CODE:
        return style.code_line(0), style.code_format
    paragraph_format = style.item() if block.kind is BlockKind.LIST_ITEM else style.paragraph()
    if block.kind is BlockKind.LIST_ITEM:
        paragraph_format.setLeftMargin(4 * SPACE * max(1, block.level))
    elif block.kind is BlockKind.TABLE_ROW:
        paragraph_format.setTopMargin(SPACE)
        paragraph_format.setBottomMargin(SPACE)
    elif block.kind is BlockKind.CAPTION:
        text.setForeground(style.muted)
        text.setFontItalic(True)
    return paragraph_format, text
