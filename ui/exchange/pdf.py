"""Conversations as a PDF, drawn by Qt: any script there is a font for, page by page, on any thread."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QFile, QFileDevice, QIODevice, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QFontMetricsF,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextOption,
)

from assistant.exchange import web_page
from assistant.exchange.words import ENGLISH, Words
from assistant.store import Conversation, Message
from ui.transcript.display_text import pieces
from ui.transcript.safe_document import SafeDocument

_MARGIN_MM = 20
_POINT_SIZE = 10.5
_FOOTER_LINES = 2.5
_RESOLUTION = 600
_AT_ONCE = 120_000
"""Characters of HTML laid out in one document; a longer conversation goes on on a new page."""
_STYLE = """
h1 { font-size: 18pt; } h3, h4, h5, h6 { font-size: 11.5pt; } .date, .note { color: #666666; font-size: 9pt; }
.speaker { color: #666666; font-size: 9pt; font-weight: bold; margin-top: 14px; margin-bottom: -6px; }
pre { font-family: monospace; font-size: 9pt; background-color: #f3f3f1; white-space: pre-wrap; }
code { font-family: monospace; font-size: 9.5pt; }
.user, .system { margin-left: 110px; } blockquote { color: #555555; margin-left: 150px; } a { color: #1f6f5c; }
"""
"""Margins of a paragraph are in pixels of a screen, those of a `div` in the printer's, 600 to the inch."""
_INSTEAD = (
    # Qt makes headings larger than their style says, and tables without lines.
    ("<h2>", '<p class="speaker">'),
    ("</h2>", "</p>"),
    ('<table dir="auto">', '<table border="1" cellspacing="0" cellpadding="4" style="border-color: #bbbbbb">'),
)
"""Tags of the web page that are written in another way here; in a text they are escaped."""


def write_pdf(
    path: Path,
    conversations: Sequence[Conversation],
    messages: Callable[[Conversation], Iterator[Message]],
    words: Words = ENGLISH,
) -> Iterator[None]:
    """Write the branch shown of every conversation, each beginning on a new page.

    Needs a `QGuiApplication` for the fonts.

    Args:
        path: The file.
        conversations: In the order wanted.
        messages: Reads the messages of one of them.
        words: The words between them.

    Returns:
        One element for each step, so that it can be ended between them.

    Raises:
        OSError: The file can't be written.
    """
    file = QFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise OSError(file.errorString())
    try:
        yield from _write(file, conversations, messages, words)
        file.flush()
        _raise_error(file)
    finally:
        file.close()


def _write(
    file: QFile,
    conversations: Sequence[Conversation],
    messages: Callable[[Conversation], Iterator[Message]],
    words: Words,
) -> Iterator[None]:
    writer = QPdfWriter(file)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(words.title(conversations[0]) if len(conversations) == 1 else words.conversations)
    writer.setCreator("Thimble")
    writer.setPageLayout(
        QPageLayout(
            QPageSize(_page_size()),
            QPageLayout.Orientation.Portrait,
            QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
            QPageLayout.Unit.Millimeter,
        )
    )
    painter = QPainter()
    if not painter.begin(writer):
        raise OSError("Qt can't begin a PDF")
    pages = _Pages(writer, painter)
    try:
        for conversation in conversations:
            for html in _portions(conversation, messages(conversation), words):
                for _ in pages.draw(html):
                    _raise_error(file)
                    yield
    finally:
        ended = painter.end()
    if not ended:
        raise OSError("Qt can't end the PDF")


def _portions(conversation: Conversation, messages: Iterator[Message], words: Words) -> Iterator[str]:
    """Return a conversation as HTML, in portions that are laid out one at a time."""
    html = [web_page.heading(conversation, words)]
    size = len(html[0])
    for message in messages:
        html.append(web_page.message_html(replace(message, text=_breakable(message.text)), words))
        size += len(html[-1])
        if size > _AT_ONCE:
            yield "".join(html)
            html, size = [], 0
    if html:
        yield "".join(html)


def _raise_error(file: QFile) -> None:
    """Qt itself goes on as if nothing had been, when a page can't be written."""
    if file.error() is not QFileDevice.FileError.NoError:
        is_full = file.error() is QFileDevice.FileError.ResourceError
        raise OSError(errno.ENOSPC if is_full else errno.EIO, file.errorString())


def _page_size() -> QPageSize.PageSizeId:
    if QLocale().territory() in (QLocale.Country.UnitedStates, QLocale.Country.Canada, QLocale.Country.Mexico):
        return QPageSize.PageSizeId.Letter
    return QPageSize.PageSizeId.A4


def _breakable(text: str) -> str:
    """Cut lines that would take Qt minutes to lay out."""
    return "\n".join("\n".join(pieces(line)) for line in text.split("\n"))


class _Pages:
    """Draws documents one page after the other, with the number of each page below."""

    def __init__(self, writer: QPdfWriter, painter: QPainter) -> None:
        self._writer = writer
        self._painter = painter
        self._number = 0
        self._font = QFont()
        self._font.setPointSizeF(_POINT_SIZE)
        line = QFontMetricsF(self._font, writer).height()
        self._footer = QRectF(0, writer.height() - line, writer.width(), line)
        self._page = QRectF(0, 0, writer.width(), writer.height() - _FOOTER_LINES * line)

    def draw(self, html: str) -> Iterator[None]:
        """Lay HTML out and draw its pages."""
        document = SafeDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self._font)
        document.setDefaultStyleSheet(_STYLE)
        option = QTextOption(document.defaultTextOption())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(option)
        layout = document.documentLayout()
        layout.setPaintDevice(self._writer)
        for tag, other in _INSTEAD:
            html = html.replace(tag, other)
        document.setHtml(html)
        document.setPageSize(self._page.size())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor("black"))
        for page in range(document.pageCount()):
            if self._number:
                self._writer.newPage()
            self._number += 1
            area = self._page.translated(0, page * self._page.height())
            self._painter.save()
            self._painter.translate(0, -area.top())
            self._painter.setClipRect(area)
            context.clip = area
            layout.draw(self._painter, context)
            self._painter.restore()
            self._painter.setFont(self._font)
            self._painter.setPen(QColor("#666666"))
            self._painter.drawText(self._footer, Qt.AlignmentFlag.AlignCenter, str(self._number))
            yield
