"""Writes chunks of a message into a text document.

Markdown is read by Qt into a scratch document and carried over paragraph by paragraph, because a fragment inserted as
a whole loses the format of its first paragraph, and Qt's own formats are not Thimble's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from ui.transcript.blocks import Chunk, ChunkKind
from ui.transcript.display_text import pieces
from ui.transcript.safe_document import MARKDOWN, SafeDocument
from ui.transcript.text_style import (
    CODE_HEADER,
    CODE_PADDING,
    JOINED,
    PARAGRAPH_GAP,
    QUOTE_INDENT,
    TextStyle,
    sliver,
)

MAX_DEPTH = 6
"""Levels of lists and quotes that are indented; deeper ones stay at this depth."""
_PROPERTY = QTextFormat.Property
_MARK = r"[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))"
_DEEP_MARKS = re.compile(rf"^((?:{_MARK}){{{MAX_DEPTH}}})(?:{_MARK})+", re.MULTILINE)
_DEEP_INDENT = re.compile(r"^[ \t]{41,}", re.MULTILINE)
SAFE_SCHEMES = ("http", "https", "mailto")


@dataclass(slots=True)
class CodeRegion:
    """A code block in the document.

    Attributes:
        first: Position of its first character.
        last: Position behind its last character.
        language: As written behind the fence.
        left: Left edge of its box in pixels.
        code: The parts of its text, to be joined.
    """

    first: int
    last: int
    language: str
    left: float
    code: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class QuoteRegion:
    """Quoted paragraphs: positions of the first and last one, and the depth of the quote from 1."""

    first: int
    last: int
    level: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the document to which it can be cut back."""

    position: int
    fresh: bool
    block_format: QTextBlockFormat
    char_format: QTextCharFormat
    codes: int
    quotes: int
    last_code: tuple[int, int]


class DocumentWriter:
    """Appends chunks to a document and remembers where code and quotes are."""

    def __init__(self, document: QTextDocument, style: TextStyle) -> None:
        """Write into `document`, which must be empty."""
        self._document = document
        self._style = style
        self._scratch = SafeDocument()
        self._cursor = QTextCursor(document)
        self._fresh = True
        self.codes: list[CodeRegion] = []
        self.quotes: list[QuoteRegion] = []

    def mark(self) -> Mark:
        """Return the end of what is written so far."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        last = self.codes[-1] if self.codes else None
        return Mark(
            position=self._cursor.position(),
            fresh=self._fresh,
            block_format=self._cursor.blockFormat(),
            char_format=self._cursor.blockCharFormat(),
            codes=len(self.codes),
            quotes=len(self.quotes),
            last_code=(last.last, len(last.code)) if last else (0, 0),
        )

    def cut(self, mark: Mark) -> None:
        """Remove everything written after `mark` was taken."""
        cursor = self._cursor
        cursor.setPosition(mark.position)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        # Qt gives an empty paragraph the format of what was removed after it.
        cursor.setBlockFormat(mark.block_format)
        cursor.setBlockCharFormat(mark.char_format)
        self._fresh = mark.fresh
        del self.codes[mark.codes :]
        del self.quotes[mark.quotes :]
        if self.codes:
            self.codes[-1].last = mark.last_code[0]
            del self.codes[-1].code[mark.last_code[1] :]

    def write(self, chunk: Chunk) -> None:
        """Append a chunk."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if chunk.kind is ChunkKind.MARKDOWN:
            self._write_markdown(chunk.source)
        elif chunk.kind is ChunkKind.CODE:
            self._write_code(chunk.source, chunk.language, continues=chunk.continues, joined=chunk.joined)
        else:
            self._write_plain(chunk)

    def write_lines(self, text: str) -> None:
        """Append plain text, each line a paragraph with its own direction; long lines are cut for display."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        for line in text.split("\n"):
            for number, piece in enumerate(pieces(line)):
                paragraph = self._style.paragraph()
                paragraph.setTopMargin(0)
                paragraph.setBottomMargin(0)
                if number:
                    paragraph.setProperty(JOINED, True)
                self._begin(paragraph, self._style.text_format)
                self._cursor.insertText(piece, self._style.text_format)

    def extend_code(self, more: str) -> None:
        """Append to the last code block, which must be what was written last."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        first, newline, lines = more.partition("\n")
        self._cursor.insertText(first, self._style.code_format)
        if newline:
            self._set_last_code_margin(0)
            line = self._cursor.blockFormat()
            line.setTopMargin(0)
            line.clearProperty(JOINED)
            self._cursor.insertBlock(line, self._style.code_format)
            self._cursor.insertText(lines, self._style.code_format)
            self._set_last_code_margin(CODE_PADDING + PARAGRAPH_GAP)
        region = self.codes[-1]
        region.last = self._cursor.position()
        region.code[-1] += more

    def _begin(self, block: QTextBlockFormat, char: QTextCharFormat, *, top: float = 0.0, empty: bool = False) -> None:
        """Begin a paragraph; `top` is its upper margin where it is the first of the document."""
        beside_table = empty and self._cursor.position() > 0  # Where Qt places an empty paragraph after a table.
        if self._fresh and not beside_table:
            if self._cursor.position() == 0:
                block.setTopMargin(0)
                self._set_margin_above(top)
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(char)
            self._fresh = False
        else:
            self._cursor.insertBlock(block, char)
            self._fresh = False

    def _set_margin_above(self, margin: float) -> None:
        """Make room above the first paragraph: Qt ignores that paragraph's own upper margin."""
        frame = self._cursor.document().rootFrame()
        frame_format = frame.frameFormat()
        if frame_format.topMargin() != margin:
            frame_format.setTopMargin(margin)
            frame.setFrameFormat(frame_format)

    def _write_plain(self, chunk: Chunk) -> None:
        paragraph = self._style.paragraph()
        paragraph.setBottomMargin(0)
        if chunk.joined:
            paragraph.setTopMargin(0)
            paragraph.setProperty(JOINED, True)
        self._begin(paragraph, self._style.text_format)
        self._cursor.insertText(chunk.source, self._style.text_format)

    def _write_code(
        self, source: str, language: str, *, continues: bool = False, joined: bool = False, left: float = 0.0
    ) -> None:
        continues = continues and bool(self.codes)
        line = self._style.code_line(left)
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        first = QTextBlockFormat(line)
        if joined:
            first.setProperty(JOINED, True)
        if not continues:
            after_code = self.codes and self.codes[-1].last == self._cursor.position()
            first.setTopMargin(CODE_HEADER + PARAGRAPH_GAP + (CODE_PADDING if after_code else 0))
        else:
            self._set_last_code_margin(0)
        self._begin(first, self._style.code_format, top=CODE_HEADER)
        begin = self._cursor.position()
        head, newline, tail = source.partition("\n")
        self._cursor.insertText(head, self._style.code_format)
        if newline:
            self._cursor.insertBlock(line, self._style.code_format)
            self._cursor.insertText(tail, self._style.code_format)
        end = self._cursor.position()
        if continues:
            region = self.codes[-1]
            region.last = end
            region.code.append(source if joined else "\n" + source)
        else:
            self.codes.append(CodeRegion(begin, end, language, left, [source]))
        self._set_last_code_margin(CODE_PADDING + PARAGRAPH_GAP)

    def _set_last_code_margin(self, margin: int) -> None:
        block_format = self._cursor.blockFormat()
        block_format.setBottomMargin(margin)
        self._cursor.setBlockFormat(block_format)

    def _write_markdown(self, source: str) -> None:
        self._scratch.setMarkdown(tamed(source), MARKDOWN)
        lists: dict[int, QTextList] = {}
        code: list[str] = []
        code_block: QTextBlock | None = None
        block = self._scratch.begin()
        while block.isValid():
            block_format = block.blockFormat()
            if block_format.hasProperty(_PROPERTY.BlockCodeLanguage):
                code_block = code_block or QTextBlock(block)
                code.append(block.text())
                block = block.next()
                continue
            if code_block is not None:
                self._write_inner_code(code_block, code)
                code, code_block = [], None
            table = QTextCursor(block).currentTable()
            if table is not None:
                self._write_table(table)
                block = self._scratch.findBlock(table.lastPosition()).next()
                continue
            self._write_paragraph(block, block_format, lists)
            block = block.next()
        if code_block is not None:
            self._write_inner_code(code_block, code)

    def _write_inner_code(self, block: QTextBlock, lines: list[str]) -> None:
        block_format = block.blockFormat()
        indent = min(MAX_DEPTH, block_format.indent())
        level = min(MAX_DEPTH, block_format.intProperty(_PROPERTY.BlockQuoteLevel.value))
        text_list = block.textList()
        if text_list is not None:
            indent += min(MAX_DEPTH, text_list.format().indent())
        language = block_format.stringProperty(_PROPERTY.BlockCodeLanguage.value)
        self._write_code("\n".join(lines), language, left=float(indent * self._style.indent + level * QUOTE_INDENT))

    def _write_paragraph(self, block: QTextBlock, block_format: QTextBlockFormat, lists: dict[int, QTextList]) -> None:
        text_list = block.textList()
        is_rule = block_format.hasProperty(_PROPERTY.BlockTrailingHorizontalRulerWidth)
        if not block.length() > 1 and text_list is None and not is_rule:
            return
        level = block_format.headingLevel()
        scale = 1.0
        if level:
            paragraph, scale = self._style.heading(level)
        elif text_list is not None:
            paragraph = self._style.item()
            paragraph.setMarker(block_format.marker())
        else:
            paragraph = self._style.paragraph()
        if is_rule:
            paragraph = self._style.rule()
        paragraph.setIndent(min(MAX_DEPTH, block_format.indent()))
        quote = min(MAX_DEPTH, block_format.intProperty(_PROPERTY.BlockQuoteLevel.value))
        if quote:
            paragraph.setLeftMargin(quote * QUOTE_INDENT)
        self._begin(paragraph, self._style.text_format, empty=block.length() <= 1)
        if quote:
            position = self._cursor.position()
            self.quotes.append(QuoteRegion(position, position, quote))
        if text_list is not None:
            self._join_list(text_list, lists)
        self._write_fragments(self._cursor, block, scale)

    def _join_list(self, source: QTextList, lists: dict[int, QTextList]) -> None:
        target = lists.get(source.objectIndex())
        if target is not None:
            target.add(self._cursor.block())
            return
        source_format = source.format()
        list_format = QTextListFormat()
        list_format.setStyle(source_format.style())
        list_format.setStart(source_format.start())
        list_format.setIndent(min(MAX_DEPTH, source_format.indent()))
        if source_format.numberSuffix():
            list_format.setNumberSuffix(source_format.numberSuffix())
        lists[source.objectIndex()] = self._cursor.createList(list_format)

    def _write_fragments(self, cursor: QTextCursor, block: QTextBlock, scale: float, *, bold: bool = False) -> None:
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            source_format = fragment.charFormat()
            target = self._char_format(source_format, scale, bold=bold)
            text = fragment.text()
            if source_format.isImageFormat():
                image = source_format.toImageFormat()
                text = source_format.stringProperty(_PROPERTY.ImageAltText.value) or image.name()
                self._make_link(target, image.name())
            cursor.insertText(text.replace("\u2028", "\n") if "\u2028" in text else text, target)
            iterator += 1

    def _char_format(self, source: QTextCharFormat, scale: float, *, bold: bool) -> QTextCharFormat:
        style = self._style
        result = style.text_format
        if source.fontFixedPitch():
            result.setFont(style.code_font)
            result.setBackground(QBrush(style.inline_code))
        if scale != 1.0:
            result.setFontPointSize(style.reading_font.pointSizeF() * scale)
        if bold or scale != 1.0 or source.fontWeight() > QFont.Weight.Medium:
            result.setFontWeight(QFont.Weight.DemiBold if scale != 1.0 else QFont.Weight.Bold)
        if source.fontItalic():
            result.setFontItalic(True)
        if source.fontStrikeOut():
            result.setFontStrikeOut(True)
        if source.isAnchor():
            self._make_link(result, source.anchorHref())
        return result

    def _make_link(self, target: QTextCharFormat, address: str) -> None:
        if QUrl(address).scheme().lower() not in SAFE_SCHEMES:
            return
        target.setAnchor(True)
        target.setAnchorHref(address)
        target.setToolTip(address)
        target.setForeground(QBrush(self._style.accent))
        target.setFontUnderline(True)

    def _write_table(self, source: QTextTable) -> None:
        if self._fresh:
            block, char = sliver()
            self._cursor.setBlockFormat(block)
            self._cursor.setBlockCharFormat(char)
        else:
            # A table begins where the last paragraph ends; a paragraph of its own would be an empty line.
            self._cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        table = self._cursor.insertTable(source.rows(), source.columns(), self._style.table())
        for row in range(source.rows()):
            for column in range(source.columns()):
                source_block = source.cellAt(row, column).firstCursorPosition().block()
                cursor = table.cellAt(row, column).firstCursorPosition()
                cell = QTextBlockFormat()
                cell.setAlignment(source_block.blockFormat().alignment())
                cursor.setBlockFormat(cell)
                self._write_fragments(cursor, source_block, 1.0, bold=row == 0)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        block, char = sliver()
        self._cursor.setBlockFormat(block)
        self._cursor.setBlockCharFormat(char)
        self._fresh = True


def tamed(source: str) -> str:
    """Return Markdown with quotes and lists no deeper than what is shown."""
    return _DEEP_INDENT.sub(" " * 40, _DEEP_MARKS.sub(r"\1", source))
