"""The side of the page with the summary, the questions, and the field to ask in."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QScrollArea, QToolButton, QVBoxLayout, QWidget

from assistant.summaries.summary import Source
from ui.chat.composer import Composer
from ui.icons import ICON_SIZE, icon
from ui.shortcuts import tip
from ui.summaries.point_list import Line, PointList, lines
from ui.summaries.question_card import QuestionCard
from ui.summaries.rows import PlaceRow
from ui.summaries.sheet import Sheet
from ui.summaries.words import coverage, declined_words, progress_words, stopped_words
from ui.theme import SPACE, ThemeManager
from ui.transcript.error_row import ErrorRow, ShownError


class SummaryPane(QWidget):
    """Shows a `Sheet`: what the model wrote, the key sentences while that is not all, and the questions."""

    wanted = Signal(object)
    """A `Source` that is to be shown in the text."""
    copy_wanted = Signal()
    save_wanted = Signal()
    chat_wanted = Signal()
    help_wanted = Signal(int)
    """Which button below a failed summary was pressed: 0 for the first."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self.state = QLabel(self)
        self.state.setProperty("role", "muted")
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("How much of the document is summarised"))
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.copy_button = self._button(tip(self.tr("Copy the summary"), "copy"), self.copy_wanted)
        self.save_button = self._button(tip(self.tr("Save the summary as a file…"), "save"), self.save_wanted)
        self.chat_button = self._button(self.tr("Send the summary to a new chat"), self.chat_wanted)
        self.points = PointList(theme, self)
        self.error = ErrorRow(self)
        self.keys = PointList(theme, self)
        self.cards: list[QuestionCard] = []
        self.composer = Composer(theme, self)
        self.composer.edit.setPlaceholderText(self.tr("Ask about this document …"))
        self.composer.edit.setAccessibleName(self.tr("Question about this document"))
        self.area = QScrollArea(self)
        self._lay_out()
        for points in (self.points, self.keys):
            points.wanted.connect(self.wanted)
        self.error.pressed.connect(self.help_wanted)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show how far the summary is."""
        written = (
            sheet.summary if sheet.summary is not None and (sheet.summary.points or sheet.summary.finished) else None
        )
        self.points.show_lines(lines(written) if written is not None else [])
        self.points.setVisible(written is not None)
        extra: list[Line] = []
        if sheet.keys is not None and (written is None or not written.finished):
            if written is not None:
                extra.append(Line(self.tr("Key sentences of the whole document"), level=2))
            extra += lines(sheet.keys)
        self.keys.show_lines(extra)
        self.keys.setVisible(bool(extra))
        self.state.setText(self._state(sheet))
        total = sheet.summary.parts_total if sheet.summary is not None else 0
        self.progress.setVisible(sheet.running)
        self.progress.setRange(0, max(1, total))
        self.progress.setValue(sheet.summary.parts_covered if sheet.summary is not None else 0)
        self.error.setVisible(sheet.failure is not None)
        if sheet.failure is not None:
            failure = sheet.failure
            self.error.show_error(ShownError(failure.sentence, failure.buttons, failure.details), enabled=True)
        there = bool(sheet.plain_text())
        for button in (self.copy_button, self.save_button, self.chat_button):
            button.setEnabled(there)

    def show_questions(self, sheet: Sheet) -> None:
        """Show the questions and how far their answers are."""
        grown = len(sheet.questions) > len(self.cards)
        while len(self.cards) > len(sheet.questions):
            card = self.cards.pop()
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        while len(self.cards) < len(sheet.questions):
            card = QuestionCard(self._theme, self.area.widget())
            card.wanted.connect(self.wanted)
            self._column.insertWidget(self._column.count() - 1, card)
            self.cards.append(card)
            card.show()
        for card, question in zip(self.cards, sheet.questions, strict=True):
            card.show_question(question)
        self.composer.set_busy(sheet.asking)
        if grown and sheet.asking:
            QTimer.singleShot(0, self, lambda: self._bring_into_sight(self.cards[-1]) if self.cards else None)

    def scroll_to_top(self) -> None:
        """Show the beginning."""
        self.area.verticalScrollBar().setValue(0)

    def mark(self, source: Source | None) -> None:
        """Mark the statements whose passage is shown in the text."""
        for row in self._rows():
            row.mark(source)

    def step(self, direction: int) -> None:
        """Put the focus on the statement before or after the one that has it."""
        focused = self.window().focusWidget()
        shown = [row for row in self._rows() if row.isVisible()]
        if not shown:
            return
        place = shown.index(focused) + direction if focused in shown else 0
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._bring_into_sight(shown[place])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around where there is little."""
        super().resizeEvent(event)
        side = (4 if self.width() >= 420 else 2) * SPACE
        self._column.setContentsMargins(side, SPACE, side, 4 * SPACE)
        self._top.setContentsMargins(side + 2 * SPACE, SPACE, side, 0)
        self._footer.setContentsMargins(side, SPACE, side, 2 * SPACE)

    def _rows(self) -> list[PlaceRow]:
        return [*self.points.rows, *self.keys.rows, *(row for card in self.cards for row in card.rows)]

    def _state(self, sheet: Sheet) -> str:
        summary = sheet.summary
        if sheet.status:
            return sheet.status
        if sheet.running and summary is not None:
            return progress_words(summary, sheet.seconds_left)
        if summary is not None and summary.declined:
            return f"{declined_words(summary)} {coverage(summary)}."
        if summary is not None and summary.finished:
            return coverage(summary) if summary.complete else stopped_words(summary)
        if summary is not None:
            return stopped_words(summary)
        if sheet.keys is None:
            return self.tr("Looking for the key sentences…")
        return self.tr("Key sentences, word for word. {coverage}.").format(coverage=coverage(sheet.keys))

    def _bring_into_sight(self, widget: QWidget) -> None:
        self.area.ensureWidgetVisible(widget, 0, 6 * SPACE)

    def _button(self, words: str, pressed: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setIconSize(ICON_SIZE)
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(pressed)
        return button

    def _lay_out(self) -> None:
        self._top = QHBoxLayout()
        self._top.setSpacing(SPACE)
        self._top.addWidget(self.state, 1)
        for button in (self.copy_button, self.save_button, self.chat_button):
            self._top.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget(self.area)
        self._column = QVBoxLayout(content)
        self._column.setSpacing(2 * SPACE)
        for widget in (self.points, self.error, self.keys):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.area.setWidget(content)
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        self._footer = QVBoxLayout()
        self._footer.addWidget(self.composer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(self._top)
        layout.addWidget(self.progress)
        layout.addWidget(self.area, 1)
        layout.addLayout(self._footer)

    def _restyle(self) -> None:
        for button, name in ((self.copy_button, "copy"), (self.save_button, "save"), (self.chat_button, "chat")):
            button.setIcon(icon(name, self._theme, "muted"))
