"""What the summary page shows without a document: what it does, and how a document comes here."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.icons import ICON_SIZE, icon, render
from ui.middle import put_in_the_middle
from ui.summaries.options_row import OptionsRow
from ui.theme import RADIUS, SPACE, ThemeManager

_PICTURE = 40
_WIDTH = 520


class DropArea(QFrame):
    """A dashed frame that says where files may be dropped; the whole window takes them."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty; put widgets into its layout."""
        super().__init__(parent)
        self._theme = theme
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dashes."""
        colors = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(colors.muted), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        painter.setBrush(QColor(colors.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        painter.end()


class SummaryEmptyState(QWidget):
    """One sentence, the drop area with three buttons, and the formats."""

    file_wanted = Signal()
    folder_wanted = Signal()
    paste_wanted = Signal()

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Write everything."""
        super().__init__(parent)
        self._theme = theme
        self._picture = QLabel(self)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._picture.setMinimumSize(QSize(_PICTURE, _PICTURE))
        title = self._words(self.tr("Summarise a document, whole"), "title")
        does = self._words(
            self.tr("Thimble reads all of it, says what is in it, and shows for each point the passage it comes from.")
        )
        drop = self._words(self.tr("Drop a document or a folder here, or"), "muted")
        self.file_button = QPushButton(self.tr("Choose a file…"), self)
        self.folder_button = QPushButton(self.tr("Choose a folder…"), self)
        self.paste_button = QPushButton(self.tr("Paste text"), self)
        self.paste_button.setToolTip(self.tr("Summarise the text in the clipboard (Ctrl+V)"))
        for button, wanted in (
            (self.file_button, self.file_wanted),
            (self.folder_button, self.folder_wanted),
            (self.paste_button, self.paste_wanted),
        ):
            button.setAutoDefault(False)
            button.setIconSize(ICON_SIZE)
            button.clicked.connect(wanted)
        formats = self._words(
            self.tr(
                "PDF, Word, OpenDocument, PowerPoint, EPUB, web pages, e-mail, RTF, CSV, subtitles, Markdown and plain "
                "text. Nothing of it leaves this computer."
            ),
            "muted",
        )
        area = DropArea(theme, self)
        inner = QVBoxLayout(area)
        inner.setContentsMargins(4 * SPACE, 5 * SPACE, 4 * SPACE, 5 * SPACE)
        inner.setSpacing(3 * SPACE)
        inner.addWidget(drop)
        self.options = OptionsRow(self, before=True)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(2 * SPACE)
        self._buttons.addStretch(1)
        for button in (self.file_button, self.folder_button, self.paste_button):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        inner.addLayout(self._buttons)
        inner.addWidget(formats)
        column = QWidget(self)
        column.setMaximumWidth(_WIDTH)
        whole = QVBoxLayout(column)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2 * SPACE)
        for widget in (self._picture, title, does):
            whole.addWidget(widget)
        whole.addSpacing(4 * SPACE)
        whole.addWidget(area)
        whole.addSpacing(2 * SPACE)
        whole.addWidget(self.options, 0, Qt.AlignmentFlag.AlignHCenter)
        put_in_the_middle(self, column)
        theme.changed.connect(self._restyle)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below one another where they don't fit side by side."""
        super().resizeEvent(event)
        beside = self.width() >= _WIDTH
        self._buttons.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def _words(self, text: str, role: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _restyle(self) -> None:
        self._picture.setPixmap(render("summary", _PICTURE, self.devicePixelRatioF(), self._theme.palette.accent))
        for button, name in (
            (self.file_button, "file"),
            (self.folder_button, "folder"),
            (self.paste_button, "paste"),
        ):
            button.setIcon(icon(name, self._theme))
