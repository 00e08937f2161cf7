"""The statistics: how many conversations there are, how large they are, and what takes how much of the disk."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from assistant.errors import ThimbleError
from assistant.store.statistics import ConversationSize, Statistics
from ui.organise.statistics_reader import DiskUse, StatisticsReader
from ui.organise.words import day, number, small_size
from ui.sentences import sentence
from ui.sidebar.model import one_line
from ui.theme import SPACE


class StatisticsDialog(QDialog):
    """Counts when it is opened and shows the numbers when they are there."""

    opened = Signal(int)
    """A conversation is to be shown."""

    def __init__(self, reader: StatisticsReader, parent: QWidget | None = None) -> None:
        """Begin without numbers; `open_dialog` asks for them."""
        super().__init__(parent)
        self._reader = reader
        self.setWindowTitle(self.tr("Statistics"))
        self.setModal(False)
        self.setMinimumSize(300, 320)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Statistics"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        reader.read.connect(self.show_numbers)
        reader.failed.connect(self._show_failure)
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        self._show_words(self.tr("Counting…"))

    def sizeHint(self) -> QSize:
        """Return the size at the first opening."""
        screen = self.screen().availableGeometry().size()
        return QSize(440, 620).boundedTo(QSize(screen.width(), screen.height() - 60))

    def open_dialog(self) -> None:
        """Show the window, in front; the numbers follow."""
        self._reader.start()
        self.show()
        self.raise_()
        self.activateWindow()
        self.area.setFocus()

    def show_numbers(self, found: Statistics, disk: DiskUse) -> None:
        """Show what was counted."""
        content = QWidget(self)
        column = QVBoxLayout(content)
        column.setContentsMargins(6 * SPACE, 5 * SPACE, 6 * SPACE, 5 * SPACE)
        column.setSpacing(2 * SPACE)
        rows = [
            (self.tr("Conversations"), number(found.conversations)),
            (self.tr("of these in the archive"), number(found.archived)),
            (self.tr("Folders"), number(found.folders)),
            (self.tr("In the bin"), number(found.binned)),
            (self.tr("Messages"), number(found.messages)),
            (self.tr("of these by you"), number(found.questions)),
            (self.tr("Characters of text"), number(found.characters)),
        ]
        if found.since:
            rows.append((self.tr("The oldest began on"), day(found.since)))
        self._add_section(column, self.tr("Conversations"), rows)
        self._add_section(
            column,
            self.tr("On the disk"),
            [
                (self.tr("Conversations"), small_size(disk.conversations)),
                (self.tr("of this free for what comes"), small_size(found.free_bytes)),
                (self.tr("Backups"), small_size(disk.backups)),
                (self.tr("What models keep of conversations"), small_size(disk.states)),
                (self.tr("Models"), small_size(disk.models)),
                (self.tr("Search index, settings and the rest"), small_size(disk.rest)),
            ],
        )
        if found.largest:
            self._add_largest(column, found.largest)
        column.addStretch(1)
        self.area.setWidget(content)

    def _show_failure(self, error: ThimbleError) -> None:
        self._show_words(sentence(error))

    def _show_words(self, words: str) -> None:
        label = QLabel(words, self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setMargin(6 * SPACE)
        self.area.setWidget(label)

    def _add_section(self, column: QVBoxLayout, heading: str, rows: Sequence[tuple[str, str]]) -> None:
        self._add_heading(column, heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(0, 1)
        for place, (words, value) in enumerate(rows):
            name, figure = QLabel(words), QLabel(value)
            name.setWordWrap(True)
            figure.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            figure.setAccessibleName(words)
            grid.addWidget(name, place, 0)
            grid.addWidget(figure, place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(grid)
        column.addSpacing(3 * SPACE)

    def _add_largest(self, column: QVBoxLayout, largest: Sequence[ConversationSize]) -> None:
        self._add_heading(column, self.tr("The longest"))
        for size in largest:
            title = one_line(size.title, 60) or self.tr("New chat")
            # An ampersand would be taken for the mark of a key.
            button = QPushButton(one_line(title, 36).replace("&", "&&"))
            button.setProperty("role", "row")
            button.setAutoDefault(False)
            words = self.tr("{messages} messages, {characters} characters").format(
                messages=number(size.messages), characters=number(size.characters)
            )
            button.setToolTip(words)
            button.setAccessibleName(title)
            button.setAccessibleDescription(words)
            button.clicked.connect(partial(self.opened.emit, size.id))
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(button)
            note = QLabel(words)
            note.setProperty("role", "muted")
            note.setWordWrap(True)
            note.setContentsMargins(2 * SPACE, 0, 0, SPACE)
            pair.addWidget(note)
            column.addLayout(pair)

    @staticmethod
    def _add_heading(column: QVBoxLayout, words: str) -> None:
        heading = QLabel(words)
        heading.setProperty("role", "title")
        column.addWidget(heading)
