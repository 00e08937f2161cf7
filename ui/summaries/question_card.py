"""A question about the document with its answer and the passages it comes from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.summaries.kept import Question
from ui.summaries.rows import PlaceRow, TextRow
from ui.summaries.words import place_words, quote
from ui.theme import SPACE, ThemeManager


class QuestionCard(QWidget):
    """Shows a `Question`: the passages at once, the answer when it is there."""

    wanted = Signal(object)
    """A `Source` that is to be shown in the text."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        line = QFrame(self)
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self.question = TextRow(theme, self)
        self.answer = TextRow(theme, self)
        self.remark = TextRow(theme, self)
        self.rows: list[PlaceRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 2 * SPACE, 0, 0)
        self._layout.setSpacing(SPACE // 2)
        self._layout.addWidget(line)
        for widget in (self.question, self.answer, self.remark):
            self._layout.addWidget(widget)

    def show_question(self, question: Question) -> None:
        """Show how far the question is."""
        self.question.show_text(question.text, level=2)
        self.answer.show_text(question.answer)
        self.answer.setVisible(bool(question.answer))
        self.remark.show_text(self._remark(question), role="danger" if question.error else "muted")
        self.remark.setVisible(bool(self.remark.text()))
        while len(self.rows) < len(question.sources):
            row = PlaceRow(self._theme, self)
            row.wanted.connect(self.wanted)
            if self.rows:
                QWidget.setTabOrder(self.rows[-1], row)
            self._layout.addWidget(row)
            self.rows.append(row)
            row.show()
        while len(self.rows) > len(question.sources):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        for row, source in zip(self.rows, question.sources, strict=True):
            row.show_point(words=quote(source), details=place_words(source.place), sources=(source,), quiet=True)

    def _remark(self, question: Question) -> str:
        if question.error:
            return question.error
        if question.status:
            return question.status
        if not question.answer:
            return self.tr("Stopped before the answer.")
        if not question.supported:
            return self.tr("The nearest sentence of the document, word for word: the model's own answer did not hold.")
        return ""
