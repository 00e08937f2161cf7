"""The page on which all messages and titles are searched. Layout and keys; what is searched is `finder.py`'s matter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from assistant.store.search import Found, Hit
from assistant.store.search_words import LONGEST_QUERY
from ui.icons import ICON_SIZE, icon
from ui.models_dialog.flow import FlowLayout
from ui.search.delegate import ResultDelegate
from ui.search.filters import FilterRow
from ui.search.results import Index, ResultModel
from ui.shortcuts import tip
from ui.theme import COLUMN_WIDTH, NARROW, SPACE, ThemeManager
from ui.transcript.announce import announce

_HEIGHT = 52
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 5,
    Qt.Key.Key_PageUp: -5,
}


class SearchPage(QWidget):
    """A field, filters and the results. The field keeps the focus; the arrows move in the results."""

    changed = Signal()
    """The words or the filters are other ones."""
    chosen = Signal(object)
    """The `Hit` that is to be opened."""
    more_wanted = Signal()
    left = Signal()
    """Back to the conversation."""

    def __init__(self, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty."""
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Search all messages"))
        self.back = QToolButton(self)
        self.back.setIconSize(ICON_SIZE)
        self.back.setAccessibleName(self.tr("Back to the conversation"))
        self.back.setToolTip(tip(self.tr("Back to the conversation"), "stop"))
        self.back.clicked.connect(self.left)
        self.field = QLineEdit(self)
        self.field.setMaxLength(LONGEST_QUERY)
        self.field.setClearButtonEnabled(True)
        self.field.setPlaceholderText(self.tr("Search all messages"))
        self.field.setAccessibleName(self.tr("Search all messages"))
        self.field.setToolTip(tip(self.tr("Search all messages"), "search_all"))
        self._search_icon = QAction(self)
        self.field.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.field.installEventFilter(self)
        self.filters = FilterRow(self)
        self.state = QLabel(self)
        self.state.setProperty("role", "muted")
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.results = ResultModel(self)
        self.list = QListView(self)
        self.list.setModel(self.results)
        self.list.setItemDelegate(ResultDelegate(theme, self.list, self.results))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setAccessibleDescription(self.tr("Enter opens the conversation at this place."))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.installEventFilter(self)
        self.more = QPushButton(self.tr("Show more"), self)
        self.more.clicked.connect(self.more_wanted)
        self.all = QPushButton(self.tr("Search without filters"), self)
        self.all.clicked.connect(self.filters.clear)
        self.examples = QWidget(self)
        self._examples = FlowLayout(self.examples)
        self._lay_out()
        self.field.textChanged.connect(self.changed)
        self.filters.changed.connect(self.changed)
        self.list.clicked.connect(self._choose)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_nothing("")

    def focus_field(self) -> None:
        """Put the cursor into the field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def show_examples(self, words: Sequence[str]) -> None:
        """Offer words to search for; pressing one types it."""
        while (item := self._examples.takeAt(0)) is not None:
            item.widget().deleteLater()
        for word in words:
            button = QPushButton(word, self.examples)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, text=word: self._type(text))
            self._examples.addWidget(button)
            button.show()

    def show_nothing(self, sentence: str) -> None:
        """Show a sentence and examples in the place of results."""
        self.results.show_hits(())
        self._say(sentence)
        self.list.hide()
        self.more.hide()
        self.all.hide()
        self.examples.setVisible(self._examples.count() > 0)
        self._space.show()

    def show_found(self, found: Found, sentence: str, *, keep_place: bool) -> None:
        """Show what was found, and a sentence about it.

        Args:
            found: The hits.
            sentence: How many, and what is missing.
            keep_place: Whether these are the same hits and more.
        """
        row = self.list.currentIndex().row() if keep_place else 0
        position = self.list.verticalScrollBar().value() if keep_place else 0
        self.results.show_hits(found.hits)
        self._say(sentence)
        self.list.setVisible(bool(found.hits))
        self._space.setVisible(not found.hits)
        self.more.setVisible(found.more)
        self.all.setVisible(not found.hits and self.filters.is_narrowing)
        self.examples.hide()
        if found.hits:
            self._go_to(max(0, min(row, len(found.hits) - 1)))
            self.list.verticalScrollBar().setValue(position)
        announce(self, self.state, sentence)

    def current(self) -> Hit | None:
        """Return the hit the keyboard is at."""
        return self.results.hit(self.list.currentIndex())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow, page and Enter keys of the field work on the results, and Enter in the results open."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
            if watched is self.field and key in _STEPS and self.results.hits:
                row = self.list.currentIndex().row() + _STEPS[key]
                self._go_to(max(0, min(row, len(self.results.hits) - 1)))
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave less room around where there is little."""
        super().resizeEvent(event)
        side = (6 if self.width() >= NARROW else 2) * SPACE
        self._body.setContentsMargins(side, 3 * SPACE, side, 2 * SPACE)

    def _lay_out(self) -> None:
        header = QFrame(self)
        header.setProperty("role", "bar")
        header.setFixedHeight(_HEIGHT)
        title = QLabel(self.tr("Search"), header)
        title.setProperty("role", "title")
        row = QHBoxLayout(header)
        row.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.back)
        row.addWidget(title, 1)
        column = QWidget(self)
        column.setMaximumWidth(COLUMN_WIDTH)
        inner = QVBoxLayout(column)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * SPACE)
        self._space = QWidget(column)
        inner.addWidget(self.field)
        inner.addWidget(self.filters)
        inner.addWidget(self.state)
        inner.addWidget(self.examples)
        inner.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeading)
        inner.addWidget(self.list, 1)
        inner.addWidget(self._space, 1)
        inner.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self._body = QHBoxLayout()
        self._body.addWidget(column)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(header)
        layout.addLayout(self._body, 1)

    def _say(self, sentence: str) -> None:
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def _go_to(self, row: int) -> None:
        index = self.results.index(row)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        hit = self.results.hit(index)
        # The field has the focus: a screen reader says what the arrows have come to.
        self.field.setAccessibleDescription(self.results.spoken(hit) if hit is not None else "")

    def _choose(self, index: Index | QModelIndex) -> None:
        hit = self.results.hit(index)
        if hit is not None:
            self.chosen.emit(hit)

    def _type(self, text: str) -> None:
        self.field.setText(text)
        self.focus_field()

    def _restyle(self) -> None:
        name = "chevron-right" if self.isRightToLeft() else "chevron-left"
        self.back.setIcon(icon(name, self._theme))
        self._search_icon.setIcon(icon("search", self._theme, "muted"))
        self.list.viewport().update()
