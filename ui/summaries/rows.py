"""The rows of a summary: points that lead to their passages."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QSizePolicy, QVBoxLayout, QWidget

from assistant.summaries.summary import Source
from ui.theme import RADIUS, SPACE, ThemeManager, scaled

_BAR = 3
_HEADING_SIZES = {1: 1.15, 2: 1.06}


class PlaceRow(QAbstractButton):
    """A statement with where it comes from; pressing it shows the passage."""

    wanted = Signal(object)
    """The first `Source`: it is to be shown in the text."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self._sources: tuple[Source, ...] = ()
        self._shown = 0
        self._marked = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setToolTip(self.tr("Show this passage in the text"))
        self.setAccessibleDescription(self.tr("Enter shows the passage in the text, Control and C copies."))
        self.question = self._label()
        self.words = self._label()
        self.details = self._label()
        self.details.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, SPACE + 2, 2 * SPACE, SPACE + 2)
        layout.setSpacing(2)
        for label in (self.question, self.words, self.details):
            layout.addWidget(label)
        self.clicked.connect(self._press)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the statement comes from."""
        return self._sources

    def show_point(
        self, *, words: str, details: str, sources: tuple[Source, ...], question: str = "", quiet: bool = False
    ) -> None:
        """Show a statement.

        Args:
            words: The statement; empty where only its place is shown.
            details: Where it comes from and who wrote it.
            sources: The passages, shown one after the other by pressing again.
            question: The question it answers.
            quiet: It steps back, as passages below an answer do.
        """
        if sources != self._sources:
            self._sources, self._shown, self._marked = sources, 0, False
        for label, text in ((self.question, question), (self.words, words), (self.details, details)):
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        role = "muted" if quiet else ""
        if self.words.property("role") != role:
            self.words.setProperty("role", role)
            self.words.style().polish(self.words)
        font = self._theme.small_font() if quiet else self._theme.reading_font()
        self.words.setFont(font)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        self.question.setFont(bold)
        self.setAccessibleName(". ".join(part for part in (question, words, details) if part))

    @property
    def marked(self) -> bool:
        """Whether its passage is the one marked in the text."""
        return self._marked

    def mark(self, source: Source | None) -> None:
        """Be marked if this passage is one of its own."""
        marked = source is not None and source in self._sources
        if marked != self._marked:
            self._marked = marked
            self.update()

    def copied_text(self) -> str:
        """Return what is copied of it."""
        return "\n".join(part for part in (self.question.text(), self.words.text()) if part) or self.details.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter too, and copy."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show that it can be pressed, and the focus."""
        colors = self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self._marked or self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.hover))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self._marked:
            # A bar where the line begins: small words could hardly be read on the colour of chosen rows.
            left = box.right() - _BAR if self.isRightToLeft() else box.left()
            painter.setBrush(QColor(colors.accent))
            painter.drawRoundedRect(QRectF(left, box.top() + RADIUS / 2, _BAR, box.height() - RADIUS), 1.5, 1.5)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colors.focus), 2))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.end()

    def _press(self) -> None:
        if self._sources:
            source = self._sources[self._shown % len(self._sources)]
            self._shown += 1
            self.wanted.emit(source)

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return label


class TextRow(QLabel):
    """A heading, a paragraph or a remark in a summary; plain text that can be selected."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)

    def show_text(self, text: str, *, level: int = 0, role: str = "") -> None:
        """Show a text.

        Args:
            text: The text.
            level: Of a heading, from 1 for the highest; 0 for none.
            role: A look of the style sheet, such as "muted".
        """
        if self.text() != text:
            self.setText(text)
        if (self.property("role") or "") != role:
            self.setProperty("role", role)
            self.style().polish(self)
        if not role:
            font = scaled(self._theme.reading_font(), _HEADING_SIZES.get(level, 1.0))
            font.setWeight(QFont.Weight.DemiBold if level else QFont.Weight.Normal)
            self.setFont(font)
        self.setAccessibleName(text)
