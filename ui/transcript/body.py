"""The text of one message: selectable, with code blocks, written in small steps."""

from __future__ import annotations

import time
from collections import deque
from functools import partial
from typing import Any

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QTextCursor, QTextLayout, QTextOption, QWheelEvent
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from ui.theme import RADIUS, ThemeManager
from ui.transcript.blocks import Chunk, ChunkKind, Scanner, extends_code
from ui.transcript.code_button import CopyCodeButton
from ui.transcript.display_text import shown_piece, shown_text
from ui.transcript.highlight import Highlighter, Line, formats
from ui.transcript.safe_document import SafeDocument
from ui.transcript.text_style import CODE_HEADER, CODE_PADDING, JOINED, QUOTE_INDENT, TextStyle
from ui.transcript.writer import CodeRegion, DocumentWriter

STEP_SECONDS = 0.005
"""How long one step of writing may take before the window gets its turn."""
FLUSH_MS = 33
"""Streamed text is shown at most 30 times a second."""
_BATCH = 4_000
_SCROLL_KEYS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down)


class MessageBody(QTextBrowser):
    """Shows a message's text; as tall as the text is, it never scrolls by itself."""

    height_changed = Signal()
    link_activated = Signal(QUrl)
    written = Signal()
    """All that was received is in the document."""

    def __init__(self, theme: ThemeManager, highlighter: Highlighter, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._highlighter = highlighter
        document = SafeDocument(self)
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self.setDocument(document)
        option = QTextOption(document.defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(option)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.anchorClicked.connect(self.link_activated)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._work)
        self._buttons: list[CopyCodeButton] = []
        self._boxes: list[QRectF] = []
        self._height = 0
        self._generation = 0
        self.reset()

    def show_markdown(self, text: str) -> None:
        """Show a whole answer. What does not fit into the first step follows in the next ones."""
        self.reset()
        self._scanner = Scanner()
        self._source = text
        self._pending.extend(self._scanner.feed(shown_piece(text)))
        self._pending.extend(self._scanner.close())
        self._closed = True
        self._work()

    def show_plain(self, text: str) -> None:
        """Show a text as it was typed."""
        self.reset()
        text = shown_text(text)
        start = 0
        while len(text) - start > _BATCH:
            end = text.rfind("\n", start, start + _BATCH)
            if end < 0:
                end = text.find("\n", start + _BATCH)
            if end < 0:
                break
            self._pending.append(text[start:end])
            start = end + 1
        self._pending.append(text[start:])
        self._closed = True
        self._work()

    def start_streaming(self, text: str) -> None:
        """Show what there is of an answer that goes on."""
        self.reset()
        self._incoming.append(text)
        self._work()

    def append(self, text: str) -> None:
        """Add to a streaming answer; shown with the next update."""
        self._incoming.append(text)
        if not self._timer.isActive():
            self._timer.start(FLUSH_MS)

    def finish(self, text: str) -> None:
        """End streaming: show `text`, the whole answer."""
        self._take_incoming()
        if self._source != text:
            self.show_markdown(text)
            return
        self._pending.extend(self._scanner.close())
        self._closed = True
        self._work()

    @property
    def is_streaming(self) -> bool:
        """Whether more text may come."""
        return not self._closed

    @property
    def streamed_text(self) -> str:
        """The answer as far as it has come."""
        return self._source + "".join(self._incoming)

    @property
    def is_written(self) -> bool:
        """Whether everything received is in the document."""
        return not self._pending and not self._incoming

    @property
    def code_regions(self) -> list[CodeRegion]:
        """The code blocks, in reading order."""
        return self._writer.codes

    def write_now(self) -> None:
        """Take the next step of writing without waiting for its turn."""
        self._work()

    def fit(self, width: int) -> int:
        """Lay the text out at `width` pixels and return its height."""
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)
            self._boxes.clear()
        self._measure()
        return self._height

    def code_buttons(self) -> list[CopyCodeButton]:
        """The visible copy buttons of the code blocks, in reading order."""
        return [button for button in self._buttons if not button.isHidden()]

    def reset(self) -> None:
        """Forget the text; the next one is shown in the looks then in force."""
        self._generation += 1
        self._timer.stop()
        self.document().clear()
        self._style = TextStyle.of(self._theme)
        self.document().setDefaultFont(self._style.reading_font)
        self.document().setIndentWidth(self._style.indent)
        self._writer = DocumentWriter(self.document(), self._style)
        self._scanner = Scanner()
        self._pending: deque[Chunk | str] = deque()
        self._incoming: list[str] = []
        self._source = ""
        self._closed = False
        self._mark = self._writer.mark()
        self._tail: list[Chunk] = []
        self._boxes.clear()
        self._highlighted = 0
        for button in self._buttons:
            button.hide()

    def _take_incoming(self) -> bool:
        if not self._incoming:
            return False
        text = "".join(self._incoming)
        self._incoming.clear()
        self._source += text
        self._pending.extend(self._scanner.feed(shown_piece(text)))
        return True

    def _work(self) -> None:
        deadline = time.monotonic() + STEP_SECONDS
        self._take_incoming()
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        if self._pending:
            self._cut_tail()
            while self._pending and time.monotonic() < deadline:
                chunk = self._pending.popleft()
                if isinstance(chunk, str):
                    self._writer.write_lines(chunk)
                else:
                    self._writer.write(chunk)
            self._mark = self._writer.mark()
        if not self._pending:
            self._write_tail()
        cursor.endEditBlock()
        self._highlight()
        if self._pending:
            self._timer.start(0)
        self._measure()
        self.viewport().update()
        if not self._pending:
            self.written.emit()

    def _cut_tail(self) -> None:
        if self._tail:
            self._writer.cut(self._mark)
            self._tail = []
            del self._boxes[max(0, len(self._writer.codes) - 1) :]

    def _write_tail(self) -> None:
        rest = [] if self._closed else self._scanner.rest()
        if rest == self._tail:
            return
        if extends_code(self._tail, rest):
            self._writer.extend_code(rest[0].source[len(self._tail[0].source) :])
            del self._boxes[len(self._writer.codes) - 1 :]
        else:
            self._cut_tail()
            for chunk in rest:
                self._writer.write(chunk)
        self._tail = rest

    def _highlight(self) -> None:
        finished = len(self._writer.codes)
        if self._pending or (self._tail and self._tail[-1].kind is ChunkKind.CODE):
            finished -= 1  # What comes next may continue it.
        for index in range(self._highlighted, finished):
            region = self._writer.codes[index]
            generation = self._generation
            self._highlighter.request(
                "".join(region.code),
                region.language,
                partial(self._color, index, generation),
                wanted=partial(self._is_current, generation),
            )
        self._highlighted = max(self._highlighted, finished)

    def _is_current(self, generation: int) -> bool:
        return generation == self._generation

    def _color(self, index: int, generation: int, lines: list[Line]) -> None:
        if generation != self._generation or index >= len(self._writer.codes):
            return
        region = self._writer.codes[index]
        inks = formats(dark=self._style.dark)
        block = self.document().findBlock(region.first)
        for line in lines:
            if not block.isValid() or block.position() > region.last:
                break
            if line:
                ranges = []
                for start, length, ink in line:
                    part = QTextLayout.FormatRange()
                    part.start, part.length, part.format = start, length, inks[ink]
                    ranges.append(part)
                block.layout().setFormats(ranges)
            block = block.next()
        self.document().markContentsDirty(region.first, region.last - region.first)

    def _measure(self) -> None:
        height = int(self.document().size().height() + 0.999)
        self._find_boxes()
        if height != self._height:
            self._height = height
            self.height_changed.emit()

    def _find_boxes(self) -> None:
        layout = self.document().documentLayout()
        width = self.lineWrapColumnOrWidth()
        codes = self._writer.codes
        for index in range(len(self._boxes), len(codes)):
            region = codes[index]
            top = layout.blockBoundingRect(self.document().findBlock(region.first)).top() - CODE_HEADER
            bottom = layout.blockBoundingRect(self.document().findBlock(region.last)).bottom() + CODE_PADDING
            self._boxes.append(QRectF(region.left, top, width - region.left, bottom - top))
            if index >= len(self._buttons):
                self._buttons.append(CopyCodeButton(self._theme, self.viewport()))
            button = self._buttons[index]
            button.set_region(region)
            size = button.sizeHint()
            right = int(region.left + self._boxes[index].width()) - 4
            button.setGeometry(right - size.width(), int(top) + 3, size.width(), size.height())
            button.show()
        for button in self._buttons[len(codes) :]:
            button.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the boxes of code and the bars of quotes behind the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QRectF(event.rect())
        style = self._style
        for region, box in zip(self._writer.codes, self._boxes, strict=False):
            if box.intersects(clip):
                painter.setPen(style.line)
                painter.setBrush(style.raised)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
                painter.setPen(style.muted)
                painter.setFont(self._theme.small_font())
                place = box.adjusted(CODE_PADDING, 2, -CODE_PADDING, 0)
                place.setHeight(CODE_HEADER - 6)
                label = region.language.split()[0][:30] if region.language.strip() else self.tr("text")
                painter.drawText(
                    place,
                    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
                    label,
                )
        self._paint_quotes(painter, clip)
        painter.end()
        super().paintEvent(event)

    def _paint_quotes(self, painter: QPainter, clip: QRectF) -> None:
        layout = self.document().documentLayout()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.line)
        width = self.lineWrapColumnOrWidth()
        previous: QRectF | None = None
        for quote in self._writer.quotes:
            block = self.document().findBlock(quote.first)
            rect = layout.blockBoundingRect(block)
            top = rect.top()
            if previous is not None and 0 <= top - previous.bottom() <= 2 * QUOTE_INDENT:
                top = previous.bottom()
            previous = rect
            if rect.bottom() < clip.top() or top > clip.bottom():
                continue
            right_to_left = block.textDirection() == Qt.LayoutDirection.RightToLeft
            for level in range(quote.level):
                x = level * QUOTE_INDENT + 1
                painter.drawRect(QRectF(width - x - 3 if right_to_left else x, top, 3, rect.bottom() - top))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the selection as plain text, with lines that were cut for display whole again."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def selected_text(self) -> str:
        """Return the selected text as it was written."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        parts: list[str] = []
        block = self.document().findBlock(start)
        while block.isValid() and block.position() <= end:
            first = max(0, start - block.position())
            last = min(block.length() - 1, end - block.position())
            if parts and not block.blockFormat().boolProperty(JOINED):
                parts.append("\n")
            text = block.text()
            if not text.isascii():
                encoded = text.encode("utf-16-le", "surrogatepass")
                parts.append(encoded[2 * first : 2 * last].decode("utf-16-le", "replace"))
            else:
                parts.append(text[first:last])
            block = block.next()
        return "".join(parts)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: N802 - Qt's name and arguments
        """Return nothing: pictures named in a text are never fetched."""
        return None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave scrolling to the transcript."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the keys that scroll to the transcript; with Shift or Ctrl they select or move inside the text."""
        if event.key() in _SCROLL_KEYS and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
            Qt.KeyboardModifier.AltModifier,
        ):
            event.ignore()
            return
        super().keyPressEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name and arguments
        """Stay where it is: the whole text is always in view of the widget."""

    def position_y(self, position: int) -> float:
        """Return the upper edge of the paragraph at a position of the document."""
        block = self.document().findBlock(position)
        return self.document().documentLayout().blockBoundingRect(block).top()

    def position_at(self, y: float) -> int:
        """Return the position of the document shown at height `y`."""
        return max(0, self.document().documentLayout().hitTest(QPointF(0, y), Qt.HitTestAccuracy.FuzzyHit))
