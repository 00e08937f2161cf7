"""The bin: what was deleted, to be brought back or removed for good."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from assistant.errors import StoreError
from assistant.store import Store
from ui.models_dialog.flow import FlowLayout
from ui.notice_bar import NoticeBar
from ui.organise.bin_model import BinModel, Column
from ui.sentences import sentence
from ui.theme import SPACE, ThemeManager


class BinDialog(QDialog):
    """Lists what was deleted. Bringing back is done at once; before something goes for good, it is asked."""

    restored = Signal(object)
    """Ids of conversations that are in the list again."""
    removal_wanted = Signal(object)
    """Ids of conversations that are to be removed for good."""

    def __init__(self, store: Store, theme: ThemeManager, parent: QWidget | None = None) -> None:
        """Begin empty; `open_dialog` fills it."""
        super().__init__(parent)
        self._store = store
        self._asked: list[int] = []
        self.setWindowTitle(self.tr("Bin"))
        self.setModal(False)
        self.setMinimumSize(320, 360)
        self.notices = NoticeBar(theme, self)
        self.explanation = QLabel(
            self.tr(
                "Deleted conversations stay here for 30 days. What then goes, or is removed here, can't be brought "
                "back: its text is overwritten in the file of your conversations, at the latest when Thimble is "
                "closed, and it leaves the search and what models keep of it. Backups made before still have it "
                "until they go in their turn, some weeks later. Files you exported stay. A disk may keep traces that "
                "no program can reach."
            ),
            self,
        )
        self.explanation.setProperty("role", "muted")
        self.explanation.setWordWrap(True)
        self.items = BinModel(self)
        self.view = QTreeView(self)
        self._prepare_view()
        self.empty = QLabel(self.tr("The bin is empty. What you delete can be brought back from here."), self)
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.restore_button = self._button(self.tr("Bring back"), self.restore_selected)
        self.remove_button = self._button(self.tr("Remove for good…"), self.ask_for_selected, "danger")
        self.empty_button = self._button(self.tr("Empty the bin…"), self.ask_for_all, "danger")
        self.question = QLabel(self)
        self.question.setWordWrap(True)
        self.yes_button = self._button(self.tr("Remove for good"), self._remove, "danger")
        self.no_button = self._button(self.tr("Keep"), self._keep)
        self._panel = QFrame(self)
        self._lay_out()
        # Left to Qt, lines that wrap would make it as high as they need, and the list a slit.
        self.resize(self.sizeHint())
        close = QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self)
        close.activated.connect(self.close)
        self._show_state()

    def sizeHint(self) -> QSize:
        """Return the size at the first opening."""
        screen = self.screen().availableGeometry().size()
        return QSize(520, 560).boundedTo(QSize(screen.width(), screen.height() - 60))

    def open_dialog(self) -> None:
        """Show the window, in front, with what is in the bin now."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        if self.items.items:
            self.view.setFocus()
        else:
            self.setFocus()

    def refresh(self) -> None:
        """Read again what is in the bin."""
        selected = set(self.selected())
        try:
            items = self._store.binned()
        except StoreError as error:
            self.notices.add(sentence(error))
            return
        self.items.set_items(items)
        rows = [row for row, item in enumerate(items) if item.id in selected] or ([0] if items else [])
        for row in rows:
            index = self.items.index(row, 0)
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.view.selectionModel().select(index, flags)
        if rows:
            self.view.selectionModel().setCurrentIndex(
                self.items.index(rows[0], 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._show_state()

    def selected(self) -> list[int]:
        """Return the ids of the selected conversations."""
        items = self.items.items
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        return [items[row].id for row in rows if row < len(items)]

    def restore_selected(self) -> None:
        """Bring the selected conversations back into the list."""
        try:
            ids = self._store.restore_conversations(self.selected())
        except StoreError as error:
            self.notices.add(sentence(error))
            return
        self.refresh()
        self.restored.emit(ids)

    def ask_for_selected(self) -> None:
        """Ask whether the selected conversations are to go for good."""
        self._ask(self.selected())

    def ask_for_all(self) -> None:
        """Ask whether everything in the bin is to go for good."""
        self._ask([item.id for item in self.items.items])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring back with Enter, ask with Delete; Esc takes the question away before it closes."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self._asked:
            self._keep()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.view.hasFocus() and self.selected():
            self.restore_selected()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.view.hasFocus():
            self.ask_for_selected()
        else:
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Ask nothing any more when the window is closed."""
        self._keep()
        super().done(result)

    def _prepare_view(self) -> None:
        view = self.view
        view.setModel(self.items)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setHeaderHidden(True)
        view.setObjectName("bin")
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.setAccessibleName(self.tr("Deleted conversations"))
        view.setAccessibleDescription(self.tr("Enter brings back, Delete removes for good."))
        view.header().setStretchLastSection(False)
        view.header().setMinimumSectionSize(40)
        view.header().setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        view.header().setSectionResizeMode(Column.LEFT, QHeaderView.ResizeMode.ResizeToContents)
        view.selectionModel().selectionChanged.connect(self._show_state)

    def _lay_out(self) -> None:
        self._panel.setProperty("role", "raised")
        asking = QVBoxLayout(self._panel)
        asking.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        asking.setSpacing(2 * SPACE)
        answers = FlowLayout()
        answers.addWidget(self.yes_button)
        answers.addWidget(self.no_button)
        asking.addWidget(self.question)
        asking.addLayout(answers)
        buttons = FlowLayout()
        for button in (self.restore_button, self.remove_button, self.empty_button):
            buttons.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(4 * SPACE, 4 * SPACE, 4 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self._panel)
        column.addLayout(buttons)
        column.addWidget(self.explanation)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notices)
        layout.addLayout(column, 1)

    def _button(self, words: str, pressed: object, role: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        if role:
            button.setProperty("role", role)
        button.clicked.connect(pressed)
        return button

    def _ask(self, ids: list[int]) -> None:
        if not ids:
            return
        self._asked = ids
        if len(ids) == 1:
            words = self.tr("Remove this conversation for good? It can't be brought back.")
        else:
            words = self.tr("Remove {count} conversations for good? They can't be brought back.").format(count=len(ids))
        self.question.setText(words)
        self._panel.setAccessibleName(words)
        self._show_state()
        self.no_button.setFocus()

    def _remove(self) -> None:
        ids, self._asked = self._asked, []
        self.removal_wanted.emit(ids)
        self.refresh()
        self.view.setFocus()

    def _keep(self) -> None:
        asked, self._asked = self._asked, []
        self._show_state()
        if asked:
            self.view.setFocus()

    def _show_state(self) -> None:
        some = bool(self.items.items)
        self.view.setVisible(some)
        self.empty.setVisible(not some)
        self._panel.setVisible(bool(self._asked))
        self.restore_button.setEnabled(bool(self.selected()))
        self.remove_button.setEnabled(bool(self.selected()))
        self.empty_button.setEnabled(some)
